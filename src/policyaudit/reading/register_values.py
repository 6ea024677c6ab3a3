"""What one cell says: dates, a cycle, who, whether the law asks for it; what it says and is not understood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from policyaudit.domain.clean_text import clean
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.cycles import find_cycle, read_cycle, why_ambiguous
from policyaudit.reading.dates import read_date
from policyaudit.reading.register import Meaning
from policyaudit.reading.register_columns import DATES
from policyaudit.reading.register_dates import dates_in
from policyaudit.reading.register_kinds import Kind, kind_of, years_listed
from policyaudit.reading.register_parts import parts_of, without_linking
from policyaudit.reading.register_words import Topic, flag_of, is_blank

_LONGEST = 300
_MONTH_AND_YEAR = re.compile(r"(0[1-9]|1[0-2])\.(\d{2})")
_AROUND = " \t.,;:-–—()[]/|"


@dataclass(frozen=True, slots=True)
class Value:
    """One thing that a cell says; None where it is not understood."""

    meaning: Meaning
    value: PartialDate | ReviewCycle | str | bool | None
    is_doubtful: bool = False


def values_in(
    cell: str, meaning: Meaning, *, calendar: TermCalendar, second: Meaning | None = None
) -> tuple[Value, ...]:
    """What a cell says under a heading of that meaning; nothing for "N/A", "TBC" and an empty one."""
    text = clean(cell, limit=_LONGEST)
    if is_blank(text):
        return ()
    if meaning in DATES:
        return tuple(_dated(text, meaning, second, calendar))
    if meaning is Meaning.FREQUENCY:
        return tuple(_how_often(text, second or Meaning.NEXT_REVIEW, calendar))
    if meaning is Meaning.STATUTORY:
        flag = flag_of(text)
        is_figure = flag is None and not re.search(r"[^\W\d_]", text)  # it counts something, and answers nothing
        return () if is_figure else (Value(meaning, flag),)
    return tuple(_words(text, meaning, calendar))


@lru_cache(maxsize=4096)  # a list holds the same few dates again and again
def _date(text: str, calendar: TermCalendar) -> PartialDate | None:
    """The date that a cell is; "03.20" is a month there, though it might be a time or a section elsewhere."""
    month = _MONTH_AND_YEAR.fullmatch(text)
    date = read_date(f"{month[1]}/{month[2]}" if month else text, calendar=calendar)
    return replace(date, as_written=text) if date and month else date


def _dated(text: str, meaning: Meaning, second: Meaning | None, calendar: TermCalendar) -> Iterator[Value]:
    if date := _date(text, calendar):
        yield Value(meaning, date)
    elif cycle := read_cycle(text.strip(_AROUND)):
        yield Value(Meaning.FREQUENCY, cycle)
    elif first := years_listed(text):
        yield Value(meaning, read_date(first, calendar=calendar), is_doubtful=True)
    else:
        for part in parts_of(text):
            of = _meaning_of(part.topic, meaning)
            yield from _part(part.text, of, second if part.topic is None else None, calendar, whole=part.whole)


def _meaning_of(topic: Topic | None, column: Meaning) -> Meaning:
    """What a label in the cell says, else what the heading does."""
    return topic.says if topic and topic.says in _LABELLED else column


_LABELLED = DATES | {Meaning.FREQUENCY, Meaning.APPROVAL, Meaning.COMMITTEE, Meaning.OWNER}


def _part(
    text: str, meaning: Meaning, second: Meaning | None, calendar: TermCalendar, *, whole: str
) -> Iterator[Value]:
    """The dates, the cycle and the body of one part of a cell; the part itself where it holds none of them."""
    if is_blank(text):
        return
    if meaning not in DATES:
        yield from values_in(text, meaning, calendar=calendar)
        return
    dates = [found.date for found in dates_in(text, calendar=calendar)]
    rest = _without_dates(text, calendar)
    cycle = _cycle_in(whole if not dates else rest) or _cycle_in(rest)
    if dates:
        is_one = len(dates) == 1 or second is not None
        yield Value(meaning, dates[0], is_doubtful=not is_one or _says_more(rest))
    if second and len(dates) > 1:
        yield Value(second, dates[1])
    if cycle:
        yield Value(Meaning.FREQUENCY, cycle)
    if kind_of(without_linking(rest).strip(_AROUND)) in {Kind.BODY, Kind.POST}:
        yield Value(Meaning.APPROVAL, clean(without_linking(rest).strip(_AROUND)))
    if not dates and not cycle:
        yield Value(Meaning.FREQUENCY if why_ambiguous(text) else meaning, None)


def _says_more(rest: str) -> bool:
    """Whether words beside a date may change what it means ("week commencing", "early"); those in brackets do not."""
    plain = without_linking(re.sub(r"\([^()]*\)", " ", rest)).strip(_AROUND)
    return bool(re.search(r"[^\W\d_]", plain)) and kind_of(plain) not in {Kind.BODY, Kind.POST, Kind.CYCLE}


def _without_dates(text: str, calendar: TermCalendar) -> str:
    rest = text
    for found in reversed(dates_in(text, calendar=calendar)):
        rest = rest[: found.start] + " " + rest[found.end :]
    return rest


def _cycle_in(text: str) -> ReviewCycle | None:
    spaced = re.sub(r"\s+", " ", text).strip()
    plain = spaced.strip(_AROUND)
    if whole := read_cycle(spaced) or read_cycle(plain):
        return whole
    found = find_cycle(plain)
    return found.cycle if found else None


def _how_often(text: str, dates_are: Meaning, calendar: TermCalendar) -> Iterator[Value]:
    """A cycle, with a date beside it where there is one; a bare figure is so many years."""
    cycle = _cycle_in(text)
    dates = dates_in(text, calendar=calendar)
    if cycle is None and dates:
        cycle = _cycle_in(_without_dates(text, calendar))
    if cycle:
        yield Value(Meaning.FREQUENCY, cycle)
    if dates:
        yield Value(dates_are, dates[0].date, is_doubtful=len(dates) > 1)
    elif cycle is None:
        yield Value(Meaning.FREQUENCY, None)


_BODIES = frozenset({Meaning.APPROVAL, Meaning.COMMITTEE})


def _words(text: str, meaning: Meaning, calendar: TermCalendar) -> Iterator[Value]:
    """A name, a number, a body; "FGB Nov 2022" also says when."""
    if meaning in _BODIES:
        if cycle := read_cycle(text.strip(_AROUND)):
            yield Value(Meaning.FREQUENCY, cycle)
            return
        if dates := dates_in(text, calendar=calendar):
            yield Value(Meaning.LAST_APPROVED, dates[0].date, is_doubtful=len(dates) > 1)
            text = _without_dates(text, calendar)
    if words := clean(without_linking(text) if meaning is Meaning.APPROVAL else text.strip(" .;,:")):
        yield Value(meaning, words)
