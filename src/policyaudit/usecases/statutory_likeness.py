"""Which titles come near to a paper that is asked: what is suggested to whoever decides, and never counted as held."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Final

from policyaudit.domain.naming import natural_key
from policyaudit.domain.requirement import Requirement, answer_key

_LIKE: Final = 86  # per cent: a word misspelt, or written apart
_PART: Final = 2  # a title that bears one in two of the words of a name may be part of that paper
_BEGINNING: Final = 5  # letters: notice and notices, discipline and disciplinary begin alike
_ENDING: Final = 5
_SAME: Final = 0.6  # of the longer word
# Words that any paper may bear, and words for whom it is meant: they do not tell one from another.
_COMMON: Final = frozenset(
    "procedure procedures guidance statement plan scheme arrangements information notice notices code model whole"
    " general school schools pupil pupils student students staff teacher teachers teaching parent parents carers"
    " support managing management dealing use including incl other for of and in a at to on with who from".split()
)


def near_titles(asked: Requirement, titles: Iterable[str]) -> tuple[str, ...]:
    """The titles that bear the main words of what is asked, or a good part of them, or resemble it; in their order."""
    names = sorted({asked.title, *asked.also_called})
    return tuple(sorted((title for title in titles if _is_near(title, names)), key=natural_key))


def _is_near(title: str, names: Collection[str]) -> bool:
    mine = _telling(title)
    return any(_bears(mine, _telling(name)) for name in names) or _resembles(title, names)


def _bears(title: frozenset[str], name: frozenset[str]) -> bool:
    """Whether a title holds all the telling words of a name, or nothing but a good part of them."""
    return _holds(title, name) or (_holds(name, title) and len(title) * _PART >= len(name))


def _holds(more: frozenset[str], fewer: frozenset[str]) -> bool:
    return bool(fewer) and all(any(_is_same(word, other) for other in more) for word in fewer)


@lru_cache(maxsize=65_536)
def _is_same(word: str, other: str) -> bool:
    """Whether two words are one, or differ only in how they end."""
    if word == other:
        return True
    longer, alike = max(len(word), len(other)), _alike(word, other)
    return alike >= max(_BEGINNING, longer - _ENDING, longer * _SAME)


def _alike(word: str, other: str) -> int:
    """How many letters two words have in common before they part."""
    pairs = zip(word, other, strict=False)
    return next((place for place, (one, two) in enumerate(pairs) if one != two), min(len(word), len(other)))


def _resembles(title: str, names: Collection[str]) -> bool:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - a school that holds everything needs none

    spelt, keys = _spelt(title), [_spelt(name) for name in names]
    return bool(spelt) and process.extractOne(spelt, keys, scorer=fuzz.ratio, score_cutoff=_LIKE) is not None


@lru_cache(maxsize=4096)
def _spelt(title: str) -> str:
    """The telling words in their order of letters, so that only how they are written is compared."""
    return " ".join(sorted(_telling(title)))


@lru_cache(maxsize=4096)
def _telling(title: str) -> frozenset[str]:
    return frozenset(answer_key(title).split()) - _COMMON
