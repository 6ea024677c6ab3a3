"""The styles of an OpenDocument spreadsheet that say what is seen: formats of dates, and sheets that are hidden.

Source: OpenDocument 1.3 part 3, sections 16.29 (formats of dates) and 20.255 (sheets that are not displayed).
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from policyaudit.reading.shown_dates import SHORT_DATE, WHOLE_DATE, Piece, Shows

_PARTS = {
    "number.day": Shows.DAY,
    "number.month": Shows.MONTH,
    "number.year": Shows.YEAR,
    "number.day-of-week": Shows.WEEKDAY,
    "number.hours": Shows.HOUR,
    "number.minutes": Shows.MINUTE,
    "number.seconds": Shows.SECOND,
}
_LONGEST_CHAIN = 20  # styles that are made from one another


class SheetStyles:
    """Styles by their names, as they are met."""

    def __init__(self) -> None:
        self._dates: dict[str, tuple[Piece, ...]] = {}
        self._cells: dict[str, tuple[str, str]] = {}
        self._hidden: set[str] = set()

    def add(self, node: Element) -> None:
        """Take in the styles below this element."""
        for style in node.iter("number.date-style"):
            self._dates[style.get("style.name", "")] = _pieces(style)
        for style in node.iter("style.style"):
            name = style.get("style.name", "")
            self._cells[name] = style.get("style.data-style-name", ""), style.get("style.parent-style-name", "")
            if any(each.get("table.display") == "false" for each in style.iterfind("style.table-properties")):
                self._hidden.add(name)

    def is_hidden(self, sheet_style: str) -> bool:
        """Whether a sheet of this style is hidden."""
        return sheet_style in self._hidden

    def date_format(self, cell_style: str) -> tuple[Piece, ...]:
        """What a cell of this style shows of a date; all of it where nothing says so."""
        for _ in range(_LONGEST_CHAIN):
            shows, cell_style = self._cells.get(cell_style, ("", ""))
            if shows in self._dates:
                return self._dates[shows]
        return WHOLE_DATE


def _pieces(style: Element) -> tuple[Piece, ...]:
    """The parts of a date that a format shows; the computer's own short date is day first in Britain."""
    pieces = tuple(_each(style))
    is_own = style.get("number.automatic-order") == "true"
    return SHORT_DATE if is_own and set(SHORT_DATE) >= {*pieces} >= {Shows.DAY, Shows.MONTH, Shows.YEAR} else pieces


def _each(style: Element) -> Iterator[Piece]:
    for node in style:
        if node.tag == "number.month" and node.get("number.textual") == "true":
            yield Shows.MONTH_NAME
        elif node.tag in _PARTS:
            yield _PARTS[node.tag]
        elif node.tag == "number.text":
            yield node.text or " "
