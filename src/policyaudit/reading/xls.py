"""Old Excel workbooks (.xls): the rows of their sheets, each cell as Excel shows it.

A library reads the texts; how much of a date or number is shown it does not tell, so numbers and their formats come
from the file's own records. A workbook of before 1997 has none that are read here: its dates stay the days they are.
"""

import math
from collections.abc import Iterator
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from policyaudit.reading.formats import NAMES, Kind
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.number_formats import general
from policyaudit.reading.ole import stream
from policyaudit.reading.refusals import Damaged, Locked, NoText
from policyaudit.reading.sheet_lines import Grid, Merged, lines_of, too_large
from policyaudit.reading.sheet_warnings import Unread
from policyaudit.reading.xls_records import BookRecords, SheetRecords

_MOST_PLACES = 4_000_000  # from the first cell to the last: they are all gone through
_TRUTH = {True: "TRUE", False: "FALSE"}


def read_xls(content: bytes) -> DocumentText:
    """Read the lines of an old Excel workbook."""
    records, unread = BookRecords(stream(content, "Workbook") or b""), Unread()
    if records.is_locked:
        raise Locked
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        lines = tuple(lines_of(_grids(workbook, records, unread), unread))
    except CalamineError:
        raise Damaged(kind=NAMES[Kind.OLD_EXCEL], what="its cells cannot be made out") from None
    if not lines:
        raise NoText(kind=f"an {NAMES[Kind.OLD_EXCEL]}")
    return DocumentText(media_type=Kind.OLD_EXCEL, lines=lines, warnings=tuple(unread.warnings()))


def _grids(workbook: CalamineWorkbook, records: BookRecords, unread: Unread) -> Iterator[Grid]:
    """The sheets of cells that are not hidden, in the order of their tabs."""
    for number, sheet in enumerate(workbook.sheets_metadata):
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible != SheetVisibleEnum.Visible:
            unread.sheets += 1
        elif sheet.typ == SheetTypeEnum.WorkSheet:
            own = records.sheet(number)
            grid = _grid(workbook.get_sheet_by_index(number), own)
            for (row, column), (figure, style) in own.numbers.items():
                shown = records.number_format(style).show(figure) if math.isfinite(figure) else ""
                grid.cells.get(row, {}).pop(column, None)
                grid.put(row, column, shown)
            unread.errors += [grid.place(*place) for place in own.errors]
            unread.comments += own.comments
            yield grid


def _grid(sheet: CalamineSheet, own: SheetRecords) -> Grid:
    """What the library reads of a sheet: its texts, and numbers and dates as they are kept."""
    last_row, last_column = sheet.end or (0, 0)
    if last_row * last_column > _MOST_PLACES:
        raise too_large()
    grid = Grid(sheet.name, hidden_rows=own.hidden_rows, hidden_columns=own.hidden_columns)
    for row, cells in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        for column, value in enumerate(cells, start=1):
            if value != "":
                grid.put(row, column, _kept(value))
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        grid.merged.append(Merged(top + 1, left + 1, bottom + 1, right + 1))
    return grid


def _kept(value: object) -> str:
    """A value as it is kept, where nothing says how it is shown."""
    if isinstance(value, bool):
        return _TRUTH[value]
    return general(float(value)) if isinstance(value, int | float) else str(value)
