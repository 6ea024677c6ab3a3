"""Text files that are sheets (.csv, .tsv): their rows as lines, numbered as a spreadsheet numbers them."""

from policyaudit.reading.characters import decode
from policyaudit.reading.formats import NAMES, Kind
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.plain import read_plain
from policyaudit.reading.refusals import NoText
from policyaudit.reading.separated import sheet_rows
from policyaudit.reading.sheet_lines import Grid, lines_of, too_large
from policyaudit.reading.sheet_warnings import Unread

_MOST_LINES = 500_000  # empty ones among them; more would not fit in memory as rows


def read_separated(content: bytes) -> DocumentText:
    """Read the lines of a sheet in a text file; one that is none after all is read as text."""
    text = decode(content)
    if text.count("\n") > _MOST_LINES:
        raise too_large()
    rows = sheet_rows(text)
    if rows is None:
        return read_plain(content)
    grid = Grid("")
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row, start=1):
            grid.put(number, column, cell)
    lines = tuple(lines_of([grid], Unread()))
    if not lines:
        raise NoText(kind=f"a {NAMES[Kind.SEPARATED]}")
    return DocumentText(media_type=Kind.SEPARATED, lines=lines)
