"""Headers and footers of a PDF, which has no word for them: what stands at the same height on most pages.

A row counts when it reads the same but for numbers, near the top or bottom edge; a table only as a whole. Each is
kept once, without its page number.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from policyaudit.reading.geometry import Row
from policyaudit.reading.lines import Part
from policyaudit.reading.page_numbers import PAGE, without_page_numbers

_EDGE = 0.15  # of the page's height
_STEP = 6.0  # points by which the height may differ
_IN_A_ROW = 3  # pages that follow each other and say the same
_NUMBER = re.compile(r"\d+")
_SPOKEN = re.compile(r"\b(?:page|tudalen)\s*$", re.IGNORECASE)
_Key = tuple[Part, int, str]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page as it was read: its number, its height and its rows."""

    page: int
    height: float
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class RunningHead:
    """What a header or footer says, and the first page that shows it."""

    part: Part
    page: int
    cells: tuple[str, ...]


def running_heads(leaves: Sequence[Leaf]) -> tuple[list[RunningHead], list[Leaf]]:
    """The headers and footers of a document, and its pages without them."""
    shown = _repeated(leaves)
    heads = [head for key, places in shown.items() for head in _heads(key[0], places)]
    taken = {(leaf.page, row) for places in shown.values() for leaf, row in places}
    rest = [
        Leaf(leaf.page, leaf.height, tuple(row for row in leaf.rows if (leaf.page, row) not in taken))
        for leaf in leaves
    ]
    return heads, rest


def _repeated(leaves: Sequence[Leaf]) -> dict[_Key, list[tuple[Leaf, Row]]]:
    """The rows near an edge that stand on enough pages, by what they say."""
    places: dict[_Key, list[tuple[Leaf, Row]]] = defaultdict(list)
    for leaf in leaves:
        for row in leaf.rows:
            for key in _keys(leaf, row):
                places[key].append((leaf, row))
    often = {key: found for key, found in places.items() if _is_often([at.page for at, _ in found], len(leaves))}
    return {key: found for key, found in often.items() if not any(_is_cut(at, row, often) for at, row in found)}


def _keys(leaf: Leaf, row: Row) -> Iterator[_Key]:
    """Under what a row is looked for again, if it stands near an edge."""
    said = _NUMBER.sub("#", " ".join(row.cells))
    if row.base < leaf.height * _EDGE:
        yield Part.HEADER, round(row.base / _STEP), said
    elif row.base > leaf.height * (1 - _EDGE):
        yield Part.FOOTER, round((leaf.height - row.base) / _STEP), said


def _is_often(pages: list[int], count: int) -> bool:
    """Whether something stands on half of the pages, or on several in a row."""
    run = any(pages[i + _IN_A_ROW - 1] - pages[i] == _IN_A_ROW - 1 for i in range(len(pages) - _IN_A_ROW + 1))
    return len(pages) > 1 and (run or 2 * len(pages) >= count - 1)


def _is_cut(leaf: Leaf, row: Row, often: dict[_Key, list[tuple[Leaf, Row]]]) -> bool:
    """Whether taking this row would behead a table: its other rows differ from page to page."""
    table = [other for other in leaf.rows if row.table and other.table == row.table]
    return not all(any(key in often for key in _keys(leaf, other)) for other in table)


def _heads(part: Part, places: list[tuple[Leaf, Row]]) -> Iterator[RunningHead]:
    """What the rows say, once each, with the page number left out."""
    counting = _counting(places)
    said: dict[tuple[str, ...], int] = {}
    for leaf, row in places:
        said.setdefault(_unnumbered(row.cells, counting), leaf.page)
    for cells, page in said.items():
        if cells:
            yield RunningHead(part, page, cells)


def _counting(places: list[tuple[Leaf, Row]]) -> set[int]:
    """Which of the numbers in a row count the pages: those that grow as the pages do."""
    numbers = [[int(number) for number in _NUMBER.findall(" ".join(row.cells))] for _, row in places]
    offsets = [[number - leaf.page for number in found] for (leaf, _), found in zip(places, numbers, strict=True)]
    return {index for index, column in enumerate(zip(*offsets, strict=False)) if len(set(column)) == 1}


def _unnumbered(cells: tuple[str, ...], counting: set[int]) -> tuple[str, ...]:
    """The cells without the numbers that count pages, or are said to."""
    index = count()

    def marked(found: re.Match[str]) -> str:
        is_page = next(index) in counting or _SPOKEN.search(found.string[: found.start()])
        return PAGE if is_page else found.group()

    unnumbered = (without_page_numbers(_NUMBER.sub(marked, cell)).strip() for cell in cells)
    return tuple(filter(None, unnumbered))
