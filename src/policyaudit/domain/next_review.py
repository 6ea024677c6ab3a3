"""When a policy's next review is due: what the school stated, else what follows from the review cycle."""

from enum import StrEnum
from itertools import count

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle, nth_review
from policyaudit.domain.term_calendar import TermCalendar


class Anchor(StrEnum):
    """From where the next review is counted once a review was held late: the day it was due, or the day it was held."""

    DUE = "due"
    REVIEWED = "reviewed"


def derived_next_review(
    last_reviewed: PartialDate | None,
    approved: PartialDate | None,
    cycle: ReviewCycle | None,
    *,
    calendar: TermCalendar | None = None,
) -> PartialDate | None:
    """The next review that follows from the cycle: one cycle after the last review, else after the approval."""
    anchor = last_reviewed or approved
    return nth_review(anchor, cycle, calendar=calendar) if anchor and cycle else None


def choose_next_review(stated: PartialDate | None, derived: PartialDate | None) -> PartialDate | None:
    """The next review that counts: what the school stated, else what follows from the cycle."""
    return stated or derived


def disagree(stated: PartialDate | None, derived: PartialDate | None) -> bool:
    """Whether both are known and cannot be the same day."""
    return stated is not None and derived is not None and not stated.overlaps(derived)


def next_after_review(
    reviewed: PartialDate,
    cycle: ReviewCycle,
    *,
    due: PartialDate | None = None,
    anchor: Anchor = Anchor.REVIEWED,
    calendar: TermCalendar | None = None,
) -> PartialDate | None:
    """The next review once one was held: a cycle after it, or the first anniversary of the due date that is after it.

    A review held early settles the one that was due. Without a due date there is no anniversary to keep.
    """
    if anchor is Anchor.REVIEWED or due is None:
        return nth_review(reviewed, cycle, calendar=calendar)
    reviews = (nth_review(due, cycle, n, calendar=calendar) for n in count(1))
    return next(review for review in reviews if review is None or review.earliest > reviewed.latest)
