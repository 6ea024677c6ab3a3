"""Words of a PDF page that are struck out, told by a thin line drawn through the middle of their letters.

A line counts only where it begins and ends with letters: the rule of a form or a table runs on beyond them.
"""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from policyaudit.reading.geometry import Box, Word

_MIDDLE = (0.2, 0.8)  # of the letters' height, as most of them have it; an underline lies below them
_THICKEST = 0.3  # of the letters' height
_BEYOND = 0.8  # of the letters' height, that a stroke may run on: over a space, or a little further


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter by its number on the page, where it stands, and how high its ink reaches above its line."""

    index: int
    left: float
    right: float
    height: float


class Lines:
    """The lines across a page, found by their height: a page may have thousands of words and of lines."""

    def __init__(self, rulings: Iterable[Box]) -> None:
        across = (ruling for ruling in rulings if ruling.right - ruling.left > ruling.bottom - ruling.top)
        self._lines = sorted(across, key=lambda line: line.top)
        self._tops = [line.top for line in self._lines]

    def crossing(self, word: Word) -> Iterator[Box]:
        """The lines that run through a word or a part of it, at whatever height."""
        for line in self._lines[bisect(self._tops, word.base - word.size) : bisect(self._tops, word.base)]:
            if line.bottom < word.base and line.left < word.right and line.right > word.left:
                yield line


def struck(stroke: Box, letters: Sequence[Letter], *, base: float) -> frozenset[int]:
    """The letters that a stroke runs through in their middle; none where it runs on beyond them."""
    met = [letter for letter in letters if stroke.left <= (letter.left + letter.right) / 2 <= stroke.right]
    height = median(letter.height for letter in met) if met else 0
    if not met or not _is_stroke(stroke, base, height):
        return frozenset()
    begins, ends = min(letter.left for letter in met), max(letter.right for letter in met)
    is_theirs = begins - stroke.left <= _BEYOND * height and stroke.right - ends <= _BEYOND * height
    return frozenset(letter.index for letter in met if is_theirs)


def _is_stroke(stroke: Box, base: float, height: float) -> bool:
    """Whether a line is thin, and runs at the middle of letters so high."""
    low, high = (share * height for share in _MIDDLE)
    is_thin = stroke.bottom - stroke.top <= _THICKEST * height
    return is_thin and low < base - (stroke.top + stroke.bottom) / 2 < high
