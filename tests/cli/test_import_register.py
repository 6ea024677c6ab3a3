"""`audit import` takes the school's old spreadsheet."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from policyaudit.store.opening import create_register, open_register
from policyaudit.store.reads.policies import term_calendar
from policyaudit.usecases.start import NewSchool, add_school
from tests.cli.running import audit
from tests.factories import RECORDING, a_document
from tests.house.demo_files import demo_day, policies
from tests.usecases.importing import a_text

SHARED = Path(__file__).parents[3] / "shared" / "seed-documents"
HEADING = ("Policy", "Owner", "Last review", "Next review")
ROWS = (
    ("Behaviour Policy", "Headteacher", "June 2025", "June 2026"),
    ("Attendance Policy", "Deputy Head", "May 2025", "May 2027"),
    ("Charging Policy", "Bursar", "April 2025", "bi-annual"),
)
AS_OF = ("--as-of", "2026-11-20")


def a_workbook(
    place: Path,
    *rows: Sequence[object],
    heading: Sequence[str] = HEADING,
    sheet: str = "Policies",
    others: Mapping[str, Sequence[Sequence[object]]] = {},
) -> Path:
    """A spreadsheet whose first sheet holds these rows under their headings; each of the others, its own rows."""
    book = Workbook()
    book.worksheets[0].title = sheet
    for page, kept in zip(
        (book.worksheets[0], *map(book.create_sheet, others)), ((heading, *rows), *others.values()), strict=True
    ):
        for row in kept:
            page.append(list(row))
    book.save(place)
    return place


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A register of three policies."""
    return a_workbook(tmp_path / "Register policies.xlsx", *ROWS)


def told(text: str) -> str:
    """What stands on a page, its line breaks and gaps aside."""
    return " ".join(text.split())


def take_in(path: Path, register: Path, *more: object) -> str:
    """Records a list, and gives what is said of it."""
    ended = audit("import", path, *more, "--yes", "--db", register, "--by", "Dora")
    assert ended.exit_code == 0, ended.output
    return ended.stdout


def test_it_shows_the_columns_and_what_needs_a_person_before_anything_is_recorded(
    listed: Path, new_register: Path
) -> None:
    shown = audit("import", listed, "--db", new_register)

    assert shown.exit_code == 0
    assert shown.stdout == (
        "Register policies.xlsx: 3 rows: 3 new policies.\n"
        "\n"
        "Its columns: Policy (title), Owner, Last review (last reviewed), Next review.\n"
        "\n"
        "Doubtful, and to be confirmed before it counts: 1 value\n"
        "Row  Policy           Value         Read as    Because\n"
        "────────────────────────────────────────────────────────────────────────────────\n"
        "  4  Charging Policy  Review cycle  bi-annual  'bi-annual' may mean twice a year\n"
        "                                               or every two years\n"
        "\n"
        "What its rows say:\n"
        "Row  Policy             Outcome     Responsible  Next review  Waits\n"
        "───────────────────────────────────────────────────────────────────\n"
        "  2  Behaviour Policy   new policy  Headteacher  June 2026\n"
        "  3  Attendance Policy  new policy  Deputy Head  May 2027\n"
        "  4  Charging Policy    new policy  Bursar                        1\n"
        "\n"
        "1 file: 1 list of policies.\n"
        "To be confirmed before it counts: 1 value.\n"
        "Nothing is recorded yet.\n"
        "\n"
        "Next: audit import PATH... --yes               records it\n"
        "      audit import PATH... --report FILE.xlsx  writes it to a sheet to be mended\n"
    )
    assert audit("due", "--db", new_register).stdout.startswith("No policy is in force yet.")


def test_with_yes_the_register_knows_what_the_spreadsheet_says(listed: Path, new_register: Path) -> None:
    said = take_in(listed, new_register)

    assert said == (
        "Register policies.xlsx: 3 rows: 3 new policies.\n"
        "\n"
        "1 file: 1 list of policies.\n"
        "To be confirmed before it counts: 1 value.\n"
        "\n"
        "Next: audit confirm  goes through the values that wait\n"
        "      audit due      shows which reviews are owed\n"
    )
    due = audit("due", *AS_OF, "--json", "--db", new_register).stdout
    assert {
        policy["title"]: (policy["standing"], policy["days_overdue"]) for policy in json.loads(due)["policies"]
    } == {
        "Behaviour Policy": ("overdue", 143),
        "Charging Policy": ("unscheduled", None),
    }


def test_a_policy_says_from_which_cell_each_value_came(listed: Path, new_register: Path) -> None:
    take_in(listed, new_register)

    shown = told(audit("policy", "show", "Behaviour", *AS_OF, "--db", new_register).stdout)

    assert "policies.xlsx, sheet Policies, row 2, column Next review Last review June 2025" in shown
    assert "Responsible Headteacher Register policies.xlsx, sheet Policies, row 2, column Owner" in shown


def test_the_same_spreadsheet_again_records_nothing(listed: Path, new_register: Path) -> None:
    take_in(listed, new_register)

    again = take_in(listed, new_register)

    assert again == (
        "There is nothing new to record.\n"
        "\n"
        "Register policies.xlsx: 3 rows: 3 held already.\n"
        "\n"
        "1 file: 1 list of policies.\n"
        "\n"
        "Next: audit due  shows which reviews are owed\n"
    )
    assert "Its columns:" in audit("import", listed, "--full", "--db", new_register).stdout


@pytest.mark.parametrize(
    ("heading", "more", "said"),
    [
        pytest.param((*HEADING, "Comments"), (), "Comments     passed over    heading 'Comments'", id="passed over"),
        pytest.param((*HEADING[:3], "When"), (), "When         next review    the heading", id="told by its cells"),
        pytest.param(HEADING, ("--full",), "Last review  last reviewed  heading", id="asked for"),
    ],
)
def test_columns_are_shown_with_their_reasons_where_one_is_in_doubt_or_somebody_asks(
    heading: Sequence[str], more: Sequence[str], said: str, tmp_path: Path, new_register: Path
) -> None:
    rows = [(*row[:3], row[1] if row[3] == "bi-annual" else row[3], "see minutes")[: len(heading)] for row in ROWS]
    path = a_workbook(tmp_path / "List.xlsx", *rows, heading=heading)

    shown = audit("import", path, *more, "--db", new_register).stdout

    assert "Column       Taken for      Because\n" in shown
    assert said in shown


def test_of_what_is_held_already_only_the_number_is_told(listed: Path, new_register: Path) -> None:
    folder = listed.parent / "policies"
    folder.mkdir()
    listed.rename(folder / listed.name)
    for name in ("a", "b", "c", "d"):
        (folder / f"{name}.pdf").write_bytes(b"")
    a_document(folder, "Lettings.txt", a_text(title="Lettings Policy", school="Oakhanger Primary School"))
    more = ("--school", "Hedgerow", "--db", new_register, "--by", "Dora")
    first = audit("import", folder, "--yes", *more)

    again = audit("import", folder, *more)
    full = audit("import", folder, "--full", *more)

    assert (first.exit_code, again.exit_code) == (5, 5)
    assert "To be looked at:\n  Lettings.txt: " in first.stdout
    assert again.stdout == (
        "There is nothing new to record.\n"
        "\n"
        "Not read:\n"
        "  4 files: a.pdf, b.pdf, c.pdf, d.pdf; --full says what each of them needs\n"
        "\n"
        "Register policies.xlsx: 3 rows: 3 held already.\n"
        "\n"
        "6 files: 1 list of policies, 1 held already, 4 not read.\n"
        "\n"
        "Next: audit due  shows which reviews are owed\n"
    )
    assert "  a.pdf is empty; " in full.stdout
    assert "1 file is held already:" in full.stdout


def test_what_contradicts_the_register_is_shown_beside_it_and_waits(
    listed: Path, tmp_path: Path, new_register: Path
) -> None:
    take_in(listed, new_register)
    newer = a_workbook(tmp_path / "New.xlsx", ("Behaviour Policy", "Headteacher", "June 2025", "June 2027"), *ROWS[1:])

    shown = audit("import", newer, "--db", new_register).stdout
    take_in(newer, new_register)

    assert shown.startswith("New.xlsx: 3 rows: 1 contradiction, 2 held already.\n")
    assert (
        "The list contradicts what is held; what it says waits to be confirmed:\n"
        "Row  Policy            Value        Held, and counts  The list says\n"
        "───────────────────────────────────────────────────────────────────\n"
        "  2  Behaviour Policy  Next review  June 2026         June 2027\n"
    ) in shown
    (waits,) = json.loads(audit("confirm", "Behaviour", "--json", "--db", new_register).stdout)["values"]
    assert {name: waits[name] for name in ("field", "value", "files", "line", "part")} == {
        "field": "next_review",
        "value": "June 2027",
        "files": ["New.xlsx"],
        "line": 2,
        "part": "sheet Policies, column Next review",
    }


def test_a_question_of_many_rows_stands_once(tmp_path: Path, new_register: Path) -> None:
    rows = [(*row, "Brookside School") for row in ROWS] + [
        (f"Policy {n}", *ROWS[0][1:], "Brookside School") for n in range(12)
    ]
    path = a_workbook(tmp_path / "Trust.xlsx", *rows, heading=(*HEADING, "School"))

    shown = audit("import", path, "--db", new_register)

    assert shown.stdout.count("it names Brookside School, which this register does not hold") == 0
    assert "it names Brookside School, which this register does not hold" in told(shown.stdout)
    assert "and 3 other rows: it names" in told(shown.stdout)
    assert "--add-schools adds it, --school NAME files everything under one school." in shown.stdout
    assert "Nothing is recorded before that is answered." in shown.stdout
    assert "15 rows: 15 new policies" in take_in(path, new_register, "--add-schools")


def test_many_rows_are_listed_one_by_one_only_if_somebody_asks(tmp_path: Path, new_register: Path) -> None:
    rows = [(f"{word} Policy", "Head", "soon", "bi-annual") for word in "ABCDEFGHIJKLMNOPQRSTU"]
    path = a_workbook(tmp_path / "Long.xlsx", *ROWS, *rows)

    short = audit("import", path, "--db", new_register).stdout
    full = audit("import", path, "--full", "--db", new_register).stdout

    assert ("What its rows say:" in short, "What its rows say:" in full) == (False, True)
    assert "... and 26 other values" in short


def test_sheets_are_told_apart_where_there_are_several(tmp_path: Path, new_register: Path) -> None:
    second = (HEADING, ("Lettings Policy", "Bursar", "June 2025", "some day"), *(("X" + r[0], *r[1:]) for r in ROWS))
    path = a_workbook(tmp_path / "Two.xlsx", *ROWS, sheet="Statutory policies", others={"Others": second})

    shown = audit("import", path, "--db", new_register).stdout

    assert "Others 2" in shown
    assert "Statutory p… 4" in shown


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        pytest.param((("Name", "Post"), ("A. Onyx", "Bursar"), ("B. Jet", "Cook")), "A. Onyx", id="staff"),
        pytest.param((("Our notes",), ("Name", "Post"), ("A. Onyx", "Bursar")), "A. Onyx", id="staff, with a title"),
        pytest.param((("Remarks of the clerk",), ("Ask the bursar",)), "Ask the bursar", id="remarks"),
    ],
)
def test_sheet_of_something_else_adds_no_policy(
    rows: tuple[tuple[str, ...], ...], title: str, tmp_path: Path, new_register: Path
) -> None:
    path = a_workbook(tmp_path / "Two.xlsx", *ROWS, others={"Others": rows, "Last": (("See the clerk",),)})

    shown = audit("import", path, "--full", "--db", new_register).stdout

    assert ("Others" in shown, title in shown) == (False, False)


def test_sheet_that_goes_on_without_a_head_adds_its_policies(tmp_path: Path, new_register: Path) -> None:
    path = a_workbook(tmp_path / "Two.xlsx", *ROWS, others={"More": (("Lettings", "Bursar", "June 2025", "May 2027"),)})

    shown = audit("import", path, "--full", "--db", new_register).stdout

    assert "Lettings" in shown


def test_rows_that_name_no_policy_are_shown(tmp_path: Path, new_register: Path) -> None:
    path = a_workbook(tmp_path / "Gaps.xlsx", ROWS[0], ("", "Bursar", "May 2025", "May 2026"), *ROWS[1:])

    said = take_in(path, new_register)

    assert "Rows that name no policy, not read:\n  sheet Policies, row 3: Bursar; May 2025; May 2026\n" in said


def test_a_resemblance_is_told_and_not_acted_upon(listed: Path, tmp_path: Path, new_register: Path) -> None:
    take_in(listed, new_register)
    path = a_workbook(tmp_path / "New.xlsx", ("Pupil Behaviour", "Bursar", "May 2025", "May 2026"), *ROWS[1:])

    shown = audit("import", path, "--db", new_register).stdout

    assert (
        "New, unless they are policies that are there:\n  row 2: Pupil Behaviour resembles Behaviour Policy (" in shown
    )


def test_a_policy_that_the_list_calls_otherwise_is_told(tmp_path: Path, new_register: Path) -> None:
    heading = ("No", "Policy", "Next review")
    rows = [(f"P{9 * place}", row[0], "June 2027") for place, row in enumerate(ROWS, start=1)]
    take_in(a_workbook(tmp_path / "One.xlsx", *rows, heading=heading), new_register)
    said = [("P9", "Good Behaviour", "Head"), *((number, title, "Head") for number, title, _ in rows[1:])]

    shown = audit(
        "import", a_workbook(tmp_path / "Two.xlsx", *said, heading=(*heading[:2], "Owner")), "--db", new_register
    )

    assert "Behaviour Policy (listed as Good Behavio" in shown.stdout


STAFF = ("Name", "Job title", "E-mail")
PEOPLE = (("Ada Inkwell", "Headteacher", "a@school.example"), ("Bea Blotter", "Bursar", "b@school.example"))
EVENTS = ("Date", "Event")
CALENDAR = (("1 June 2026", "Sports day"), ("2 June 2026", "Inset day"))


@pytest.mark.parametrize(
    ("heading", "rows", "sentence"),
    [
        pytest.param(STAFF, PEOPLE, "Other.xlsx looks like a list of staff; audit staff import", id="staff"),
        pytest.param(EVENTS, CALENDAR, "Other.xlsx is a spreadsheet and no list of policies; --map", id="a calendar"),
    ],
)
def test_another_spreadsheet_is_one_outcome(
    heading: Sequence[str], rows: Sequence[Sequence[str]], sentence: str, tmp_path: Path, new_register: Path
) -> None:
    folder = tmp_path / "policies"
    folder.mkdir()
    other = a_workbook(folder / "Other.xlsx", *rows, heading=heading)
    a_workbook(folder / "Register.xlsx", *ROWS)

    alone = audit("import", other, "--yes", "--db", new_register)
    inside = audit("import", folder, "--yes", "--db", new_register, "--by", "Dora")

    assert (alone.exit_code, inside.exit_code) == (4, 0)
    assert sentence in told(alone.stdout)
    assert "nothing new" not in alone.stdout
    assert "audit due" not in alone.stdout
    assert f"Passed over, for they are no documents: {sentence}" in told(inside.stdout)
    assert "2 files: 1 list of policies, 1 passed over." in inside.stdout


def test_other_programs_are_told_of_each_row(listed: Path, new_register: Path) -> None:
    shown = json.loads(audit("import", listed, "--json", "--db", new_register).stdout)

    assert (shown["documents"], shown["values_waiting"]) == ([], 1)
    (register,) = shown["registers"]
    assert list(register) == ["file", "columns", "rows", "untitled", "warnings"]
    assert register["columns"][3] == {
        "heading": "Next review",
        "meaning": "next review",
        "reason": "heading 'Next review', and most cells are dates",
        "is_certain": True,
    }
    row = register["rows"][0]
    assert {name: row[name] for name in ("sheet", "row", "outcome", "title")} == {
        "sheet": "Policies",
        "row": 2,
        "outcome": "new policy",
        "title": "Behaviour Policy",
    }
    assert [(value["field"], value["value"], value["counts"]) for value in row["values"]] == [
        ("title", "Behaviour Policy", True),
        ("responsible_officer", "Headteacher", True),
        ("last_reviewed", "June 2025", True),
        ("next_review", "June 2026", True),
    ]


def test_somebody_says_what_the_columns_hold_and_saves_it(tmp_path: Path, new_register: Path) -> None:
    path = a_workbook(tmp_path / "List.xlsx", *ROWS, heading=("Name of thing", "Who", "Seen", "Then"))
    said = ("--map", "Name of thing=title", "--map", "Then=next review", "--map", "Seen=")
    saved = tmp_path / "columns.toml"

    shown = audit("import", path, *said, "--save-map", saved, "--db", new_register).stdout
    take_in(path, new_register, "--map", saved)

    assert "Name of thing  title        as you said" in shown
    assert "Seen           passed over  as you said" in shown
    assert "Next review" in audit("policy", "show", "Behaviour", "--db", new_register).stdout


@pytest.mark.parametrize(
    ("more", "sentence", "next_step"),
    [
        pytest.param(
            ("--map", "Dated=last reviewed"),
            "audit: no list has a column 'Dated'",
            "  next: its columns are: Policy; Owner; Last review; Next review",
            id="no such column",
        ),
        pytest.param(
            ("--map", "Owner=lead"),
            "audit: 'lead' is nothing that the column 'Owner' can hold",
            "  next: it can be title, number, version,",
            id="no such meaning",
        ),
        pytest.param(
            ("--map", "columns.toml"),
            "audit: 'columns.toml' does not say what columns hold: there is no such file, and no =",
            '  next: --map "Currently dated=last reviewed", or a file that --save-map wrote',
            id="no such file",
        ),
    ],
)
def test_a_map_that_fits_nothing_is_refused_with_what_there_is(
    more: Sequence[str], sentence: str, next_step: str, listed: Path, new_register: Path
) -> None:
    ended = audit("import", listed, *more, "--yes", "--db", new_register)

    assert (ended.exit_code, ended.stderr.splitlines()[0]) == (2, sentence)
    assert ended.stderr.splitlines()[1].startswith(next_step)


def the_sample_as_a_list(place: Path) -> Path:
    """The policies of the sample school as a school business manager keeps them."""
    heading = ("No.", "Policy", "Responsible", "Committee", "Date approved", "Last review", "Cycle", "Next review")
    rows = [
        (
            number,
            policy["title"],
            policy["responsible_officer"],
            policy["committee"],
            _in_a_cell(policy["approved_on"]),
            _in_a_cell(policy["last_reviewed"]),
            policy["cycle"],
            _in_a_cell(policy["next_review_stated"]),
        )
        for number, policy in policies().items()
        if policy["status"] == "in force"
    ]
    return a_workbook(place, *rows, heading=heading)


def _in_a_cell(text: str) -> object:
    """A day as a real date of the spreadsheet, anything else as it is written."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text or None


def test_the_sample_school_as_a_spreadsheet_owes_the_reviews_that_the_sample_owes(sample: Path, tmp_path: Path) -> None:
    empty = a_register_of_its_terms(tmp_path / "empty.db", sample)

    take_in(the_sample_as_a_list(tmp_path / "Policy schedule.xlsx"), empty)

    owed = [_owed(register) for register in (empty, sample)]

    assert owed[0] == owed[1]
    assert len(owed[0]) > 10


def a_register_of_its_terms(place: Path, sample: Path) -> Path:
    """A register without policies, of a school with the terms of the sample school."""
    create_register(str(place))
    with open_register(str(sample)) as store:
        terms = term_calendar(store, 1).terms
    with open_register(str(place)) as store:
        add_school(store, NewSchool(name="Hedgerow Primary School", terms=terms), **RECORDING)
    return place


def _owed(register: Path) -> dict[str, tuple[Any, ...]]:
    """Which reviews are owed, by title: number, officer, standing and days, as `audit due` says."""
    shown = audit("due", "--json", "--as-of", demo_day(), "--db", register)
    names = ("number", "responsible_officer", "committee", "standing", "due_from", "due_by", "days_overdue")
    return {
        policy["title"]: tuple(str(policy[name]).casefold() for name in names)
        for policy in json.loads(shown.stdout)["policies"]
    }


@pytest.mark.skipif(not SHARED.exists(), reason="the shared documents are not here")
@pytest.mark.parametrize("name", sorted(path.name for path in SHARED.glob("register.*")) or ["none"])
def test_each_form_of_the_shared_register_is_recorded_once(name: str, new_register: Path) -> None:
    said = take_in(SHARED / name, new_register)
    again = take_in(SHARED / name, new_register)

    assert f"{name}: 1" in said
    assert "new policies" in said
    assert "There is nothing new to record." in again


def test_inspect_shows_a_list_as_somebody_says_its_columns_are(listed: Path) -> None:
    shown = audit("inspect", listed, "--map", "Last review=last approved")

    assert shown.exit_code == 0
    assert "Last review  last approved  as you said" in shown.stdout


def test_inspect_refuses_a_column_that_the_list_does_not_have(listed: Path) -> None:
    ended = audit("inspect", listed, "--map", "Dated=title")

    assert (ended.exit_code, ended.stderr.splitlines()[0]) == (2, "audit: no list has a column 'Dated'")


def test_a_list_may_be_the_text_of_a_version(listed: Path, new_register: Path) -> None:
    audit("policy", "add", "Policy of policies", "--db", new_register, "--by", "Dora")

    published = audit(
        "version", "add", "Policy of policies", "1.0", "--in-force", "1 September 2026", "--file", listed, "--yes",
        "--db", new_register, "--by", "Dora",
    )  # fmt: skip

    assert published.exit_code == 0, published.output


def test_a_csv_of_staff_is_one_outcome_and_a_text_with_tabs_is_a_document(tmp_path: Path, new_register: Path) -> None:
    folder = tmp_path / "policies"
    folder.mkdir()
    (folder / "staff.csv").write_text("".join(f"{','.join(row)}\n" for row in (STAFF, *PEOPLE)))
    (folder / "maths.txt").write_text("Maths Policy\tHedgerow Primary School\nVersion\t2\nNext review\tJune 2027\n")

    shown = audit("import", folder, "--yes", "--db", new_register, "--by", "Dora")

    assert "staff.csv looks like a list of staff; audit staff import" in told(shown.stdout)
    assert "2 files: 1 new policy, 1 passed over." in shown.stdout


def test_a_csv_list_says_the_row_of_each_value(tmp_path: Path, new_register: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("".join(f"{','.join(row)}\n" for row in (HEADING, *ROWS)))

    take_in(path, new_register)

    shown = told(audit("policy", "show", "Behaviour", *AS_OF, "--db", new_register).stdout)
    assert "Next review June 2026, as stated, overdue after 30 June 2026 list.csv, row 2, column Next review" in shown


def test_list_of_which_only_questions_are_left_is_told_shortly(tmp_path: Path, new_register: Path) -> None:
    twice = [("Lettings Policy", "Bursar", date, "") for date in ("June 2024", "June 2023")]
    path = a_workbook(tmp_path / "List.xlsx", *twice, *ROWS)
    take_in(path, new_register)

    again = audit("import", path, "--db", new_register).stdout

    assert again.startswith("There is nothing new to record, and 1 question to answer.\n")
    assert "row 3 (Lettings Policy): row 2 is called Lettings Policy as well" in told(again)
    assert "Its columns" not in again


def test_column_in_which_nothing_stands_is_in_no_doubt(tmp_path: Path, new_register: Path) -> None:
    rows = [("", *row) for row in ROWS]
    path = a_workbook(tmp_path / "List.xlsx", *rows, heading=("No", *HEADING))

    shown = audit("import", path, "--db", new_register).stdout

    assert "Its columns: No (number), Policy (title), Owner" in shown
