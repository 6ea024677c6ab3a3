"""Which next review counts, and what a late review does to the one after it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.domain.next_review import (
    Anchor,
    choose_next_review,
    derived_next_review,
    disagree,
    next_after_review,
)
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.domain.season import Season
from policyaudit.domain.term_calendar import Term, TermCalendar

YEARLY = ReviewCycle("annually", 12)
JUNE_2017 = PartialDate.of_month(2017, 6)
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


def a_day(written: str) -> PartialDate:
    return PartialDate.of_day(date.fromisoformat(written))


@pytest.mark.parametrize(
    ("stated", "derived", "counts", "differ"),
    [
        pytest.param(JUNE_2017, a_day("2017-06-16"), JUNE_2017, False, id="stated and agreed"),
        pytest.param(JUNE_2017, a_day("2017-07-01"), JUNE_2017, True, id="stated and contradicted"),
        pytest.param(JUNE_2017, None, JUNE_2017, False, id="only stated"),
        pytest.param(None, JUNE_2017, JUNE_2017, False, id="only derived"),
        pytest.param(None, None, None, False, id="neither"),
    ],
)
def test_stated_next_review_counts(
    stated: PartialDate | None, derived: PartialDate | None, counts: PartialDate | None, *, differ: bool
) -> None:
    assert choose_next_review(stated, derived) == counts
    assert disagree(stated, derived) is differ


@pytest.mark.parametrize(
    ("reviewed", "approved", "cycle", "derived"),
    [
        pytest.param(
            PartialDate.of_month(2016, 6), a_day("2016-07-01"), YEARLY, "June 2017", id="after the last review"
        ),
        pytest.param(None, a_day("2016-07-01"), YEARLY, "1 July 2017", id="else after the approval"),
        pytest.param(None, None, YEARLY, None, id="nothing to count from"),
        pytest.param(JUNE_2017, None, None, None, id="no cycle"),
        pytest.param(JUNE_2017, None, ReviewCycle("live", None, on_change=True), None, id="no time in the cycle"),
    ],
)
def test_next_review_follows_from_the_cycle(
    reviewed: PartialDate | None, approved: PartialDate | None, cycle: ReviewCycle | None, derived: str | None
) -> None:
    review = derived_next_review(reviewed, approved, cycle)

    assert (str(review) if review else None) == derived


def test_derived_term_takes_its_days_from_the_schools_calendar() -> None:
    summer = Term(2026, Season.SUMMER, None, date(2027, 4, 12), date(2027, 7, 20))
    reviewed = TermCalendar().date_of(Season.SUMMER, academic_year=2025)

    review = derived_next_review(reviewed, None, YEARLY, calendar=TermCalendar((summer,)))

    assert review is not None
    assert review.span == (date(2027, 4, 12), date(2027, 7, 20))


@pytest.mark.parametrize(
    ("due", "reviewed", "anchor", "following"),
    [
        pytest.param("2023-09-01", "2023-11-10", Anchor.REVIEWED, "10 November 2024", id="late, restarts"),
        pytest.param("2023-09-01", "2023-11-10", Anchor.DUE, "1 September 2024", id="late, keeps the anniversary"),
        pytest.param("2023-09-01", "2025-03-01", Anchor.DUE, "1 September 2025", id="a year late"),
        pytest.param("2023-09-01", "2025-09-01", Anchor.DUE, "1 September 2026", id="late by whole years"),
        pytest.param("2023-09-01", "2023-06-30", Anchor.DUE, "1 September 2024", id="early, keeps the anniversary"),
        pytest.param("2023-09-01", "2023-06-30", Anchor.REVIEWED, "30 June 2024", id="early, restarts"),
        pytest.param("2024-02-29", "2027-12-01", Anchor.DUE, "29 February 2028", id="a leap day comes round again"),
        pytest.param(None, "2023-11-10", Anchor.DUE, "10 November 2024", id="no anniversary to keep"),
    ],
)
def test_review_after_a_review(due: str | None, reviewed: str, anchor: Anchor, following: str) -> None:
    review = next_after_review(a_day(reviewed), YEARLY, due=a_day(due) if due else None, anchor=anchor)

    assert str(review) == following


def test_cycle_restarts_from_the_review_unless_told_otherwise() -> None:
    assert str(next_after_review(a_day("2023-11-10"), YEARLY, due=a_day("2023-09-01"))) == "10 November 2024"


def test_review_inside_the_month_that_was_due_a_year_later_settles_that_month_too() -> None:
    review = next_after_review(a_day("2024-06-10"), YEARLY, due=PartialDate.of_month(2023, 6), anchor=Anchor.DUE)

    assert str(review) == "June 2025"


@pytest.mark.parametrize("anchor", Anchor, ids=str)
def test_no_review_follows_where_the_cycle_has_no_time_or_the_years_end(anchor: Anchor) -> None:
    due = a_day("2100-06-01")

    assert next_after_review(due, ReviewCycle("live", None, on_change=True), due=due, anchor=anchor) is None
    assert next_after_review(due, YEARLY, due=due, anchor=anchor) is None


@given(due=DAYS, late=st.integers(-400, 4000), months=st.integers(1, 60), anchor=st.sampled_from(Anchor))
@settings(derandomize=True, deadline=None)
def test_review_is_followed_by_a_later_one(due: date, late: int, months: int, anchor: Anchor) -> None:
    held = min(max(due + timedelta(days=late), date(1950, 1, 1)), date(2100, 12, 31))

    following = next_after_review(
        PartialDate.of_day(held), ReviewCycle("x", months), due=PartialDate.of_day(due), anchor=anchor
    )

    assert following is None or following.earliest > held
