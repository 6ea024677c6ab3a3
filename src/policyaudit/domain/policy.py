"""What a policy's own schedule makes of its dates, whenever one of them changes."""

from dataclasses import replace
from typing import TypeVar

from policyaudit.domain.changes import PolicyAdded
from policyaudit.domain.next_review import Anchor, choose_next_review, derived_next_review, next_after_review
from policyaudit.domain.partial_date import PartialDate, Precision
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.domain.season import term_begun
from policyaudit.domain.term_calendar import TermCalendar

P = TypeVar("P", bound=PolicyAdded)


def cycle_of(policy: PolicyAdded) -> ReviewCycle | None:
    """The policy's review cycle, None where none is known."""
    if policy.cycle_as_written is None:
        return None
    return ReviewCycle(policy.cycle_as_written, policy.cycle_months, on_change=policy.cycle_on_change)


def with_cycle(policy: P, cycle: ReviewCycle | None) -> P:
    """The policy with that review cycle."""
    if cycle is None:
        return replace(policy, cycle_as_written=None, cycle_months=None, cycle_on_change=False)
    return replace(
        policy, cycle_as_written=cycle.as_written, cycle_months=cycle.months, cycle_on_change=cycle.on_change
    )


def rescheduled(policy: P, *, approved: PartialDate | None, calendar: TermCalendar) -> P:
    """The policy with its next review derived anew: last review, else approval, plus the cycle."""
    derived = derived_next_review(policy.last_reviewed, approved, cycle_of(policy), calendar=calendar)
    return due_when(replace(policy, next_derived=derived))


def after_review(policy: P, reviewed: PartialDate, *, stated: PartialDate | None, calendar: TermCalendar) -> P:
    """The policy once it was reviewed: the next review is what is stated now, else follows from the cycle."""
    cycle = cycle_of(policy)
    due = choose_next_review(policy.next_stated, policy.next_derived)
    derived = (
        next_after_review(reviewed, cycle, due=due, anchor=Anchor(policy.anchor), calendar=calendar) if cycle else None
    )
    return due_when(replace(policy, last_reviewed=reviewed, next_stated=stated, next_derived=derived))


def on_calendar(policy: P, calendar: TermCalendar) -> P:
    """The policy with the dates that are known to a term on the days on which that term lies."""
    return replace(
        policy,
        last_reviewed=in_terms_of(policy.last_reviewed, calendar) if policy.last_reviewed else None,
        next_stated=in_terms_of(policy.next_stated, calendar) if policy.next_stated else None,
    )


def in_terms_of(dated: PartialDate, calendar: TermCalendar) -> PartialDate:
    """The date, on the days on which its term lies in that calendar if it is known to a term."""
    if dated.precision not in {Precision.TERM, Precision.HALF_TERM}:
        return dated
    year, season, half = term_begun(dated.earliest)
    whole = dated.precision is Precision.TERM
    first, last = calendar.span(season, academic_year=year, half=None if whole else half)
    return replace(dated, earliest=first, latest=last)


def due_when(policy: P) -> P:
    """The policy with the first and last day of the next review that counts."""
    counts = choose_next_review(policy.next_stated, policy.next_derived)
    return replace(policy, due_from=counts.earliest if counts else None, due_by=counts.latest if counts else None)
