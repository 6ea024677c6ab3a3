"""An old Excel workbook is read as Excel shows it."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from policyaudit.reading.lines import Line
from policyaudit.reading.ole import stream
from policyaudit.reading.refusals import Damaged, Locked, NoText, Unreadable, WrongKind
from policyaudit.reading.xls import read_xls
from policyaudit.reading.xls_records import BookRecords
from tests.reading.making_xls import ole, record, styled, xls

SEEDS = Path(__file__).parents[3] / "shared" / "seed-documents"


def cells(content: bytes) -> list[tuple[str, ...]]:
    return [line.cells for line in read_xls(content).lines]


def test_rows_are_lines_with_their_sheet_and_number() -> None:
    text = read_xls(xls([["Policy", None, "Review"], [], ["Gwisg tŷ", None, "2017"]]))

    assert text.media_type == "application/vnd.ms-excel"
    assert text.lines == (
        Line(1, ("Policy", "Review"), table=1, sheet="Policies", sheet_row=1),
        Line(2, ("Gwisg tŷ", "2017"), table=1, sheet="Policies", sheet_row=3),
    )
    assert text.warnings == ()


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        pytest.param(date(2017, 6, 30), "mmm yyyy", "June 2017", id="month"),
        pytest.param(date(2017, 6, 30), "dd/mm/yyyy", "30/06/2017", id="day"),
        pytest.param(date(2017, 6, 30), "M/D/YY", "30/06/2017", id="the computer's short date"),
        pytest.param(date(2023, 6, 7), "mm/dd/yyyy", "7 June 2023", id="American order"),
        pytest.param(date(2017, 6, 30), "yyyy", "2017", id="year"),
        pytest.param(datetime(2017, 6, 30, 9, 15), "dd/mm/yyyy hh:mm", "30/06/2017 09:15", id="moment"),  # noqa: DTZ001
        pytest.param(time(9, 15), "h:mm", "09:15", id="time"),
        pytest.param(3, "General", "3", id="number"),
        pytest.param(1.1, "0.00", "1.10", id="version"),
        pytest.param(1.25, "General", "1.25", id="hundredths"),
        pytest.param(1 / 3, "General", "0.3333333333", id="long number"),
        pytest.param(True, "General", "TRUE", id="true"),
        pytest.param(False, "General", "FALSE", id="false"),
        pytest.param("Sept 23", "General", "Sept 23", id="text"),
        pytest.param(5, ";;;", "", id="not shown"),
    ],
)
@pytest.mark.parametrize("is_1904", [False, True], ids=["days from 1900", "days from 1904"])
def test_a_cell_says_what_excel_shows(value: object, code: str, shown: str, *, is_1904: bool) -> None:
    def count(book: Any, sheet: Any) -> None:  # noqa: ANN401 a library without types
        book.dates_1904 = is_1904
        sheet.write(0, 0, value, styled(code))
        sheet.write(0, 1, "end")

    assert cells(xls([], more=count)) == [(shown, "end") if shown else ("end",)]


def test_what_is_hidden_is_left_out_and_counted() -> None:
    def hide(book: Any, sheet: Any) -> None:  # noqa: ANN401 a library without types
        sheet.row(1).hidden = True
        sheet.col(0).width = 5_000
        sheet.col(1).hidden = True
        for name, visibility in (("Secret", 1), ("Lists", 2)):
            other = book.add_sheet(name)
            other.visibility = visibility
            other.write(0, 0, "x")

    text = read_xls(xls([["Policy", "Cost", "Next"], ["Withdrawn", 5, 6]], more=hide))

    assert [line.cells for line in text.lines] == [("Policy", "Next")]
    assert text.warnings == ("has 1 hidden row, 1 hidden column and 2 hidden sheets, which are not read",)


def test_merged_cells_speak_for_every_row_beside_them() -> None:
    def merge(_: Any, sheet: Any) -> None:  # noqa: ANN401 a library without types
        sheet.write_merge(0, 1, 0, 0, "Finance")

    assert cells(xls([[None, "Charging"], [None, "Lettings"]], more=merge)) == [
        ("Finance", "Charging"),
        ("Finance", "Lettings"),
    ]


def test_many_numbers_in_a_row_are_read() -> None:
    def write(_: Any, sheet: Any) -> None:  # noqa: ANN401 a library without types
        for column in range(4):
            sheet.row(0).set_cell_number(column, column + 0.5)

    assert cells(xls([], more=write)) == [("0.5", "1.5", "2.5", "3.5")]


def test_errors_are_empty_and_named() -> None:
    def fail(_: Any, sheet: Any) -> None:  # noqa: ANN401 a library without types
        sheet.row(0).set_cell_error(1, "#DIV/0!")

    text = read_xls(xls([["Policy"]], more=fail))

    assert text.text == "Policy"
    assert text.warnings == ("has 1 cell with an error in place of a value, read as empty: Policies B1",)


def book(*cells: bytes, before: bytes = b"", sort: int = 0) -> bytes:
    """The records of a workbook with one sheet, "P", of these cells."""
    begin, end = record(0x809, "HHHHII", 0x600, 0x10, 0, 0, 0, 0), record(0x0A, "")
    globals_before = begin + before
    start = len(globals_before) + len(record(0x85, "IBBBB1s", 0, 0, sort, 1, 0, b"P")) + len(end)
    entry = record(0x85, "IBBBB1s", start, 0, sort, 1, 0, b"P")
    dimensions = record(0x200, "IIHHH", 0, 9, 0, 9, 0)
    return globals_before + entry + end + begin + dimensions + b"".join(cells) + end


def padded(records: bytes) -> bytes:
    return records.ljust(5_000, b"\0")


def test_formulas_numbers_and_notes_are_read_from_their_records() -> None:
    style = record(0x41E, "HHB8s", 164, 8, 0, b"mmm yyyy") + record(0xE0, "HH", 0, 164) + record(0xE0, "HH", 0, 999)
    wide = record(0x41E, "HHB8s", 165, 4, 1, "yyyy".encode("utf-16-le"))
    number = record(0x06, "HHHdHIH", 0, 0, 0, 42916.0, 0, 0, 0)
    error = record(0x06, "HHHB1xB3xHHIH", 1, 0, 0, 2, 42, 0xFFFF, 0, 0, 0)
    text = record(0x06, "HHHB5xHHIH", 2, 0, 0, 3, 0xFFFF, 0, 0, 0)
    short = record(0xBD, "HHHIHIH", 0, 1, 1, (5 << 2) | 2, 9, (250 << 2) | 3, 2)
    note = record(0x1C, "HH", 0, 0)
    chart = record(0x809, "HH", 0x600, 0x20) + record(0x203, "HHHd", 7, 7, 0, 1.0) + record(0x0A, "")

    read = read_xls(
        ole(
            "Workbook",
            padded(book(number, error, text, short, note, chart, before=style + wide + record(0x22, "H", 0))),
        )
    )

    assert [line.cells for line in read.lines] == [("June 2017", "5", "2.5")]
    assert read.warnings == (
        "has 1 cell with an error in place of a value, read as empty: P A2",
        "has 1 comment, which is not read",
    )


def test_records_that_are_cut_short_are_passed_over() -> None:
    cut = (record(0x203, "H", 1), record(0x203, "HHHd", 2, 3, 4, 2.5))
    records = BookRecords(book(*cut, before=record(0x41E, "H", 1) + record(0x22, "H", 1)))

    assert records.sheet(0).numbers == {(3, 4): (2.5, 4)}
    assert records.sheet(7).numbers == {}
    assert records.number_format(0).show(1.0) == "1"


def test_more_numbers_than_any_register_has_are_refused() -> None:
    many = [record(0xBD, "HH1500xH", row, 0, 249) for row in range(4_001)]

    with pytest.raises(WrongKind, match="1,000,000 cells"):
        BookRecords(book(*many)).sheet(0)


def test_sheets_of_charts_are_passed_over() -> None:
    with pytest.raises(NoText):
        read_xls(ole("Workbook", padded(book(record(0x203, "HHHd", 0, 0, 0, 2.0), sort=2))))


def test_numbers_that_are_none_say_nothing() -> None:
    cells = (record(0x203, "HHHd", 0, 0, 0, float("inf")), record(0x203, "HHHd", 0, 1, 0, 2.0))

    read = read_xls(ole("Workbook", padded(book(*cells))))

    assert [line.cells for line in read.lines] == [("2",)]


def test_a_small_workbook_is_read_too() -> None:
    records = book(record(0x203, "HHHd", 0, 0, 0, 2.0))

    assert stream(ole("Workbook", records, small=True), "Workbook") == records


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(ole("Other", bytes(5_000)), id="another name"),
        pytest.param(ole("Workbook", bytes(5_000))[:0x1E] + b"\xff\xff" + bytes(600), id="sectors of no size"),
        pytest.param(ole("Workbook", bytes(5_000))[:300], id="cut short"),
    ],
)
def test_a_file_without_the_stream_has_none(content: bytes) -> None:
    assert stream(content, "Workbook") is None


def test_chains_that_never_end_are_left() -> None:
    whole = (bytes(508) + (3).to_bytes(4, "little")) * 10
    content = bytearray(ole("Workbook", whole))
    content[512 + 4 * 3 : 512 + 4 * 4] = (3).to_bytes(4, "little")
    content[0x44:0x48] = (3).to_bytes(4, "little")

    assert stream(bytes(content), "Workbook") == whole


@pytest.mark.parametrize(
    ("content", "reason", "what"),
    [
        pytest.param(ole("Workbook", padded(book(before=record(0x2F, "H", 0)))), Locked, "locked", id="locked"),
        pytest.param(
            ole("Workbook", padded(book(record(0x203, "H", 1)))),
            Damaged,
            "its cells cannot be made out",
            id="cut record",
        ),
        pytest.param(xls([["x"]])[:2_000], Damaged, "its cells cannot be made out", id="cut short"),
        pytest.param(xls([[None]]), NoText, "is an old Excel workbook without any text", id="no words"),
        pytest.param(
            xls([], more=lambda _, sheet: [sheet.write(row, 255, "z") for row in (0, 65_535)]),
            WrongKind,
            "a spreadsheet of more than 20,000 rows",
            id="a cell at the far end",
        ),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, reason: type[Unreadable], what: str) -> None:
    with pytest.raises(reason, match=what):
        read_xls(content)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not beside this checkout")
def test_a_register_says_what_it_shows() -> None:
    text = read_xls((SEEDS / "register.xls").read_bytes())

    by_row = {line.sheet_row: line.cells for line in text.lines}
    assert len(by_row) == 14
    assert by_row[3][:2] == ("36", "Safeguarding and Child Protection")
    assert by_row[3][5:8] == ("04/09/2023", "Annually", "01/09/2024")
