"""The closed grammar of dates: what is read, what is refused and why, what is found inside a line."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.domain.clean_text import clean
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.season import SEASONS, Season
from policyaudit.domain.term_calendar import Term, TermCalendar
from policyaudit.reading.dates import find_dates, read_date, why_unreadable

DAYS = {
    "day first, with slashes": ("16/06/2016", "16 June 2016"),
    "one figure each": ("1/2/2016", "1 February 2016"),
    "dots and two figures": ("29.08.24", "29 August 2024"),
    "dots, one figure each": ("16.6.16", "16 June 2016"),
    "hyphens": ("29-08-2024", "29 August 2024"),
    "spaces around slashes": ("16 / 06 / 2016", "16 June 2016"),
    "spaces after dots": ("29. 08. 2024", "29 August 2024"),
    "spaces only": ("16 06 2016", "16 June 2016"),
    "spaces only, two figures": ("16 06 16", "16 June 2016"),
    "ISO": ("2024-03-12", "12 March 2024"),
    "year first with slashes": ("2024/3/12", "12 March 2024"),
    "a spreadsheet's midnight": ("2023-09-01 00:00:00", "1 September 2023"),
    "a machine's time": ("2023-09-01T10:15:00.123Z", "1 September 2023"),
    "a footer's time": ("16/06/2016 14:32", "16 June 2016"),
    "weekday and figures": ("Thu 16/06/16", "16 June 2016"),
    "two figures are of this century": ("01/01/50", "1 January 2050"),
    "two figures, the last": ("31/12/99", "31 December 2099"),
    "ordinal": ("30th September 2023", "30 September 2023"),
    "ordinal, abbreviation with a dot": ("1st Sept. 2021", "1 September 2021"),
    "ordinal split off": ("12 th March 2020", "12 March 2020"),
    "ordinal raised": ("30\u1d57\u02b0 September 2023", "30 September 2023"),
    "of": ("30th of September, 2023", "30 September 2023"),
    "the": ("the 2nd of May 2023", "2 May 2023"),
    "weekday": ("Monday 9th May 2016", "9 May 2016"),
    "weekday with commas": ("Mon., 9 May, 2016", "9 May 2016"),
    "no spaces at all": ("30September2023", "30 September 2023"),
    "no-break spaces": ("30\u00a0September\u00a02023", "30 September 2023"),
    "a line break inside": ("30 September\n2023", "30 September 2023"),
    "capitals": ("30 SEPTEMBER 2023", "30 September 2023"),
    "hyphens and a name": ("16-Jun-2016", "16 June 2016"),
    "hyphens, a name, two figures": ("16-Jun-16", "16 June 2016"),
    "dots and a name": ("16.Jun.2016", "16 June 2016"),
    "dashes of print": ("16\u201306\u20132016", "16 June 2016"),
    "name, day, year": ("September 1st 2021", "1 September 2021"),
    "name, day, comma, year": ("June 16, 2016", "16 June 2016"),
    "leap day": ("29/02/24", "29 February 2024"),
    "first day of all": ("01/01/1950", "1 January 1950"),
    "last day of all": ("31/12/2100", "31 December 2100"),
    "Welsh": ("15 Medi 2025", "15 September 2025"),
    "Welsh, after o": ("15 o Fedi 2025", "15 September 2025"),
    "Welsh ordinal": ("1af o Fawrth 2024", "1 March 2024"),
    "Welsh weekday": ("Dydd Llun 9 Mai 2016", "9 May 2016"),
    "Welsh Tuesday is March as well": ("Dydd Mawrth 1 Mawrth 2022", "1 March 2022"),
    "one month in two languages": ("15 Mawrth / March 2024", "15 March 2024"),
    "in brackets": ("(16/06/2016)", "16 June 2016"),
    "full stop after": ("16/06/2016.", "16 June 2016"),
    "on": ("on 16 June 2016", "16 June 2016"),
    "by": ("by 31 July 2024", "31 July 2024"),
    "on or before": ("on or before 31 July 2024", "31 July 2024"),
}
MONTHS = {
    "name and year": ("June 2016", "June 2016"),
    "name, comma, year": ("Feb, 2015", "February 2015"),
    "name of year": ("June of 2016", "June 2016"),
    "figures": ("06/2016", "June 2016"),
    "figures with a dot": ("6.2016", "June 2016"),
    "ISO month": ("2016-06", "June 2016"),
    "year first": ("2016/06", "June 2016"),
    "two figures": ("Sept 22", "September 2022"),
    "two figures that might be a day": ("December 16", "December 2016"),
    "two figures with an apostrophe": ("Sept \u201922", "September 2022"),
    "hyphen": ("Jun-16", "June 2016"),
    "month and short year": ("09/23", "September 2023"),
    "Welsh": ("Medi 2025", "September 2025"),
    "mis": ("mis Medi 2025", "September 2025"),
    "ym mis": ("ym mis Medi 2025", "September 2025"),
    "Hydref alone is October": ("Hydref 2024", "October 2024"),
    "twice, in two languages": ("Medi 2025 / September 2025", "September 2025"),
    "twice, without spaces": ("Medi 2025/September 2025", "September 2025"),
    "in": ("in June 2017", "June 2017"),
    "by the end of": ("by the end of June 2017", "June 2017"),
    "no later than": ("no later than June 2017", "June 2017"),
    "or earlier": ("June 2017 (or earlier)", "June 2017"),
    "or earlier if required": ("June 2018 or earlier if required", "June 2018"),
    "or sooner if required, in brackets": ("February 2021 (or sooner if required)", "February 2021"),
    "at the latest": ("June 2017 at the latest", "June 2017"),
}
TERMS = {
    "term": ("Spring Term 2025", "Spring term 2025"),
    "season and year": ("Summer 2026", "Summer term 2026"),
    "with a comma": ("Autumn term, 2024", "Autumn term 2024"),
    "of": ("the autumn term of 2024", "Autumn term 2024"),
    "term after the year": ("Autumn 2024 term", "Autumn term 2024"),
    "abbreviated": ("Aut 2024", "Autumn term 2024"),
    "two figures": ("Autumn 24", "Autumn term 2024"),
    "two figures that begin with a half": ("Autumn 12", "Autumn term 2012"),
    "autumn of an academic year": ("Autumn term 2023/24", "Autumn term 2023/24"),
    "spring of an academic year": ("Spring Term 20/21", "Spring term 2020/21"),
    "spring of an academic year, in full": ("Spring term 2020-2021", "Spring term 2020/21"),
    "of the academic year": ("Summer term of the academic year 2023/24", "Summer term 2023/24"),
    "year first": ("2023/24 Autumn term", "Autumn term 2023/24"),
    "Welsh autumn": ("Tymor yr Hydref 2024", "Autumn term 2024"),
    "Welsh spring": ("Tymor y Gwanwyn 2025", "Spring term 2025"),
    "Welsh summer": ("Haf 2025", "Summer term 2025"),
    "one term in two languages": ("Tymor yr Hydref / Autumn Term 2024", "Autumn term 2024"),
    "Hydref beside autumn is the term": ("Hydref / Autumn 2024", "Autumn term 2024"),
    "Michaelmas": ("Michaelmas Term 2022", "Michaelmas term 2022"),
    "Lent": ("Lent 2023", "Lent term 2023"),
    "Hilary": ("Hilary term 2023", "Hilary term 2023"),
    "Trinity": ("Trinity 2023", "Trinity term 2023"),
    "Easter term": ("Easter term 2024", "Easter term 2024"),
    "Christmas term": ("Christmas Term 2024", "Christmas term 2024"),
    "or sooner": ("Summer 2026 or sooner if legislation changes", "Summer term 2026"),
    "in the": ("in the Autumn term 2024", "Autumn term 2024"),
}
HALF_TERMS = {
    "half by number": ("Autumn 2 2023", "Autumn 2 2023"),
    "first half": ("Spring 1 2021", "Spring 1 2021"),
    "number after term": ("Autumn Term 2 2023", "Autumn 2 2023"),
    "number in brackets": ("Summer (1) 2023", "Summer 1 2023"),
    "number without a space": ("Autumn2 2023", "Autumn 2 2023"),
    "half term with a number": ("Autumn half-term 2 2023", "Autumn 2 2023"),
    "in words": ("first half of the Autumn term 2023", "Autumn 1 2023"),
    "second in words": ("second half of Summer term 2023", "Summer 2 2023"),
    "of an academic year": ("Spring 2 2023/24", "Spring 2 2023/24"),
    "year first": ("2023/24 Autumn 2", "Autumn 2 2023/24"),
    "two figures": ("Autumn 1 24", "Autumn 1 2024"),
}
YEARS = {
    "academic year": ("2023/24", "2023/24"),
    "academic year with a hyphen": ("2023-24", "2023/24"),
    "academic year in full": ("2023/2024", "2023/24"),
    "academic year with spaces": ("2017 - 2018", "2017/18"),
    "academic year in words": ("academic year 2023 to 2024", "2023/24"),
    "academic year called so": ("academic year 2023-24", "2023/24"),
    "academic year called so after": ("2023/24 academic year", "2023/24"),
    "school year": ("school year 2023/24", "2023/24"),
    "session": ("Session 2021/22", "2021/22"),
    "Welsh": ("blwyddyn ysgol 2023/24", "2023/24"),
    "two figures each": ("20/21", "2020/21"),
    "two figures each, called so": ("academic year 07/08", "2007/08"),
    "two figures each, called so after": ("07/08 academic year", "2007/08"),
    "called so it is no month": ("academic year 2007-08", "2007/08"),
    "turn of the century": ("1999/00", "1999/00"),
    "wide enough to hold the month it may be": ("2011-12", "2011/12"),
    "first academic year of all": ("1950/51", "1950/51"),
    "last academic year of all": ("2099/00", "2099/00"),
    "year": ("2024", "2024"),
    "first year": ("1950", "1950"),
    "last year": ("2100", "2100"),
    "in a year": ("in 2020", "2020"),
    "year or sooner": ("2020 or sooner if appropriate", "2020"),
}
READ = {**DAYS, **MONTHS, **TERMS, **HALF_TERMS, **YEARS}
PRECISIONS = [("day", DAYS), ("month", MONTHS), ("term", TERMS), ("half-term", HALF_TERMS)]

REFUSED = {
    "nothing": ("", "it is empty"),
    "white space": (" \t", "it is empty"),
    "no 31 June": ("31 June 2017", "there is no 31 June"),
    "no 31 June, no year": ("31 June", "there is no 31 June"),
    "no 31 June, in figures": ("31/06", "there is no 31 June"),
    "no day 32": ("32/01/2020", "there is no 32 January"),
    "no day 0": ("0/1/2020", "there is no 0 January"),
    "no month 0": ("00/00/2020", "there is no month 0, and the day comes before the month"),
    "month before day": ("06/16/2016", "there is no month 16, and the day comes before the month"),
    "no 29 February": ("29 February 2023", "there is no 29 February in 2023"),
    "no 29 February, in figures": ("29/02/2100", "there is no 29 February in 2100"),
    "no 30 February": ("30 February 2024", "there is no 30 February"),
    "no month 13": ("13/2016", "there is no month 13"),
    "no month 13, year first": ("2016-13", "there is no month 13"),
    "too early": ("1949", "1949 is before 1950"),
    "too early a day": ("31/12/1949", "1949 is before 1950"),
    "too early a month": ("June 1949", "1949 is before 1950"),
    "too early an academic year": ("1949/50", "1949 is before 1950"),
    "too late": ("2101", "2101 is after 2100"),
    "too late a term": ("Spring term 2100/01", "2101 is after 2100"),
    "too late an academic year": ("2100/01", "2101 is after 2100"),
    "no year": ("12 March", "it names no year"),
    "no year, weekday": ("Monday 9th of May", "it names no year"),
    "no year, leap day": ("29 February", "it names no year"),
    "only a month": ("June", "it names no year"),
    "only a term": ("autumn term", "it names no year"),
    "day and month in figures": ("16/06", "it names no year"),
    "soon": ("soon", "it names no month or year"),
    "marks only": ("-", "it names no month or year"),
    "cycle": ("annually", "'annually' is a cycle, not a date"),
    "ambiguous cycle": ("bi-annually", "'bi-annually' is a cycle, not a date"),
    "other weekday": ("Tuesday 9th May 2016", "9 May 2016 is a Monday, not a Tuesday"),
    "other weekday, in figures": ("Mon 16/06/16", "16 June 2016 is a Thursday, not a Monday"),
    "two months": ("June/July 2017", "it names two months"),
    "two months and a day": ("30 June or July 2017", "it names two months"),
    "two years": ("Sept 2021-22", "it holds more than one year"),
    "two dates": ("June 2016 and June 2017", "it holds more than one date"),
    "two dates with a slash": ("June 2016 / May 2017", "it holds two dates"),
    "two terms": ("Spring/Summer 2025", "Spring and Summer are two terms"),
    "years apart": ("2019 - 2021", "it holds more than one academic year"),
    "term of years apart": ("Autumn 2019/21", "it holds more than one academic year"),
    "month or academic year": ("2007-08", "it may be a month or an academic year"),
    "day, month or academic year": ("07/08", "its year cannot be told from its day and month"),
    "month or academic year in two figures": ("12/13", "its year cannot be told from its day and month"),
    "ages": ("09-23", "its year cannot be told from its day and month"),
    "end of a century": ("99/00", "there is no month 0, and the day comes before the month"),
    "academic year of one year": ("academic year 2023", "an academic year is written with both its years, 2023/24"),
    "holiday": (
        "Autumn half term 2023",
        "half-term is a holiday; a half of a term is written 'Autumn 1 2024'",
    ),
    "Easter": ("Easter 2024", "Easter alone names no term"),
    "Hydref with a number": ("Hydref 1 2024", "Hydref alone names no term"),
    "by a month": ("by June 2017", "'by' needs a day with its month and year"),
    "on a month and a day": ("on December 16", "'on' needs a day with its month and year"),
    "remark": ("June 2017 (draft)", "only 'June 2017' of it is a date"),
    "remark after a slash": ("June 2017 / draft", "only 'June 2017' of it is a date"),
    "one figure for a year": ("1/2/3", "it is in no form of a date that we know"),
    "three figures for a year": ("16/06/201", "it is in no form of a date that we know"),
    "mixed marks": ("16/06-2016", "it is in no form of a date that we know"),
    "term by number": ("Term 3 2023", "it is in no form of a date that we know"),
    "other figures": ("\u0662\u0660\u0662\u0664", "it names no month or year"),
    "wide figures": ("\uff12\uff10\uff12\uff14", "it names no month or year"),
    "misspelt": ("30 Septembre 2023", "only '2023' of it is a date"),
    "a page of text": ("16 June 2016 " * 20, "it holds more than one date"),
}


def found_in(line: str) -> list[tuple[str, str]]:
    return [(line[found.start : found.end], str(found.date)) for found in find_dates(line)]


@pytest.mark.parametrize(("text", "british"), READ.values(), ids=READ)
def test_date_is_read_at_the_precision_it_is_written(text: str, british: str) -> None:
    found = read_date(text)

    assert found is not None
    assert str(found) == british
    assert found.as_written == clean(text)


@pytest.mark.parametrize(
    ("precision", "text"), [(precision, text) for precision, table in PRECISIONS for text, _ in table.values()]
)
def test_precision_is_that_of_the_form(precision: str, text: str) -> None:
    found = read_date(text)

    assert found is not None
    assert found.precision == precision


@pytest.mark.parametrize(("text", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_date_is_refused_with_its_reason(text: str, why: str) -> None:
    assert read_date(text) is None
    assert why_unreadable(text) == why


def test_term_takes_its_days_from_the_schools_calendar() -> None:
    autumn = Term(2025, Season.AUTUMN, None, date(2025, 9, 2), date(2025, 12, 18))
    calendar = TermCalendar((autumn,))

    read = read_date("Autumn term 2025", calendar=calendar)
    found = list(find_dates("Review: Autumn term 2025", calendar=calendar))

    assert read is not None
    assert read.span == found[0].date.span == (date(2025, 9, 2), date(2025, 12, 18))


MONTH_NAMES = {
    1: "January Jan Ionawr Ion",
    2: "February Feb Chwefror Chwef",
    3: "March Mar Mawrth Fawrth",
    4: "April Apr Ebrill Ebr",
    5: "May Mai Fai",
    6: "June Jun Mehefin Fehefin Meh",
    7: "July Jul Gorffennaf Orffennaf Ngorffennaf Gorff",
    8: "August Aug Awst",
    9: "September Sept Sep Medi Fedi",
    10: "October Oct Hydref Hyd",
    11: "November Nov Tachwedd Dachwedd Thachwedd Nhachwedd Tach",
    12: "December Dec Rhagfyr Ragfyr Rhag",
}


@pytest.mark.parametrize(
    ("month", "name"), [(month, name) for month, names in MONTH_NAMES.items() for name in names.split()]
)
def test_months_have_english_and_welsh_names(month: int, name: str) -> None:
    assert read_date(f"{name} 2024") == PartialDate.of_month(2024, month, f"{name} 2024")
    assert read_date(f"3 {name.upper()}. 24") == PartialDate.of_day(date(2024, month, 3), f"3 {name.upper()}. 24")


LINES = {
    "label and day": ("Approved on: 16/06/2016", [("16/06/2016", "16 June 2016")]),
    "footer": ("PSW23 Social Media Policy: 16/06/2016", [("16/06/2016", "16 June 2016")]),
    "sentence": ("will be reviewed in 2020 or sooner", [("2020", "2020")]),
    "two cells": ("16/06/2016\t2017", [("16/06/2016", "16 June 2016"), ("2017", "2017")]),
    "a number in the cell before": ("9\tMay 2016", [("May 2016", "May 2016")]),
    "a wide gap": ("Issue   1   May 2016", [("May 2016", "May 2016")]),
    "version number": ("Version 1 May 2016", [("May 2016", "May 2016")]),
    "version of a day": ("Version 16/06/2016", [("16/06/2016", "16 June 2016")]),
    "draft of a day": ("Draft 1 May 2016", [("1 May 2016", "1 May 2016")]),
    "page number": ("Page 3 May 2016", [("May 2016", "May 2016")]),
    "school year and month": ("Year 9 September 2016", [("September 2016", "September 2016")]),
    "paragraph number": ("1.1 May 2016", [("May 2016", "May 2016")]),
    "list number": ("1. March 2016 first issue", [("March 2016", "March 2016")]),
    "section number": ("1.2.16 Scope of policy", []),
    "section number in a cell": ("x\t1.10.16 Scope", []),
    "dotted day at the start of a row": ("18.07.12 First issue", [("18.07.12", "18 July 2012")]),
    "section number before a tab": ("1.9.22\tScope", []),
    "dotted day alone": ("1.9.22", [("1.9.22", "1 September 2022")]),
    "dotted day inside a line": ("updated 1.9.22 by governors", [("1.9.22", "1 September 2022")]),
    "dotted version": ("version 1.4.10", []),
    "address": ("10.12.16.1", []),
    "path": ("www.example.org/2016/06/16/page", []),
    "money": ("costs \u00a32016", []),
    "percentage": ("2020% and 2020 %", []),
    "marks": ("10/14 points", []),
    "short academic year is not read in a line": ("20/21 pupils", []),
    "short academic year of a term": ("Review: Spring Term 20/21", [("Spring Term 20/21", "Spring term 2020/21")]),
    "short academic year called so": ("session 21/22", [("session 21/22", "2021/22")]),
    "academic year": ("policy 2018/2019", [("2018/2019", "2018/19")]),
    "financial year is none": ("financial year 2023/24, financial year 2023", []),
    "academic year of one year is none": ("academic year 2023 begins", []),
    "term by number is none": ("Term 3 2023", []),
    "month and short year alone": ("Reviewed December 16", [("December 16", "December 2016")]),
    "month and short year in brackets": ("(Sept 22)", [("Sept 22", "September 2022")]),
    "month and short year in a cell": (
        "Sept 22\tSept 24",
        [("Sept 22", "September 2022"), ("Sept 24", "September 2024")],
    ),
    "month and short year before a slash": (
        "Sept 22 / Sept 24",
        [("Sept 22", "September 2022"), ("Sept 24", "September 2024")],
    ),
    "month and day in a sentence": ("on December 16 we will", []),
    "season and short year alone": ("Next review: Autumn 24", [("Autumn 24", "Autumn term 2024")]),
    "season and number in a sentence": ("in spring 24 pupils", []),
    "file name": ("Icpol/may10", []),
    "file name with an ending": ("SEND - March 2020.docx", [("March 2020", "March 2020")]),
    "names run together": (
        "Autumn 2023Next Review:Autumn 2024",
        [("Autumn 2023", "Autumn term 2023"), ("Autumn 2024", "Autumn term 2024")],
    ),
    "dates run together": (
        "September 2016September 2017",
        [("September 2016", "September 2016"), ("September 2017", "September 2017")],
    ),
    "a word that begins like a month": ("Marching 2016", [("2016", "2016")]),
    "impossible day": ("31 June 2017", []),
    "two months": ("June/July 2017", []),
    "other weekday": ("Tuesday 9th May 2016", []),
    "two years of a month": ("Sept 2021-22", []),
    "years apart": ("2019-2021", []),
    "range of days": (
        "30 June 2017 - 17 July 2017",
        [("30 June 2017", "30 June 2017"), ("17 July 2017", "17 July 2017")],
    ),
    "the longer of two that overlap": ("12 June 16 July 2016", [("16 July 2016", "16 July 2016")]),
    "one month in two languages": (
        "Adolygu / Review: 15 Mawrth / March 2024",
        [("15 Mawrth / March 2024", "15 March 2024")],
    ),
    "one date twice": ("Medi 2025 / September 2025", [("Medi 2025 / September 2025", "September 2025")]),
    "list of years": ("2019 2020 2021", [("2019", "2019"), ("2020", "2020"), ("2021", "2021")]),
    "printed dashes": ("2016\u201317", [("2016\u201317", "2016/17")]),
    "spaced figures": ("Dated 16 06 2016", [("16 06 2016", "16 June 2016")]),
    "telephone": ("tel 01 16 06 2016 55", [("2016", "2016")]),
    "month in figures": ("due 06/2016", [("06/2016", "June 2016")]),
    "name, day, year": ("On September 1st, 2021 we", [("September 1st, 2021", "1 September 2021")]),
    "time after": ("printed 16/06/2016 14:32", [("16/06/2016", "16 June 2016")]),
    "no figures": ("reviewed in September", []),
    "no dates": ("3 pupils of 12", []),
}


@pytest.mark.parametrize(("line", "dates"), LINES.values(), ids=LINES)
def test_dates_are_found_inside_a_line(line: str, dates: list[tuple[str, str]]) -> None:
    assert found_in(line) == dates


def test_found_date_is_written_as_the_line_writes_it() -> None:
    (found,) = find_dates("Next: 30\u1d57\u02b0\u00a0Sept. 2023, Hall")

    assert found.date.as_written == "30\u1d57\u02b0\u00a0Sept. 2023"


def test_date_written_twice_keeps_both_forms() -> None:
    (found,) = find_dates("Adolygu: Medi 2025 / September 2025")

    assert found.date.as_written == "Medi 2025 / September 2025"


def test_very_long_line_of_dates_is_read_whole() -> None:
    line = "12/12/2016 " * 2_000

    assert len(found_in(line)) == 2_000


ANY_DAY = st.dates(date(1950, 1, 1), date(2100, 12, 31))
ANY_DATE = st.one_of(
    ANY_DAY.map(PartialDate.of_day),
    ANY_DAY.map(lambda day: PartialDate.of_month(day.year, day.month)),
    ANY_DAY.map(lambda day: PartialDate.of_year(day.year)),
    st.integers(1950, 2099).map(PartialDate.of_academic_year),
    st.builds(
        TermCalendar().date_of,
        st.sampled_from(SEASONS),
        academic_year=st.integers(1950, 2099),
        half=st.sampled_from([None, 1, 2]),
    ),
)


@given(written=ANY_DATE)
@settings(derandomize=True, deadline=None)
def test_british_form_reads_back_as_the_same_date(written: PartialDate) -> None:
    assert read_date(str(written)) == written
    assert [found.date for found in find_dates(f"Next review: {written}")] == [written]


@given(
    day=ANY_DAY,
    form=st.sampled_from(["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%d %B %Y", "%a %d %b %Y", "%A, %d %B, %Y"]),
)
@settings(derandomize=True, deadline=None)
def test_every_day_is_read_in_every_form(day: date, form: str) -> None:
    written = day.strftime(form)

    assert read_date(written) == PartialDate.of_day(day, written)
    assert [found.date for found in find_dates(f"Agreed ({written}).")] == [PartialDate.of_day(day, written)]


@given(text=st.text(alphabet="0123456789/.- AutumnTermJune,()'\t", max_size=24))
@settings(derandomize=True, deadline=None, max_examples=500)
def test_any_text_is_a_date_or_has_a_reason(text: str) -> None:
    found, inside = read_date(text), list(find_dates(text))

    assert found is not None or why_unreadable(text)
    assert all(each.date.as_written == text[each.start : each.end] for each in inside)
    assert all(one.end <= other.start for one, other in pairwise(inside))
