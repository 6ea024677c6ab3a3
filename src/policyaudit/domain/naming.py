"""How a thing is found by what somebody types: a part of its title, its number, a surname."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, Final, Generic, NamedTuple, TypeVar

from policyaudit.domain.clean_text import clean
from policyaudit.errors import UsageProblem

_HONORIFICS: Final = frozenset("mr mrs ms miss mx dr prof professor rev revd fr sir dame".split())
_TITLE_ENDINGS: Final = frozenset("policy polisi the".split())
K = TypeVar("K")


class Named(NamedTuple, Generic[K]):
    """Something that people call by name: what it is shown as, and the other words that mean it."""

    key: K
    shown: str
    aliases: tuple[str, ...] = ()


class NoSuchName(UsageProblem):
    """Nothing is called so."""

    def __init__(self, kind: str, typed: str, nearest: Sequence[str]) -> None:
        hint = f"did you mean {' or '.join(repr(name) for name in nearest)}?" if nearest else None
        super().__init__(f"there is no {kind} called {typed!r}", next_step=hint)
        self.kind, self.typed = kind, typed


class SeveralSuchNames(UsageProblem):
    """More than one thing is called so."""

    def __init__(self, kind: str, typed: str, candidates: Sequence[str]) -> None:
        super().__init__(
            f"{typed!r} could be more than one {kind}: {'; '.join(candidates)}",
            next_step="type more of the name",
        )


def folded(text: str) -> str:
    """The text for comparing: small letters, no accents, no punctuation, single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", plain.replace("&", " and ").replace("'", "").replace("’", "")))


def title_key(title: str) -> str:
    """The title for comparing: `folded`, without the words that do not tell one policy from another."""
    words = folded(title).split()
    return " ".join(word for word in words if word not in _TITLE_ENDINGS) or " ".join(words)


def surname_first(name: str) -> str:
    """The key by which people are listed: surname, then the rest, titles last."""
    words = folded(name).split()
    names = [word for word in words if word not in _HONORIFICS]
    titles = [word for word in words if word in _HONORIFICS]
    return " ".join([*names[-1:], *names[:-1], *titles])


def natural_key(text: str) -> str:
    """The key by which titles are listed: `folded`, numbers padded so that 9 comes before 10."""
    return re.sub(r"\d+", lambda found: found.group().zfill(8), folded(text))


def choose(kind: str, typed: str, among: Iterable[Named[K]]) -> Named[K]:
    """The one thing that is meant: exactly so called, else with all these words in its name.

    Raises `NoSuchName` with the nearest names, or `SeveralSuchNames` with the candidates.
    """
    known = tuple(among)
    typed = clean(typed)
    wanted = folded(typed)
    for fits in (_is_exactly, _is_same_title, _has_words, _has_word_beginnings):
        found = tuple(one for one in known if fits(wanted, one)) if wanted else ()
        if len(found) == 1:
            return found[0]
        if found:
            raise SeveralSuchNames(kind, typed, [one.shown for one in found])
    raise NoSuchName(kind, typed, _nearest(wanted, known))


def _keys(one: Named[Any]) -> tuple[str, ...]:
    return tuple(folded(text) for text in (one.shown, *one.aliases))


def _is_exactly(wanted: str, one: Named[Any]) -> bool:
    return wanted in _keys(one)


def _is_same_title(wanted: str, one: Named[Any]) -> bool:
    return title_key(wanted) in {title_key(text) for text in (one.shown, *one.aliases)}


def _has_words(wanted: str, one: Named[Any]) -> bool:
    return any(set(wanted.split()) <= set(key.split()) for key in _keys(one))


def _has_word_beginnings(wanted: str, one: Named[Any]) -> bool:
    return any(all(any(word.startswith(part) for word in key.split()) for part in wanted.split()) for key in _keys(one))


def _nearest(wanted: str, known: Sequence[Named[Any]]) -> list[str]:
    called: dict[str, list[str]] = {}
    for one in known:
        for key in {*_keys(one), *" ".join(_keys(one)).split()}:
            called.setdefault(key, []).append(one.shown)
    near = get_close_matches(wanted, called, n=5, cutoff=0.6)
    return list(dict.fromkeys(shown for key in near for shown in called[key]))[:3]
