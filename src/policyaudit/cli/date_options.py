"""Options whose words a school writes in many ways: a date as exact as it is known, a review cycle."""

from typing import Literal, NamedTuple

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.errors import UsageProblem


class NotADate(UsageProblem):
    """Words that were to be a date, as exact as it is known, and are not."""

    def __init__(self, text: str, why: str) -> None:
        step = "write it like 30 September 2026, September 2026, Autumn term 2026 or 2026/27"
        super().__init__(f"{text!r} cannot be used as a date: {why}", next_step=step)


class NotACycle(UsageProblem):
    """Words that were to say how often a policy is reviewed and do not."""

    def __init__(self, text: str, why: str | None) -> None:
        step = "write it like annually, every two years, termly or as required (no later than 3 years)"
        super().__init__(f"{text!r} cannot be used as a review cycle{f': {why}' if why else ''}", next_step=step)


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
