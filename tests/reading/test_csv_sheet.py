"""A sheet is read strictly: what is not whole is refused with its row."""

import pytest

from policyaudit.reading.csv_sheet import Sheet, SheetRefused, SheetRow, read_csv

SHEET = Sheet(("name", "role"), (SheetRow(2, ("Ada Inkwell", "Teacher")), SheetRow(3, ("Bea", ""))))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"name,role\nAda Inkwell,Teacher\nBea,\n", id="commas"),
        pytest.param(b"name;role\nAda Inkwell;Teacher\nBea;\n", id="semicolons"),
        pytest.param(b"name\trole\nAda Inkwell\tTeacher\nBea\t\n", id="tabs"),
        pytest.param(b"\xef\xbb\xbfname,role\r\nAda Inkwell,Teacher\r\nBea,\r\n", id="a mark, and Windows line ends"),
        pytest.param(b'"name","role"\n"Ada  Inkwell",Teacher\nBea,""', id="quotation marks, no line end"),
        pytest.param(b"name,role,,\nAda Inkwell,Teacher,,\nBea,,,\n,,,\n", id="empty columns and rows at the end"),
    ],
)
def test_sheet_is_read_however_its_cells_are_parted(content: bytes) -> None:
    assert read_csv(content, file_name="staff.csv") == SHEET


def test_rows_are_numbered_as_a_spreadsheet_numbers_them() -> None:
    sheet = read_csv(b'name\n\n"Ada\nInkwell"\n,\nBea\n', file_name="staff.csv")

    assert sheet.rows == (SheetRow(3, ("Ada Inkwell",)), SheetRow(5, ("Bea",)))


def test_cell_to_the_right_of_the_heading_is_kept_so_that_it_is_seen() -> None:
    sheet = read_csv(b"name,\nAda,stray,\n", file_name="staff.csv")

    assert (sheet.heading, sheet.rows[0].cells) == (("name",), ("Ada", "stray"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"", "staff.csv: there is no row under a heading", id="nothing"),
        pytest.param(b"name,role\n,\n", "staff.csv: there is no row under a heading", id="a heading alone"),
        pytest.param(b"name\nAda\nB\xe9a\n", "staff.csv, row 3: its letters are not UTF-8", id="Windows letters"),
        pytest.param(b"name\nA\0da\n", "staff.csv, row 2: it is no text (it holds a NUL)", id="a NUL"),
        pytest.param(b'name\nAda\n"Bea\n', "staff.csv, row 3: its quotation marks do not match", id="an open quote"),
        pytest.param(b'name\n"Ada"x\n', "staff.csv, row 2: its quotation marks do not match", id="after a quote"),
        pytest.param(b"x" * 10_000_001, "staff.csv: it is larger than 10 MB", id="too large"),
    ],
)
def test_what_is_no_strict_sheet_is_refused_with_its_row(content: bytes, sentence: str) -> None:
    with pytest.raises(SheetRefused) as problem:
        read_csv(content, file_name="staff.csv")

    assert str(problem.value) == sentence
    assert problem.value.next_step
