"""One reading for each field out of all that were found, and what the fields say against each other."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.reading.evidence import Reading
from policyaudit.reading.finds import Found, Value
from policyaudit.reading.wordings import settings, words

_MOST_OTHERS = 6  # contradictions that anybody would go through

T = TypeVar("T", PartialDate, ReviewCycle, str, bool)


def readings_of(kind: type[T], found: Iterable[Found], field: str) -> list[Reading[T]]:
    """All readings found for a field, in the order of the document."""
    return [
        Reading(each.reading.value, each.reading.confidence, each.reading.evidence, _of_kind(kind, each.reading.others))
        for each in found
        if each.field == field and isinstance(each.reading.value, kind)
    ]


def _of_kind(kind: type[T], readings: Sequence[Reading[Value]]) -> tuple[Reading[T], ...]:
    return tuple(
        Reading(each.value, each.confidence, each.evidence) for each in readings if isinstance(each.value, kind)
    )


def choose_latest(readings: Sequence[Reading[PartialDate]], *, is_history: bool = False) -> Reading[PartialDate] | None:
    """As `choose`; of several dates that are about equally sure, as in a history of reviews, the latest counts.

    Where it is one, the dates before the latest do not contradict it.
    """
    surest = max((reading.confidence for reading in readings), default=0.0)
    near = surest - _weight("history")
    latest = max((reading.value.earliest for reading in readings if reading.confidence >= near), default=None)
    newest, others = [], []
    for reading in readings:
        if reading.confidence >= near and reading.value.earliest == latest:
            newest.append(replace(reading, confidence=surest))
        else:
            others.append(reading)
    if is_history and newest:
        others = [reading for reading in others if reading.value.latest >= newest[0].value.earliest]
    return choose([*newest, *others])


def choose(readings: Sequence[Reading[T]]) -> Reading[T] | None:
    """The surest reading; the same value found again makes it surer, another one nearly as sure makes it doubtful."""
    if not readings:
        return None
    weights = settings("weights")["choice"]
    best = max(readings, key=lambda reading: reading.confidence)
    contrary = [reading for reading in readings if not agree(reading.value, best.value)]
    others = tuple(_best_of_each(contrary))
    agreeing = [reading for reading in readings if agree(reading.value, best.value)]
    confidence = min(best.confidence + weights["agreement"] * (len(agreeing) - 1), weights["most"])
    if others and others[0].confidence >= best.confidence - weights["near"]:
        confidence *= weights["contradicted"]
    is_confirmed = best.is_confirmed or (len({reading.evidence.reason for reading in agreeing}) > 1 and not others)
    return replace(best, confidence=round(confidence, 2), others=best.others + others, is_confirmed=is_confirmed)


def agree(one: Value, other: Value) -> bool:
    """Whether two values can both be true: the same words, or dates of which one is the more exact."""
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return max(one.earliest, other.earliest) <= min(one.latest, other.latest)
    if isinstance(one, ReviewCycle) and isinstance(other, ReviewCycle):
        return one.months == other.months
    if isinstance(one, str) and isinstance(other, str):
        short, long = sorted((_plain(one), _plain(other)), key=len)
        return short in long
    return one == other


def settle_reviews(
    bare: Sequence[Reading[PartialDate]],
    *,
    known: Sequence[Reading[PartialDate] | None],
    stated_next: Sequence[Reading[PartialDate]],
) -> tuple[list[Reading[PartialDate]], list[Reading[PartialDate]]]:
    """Dates labelled only "Date of review", as last and as next reviews.

    A review that lies after the approval (or after any other date the document bears) is the next one; with nothing
    to compare it is taken for the next one, doubtfully. One that lies before a stated next review is the last one.
    """
    anchors = [reading.value for reading in known if reading]
    last: list[Reading[PartialDate]] = []
    upcoming: list[Reading[PartialDate]] = []
    for reading in bare:
        if any(reading.value.latest < stated.value.earliest for stated in stated_next):
            last.append(reading)
        elif not anchors:
            doubtful = replace(reading, confidence=round(reading.confidence * _weight("uncompared"), 2))
            upcoming.append(doubtful)
        elif reading.value.earliest > max(anchor.latest for anchor in anchors[:1]):
            upcoming.append(reading)
        else:
            last.append(reading)
    return last, upcoming


def not_before(
    readings: Sequence[Reading[PartialDate]], anchor: Reading[PartialDate] | None
) -> list[Reading[PartialDate]]:
    """Next reviews, those that lie before the anchor made doubtful."""
    return [
        replace(reading, confidence=round(reading.confidence * _weight("out of order"), 2))
        if anchor and reading.value.latest < anchor.value.earliest
        else reading
        for reading in readings
    ]


def board_first(readings: Sequence[Reading[PartialDate]]) -> list[Reading[PartialDate]]:
    """Approvals, a committee's made less sure where the full board's is there too: that one counts."""
    named = [committee_or_board(reading.evidence.text) for reading in readings]
    if "board" not in named:
        return list(readings)
    return [
        replace(reading, confidence=round(reading.confidence * _weight("committee"), 2))
        if by == "committee"
        else reading
        for reading, by in zip(readings, named, strict=True)
    ]


def committee_or_board(text: str) -> str | None:
    """Whether a line names the full board or a committee of it; None where it names neither."""
    if re.search(rf"(?<!\w){words('body')}(?!\w)(?! committee)", text, re.IGNORECASE):
        return "board"
    return "committee" if re.search(r"\bcommittee\b", text, re.IGNORECASE) else None


def not_the_next(
    readings: Sequence[Reading[PartialDate]], stated_next: Sequence[Reading[PartialDate]]
) -> list[Reading[PartialDate]]:
    """Last reviews, those made doubtful that are the next review too: nothing was reviewed on the day it is next due.

    In a history of reviews the next one of one row is the last one of the row below it.
    """
    upcoming = max((reading.value.span for reading in stated_next), default=None)
    return [
        replace(reading, confidence=round(reading.confidence * _weight("out of order"), 2))
        if reading.value.span == upcoming
        else reading
        for reading in readings
    ]


def _weight(name: str) -> float:
    return float(settings("weights")["choice"][name])


def _best_of_each(readings: Sequence[Reading[T]]) -> list[Reading[T]]:
    """Contradicting readings, one for each value, surest first."""
    kept: list[Reading[T]] = []
    for reading in sorted(readings, key=lambda reading: -reading.confidence):
        if len(kept) < _MOST_OTHERS and not any(agree(reading.value, known.value) for known in kept):
            kept.append(reading)
    return kept


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()
