"""`audit officer list` and `show`: posts and people that owe reviews, and how many of them are overdue."""

from dataclasses import dataclass
from datetime import date

from policyaudit.domain.naming import folded
from policyaudit.domain.schedule import HORIZON
from policyaudit.domain.sign_off import Span
from policyaudit.store.reads import posts, schedule, staff
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.posts import HolderRow
from policyaudit.store.reads.schedule import ScheduledPolicy
from policyaudit.store.reads.waiting import waiting_of_policies
from policyaudit.usecases.finding import find_post, school_scope, scope_of
from policyaudit.usecases.list_policies import ListedPolicy, listed_policy
from policyaudit.usecases.owed_reviews import NOTHING_OWED, ReviewsOwed, reviews_owed


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerLine:
    """A post, or a person named without one, on one day; `holder` is None where the post is vacant."""

    name: str
    is_post: bool
    school: str
    holder: str | None
    owes: ReviewsOwed
    ended: date | None


@dataclass(frozen=True, slots=True)
class OfficerList:
    """Posts by school and title, then people who are responsible without one."""

    as_of: date
    school: str | None
    schools: int
    officers: tuple[OfficerLine, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody's time in a post; an open end is None, and so is the name of a person who was erased."""

    person: str | None
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class OfficerPage:
    """One post on one day: who holds and held it, and the policies it owes by title."""

    as_of: date
    title: str
    school: str
    ended: date | None
    holder: str | None
    holders: tuple[Holding, ...]
    policies: tuple[ListedPolicy, ...]


def list_officers(reads: Reads, *, as_of: date, school: str | None = None) -> OfficerList:
    """Everybody who owes reviews, with what is overdue on that day."""
    scope = scope_of(reads, school)
    holders = Holders(reads, scope.school_id, as_of)
    scheduled = schedule.all_policies(reads, schedule.Chosen(scope.school_id), as_of=as_of)
    owed = reviews_owed(scheduled, lambda policy: (policy.school_id, policy.post_id), as_of=as_of)
    alone = [policy for policy in scheduled if policy.post_id is None and policy.responsible_officer is not None]
    lines = [
        OfficerLine(
            name=row.title,
            is_post=True,
            school=row.school,
            holder=holders.of(row.school_id, row.post_id),
            owes=owed.get((row.school_id, row.post_id), NOTHING_OWED),
            ended=row.ended_on,
        )
        for row in posts.posts(reads, scope.school_id)
    ]
    lines += [
        OfficerLine(name=name, is_post=False, school=school, holder=name, owes=owes, ended=None)
        for (school, _, name), owes in reviews_owed(alone, _person, as_of=as_of).items()
    ]
    return OfficerList(as_of, scope.school, scope.schools, tuple(sorted(lines, key=_by_school)))


def show_officer(
    reads: Reads, typed: str, *, as_of: date, within: int = HORIZON, school: str | None = None
) -> OfficerPage:
    """The post that is meant. Raises `NoSuchName` and `SeveralSuchNames`."""
    found = find_post(reads, typed, school_id=school_scope(reads, school))
    (row,) = posts.posts(reads, found.school_id, found.key)
    chosen = schedule.Chosen(found.school_id, officer=folded(row.title))
    policies = schedule.all_policies(reads, chosen, as_of=as_of)
    waits = waiting_of_policies(reads, found.school_id)
    return OfficerPage(
        as_of=as_of,
        title=row.title,
        school=row.school,
        ended=row.ended_on,
        holder=Holders(reads, found.school_id, as_of).of(found.school_id, found.key),
        holders=tuple(
            Holding(each.person, each.span.first, each.span.last)
            for each in posts.holders(reads, found.school_id, post_id=found.key)
        ),
        policies=tuple(
            listed_policy(policy, as_of, within, waits) for policy in policies if policy.status != "withdrawn"
        ),
    )


class Holders:
    """Who holds which post on one day: not before they start, not once they have left."""

    def __init__(self, reads: Reads, school_id: int | None, as_of: date) -> None:
        employed: dict[tuple[int, int], Span] = {
            (row.school_id, row.person_id): row.employed for row in staff.people(reads, school_id)
        }
        self._rows: dict[tuple[int, int], HolderRow] = {}
        for row in posts.holders(reads, school_id):
            there = employed.get((row.school_id, row.person_id))
            if row.span.covers(as_of) and there is not None and there.covers(as_of):
                self._rows[row.school_id, row.post_id] = row

    def of(self, school_id: int, post_id: int) -> str | None:
        """The holder's name."""
        row = self._rows.get((school_id, post_id))
        return row.person if row else None


def _person(policy: ScheduledPolicy) -> tuple[str, int | None, str]:
    return policy.school, policy.person_id, policy.responsible_officer or ""


def _by_school(line: OfficerLine) -> tuple[str, bool, str]:
    return folded(line.school), not line.is_post, folded(line.name)
