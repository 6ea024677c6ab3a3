"""Options whose words a school writes in many ways: a date as exact as it is known, a review cycle."""

from typing import Literal, NamedTuple

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.usecases.typed import NotACycle, NotADate


class DateOrNone(NamedTuple):
    """A date that somebody typed, or the word that takes one away."""

    said: PartialDate | Literal["none"]


def read_date_or_none(text: str) -> DateOrNone:
    """The date that somebody typed, as exact as they typed it, or "none"."""
    return DateOrNone("none" if text.strip().casefold() == "none" else read_partial_date(text))


def read_partial_date(text: str) -> PartialDate:
    """The date that somebody typed, as exact as they typed it."""
    from policyaudit.reading.dates import read_date, why_unreadable

    found = read_date(text)
    if found is None:
        raise NotADate(text, why_unreadable(text))
    return found


def read_review_cycle(text: str) -> ReviewCycle:
    """How often a policy is reviewed, as somebody typed it."""
    from policyaudit.reading.cycles import read_cycle, why_ambiguous

    found = read_cycle(text)
    if found is None:
        raise NotACycle(text, why_ambiguous(text))
    return found
