"""The tables of a web page: rows whose cells reach over columns and rows, and tables that only lay a page out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from policyaudit.reading.flow import Block, Cell, Paragraph, Table

_WIDEST, _MOST_COLUMNS = 64, 256
_LONGEST_REPEATED = 500  # letters that a cell over several rows says again in each of them
_MOST_PARAGRAPHS, _MOST_UNDER_HEADINGS = 12, 3  # in one cell: more are a page, not a value


@dataclass(slots=True)
class OpenCell:
    """A cell as it is being read."""

    blocks: list[Block] = field(default_factory=list)
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class OpenTable:
    """A table as it is being read."""

    rows: list[list[OpenCell]] = field(default_factory=list)
    is_layout: bool = False

    def begin_row(self) -> None:
        """Start the next row."""
        self.rows.append([])

    def begin_cell(self, *, columns: str | None, rows: str | None) -> OpenCell:
        """Start the next cell of the last row, with the numbers that its mark-up gives."""
        if not self.rows:
            self.begin_row()
        cell = OpenCell(columns=min(_number(columns), _WIDEST), rows=_number(rows))
        self.rows[-1].append(cell)
        return cell

    def blocks(self) -> list[Block]:
        """The table; or what stands in it, if it is there for the layout only."""
        if self.is_layout or any(_is_page(cell) for row in self.rows for cell in row):
            return [block for row in self.rows for cell in row for block in cell.blocks]
        return [Table(tuple(tuple(row) for row in self._spread()))]

    def _spread(self) -> Iterator[list[Cell]]:
        """The rows, with cells that reach down standing in each row that they reach."""
        reaching: _Reaching = {}
        for row in self.rows:
            cells, reaching = _placed(row, reaching)
            yield cells


_Reaching = dict[int, tuple[Cell, int]]
"""Cells that reach down from the rows above, by their columns, and how many rows they reach yet."""


def _placed(row: list[OpenCell], reaching: _Reaching) -> tuple[list[Cell], _Reaching]:
    """A row's cells with those that reach into it, and what reaches into the next."""
    cells: list[Cell] = []
    below: _Reaching = {}
    column, waiting, last = 0, iter(row), max(reaching, default=-1)
    while True:
        if column in reaching:
            cell, left = reaching[column]
        elif opened := next(waiting, None):
            cell, left = Cell(tuple(opened.blocks), span=opened.columns), opened.rows - 1
        elif column <= last:
            cell, left = Cell(), 0
        else:
            return cells, below
        cells.append(cell)
        if left and column < _MOST_COLUMNS:
            below[column] = _again(cell), left - 1
        column += cell.span


def _again(cell: Cell) -> Cell:
    """What a cell says in the rows below its first: its words, unless they are many, and no tables in it."""
    short = tuple(block for block in cell.blocks if isinstance(block, Paragraph))
    is_long = sum(len(paragraph.text) for paragraph in short) > _LONGEST_REPEATED
    return Cell(() if is_long else short, span=cell.span)


def _is_page(cell: OpenCell) -> bool:
    """Whether a cell holds a part of a page: a table of its own, text under headings, more paragraphs than a value."""
    if any(isinstance(block, Table) for block in cell.blocks):
        return True
    has_headings = any(isinstance(block, Paragraph) and block.heading for block in cell.blocks)
    return len(cell.blocks) > (_MOST_UNDER_HEADINGS if has_headings else _MOST_PARAGRAPHS)


def _number(text: str | None) -> int:
    """How many columns or rows a cell reaches over: at least its own."""
    return max(int(text[:5]), 1) if text and text.isdecimal() else 1
