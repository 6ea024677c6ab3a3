import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from policyaudit.cli.asking import Talk
from policyaudit.cli.confirm_dialogue import go_through
from policyaudit.store.opening import Store, open_register
from policyaudit.usecases.confirm import waiting_values
from policyaudit.usecases.show_policy import show_policy
from tests.cli.running import at_a_terminal, audit
from tests.factories import NOW, RECORDING, TODAY, a_policy, a_register, a_value_that_waits, a_version


def fill(store: Store, at: datetime) -> None:
    """Two values of a policy wait, and one of another."""
    a_value_that_waits(store, "next_review", "June 2027", version="2.1", at=at)
    a_value_that_waits(store, "responsible_officer", "Headteacher", confidence=71, at=at)
    a_value_that_waits(store, "title", "Lockdown", policy="Lockdown", at=at)


@pytest.fixture
def waits(new_register: Path) -> Path:
    """A register in which values wait that were recorded just now, as commands record."""
    audit("policy", "add", "Behaviour", "--number", "ST1", "--db", new_register, "--by", "Dora")
    audit("policy", "add", "Lockdown", "--db", new_register, "--by", "Dora")
    audit("version", "add", "ST1", "2.1", "--in-force", "1 May 2026", "--yes", "--db", new_register, "--by", "Dora")
    with open_register(str(new_register)) as store:
        fill(store, datetime.now(UTC))
    return new_register


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The same recorded on a day of its own."""
    with a_register(tmp_path) as opened:
        a_policy(opened, "Behaviour", number="ST1")
        a_policy(opened, "Lockdown")
        a_version(opened, "Behaviour", "2.1")
        fill(opened, NOW)
        yield opened


def test_values_that_wait_are_listed_with_their_line_and_how_to_settle_them(waits: Path) -> None:
    shown = audit("confirm", "--db", waits)

    assert "Behaviour (ST1)" in shown.stdout
    assert "“It says: June 2027”" in shown.stdout
    assert shown.stdout.endswith(
        "3 values wait to be confirmed.\n"
        "\n"
        'Next: audit confirm "Behaviour" --accept next-review  it was read rightly\n'
        '      audit confirm "Behaviour" --next-review "..."   says what is right\n'
        '      audit confirm "Behaviour" --drop next-review    it is not to count\n'
    )
    assert max(map(len, shown.stdout.splitlines())) <= 80


def test_nothing_that_waits_is_said(new_register: Path) -> None:
    assert audit("confirm", "--db", new_register).stdout == "No values wait to be confirmed.\n"


def test_of_several_schools_each_policy_names_its_own(waits: Path) -> None:
    audit("school", "add", "Oakhanger School", "--db", waits, "--by", "Dora")
    audit("policy", "add", "Charging", "--school", "Oakhanger", "--db", waits, "--by", "Dora")
    with open_register(str(waits)) as store:
        a_value_that_waits(store, "organisation", "Oakhanger", policy="Charging", at=datetime.now(UTC))

    everywhere = audit("confirm", "--db", waits).stdout
    one = audit("confirm", "--school", "Oakhanger", "--db", waits).stdout

    assert "Oakhanger School" in everywhere
    assert 'audit confirm "Charging" --names "..."' in one
    assert "1 value waits to be confirmed." in one
    settled = audit("confirm", "Charging", "--names", "Hedgerow", "--db", waits, "--by", "Dora").stdout
    assert "the policy stays with Oakhanger School" in " ".join(settled.split())
    assert 'audit import FILE --school "Hedgerow Primary School"\n        files the document there\n' in settled
    assert (
        'audit policy withdraw "Charging" --school "Oakhanger School"\n        takes the policy out here\n' in settled
    )


def test_json_keeps_its_promise(waits: Path) -> None:
    listed = json.loads(audit("confirm", "Behaviour", "--json", "--db", waits).stdout)

    assert listed["format"] == {"name": "policyaudit.confirm", "version": 1}
    assert (listed["school"], listed["policy"]) == ("Hedgerow Primary School", "Behaviour")
    assert listed["values"][0] == {
        "title": "Behaviour",
        "number": "ST1",
        "school": "Hedgerow Primary School",
        "version": "2.1",
        "field": "next_review",
        "value": "June 2027",
        "confidence": 62,
        "files": [],
        "page": None,
        "part": "body",
        "line": 4,
        "text": "It says: June 2027",
        "reason": "label on the same line",
    }


def test_options_settle_and_say_what_still_waits(waits: Path) -> None:
    shown = audit(
        "confirm", "Behaviour", "--accept", "officer", "--next-review", "July 2027", "--db", waits, "--by", "Dora"
    )

    assert shown.stdout == (
        "2 values settled:\n"
        "  Behaviour: Next review June 2027 corrected to July 2027\n"
        "  Behaviour: Responsible officer Headteacher accepted\n"
        "\n"
        "1 value waits to be confirmed.\n"
        "\n"
        "Next: audit confirm  goes through what still waits\n"
    )
    told = " ".join(audit("policy", "show", "Behaviour", "--db", waits).stdout.split())
    assert "line 4: “It says: June 2027”, corrected to July 2027 by Dora, " in told
    assert "accepted by Dora" in told


@pytest.mark.parametrize(
    ("options", "settled"),
    [
        pytest.param(["--accept-all"], "3 values settled:", id="all"),
        pytest.param(["--accept-above", "70"], "1 value settled:", id="from a confidence on"),
        pytest.param(["--accept-above", "72"], "No value is so sure; nothing was recorded.", id="none so sure"),
        pytest.param(["Lockdown", "--drop", "title"], "Lockdown: Title Lockdown dropped", id="dropped"),
    ],
)
def test_many_are_settled_at_once(waits: Path, options: list[str], settled: str) -> None:
    assert settled in audit("confirm", *options, "--db", waits, "--by", "Dora").stdout


def test_school_that_the_register_does_not_hold_is_no_correction(waits: Path) -> None:
    with open_register(str(waits)) as store:
        a_value_that_waits(store, "organisation", "Oakhanger", policy="Lockdown", at=datetime.now(UTC))

    shown = audit("confirm", "Lockdown", "--names", "the moon", "--db", waits, "--by", "Dora")

    assert shown.exit_code == 2
    assert "the moon" in shown.stderr
    assert "Hedgerow Primary School" in shown.stderr


def test_whoever_is_asked_about_a_school_is_told_that_the_policy_stays(waits: Path) -> None:
    with open_register(str(waits)) as store:
        a_value_that_waits(store, "organisation", "Oakhanger", policy="Lockdown", at=datetime.now(UTC))

    _, screen = at_a_terminal("confirm", "Lockdown", "--db", waits, typed="s\na\n", POLICYAUDIT_BY="Dora")

    told = "It is filed under Hedgerow Primary School and stays there: audit import FILE --school NAME files it under"
    assert told in " ".join(screen.split())


def test_value_that_contradicts_is_shown_with_what_counts_now(waits: Path) -> None:
    audit("policy", "edit", "Lockdown", "--next-review", "June 2030", "--db", waits, "--by", "Dora")
    with open_register(str(waits)) as store:
        a_value_that_waits(store, "next_review", "June 2028", policy="Lockdown", at=datetime.now(UTC))

    _, screen = at_a_terminal("confirm", "Lockdown", "--db", waits, typed="s\na\n", POLICYAUDIT_BY="Dora")
    with open_register(str(waits)) as store:
        a_value_that_waits(store, "next_review", "June 2029", policy="Lockdown", at=datetime.now(UTC))

    assert "  But June 2030 counts now\n" in screen
    assert "June 2028 counts now (line 4)" in " ".join(audit("confirm", "Lockdown", "--db", waits).stdout.split())


def test_what_is_left_to_wait_says_why(waits: Path) -> None:
    with open_register(str(waits)) as store:
        a_value_that_waits(store, "approved_on", "ASAP", policy="Lockdown", at=datetime.now(UTC))

    shown = audit("confirm", "Lockdown", "--accept-all", "--db", waits, "--by", "Dora").stdout
    again = audit("confirm", "Lockdown", "--accept-all", "--db", waits, "--by", "Dora").stdout

    assert "1 value settled:\n  Lockdown: Title Lockdown accepted\n\nLeft to wait:\n" in shown
    assert "  Lockdown: Approved on ASAP: 'ASAP' cannot be used as a date: it" in shown
    assert again.startswith("Nothing was recorded.\n\nLeft to wait:\n")
    assert "3 values wait to be confirmed." in again


def test_where_nothing_waits_nothing_is_accepted(new_register: Path) -> None:
    shown = audit("confirm", "--accept-all", "--db", new_register, "--by", "Dora").stdout

    assert shown == "Nothing waits; nothing was recorded.\n\nNo values wait to be confirmed.\n"


def test_what_waits_is_marked_in_the_list_of_policies(waits: Path) -> None:
    listed = audit("policy", "list", "--db", waits).stdout
    shown = audit("policy", "show", "Behaviour", "--db", waits).stdout

    assert "(2 values to confirm)" in listed
    assert listed.endswith("Next: audit confirm  goes through the values that wait\n")
    assert shown.endswith('Next: audit confirm "Behaviour"  settles 2 values that wait\n')
    assert "to confirm" in shown


# At a terminal


def test_whoever_sits_at_a_terminal_is_asked_of_each_value(waits: Path) -> None:
    typed = "a\nc\nDeputy Headteacher\nq\n"

    code, screen = at_a_terminal("confirm", "--db", waits, typed=typed, POLICYAUDIT_BY="Dora")

    assert code == 0
    assert "1 of 3: Behaviour, version 2.1 – Hedgerow Primary School" in screen
    assert "  Next review: June 2027 (62 % sure)\n  line 4: “It says: June 2027”\n" in screen
    assert "accept (a), correct (c), drop (d), skip (s), quit (q): " in screen
    assert screen.endswith("2 values settled. 1 value waits to be confirmed.\n")


def test_whoever_ends_the_conversation_has_settled_nothing_more(waits: Path) -> None:
    code, screen = at_a_terminal("confirm", "--db", waits, POLICYAUDIT_BY="Dora")

    assert (code, screen.endswith("No values settled. 3 values wait to be confirmed.\n")) == (0, True)


def test_whoever_breaks_off_is_told_what_was_settled(waits: Path) -> None:
    code, screen = at_a_terminal("confirm", "--db", waits, typed="a\n", stopped_at="2 of 3", POLICYAUDIT_BY="Dora")

    assert (code, "audit: stopped: 1 value settled, 2 values wait to be confirmed\n" in screen) == (130, True)


def test_value_that_cannot_be_is_not_offered_to_be_accepted(waits: Path) -> None:
    with open_register(str(waits)) as store:
        a_value_that_waits(store, "approved_on", "ASAP", policy="Lockdown", at=datetime.now(UTC))

    _, screen = at_a_terminal("confirm", "Lockdown", "--db", waits, typed="s\na\nd\n", POLICYAUDIT_BY="Dora")

    assert "correct (c), drop (d), skip (s), quit (q): Please type one of c (correct), d (drop)" in screen
    assert screen.endswith("1 value settled. 3 values wait to be confirmed.\n")


def talked(store: Store, *answers: str) -> str:
    """What is told while these answers are given; after them nobody answers any more."""
    told: list[str] = []
    left = list(answers)
    talk = Talk(lambda _: left.pop(0) if left else None, told.append, 80)
    found = waiting_values(store, None, school=None)
    go_through(store, found, talk, today=TODAY, recording=lambda: RECORDING)
    return "\n".join(told)


def test_correction_that_cannot_be_read_is_asked_again(store: Store) -> None:
    told = talked(store, "c", "", "c", "31 June 2027", "correct", "30 June 2027")

    assert "Nothing was typed.\n" in told
    assert "That was not recorded:\n  '31 June 2027' cannot be used as a date: there is no 31 June\n" in told
    assert told.endswith("1 value settled. 2 values wait to be confirmed.")
    assert str(show_policy(store, "Behaviour", as_of=TODAY).policy.next_review) == "30 June 2027"


@pytest.mark.parametrize(
    ("answers", "settled"),
    [
        pytest.param((), "No values settled. 3 values wait", id="nobody answers"),
        pytest.param(("s", "s", "s"), "No values settled. 3 values wait", id="skipped"),
        pytest.param(("x", "", "d"), "1 value settled. 2 values wait", id="a word that is no answer"),
        pytest.param(("c", "", "q"), "No values settled. 3 values wait", id="a correction without words"),
        pytest.param(("c", "soon", "q"), "No values settled. 3 values wait", id="quit after a refusal"),
        pytest.param(("c", "soon", "s", "a"), "1 value settled. 2 values wait", id="skipped after a refusal"),
    ],
)
def test_every_answer_leads_on(store: Store, answers: tuple[str, ...], settled: str) -> None:
    assert settled in talked(store, *answers)
