"""A sheet of staff is understood by the headings that schools use, and each bad row says why it is bad."""

from datetime import date

import pytest

from policyaudit.reading.csv_sheet import SheetRefused, read_csv
from policyaudit.reading.staff_sheet import StaffRow, StaffSheet, read_staff


def sheet(text: str) -> StaffSheet:
    return read_staff(read_csv(text.encode(), file_name="staff.csv"), file_name="staff.csv")


def bad(text: str) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.number, row.reasons) for row in sheet(text).bad]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "name,email,role,groups,started,left\n"
            "Ada Inkwell,ada@larkmead.example,Teacher,teaching;governors,1 September 2024,31/08/2026\n",
            id="our own words",
        ),
        pytest.param(
            "Forename;Surname;E-mail address;Job title;Staff group;Start date;Leaving date\n"
            "Ada;Inkwell;ada@larkmead.example;Teacher;teaching, governors;2024-09-01;31.8.26\n",
            id="those of a school's system",
        ),
    ],
)
def test_headings_are_recognised_loosely(text: str) -> None:
    assert sheet(text).rows == (
        StaffRow(
            number=2,
            name="Ada Inkwell",
            email="ada@larkmead.example",
            role="Teacher",
            groups=("teaching", "governors"),
            started=date(2024, 9, 1),
            left=date(2026, 8, 31),
        ),
    )


def test_what_a_row_leaves_empty_is_not_said() -> None:
    rows = sheet("surname,first name,groups,email\nInkwell,,,\n").rows

    assert rows == (StaffRow(number=2, name="Inkwell", email=None, role=None, groups=(), started=None, left=None),)
    assert sheet("name\nAda\n").rows[0].groups is None


@pytest.mark.parametrize(
    ("heading", "sentence", "step"),
    [
        pytest.param(
            "name,Payroll number",
            "staff.csv, row 1: the column 'Payroll number' is not known",
            "take it out, or call it one of: name, first name, surname, e-mail, role, groups, started, left",
            id="an unknown column",
        ),
        pytest.param(
            "nmae", "staff.csv, row 1: the column 'nmae' is not known", "did you mean 'name'?", id="a misspelt column"
        ),
        pytest.param(
            "name,,role",
            "staff.csv, row 1: column 2 has no heading",
            "take it out, or call it one of: name, first name, surname, e-mail, role, groups, started, left",
            id="a column without a heading",
        ),
        pytest.param(
            "name,email,E-mail",
            "staff.csv, row 1: the column e-mail stands there twice",
            "leave one of the two",
            id="a column twice",
        ),
        pytest.param(
            "first name,role",
            "staff.csv, row 1: no column says who is meant",
            "call the column with the names 'name', or two columns 'first name' and 'surname'",
            id="no column with names",
        ),
    ],
)
def test_heading_that_is_not_known_is_refused(heading: str, sentence: str, step: str) -> None:
    with pytest.raises(SheetRefused) as problem:
        sheet(f"{heading}\nAda,b,c\n")

    assert (str(problem.value), problem.value.next_step) == (sentence, step)


@pytest.mark.parametrize(
    ("row", "reasons"),
    [
        pytest.param("Ada", ("it has 1 cells where the heading has 4",), id="too few cells"),
        pytest.param("Ada,,,,x", ("it has 5 cells where the heading has 4",), id="too many cells"),
        pytest.param(",Teacher,,", ("it names nobody",), id="no name"),
        pytest.param(
            "Ada,,31 June 2024,", ("started: '31 June 2024' cannot be used as a day: there is no 31 June",), id="no day"
        ),
        pytest.param("Ada,,,June 2024", ("left: 'June 2024' names no day, only the month",), id="a month"),
        pytest.param(
            ",,soon,2024",
            (
                "it names nobody",
                "started: 'soon' cannot be used as a day: it names no month or year",
                "left: '2024' names no day, only the year",
            ),
            id="everything at once",
        ),
    ],
)
def test_bad_row_says_everything_that_is_wrong_with_it(row: str, reasons: tuple[str, ...]) -> None:
    assert bad(f"name,role,started,left\nBea,,,\n{row}\n") == [(3, reasons)]


def test_our_own_file_of_bad_rows_is_read_without_their_reasons() -> None:
    read = sheet("why it was left out,name,role\n'soon' is no day,'=Otto,'s Cook\n,Ada Inkwell\n")

    assert read.heading == ("name", "role")
    assert [(row.name, row.role) for row in read.rows] == [("=Otto", "'s Cook")]
    assert [row.reasons for row in read.bad] == [("it has 1 cells where the heading has 2",)]
