"""Where words and ruled lines stand on a page: points from its top left corner, downwards, as it is shown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

# How wide the gap between two words is at most, in heights of their letters; beyond it another cell begins.
_WIDEST, _WIDEST_RECOGNISED = 0.9, 1.2


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or the value of a form field, with the line it stands on and the height of its letters.

    Of a word that was recognised in a picture, place and height are less exact.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    is_field: bool = False
    is_recognised: bool = False

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of its letters."""
        return (self.left + self.right) / 2, self.base - self.size / 4


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; a ruled line is a thin one."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether a point lies in it."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def touches(self, other: "Box", *, within: float) -> bool:
        """Whether two rectangles meet, or nearly do."""
        return (
            self.left - within <= other.right
            and other.left - within <= self.right
            and self.top - within <= other.bottom
            and other.top - within <= self.bottom
        )

    @property
    def area(self) -> float:
        """How much of the page it covers."""
        return (self.right - self.left) * (self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed on one page."""

    height: float
    words: tuple[Word, ...] = ()
    rulings: tuple[Box, ...] = ()
    has_picture: bool = False
    is_blank: bool = False
    is_by_ocr: bool = False
    has_struck_words: bool = False
    comments: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page or a row of a table on it, with the cells that borders or wide gaps make."""

    cells: tuple[str, ...]
    base: float
    table: int | None = None
    is_form: bool = False


def in_lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words in lines from the top down, each from left to right; a raised "th" stays on its line."""
    line: list[Word] = []
    for word in sorted(words, key=lambda word: word.base):
        if line and word.base - line[0].base > max(line[0].size, word.size) * 0.4:
            yield sorted(line, key=lambda word: word.left)
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda word: word.left)


def in_cells(line: Sequence[Word]) -> Iterator[list[Word]]:
    """The words of a line, parted where a gap is wider than any between words; a form field stands alone."""
    cell = [line[0]]
    for before, word in pairwise(line):
        widest = (_WIDEST_RECOGNISED if word.is_recognised else _WIDEST) * max(before.size, word.size)
        if word.is_field or before.is_field or word.left - before.right > widest:
            yield cell
            cell = []
        cell.append(word)
    yield cell
