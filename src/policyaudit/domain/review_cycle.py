"""How often a policy is reviewed, and the n-th review after a date: months are added to the anchor, never stepwise."""

from dataclasses import dataclass, replace
from datetime import date

from policyaudit.domain.partial_date import FIRST_YEAR, LAST_YEAR, PartialDate, Precision, last_of_month
from policyaudit.domain.season import SEASONS, term_begun
from policyaudit.domain.term_calendar import TermCalendar

YEAR = 12
TERM = 4
HALF_TERM = 2
SEPTEMBER = 9


@dataclass(frozen=True, slots=True)
class ReviewCycle:
    """How often a policy is reviewed, as the school wrote it.

    `months` counts calendar months (a term counts four, a half-term two) and is None where no time is fixed ("when
    the law changes"). `on_change` is set where a change calls for a review before its time ("as required, and no
    later than 3 years").
    """

    as_written: str
    months: int | None
    on_change: bool = False

    def __post_init__(self) -> None:
        if self.months is not None and self.months < 1:
            sentence = f"a review cycle of {self.months} months never comes round"
            raise ValueError(sentence)


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or the last of that month: 31 January plus 1 is 29 February 2024."""
    year, month = divmod(_month_number(day) + months, YEAR)
    return date(year, month + 1, min(day.day, last_of_month(year, month + 1).day))


def nth_review(
    anchor: PartialDate, cycle: ReviewCycle, n: int = 1, *, calendar: TermCalendar | None = None
) -> PartialDate | None:
    """When the n-th review after an anchor is due, as exactly as the anchor is known; None if the cycle fixes no time.

    June 2016 and a year is June 2017; autumn term 2024 and a year is autumn term 2025, and a cycle that is counted in
    terms leads from term to term. Where the time that results has no name of the same precision (autumn term and six
    months) the date becomes the academic year, else the calendar year, that holds all of it, so that nothing is overdue
    before it could be; None where neither does, and after the year 2100.
    """
    if cycle.months is None:
        return None
    months = cycle.months * n
    if _month_number(anchor.latest) + months >= (LAST_YEAR + 1) * YEAR:
        return None
    return _moved(anchor, months, calendar or TermCalendar())


def _month_number(day: date) -> int:
    return day.year * YEAR + day.month - 1


def _moved(anchor: PartialDate, months: int, calendar: TermCalendar) -> PartialDate | None:
    match anchor.precision:
        case Precision.DAY:
            return PartialDate.of_day(add_months(anchor.earliest, months))
        case Precision.MONTH:
            first = add_months(anchor.earliest, months)
            return PartialDate.of_month(first.year, first.month)
        case Precision.TERM if months % TERM == 0:
            return _terms_on(anchor, months // TERM, calendar)
        case Precision.HALF_TERM if months % HALF_TERM == 0:
            return _half_terms_on(anchor, months // HALF_TERM, calendar)
        case Precision.ACADEMIC_YEAR if months % YEAR == 0:
            return PartialDate.of_academic_year(anchor.earliest.year + months // YEAR)
        case _:
            return _year_around(add_months(anchor.earliest, months), add_months(anchor.latest, months))


def _terms_on(anchor: PartialDate, terms: int, calendar: TermCalendar) -> PartialDate:
    academic_year, season, _ = term_begun(anchor.earliest)
    year, place = divmod(academic_year * 3 + SEASONS.index(season) + terms, 3)
    span = calendar.span(SEASONS[place], academic_year=year)
    return replace(anchor, earliest=span[0], latest=span[1]).in_british_form()


def _half_terms_on(anchor: PartialDate, halves: int, calendar: TermCalendar) -> PartialDate:
    academic_year, season, half = term_begun(anchor.earliest)
    year, place = divmod(academic_year * 6 + SEASONS.index(season) * 2 + half - 1 + halves, 6)
    span = calendar.span(SEASONS[place // 2], academic_year=year, half=place % 2 + 1)
    return replace(anchor, earliest=span[0], latest=span[1]).in_british_form()


def _year_around(first: date, last: date) -> PartialDate | None:
    """The academic or calendar year that holds all days from first to last, of two the one that ends first."""
    begins = first.year if first.month >= SEPTEMBER else first.year - 1
    years = (
        (date(begins, 9, 1), date(begins + 1, 8, 31), Precision.ACADEMIC_YEAR),
        (date(first.year, 1, 1), date(first.year, 12, 31), Precision.YEAR),
    )
    around = [y for y in years if y[0].year >= FIRST_YEAR and last <= y[1] and y[1].year <= LAST_YEAR]
    if not around:
        return None
    earliest, latest, precision = min(around, key=lambda year: year[1])
    return PartialDate.of_span((earliest, latest), precision=precision)
