"""The text of an OpenDocument's XML: paragraphs, tables and boxes; what was deleted is kept apart there and not read.

Source: OpenDocument 1.3 part 3, sections 5 (paragraphs), 6 (white space), 9 (tables), 10 (drawings), 14 (notes).
"""

import re
from collections.abc import Collection, Iterable, Iterator
from xml.etree.ElementTree import Element

from policyaudit.reading.flow import Block, Cell, Paragraph, Table
from policyaudit.reading.page_numbers import PAGE

_PARAGRAPHS = {"text.p", "text.h"}
_PAGE_FIELDS = {"text.page-number", "text.page-count"}
_SIGNS = {"text.tab": "\t", "text.line-break": "\n"}
_UNREAD = {
    "text.tracked-changes",
    "text.note-citation",
    "text.placeholder",
    "text.hidden-text",
    "text.hidden-paragraph",
    "text.ruby-text",
    "office.annotation",
    "office.forms",
    "svg.title",
    "svg.desc",
}
_ROWS = {"table.table-row"}
_CELLS = {"table.table-cell", "table.covered-table-cell"}
_ROW_WRAPPERS = {"table.table-header-rows", "table.table-rows", "table.table-row-group"}
_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_REPEATED = 64  # a producer may repeat an empty cell to the edge of a sheet; nobody reads those
_MOST_SPACES = 8  # more parts cells no better


class OpenDocumentText:
    """Reads blocks out of OpenDocument XML, given which styles are titles, and which strike out; notes come last."""

    def __init__(self, titles: Collection[str] = (), struck: Collection[str] = ()) -> None:
        self._titles, self._struck = titles, struck
        self.notes: list[Block] = []
        self.has_struck_words = False

    def blocks(self, node: Iterable[Element]) -> Iterator[Block]:
        """The paragraphs and tables in a text, list, section, cell or box, in order."""
        for child in node:
            if child.tag in _PARAGRAPHS:
                yield self._paragraph(child)
            elif child.tag == "table.table":
                yield self._table(child)
            elif not _is_unread(child):
                yield from self.blocks(child)

    def _paragraph(self, node: Element) -> Paragraph:
        pieces = tuple(self._inline(node))
        text = "".join(piece for piece in pieces if isinstance(piece, str))
        boxes = tuple(piece for piece in pieces if not isinstance(piece, str))
        return Paragraph(text, heading=self._heading(node), boxes=boxes)

    def _heading(self, node: Element) -> int | None:
        level = node.get("text.outline-level", "1")
        if node.tag == "text.h" and level.isdecimal():
            return int(level)
        return 1 if node.get("text.style-name") in self._titles else None

    def _table(self, node: Element) -> Table:
        rows = _within(node, _ROWS)
        return Table(tuple(tuple(self._cells(row)) for row in rows))

    def _cells(self, row: Element) -> Iterator[Cell]:
        for node in row:
            if node.tag in _CELLS:
                cell = Cell(tuple(self.blocks(node)) if node.tag == "table.table-cell" else ())
                yield from [cell] * _times(node, "table.number-columns-repeated", most=_MOST_REPEATED)

    def _inline(self, node: Element) -> Iterator[str | Block]:
        """A paragraph's text in pieces, and the blocks of the boxes that hang in it."""
        yield _spaced(node.text)
        for child in node:
            yield from () if _is_unread(child) else self._element(child)
            yield _spaced(child.tail)

    def _element(self, node: Element) -> Iterator[str | Block]:
        """What one element inside a paragraph says."""
        if node.tag in _SIGNS:
            yield _SIGNS[node.tag]
        elif node.tag == "text.s":
            yield " " * _times(node, "text.c", most=_MOST_SPACES)
        elif node.tag in _PAGE_FIELDS:
            yield PAGE
        elif node.tag == "text.note":
            self.notes.extend(self.blocks(node))
        elif node.tag == "text.span" and node.get("text.style-name") in self._struck:
            self.has_struck_words = True
        elif node.tag.startswith("draw."):
            yield from self.blocks([node])
        else:
            yield from self._inline(node)


def has_pending_changes(tree: Element) -> bool:
    """Whether something was inserted or deleted and nobody has accepted it."""
    return any(node.tag in {"text.insertion", "text.deletion"} for node in tree.iter())


def _is_unread(node: Element) -> bool:
    """What is no text of the document: deleted passages, comments, prompts, models of an index, descriptions."""
    is_prompt = node.get("loext.showing-place-holder") == "true"
    return is_prompt or node.tag in _UNREAD or node.tag.endswith("-source")


def _within(node: Iterable[Element], wanted: Collection[str]) -> Iterator[Element]:
    """The rows of a table, also those in its head and in groups."""
    for child in node:
        if child.tag in wanted:
            yield child
        elif child.tag in _ROW_WRAPPERS:
            yield from _within(child, wanted)


def _times(node: Element, attribute: str, *, most: int) -> int:
    """How often something is repeated, at least once and within reason."""
    number = node.get(attribute, "1")
    return max(1, min(int(number[:9]), most)) if number.isdecimal() else 1


def _spaced(text: str | None) -> str:
    """Characters between elements: a run of white space among them is one space, as the format says."""
    return _SPACE.sub(" ", text or "")
