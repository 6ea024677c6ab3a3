import json
from pathlib import Path

from tests.cli.running import audit

ON = ("--as-of", "2 November 2026")
OFFICE = ("--by", "Dora Foolscap")


def test_each_committee_stands_with_its_policies_and_what_is_overdue(built_sample: Path) -> None:
    shown = audit("committee", "list", "--db", built_sample, *ON)

    assert shown.stdout.splitlines()[0].split() == ["Committee", "Also", "called", "Policies", "Overdue", "No", "date"]
    assert shown.stdout.endswith("3 committees on 2 November 2026.\n")


def test_one_is_shown_by_any_of_its_names(built_sample: Path) -> None:
    shown = audit("committee", "show", "FGB", "--db", built_sample, *ON)

    assert shown.stdout.startswith("Full Governing Board\n  Also called  FGB, ")
    assert "Approves 15 policies:\nPolicy " in shown.stdout


def test_it_is_added_renamed_and_ended(new_register: Path) -> None:
    words = ("--db", new_register, *OFFICE)

    added = audit("committee", "add", "Pupil Welfare", "--alias", "PW", *words)
    changed = audit("committee", "edit", "PW", "--name", "Welfare", *words)
    empty = audit("committee", "show", "Welfare", "--db", new_register)
    ended = audit("committee", "end", "Welfare", "--on", "31 August 2026", *words)

    assert (added.stdout, changed.stdout) == (
        "Added the committee Pupil Welfare.\n",
        "Changed the committee Welfare.\n",
    )
    assert empty.stdout.endswith("It approves no policy.\n")
    assert ended.stdout == "The committee Welfare ends on 31 August 2026.\n"


def test_one_that_ends_hands_its_policies_to_another(sample: Path) -> None:
    asked = audit("committee", "end", "Resources", "--db", sample, *OFFICE)
    ended = audit(
        "committee", "end", "Resources", "--hand-to", "FGB", "--on", "31 August 2027", "--db", sample, *OFFICE
    )

    assert asked.exit_code == 4
    assert "say which committee takes over with --hand-to NAME" in asked.stderr
    assert ended.stdout == (
        "The committee Resources Committee ends on 31 August 2027. Full Governing Board\n"
        "approves 14 policies from then.\n"
    )


def test_json_keeps_its_promise(built_sample: Path) -> None:
    listed = json.loads(audit("committee", "list", "--json", "--db", built_sample, *ON).stdout)
    one = json.loads(audit("committee", "show", "FGB", "--json", "--db", built_sample, *ON).stdout)

    assert listed["format"] == {"name": "policyaudit.committees", "version": 1}
    assert set(listed["committees"][0]) == {
        "name",
        "aliases",
        "school",
        "policies",
        "overdue",
        "unscheduled",
        "ended",
    }
    assert (one["name"], len(one["policies"])) == ("Full Governing Board", 15)


def test_one_that_approves_nothing_hands_over_nothing(sample: Path) -> None:
    words = ("--db", sample, "--by", "Dora Foolscap")
    audit("committee", "add", "Kite club", *words)

    ended = audit("committee", "end", "Kite club", "--hand-to", "FGB", "--on", "1 Dec 2026", *words)

    assert ended.stdout == "The committee Kite club ends on 1 December 2026.\n"
