"""How alike two texts are, whatever file they came in: layout, hyphens and page furniture do not count."""

import re
from typing import Final

_WORDS: Final = re.compile(r"[^\W_]+")
_RUN: Final = 4
NEARLY_SAME: Final = 0.85

Fingerprint = frozenset[int]


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in order, small letters; a word hyphenated over two lines is one."""
    joined = re.sub(r"(?<=\w)-\s*\n\s*(?=[a-z])", "", text)
    return tuple(_WORDS.findall(joined.casefold()))


def fingerprint(text: str) -> Fingerprint:
    """All runs of four words, hashed within this process: what two forms of one text have in common."""
    words = words_of(text)
    if len(words) < _RUN:
        return frozenset((hash(words),)) if words else frozenset()
    return frozenset(hash(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def alike(one: Fingerprint, other: Fingerprint) -> float:
    """From 0 to 1: which part of the shorter text stands in the longer one, if they are about equally long."""
    if not one or not other:
        return 0.0
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < len(longer) * 0.6:
        return 0.0
    return len(shorter & longer) / len(shorter)
