"""Dates as schools write them: a text that is one, the dates inside a line, and why a text is none.

The grammar is closed (see `date_forms`): what it cannot read whole is refused, nothing is guessed.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from policyaudit.domain.clean_text import clean
from policyaudit.domain.partial_date import PartialDate, Precision
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.calendar_words import MONTHS, SEASONS, any_of, plain
from policyaudit.reading.cycles import read_cycle, why_ambiguous
from policyaudit.reading.date_forms import FORMS, Form
from policyaudit.reading.date_readings import Reading
from policyaudit.reading.patterns import pattern
from policyaudit.reading.sooner import SOONER

DEFAULT_CALENDAR = TermCalendar()
_FIGURE = re.compile("[0-9]")
LONGEST = 160  # characters; no date is longer, its remark included


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date inside a line, from the place `start` to before `end`."""

    start: int
    end: int
    date: PartialDate


# Words around a date that leave its latest day as it is. "by" and "on" do so for a day only: "by June" may end in May.
_LEAD = r"(?:in|ym|yng|yn|during|no later than|not later than|(?:by )?(?:the )?end of) (?:the )?"
_DAY_LEAD = r"(?:on|by)(?: or before)? (?:the )?"
_TRAIL = rf"(?:[ ,;]*\((?:{SOONER}|at the latest)\)|[ ,;]+(?:{SOONER}|at the latest))$"


def read_date(text: str, *, calendar: TermCalendar = DEFAULT_CALENDAR) -> PartialDate | None:
    """The one date that a text is from end to end; None if it is no date, more than one, or has other words."""
    reading = _read(text, calendar)
    return reading if isinstance(reading, PartialDate) else None


def why_unreadable(text: str) -> str:
    """Why a text is no date, as the end of a sentence: "there is no 31 June"; for texts that `read_date` refuses."""
    reading = _read(text, DEFAULT_CALENDAR)
    return reading if isinstance(reading, str) and reading else _what_it_is(text)


def _read(text: str, calendar: TermCalendar) -> Reading:
    """The date, or why there is none; an empty reason if the text does not even look like one."""
    as_written = clean(text)
    core = " ".join(plain(text).split()).strip(" .,;:")
    if len(core) > LONGEST:
        return ""
    if core.startswith("(") and core.endswith(")"):
        core = core[1:-1].strip()
    reading = _read_form(core, as_written, calendar)
    return reading if reading != "" else _read_with_words_around(core, as_written, calendar)


def _read_with_words_around(core: str, as_written: str, calendar: TermCalendar) -> Reading:
    core = pattern(_TRAIL).sub("", core)
    lead = pattern(_LEAD).match(core)
    by_day = None if lead else pattern(_DAY_LEAD).match(core)
    lead = lead or by_day
    core = core[lead.end() :] if lead else core
    reading = _read_form(core, as_written, calendar)
    if by_day and isinstance(reading, PartialDate) and reading.precision is not Precision.DAY:
        return f"'{by_day[0].strip()}' needs a day with its month and year"
    return reading if reading != "" else _written_twice(core, as_written, calendar)


def _read_form(core: str, as_written: str, calendar: TermCalendar) -> Reading:
    """The date, or why the first form that fits holds none; an empty reason if no form fits."""
    why = ""
    for form in FORMS:
        if found := pattern(form.whole).fullmatch(core):
            reading = form.read(found, as_written, calendar)
            if isinstance(reading, PartialDate):
                return reading
            why = why or reading
    return why


def _written_twice(core: str, as_written: str, calendar: TermCalendar) -> Reading:
    """One date in two languages or forms, "Medi 2025 / September 2025"; both must be the same date."""
    for slash in re.finditer(r" ?/ ?", core):
        halves = core[: slash.start()], core[slash.end() :]
        if all(pattern(_WORD).search(half) for half in halves):
            one, other = (_read_form(half, as_written, calendar) for half in halves)
            if isinstance(one, PartialDate) and isinstance(other, PartialDate):
                return one if one == other else "it holds two dates"
    return ""


_WORD = r"[^\W\d_]{3}"
_CALENDAR_WORD = rf"(?<![^\W\d_])(?:{any_of(MONTHS)}|{any_of(SEASONS)})"


def _what_it_is(text: str) -> str:
    written = " ".join(text.split())
    if not written:
        return "it is empty"
    if read_cycle(written) or why_ambiguous(written):
        return f"'{written}' is a cycle, not a date"
    found = [text[each.start : each.end] for each in find_dates(text)]
    if found:
        return "it holds more than one date" if len(found) > 1 else f"only '{found[0]}' of it is a date"
    if pattern(_CALENDAR_WORD).search(written):
        return "it names no year"
    return "it names no month or year" if not re.search("[0-9]", written) else "it is in no form of a date that we know"


# A number after one of these counts something else, and a day that begins with it is none: "Version 1 May 2016".
_COUNTED = (
    r"(?:\b(?:version|ver|v|issue|section|sections|paragraph|para|clause|part|appendix|annex|chapter"
    r"|article|page|no|number|item|step|stage|level|year|class|key stage|ks|phase|volume|vol)\b\.?|§|#) {0,4}$"
)
_SECTION = (
    r"[1-9][0-9]?\.[1-9]\.[1-9][0-9]?[ \t]+[^\W\d_]"
    r"|[1-9]\.[1-9][0-9]?\.[1-9][0-9]?[ \t]+[^\W\d_]"
)


@lru_cache(maxsize=512)
def find_dates(text: str, *, calendar: TermCalendar = DEFAULT_CALENDAR) -> tuple[FoundDate, ...]:
    """The dates inside a line, from left to right; where two overlap the longer counts.

    What has the form of a date and is none ("31 June 2017", "June/July 2017") is passed over whole, so that no part of
    it is taken for a date. A tab ends a date: it parts the cells of a row. Readers ask for the same line many times.
    """
    return tuple(_found_in(text, calendar))


def ends_with_a_date(text: str) -> bool:
    """Whether the last words of a line are a date."""
    ends = [each.end for each in find_dates(text)]
    return bool(ends) and not re.search(r"\w", text[ends[-1] :])


def impossible_dates(text: str) -> tuple[tuple[str, str], ...]:
    """What in a line has the form of a date and is none, with the reason: "31 June 2017", "there is no 31 June"."""
    readings = (
        (text[start:end], form.read(found, text[start:end], DEFAULT_CALENDAR))
        for start, end, form, found in _spans(plain(text))
    )
    return tuple((written, why) for written, why in readings if isinstance(why, str) and why)


def looks_like_date(text: str) -> bool:
    """Whether a text has a figure, or the name of a month or a term: it may have been meant for a date."""
    return bool(_FIGURE.search(text) or pattern(_CALENDAR_WORD).search(plain(text)))


def _found_in(text: str, calendar: TermCalendar) -> Iterator[FoundDate]:
    before: FoundDate | None = None
    for start, end, form, found in _spans(plain(text)):
        reading = form.read(found, text[start:end], calendar)
        if not isinstance(reading, PartialDate):
            continue
        here = FoundDate(start, end, reading)
        if before and _is_same_again(before, here, text):
            here = FoundDate(before.start, end, replace(reading, as_written=text[before.start : end]))
        elif before:
            yield before
        before = here
    if before:
        yield before


def _is_same_again(before: FoundDate, here: FoundDate, text: str) -> bool:
    """Whether a date stands there twice, in two languages: "Medi 2025 / September 2025"."""
    same = (before.date.span, before.date.precision) == (here.date.span, here.date.precision)
    return same and text[before.end : here.start].strip(" ") == "/"


def _spans(line: str) -> list[tuple[int, int, Form, re.Match[str]]]:
    """What has the form of a date, in the order of the line; of two that overlap the longer."""
    if _FIGURE.search(line) is None:
        return []
    spans = [
        (*found.span(), form, found)
        for form in FORMS
        if form.running is not None
        for found in pattern(form.running).finditer(line)
        if not (form.is_counted and _counts_something(line, found))
    ]
    taken: list[tuple[int, int, Form, re.Match[str]]] = []
    for span in sorted(spans, key=lambda each: each[0] - each[1]):
        place = bisect(taken, span[0], key=lambda each: each[0])
        begins_free = place == 0 or taken[place - 1][1] <= span[0]
        if begins_free and (place == len(taken) or span[1] <= taken[place][0]):
            taken.insert(place, span)
    return taken


def _counts_something(line: str, found: re.Match[str]) -> bool:
    if found.groupdict().get("sep") in {"/", "-"}:
        return False  # nothing is numbered so: "Version 16/06/2016"
    if pattern(_COUNTED).search(line, max(0, found.start("day") - 20), found.start("day")):
        return True
    is_section = pattern(_SECTION).match(line, found.start()) is not None
    return is_section and not line[: found.start()].rpartition("\t")[2].strip()
