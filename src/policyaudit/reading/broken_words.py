"""Words of a table's cell in their order, those that a narrow cell broke without a hyphen put together again.

A cell breaks a word only where the word alone is wider than the cell, and only what cannot be a word of its own counts
as the rest of one: "Whistleblowin" and "g", never "Safeguarding" and "and".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from policyaudit.reading.geometry import Word, in_lines

_REST = re.compile(r"(?:[bcdfghjklmnpqrstvxz]{1,3}|ing|ings|tion|tions|ment|ments|ed|er|ers)\W?")
_BROKEN = re.compile(r"\w*[^\W\d_]{7}")  # long, and nothing that ends by itself


def in_reading_order(cell: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a cell, line by line."""
    return tuple(_joined(list(in_lines(cell))))


def _joined(lines: Sequence[Sequence[Word]]) -> Iterator[Word]:
    """The words of the lines; one that was broken is one again."""
    widest = max((line[-1].right for line in lines), default=0.0)
    rest = False
    for line, below in pairwise([*lines, ()]):
        words = line[1:] if rest else line
        rest = bool(below) and _is_broken(words, below[0], widest)
        yield from words[:-1] if rest else words
        if rest:
            yield replace(words[0], text=words[0].text + below[0].text)


def _is_broken(line: Sequence[Word], below: Word, widest: float) -> bool:
    """Whether a line is the beginning of a word that goes on below."""
    if len(line) != 1 or line[0].right < widest:
        return False
    return bool(_BROKEN.fullmatch(line[0].text) and _REST.fullmatch(below.text))
