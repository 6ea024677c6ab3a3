"""Which policies a title resembles: what is suggested to whoever decides, and never acted upon by itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from policyaudit.domain.naming import folded, title_key
from policyaudit.reading.wordings import settings

LIKE: Final = 86  # per cent; two titles of two words that share one of them stay below
_MOST: Final = 3
_HALF: Final = 0.5
# Words that any title may have: two titles that share only these share nothing.
_COMMON: Final = frozenset(
    "procedure procedures guidance statement plan school schools pupil pupils staff for of and in a".split()
)


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A policy with a title of nearly the same words or the same meaning, and how alike they are."""

    title: str
    per_cent: int


def resembles_words(resembles: Iterable[Resemblance]) -> str:
    """The policies, and how alike they are: Anti-Bullying (92 %)."""
    return " or ".join(f"{one.title} ({one.per_cent} %)" for one in resembles)


def resembling(title: str, titles: Iterable[str]) -> tuple[Resemblance, ...]:
    """The policies whose titles resemble this one, the most alike first."""
    scored = ((_likeness(title, other), other) for other in dict.fromkeys(titles))
    near = sorted((pair for pair in scored if pair[0] >= LIKE), key=lambda pair: (-pair[0], pair[1]))
    return tuple(Resemblance(other, per_cent) for per_cent, other in near[:_MOST])


def _likeness(title: str, other: str) -> int:
    """The likeness of those wordings of both that are most alike, in any order of their words, in per cent.

    A misspelt word, or one that is written apart, costs little.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415 - an import without new policies needs none

    likest = _held_in_the_other(_telling(title), _telling(other))
    for mine in _wordings(title):
        for theirs in _wordings(other):
            likest = max(likest, *(fuzz.ratio(*pair, score_cutoff=LIKE) for pair in zip(mine, theirs, strict=True)))
    return int(likest)


def _held_in_the_other(one: frozenset[str], other: frozenset[str]) -> float:
    """How much one title is of another that holds all its telling words: Child protection, of Safeguarding and ..."""
    fewer, more = sorted((one, other), key=len)
    share = len(fewer) / len(more) if fewer and fewer <= more else 0.0
    return 80 + 19 * share if share >= _HALF else 0.0


@lru_cache(maxsize=1024)
def _telling(title: str) -> frozenset[str]:
    return frozenset(title_key(title).split()) - _COMMON


@lru_cache(maxsize=1024)
def _wordings(title: str) -> tuple[tuple[str, str], ...]:
    """The title in its own words and in other words for what it is about; each as one word, and in order of words."""
    return tuple((wording.replace(" ", ""), " ".join(sorted(wording.split()))) for wording in _reworded(title))


def _reworded(title: str) -> Iterator[str]:
    key = title_key(title)
    yield key
    for same in _synonyms():
        for wording in same:
            if re.search(rf"\b{re.escape(wording)}\b", key):
                yield from (re.sub(rf"\b{re.escape(wording)}\b", other, key) for other in same if other != wording)
                break


@cache
def _synonyms() -> tuple[tuple[str, ...], ...]:
    """The tables of db/reading/synonyms.toml, in each the longest wording first."""
    return tuple(
        tuple(sorted((folded(wording) for wording in same), key=len, reverse=True))
        for same in settings("synonyms")["same"]
    )
