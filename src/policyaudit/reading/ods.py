"""OpenDocument spreadsheets (.ods): the rows of their sheets, each cell as the sheet shows it.

Source: OpenDocument 1.3 part 3, sections 9.1 (tables) and 19.385 (values of cells).
"""

from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import Element

from policyaudit.reading.flow import Paragraph
from policyaudit.reading.formats import NAMES, Kind
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.ods_styles import SheetStyles
from policyaudit.reading.odt_text import OpenDocumentText
from policyaudit.reading.open_document import opened, optional, title_of
from policyaudit.reading.refusals import NoText
from policyaudit.reading.sheet_lines import Grid, Merged, lines_of
from policyaudit.reading.sheet_warnings import Unread
from policyaudit.reading.shown_dates import shown

_HIDDEN = {"collapse", "filter"}
_CELLS = {"table.table-cell", "table.covered-table-cell"}
_STYLE = "table.default-cell-style-name"
_FURTHEST = 1_048_576  # rows that a sheet can have


def read_ods(content: bytes) -> DocumentText:
    """Read the lines of an OpenDocument spreadsheet."""
    package, unread = opened(content, kind=NAMES[Kind.OPEN_SPREADSHEET]), Unread()
    reader = _Sheets(unread)
    reader.styles.add(optional(package, "styles.xml"))
    package.required("content.xml", each=reader.handlers)
    lines = tuple(lines_of(reader.grids, unread))
    if not lines:
        raise NoText(kind=f"an {NAMES[Kind.OPEN_SPREADSHEET]}")
    return DocumentText(
        media_type=Kind.OPEN_SPREADSHEET,
        lines=lines,
        title_property=title_of(package),
        warnings=tuple(unread.warnings()),
    )


class _Sheets:
    """Reads the XML of all sheets into grids; a sheet's name and style are known when its last row has been read."""

    def __init__(self, unread: Unread) -> None:
        self.grids: list[Grid] = []
        self.styles = SheetStyles()
        self._unread, self._text = unread, OpenDocumentText(())
        self._begin()
        self.handlers = {
            "office.automatic-styles": self.styles.add,
            "table.table-column": self._read_column,
            "table.table-row": self._read_row,
            "table.table": self._end_sheet,
        }

    def _begin(self) -> None:
        self._grid = Grid("")
        self._row = self._column = 0
        self._column_styles: list[tuple[range, str]] = []
        self._formulas: list[tuple[int, int]] = []
        self._errors: list[tuple[int, int]] = []

    def _end_sheet(self, node: Element) -> None:
        self._grid.name = node.get("table.name", "")
        if self.styles.is_hidden(node.get("table.style-name", "")):
            self._unread.sheets += 1
        else:
            self.grids.append(self._grid)
            self._unread.formulas += [self._grid.place(*at) for at in self._formulas]
            self._unread.errors += [self._grid.place(*at) for at in self._errors]
        self._begin()

    def _read_column(self, node: Element) -> None:
        columns = range(self._column + 1, self._column + 1 + _times(node, "table.number-columns-repeated"))
        self._column = columns.stop - 1
        self._column_styles.append((columns, node.get(_STYLE, "")))
        if node.get("table.visibility") in _HIDDEN:
            self._grid.hidden_columns.append(columns)

    def _read_row(self, node: Element) -> None:
        times = _times(node, "table.number-rows-repeated")
        rows = range(self._row + 1, self._row + 1 + times)
        self._row += times
        self._unread.comments += sum(1 for _ in node.iter("office.annotation"))
        for columns, cell in _placed(node):
            style = cell.get("table.style-name", "") or node.get(_STYLE, "")
            words = self._shown(cell, columns, style=style)
            for row in rows if words else ():
                for column in columns:
                    self._grid.put(row, column, words)
        if node.get("table.visibility") in _HIDDEN:
            self._grid.hidden_rows.update(row for row in rows if row in self._grid.cells)

    def _shown(self, cell: Element, columns: range, *, style: str) -> str:
        """What a cell says; one that says nothing because something is amiss is told of."""
        at = self._row, columns.start
        self._merge(cell, at)
        sort = cell.get("calcext.value-type") or cell.get("office.value-type")
        if sort == "error":
            self._errors.append(at)
            return ""
        if sort is None and cell.get("table.formula"):
            self._formulas.append(at)
        if sort == "date":
            return self._date(cell, style or self._style_of(columns.start))
        blocks = self._text.blocks(cell)
        return " ".join(block.text for block in blocks if isinstance(block, Paragraph))

    def _merge(self, cell: Element, at: tuple[int, int]) -> None:
        down, across = _times(cell, "table.number-rows-spanned"), _times(cell, "table.number-columns-spanned")
        if down > 1:
            self._grid.merged.append(Merged(*at, at[0] + down - 1, at[1] + across - 1))

    def _style_of(self, column: int) -> str:
        return next((style for columns, style in self._column_styles if column in columns), "")

    def _date(self, cell: Element, style: str) -> str:
        written = cell.get("office.date-value", "")
        try:
            moment = datetime.fromisoformat(written)
        except ValueError:
            return written
        return shown(moment, self.styles.date_format(style))


def _placed(row: Element) -> Iterator[tuple[range, Element]]:
    """The cells of a row that are seen, with the columns that each stands in."""
    column = 1
    for cell in row:
        if cell.tag in _CELLS:
            times = _times(cell, "table.number-columns-repeated")
            if cell.tag == "table.table-cell":
                yield range(column, column + times), cell
            column += times


def _times(node: Element, attribute: str) -> int:
    """How often something is repeated, or how far it reaches: at least once."""
    number = node.get(attribute, "1")
    return max(1, min(int(number[:9]), _FURTHEST)) if number.isdecimal() else 1
