"""The closed grammar of dates: every form in which a school may write one. The day comes before the month, always.

A form has two patterns: one for a text that is a date from end to end, and one, as a rule stricter, for a date inside
a line, where "10/14" are marks, "1.2.16" may number a section, and names are run together with their neighbours.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading import date_readings as read
from policyaudit.reading.calendar_words import MONTHS, SEASONS, WEEKDAYS, any_of
from policyaudit.reading.date_readings import Reading

Reader = Callable[[re.Match[str], str, TermCalendar], Reading]


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a date, and what it means."""

    read: Reader
    whole: str
    running: str | None
    is_counted: bool = False  # begins with a number that may count something else: "Version 1 May 2016"


GAP = r" {0,2}"
BETWEEN = r"(?:[-./]|(?: ?,)? {0,2})"
BOTH = rf"(?:{GAP}[/&-]{GAP}| (?:or|and|to) )"  # one name in two languages, else refused: June/July 2017
TO = rf"(?P<sep>{GAP}[/-]{GAP}| to )"
TIME = r"(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?Z?)?"
FOUR = r"[0-9]{4}(?![0-9])"
TWO = r"'?[0-9]{2}(?![0-9])"
TWO_OR_FOUR = r"(?:[0-9]{4}|[0-9]{2})(?![0-9])"
YEAR = rf"'?{TWO_OR_FOUR}"

WEEKDAY = rf"(?:(?:dydd )?(?P<weekday>{any_of(WEEKDAYS)})\.?,?{GAP})?"
DAY = rf"(?P<day>[0-9]{{1,2}})(?:{GAP}(?:st|nd|rd|th|af|il|ydd|fed|ed|eg|ain))?"
NAME = any_of(MONTHS)
MONTH = rf"(?P<month>{NAME})\.?(?:{BOTH}(?P<again>{NAME})\.?)?"
NUMBERS = rf"(?P<day>[0-9]{{1,2}}){GAP}(?P<sep>[-/.]){GAP}(?P<month>[0-9]{{1,2}}){GAP}(?P=sep){GAP}(?P<year>{YEAR})"
YEAR_FIRST = r"(?P<year>[0-9]{4})(?P<sep>[-/.])(?P<month>[0-9]{1,2})(?P=sep)(?P<day>[0-9]{1,2})(?![0-9])"
DAY_NAMED = rf"{WEEKDAY}(?:the )?{DAY}{BETWEEN}(?:(?:of|o) (?:the )?)?{MONTH}{BETWEEN}(?P<year>{YEAR})"
# Not after Hydref: "Hydref 1 2024" may be the first half of the Welsh autumn term.
NAME_FIRST = rf"{WEEKDAY}(?P<month>(?!hyd){NAME})\.? {{1,2}}(?:the )?{DAY}(?:,{GAP}| {{1,2}})(?P<year>{FOUR})"
MONTH_OF = rf"(?:mis )?{MONTH}(?:{BETWEEN}| of )"
MORE = r"(?P<more>[/-][0-9]{2,4}(?![0-9]))?"

SEASON = any_of(SEASONS)
TYMOR = r"tymor (?:yr? )?"
TERM = (
    rf"(?:(?P<part>first|1st|second|2nd) half of )?(?:the )?(?P<tymor>{TYMOR})?(?P<season>{SEASON})\.?"
    rf"(?:{BOTH}(?:{TYMOR})?(?P<again>{SEASON}))?(?:(?P<holiday>{GAP}half[ -]?term)|(?P<term>{GAP}term))?"
    rf"(?:{GAP}\(?(?P<half>[12])\)?(?=[ ,]|$))?(?:{GAP}term)?"
    rf"{GAP}[-,:/]?{GAP}(?:(?:of|in) )?(?:the )?(?:(?:academic|school) year )?"
)
TERM_YEAR = rf"(?P<start>{YEAR})(?:{GAP}[/-]{GAP}(?P<end>{TWO_OR_FOUR}))?"
TERM_YEAR_IN_LINE = rf"(?P<start>[0-9]{{4}}|[0-9]{{2}}(?=[/-][0-9]))(?![0-9])(?:{GAP}[/-]{GAP}(?P<end>{TWO_OR_FOUR}))?"
CALLED = r"(?P<before>(?:the )?(?:academic year|school year|session|ay|blwyddyn academaidd|blwyddyn ysgol)):?"
YEARS = rf"(?P<start>[0-9]{{4}}){TO}(?P<end>{TWO_OR_FOUR})(?P<after> (?:academic|school) year)?"
SHORT_YEARS = (
    rf"(?P<start>[0-9]{{2}})(?P<sep>{GAP}[/-]{GAP})(?P<end>{TWO_OR_FOUR})(?P<after> (?:academic|school) year)?"
)

# What may stand around a date in a line: no longer number, sum of money or path; run together only where the case
# changes ("2023Next review"). A year of two figures ends its line or cell: "December 16" is else a day.
AFTER_NUMBER = r"(?<![\w/£$€#])(?<![0-9][.,:/-])"
AFTER_WORD = r"(?:(?<!\w)|(?-i:(?<=[a-z0-9])(?=[A-Z])))"
NOT_IN_PATH = r"(?<![\w/\\.-])"
NO_MORE = r"(?![0-9_]|(?-i:[a-z]))(?![/.][0-9])"
NO_MORE_YEARS = NO_MORE + r"(?!-[0-9])"
NO_MONTH = rf"(?:(?<=[0-9]{{4}})|(?!{GAP}{NAME}))"  # 12 June 16 July 2016
STANDS_ALONE = NO_MORE_YEARS + r"(?= {0,2}(?:\.?$|[\t)\];|])| [-/] | {3})"
NO_OTHER_YEAR = r"(?<!financial year )(?<!tax year )(?<!term [1-6] )"


# The first is what programs write and shells are given; it costs no command the others' patterns.
FORMS = (
    Form(read.day, YEAR_FIRST + TIME, AFTER_NUMBER + YEAR_FIRST + NO_MORE),
    Form(read.day, WEEKDAY + NUMBERS + TIME, AFTER_NUMBER + WEEKDAY + NUMBERS + NO_MORE, is_counted=True),
    Form(
        read.day,
        rf"(?P<day>[0-9]{{2}}) (?P<month>[0-9]{{2}}) (?P<year>{TWO_OR_FOUR})",
        rf"{AFTER_NUMBER}(?<![0-9] )(?P<day>[0-9]{{2}}) (?P<month>[0-9]{{2}}) (?P<year>{FOUR}){NO_MORE}(?! [0-9])",
    ),
    Form(read.day, DAY_NAMED, AFTER_NUMBER + DAY_NAMED + NO_MORE + NO_MONTH, is_counted=True),
    Form(read.day, NAME_FIRST, AFTER_WORD + NAME_FIRST + NO_MORE),
    Form(
        read.named_month,
        rf"{MONTH_OF}(?P<year>{YEAR}){MORE}",
        rf"{AFTER_WORD}{MONTH_OF}(?P<year>{FOUR}){MORE}{NO_MORE}",
    ),
    Form(
        read.named_month,
        rf"{MONTH_OF}(?P<year>{TWO})",
        rf"{NOT_IN_PATH}{MONTH_OF}(?P<year>{TWO}){STANDS_ALONE}",
    ),
    Form(
        read.numeric_month,
        rf"(?P<month>[0-9]{{1,2}}){GAP}[-/.]{GAP}(?P<year>{FOUR})",
        rf"{AFTER_NUMBER}(?P<month>[0-9]{{1,2}})/(?P<year>{FOUR}){NO_MORE_YEARS}",
    ),
    Form(read.term, TERM + TERM_YEAR + "(?: term)?", AFTER_WORD + TERM + TERM_YEAR_IN_LINE + NO_MORE_YEARS),
    Form(
        read.term,
        rf"(?P<start>[0-9]{{4}})(?:[/-](?P<end>{TWO_OR_FOUR}))? (?:academic year )?{TERM}",
        NOT_IN_PATH + TERM + rf"(?P<start>{TWO})(?P<end>)?{STANDS_ALONE}",
    ),
    Form(
        read.years,
        rf"(?:{CALLED}{GAP})?{YEARS}",
        rf"{AFTER_NUMBER}{NO_OTHER_YEAR}(?:{CALLED}{GAP})?{YEARS}{NO_MORE_YEARS}",
    ),
    Form(read.half_an_academic_year, rf"{CALLED}{GAP}{FOUR}", rf"{AFTER_WORD}{CALLED}{GAP}{FOUR}"),
    Form(read.years, rf"{CALLED}{GAP}{SHORT_YEARS}", rf"{AFTER_WORD}{CALLED}{GAP}{SHORT_YEARS}{NO_MORE_YEARS}"),
    Form(read.day_of_no_year, rf"{WEEKDAY}(?:the )?{DAY}{BETWEEN}(?:(?:of|o) )?(?P<month>{NAME})\.?", None),
    Form(read.two_numbers, SHORT_YEARS, None),
    Form(
        read.one_year,
        rf"(?P<year>{FOUR})",
        rf"{AFTER_NUMBER}{NO_OTHER_YEAR}(?<!-)(?P<year>19[5-9][0-9]|20[0-9]{{2}}|2100){NO_MORE_YEARS}(?![%,][0-9]| ?%)",
    ),
)
