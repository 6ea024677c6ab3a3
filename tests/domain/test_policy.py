"""A policy's schedule follows whenever one of its dates, its cycle or its school's terms change."""

from dataclasses import replace
from datetime import date

import pytest

from policyaudit.domain.changes import PolicyAdded
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.policy import after_review, cycle_of, due_when, on_calendar, rescheduled, with_cycle
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.domain.season import Season
from policyaudit.domain.term_calendar import Term, TermCalendar

BLANK = PolicyAdded(school_id=1, policy_id=1, title="Behaviour", title_key="behaviour", sort_key="behaviour")
EACH_YEAR = ReviewCycle("annually", 12)
DEFAULT = TermCalendar()
JUNE_2016 = PartialDate.of_month(2016, 6)
AUTUMN_2026 = DEFAULT.date_of(Season.AUTUMN, academic_year=2026)
AUTUMN_2_2026 = DEFAULT.date_of(Season.AUTUMN, academic_year=2026, half=2)


def test_cycle_goes_in_and_out_of_a_policy() -> None:
    policy = with_cycle(BLANK, ReviewCycle("each year, or when the law changes", 12, on_change=True))

    assert cycle_of(policy) == ReviewCycle("each year, or when the law changes", 12, on_change=True)
    assert cycle_of(with_cycle(policy, None)) is None


def test_month_and_a_yearly_cycle_make_a_month() -> None:
    policy = rescheduled(with_cycle(BLANK, EACH_YEAR), approved=JUNE_2016, calendar=DEFAULT)

    assert str(policy.next_derived) == "June 2017"
    assert (policy.due_from, policy.due_by) == (date(2017, 6, 1), date(2017, 6, 30))


def test_policy_of_which_nothing_is_known_has_no_next_review() -> None:
    policy = rescheduled(BLANK, approved=None, calendar=DEFAULT)

    assert (policy.next_derived, policy.due_from, policy.due_by) == (None, None, None)


def test_review_makes_the_next_one_follow_from_the_cycle() -> None:
    policy = due_when(replace(with_cycle(BLANK, EACH_YEAR), next_stated=JUNE_2016))

    reviewed = after_review(policy, PartialDate.of_day(date(2016, 9, 5)), stated=None, calendar=DEFAULT)

    assert reviewed.next_stated is None
    assert reviewed.due_by == date(2017, 9, 5)


def test_review_of_a_policy_that_keeps_its_anniversary_leads_to_the_next_anniversary() -> None:
    keeps = replace(with_cycle(BLANK, EACH_YEAR), next_stated=JUNE_2016, anchor="due")

    reviewed = after_review(keeps, PartialDate.of_day(date(2016, 9, 5)), stated=None, calendar=DEFAULT)

    assert str(reviewed.next_derived) == "June 2017"


def test_review_of_a_policy_without_a_cycle_leaves_what_is_stated() -> None:
    reviewed = after_review(BLANK, JUNE_2016, stated=AUTUMN_2026, calendar=DEFAULT)

    assert (reviewed.next_derived, reviewed.next_stated) == (None, AUTUMN_2026)


@pytest.mark.parametrize(
    ("known", "first", "last"),
    [
        pytest.param(AUTUMN_2026, date(2026, 9, 3), date(2026, 12, 18), id="a term"),
        pytest.param(AUTUMN_2_2026, date(2026, 11, 2), date(2026, 12, 18), id="a half-term"),
        pytest.param(JUNE_2016, date(2016, 6, 1), date(2016, 6, 30), id="a month stays"),
    ],
)
def test_dates_known_to_a_term_lie_where_the_school_puts_its_terms(known: PartialDate, first: date, last: date) -> None:
    ours = TermCalendar(
        (
            Term(2026, Season.AUTUMN, None, date(2026, 9, 3), date(2026, 12, 18)),
            Term(2026, Season.AUTUMN, 2, date(2026, 11, 2), date(2026, 12, 18)),
        )
    )

    moved = on_calendar(replace(BLANK, next_stated=known, last_reviewed=known), ours)

    assert moved.next_stated is not None
    assert moved.next_stated.span == (first, last)
    assert moved.last_reviewed == moved.next_stated
