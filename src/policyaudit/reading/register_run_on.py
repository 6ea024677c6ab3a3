"""Lists of policies whose columns are run together: one line a policy, single spaces between the cells."""

from collections import Counter
from collections.abc import Iterator, Sequence

from policyaudit.reading.lines import Line
from policyaudit.reading.register import Meaning
from policyaudit.reading.register_alignment import laid_out
from policyaudit.reading.register_grid import Cell, Grid, Record, joined
from policyaudit.reading.register_kinds import Kind, kind_of
from policyaudit.reading.register_lost_cells import with_lost_cells
from policyaudit.reading.register_pieces import pieces_of
from policyaudit.reading.register_tables import is_head
from policyaudit.reading.register_titles import without_marks
from policyaudit.reading.register_words import (
    headings_along,
    is_furniture,
    label_of,
    may_head_titles,
    topics_of,
    words_of,
)
from policyaudit.reading.rows import is_sentence

_LONGEST = 400
_MOST_HEADS = 2  # lines of headings


def run_on_in(lines: Sequence[Line]) -> Iterator[Grid]:
    """The list below a line of headings that are run together."""
    for place in range(len(lines)):
        headings, taken = _headings(lines[place : place + _MOST_HEADS])
        grid = _grid(headings, lines[place : place + taken], lines[place + taken :]) if headings else None
        if grid and _says_more_than_titles(grid):
            yield grid
            return


def _headings(lines: Sequence[Line]) -> tuple[tuple[str, ...], int]:
    """The headings in a line, if there are several, and how many lines they take: they may go on in the next."""
    if not may_head_titles(lines[0].text):
        return (), 0
    for taken in range(len(lines), 0, -1):
        headings = headings_along(" ".join(cell for line in lines[:taken] for cell in line.cells))
        if len(headings) > taken and is_head(headings):
            return headings, taken
    return (), 0


def _says_more_than_titles(grid: Grid) -> bool:
    """Whether most policies have more than one cell in their line, and a date or a cycle among them."""
    several = sum(_most_on_a_line(record) > 1 and _has_time(record) for record in grid.records)
    return several * 2 > len(grid.records)


def _has_time(record: Record) -> bool:
    return any(cell is not None and kind_of(cell.text) in {Kind.DATE, Kind.CYCLE} for cell in record)


def _most_on_a_line(record: Record) -> int:
    return max(Counter(cell.line.number for cell in record if cell).values(), default=0)


def _grid(headings: tuple[str, ...], head: Sequence[Line], body: Sequence[Line]) -> Grid:
    records: list[Record] = []
    taken = {line.number for line in head}
    again = {" ".join(line.cells) for line in head}
    for line in body:
        if len(line.text) > _LONGEST or " ".join(line.cells) in again or is_furniture(line.text):
            continue
        pieces = pieces_of(line, headings)
        record = _record(pieces, line, headings)
        if records and _is_rest(records[-1], pieces, headings):
            records[-1] = tuple(
                joined(one, two) for one, two in zip(records[-1], _rest(pieces, line, headings), strict=True)
            )
            taken.add(line.number)
        elif record and not (len(pieces) == 1 and is_sentence(pieces[0])):
            records.append(record)
            taken.add(line.number)
    return with_lost_cells(Grid(headings, tuple(records), frozenset(taken)), is_lossy=True)


def _record(pieces: Sequence[str], line: Line, headings: tuple[str, ...]) -> Record | None:
    cells: list[Cell | None] = [None] * len(headings)
    for text, column in zip(pieces, laid_out(pieces, headings), strict=True):
        if column >= 0:
            cells[column] = joined(cells[column], Cell(text, line))
    return tuple(cells) if any(cells) else None


def _is_rest(above: Record, pieces: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether a line goes on with the row above: it begins with no title, or that row's title is not at its end."""
    title = above[_title(headings)]
    last = without_marks(title.text).casefold().split()[-1:] if title else []
    if last and last[0] in words_of("titles", "unfinished"):
        return True
    label = label_of(pieces[0]) if pieces else None
    is_labelled = label is not None and label[0].says is not Meaning.TITLE and kind_of(pieces[0]) is not Kind.TEXT
    return bool(pieces) and (is_labelled or pieces[0][:1].islower() or kind_of(pieces[0]) in {Kind.DATE, Kind.CYCLE})


def _rest(pieces: Sequence[str], line: Line, headings: tuple[str, ...]) -> Record:
    """The pieces of a line that begins with no title, each where its label says, else where it fits."""
    cells: list[Cell | None] = [None] * len(headings)
    for piece, column in zip(pieces, laid_out(("Policy", *pieces), headings)[1:], strict=True):
        at = _labelled(piece, headings)
        place = column if at is None else at
        cells[place] = joined(cells[place], Cell(piece, line))
    return tuple(cells)


def _labelled(piece: str, headings: Sequence[str]) -> int | None:
    """The column of what a piece is labelled with: "Next review : early 2020"."""
    label = label_of(piece)
    said = label[0].says if label else None
    if said is None:
        return None
    return next((at for at, heading in enumerate(headings) if any(t.says is said for t in topics_of(heading))), None)


def _title(headings: Sequence[str]) -> int:
    return next(at for at, heading in enumerate(headings) if any(t.says is Meaning.TITLE for t in topics_of(heading)))
