"""An OpenDocument spreadsheet is read as it is shown."""

from pathlib import Path

import pytest

from policyaudit.reading.lines import Line
from policyaudit.reading.ods import read_ods
from policyaudit.reading.refusals import Damaged, Hostile, Locked, NoText, Unreadable, WrongKind
from tests.reading.making_documents import zipped
from tests.reading.making_ods import cell, ods, row, sheet

SEEDS = Path(__file__).parents[3] / "shared" / "seed-documents"
_DAY, _MONTH, _YEAR = "<number:day/>", "<number:month/>", "<number:year number:style='long'/>"
_NAME = "<number:month number:textual='true'/>"


def a_date(value: str, marks: str = "") -> str:
    return f"<table:table-cell office:value-type='date' office:date-value='{value}' {marks}/>"


def a_style(parts: str, marks: str = "") -> str:
    return (
        f"<number:date-style style:name='N1' {marks}>{parts}</number:date-style>"
        "<style:style style:name='parent' style:family='table-cell' style:data-style-name='N1'/>"
        "<style:style style:name='ce1' style:family='table-cell' style:parent-style-name='parent'/>"
    )


def cells(content: bytes) -> list[tuple[str, ...]]:
    return [line.cells for line in read_ods(content).lines]


def test_rows_are_lines_with_their_sheet_and_number() -> None:
    text = read_ods(
        ods(
            row("Policy", "<table:table-cell table:number-columns-repeated='16382'/>", "Review")
            + "<table:table-row table:number-rows-repeated='2'><table:table-cell/></table:table-row>"
            + row("Two <text:s/>words", cell("a line</text:p><text:p>and another")),
            sheet("Old ones", row("Uniform")),
        )
    )

    assert text.media_type == "application/vnd.oasis.opendocument.spreadsheet"
    assert text.title_property == "Register"
    assert text.lines == (
        Line(1, ("Policy", "", "Review"), table=1, sheet="Policies", sheet_row=1),
        Line(2, ("Two words", "a line and another", ""), table=1, sheet="Policies", sheet_row=4),
        Line(3, ("Uniform",), table=2, sheet="Old ones", sheet_row=1),
    )


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        pytest.param(f"{_NAME}<number:text> </number:text>{_YEAR}", "June 2023", id="month"),
        pytest.param(
            f"{_DAY}<number:text>/</number:text>{_MONTH}<number:text>/</number:text>{_YEAR}", "07/06/2023", id="day"
        ),
        pytest.param(
            f"{_MONTH}<number:text>/</number:text>{_DAY}<number:text>/</number:text>{_YEAR}",
            "7 June 2023",
            id="American order",
        ),
        pytest.param(_YEAR, "2023", id="year"),
        pytest.param(
            f"<number:day-of-week/><number:text/>{_DAY}<number:text> </number:text>{_NAME}",
            "Wednesday 7 June",
            id="weekday",
        ),
    ],
)
def test_a_date_has_the_precision_that_is_shown(parts: str, shown: str) -> None:
    read = cells(ods(row(a_date("2023-06-07", "table:style-name='ce1'")), styles=a_style(parts)))

    assert read == [(shown,)]


@pytest.mark.parametrize(
    ("before", "marks", "row_marks"),
    [
        pytest.param("", "table:style-name='ce1'", "", id="of the cell"),
        pytest.param("", "", "table:default-cell-style-name='ce1'", id="of the row"),
        pytest.param("<table:table-column table:default-cell-style-name='ce1'/>", "", "", id="of the column"),
    ],
)
def test_a_format_may_be_that_of_the_cell_the_row_or_the_column(before: str, marks: str, row_marks: str) -> None:
    styles = a_style(f"{_NAME}<number:text> </number:text>{_YEAR}")

    read = cells(ods(before + row(a_date("2023-06-07", marks), marks=row_marks), styles=styles))

    assert read == [("June 2023",)]


def test_the_short_date_of_the_computer_is_day_first() -> None:
    parts = f"{_MONTH}<number:text>/</number:text>{_DAY}<number:text>/</number:text>{_YEAR}"
    styles = a_style(parts, "number:automatic-order='true'")

    read = cells(ods(row(a_date("2023-06-07", "table:style-name='ce1'")), styles=styles))

    assert read == [("07/06/2023",)]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param("2023-06-07", "2023-06-07", id="day"),
        pytest.param("2023-06-07T09:15:00", "2023-06-07", id="moment"),
        pytest.param("-0044-03-15", "-0044-03-15", id="no calendar has it"),
    ],
)
def test_a_date_without_a_format_is_shown_whole(value: str, shown: str) -> None:
    read = cells(ods(row(a_date(value))))

    assert read == [(shown,)]


def test_a_time_is_shown_with_its_date() -> None:
    parts = f"{_YEAR}<number:text>-</number:text>{_MONTH}<number:text>-</number:text>{_DAY}<number:text> </number:text>"
    styles = a_style(f"{parts}<number:hours/><number:text>:</number:text><number:minutes/><number:am-pm/>")

    read = cells(ods(row(a_date("2023-09-04T09:15:00", "table:style-name='ce1'")), styles=styles))

    assert read == [("2023-09-04 09:15",)]


def test_numbers_read_as_they_are_shown() -> None:
    number = "<table:table-cell office:value-type='float' office:value='1.1'><text:p>1.10</text:p></table:table-cell>"

    assert cells(ods(row(number))) == [("1.10",)]


def test_merged_cells_speak_for_every_row_beside_them() -> None:
    merged = cell("Finance", "table:number-rows-spanned='2'")
    wide = cell("Policies", "table:number-columns-spanned='2'")
    covered = "<table:covered-table-cell><text:p>below</text:p></table:covered-table-cell>"

    read = cells(ods(row(wide, covered) + row(merged, "Charging") + row(covered, "Lettings")))

    assert read == [("Policies",), ("Finance", "Charging"), ("Finance", "Lettings")]


def test_what_is_hidden_is_left_out_and_counted() -> None:
    hidden = "<table:table-column/><table:table-column table:visibility='collapse'/>"
    properties = "<style:table-properties table:display='false'/>"
    styles = f"<style:style style:name='ta2' style:family='table'>{properties}</style:style>"

    text = read_ods(
        ods(
            hidden
            + row("Policy", "Cost", "Review")
            + row("Gone", "<table:soft-page-break/>", marks="table:visibility='filter'")
            + row("Away", marks="table:visibility='collapse' table:number-rows-repeated='2'"),
            sheet("Secret", row("x"), style="ta2"),
            styles=styles,
        )
    )

    assert [line.cells for line in text.lines] == [("Policy", "Review")]
    assert text.warnings == ("has 3 hidden rows, 1 hidden column and 1 hidden sheet, which are not read",)


def test_what_has_no_value_is_named_and_comments_are_counted() -> None:
    error = "calcext:value-type='error' table:formula='of:=1/0'"
    text = read_ods(
        ods(
            row("Behaviour", "<table:table-cell table:formula='of:=NOW()'/>")
            + row(
                "Uniform <office:annotation><text:p>why?</text:p></office:annotation>",
                f"<table:table-cell {error}><text:p>#N/A</text:p></table:table-cell>",
            )
        )
    )

    assert [line.cells for line in text.lines] == [("Behaviour",), ("Uniform",)]
    assert text.warnings == (
        "has 1 formula saved without a value, read as empty: Policies B1",
        "has 1 cell with an error in place of a value, read as empty: Policies B2",
        "has 1 comment, which is not read",
    )


@pytest.mark.parametrize(
    ("content", "reason", "what"),
    [
        pytest.param(ods(row("")), NoText, "is an OpenDocument spreadsheet without any text", id="no words"),
        pytest.param(
            ods(manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"),
            Locked,
            "is locked with a password",
            id="locked",
        ),
        pytest.param(zipped({"x": ""}), Damaged, "the part with its text is missing", id="no content"),
        pytest.param(zipped({"content.xml": "<!DOCTYPE a><a/>"}), Hostile, "declares entities", id="declarations"),
        pytest.param(
            ods(row("x", marks="table:number-rows-repeated='99999999999'")),
            WrongKind,
            "a spreadsheet of more than 20,000 rows",
            id="one row again and again",
        ),
        pytest.param(
            ods(row(cell("x", "table:number-columns-repeated='16384'")) * 70),
            WrongKind,
            "or 1,000,000 cells",
            id="one cell again and again",
        ),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, reason: type[Unreadable], what: str) -> None:
    with pytest.raises(reason, match=what):
        read_ods(content)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not beside this checkout")
def test_a_register_says_what_it_shows() -> None:
    text = read_ods((SEEDS / "register.libreoffice.ods").read_bytes())

    by_row = {line.sheet_row: line.cells for line in text.lines if line.sheet == "Policy register"}
    assert len(by_row) == 16
    assert by_row[17][5:8] == ("September 2022", "2 years", "September 2024")
    assert by_row[18][5:8] == ("07/06/2023", "Annual", "07/06/2024")
    assert text.warnings == ("has 1 hidden row, which is not read",)
