"""The rows of a CSV sheet, numbered as a spreadsheet numbers them; a sheet that is not strictly one is refused."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from policyaudit.domain.clean_text import clean
from policyaudit.errors import NothingRecorded

LARGEST: Final = 10_000_000  # bytes: some hundred thousand rows
_SEPARATORS: Final = ",;\t"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row under the heading; its cells are cleaned, as many as there are in it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its heading, and the rows in which anything stands; empty columns at the right end are left out."""

    heading: tuple[str, ...]
    rows: tuple[SheetRow, ...]


class SheetRefused(NothingRecorded):
    """A file that is no strict CSV sheet: which one, where and why."""

    def __init__(self, file_name: str, why: str, *, row: int | None = None, next_step: str) -> None:
        where = f"{file_name}, row {row}" if row else file_name
        super().__init__(f"{where}: {why}", next_step=next_step)


def read_csv(content: bytes, *, file_name: str) -> Sheet:
    """The sheet that these bytes are: UTF-8 with or without a mark, cells parted by comma, semicolon or tab.

    Raises `SheetRefused`, with the row, for other encodings, NUL, broken quotation marks and a sheet without rows.
    """
    text = _text(content, file_name)
    rows = [row for row in _rows(text, file_name) if any(row.cells)]
    if len(rows) < 2:  # noqa: PLR2004 - a heading and a row
        raise SheetRefused(file_name, "there is no row under a heading", next_step="save the sheet as CSV again")
    heading = _without_empty_end(rows[0].cells)
    return Sheet(heading, tuple(SheetRow(row.number, _cut(row.cells, len(heading))) for row in rows[1:]))


def _text(content: bytes, file_name: str) -> str:
    if len(content) > LARGEST:
        why = f"it is larger than {LARGEST // 1_000_000} MB"
        raise SheetRefused(file_name, why, next_step="import it in parts")
    if b"\0" in content:
        row = content[: content.index(b"\0")].count(b"\n") + 1
        step = "save the sheet as 'CSV UTF-8' and import that"
        raise SheetRefused(file_name, "it is no text (it holds a NUL)", row=row, next_step=step)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        step = "save the sheet as 'CSV UTF-8' and import that"
        raise SheetRefused(file_name, "its letters are not UTF-8", row=row, next_step=step) from None


def _rows(text: str, file_name: str) -> Iterator[SheetRow]:
    """Every row, empty ones too, so that the numbers are the spreadsheet's."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    number = 0
    try:
        for number, cells in enumerate(lines, start=1):
            yield SheetRow(number, tuple(map(clean, cells)))
    except csv.Error:
        step = 'a cell that holds a quotation mark is written "...""..."'
        raise SheetRefused(file_name, "its quotation marks do not match", row=number + 1, next_step=step) from None


def _cut(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    """The cells under the heading; what stands to the right of it stays, so that it is seen."""
    return cells[:width] + _without_empty_end(cells[width:])


def _without_empty_end(cells: tuple[str, ...]) -> tuple[str, ...]:
    filled = [place for place, cell in enumerate(cells, start=1) if cell]
    return cells[: max(filled, default=0)]


def _separator(text: str) -> str:
    """What parts the cells of the heading most often; a comma if nothing does."""
    heading = text.partition("\n")[0]
    return max(_SEPARATORS, key=heading.count)
