"""The date of a row that has lost its empty cells, under the one of two columns whose other dates it lies among."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from policyaudit.reading.register_dates import dates_in
from policyaudit.reading.register_grid import Cell, Grid, Record
from policyaudit.reading.register_kinds import Kind, kind_of


def with_lost_cells(grid: Grid, *, is_lossy: bool = False) -> Grid:
    """The grid, each date that had to be laid out under the column whose dates are nearest to it.

    A lossy list leaves no place for any empty cell: of two columns of dates a single date may be of either.
    """
    dated = [place for place in range(len(grid.headings)) if _is_dated(grid, place)]
    if len(dated) != 2:  # noqa: PLR2004 - with one there is no doubt, and with three no hope
        return grid
    if is_lossy:
        grid = replace(grid, records=tuple(_doubted(record, dated) for record in grid.records))
    if not any(cell and cell.is_moved for record in grid.records for cell in record):
        return grid
    middles = [_middle(grid, place) for place in dated]
    return replace(grid, records=tuple(_moved(record, dated, middles) for record in grid.records))


def _doubted(record: Record, dated: Sequence[int]) -> Record:
    """A record with its date marked as one that may belong elsewhere, if it is the only one."""
    held = [place for place in dated if record[place] is not None]
    if len(held) != 1:
        return record
    return tuple(replace(cell, is_moved=True) if cell and at in held else cell for at, cell in enumerate(record))


def _is_dated(grid: Grid, place: int) -> bool:
    said = [kind_of(text) for text in grid.column(place) if text.strip()]
    return sum(kind is Kind.DATE for kind in said) * 2 > len(said)


def _middle(grid: Grid, place: int) -> float:
    """The middle of a column's dates, those aside that may belong elsewhere."""
    cells = [record[place] for record in grid.records]
    days = [day for cell in cells if cell and not cell.is_moved for day in _days(cell)]
    return median(days) if days else 0.0


def _days(cell: Cell) -> list[int]:
    return [found.date.latest.toordinal() for found in dates_in(cell.text)[:1]]


def _moved(record: Record, dated: Sequence[int], middles: Sequence[float]) -> Record:
    held = [place for place in dated if record[place] is not None]
    cell = record[held[0]] if len(held) == 1 else None
    days = _days(cell) if cell and cell.is_moved else []
    if not days or 0.0 in middles:
        return record
    nearest = min(range(2), key=lambda at: abs(middles[at] - days[0]))
    cells = list(record)
    cells[held[0]], cells[dated[nearest]] = None, cell
    return tuple(cells)
