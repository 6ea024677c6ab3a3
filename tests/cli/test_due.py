import csv
import io
import json
import os
from pathlib import Path

import pytest

from tests.cli.running import at_a_terminal, audit, modules_loaded_by, process

ON = ("--as-of", "2 November 2026")
HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "weasyprint", "jinja2", "rich", "alembic"}


def test_the_most_overdue_stand_first_and_what_is_not_known_right_behind(built_sample: Path) -> None:
    shown = audit("due", "--db", built_sample, *ON)

    standings = [line.split("  ")[0] for line in shown.stdout.split("\n\n")[0].splitlines() if line[:1].islower()]
    assert shown.exit_code == 0
    assert standings == ["overdue"] * 5 + ["unscheduled"] * 2 + ["due"] * 2 + ["due soon"] * 4


def test_the_page_fits_eighty_columns_and_ends_with_what_to_do_next(built_sample: Path) -> None:
    shown = audit("due", "--db", built_sample, *ON)

    assert max(len(line) for line in shown.stdout.splitlines()) <= 80
    assert (
        shown.stdout.splitlines()[2]
        == "overdue      Lettings and community    12 Jun 2022  1,604 days  School Business"
    )
    assert shown.stdout.endswith(
        "39 policies on 2 November 2026: 5 overdue, 2 without a review date, 2 due now, 4\n"
        "due within 60 days, 24 in date, 2 live.\n"
        "\n"
        "Next: audit review add POLICY --on DAY             once a review was held\n"
        "      audit policy edit POLICY --next-review DATE  once a date is known\n"
    )


def test_standing_is_told_in_colour_too_where_there_is_a_terminal(built_sample: Path) -> None:
    code, screen = at_a_terminal("due", "--db", built_sample, *ON, COLUMNS="120")

    assert code == 0
    assert "\x1b[1;31moverdue\x1b[0m      Lettings and community use (HS06)" in screen
    assert "\x1b[1;31m1,604 days\x1b[0m" in screen


def test_json_keeps_its_promise(built_sample: Path) -> None:
    listed = json.loads(audit("due", "--db", built_sample, *ON, "--json").stdout)

    assert listed["format"] == {"name": "policyaudit.due", "version": 1}
    assert (listed["as_of"], listed["within"], listed["school"]) == ("2026-11-02", 60, "Quillbrook Primary School")
    assert len(listed["policies"]) == 13
    assert listed["policies"][1] == {
        "title": "Social media",
        "number": "ST04",
        "school": "Quillbrook Primary School",
        "responsible_officer": "Headteacher",
        "committee": "Resources Committee",
        "last_reviewed": "June 2025",
        "next_review": "June 2026",
        "due_from": "2026-06-01",
        "due_by": "2026-06-30",
        "standing": "overdue",
        "days_overdue": 125,
    }


def test_csv_has_the_same_names(built_sample: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(audit("due", "--db", built_sample, *ON, "--format", "csv").stdout)))

    assert rows[1]["title"] == "Social media"
    assert rows[1]["days_overdue"] == "125"
    assert (rows[5]["standing"], rows[5]["days_overdue"]) == ("unscheduled", "")


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        pytest.param(
            ("--officer", "sendco"), ["Supporting pupils with medical conditions", "Accessibility plan"], id="post"
        ),
        pytest.param(
            ("--within", "0", "--officer", "SENDCo"), ["Supporting pupils with medical conditions"], id="today"
        ),
        pytest.param(("--school", "quillbrook", "--officer", "Mortise"), ["Lone working"], id="school and person"),
    ],
)
def test_one_asks_for_less(words: tuple[str, ...], titles: list[str], built_sample: Path) -> None:
    listed = json.loads(audit("due", "--db", built_sample, *ON, "--json", *words).stdout)

    assert [policy["title"] for policy in listed["policies"]] == titles


def test_a_register_without_policies_says_how_they_come_in(new_register: Path) -> None:
    shown = audit("due", "--db", new_register, *ON)

    assert shown.stdout == (
        "No policy is in force yet.\n\nNext: audit import FOLDER  reads your policies into the register\n"
    )


def test_where_nothing_is_owed_it_says_so_and_asks_for_nothing(new_register: Path) -> None:
    audit("policy", "add", "Maths", "--next-review", "2029", "--db", new_register, "--by", "Dora")

    shown = audit("due", "--db", new_register, *ON)

    assert shown.stdout == "1 policy on 2 November 2026: 1 in date.\n"


def test_where_there_are_several_schools_each_policy_stands_with_its_own(new_register: Path, tmp_path: Path) -> None:
    (tmp_path / "maths.txt").write_text("Brookside Primary School\nMaths Policy\n")
    audit("import", tmp_path / "maths.txt", "--add-schools", "--yes", "--db", new_register, "--by", "Dora")

    shown = audit("due", "--db", new_register, *ON)

    assert "Brookside Primary School" in shown.stdout


def test_it_loads_nothing_that_is_slow(built_sample: Path) -> None:
    loaded = modules_loaded_by("due", "--db", built_sample, "--as-of", "2026-11-02")

    assert "policyaudit.usecases.due" in loaded
    assert not loaded & HEAVY


def test_a_reader_that_has_seen_enough_is_no_failure(built_sample: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    ended = process("due", "--db", built_sample, *ON, stdout=writing)

    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize(
    ("command", "day", "code"),
    [
        pytest.param("due", "2 November 2026", 1, id="a review is overdue"),
        pytest.param("unsigned", "2 November 2026", 1, id="a signature is late"),
        pytest.param("unsigned", "1 September 2019", 0, id="nothing was asked yet"),
    ],
)
def test_a_script_may_ask_to_be_told_by_the_exit_code(command: str, day: str, code: int, built_sample: Path) -> None:
    ended = audit(command, "--strict", "--as-of", day, "--db", built_sample)

    assert ended.exit_code == code


def test_where_nothing_is_late_being_strict_changes_nothing(new_register: Path) -> None:
    ended = audit("due", "--strict", "--db", new_register)

    assert ended.exit_code == 0


@pytest.mark.parametrize(
    ("asked", "told", "step"),
    [
        pytest.param(
            ("--officer", "Headteacher"),
            "No policy that 'Headteacher' is responsible for is in force on 2 November 2026.",
            "audit officer list",
            id="of an officer",
        ),
        pytest.param(
            ("--committee", "FGB"),
            "No policy that 'FGB' approves is in force on 2 November 2026.",
            "audit committee list",
            id="of a committee",
        ),
        pytest.param((), "No policy is in force yet.", "audit import FOLDER", id="of all"),
    ],
)
def test_where_there_is_none_it_says_of_whom(new_register: Path, asked: tuple[str, ...], told: str, step: str) -> None:
    audit("officer", "add", "Headteacher", "--db", new_register, "--by", "Dora")

    shown = audit("due", *asked, "--db", new_register, *ON)

    assert told in shown.stdout
    assert f"Next: {step}" in shown.stdout
