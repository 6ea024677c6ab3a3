"""The rows of spreadsheets as lines: merged cells spread, hidden rows and columns left out, empty ones dropped.

A cell merged down several rows says its words in each of them, one merged across columns in the first; so each row
says all that a reader sees beside it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from policyaudit.domain.clean_text import clean
from policyaudit.reading.lines import Line
from policyaudit.reading.refusals import WrongKind
from policyaudit.reading.sheet_warnings import Unread

MOST_ROWS: Final = 20_000
MOST_CELLS: Final = 1_000_000
_MOST_LETTERS = 20_000_000
_LONGEST = 32_767  # letters, as in Excel


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that are one: from its first row and column to its last, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Grid:
    """One sheet as it is being read; rows and columns are counted from 1, as the sheet itself counts them."""

    name: str
    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    _count: int = 0
    _letters: int = 0

    def put(self, row: int, column: int, text: str) -> None:
        """Set what a cell says; raises `WrongKind` where there is more than any register has."""
        words = clean(text[:_LONGEST])
        if words:
            self.cells.setdefault(row, {})[column] = words
            self._count, self._letters = self._count + 1, self._letters + len(words)
        if len(self.cells) > MOST_ROWS or self._count > MOST_CELLS or self._letters > _MOST_LETTERS:
            raise too_large()

    def place(self, row: int, column: int) -> str:
        """What a cell is called: "Policies H17"."""
        return clean(f"{self.name} {letters_of(column)}{row}")

    def spread(self) -> None:
        """Let merged cells say their words in every row that they stand beside."""
        for area in self.merged:
            words = self.cells.get(area.top, {}).get(area.left, "")
            for row in _rows_of(area, self.cells):
                if area.left not in self.cells[row]:
                    self.put(row, area.left, words)


def lines_of(grids: Iterable[Grid], unread: Unread) -> Iterator[Line]:
    """The lines of all sheets, each sheet a table; what is hidden is counted."""
    number = 0
    for table, grid in enumerate(grids, start=1):
        grid.spread()
        rows = {row: grid.cells[row] for row in sorted(grid.cells) if row not in grid.hidden_rows}
        filled = {column for cells in rows.values() for column in cells}
        shown = [column for column in sorted(filled) if not any(column in hidden for hidden in grid.hidden_columns)]
        unread.rows += len(grid.cells) - len(rows)
        unread.columns += len(filled) - len(shown)
        if len(rows) * len(shown) > MOST_CELLS:
            raise too_large()
        for row, cells in rows.items():
            if words := _row(cells, shown):
                number += 1
                yield Line(number, words, table=table, sheet=clean(grid.name) or None, sheet_row=row)


def letters_of(column: int) -> str:
    """The letters that a spreadsheet gives to a column: A, B ... Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _row(cells: dict[int, str], columns: Collection[int]) -> tuple[str, ...]:
    """A row's cells under these columns; a cell that stands alone has no empty ones after it."""
    words = tuple(cells.get(column, "") for column in columns)
    filled = [place for place, word in enumerate(words, start=1) if word]
    return words[: filled[0]] if len(filled) == 1 else words if filled else ()


def _rows_of(area: Merged, rows: Collection[int]) -> Iterable[int]:
    """The rows of an area in which anything stands."""
    return [row for row in rows if area.top <= row <= area.bottom]


def too_large() -> WrongKind:
    """Say that a spreadsheet has more than any register."""
    return WrongKind(
        kind=f"a spreadsheet of more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells",
        instead="save the list of policies as a workbook of its own and import that",
    )
