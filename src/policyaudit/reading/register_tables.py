"""Lists of policies in rows of cells: tables of any format, and columns that tabs or wide gaps make."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policyaudit.reading.lines import Line
from policyaudit.reading.register import Meaning
from policyaudit.reading.register_alignment import laid_out
from policyaudit.reading.register_grid import Cell, Grid, Record, joined
from policyaudit.reading.register_kinds import Kind, kind_of
from policyaudit.reading.register_lost_cells import with_lost_cells
from policyaudit.reading.register_pieces import pieces_of
from policyaudit.reading.register_titles import without_marks
from policyaudit.reading.register_words import (
    is_blank,
    is_furniture,
    is_group,
    is_legend,
    is_topical,
    names_one,
    topics_of,
    words_of,
)

_YEAR = re.compile(r"(?:19|20)\d\d")  # no heading holds one
_MOST_LAST_WORDS = 2
_FEWEST_COLUMNS = 2
_ABOUT_REVIEW = frozenset(Meaning) - {Meaning.TITLE, Meaning.NUMBER, Meaning.SCHOOL, Meaning.VERSION}


@dataclass(slots=True)
class _Open:
    """A table as far as it was read."""

    headings: tuple[str, ...]
    records: list[Record] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    begun: Cell | None = None  # a title that is not at its end, of which the next line holds the rest

    def closed(self) -> Grid:
        return with_lost_cells(Grid(self.headings, tuple(self.records), frozenset(self.lines), is_table=True))


def tables_in(lines: Sequence[Line]) -> Iterator[Grid]:
    """Every table below a head of a register; one that goes on under the same head, on the next page, is one."""
    open_table: _Open | None = None
    above: set[str] = set()  # a page's own head, that comes again on the next page
    place = 0
    while place < len(lines):
        head, taken = _head_at(lines, place)
        if head and (open_table is None or head != open_table.headings):
            if open_table:
                yield open_table.closed()
            open_table = _Open(head)
        elif open_table and not head and _begins_another_sheet(lines, place):
            yield open_table.closed()
            open_table = None
        if open_table:
            if head:
                open_table.lines |= {line.number for line in lines[place : place + taken]}
            elif lines[place].text not in above:
                _take(open_table, lines[place])
        else:
            above.add(lines[place].text)
        place += taken
    if open_table:
        yield open_table.closed()


def _begins_another_sheet(lines: Sequence[Line], place: int) -> bool:
    """Whether a sheet begins here that lists something else: its first row of several cells is no head of a register
    and holds no date. A workbook of policies may hold a sheet of staff.
    """
    sheet = lines[place].sheet
    if lines[place].sheet_row is None or place == 0 or lines[place - 1].sheet == sheet:
        return False
    for at in range(place, len(lines)):
        said = [cell for cell in lines[at].cells if cell.strip()]
        if lines[at].sheet != sheet:
            return False
        if len(said) > 1:
            is_dated = any(kind_of(cell) in {Kind.DATE, Kind.CYCLE} for cell in said)
            return not is_dated and _head_at(lines, at)[0] is None
    return False


def tables_without_head(lines: Sequence[Line]) -> Iterator[Grid]:
    """Runs of rows of the same number of cells that no heading stands above."""
    run: list[Line] = []
    for line in [*lines, Line(0, ())]:
        if run and (len(line.cells) != len(run[0].cells)) and len(line.cells) != len(run[0].cells) - 1:
            yield from _run(run)
            run = []
        if len(line.cells) > 1:
            run.append(line)


def _run(run: Sequence[Line]) -> Iterator[Grid]:
    if _known(run[0].cells) >= _FEWEST_COLUMNS:
        return  # it has a head, and is a list of something else
    width = max(len(line.cells) for line in run)
    headings = ("",) * width
    guessed = ("policy", *("date",) * (width - 1))
    records = tuple(
        tuple(Cell(cell, line) for cell in line.cells) if len(line.cells) == width else _laid(line, guessed)
        for line in run
    )
    yield with_lost_cells(Grid(headings, records, frozenset(line.number for line in run), "cells"))


def _head_at(lines: Sequence[Line], place: int) -> tuple[tuple[str, ...] | None, int]:
    """The headings of a table that begins here, and how many lines they take."""
    cells = lines[place].cells
    if len(cells) < 2 or sum(map(len, cells)) > 400:  # noqa: PLR2004 - a table has two columns, and short headings
        return None, 1
    if any(map(_YEAR.search, cells)) or not _known(cells):
        return None, 1
    if place + 1 < len(lines):
        both = _two_rows(cells, lines[place + 1].cells)
        if both and _known(both) > _known(cells) and is_head(both):
            return both, 2
    return (tuple(cells), 1) if is_head(cells) else (None, 1)


def is_head(cells: Sequence[str]) -> bool:
    """Whether cells are the headings of a register: titles, and what is said of their review."""
    said = [topic for cell in cells for topic in topics_of(cell)]
    has_title = any(topic.says is Meaning.TITLE for topic in said)
    about = sum(topic.says in _ABOUT_REVIEW for topic in said)
    filled = sum(bool(cell.strip()) for cell in cells)
    has_dates = any(kind_of(cell) in {Kind.DATE, Kind.CYCLE} for cell in cells)
    if not has_title:
        return about >= 2 and _known(cells) * 2 >= filled and not has_dates and not topics_of(cells[0])  # noqa: PLR2004
    return about > 0 and _known(cells) * 2 >= filled and not has_dates


def _known(cells: Sequence[str]) -> int:
    return sum(bool(topics_of(cell)) for cell in cells)


def _two_rows(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...] | None:
    """Two rows of headings as one; a lower row that lost its empty cells is moved to where it says most."""
    if not lower or len(lower) > len(upper) or any(kind_of(cell) in {Kind.DATE, Kind.CYCLE} for cell in lower):
        return None
    ways = []
    for offset in range(len(upper) - len(lower) + 1):
        moved = ["", *[""] * (len(upper) - 1)]
        moved[offset : offset + len(lower)] = lower
        ways.append(tuple(f"{above} {below}".strip() for above, below in zip(upper, moved, strict=True)))
    return max(ways, key=_known)


def _take(table: _Open, line: Line) -> None:
    """One more line of a table: a row, the rest of the row above, or a heading between rows."""
    width = len(table.headings)
    said = [cell for cell in line.cells if cell.strip()]
    if said and is_legend(said[0]):
        return
    if len(said) > 1 or (len(line.cells) == width and said and not line.cells[_title(table.headings)].strip()):
        record = _cells(line) if len(line.cells) == width else _laid(line, table.headings)
        _add(table, _with_beginning(table, record), line)
    else:
        _add_single(table, line, said[0])


def _cells(line: Line) -> Record:
    return tuple(Cell(cell, line) for cell in line.cells)


def _add(table: _Open, record: Record, line: Line) -> None:
    title = _title(table.headings)
    above = table.records[-1] if table.records else None
    is_rest = above is not None and (_is_empty(record[title]) or _is_unfinished(above[title])) and line.table is None
    is_in_sheet = line.sheet_row is not None  # whose rows are its own: one without a title is no part of that above
    is_rest = is_rest or (
        above is not None and _is_empty(record[title]) and not _is_empty(above[title]) and not is_in_sheet
    )
    if above is not None and is_rest:
        table.records[-1] = tuple(joined(one, two) for one, two in zip(above, record, strict=True))
    else:
        table.records.append(record)
    table.lines.add(line.number)


def _add_single(table: _Open, line: Line, text: str) -> None:
    """A line of one cell: the rest of the row above, a policy of which nothing else is said, or a heading."""
    above = table.records[-1] if table.records else None
    if is_furniture(text) or is_blank(text):
        return
    if above and (place := _continued(above, line, text, _title(table.headings))) is not None:
        table.records[-1] = (*above[:place], joined(above[place], Cell(text, line)), *above[place + 1 :])
    elif line.cells[0] == text and _is_policy(text, line, width=len(table.headings)):
        title = _title(table.headings)
        table.records.append(tuple(Cell(text, line) if at == title else None for at in range(len(table.headings))))
    else:
        cell = Cell(text, line)
        may_go_on = _is_unfinished(cell) or _fills_its_column(table, cell)
        table.begun = cell if line.cells[0] == text and may_go_on else None
        return
    table.lines.add(line.number)


def _with_beginning(table: _Open, record: Record) -> Record:
    """A record with the beginning of its title, if that stands on the line above."""
    begun, table.begun = table.begun, None
    title = _title(table.headings)
    rest = record[title]
    if begun is None or rest is None or not (_is_unfinished(begun) or _is_last_word(begun, rest)):
        return record
    table.lines.add(begun.line.number)
    return (*record[:title], joined(begun, rest), *record[title + 1 :])


def _fills_its_column(table: _Open, cell: Cell) -> bool:
    """Whether a line right below a row is as long as any title: then its end may stand in the next line."""
    titles = [record[_title(table.headings)] for record in table.records]
    longest = max((len(title.text) for title in titles if title), default=0)
    is_right_below = cell.line.table is None and cell.line.number - 1 in table.lines
    is_title = kind_of(cell.text) is Kind.TEXT and not is_group(cell.text)
    return is_right_below and is_title and len(cell.text) >= longest > 0


def _is_last_word(begun: Cell, rest: Cell) -> bool:
    """Whether the next row begins with what is missing at the end of a long line: a word or two that name no policy."""
    is_next = rest.line.number == begun.line.number + 1
    return is_next and len(rest.text.split()) <= _MOST_LAST_WORDS and not names_one(rest.text)


def _continued(above: Record, line: Line, text: str, title: int) -> int | None:
    """The cell of the row above that a line goes on with: an unfinished title, or the last cell before a date."""
    if (line.table is None or line.cells[title] == text) and _is_unfinished(above[title]):
        return title
    if kind_of(text) in {Kind.DATE, Kind.CYCLE}:
        last = max((at for at, cell in enumerate(above) if cell and cell.text), default=title)
        said = above[last]
        return None if said and kind_of(said.text) in {Kind.BODY, Kind.POST} else last
    return None


def _is_policy(text: str, line: Line, *, width: int) -> bool:
    """Whether a title of which nothing else is said is a policy, and no heading between the rows."""
    if is_group(text):
        return False
    if names_one(text) or line.table is None:
        return names_one(text)
    # In a table of two columns a date is missing sooner than a heading stands between the rows.
    return width == _FEWEST_COLUMNS or (len(line.cells) == width and is_topical(text))


def _laid(line: Line, headings: tuple[str, ...]) -> Record:
    """A row with fewer cells than the table has columns, or more, each cell where it fits best."""
    cells: list[Cell | None] = [None] * len(headings)
    said = [cell for cell in line.cells if cell.strip()]
    pieces = pieces_of(line, headings) if len(said) < len(headings) else []
    if len(pieces) == len(headings):
        said = pieces  # a gap between two cells was lost, and they stand together in one
    for text, column in zip(said, laid_out(said, headings), strict=True):
        if column >= 0:
            cells[column] = joined(cells[column], Cell(text, line, is_moved=True))
    return tuple(cells)


def _title(headings: Sequence[str]) -> int:
    strong = [at for at, heading in enumerate(headings) for topic in topics_of(heading) if topic.says is Meaning.TITLE]
    return strong[0] if strong else 0


def _is_empty(cell: Cell | None) -> bool:
    return cell is None or not cell.text.strip()


def _is_unfinished(cell: Cell | None) -> bool:
    last = without_marks(cell.text).casefold().split()[-1:] if cell else []
    return bool(last) and (last[0] in words_of("titles", "unfinished") or last[0].endswith((",", "s'", "s’")))
