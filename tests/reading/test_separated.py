"""A text file whose lines are rows of cells is a sheet; any other text stays text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.reading.formats import Kind, kind_of
from policyaudit.reading.lines import DocumentText, Line
from policyaudit.reading.refusals import NoText, Unreadable, WrongKind
from policyaudit.reading.separated import sheet_rows
from policyaudit.reading.separated_sheet import read_separated
from policyaudit.reading.worker import read

SEEDS = Path(__file__).parents[3] / "shared" / "seed-documents"


def cells(content: bytes) -> list[tuple[str, ...]]:
    return [line.cells for line in read_separated(content).lines]


def test_rows_are_lines_numbered_as_a_spreadsheet_numbers_them() -> None:
    text = read_separated(b'Policy,Note,Review\r\n"Uniform\r\nand dress",,2017\r\n\r\nDrugs,,\r\n')

    assert text.media_type == "text/csv"
    assert text.lines == (
        Line(1, ("Policy", "Note", "Review"), table=1, sheet_row=1),
        Line(2, ("Uniform and dress", "", "2017"), table=1, sheet_row=2),
        Line(3, ("Drugs",), table=1, sheet_row=4),
    )


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("Polisi;Nesaf\nGwisg tŷ;2017\n".encode(), id="UTF-8, semicolons"),
        pytest.param("Polisi\tNesaf\nGwisg tŷ\t2017\n".encode("utf-8-sig"), id="UTF-8 with a mark, tabs"),
        pytest.param("Polisi\tNesaf\nGwisg tŷ\t2017\n".encode("utf-16"), id="UTF-16, tabs"),
        pytest.param("sep=|\nPolisi|Nesaf\nGwisg tŷ|2017\n".encode(), id="a sign that the file names"),
        pytest.param('"Polisi","Nesaf"\n"Gwisg tŷ","2017"\n'.encode(), id="quoted"),
    ],
)
def test_a_sheet_is_told_by_its_rows(content: bytes) -> None:
    assert kind_of(content) is Kind.SEPARATED
    assert cells(content) == [("Polisi", "Nesaf"), ("Gwisg tŷ", "2017")]


def test_letters_of_windows_are_read() -> None:
    assert cells("Policy;Cost\nCafé;€5\n".encode("cp1252")) == [("Policy", "Cost"), ("Café", "€5")]


def test_one_column_between_quotation_marks_is_a_sheet() -> None:
    content = b'"Behaviour"\n"The ""Prevent"" duty"\n'

    assert kind_of(content) is Kind.SEPARATED
    assert cells(content) == [("Behaviour",), ('The "Prevent" duty',)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Behaviour\nUniform\nDrugs\n", id="list of names"),
        pytest.param("Pens, paper, glue.\nBooks, bags, coats.\nHats, gloves, scarves.\n", id="sentences with commas"),
        pytest.param("Read; then sign.\nSign; then send.\nSend; then wait.\n", id="sentences with semicolons"),
        pytest.param("Policy,Review\n", id="one row only"),
        pytest.param("A,b\nText without any\nMore text\nAnd more,but,not,alike\n", id="rows that are not alike"),
        pytest.param('"a,b\nc,d\n' + "x" * 200_000, id="a cell longer than any"),
    ],
)
def test_other_text_stays_text(text: str) -> None:
    outcome = read(text.encode())

    assert isinstance(outcome, DocumentText)
    assert outcome.media_type == Kind.PLAIN


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    rows = "".join(f"Policy {n},201{n % 10}\n" for n in range(80))

    read = cells(f'Policy,Review\n"Uniform,2017\n{rows}'.encode())

    assert len(read) == 82
    assert read[1] == ('"Uniform', "2017")


def test_a_sheet_that_is_none_after_its_beginning_is_read_as_text() -> None:
    content = b"Policy,Review\n" * 50 + b'"' + b"x" * 200_000

    text = read_separated(content)

    assert text.media_type == Kind.PLAIN


def test_a_sheet_of_empty_cells_has_no_text() -> None:
    with pytest.raises(NoText, match="is a sheet of separated values"):
        read_separated(b"sep=,\n,,\n,,\n")


def test_a_sheet_of_more_lines_than_any_register_has_is_refused() -> None:
    with pytest.raises(WrongKind, match="a spreadsheet of more than 20,000 rows"):
        read_separated(b"a,b\n" + b"\n" * 500_000)


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet='ab ,;\t"\n\r', max_size=60))
def test_any_text_is_a_sheet_or_none(text: str) -> None:
    rows = sheet_rows(text)
    outcome = read(text.encode())

    assert rows is None or all(isinstance(cell, str) for row in rows for cell in row)
    assert isinstance(outcome, DocumentText | Unreadable)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not beside this checkout")
@pytest.mark.parametrize(("name", "lines"), [("register.utf8.csv", 14), ("register.cp1252-semicolon.csv", 14)])
def test_a_register_says_what_it_shows(name: str, lines: int) -> None:
    text = read_separated((SEEDS / name).read_bytes())

    by_row = {line.sheet_row: line.cells for line in text.lines}
    assert len(by_row) >= lines
    assert by_row[1] == (
        *("No.", "Policy", "Statutory", "Owner", "Committee", "Last review", "Cycle", "Next review", "Signed off by"),
    )
    assert by_row[3][5:8] == ("04/09/2023", "Annually", "01-09-2024")
