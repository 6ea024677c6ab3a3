"""Tables of plain text that fit the terminal: what gives way first is shortened or goes on below.

Where the columns cannot stand side by side at all, each row is told line by line, with an empty line between two.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from policyaudit.cli.terminal import Terminal
from policyaudit.domain.clean_text import clean

T = TypeVar("T")
_GAP = "  "
_LONG_WORD = 16  # a column that goes on below keeps words of that length whole; an address or a file name may break
Cell = tuple[str, ...]  # the lines of one row in one column


class Giving(Enum):
    """What a column does where the line is too narrow, the first to give way first."""

    CUT = 1  # the end of the text is left out
    WRAP = 2  # the text goes on below
    NOT = 3  # it keeps its width


class Column(NamedTuple, Generic[T]):
    """One column: its heading, the text of a row in it (one line or several), and how it is set."""

    heading: str
    text: Callable[[T], str | None]
    giving: Giving = Giving.NOT
    right: bool = False
    colour: Callable[[T], str] | None = None
    least: int = 12  # how narrow it may become
    once: bool = False  # what stands in the row above is not said again
    keeps_end: bool = False  # what is left out is the middle: names of files differ at their ends as well
    leads: bool = False  # it says what the row is of, where the first column does not


def table(columns: Sequence[Column[T]], rows: Sequence[T], terminal: Terminal) -> str:
    """The rows under their headings and a hairline; a column in which nothing stands is left out.

    Where they would be wider than the terminal, each row is told line by line under what it is of.
    """
    filled = [(column, cells) for column in columns if any(cells := _cells(column, rows))]
    widths = _widths(filled, terminal.width)
    if _line_width(widths) > terminal.width:
        return _told(filled, rows, terminal)
    headings = [
        _padded(column.heading, width, right=column.right) for (column, _), width in zip(filled, widths, strict=True)
    ]
    set_columns = [_set(column, cells, width) for (column, cells), width in zip(filled, widths, strict=True)]
    if terminal.colours:
        set_columns = [_coloured(column, cells, rows) for (column, _), cells in zip(filled, set_columns, strict=True)]
    hairline = "─" * _line_width(widths)
    lines = [_GAP.join(headings), hairline, *_side_by_side(set_columns, widths)]
    return "\n".join(map(str.rstrip, lines))


def shown_width(text: str) -> int:
    """How many places the text takes on a screen: wide letters two, marks that sit on a letter none."""
    return len(text) if text.isascii() else sum(_places(letter) for letter in text)


def _places(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _cells(column: Column[T], rows: Sequence[T]) -> list[Cell]:
    """What stands in the column, row by row."""
    texts = [column.text(row) for row in rows]
    lines = {text: _lines(text) for text in set(texts)}  # in a long table most texts come again and again
    cells = [lines[text] for text in texts]
    if column.once:
        return [() if cell == above else cell for cell, above in zip(cells, [(), *cells], strict=False)]
    return cells


def _lines(text: str | None) -> Cell:
    """The text line by line, cleaned, for it may come from anywhere."""
    return tuple([_clean(line) for line in text.split("\n")]) if text else ()


_clean = lru_cache(maxsize=1024)(clean)


def _widths(filled: Sequence[tuple[Column[T], list[Cell]]], width: int) -> list[int]:
    """How wide each column is: as wide as its text, less where the line would be too long."""
    widths = [max(map(shown_width, (column.heading, *_different_lines(cells)))) for column, cells in filled]
    for giving in (Giving.CUT, Giving.WRAP):
        if _line_width(widths) > width:
            _narrow(widths, {place: _least(*one) for place, one in enumerate(filled) if one[0].giving is giving}, width)
    return widths


def _line_width(widths: Sequence[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _least(column: Column[T], cells: Sequence[Cell]) -> int:
    """How narrow a column may become without breaking a word that is no longer than words are."""
    if column.giving is not Giving.WRAP:
        return column.least
    words = {word for line in _different_lines(cells) for word in line.split(" ")}
    return max([column.least, *(width for width in map(shown_width, words) if width <= _LONG_WORD)])


def _narrow(widths: list[int], leasts: dict[int, int], width: int) -> None:
    """Take what is too much from these columns, always from the one that has most to give."""
    too_much = _line_width(widths) - width
    while too_much > 0 and leasts:
        widest = max(leasts, key=lambda place: widths[place] - leasts[place])
        if widths[widest] <= leasts[widest]:
            return
        widths[widest] -= 1
        too_much -= 1


def _told(filled: Sequence[tuple[Column[T], list[Cell]]], rows: Sequence[T], terminal: Terminal) -> str:
    """Each row by itself as `_row_told` tells it, the column first that says what the rows are of."""
    labels = max(shown_width(column.heading) for column, _ in filled)
    first, *rest = sorted(filled, key=lambda one: not one[0].leads)
    told = (
        _row_told(
            [(first[0], first[1][place]), *((column, cells[place]) for column, cells in rest)], row, labels, terminal
        )
        for place, row in enumerate(rows)
    )
    return "\n\n".join(map("\n".join, told))


def _row_told(said: Sequence[tuple[Column[T], Cell]], row: T, labels: int, terminal: Terminal) -> Iterator[str]:
    """What a row is of, and set in below it the rest, each beside its heading."""
    for place, (column, cell) in enumerate(said):
        before = _GAP + _padded(column.heading, labels, right=False) + _GAP if place else ""
        colour = column.colour(row) if column.colour and terminal.colours else ""
        for part in (part for line in cell for part in wrapped(line, max(terminal.width - len(before), column.least))):
            yield before + (_in_colour(part, colour) if colour else part)
            before = " " * len(before)


def _set(column: Column[T], cells: Sequence[Cell], width: int) -> list[Cell]:
    """The cells as wide as the column: shortened or broken at spaces, and filled up."""
    parts = {line: tuple(_parts(column, line, width)) for line in _different_lines(cells)}
    filled = {cell: tuple([part for line in cell for part in parts[line]]) for cell in set(cells)}
    return [filled[cell] for cell in cells]


def _different_lines(cells: Sequence[Cell]) -> set[str]:
    """Each line that stands in the column, once: in a long table most come again and again."""
    return {line for cell in set(cells) for line in cell}


def _parts(column: Column[T], line: str, width: int) -> Iterator[str]:
    for part in wrapped(line, width) if column.giving is Giving.WRAP else (_shortened(column, line, width),):
        yield _padded(part, width, right=column.right)


def _shortened(column: Column[T], line: str, width: int) -> str:
    return cut_within(line, width) if column.keeps_end else cut(line, width)


def _padded(text: str, width: int, *, right: bool) -> str:
    letters = width if text.isascii() else width + len(text) - shown_width(text)
    return text.rjust(letters) if right else text.ljust(letters)


def _coloured(column: Column[T], cells: Sequence[Cell], rows: Sequence[T]) -> list[Cell]:
    """The cells in the colour of their row; the space around a text has none."""
    colours = [column.colour(row) if column.colour else "" for row in rows]
    return [
        tuple(_in_colour(line, colour) for line in cell) if colour else cell
        for cell, colour in zip(cells, colours, strict=True)
    ]


def _in_colour(line: str, colour: str) -> str:
    text = line.strip()
    return line.replace(text, f"\x1b[{colour}m{text}\x1b[0m") if text else line


def cut(text: str, width: int) -> str:
    """The text, or as much of its beginning as fits, ending in "…"."""
    if shown_width(text) <= width:
        return text
    while shown_width(text) >= width:
        text = text[:-1]
    return text.rstrip() + "…"


def cut_within(text: str, width: int) -> str:
    """The text, or as much of its beginning and its end as fits, with "…" between: Social Media Po…2019.docx."""
    if shown_width(text) <= width:
        return text
    end = ""
    while shown_width(text[-len(end) - 1 :]) <= width // 2:
        end = text[-len(end) - 1 :]
    return cut(text, width - shown_width(end)) + end.lstrip()


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most that width, broken at spaces; only a word that is longer is broken itself."""
    if shown_width(text) <= width:
        yield text
        return
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if shown_width(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        line = word
        if shown_width(word) > width:
            *full, line = _broken(word, width)
            yield from full
    yield line


def _broken(word: str, width: int) -> Iterator[str]:
    part = ""
    for letter in word:
        if shown_width(part + letter) > width:
            yield part
            part = ""
        part += letter
    yield part


def _side_by_side(columns: Sequence[Sequence[Cell]], widths: Sequence[int]) -> Iterator[str]:
    """The printed lines, row by row; where a cell has no more lines its column is blank."""
    heights = [max(map(len, row)) for row in zip(*columns, strict=True)]
    level = [_level(cells, heights, (" " * width,)) for cells, width in zip(columns, widths, strict=True)]
    return map(_GAP.join, zip(*level, strict=True))


def _level(cells: Sequence[Cell], heights: Sequence[int], blank: Cell) -> Iterator[str]:
    """The lines of one column, each cell as high as its row."""
    for cell, height in zip(cells, heights, strict=True):
        yield from cell if len(cell) == height else cell + blank * (height - len(cell))
