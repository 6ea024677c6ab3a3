"""Rows under headings that somebody has named: a list whose own head says too little to be known as one."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from policyaudit.domain.naming import folded
from policyaudit.reading.lines import Line
from policyaudit.reading.register import Meaning
from policyaudit.reading.register_grid import Cell, Grid


def tables_under(mapping: Mapping[str, Meaning | None]) -> Callable[[Sequence[Line]], Iterator[Grid]]:
    """The tables below a row that holds the headings which are named; each goes on until another such row."""
    named = {folded(heading) for heading, meaning in mapping.items() if meaning is not None}

    def tables(lines: Sequence[Line]) -> Iterator[Grid]:
        head: Line | None = None
        below: list[Line] = []
        for line in lines:
            if _is_head(line, named) and (head is None or head.cells != line.cells):
                yield from _grid(head, below)
                head, below = line, []
            elif head is not None and len(line.cells) == len(head.cells) and line.cells != head.cells:
                below.append(line)
        yield from _grid(head, below)

    return tables


def _is_head(line: Line, named: set[str]) -> bool:
    return len(line.cells) > 1 and bool(named & {folded(cell) for cell in line.cells})


def _grid(head: Line | None, below: Sequence[Line]) -> Iterator[Grid]:
    if head is None:
        return
    records = tuple(tuple(Cell(cell, line) for cell in line.cells) for line in below)
    yield Grid(head.cells, records, frozenset(line.number for line in (head, *below)), is_table=True)
