import json
from pathlib import Path

from tests.cli.running import audit

ON = ("--as-of", "2 November 2026")
OFFICE = ("--by", "Dora Foolscap")


def test_posts_stand_with_their_holders_and_what_they_owe(built_sample: Path) -> None:
    shown = audit("officer", "list", "--db", built_sample, *ON)

    assert "Educational Visits Coordinator  vacant " in shown.stdout
    assert shown.stdout.endswith("14 responsible officers on 2 November 2026.\n")


def test_one_is_shown_with_its_holders_and_policies(built_sample: Path) -> None:
    shown = audit("officer", "show", "Headteacher", "--db", built_sample, *ON)

    assert shown.stdout.startswith("Headteacher\n  Held by  Nora Inkwell\n  Holders  Nora Inkwell since 1 Sep 2018\n")
    assert "Owes 10 policies:\n" in shown.stdout


def test_it_is_added_held_renamed_and_ended(sample: Path) -> None:
    words = ("--db", sample, *OFFICE)

    added = audit("officer", "add", "Eco Lead", "--holder", "Inkwell", "--from", "1 September 2026", *words)
    changed = audit("officer", "edit", "Eco Lead", "--title", "Climate Lead", *words)
    held = audit("officer", "edit", "Climate", "--holder", "Slate", "--from", "1 October 2026", *words)
    shown = audit("officer", "show", "Climate", "--db", sample, *ON)
    ended = audit("officer", "end", "Climate", "--on", "1 November 2026", *words)

    assert (added.stdout, changed.stdout) == ("Added the post Eco Lead.\n", "Changed the post Climate Lead.\n")
    assert held.exit_code == 0
    assert "Nora Inkwell 1 Sep 2026 to 30 Sep 2026; Poppy Slate since 1 Oct 2026" in shown.stdout
    assert shown.stdout.endswith("It owes no policy.\n")
    assert ended.stdout == "The post Climate Lead ends on 1 November 2026.\n"


def test_one_that_ends_hands_its_policies_to_another(sample: Path) -> None:
    ended = audit(
        "officer", "end", "PSHE Lead", "--hand-to", "Headteacher", "--on", "1 Dec 2026", "--db", sample, *OFFICE
    )

    assert ended.stdout == (
        "The post PSHE Lead ends on 1 December 2026. Headteacher is responsible for 1\npolicy from then.\n"
    )


def test_one_that_owes_nothing_hands_over_nothing(sample: Path) -> None:
    audit("officer", "add", "Eco Lead", "--db", sample, *OFFICE)

    ended = audit(
        "officer", "end", "Eco Lead", "--hand-to", "Headteacher", "--on", "1 Dec 2026", "--db", sample, *OFFICE
    )

    assert ended.stdout == "The post Eco Lead ends on 1 December 2026.\n"


def test_a_vacant_post_is_held_by_nobody(new_register: Path) -> None:
    audit("officer", "add", "Eco Lead", "--db", new_register, *OFFICE)

    shown = audit("officer", "show", "Eco Lead", "--db", new_register, *ON)

    assert "  Held by  nobody\n" in shown.stdout


def test_json_keeps_its_promise(built_sample: Path) -> None:
    listed = json.loads(audit("officer", "list", "--json", "--db", built_sample, *ON).stdout)
    one = json.loads(audit("officer", "show", "Headteacher", "--json", "--db", built_sample, *ON).stdout)

    assert set(listed["officers"][0]) == {
        "name",
        "is_post",
        "school",
        "holder",
        "policies",
        "overdue",
        "unscheduled",
        "ended",
    }
    assert one["holders"] == [{"person": "Nora Inkwell", "first": "2018-09-01", "last": None}]
