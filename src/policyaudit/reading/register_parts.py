"""What a line or a cell says in labelled parts: "Reviewed: May 2021 Next review: May 2024"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policyaudit.reading.cycles import find_cycle
from policyaudit.reading.dates import find_dates
from policyaudit.reading.register import Meaning
from policyaudit.reading.register_kinds import Kind, kind_of
from policyaudit.reading.register_words import Topic, label_starts, labels_at

_LONGEST = 400  # characters of a line that speaks of one policy
_NEAR = 12  # characters between a label and its date
_TRAILING = re.compile(r"(?:\s+(?:in|on|at|during|and|is|was|it|will|be))+\W*$", re.IGNORECASE)
_POLICY = re.compile(r"(?:policy|document|plan|procedure)\b", re.IGNORECASE)
_COLON = re.compile(r"\s*(?:[:=]|[-–—](?=\s|$))\s*")
_LINKING = re.compile(
    r"^\s*(?:(?:is|was|are|were|be|in|on|by|the|at|for|every|due|again|of|date|as)\s+)*", re.IGNORECASE
)
_APPROVING = frozenset({Meaning.APPROVAL, Meaning.LAST_APPROVED, Meaning.COMMITTEE, Meaning.OWNER})
_DATED = frozenset({Meaning.LAST_APPROVED, Meaning.LAST_REVIEWED, Meaning.NEXT_REVIEW, Meaning.FREQUENCY})


@dataclass(frozen=True, slots=True)
class Part:
    """A label, as it is written, with what it speaks of and what follows it; words before the first have no topic."""

    topic: Topic | None
    label: str
    text: str

    @property
    def whole(self) -> str:
        """The label and what follows it."""
        return f"{self.label} {self.text}".strip()


@lru_cache(maxsize=4096)
def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a line, in order."""
    places = list(_labels(text))
    ends = [*(start for start, _, _ in places), len(text)]
    before = text[: ends[0]]
    parts = [Part(None, "", before.strip())] if before.strip(" -–—:;,.(|/") else []
    for (start, after, topic), end in zip(places, ends[1:], strict=True):
        colon = _COLON.match(text, after)
        value = text[colon.end() if colon else after : end].strip(" ;,|/").rstrip(" (,;")
        parts.append(Part(topic, text[start:after].strip(), value))
    return tuple(parts)


def _labels(text: str) -> Iterator[tuple[int, int, Topic]]:
    """Where labels begin and end; one that is not followed by what it labels is none."""
    position = 0
    for found in label_starts().finditer(text):
        if found.start() < position:
            continue
        at_start = not text[: found.start()].strip(" -*•\t\"'")
        for topic, end in labels_at(text, found.start()):
            if not at_start and _POLICY.match(text, found.start()):
                continue  # the end of a title, and not the beginning of a label: "Behaviour Policy – Review date: 2020"
            if _is_followed(text, end, topic, at_start=at_start):
                yield found.start(), end, topic
                position = end
                break


def _is_followed(text: str, end: int, topic: Topic, *, at_start: bool) -> bool:
    colon = _COLON.match(text, end)
    if colon and ":" in colon[0]:
        return at_start or topic.says in _DATED
    if topic.says in _APPROVING and _names_a_body(text[end:]):
        return True
    if topic.says not in _DATED:
        return False
    rest = _LINKING.sub("", text[colon.end() if colon else end :], count=1)
    return _is_dated(rest, text[end:])


def _names_a_body(text: str) -> bool:
    """Whether a text begins with who approves: "the Resources Committee on 4 May 2021"."""
    dates = find_dates(text)
    name = text[: dates[0].start] if dates else text
    name = re.split(r"[.,;)]| and (?:is|was|will)\b", name, maxsplit=1)[0]
    return kind_of(without_linking(name)) in {Kind.BODY, Kind.POST}


def without_linking(text: str) -> str:
    """A name without the words that join it to the rest of its sentence."""
    return _TRAILING.sub("", re.sub(r"^\W*(?:by )?(?:the )?", "", text.strip(), flags=re.IGNORECASE)).strip(" .,;:-–—")


def _is_dated(rest: str, with_linking: str) -> bool:
    """Whether a date, a cycle or a word that stands for one is what a text begins with."""
    dates = find_dates(rest)
    if dates and dates[0].start <= _NEAR:
        return True
    first = rest.split(",", maxsplit=1)[0].strip(" ().")
    if first and {kind_of(first), kind_of(rest.strip(" ()."))} & {Kind.DATE, Kind.CYCLE, Kind.BLANK}:
        return True
    cycle = find_cycle(with_linking.strip())
    return cycle is not None and cycle.start <= 2  # noqa: PLR2004 - a bracket and a space


def begins_label(text: str) -> bool:
    """Whether a label may begin a line; a quick look."""
    return len(text) <= _LONGEST and label_starts().match(text) is not None
