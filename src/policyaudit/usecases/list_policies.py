"""`audit policy list`: every policy of a school, with how it stands on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.schedule import HORIZON, Standing, days_overdue
from policyaudit.store.reads import schedule
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.schedule import ScheduledPolicy
from policyaudit.store.reads.waiting import waiting_of_policies
from policyaudit.usecases.due import DueFilter, chosen_by, standing_of
from policyaudit.usecases.finding import scope_of


@dataclass(frozen=True, slots=True)
class ListedPolicy:
    """A policy and how it stands; a live one, a draft and a withdrawn one stand so whatever their next review."""

    title: str
    number: str | None
    school: str
    standing: Standing
    responsible_officer: str | None
    committee: str | None
    last_reviewed: PartialDate | None
    next_review: PartialDate | None
    days_overdue: int | None
    confidential: bool
    values_waiting: int  # read from its documents, and not confirmed by anybody


@dataclass(frozen=True, slots=True)
class PolicyList:
    """Policies by school and title, and how many stand how."""

    as_of: date
    within: int
    school: str | None
    schools: int
    policies: tuple[ListedPolicy, ...]
    counts: dict[Standing, int]


def list_policies(
    reads: Reads,
    *,
    as_of: date,
    within: int = HORIZON,
    asked: DueFilter | None = None,
    standings: frozenset[Standing] = frozenset(),
) -> PolicyList:
    """The policies that are asked for: of a school, an officer, a committee, and of these standings if any are named.

    Withdrawn ones are listed only where they are asked for.
    """
    asked = asked or DueFilter()
    scope = scope_of(reads, asked.school)
    chosen = chosen_by(reads, asked, scope.school_id)
    wanted = standings or frozenset(Standing) - {Standing.WITHDRAWN}
    waits = waiting_of_policies(reads, scope.school_id)
    rows = schedule.all_policies(reads, chosen, as_of=as_of)
    every = [listed_policy(row, as_of, within, waits) for row in rows]
    listed = tuple(policy for policy in every if policy.standing in wanted)
    counts = {each: sum(policy.standing is each for policy in listed) for each in Standing}
    return PolicyList(as_of, within, scope.school, scope.schools, listed, counts)


def listed_policy(row: ScheduledPolicy, as_of: date, within: int, waits: Mapping[tuple[int, int], int]) -> ListedPolicy:
    """The policy as a line of a list; `waits` has the number of values that wait, by school and policy."""
    stands = standing_of(row, as_of, within)
    latest = row.next_review.latest if row.next_review else None
    return ListedPolicy(
        row.title,
        row.number,
        row.school,
        stands,
        row.responsible_officer,
        row.committee,
        row.last_reviewed,
        row.next_review,
        days_overdue(latest, as_of) if stands is Standing.OVERDUE else None,
        row.confidential,
        waits.get((row.school_id, row.policy_id), 0),
    )
