"""How many policies somebody answers for on a day, and how many of their reviews are overdue or have no date."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from policyaudit.domain.schedule import Standing
from policyaudit.store.reads.schedule import ScheduledPolicy
from policyaudit.usecases.due import standing_of

K = TypeVar("K")
_NOT_IN_FORCE: Final = {Standing.DRAFT, Standing.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class ReviewsOwed:
    """How many policies in force there are, and how many of those are overdue or have no date."""

    policies: int = 0
    overdue: int = 0
    unscheduled: int = 0


NOTHING_OWED: Final = ReviewsOwed()


def reviews_owed(
    policies: Iterable[ScheduledPolicy], by: Callable[[ScheduledPolicy], K], *, as_of: date
) -> dict[K, ReviewsOwed]:
    """What is owed on that day by each of those that `by` names, in the order in which they first come."""
    standings: dict[K, list[Standing]] = {}
    for policy in policies:
        standing = standing_of(policy, as_of, 0)
        if standing not in _NOT_IN_FORCE:
            standings.setdefault(by(policy), []).append(standing)
    return {
        key: ReviewsOwed(len(each), each.count(Standing.OVERDUE), each.count(Standing.UNSCHEDULED))
        for key, each in standings.items()
    }
