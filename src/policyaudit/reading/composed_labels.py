"""Labels in wordings that no table lists, told by the words they are made of; a slip of the pen is allowed.

"Date ratified at full governors' meeting" is made of a date, an approval and a body: it can only be the approval's
date. Every word must be one that labels are made of, so that a heading or a sentence is none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

from policyaudit.reading.calendar_words import MONTHS, SEASONS, any_of
from policyaudit.reading.wordings import Topic, settings, topic_named

_HEAD = re.compile(r"[^\W\d_][^:=|\d\t–—]{2,80}")
_BEFORE_A_DATE = re.compile(rf"\s+(?={any_of([*MONTHS, *SEASONS])}\.?[\s\d'’-]*\d)", re.IGNORECASE)
_MARK = re.compile(r"\s*[:=|–—]|\s*$")
_HYPHEN = re.compile(r"\s-(?:\s|$)")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS, _MOST_SPACES = 10, 16
_LONGEST_YEAR = 6  # characters of " 2019" or " '19."
_SHORTEST_SLIP = 4  # letters of a word that may be misspelt: of shorter ones another would be made
_LONG = 6  # letters by which a single word is known in spite of a slip


class Manner(StrEnum):
    """How a label is worded, as far as it makes its values less sure."""

    LISTED = ""
    COMPOSED = "in words of its own"
    MISSPELT = "misspelt"


@dataclass(frozen=True, slots=True)
class Composed:
    """What a label speaks of, where its words end, whether a mark stands there, and how it is worded."""

    topic: Topic
    end: int
    manner: Manner
    is_marked: bool


@lru_cache(maxsize=4096)  # of the lines of one document, which are asked for several times
def composed_label(text: str, *, before_a_cell: bool = False) -> Composed | None:
    """The label that the words at the beginning of a text make up, up to a mark, a figure or the end; or None."""
    head = _HEAD.match(text)
    if not head or head[0].count(" ") > _MOST_SPACES:
        return None
    is_dated = text[head.end() : head.end() + 1].isdigit()
    date = _BEFORE_A_DATE.search(text, 0, len(head[0]) + _LONGEST_YEAR) if is_dated else None
    hyphen = _HYPHEN.search(head[0])
    end = hyphen.start() if hyphen else date.start() if date else len(head[0].rstrip())
    is_marked = bool(hyphen) or (_MARK.match(text, end) is not None and end < len(text))
    if not is_marked and not date and end < len(text) and not text[end:].lstrip()[:1].isdigit():
        return None
    words = _WORD.findall(text[:end].casefold())
    is_marked = is_marked or (before_a_cell and end == len(text))
    return _composed(words, end, is_marked=is_marked) if len(words) <= _MOST_WORDS else None


def _composed(words: Sequence[str], end: int, *, is_marked: bool) -> Composed | None:
    known = _classes()
    unknown = [word for word in words if word not in known]
    if len(unknown) > 1 or (unknown and not _may_be_a_slip(unknown[0], words, is_marked=is_marked)):
        return None
    kinds = set(_kinds(words))
    topic = _topic(kinds) if "" not in kinds else None
    if topic is None or not (is_marked or _stands_alone(words, kinds)):
        return None
    return Composed(topic, end, Manner.MISSPELT if unknown else Manner.COMPOSED, is_marked)


def _may_be_a_slip(word: str, words: Sequence[str], *, is_marked: bool) -> bool:
    """Whether a word may be a label's in spite of its spelling: beside others, or a long one before a mark."""
    return len(word) >= _SHORTEST_SLIP - 1 and (len(words) > 1 or (is_marked and len(word) >= _LONG))


def _stands_alone(words: Sequence[str], kinds: set[str]) -> bool:
    """Whether words without a mark after them are no heading: "Date ratified", but not "Adoption Policy"."""
    return bool(kinds & {"date", "next", "past", "to be", "owner", "by", "other", "person"}) or bool(
        {"on", "at"}.intersection(words)
    )


def _kinds(words: Sequence[str]) -> Iterator[str]:
    """Each word's class, empty for a word that labels do not have; "to be" and "signed off" are one word."""
    pairs = settings("labels")["composed"]["pairs"]
    for before, word in pairwise(["", *words]):
        yield pairs.get(f"{before} {word}") or _classes().get(word) or _mended(word)


@lru_cache(maxsize=1024)
def _mended(word: str) -> str:
    """The class of the longest word that this one may be meant for, or an empty text."""
    near = [other for other, kind in _classes().items() if _may_be_meant(other, kind) and is_one_slip(word, other)]
    return _classes()[max(near, key=len)] if near else ""


def _may_be_meant(word: str, kind: str) -> bool:
    """Whether a word is long enough to be told in spite of a slip; "date", "next" and "last" are told by the others."""
    return len(word) > _SHORTEST_SLIP or (len(word) == _SHORTEST_SLIP and kind in {"date", "next", "past"})


def is_one_slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter too few, too many, wrong, or by two that changed places."""
    if abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    start = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    left, right = one[start:], other[start:]
    is_swapped = left[:2] == right[:2][::-1] and left[2:] == right[2:]
    return is_swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]


def _topic(kinds: set[str]) -> Topic | None:
    """The topic of the first rule that the classes of a label's words fulfil."""
    for rule in settings("labels")["composed"]["rules"]:
        if kinds.issuperset(rule["all"]) and not kinds.intersection(rule.get("none", ())):
            return topic_named(rule["topic"]) if rule["topic"] else Topic("somebody else's", {})
    return None


@cache
def _classes() -> Mapping[str, str]:
    listed = settings("labels")["composed"]["words"]
    return {word: kind for kind, words in listed.items() for word in words.split()}
