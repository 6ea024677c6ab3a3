"""Dates inside the cells and lines of a list, where a slash may stand between two of them."""

import re
from functools import lru_cache

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.calendar_words import MONTHS, SEASONS, any_of
from policyaudit.reading.dates import DEFAULT_CALENDAR, FoundDate, find_dates, read_date
from policyaudit.reading.patterns import pattern

_DAY = r"(?:[0-9]{1,2}(?:st|nd|rd|th)? )?"
_ONE = rf"{_DAY}(?:{any_of(MONTHS)}|{any_of(SEASONS)})\.?(?: term)?(?: [12])?[ -]{{0,2}}'?(?:[0-9]{{4}}|[0-9]{{2}})"
_MONTH = r"[0-9]{1,2}/[0-9]{2,4}"
_TWO = (
    rf"(?<![\w/])(?:(?P<one>{_ONE})(?:\s*[/&–-]\s*|\s+)(?P<two>{_ONE})|(?P<first>{_MONTH})\s+[/&–-]\s+(?P<second>{_MONTH}))"
    r"(?![\w/-])"
)


@lru_cache(maxsize=4096)
def dates_in(text: str, *, calendar: TermCalendar = DEFAULT_CALENDAR) -> tuple[FoundDate, ...]:
    """The dates of a text in their order; "Sept 22/Sept 24" is two months, and not the 22nd of one."""
    two = pattern(_TWO).search(text) if len(text) <= 300 else None  # noqa: PLR2004 - no cell is so long
    if two is None:
        return find_dates(text, calendar=calendar)
    dates = [
        (place, read_date(two[place], calendar=calendar))
        for place in (("one", "two") if two["one"] else ("first", "second"))
    ]
    pair = tuple(FoundDate(*two.span(place), date) for place, date in dates if date)
    before = find_dates(text[: two.start()], calendar=calendar)
    after = dates_in(re.sub(r"[^\s]", " ", text[: two.end()]) + text[two.end() :], calendar=calendar)
    return (*before, *pair, *after) if len(pair) == len(dates) else find_dates(text, calendar=calendar)
