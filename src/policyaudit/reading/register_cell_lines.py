"""Lists of policies pasted with each cell on a line of its own: the headings first, then row after row."""

from collections.abc import Iterator, Sequence
from itertools import islice

from policyaudit.reading.lines import Line
from policyaudit.reading.register import Meaning
from policyaudit.reading.register_alignment import OUTSIDE, rows_laid_out
from policyaudit.reading.register_grid import Cell, Grid, Record, joined
from policyaudit.reading.register_lost_cells import with_lost_cells
from policyaudit.reading.register_tables import is_head
from policyaudit.reading.register_words import may_head_titles, topics_of

_MOST_HEADS = 3
_MOST_COLUMNS = 10
_LONGEST_HEADING = 45
_MOST_CELLS = 4000


def cell_lines_in(lines: Sequence[Line]) -> Iterator[Grid]:
    """The list below headings that stand one to a line."""
    cells = [Cell(text, line) for line in lines for text in line.cells if text.strip()][:_MOST_CELLS]
    heads = ((place, width) for place in range(len(cells)) if (width := _width_of_head(cells, place)))
    for place, width in islice(heads, _MOST_HEADS):
        yield _grid(cells[place : place + width], cells[place + width :])


def _width_of_head(cells: Sequence[Cell], place: int) -> int:
    """How many headings begin here; what is known of a heading or two may be missing between others."""
    first = topics_of(cells[place].text) if may_head_titles(cells[place].text) else ()
    if not first or first[0].says not in {Meaning.TITLE, Meaning.NUMBER}:
        return 0
    following = topics_of(cells[place + 1].text) if place + 1 < len(cells) else ()
    if following and following[0].says is Meaning.TITLE:
        return 0  # "Statutory policies" above "Name of policy"
    width = 1
    for ahead in range(1, min(_MOST_COLUMNS, len(cells) - place)):
        cell = cells[place + ahead]
        if len(cell.text) > _LONGEST_HEADING or ahead - width > 1:
            break
        if _is_heading(cell, after_unknown=ahead > width):
            width = ahead + 1
    texts = [cell.text for cell in cells[place : place + width]]
    # One line of two cells is a row of a table, not two headings below each other.
    is_down = len({cell.line.number for cell in cells[place : place + width]}) == width
    says_when = any(topic.says in _WHEN for text in texts for topic in topics_of(text))
    return width if width > 1 and is_down and says_when and is_head(texts) else 0


_WHEN = frozenset({Meaning.LAST_APPROVED, Meaning.LAST_REVIEWED, Meaning.NEXT_REVIEW, Meaning.FREQUENCY})


def _is_heading(cell: Cell, *, after_unknown: bool) -> bool:
    """Whether a cell is one more heading; behind one that is not known "Governing Body" may be the first row's."""
    topics = topics_of(cell.text)
    return bool(topics) and (not after_unknown or topics[0].says in _WHEN or topics[0].says is None)


def _grid(head: Sequence[Cell], body: Sequence[Cell]) -> Grid:
    headings = tuple(cell.text for cell in head)
    again = set(headings)
    cells = [cell for cell in body if cell.text not in again]
    rows: dict[int, list[Cell | None]] = {}
    for cell, (row, column) in zip(cells, rows_laid_out([cell.text for cell in cells], headings), strict=True):
        if column == OUTSIDE:
            continue
        record = rows.setdefault(row, [None] * len(headings))
        record[column] = joined(record[column], cell)
    records: tuple[Record, ...] = tuple(tuple(record) for record in rows.values())
    taken = {cell.line.number for cell in [*head, *(cell for record in records for cell in record if cell)]}
    return with_lost_cells(Grid(headings, records, frozenset(taken)), is_lossy=True)
