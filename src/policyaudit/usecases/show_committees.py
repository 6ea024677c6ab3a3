"""`audit committee list` and `show`: the committees of a school, and the policies that each approves."""

from dataclasses import dataclass
from datetime import date

from policyaudit.domain.schedule import HORIZON
from policyaudit.store.reads import committees, schedule
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.waiting import waiting_of_policies
from policyaudit.usecases.finding import find_committee, school_scope, scope_of
from policyaudit.usecases.list_policies import ListedPolicy, listed_policy
from policyaudit.usecases.owed_reviews import NOTHING_OWED, ReviewsOwed, reviews_owed


@dataclass(frozen=True, slots=True)
class CommitteeLine:
    """A committee on one day: the names it goes by, how many policies it approves, how many are overdue."""

    name: str
    aliases: tuple[str, ...]
    school: str
    owes: ReviewsOwed
    ended: date | None


@dataclass(frozen=True, slots=True)
class CommitteeList:
    """Committees by school and name; those that have ended too."""

    as_of: date
    school: str | None
    schools: int
    committees: tuple[CommitteeLine, ...]


@dataclass(frozen=True, slots=True)
class CommitteePage:
    """One committee on one day, and the policies it approves by title."""

    as_of: date
    name: str
    aliases: tuple[str, ...]
    school: str
    ended: date | None
    policies: tuple[ListedPolicy, ...]


def list_committees(reads: Reads, *, as_of: date, school: str | None = None) -> CommitteeList:
    """The committees of a school, or of all."""
    scope = scope_of(reads, school)
    aliases = _aliases(reads, scope.school_id)
    scheduled = schedule.all_policies(reads, schedule.Chosen(scope.school_id), as_of=as_of)
    owed = reviews_owed(scheduled, lambda policy: (policy.school_id, policy.committee_id), as_of=as_of)
    lines = tuple(
        CommitteeLine(
            row.name,
            aliases.get((row.school_id, row.committee_id), ()),
            row.school,
            owed.get((row.school_id, row.committee_id), NOTHING_OWED),
            row.ended_on,
        )
        for row in committees.committees(reads, scope.school_id)
    )
    return CommitteeList(as_of, scope.school, scope.schools, lines)


def show_committee(
    reads: Reads, typed: str, *, as_of: date, within: int = HORIZON, school: str | None = None
) -> CommitteePage:
    """The committee that is meant, by name or alias. Raises `NoSuchName` and `SeveralSuchNames`."""
    found = find_committee(reads, typed, school_id=school_scope(reads, school))
    (row,) = committees.committees(reads, found.school_id, found.key)
    policies = schedule.all_policies(reads, schedule.Chosen(found.school_id, committee=row.name_key), as_of=as_of)
    waits = waiting_of_policies(reads, found.school_id)
    return CommitteePage(
        as_of=as_of,
        name=row.name,
        aliases=_aliases(reads, found.school_id).get((found.school_id, found.key), ()),
        school=row.school,
        ended=row.ended_on,
        policies=tuple(
            listed_policy(policy, as_of, within, waits) for policy in policies if policy.status != "withdrawn"
        ),
    )


def _aliases(reads: Reads, school_id: int | None) -> dict[tuple[int, int], tuple[str, ...]]:
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for row in committees.aliases(reads, school_id):
        found[row.school_id, row.committee_id] = (*found.get((row.school_id, row.committee_id), ()), row.alias)
    return found
