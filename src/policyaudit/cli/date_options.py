"""The options that take a date as exact as it is known: a day, a month, a term, a year."""

from policyaudit.domain.partial_date import PartialDate
from policyaudit.errors import UsageProblem
from policyaudit.reading.dates import read_date, why_unreadable


class NotADate(UsageProblem):
    """Words that were to be a date, as exact as it is known, and are not."""

    def __init__(self, text: str, why: str) -> None:
        step = "write it like 30 September 2026, September 2026, Autumn term 2026 or 2026/27"
        super().__init__(f"{text!r} cannot be used as a date: {why}", next_step=step)


def read_partial_date(text: str) -> PartialDate:
    """The date that somebody typed, as exact as they typed it."""
    found = read_date(text)
    if found is None:
        raise NotADate(text, why_unreadable(text))
    return found
