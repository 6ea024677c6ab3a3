"""The text of a Word document's XML: paragraphs, tables and boxes as they read with every tracked change accepted.

Source: ECMA-376 part 1, sections 17.3 (paragraphs), 17.4 (tables), 17.5 (controls), 17.13 (changes), 17.16 (fields).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from policyaudit.reading.flow import Block, Cell, Paragraph, Table
from policyaudit.reading.page_numbers import PAGE

# What only wraps: its content reads as if it stood there by itself.
_WRAPPERS = {"w.sdt", "w.sdtContent", "w.ins", "w.moveTo", "w.customXml", "w.smartTag"}
_GONE = {"w.del", "w.moveFrom", "w.cellDel"}
_COME = {"w.ins", "w.moveTo", "w.cellIns"}
_UNREAD = {*_GONE, "w.pPr", "w.rPr", "w.sdtPr"}
_SIGNS = {"w.tab": "\t", "w.ptab": "\t", "w.br": "\n", "w.cr": "\n", "w.noBreakHyphen": "-"}
_PAGE_FIELDS = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
_OFF = {"0", "false", "off"}
_WIDEST = 63  # columns that a table can have in Word


@dataclass(slots=True)
class _Field:
    """A field that has begun: what it asks for comes first, then what it shows."""

    instruction: str = ""
    shows: bool = False

    @property
    def is_page_number(self) -> bool:
        return any(word in _PAGE_FIELDS for word in self.instruction.upper().split()[:1])


class WordText:
    """Reads blocks out of Word's XML, given the heading level of each paragraph style."""

    def __init__(self, headings: Mapping[str, int]) -> None:
        self._headings = headings
        self._fields: list[_Field] = []

    def blocks(self, node: Iterable[Element]) -> Iterator[Block]:
        """The paragraphs and tables in a body, cell, box, header or footer, in order."""
        carried: tuple[str | Block, ...] = ()
        for child in _within(node, {"w.p", "w.tbl"}):
            if child.tag == "w.tbl":
                yield self._table(child)
                continue
            pieces = (*carried, *self._inline(child))
            self._end_paragraph()
            # A paragraph whose end was deleted runs on into the next.
            carried = pieces if _is_run_on(child) else ()
            if not carried:
                yield self._paragraph(child, pieces)
        if carried:
            yield _joined(carried, heading=None)

    def _paragraph(self, node: Element, pieces: Iterable[str | Block]) -> Paragraph:
        style, level = node.find("w.pPr/w.pStyle"), node.find("w.pPr/w.outlineLvl")
        heading = self._headings.get(style.get("w.val", "")) if style is not None else None
        return _joined(pieces, heading=heading if level is None else heading_level(level))

    def _table(self, node: Element) -> Table:
        rows = (row for row in _within(node, {"w.tr"}) if not _has(row, "w.trPr", _GONE))
        return Table(tuple(tuple(self._cells(row)) for row in rows))

    def _cells(self, row: Element) -> Iterator[Cell]:
        return (self._cell(cell) for cell in _within(row, {"w.tc"}) if not _has(cell, "w.tcPr", _GONE))

    def _cell(self, node: Element) -> Cell:
        span = node.find("w.tcPr/w.gridSpan")
        width = span.get("w.val", "") if span is not None else ""
        columns = min(int(width), _WIDEST) if width.isdecimal() else 1
        return Cell(tuple(self.blocks(node)), span=max(columns, 1))

    def _inline(self, node: Iterable[Element]) -> Iterator[str | Block]:
        """A paragraph's text in pieces, and the blocks of the boxes that hang in it."""
        for child in node:
            if child.tag == "w.txbxContent":
                yield from self.blocks(child)
            elif child.tag == "w.fldSimple" and _Field(child.get("w.instr", "")).is_page_number:
                yield PAGE
            elif not _is_unread(child):
                yield from self._text(child)

    def _text(self, node: Element) -> Iterator[str | Block]:
        """What one element inside a paragraph says."""
        if node.tag == "w.fldChar":
            yield from self._field(node.get("w.fldCharType"))
        elif node.tag == "w.instrText":
            self._instruct(node.text or "")
        elif node.tag == "w.t" or node.tag in _SIGNS:
            yield "" if self._is_silent() else _SIGNS.get(node.tag, node.text or "")
        else:
            yield from self._inline(_first(node) if node.tag == "mc.AlternateContent" else node)

    def _field(self, mark: str | None) -> Iterator[str]:
        """Begin, show or end a field; a page number is marked, not read."""
        if mark == "begin":
            self._fields.append(_Field())
        elif mark == "separate" and self._fields:
            self._fields[-1].shows = True
        elif mark == "end" and self._fields and self._fields.pop().is_page_number:
            yield PAGE

    def _instruct(self, text: str) -> None:
        if self._fields:
            self._fields[-1].instruction += text

    def _is_silent(self) -> bool:
        return any(not field.shows or field.is_page_number for field in self._fields)

    def _end_paragraph(self) -> None:
        """Let a field that never ends, as damaged files have, not swallow the rest of the document."""
        self._fields = [field for field in self._fields if field.shows and not field.is_page_number]


def heading_level(outline: Element) -> int | None:
    """The level that an outline entry gives, from 1; Word's tenth level is body text."""
    level = outline.get("w.val", "")
    return int(level) + 1 if level in set("012345678") else None


def has_pending_changes(tree: Element) -> bool:
    """Whether something was inserted, deleted or moved and nobody has accepted it."""
    return any(node.tag in {*_COME, *_GONE} for node in tree.iter())


def _joined(pieces: Iterable[str | Block], *, heading: int | None) -> Paragraph:
    pieces = tuple(pieces)
    text = "".join(piece for piece in pieces if isinstance(piece, str))
    boxes = tuple(piece for piece in pieces if not isinstance(piece, str))
    return Paragraph(text, heading=heading, boxes=boxes)


def _within(node: Iterable[Element], wanted: Collection[str]) -> Iterator[Element]:
    """The wanted elements of a node, also those that stand in wrappers."""
    for child in node:
        if child.tag in wanted:
            yield child
        elif child.tag == "mc.AlternateContent":
            yield from _within(_first(child), wanted)
        elif child.tag in _WRAPPERS and not _is_unread(child):
            yield from _within(child, wanted)


def _first(alternatives: Element) -> Iterable[Element]:
    """The first of several forms of the same content."""
    return next(iter(alternatives), ())


def _is_unread(node: Element) -> bool:
    """Properties, what was deleted or struck out, hidden text, and prompts such as "Click to enter a date"."""
    if node.tag == "w.sdt":
        return node.find("w.sdtPr/w.showingPlcHdr") is not None
    if node.tag == "w.r":
        return is_struck_out(node) or is_on(node.find("w.rPr/w.vanish"))
    return node.tag in _UNREAD


def is_struck_out(run: Element) -> bool:
    """Whether words stand there with a line drawn through them."""
    return any(is_on(run.find(f"w.rPr/{stroke}")) for stroke in ("w.strike", "w.dstrike"))


def is_on(switch: Element | None) -> bool:
    """Whether a property is there and not turned off."""
    return switch is not None and switch.get("w.val") not in _OFF


def _is_run_on(paragraph: Element) -> bool:
    """Whether the end of the paragraph was deleted or moved away."""
    return _has(paragraph, "w.pPr/w.rPr", _GONE)


def _has(node: Element, path: str, tags: Collection[str]) -> bool:
    """Whether a node's properties hold one of these."""
    found = node.find(path)
    return found is not None and any(child.tag in tags for child in found)
