"""What a text that has the form of a date means: the date, or the reason why it is none."""

import re
from datetime import date

from policyaudit.domain.partial_date import FIRST_YEAR, LAST_YEAR, MONTHS, PartialDate, last_of_month
from policyaudit.domain.season import Season
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading import calendar_words as words

Reading = PartialDate | str  # a date, or why there is none

CENTURY = 100
MILLENNIUM = 2000
LEAP_YEAR = 2000  # where no year is written, all its days are possible
DECEMBER = 12
AUGUST = 8
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _is_short(year: str) -> bool:
    return len(year) == len("24")


def _year(written: str) -> int:
    """The year; two figures are 2000 to 2099."""
    figures = written.lstrip("'")
    return int(figures) + (MILLENNIUM if _is_short(figures) else 0)


def _outside(*years: int) -> str | None:
    """Why one of these years is none of ours, if so."""
    if min(years) < FIRST_YEAR:
        return f"{min(years)} is before {FIRST_YEAR}"
    return f"{max(years)} is after {LAST_YEAR}" if max(years) > LAST_YEAR else None


def _academic_year(start: str, end: str) -> int | None:
    """The year in which 2023/24 begins; None if the second is not the year after."""
    begins = _year(start)
    if _is_short(start) and int(end) == 0:
        return None  # 99/00: two figures are 2000 to 2099, and nobody means 2099 by it
    follows = (begins + 1) % CENTURY == int(end) if _is_short(end) else begins + 1 == int(end)
    return begins if follows else None


def _no_such_day(day: int, month: int, year: int) -> str | None:
    if not 1 <= month <= DECEMBER:
        return f"there is no month {month}, and the day comes before the month"
    if 1 <= day <= last_of_month(year, month).day:
        return None
    only_then = f" in {year}" if (day, MONTHS[month - 1]) == (29, "February") else ""
    return f"there is no {day} {MONTHS[month - 1]}{only_then}"


def day(found: re.Match[str], as_written: str, _: TermCalendar) -> Reading:
    """16/06/2016, 29.08.24, 2024-03-12, Monday 9th May 2016, 15 Mawrth / March 2024."""
    month = _month(found)
    if isinstance(month, str):
        return month
    day, year = int(found["day"]), _year(found["year"])
    if why := _outside(year) or _no_such_day(day, month, year):
        return why
    on = PartialDate.of_day(date(year, month, day), as_written)
    return _other_weekday(found.groupdict().get("weekday"), on.earliest) or on


def day_of_no_year(found: re.Match[str], _as_written: str, _: TermCalendar) -> Reading:
    """31 June is none in any year; 30 June is one in every year, and the year is asked."""
    return _no_such_day(int(found["day"]), words.MONTHS[found["month"].casefold()], LEAP_YEAR) or "it names no year"


def _other_weekday(written: str | None, on: date) -> str | None:
    if written is None or words.WEEKDAYS[written.casefold()] == on.weekday():
        return None
    named = WEEKDAYS[words.WEEKDAYS[written.casefold()]]
    return f"{on.day} {MONTHS[on.month - 1]} {on.year} is a {WEEKDAYS[on.weekday()]}, not a {named}"


def _month(found: re.Match[str]) -> int | str:
    """The month, by its number or its name; one month may be named in two languages."""
    if found["month"].isdecimal():
        return int(found["month"])
    again = found.groupdict().get("again")
    month = words.MONTHS[found["month"].casefold()]
    return month if again is None or words.MONTHS[again.casefold()] == month else "it names two months"


def named_month(found: re.Match[str], as_written: str, _: TermCalendar) -> Reading:
    """June 2016, Sept 22, Jun-16."""
    month = _month(found)
    if isinstance(month, str):
        return month
    if found.groupdict().get("more"):
        return "it holds more than one year"
    return _of_month(_year(found["year"]), month, as_written)


def numeric_month(found: re.Match[str], as_written: str, _: TermCalendar) -> Reading:
    """06/2016."""
    return _of_month(_year(found["year"]), int(found["month"]), as_written)


def _of_month(year: int, month: int, as_written: str) -> Reading:
    if not 1 <= month <= DECEMBER:
        return f"there is no month {month}"
    return _outside(year) or PartialDate.of_month(year, month, as_written)


def two_numbers(found: re.Match[str], as_written: str, _: TermCalendar) -> Reading:
    """20/21 is an academic year, 09/23 a month; 07/08 may be either, or a day, and is asked."""
    first, second = int(found["start"]), int(found["end"])
    begins = _academic_year(found["start"], found["end"])
    if begins is not None and (first > DECEMBER or found["after"]):
        return _of_academic_year(begins, as_written)
    if first > DECEMBER:
        return _no_such_day(first, second, LEAP_YEAR) or "it names no year"
    if second <= DECEMBER or begins is not None or found["sep"].strip() != "/":
        return "its year cannot be told from its day and month"
    return _of_month(MILLENNIUM + second, first, as_written)


def years(found: re.Match[str], as_written: str, _: TermCalendar) -> Reading:
    """2023/24, 2023-24, academic year 2023-2024; 2016-06 is a month.

    2007-08 may be August 2007 and is asked; 2011-12 is the academic year, which holds December 2011 as well.
    """
    start, end = found["start"], found["end"]
    begins = _academic_year(start, end)
    called = found["before"] or found["after"]
    if begins is None and not called and _is_short(end) and found["sep"].strip() != "to":
        return _of_month(_year(start), int(end), as_written)
    if begins is None:
        return "it holds more than one academic year"
    if not called and _is_short(end) and found["sep"].strip() == "-" and int(end) <= AUGUST:
        return "it may be a month or an academic year"
    return _of_academic_year(begins, as_written)


def half_an_academic_year(_found: re.Match[str], _as_written: str, _: TermCalendar) -> Reading:
    """Academic year 2023 may end or begin in 2023."""
    return "an academic year is written with both its years, 2023/24"


def _of_academic_year(begins: int, as_written: str) -> Reading:
    return _outside(begins, begins + 1) or PartialDate.of_academic_year(begins, as_written)


def one_year(found: re.Match[str], as_written: str, _: TermCalendar) -> Reading:
    """2024."""
    return _outside(_year(found["year"])) or PartialDate.of_year(_year(found["year"]), as_written)


def term(found: re.Match[str], as_written: str, calendar: TermCalendar) -> Reading:
    """Spring Term 2025, Autumn 2 2023, Autumn term 2023/24, Tymor yr Hydref 2024.

    A term with one year is the term that lies in it. The half-term holiday and Easter are no terms.
    """
    named = _season(found)
    if not isinstance(named, Season):
        return named
    half = _half(found)
    if found["holiday"] and half is None:
        return "half-term is a holiday; a half of a term is written 'Autumn 1 2024'"
    begins = named.academic_year_in(_year(found["start"]))
    if found["end"]:
        begins_or_none = _academic_year(found["start"].lstrip("'"), found["end"])
        if begins_or_none is None:
            return "it holds more than one academic year"
        begins = begins_or_none
    return _outside(named.year_in(begins)) or calendar.date_of(
        named, academic_year=begins, half=half, as_written=as_written
    )


def _season(found: re.Match[str]) -> Season | str:
    name, again = found["season"].casefold(), (found["again"] or "").casefold()
    season = words.SEASONS[name]
    if again and words.SEASONS[again] is not season:
        return f"{found['season']} and {found['again']} are two terms"
    is_called_term = found["term"] or found["holiday"] or found["tymor"]
    if not (again or is_called_term) and name in words.ONLY_WITH_TERM:
        return f"{found['season']} alone names no term"
    return season


def _half(found: re.Match[str]) -> int | None:
    if found["part"]:
        return 1 if found["part"].casefold() in ("first", "1st") else 2
    return int(found["half"]) if found["half"] else None
