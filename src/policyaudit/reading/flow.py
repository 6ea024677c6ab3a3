"""What the office formats have in common: paragraphs, tables in tables, text boxes; and the lines they make.

A table row is one line. Paragraphs in a cell are joined by a space, unless the row has one filled cell only: such a
table is a frame around text, and each paragraph in it is a line of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from policyaudit.domain.clean_text import clean
from policyaudit.reading.cells import split_cells
from policyaudit.reading.lines import Line, Part
from policyaudit.reading.page_numbers import without_page_numbers


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: tabs part its cells, line ends its lines. Its boxes hold what floats beside it."""

    text: str
    heading: int | None = None
    boxes: tuple["Block", ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, as many columns wide as it spans."""

    blocks: tuple["Block", ...] = ()
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Paragraph | Table


@dataclass(slots=True)
class LineWriter:
    """Turns blocks into numbered lines."""

    lines: list[Line] = field(default_factory=list)
    _tables: int = 0

    def write(self, blocks: Iterable[Block], *, part: Part = Part.BODY, table: int | None = None) -> None:
        """Add the lines of these blocks, in reading order."""
        for block in blocks:
            if isinstance(block, Table):
                self._write_table(block, part)
            else:
                self._write_paragraph(block, part, table=table)

    def _write_paragraph(self, paragraph: Paragraph, part: Part, *, table: int | None) -> None:
        for row in without_page_numbers(paragraph.text).split("\n"):
            self._add(split_cells(row), part, table=table, heading=paragraph.heading)
        self.write(paragraph.boxes, part=_part_of_box(part))

    def _write_table(self, table: Table, part: Part) -> None:
        self._tables += 1
        number = self._tables
        for row in table.rows:
            filled = [cell for cell in row if _says_anything(cell)]
            if len(filled) == 1:
                self.write(filled[0].blocks, part=part, table=number)
            else:
                self._write_row(row, part, table=number)

    def _write_row(self, row: tuple[Cell, ...], part: Part, *, table: int) -> None:
        self._add(tuple(text for cell in row for text in _columns(cell)), part, table=table)
        for block in (block for cell in row for block in cell.blocks):
            if isinstance(block, Table):
                self._write_table(block, part)
            else:
                self.write(block.boxes, part=_part_of_box(part))

    def _add(self, cells: tuple[str, ...], part: Part, *, table: int | None, heading: int | None = None) -> None:
        if any(cells):
            self.lines.append(Line(number=len(self.lines) + 1, cells=cells, part=part, table=table, heading=heading))


def _part_of_box(part: Part) -> Part:
    """A box in a header or footer belongs to that; any other is a text box."""
    return part if part in {Part.HEADER, Part.FOOTER} else Part.TEXT_BOX


def _says_anything(cell: Cell) -> bool:
    """Whether a cell holds more than an empty paragraph."""
    return any(isinstance(block, Table) or block.text.strip() or block.boxes for block in cell.blocks)


def _columns(cell: Cell) -> Iterator[str]:
    """A cell's words in its first column, the other columns that it spans empty."""
    texts = (without_page_numbers(block.text) for block in cell.blocks if isinstance(block, Paragraph))
    yield clean(" ".join(texts))
    yield from [""] * (cell.span - 1)
