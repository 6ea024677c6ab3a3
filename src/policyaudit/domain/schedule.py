"""Where a policy stands on a day, by the first and last day of its next review."""

from datetime import date
from enum import StrEnum

from policyaudit.domain.partial_date import PartialDate

HORIZON = 60


class Standing(StrEnum):
    """How a policy stands on a day. The last three are said of the policy itself, whatever its next review."""

    OVERDUE = "overdue"
    DUE = "due"
    DUE_SOON = "due soon"
    IN_DATE = "in date"
    UNSCHEDULED = "unscheduled"
    LIVE = "live"
    DRAFT = "draft"
    WITHDRAWN = "withdrawn"


def standing(next_review: tuple[date, date] | PartialDate | None, *, as_of: date, within: int = HORIZON) -> Standing:
    """How a policy in force stands on a day, by the first and last day of its next review; `within` counts days."""
    if next_review is None:
        return Standing.UNSCHEDULED
    earliest, latest = next_review.span if isinstance(next_review, PartialDate) else next_review
    if as_of > latest:
        return Standing.OVERDUE
    if as_of >= earliest:
        return Standing.DUE
    return Standing.DUE_SOON if (earliest - as_of).days <= within else Standing.IN_DATE


def days_overdue(latest: date | None, as_of: date) -> int | None:
    """Days since the last day on which the review was in time; None as long as it is, or where no day is known."""
    return (as_of - latest).days if latest is not None and as_of > latest else None
