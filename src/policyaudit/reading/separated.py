"""Text that is a sheet: rows of cells parted by commas, semicolons or tabs, as spreadsheets save them (CSV)."""

import csv
import io
import re
from collections import Counter
from typing import Final

_SEPARATORS: Final = "\t;,"
_TOLD = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)  # Excel's own first line
_TRIED = 40  # rows by which a sheet is told
_LONGEST_TRIED = 100_000
_FEWEST_ROWS = 2
_ALIKE = 0.85  # of the rows have as many cells as most
_SPACED = 0.2  # of the cells begin with a space: more is running text
_MOST_LINES = 50  # in one cell: more is a quotation mark that was never closed
_QUOTED_LINE = re.compile(r'"(?:[^"]|"")*"')


def sheet_rows(text: str) -> list[list[str]] | None:
    """The rows of a text that is a sheet, empty ones too, so that their places are the spreadsheet's; else None."""
    told = _TOLD.match(text)
    if told:
        return _rows(text[told.end() :], told[1])
    separator = _separator(text[:_LONGEST_TRIED])
    return _rows(text, separator) if separator else None


def is_sheet(text: str) -> bool:
    """Whether a text is a sheet, told by how it begins."""
    return _TOLD.match(text) is not None or _separator(text[:_LONGEST_TRIED]) is not None


def _separator(beginning: str) -> str | None:
    """What parts the cells of a sheet that begins so."""
    if _is_one_column(beginning):
        return ","
    return next((sign for sign in _SEPARATORS if sign in beginning and _parts(beginning, sign)), None)


def _is_one_column(beginning: str) -> bool:
    """Whether each line is one cell between quotation marks."""
    lines = [line.strip() for line in beginning.splitlines() if line.strip()]
    return len(lines) >= _FEWEST_ROWS and all(map(_QUOTED_LINE.fullmatch, lines))


def _parts(beginning: str, sign: str) -> bool:
    """Whether a sign parts these rows into cells: as many in nearly all of them, and not as it parts a sentence."""
    rows = [row for row in (_rows(beginning, sign) or ())[:_TRIED] if any(map(str.strip, row))]
    if len(rows) < _FEWEST_ROWS:
        return False
    [(width, count)] = Counter(map(len, rows)).most_common(1)
    cells = [cell for row in rows for cell in row[1:] if cell]
    spaced = sum(cell.startswith(" ") for cell in cells)
    return width > 1 and count >= _ALIKE * len(rows) and (sign == "\t" or spaced <= _SPACED * len(cells))


def _rows(text: str, separator: str) -> list[list[str]] | None:
    """All rows; where a quotation mark is never closed, quotation marks are letters like any other."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        if any(cell.count("\n") > _MOST_LINES for row in rows for cell in row):
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=csv.QUOTE_NONE))
    except csv.Error:
        return None
    return rows
