import json
from pathlib import Path

from tests.cli.running import audit

ON = ("--as-of", "2 November 2026")
OFFICE = ("--by", "Dora Foolscap")


def test_each_group_stands_with_its_people_and_the_policies_that_ask_it(built_sample: Path) -> None:
    shown = audit("group", "list", "--db", built_sample, *ON)

    assert shown.stdout.splitlines()[2].split() == ["all-staff", "All", "staff", "30", "14"]
    assert shown.stdout.endswith("8 groups on 2 November 2026.\n")


def test_one_is_shown_with_its_people_and_what_asks_it(built_sample: Path) -> None:
    shown = audit("group", "show", "teaching", "--db", built_sample, *ON)

    assert "14 people:\nName " in shown.stdout
    assert "Asked to sign:\n  Attendance\n" in shown.stdout


def test_a_new_one_is_empty_and_nothing_asks_it(new_register: Path) -> None:
    added = audit("group", "add", "Early years", "--db", new_register, *OFFICE)
    shown = audit("group", "show", "early-years", "--db", new_register, *ON)

    assert added.stdout == "Added the group Early years.\n"
    assert shown.stdout == (
        "Early years\n"
        "  Typed as  early-years\n"
        "  School    Hedgerow Primary School\n"
        "\n"
        "Nobody is in it.\n"
        "\n"
        "No policy asks it to sign.\n"
    )


def test_people_come_and_go_and_the_group_ends(sample: Path) -> None:
    words = ("--db", sample, *OFFICE)

    came = audit("group", "put-in", "office", "Slate", "Inkwell", "--on", "1 October 2026", *words)
    again = audit("group", "put-in", "office", "Slate", "--on", "1 October 2026", *words)
    went = audit("group", "take-out", "office", "Slate", "Inkwell", "--on", "1 November 2026", *words)
    absent = audit("group", "take-out", "office", "Slate", "--on", "1 November 2026", *words)
    renamed = audit("group", "edit", "office", "--name", "Front office", *words)
    ended = audit("group", "end", "front-office", "--on", "1 December 2026", *words)

    assert came.stdout == "Put in School office: Poppy Slate; Nora Inkwell.\n"
    assert again.stdout == "Put in School office: nobody. These were in it before: Poppy Slate.\n"
    assert went.stdout == "Taken out of School office: Poppy Slate; Nora Inkwell.\n"
    assert absent.stdout == "Taken out of School office: nobody. These were not in it: Poppy Slate.\n"
    assert renamed.stdout == "Changed the group Front office.\n"
    assert ended.stdout == (
        "The group Front office ends on 1 December 2026: 3 people in it, 1 policy no\nlonger asking it.\n"
    )


def test_json_keeps_its_promise(built_sample: Path) -> None:
    listed = json.loads(audit("group", "list", "--json", "--db", built_sample, *ON).stdout)
    one = json.loads(audit("group", "show", "office", "--json", "--db", built_sample, *ON).stdout)

    assert set(listed["groups"][0]) == {"group", "name", "school", "people", "policies", "ended"}
    assert set(one["people"][0]) == {"name", "role", "since", "until"}
