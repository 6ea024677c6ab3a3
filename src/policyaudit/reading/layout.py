"""The reading order of a page: lines from top to bottom, tables row by row, two columns one after the other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from policyaudit.reading.broken_words import in_reading_order
from policyaudit.reading.geometry import Row, Sheet, Word, in_cells, in_lines
from policyaudit.reading.grids import Grid, grids

_MIDDLE = (0.35, 0.65)  # of the text's width, where a second column may begin
_STEP = 4  # points within which texts start at the same place
_FEWEST_STARTS = 3
_FEWEST_LINES = 5  # of two columns, each
_FULL = 0.6  # of a column's width, filled by its middling line
_FEWEST_WORDS = 4  # on the middling line of a column of prose
_BULLETS = frozenset("•◦▪■□●○–-*·o➢✓\uf0b7\uf0a7\uf0d8\uf0fc")


@dataclass(frozen=True, slots=True)
class _Strip:
    """A line of words, or a row of a table, with its place on the page."""

    row: Row
    left: float
    right: float
    cells: tuple[tuple[Word, ...], ...] = ()


def rows_of(sheet: Sheet) -> list[Row]:
    """The lines and table rows of a page in the order in which they are read."""
    loose, strips = list(sheet.words), list[_Strip]()
    for number, grid in enumerate(grids(sheet.rulings), start=1):
        held = [word for word in loose if grid.box.holds(word.centre)]
        loose = [word for word in loose if not grid.box.holds(word.centre)]
        strips += [_Strip(row, grid.box.left, grid.box.right) for row in _table(grid, held, number)]
    strips += map(_line, in_lines(loose))
    return [strip.row for strip in _in_reading_order(sorted(strips, key=lambda strip: strip.row.base))]


def _line(words: Sequence[Word]) -> _Strip:
    return _strip(tuple(map(tuple, in_cells(words))))


def _strip(cells: tuple[tuple[Word, ...], ...]) -> _Strip:
    return _Strip(_row(_without_bullet(cells), None), cells[0][0].left, cells[-1][-1].right, cells)


def _table(grid: Grid, words: Sequence[Word], number: int) -> Iterator[Row]:
    """A table's rows; a row with one filled cell is read line by line, as a frame around text."""
    for cells in grid.cells(words):
        filled = [cell for cell in cells if cell]
        apart = filled if len(filled) == 1 else [cell for cell in filled if _is_table(cell)]
        joined = [() if cell in apart else in_reading_order(cell) for cell in cells]
        if any(joined):
            yield _row(joined, number)
        yield from (_row(list(in_cells(line)), number) for cell in apart for line in in_lines(cell))


def _is_table(cell: Sequence[Word]) -> bool:
    """Whether a cell holds a table without lines of its own: several lines, each in columns."""
    lines = [list(in_cells(line)) for line in in_lines(cell)]
    return len(lines) > 1 and all(len(line) > 1 for line in lines)


def _row(cells: Sequence[Sequence[Word]], table: int | None) -> Row:
    words = [word for cell in cells for word in cell]
    return Row(
        cells=tuple(" ".join(word.text for word in cell) for cell in cells),
        base=min(word.base for word in words),
        table=table,
        is_form=any(word.is_field for word in words),
    )


def _without_bullet(cells: tuple[tuple[Word, ...], ...]) -> tuple[tuple[Word, ...], ...]:
    """A bullet set apart from its text is left out, as in the other formats."""
    is_bullet = len(cells) > 1 and len(cells[0]) == 1 and cells[0][0].text in _BULLETS
    return cells[1:] if is_bullet else cells


def _in_reading_order(strips: Sequence[_Strip]) -> list[_Strip]:
    """Strips as they are read: where two columns of prose stand side by side, the left one first."""
    readings = [list(_runs(strips, gutter)) for gutter in _gutters(strips)]
    best = max(readings, key=lambda runs: sum(len(run) for run, moved in runs if moved), default=[])
    return [strip for run, _ in best for strip in run] or list(strips)


def _gutters(strips: Sequence[_Strip]) -> list[float]:
    """Where a right-hand column may begin: places in the middle of the page at which several texts start."""
    left, right = min((strip.left for strip in strips), default=0), max((strip.right for strip in strips), default=0)
    low, high = (left + (right - left) * share for share in _MIDDLE)
    starts = Counter(
        round(cell[0].left / _STEP) for strip in strips for cell in strip.cells if low < cell[0].left < high
    )
    return [place * _STEP - _STEP for place, count in sorted(starts.items()) if count >= _FEWEST_STARTS]


def _runs(strips: Sequence[_Strip], gutter: float) -> Iterator[tuple[list[_Strip], bool]]:
    """Strips in runs that cross the gutter or do not; the latter by columns, where those are prose."""
    for crosses, group in groupby(strips, key=lambda strip: _crosses(strip, gutter)):
        run = list(group)
        left = [half for strip in run for half in _half(strip, gutter, right=False)]
        right = [half for strip in run for half in _half(strip, gutter, right=True)]
        moved = not crosses and _is_prose(left, end=gutter) and _is_prose(right)
        yield ([*left, *right] if moved else run), moved


def _crosses(strip: _Strip, gutter: float) -> bool:
    """Whether a line or table stands on both sides without a gap between."""
    if not strip.cells:
        return strip.left < gutter < strip.right
    return any(cell[0].left < gutter < cell[-1].right for cell in strip.cells)


def _half(strip: _Strip, gutter: float, *, right: bool) -> Iterator[_Strip]:
    """The part of a strip that stands on one side."""
    if not strip.cells:
        yield from [strip] if (strip.left >= gutter) == right else []
        return
    cells = tuple(cell for cell in strip.cells if (cell[0].left >= gutter) == right)
    if cells:
        yield _strip(cells)


def _is_prose(column: Sequence[_Strip], *, end: float | None = None) -> bool:
    """Whether a column holds running text: enough lines, most of them full."""
    lines = [strip for strip in column if strip.cells]
    if len(lines) < _FEWEST_LINES:
        return False
    width = (end or max(strip.right for strip in lines)) - min(strip.left for strip in lines)
    words = median(sum(map(len, strip.cells)) for strip in lines)
    return words >= _FEWEST_WORDS and median(strip.right - strip.left for strip in lines) >= width * _FULL
