"""The wordings by which documents are read, as the tables in db/reading list them, ready to be looked for."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from policyaudit import assets

_GAP = r"(?:[^\w:|]{1,3}|_)"
_NAMED_LIST = re.compile(r"\{([a-z]+)\}")
_TOKEN = re.compile(r"\[[^\]]+\]|\S+")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a label speaks of, and the field that a value of each kind below it belongs to."""

    name: str
    fields: Mapping[str, str]

    def takes(self, *kinds: str) -> bool:
        """Whether a value of one of these kinds may stand under the label."""
        return any(kind in self.fields for kind in kinds)


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a label as the table writes it; its pattern is made when a text first begins as it does."""

    topic: Topic
    written: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """What a text has to begin with."""
        return _compiled(self.written)


@cache
def _compiled(wording: str) -> re.Pattern[str]:
    return re.compile(_as_pattern(wording) + r"(?!\w)", re.IGNORECASE)


@cache
def settings(name: str) -> dict[str, Any]:
    """One of the reading tables in db/reading, as it stands in its file."""
    return tomllib.loads((assets.folder("db") / "reading" / f"{name}.toml").read_text(encoding="utf-8"))


def any_of(wordings: list[str]) -> str:
    """One pattern for a list of wordings, longest first."""
    patterns = sorted((_as_pattern(wording) for wording in wordings), key=len, reverse=True)
    return "(?:" + "|".join(patterns) + ")"


@cache
def words(name: str) -> str:
    """A pattern for any wording of that list under [words]."""
    return any_of(settings("labels")["words"][name])


@cache
def pattern(name: str, of: str = "") -> re.Pattern[str]:
    """The regular expression of that name in db/reading/patterns.toml; `of` picks one of several."""
    table = settings("patterns")[name]
    lines = (table[of] if of else table)["is"].splitlines()
    joined = "".join(line.strip("\n") if len(lines) == 1 else line.strip(" ") for line in lines)
    return re.compile(_NAMED_LIST.sub(lambda named: words(named[1]), joined), re.IGNORECASE)


@cache
def _needs(name: str) -> tuple[str, ...]:
    return tuple(settings("patterns")[name]["needs"])


def may_hold(text: str, name: str) -> bool:
    """Whether a text holds one of the words without which that pattern is not found in it.

    Looking for words is twenty times quicker than for a pattern, and most sentences hold none of them.
    """
    folded = text.lower()
    for need in _needs(name):  # noqa: SIM110 said of every sentence: any() takes twice as long
        if need in folded:
            return True
    return False


@cache
def topic_named(name: str) -> Topic:
    """The topic of that name under [topics]."""
    table = settings("labels")["topics"][name]
    return Topic(name, {kind: field for kind, field in table.items() if kind != "wordings"})


@cache
def by_first_word() -> Mapping[str, tuple[Wording, ...]]:
    """Every wording of every topic, filed under each word it may begin with."""
    filed: dict[str, list[Wording]] = {}
    for name, table in settings("labels")["topics"].items():
        topic = topic_named(name)
        for text in table["wordings"]:
            wording = Wording(topic, text)
            for first in _first_words(text):
                filed.setdefault(first, []).append(wording)
    return {first: tuple(wordings) for first, wordings in filed.items()}


def _as_pattern(wording: str) -> str:
    built = ""
    has_required = False
    for token in _TOKEN.findall(wording):
        alternatives = "(?:" + "|".join(_alternatives(token)) + ")"
        joined = _GAP + alternatives if has_required else alternatives + _GAP
        if token.startswith("["):
            built += f"(?:{joined})?"
        else:
            built += joined if has_required else alternatives
            has_required = True
    return built


def _alternatives(token: str) -> Iterator[str]:
    for word in token.strip("[]").split("/"):
        yield words(word.strip("{}")) if word.startswith("{") else re.escape(word)


def _first_words(wording: str) -> Iterator[str]:
    tokens = _TOKEN.findall(wording)
    required = next(place for place, token in enumerate(tokens) if not token.startswith("["))
    for word in "/".join(token.strip("[]") for token in tokens[: required + 1]).split("/"):
        if word.startswith("{"):
            for inner in settings("labels")["words"][word.strip("{}")]:
                yield from _first_words(inner)
        else:
            yield word.partition("'")[0]
