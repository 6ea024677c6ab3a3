"""Tables on a page, told by their ruled lines: which words stand in which cell.

Lines that touch make one table. Cells without a line between them are one cell, so merged cells keep their shape.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from policyaudit.reading.geometry import Box, Word

_NEAR = 3.0  # points; lines drawn as thin rectangles, or meeting badly, are this far apart at most
_MOST_RULINGS = 600  # a page with more is a drawing
_MOST_CELLS = 3000


class Grid:
    """One table on a page: the places of its lines across and down."""

    def __init__(self, rulings: Sequence[Box]) -> None:
        self._across = [ruling for ruling in rulings if _is_across(ruling)]
        self._down = [ruling for ruling in rulings if not _is_across(ruling)]
        self.columns = _places(place for ruling in rulings for place in _ends(ruling))
        self.rows = _places(place for ruling in rulings for place in (ruling.top, ruling.bottom))
        self._first = self._merged()

    @property
    def box(self) -> Box:
        """All of the table."""
        return Box(self.columns[0], self.rows[0], self.columns[-1], self.rows[-1])

    @property
    def is_table(self) -> bool:
        """Whether it has more than one cell; else it is a frame, or no shape at all."""
        return len(set(self._first.values())) > 1

    def cells(self, words: Iterable[Word]) -> Iterator[list[list[Word]]]:
        """The words of each cell, row by row; where a cell goes on, an empty one."""
        held: dict[tuple[int, int], list[Word]] = defaultdict(list)
        for word in words:
            held[self._first[self._cell(word.centre)]].append(word)
        for row in range(len(self.rows) - 1):
            yield [held[row, column] for column in range(len(self.columns) - 1)]

    def _cell(self, point: tuple[float, float]) -> tuple[int, int]:
        """The row and column in which a point of the table lies."""
        row, column = bisect(self.rows, point[1]) - 1, bisect(self.columns, point[0]) - 1
        return min(max(row, 0), len(self.rows) - 2), min(max(column, 0), len(self.columns) - 2)

    def _merged(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For each place in the table the first place, from the top left, of the cell that it belongs to."""
        first: dict[tuple[int, int], tuple[int, int]] = {}
        if (len(self.rows) - 1) * (len(self.columns) - 1) > _MOST_CELLS:
            return first
        for row in range(len(self.rows) - 1):
            for column in range(len(self.columns) - 1):
                first[row, column] = self._joins(first, row, column)
        return first

    def _joins(self, first: dict[tuple[int, int], tuple[int, int]], row: int, column: int) -> tuple[int, int]:
        """The cell above or to the left with which this place is one, or the place itself."""
        x = (self.columns[column] + self.columns[column + 1]) / 2
        y = (self.rows[row] + self.rows[row + 1]) / 2
        if row and not any(line.left <= x <= line.right for line in _at(self._across, self.rows[row])):
            return first[row - 1, column]
        if column and not any(line.top <= y <= line.bottom for line in _beside(self._down, self.columns[column])):
            return first[row, column - 1]
        return row, column


def grids(rulings: Sequence[Box]) -> list[Grid]:
    """The tables that ruled lines make, the smallest first: a table in a cell comes before the one around it."""
    if len(rulings) > _MOST_RULINGS:
        return []
    found = [Grid(group) for group in _touching(rulings)]
    return sorted((grid for grid in found if grid.is_table), key=lambda grid: grid.box.area)


def _touching(rulings: Sequence[Box]) -> list[list[Box]]:
    """Lines in groups that hang together."""
    groups: list[list[Box]] = []
    for ruling in rulings:
        met = [group for group in groups if any(ruling.touches(other, within=_NEAR) for other in group)]
        groups = [group for group in groups if group not in met]
        groups.append([ruling, *(other for group in met for other in group)])
    return groups


def _is_across(ruling: Box) -> bool:
    return ruling.right - ruling.left > ruling.bottom - ruling.top


def _ends(ruling: Box) -> tuple[float, float]:
    return ruling.left, ruling.right


def _places(values: Iterable[float]) -> list[float]:
    """Places along one direction; those that are near each other are one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _at(across: Sequence[Box], y: float) -> Iterator[Box]:
    return (line for line in across if abs(line.top - y) <= _NEAR + line.bottom - line.top)


def _beside(down: Sequence[Box], x: float) -> Iterator[Box]:
    return (line for line in down if abs(line.left - x) <= _NEAR + line.right - line.left)
