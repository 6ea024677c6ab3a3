"""The n-th review after a date: months from the anchor, clipped at month ends, at the anchor's precision."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.domain.partial_date import PartialDate, Precision
from policyaudit.domain.review_cycle import ReviewCycle, add_months, nth_review
from policyaudit.domain.season import SEASONS, Season
from policyaudit.domain.term_calendar import Term, TermCalendar

MONTHLY, TERMLY, SIX_MONTHLY = (ReviewCycle("x", months) for months in (1, 4, 6))
HALF_TERMLY, YEARLY, TWO_YEARLY = (ReviewCycle("x", months) for months in (2, 12, 24))

DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))
DATES = st.one_of(
    DAYS.map(PartialDate.of_day),
    DAYS.map(lambda d: PartialDate.of_month(d.year, d.month)),
    DAYS.map(lambda d: PartialDate.of_year(d.year)),
    DAYS.map(lambda d: PartialDate.of_academic_year(d.year)),
    st.builds(
        TermCalendar().date_of,
        st.sampled_from(SEASONS),
        academic_year=st.integers(1950, 2060),
        half=st.sampled_from([None, 1, 2]),
    ),
)


def a_day(written: str) -> PartialDate:
    return PartialDate.of_day(date.fromisoformat(written))


def a_term(season: str, year: int, half: int | None = None) -> PartialDate:
    return TermCalendar().date_of(Season(season), academic_year=Season(season).academic_year_in(year), half=half)


@pytest.mark.parametrize(
    ("anchor", "cycle", "n", "review"),
    [
        pytest.param(a_day("2024-01-31"), MONTHLY, 1, "29 February 2024", id="31 January and a month"),
        pytest.param(a_day("2024-01-31"), MONTHLY, 2, "31 March 2024", id="31 January and two months"),
        pytest.param(a_day("2024-01-31"), MONTHLY, 3, "30 April 2024", id="31 January and three months"),
        pytest.param(a_day("2024-01-31"), MONTHLY, 13, "28 February 2025", id="31 January and 13 months"),
        pytest.param(a_day("2024-02-29"), YEARLY, 1, "28 February 2025", id="29 February and a year"),
        pytest.param(a_day("2024-02-29"), YEARLY, 4, "29 February 2028", id="29 February and four years"),
        pytest.param(a_day("2024-08-31"), SIX_MONTHLY, 1, "28 February 2025", id="31 August and half a year"),
        pytest.param(a_day("2024-08-31"), SIX_MONTHLY, 2, "31 August 2025", id="31 August and a year by halves"),
        pytest.param(a_day("2024-12-31"), MONTHLY, 1, "31 January 2025", id="over the year's end"),
        pytest.param(a_day("2024-09-12"), TERMLY, 1, "12 January 2025", id="a day and a term"),
        pytest.param(a_day("2024-09-12"), YEARLY, 0, "12 September 2024", id="none is the anchor itself"),
        pytest.param(PartialDate.of_month(2016, 6), YEARLY, 1, "June 2017", id="a month stays a month"),
        pytest.param(PartialDate.of_month(2016, 11), TERMLY, 1, "March 2017", id="a month and a term"),
        pytest.param(PartialDate.of_year(2024), TWO_YEARLY, 1, "2026", id="a year stays a year"),
        pytest.param(PartialDate.of_academic_year(2023), YEARLY, 1, "2024/25", id="an academic year stays one"),
        pytest.param(a_term("Autumn", 2024), YEARLY, 1, "Autumn term 2025", id="a term stays the same term"),
        pytest.param(a_term("Spring", 2024), TWO_YEARLY, 2, "Spring term 2028", id="spring and four years"),
        pytest.param(a_term("Autumn", 2024), TERMLY, 1, "Spring term 2025", id="the term after autumn"),
        pytest.param(a_term("Spring", 2025), TERMLY, 1, "Summer term 2025", id="the term after spring"),
        pytest.param(a_term("Summer", 2025), TERMLY, 1, "Autumn term 2025", id="the term after summer"),
        pytest.param(a_term("Summer", 2025), TERMLY, 5, "Spring term 2027", id="five terms on"),
        pytest.param(a_term("Autumn", 2024, 2), YEARLY, 1, "Autumn 2 2025", id="a half-term stays the same one"),
        pytest.param(a_term("Autumn", 2024, 1), HALF_TERMLY, 1, "Autumn 2 2024", id="the half-term after"),
        pytest.param(a_term("Summer", 2024, 2), HALF_TERMLY, 1, "Autumn 1 2024", id="the half-term after summer"),
        pytest.param(a_term("Autumn", 2024, 2), TERMLY, 1, "Spring 2 2025", id="the same half, a term on"),
        pytest.param(a_term("Autumn", 2024), SIX_MONTHLY, 1, "2024/25", id="no term: the academic year around it"),
        pytest.param(a_term("Spring", 2025), SIX_MONTHLY, 1, "2025", id="no term: the calendar year around it"),
        pytest.param(a_term("Autumn", 2024, 1), MONTHLY, 1, "2024", id="no half-term: the year that ends first"),
        pytest.param(PartialDate.of_year(2024), TERMLY, 2, "2024/25", id="a year and two terms"),
        pytest.param(PartialDate.of_academic_year(2023), TERMLY, 1, "2024", id="an academic year and a term"),
    ],
)
def test_nth_review(anchor: PartialDate, cycle: ReviewCycle, n: int, review: str) -> None:
    derived = nth_review(anchor, cycle, n)

    assert derived is not None
    assert (str(derived), derived.as_written) == (review, review)


@pytest.mark.parametrize(
    ("anchor", "cycle", "n"),
    [
        pytest.param(a_day("2024-01-31"), ReviewCycle("when the law changes", None, on_change=True), 1, id="no time"),
        pytest.param(a_day("2100-12-01"), MONTHLY, 1, id="a day after 2100"),
        pytest.param(PartialDate.of_month(2090, 1), YEARLY, 11, id="a month after 2100"),
        pytest.param(PartialDate.of_academic_year(2099), YEARLY, 1, id="an academic year that ends after 2100"),
        pytest.param(a_term("Autumn", 2100), TERMLY, 1, id="a term after 2100"),
        pytest.param(a_day("2024-01-31"), YEARLY, 10**9, id="beyond all calendars"),
        pytest.param(PartialDate.of_year(2024), SIX_MONTHLY, 1, id="no year holds a year from July"),
    ],
)
def test_review_that_has_no_date(anchor: PartialDate, cycle: ReviewCycle, n: int) -> None:
    assert nth_review(anchor, cycle, n) is None


def test_no_year_around_a_span_reaches_beyond_2100() -> None:
    derived = nth_review(a_term("Summer", 2100, 2), ReviewCycle("x", 1))

    assert derived is not None
    assert str(derived) == "2100"


def test_next_term_is_that_of_the_schools_calendar() -> None:
    spring = Term(2026, Season.SPRING, None, date(2027, 1, 5), date(2027, 3, 25))

    derived = nth_review(a_term("Autumn", 2026), TERMLY, calendar=TermCalendar((spring,)))

    assert derived is not None
    assert derived.span == (date(2027, 1, 5), date(2027, 3, 25))


@pytest.mark.parametrize(
    ("written", "cycle", "review"),
    [
        pytest.param("Michaelmas Term 2022", YEARLY, "Michaelmas term 2023", id="the school's own name stays"),
        pytest.param("Michaelmas Term 2022", TERMLY, "Spring term 2023", id="it has not told the next term's name"),
        pytest.param("Autumn term 2022/23", YEARLY, "Autumn term 2023/24", id="academic years stay academic years"),
    ],
)
def test_derived_term_is_written_as_the_school_writes(written: str, cycle: ReviewCycle, review: str) -> None:
    anchor = TermCalendar().date_of(Season.AUTUMN, academic_year=2022, as_written=written)

    derived = nth_review(anchor, cycle)

    assert derived is not None
    assert derived.as_written == review


def test_cycle_of_no_months_is_refused() -> None:
    with pytest.raises(ValueError, match="a review cycle of 0 months never comes round"):
        ReviewCycle("never", 0)


@given(day=DAYS, months=st.integers(1, 60), n=st.integers(0, 7))
@settings(derandomize=True, deadline=None)
def test_nth_review_of_a_day_is_the_anchor_plus_n_cycles(day: date, months: int, n: int) -> None:
    review = nth_review(PartialDate.of_day(day), ReviewCycle("x", months), n)

    assert review == PartialDate.of_day(add_months(day, months * n))


@given(day=DAYS, months=st.integers(0, 480))
@settings(derandomize=True, deadline=None)
def test_months_are_calendar_months_and_only_month_ends_clip(day: date, months: int) -> None:
    moved = add_months(day, months)

    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(days=1)).day == 1)


@given(anchor=DATES, years=st.integers(1, 3), n=st.integers(0, 4), more=st.integers(0, 4))
@settings(derandomize=True, deadline=None)
def test_whole_years_add_up_except_on_29_february(anchor: PartialDate, years: int, n: int, more: int) -> None:
    cycle = ReviewCycle("x", years * 12)

    there, first = nth_review(anchor, cycle, n + more), nth_review(anchor, cycle, n)

    assert first is not None
    if not (anchor.precision is Precision.DAY and (anchor.earliest.month, anchor.earliest.day) == (2, 29)):
        assert nth_review(first, cycle, more) == there


@given(anchor=DATES, months=st.integers(1, 60), n=st.integers(0, 6))
@settings(derandomize=True, deadline=None)
def test_review_is_never_narrower_than_the_anchor_moved(anchor: PartialDate, months: int, n: int) -> None:
    review = nth_review(anchor, ReviewCycle("x", months), n)

    if review is not None and anchor.precision not in {Precision.TERM, Precision.HALF_TERM}:
        assert review.earliest <= add_months(anchor.earliest, months * n)
        assert review.latest >= add_months(anchor.latest, months * n)
    if review is not None:
        assert list(Precision).index(review.precision) >= list(Precision).index(anchor.precision) or (
            review.precision is Precision.ACADEMIC_YEAR
        )


@given(anchor=DATES, months=st.integers(1, 60), n=st.integers(0, 6))
@settings(derandomize=True, deadline=None)
def test_later_reviews_are_later(anchor: PartialDate, months: int, n: int) -> None:
    cycle = ReviewCycle("x", months)

    reviews = [nth_review(anchor, cycle, each) for each in (n, n + 1)]

    known = [review for review in reviews if review is not None and review.precision is anchor.precision]
    assert all(known[0].earliest < review.earliest and known[0].latest < review.latest for review in known[1:])
