import json
from pathlib import Path

import pytest

from tests.cli.running import audit

ON = ("--as-of", "2 November 2026")
OFFICE = ("--by", "Dora Foolscap")


def test_the_word_alone_shows_what_can_be_done() -> None:
    shown = audit("policy")

    assert shown.exit_code == 0
    assert shown.stdout.startswith("Usage: audit policy COMMAND ...\n\nAdd, list, show, edit and withdraw policies.\n")


def test_a_policy_is_added_changed_and_withdrawn(sample: Path) -> None:
    words = ("--db", sample, *OFFICE)

    added = audit(
        "policy", "add", "Drones", "--cycle", "annually", "--last-reviewed", "June 2026", "--ask", "all-staff", *words
    )
    changed = audit("policy", "edit", "drones", "--title", "Drones and kites", "--no-longer-ask", "all-staff", *words)
    ended = audit("policy", "withdraw", "kites", "--on", "31 October 2026", "--reason", "no drones", *words)

    assert (added.stdout, changed.stdout, ended.stdout) == (
        "Added Drones.\n",
        "Changed Drones and kites: title Drones and kites; audience none.\n",
        "Withdrew Drones and kites from 31 October 2026.\n",
    )


def test_an_edit_says_what_is_new_of_it(sample: Path) -> None:
    words = ("policy", "edit", "ST04", "--next-review", "06/07/16", "--db", sample, *OFFICE)

    changed = audit(*words)
    again = audit(*words)

    assert changed.stdout == "Changed Social media: next review 6 July 2016. That next review lies in the\npast.\n"
    assert again.stdout.startswith("Nothing is new: ")


def test_an_edit_says_what_no_longer_waits(new_register: Path, tmp_path: Path) -> None:
    (tmp_path / "kites.txt").write_text(
        "1. This policy says nothing more of itself, and this line goes on for so long that it is no title.\n"
    )
    audit("import", tmp_path / "kites.txt", "--yes", "--db", new_register, *OFFICE)
    waiting = audit("policy", "show", "kites", "--db", new_register).stdout

    changed = audit("policy", "edit", "kites", "--title", "Kites Policy", "--db", new_register, *OFFICE)
    after = audit("policy", "show", "kites", "--db", new_register).stdout

    assert changed.stdout == "Changed Kites Policy: title Kites Policy. 1 value no longer to be confirmed.\n"
    assert ("to confirm" in waiting, "to confirm" in after, "corrected" in after) == (True, False, True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param(
            ("--cycle", "bi-annually"),
            "audit: 'bi-annually' cannot be used as a review cycle: 'bi-annually' may mean twice a year",
            id="a cycle with two meanings",
        ),
        pytest.param(("--cycle", "soon"), "audit: 'soon' cannot be used as a review cycle", id="no cycle"),
        pytest.param(
            ("--next-review", "31 June 2027"), "audit: '31 June 2027' cannot be used as a date: ", id="no date"
        ),
    ],
)
def test_what_cannot_be_read_is_asked_never_guessed(words: tuple[str, str], sentence: str, sample: Path) -> None:
    ended = audit("policy", "edit", "ST04", *words, "--db", sample, *OFFICE)

    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr.startswith(sentence)


def test_policies_stand_by_title_with_how_they_stand(built_sample: Path) -> None:
    shown = audit("policy", "list", "--db", built_sample, *ON)

    assert shown.stdout.splitlines()[2].startswith("Accessibility plan")
    assert max(len(line) for line in shown.stdout.splitlines()) <= 80
    assert shown.stdout.endswith(
        "40 policies on 2 November 2026: 5 overdue, 2 due, 4 due soon, 24 in date, 2\nunscheduled, 2 live, 1 draft.\n"
    )


def test_one_asks_for_some_standings_only(built_sample: Path) -> None:
    shown = audit("policy", "list", "--standing", "due-soon", "--standing", "Live", "--db", built_sample, *ON)

    assert shown.stdout.endswith("6 policies on 2 November 2026: 4 due soon, 2 live.\n")


def test_an_empty_list_says_how_policies_come_in(new_register: Path) -> None:
    shown = audit("policy", "list", "--db", new_register, *ON)

    assert shown.stdout == (
        "No policies on 2 November 2026.\n"
        "\n"
        "Next: audit import FOLDER     reads policies\n"
        "      audit policy add TITLE  adds one\n"
    )


def test_one_is_shown_with_everything_that_is_held(built_sample: Path) -> None:
    shown = audit("policy", "show", "ST04", "--db", built_sample, *ON)

    assert shown.stdout.startswith(
        "Social media (ST04)\n"
        "  Standing      overdue by 125 days on 2 November 2026\n"
        "  Next review   June 2026, as stated, overdue after 30 June 2026\n"
        "                entered by Dora Foolscap, 27 August 2025\n"
        "  Review cycle  annually\n"
        "                entered by Dora Foolscap, 27 August 2025\n"
        "  Last review   June 2025, minor\n"
        "                entered by Dora Foolscap, 27 August 2025\n"
        "  Version       1.1, in force since 23 June 2025\n"
        "                entered by Dora Foolscap, 27 August 2025\n"
        "                its text is social-media.pdf\n"
        "  Approved      June 2025 by Resources Committee\n"
        "                entered by Dora Foolscap, 27 August 2025\n"
        "  Responsible   Headteacher (Nora Inkwell)\n"
        "                entered by Dora Foolscap, 27 August 2025\n"
        "  Committee     Resources Committee\n"
        "                entered by Dora Foolscap, 27 August 2025\n"
        "  Asks to sign  all-staff since 1 September 2025\n"
        "  Signatures    23 of 29, 5 late\n"
        "  School        Quillbrook Primary School\n"
        "\n"
        "Versions:\n"
        "  1.1: in force since 23 June 2025, signed by 25 people; minor revision by\n"
        "    Headteacher: One service has changed its name\n"
        "  1.0: from June 2024; first version by Resources Committee\n"
    )
    assert "\n\nReviews:\n" in shown.stdout


@pytest.mark.parametrize(
    ("words", "line"),
    [
        pytest.param(
            ("--cycle", "annually"),
            "Next review June 2027, “annually” after the review of June 2026, overdue after 30 June 2027 Review cycle",
            id="from the cycle",
        ),
        pytest.param((), "Last review June 2026 entered by Dora Foolscap, ", id="no next review"),
        pytest.param(("--next-review", "1 July 2028"), "Next review 1 July 2028, as stated entered", id="a day"),
        pytest.param(
            ("--cycle", "annually", "--next-review", "July 2028", "--anchor", "due"),
            "; “annually” on its anniversary would be June 2027",
            id="by the anniversary",
        ),
        pytest.param(
            ("--cycle", "annually", "--next-review", "July 2028"),
            "July 2028, as stated, overdue after 31 July 2028; “annually” after the review of June 2026 would be June",
            id="two that disagree",
        ),
        pytest.param(("--confidential",), "Confidential yes: packs count it and do not list it", id="confidential"),
        pytest.param(("--officer", "none"), "Standing unscheduled on 2 November 2026", id="nobody responsible"),
    ],
)
def test_what_is_known_is_said_line_by_line(words: tuple[str, ...], line: str, new_register: Path) -> None:
    audit("policy", "add", "Drones", "--last-reviewed", "June 2026", *words, "--db", new_register, *OFFICE)

    shown = audit("policy", "show", "Drones", "--db", new_register, *ON)

    assert line in " ".join(shown.stdout.split())


def test_what_was_read_from_documents_is_shown_with_its_place(new_register: Path, tmp_path: Path) -> None:
    (tmp_path / "maths.txt").write_text("Hedgerow Primary School\nMaths Policy\nDate of next review: June 2027\n")
    audit("import", tmp_path / "maths.txt", "--yes", "--db", new_register, *OFFICE)

    shown = audit("policy", "show", "Maths", "--db", new_register, *ON)

    assert "maths.txt, line 3: “Date of next review: June 2027”\n" in shown.stdout
    assert "\n\nAlso read:\n" in shown.stdout


def test_a_word_that_is_no_standing_is_answered_with_those_that_are(built_sample: Path) -> None:
    ended = audit("policy", "list", "--standing", "late", "--db", built_sample)

    assert ended.exit_code == 2
    assert ended.stderr.splitlines() == [
        "audit: a policy does not stand 'late'",
        "  next: one of overdue, due, due-soon, in-date, unscheduled, live, draft, withdrawn",
    ]


def test_json_keeps_its_promise(built_sample: Path) -> None:
    listed = json.loads(audit("policy", "list", "--json", "--db", built_sample, *ON).stdout)
    one = json.loads(audit("policy", "show", "ST04", "--json", "--db", built_sample, *ON).stdout)

    assert set(listed["policies"][0]) < set(one)
    assert (one["review_cycle"], one["review_months"], one["next_review_stated"]) == ("annually", 12, "June 2026")
    assert one["signatures"] == {"required": 29, "acknowledged": 23, "late": 5, "declined": 0, "queried": 0}


def test_a_next_review_is_taken_away_by_the_word_none(sample: Path) -> None:
    words = ("--db", sample, *OFFICE)
    audit("policy", "add", "Drones", "--next-review", "June 2027", *words)

    changed = audit("policy", "edit", "Drones", "--next-review", "None", *words)
    refused = audit("policy", "edit", "Drones", "--next-review", "soon", *words)

    assert changed.exit_code == 0
    shown = audit("policy", "show", "Drones", "--db", sample, *ON).stdout
    assert "  Next review   not known\n" in shown
    assert "'soon' cannot be used as a date" in refused.stderr


def test_a_policy_that_ends_later_says_when(sample: Path) -> None:
    audit("policy", "withdraw", "ST04", "--on", "31 August 2027", "--reason", "merged", "--db", sample, *OFFICE)

    shown = audit("policy", "show", "ST04", "--db", sample, *ON)
    then = audit("policy", "show", "ST04", "--db", sample, "--as-of", "31 August 2027")

    told = [" ".join(line.split()) for line in (shown.stdout + then.stdout).splitlines()]
    assert [line for line in told if line.endswith(" 31 August 2027")] == [
        "Ends 31 August 2027",
        "Standing withdrawn on 31 August 2027",
        "Withdrawn 31 August 2027",
    ]
