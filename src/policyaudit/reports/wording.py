"""Counts, shares and dates as a British reader expects to see them."""

from datetime import date
from typing import Final

from policyaudit.domain.partial_date import PartialDate

_WORDS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def figures(count: int) -> str:
    """The count in figures, thousands set apart: 1,204."""
    return f"{count:,}"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """The count in figures with its noun: 1 policy, 3 policies."""
    return f"{figures(count)} {noun if count == 1 else plural or f'{noun}s'}"


def counted_in_words(count: int, noun: str, plural: str | None = None) -> str:
    """The count with its noun as it stands in a sentence: in words up to ten, in figures above."""
    number = _WORDS[count] if count < len(_WORDS) else figures(count)
    return f"{number} {noun if count == 1 else plural or f'{noun}s'}"


def percent(part: int, whole: int) -> str:
    """The share in whole per cent. 100% is said only of all, 0% only of none; nothing to share is 100%."""
    if part >= whole:
        return "100%"
    return f"{min(99, max(1, round(100 * part / whole)))}%" if part else "0%"


def british(value: date | PartialDate) -> str:
    """The date in the British form, as exact as it is known: 30 September 2023, June 2017."""
    return str(value if isinstance(value, PartialDate) else PartialDate.of_day(value))
