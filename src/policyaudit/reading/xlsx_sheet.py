"""One sheet of an Excel workbook: what each of its cells shows.

Source: ECMA-376 part 1, sections 18.3.1.4 (cells), 18.3.1.13 (columns), 18.3.1.73 (rows), 18.4 (texts).
"""

import math
import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from policyaudit.reading.number_formats import NumberFormat
from policyaudit.reading.office_xml import Handlers
from policyaudit.reading.sheet_lines import Grid, Merged
from policyaudit.reading.sheet_warnings import Unread

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_OFF = {None, "0", "false"}
_AS_IT_IS = NumberFormat()
_TRUTH = {"1": "TRUE", "0": "FALSE"}


class SheetReader:
    """Reads the XML of a sheet into a grid, row by row."""

    def __init__(self, grid: Grid, unread: Unread, *, texts: Sequence[str], formats: Sequence[NumberFormat]) -> None:
        self._grid, self._unread, self._texts, self._formats = grid, unread, texts, formats
        self._row = 0
        self.handlers: Handlers = {
            "x.row": self._read_row,
            "x.col": self._read_columns,
            "x.mergeCell": self._read_merged,
        }

    def _read_row(self, node: Element) -> None:
        self._row = _number(node.get("r"), self._row + 1)
        if node.get("hidden") not in _OFF or node.get("ht") == "0":
            self._grid.hidden_rows.add(self._row)
        column = 0
        for cell in node.iterfind("x.c"):
            place = _REFERENCE.fullmatch(cell.get("r", ""))
            column = column_of(place[1]) if place else column + 1
            self._grid.put(self._row, column, self._shown(cell, column))

    def _read_columns(self, node: Element) -> None:
        if node.get("hidden") not in _OFF or node.get("width") == "0":
            self._grid.hidden_columns.append(range(_number(node.get("min"), 1), _number(node.get("max"), 0) + 1))

    def _read_merged(self, node: Element) -> None:
        first, _, last = node.get("ref", "").partition(":")
        corners = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        if corners[0] and corners[1]:
            (left, top), (right, bottom) = (corner.groups() for corner in corners if corner)
            self._grid.merged.append(Merged(int(top), column_of(left), int(bottom), column_of(right)))

    def _shown(self, cell: Element, column: int) -> str:
        """What a cell says; one that says nothing because something is amiss is told of."""
        sort, value = cell.get("t", "n"), cell.findtext("x.v") or ""
        if sort == "inlineStr":
            inline = cell.find("x.is")
            return "" if inline is None else text_of(inline)
        if sort == "e":
            self._unread.errors.append(self._grid.place(self._row, column))
            return ""
        if not value and sort != "str" and cell.find("x.f") is not None:
            self._unread.formulas.append(self._grid.place(self._row, column))
        return self._said(sort, value, style=_number(cell.get("s"), 0))

    def _said(self, sort: str, value: str, *, style: int) -> str:
        if sort == "s":
            place = _number(value, len(self._texts))
            return self._texts[place] if place < len(self._texts) else ""
        if sort == "b":
            return _TRUTH.get(value, "")
        figure = _figure(value) if sort == "n" else None
        if figure is None:
            return _unescaped(value)
        return (self._formats[style] if style < len(self._formats) else _AS_IT_IS).show(figure)


def text_of(node: Element) -> str:
    """A text that may be in pieces of different looks; how it is read aloud in Japanese is left out."""
    pieces = [node, *node.iterfind("x.r")]
    return _unescaped("".join(piece.findtext("x.t") or "" for piece in pieces))


def column_of(letters: str) -> int:
    """The number of a column, from 1, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _figure(value: str) -> float | None:
    """A number as the file writes it, if it is one."""
    try:
        figure = float(value)
    except ValueError:
        return None
    return figure if math.isfinite(figure) else None


def _number(text: str | None, otherwise: int) -> int:
    """A whole number that counts rows, columns or styles."""
    return int(text) if text and text.isdecimal() and len(text) < len("10000000000") else otherwise


def _unescaped(text: str) -> str:
    """A text with the characters that XML cannot hold put back ("_x000D_")."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
