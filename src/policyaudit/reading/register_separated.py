"""Lists of policies whose columns are parted by a mark: "Attendance - Pupils Committee - May 2021"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policyaudit.reading.lines import Line
from policyaudit.reading.register_grid import Grid
from policyaudit.reading.register_kinds import Kind, kind_of
from policyaudit.reading.register_tables import tables_in, tables_without_head
from policyaudit.reading.register_titles import without_marks

_MARKS = tuple(re.compile(rf"\s{mark}\s") for mark in (r"[-–—]+", r"\|", ";", r"/", r"[•·]", r"\.{3,}|…"))
_FEWEST = 3
_MOST = 0.6  # of the lines
_LONGEST = 300
_PAIR = 2


def separated_in(lines: Sequence[Line]) -> Iterator[Grid]:
    """The list whose lines a mark parts into the same number of cells."""
    for mark in _MARKS:
        parted = {line.number: cells for line in lines if len(cells := _parted(line, mark)) > 1}
        if _are_columns(tuple(parted.values()), len(lines)):
            rows = [replace(line, cells=parted.get(line.number, line.cells)) for line in lines]
            yield from tables_in(rows)
            yield from tables_without_head(rows)


def _parted(line: Line, mark: re.Pattern[str]) -> tuple[str, ...]:
    if len(line.cells) > 1 or len(line.text) > _LONGEST or mark.search(line.text) is None:
        return ()
    text = without_marks(line.text)
    return tuple(cell.strip() for cell in mark.split(text))


def _are_columns(rows: Sequence[tuple[str, ...]], lines: int) -> bool:
    """Whether most of the lines part into as many cells as one another."""
    counts = Counter(map(len, rows))
    if not counts or max(counts.values()) < max(_FEWEST, _MOST * lines):
        return False
    # A title and what is said behind it need no columns: only what is said before the title does.
    width = max(counts, key=lambda each: counts[each])
    return width > _PAIR or sum(kind_of(row[0]) is Kind.DATE for row in rows) * 2 > len(rows)
