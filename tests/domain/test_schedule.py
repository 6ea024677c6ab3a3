"""Where a policy stands on a day, and since when its review is overdue."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.schedule import Standing, days_overdue, standing

JUNE_2017 = PartialDate.of_month(2017, 6)
TOWARDS_OVERDUE = [Standing.IN_DATE, Standing.DUE_SOON, Standing.DUE, Standing.OVERDUE]
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


def a_day(written: str) -> PartialDate:
    return PartialDate.of_day(date.fromisoformat(written))


@pytest.mark.parametrize(
    ("as_of", "stands"),
    [
        pytest.param("2017-07-01", Standing.OVERDUE, id="the day after its month"),
        pytest.param("2026-11-20", Standing.OVERDUE, id="years after"),
        pytest.param("2017-06-30", Standing.DUE, id="the last day of its month"),
        pytest.param("2017-06-01", Standing.DUE, id="the first day of its month"),
        pytest.param("2017-05-31", Standing.DUE_SOON, id="the day before its month"),
        pytest.param("2017-04-02", Standing.DUE_SOON, id="60 days before its month"),
        pytest.param("2017-04-01", Standing.IN_DATE, id="61 days before its month"),
        pytest.param("0001-01-01", Standing.IN_DATE, id="the first day there is"),
        pytest.param("9999-12-31", Standing.OVERDUE, id="the last day there is"),
    ],
)
def test_review_known_to_the_month_is_overdue_from_the_next_month(as_of: str, stands: Standing) -> None:
    assert standing(JUNE_2017, as_of=date.fromisoformat(as_of)) is stands
    assert standing(JUNE_2017.span, as_of=date.fromisoformat(as_of)) is stands


def test_horizon_is_chosen() -> None:
    assert standing(JUNE_2017, as_of=date(2017, 5, 2), within=30) is Standing.DUE_SOON
    assert standing(JUNE_2017, as_of=date(2017, 5, 1), within=30) is Standing.IN_DATE
    assert standing(JUNE_2017, as_of=date(2017, 5, 31), within=0) is Standing.IN_DATE


def test_policy_without_next_review_is_unscheduled() -> None:
    assert standing(None, as_of=date(2026, 11, 20)) is Standing.UNSCHEDULED


@pytest.mark.parametrize(
    ("latest", "days"),
    [
        pytest.param(date(2017, 6, 30), 3430, id="nine years late"),
        pytest.param(date(2026, 11, 19), 1, id="since yesterday"),
        pytest.param(date(2026, 11, 20), None, id="due today"),
        pytest.param(date(2026, 12, 1), None, id="not yet due"),
        pytest.param(None, None, id="no day known"),
    ],
)
def test_days_overdue_count_from_the_last_day(latest: date | None, days: int | None) -> None:
    assert days_overdue(latest, date(2026, 11, 20)) == days


def test_words_of_standing_are_those_of_the_listings() -> None:
    words = ["overdue", "due", "due soon", "in date", "unscheduled", "live", "draft", "withdrawn"]

    assert [str(each) for each in Standing] == words


@given(first=DAYS, length=st.integers(0, 400), as_of=DAYS, later=st.integers(0, 5000), within=st.integers(0, 400))
@settings(derandomize=True, deadline=None)
def test_between_two_reviews_a_standing_only_moves_towards_overdue(
    first: date, length: int, as_of: date, *, later: int, within: int
) -> None:
    span = first, first + timedelta(days=length)

    before = standing(span, as_of=as_of, within=within)
    after = standing(span, as_of=as_of + timedelta(days=later), within=within)

    assert TOWARDS_OVERDUE.index(before) <= TOWARDS_OVERDUE.index(after)


@given(first=DAYS, length=st.integers(0, 400), as_of=DAYS)
@settings(derandomize=True, deadline=None)
def test_days_are_overdue_exactly_where_the_standing_is(first: date, length: int, as_of: date) -> None:
    latest = first + timedelta(days=length)

    is_overdue = standing((first, latest), as_of=as_of) is Standing.OVERDUE

    assert (days_overdue(latest, as_of) is not None) is is_overdue


@given(day=DAYS, as_of=DAYS)
@settings(derandomize=True, deadline=None)
def test_less_precision_is_never_overdue_earlier(day: date, as_of: date) -> None:
    dates = PartialDate.of_day(day), PartialDate.of_month(day.year, day.month), PartialDate.of_year(day.year)

    overdue = [standing(each, as_of=as_of) is Standing.OVERDUE for each in dates]

    assert overdue == sorted(overdue, reverse=True)
