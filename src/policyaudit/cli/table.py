"""Tables of plain text that fit the terminal: what gives way first is shortened or goes on below."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import Generic, NamedTuple, TypeVar

from policyaudit.cli.terminal import Terminal
from policyaudit.domain.clean_text import clean

T = TypeVar("T")
_GAP = 2


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


def table(columns: Sequence[Column[T]], rows: Sequence[T], terminal: Terminal) -> str:
    """The rows under their headings and a hairline; a column in which nothing stands is left out."""
    cells = _cells(columns, rows)
    filled = [place for place in range(len(columns)) if any(row[place] for row in cells)]
    columns, cells = [columns[place] for place in filled], [[row[place] for place in filled] for row in cells]
    widths = _widths(columns, cells, terminal.width)
    head = _row([[column.heading] for column in columns], columns, widths)
    lines = [*head, "─" * (sum(widths) + _GAP * (len(widths) - 1))]
    for row, texts in zip(rows, cells, strict=True):
        set_lines = [_set(text, column, width) for text, column, width in zip(texts, columns, widths, strict=True)]
        colours = [column.colour(row) if column.colour and terminal.colours else "" for column in columns]
        lines += _row(set_lines, columns, widths, colours)
    return "\n".join(lines)


def shown_width(text: str) -> int:
    """How many places the text takes on a screen: wide letters two, marks that sit on a letter none."""
    return len(text) if text.isascii() else sum(_places(letter) for letter in text)


def _places(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _cells(columns: Sequence[Column[T]], rows: Sequence[T]) -> list[list[list[str]]]:
    """The lines of each cell of each row."""
    cells = [[_lines(column.text(row)) for column in columns] for row in rows]
    for place, column in enumerate(columns):
        if column.once:
            texts = [row[place] for row in cells]
            for row, above in zip(cells[1:], texts, strict=False):
                row[place] = [] if row[place] == above else row[place]
    return cells


def _lines(text: str | None) -> list[str]:
    """The text line by line, cleaned, for it may come from anywhere."""
    return [clean(line) for line in text.split("\n")] if text else []


def _widths(columns: Sequence[Column[T]], cells: Sequence[Sequence[Sequence[str]]], width: int) -> list[int]:
    """How wide each column is: as wide as its text, less where the line would be too long."""
    widths = [shown_width(column.heading) for column in columns]
    for row in cells:
        for place, lines in enumerate(row):
            widths[place] = max(widths[place], *map(shown_width, lines), 0)
    for giving in (Giving.CUT, Giving.WRAP):
        leasts = {place: column.least for place, column in enumerate(columns) if column.giving is giving}
        _narrow(widths, leasts, width)
    return widths


def _narrow(widths: list[int], leasts: dict[int, int], width: int) -> None:
    """Take what is too much from these columns, always from the one that has most to give."""
    too_much = sum(widths) + _GAP * (len(widths) - 1) - width
    while too_much > 0 and leasts:
        widest = max(leasts, key=lambda place: widths[place] - leasts[place])
        if widths[widest] <= leasts[widest]:
            return
        widths[widest] -= 1
        too_much -= 1


def _set(lines: Sequence[str], column: Column[T], width: int) -> list[str]:
    """The lines as wide as the column: shortened, or broken at spaces."""
    if column.giving is Giving.WRAP:
        return [part for line in lines for part in wrapped(line, width)]
    return [cut(line, width) for line in lines]


def cut(text: str, width: int) -> str:
    """The text, or as much of its beginning as fits, ending in "…"."""
    if shown_width(text) <= width:
        return text
    while shown_width(text) >= width:
        text = text[:-1]
    return text.rstrip() + "…"


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most that width, broken at spaces; only a word that is longer is broken itself."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if shown_width(longer) <= width:
            line = longer
            continue
        if line:
            yield line
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


def _row(
    cells: Sequence[Sequence[str]], columns: Sequence[Column[T]], widths: Sequence[int], colours: Sequence[str] = ()
) -> Iterator[str]:
    """The printed lines of one row."""
    for number in range(max((len(lines) for lines in cells), default=0)):
        parts = []
        for place, (lines, column, width) in enumerate(zip(cells, columns, widths, strict=True)):
            text = lines[number] if number < len(lines) else ""
            space = " " * (width - shown_width(text))
            coloured = f"\x1b[{colours[place]}m{text}\x1b[0m" if colours and colours[place] and text else text
            parts.append(space + coloured if column.right else coloured + space)
        yield (" " * _GAP).join(parts).rstrip()
