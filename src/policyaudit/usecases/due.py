"""`audit due`: which reviews are overdue, due, due soon, or have no date."""

from datetime import date, timedelta
from typing import NamedTuple

from policyaudit.domain.naming import Named, choose, folded
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.schedule import HORIZON, Standing, days_overdue, standing
from policyaudit.store.reads import counts, names, schedule
from policyaudit.store.reads.mapping import Reads
from policyaudit.usecases.finding import find_school, known_schools


class DuePolicy(NamedTuple):
    """A policy whose review is owed, or will be within the horizon."""

    title: str
    number: str | None
    school: str
    responsible_officer: str | None
    committee: str | None
    last_reviewed: PartialDate | None
    next_review: PartialDate | None
    standing: Standing
    days_overdue: int | None
    sort_key: str  # of its title


class DueList(NamedTuple):
    """The policies, most overdue first and those without a date behind the overdue; and how many stand how."""

    as_of: date
    within: int
    school: str | None  # the one that was asked for, or the only one
    schools: int
    policies: tuple[DuePolicy, ...]
    counts: dict[Standing, int]
    values_waiting: int
    officer: str | None = None  # asked for, as typed
    committee: str | None = None  # asked for, as typed


class DueFilter(NamedTuple):
    """What somebody asked for, as typed."""

    school: str | None = None
    officer: str | None = None
    committee: str | None = None


_EVERYTHING = DueFilter()
_ORDER = {Standing.OVERDUE: 0, Standing.UNSCHEDULED: 1, Standing.DUE: 2, Standing.DUE_SOON: 3}


def due(reads: Reads, *, as_of: date, within: int = HORIZON, asked: DueFilter = _EVERYTHING) -> DueList:
    """What is owed on that day, and what will be within so many days. Raises `NoSuchName` for an unknown name."""
    known = known_schools(reads)
    school = find_school(reads, asked.school) if asked.school or len(known) == 1 else None
    chosen = chosen_by(reads, asked, school.school_id if school else None)
    until = as_of + timedelta(days=within)
    listed = [_due(row, as_of, within) for row in schedule.due_by(reads, chosen, as_of=as_of, until=until)]
    policies = sorted((policy for policy in listed if policy.standing in _ORDER), key=_urgency)
    beyond = schedule.counts_beyond(reads, chosen, as_of=as_of, until=until)
    return DueList(
        as_of=as_of,
        within=within,
        school=school.name if school else None,
        schools=len(known),
        policies=tuple(policies),
        counts=_counts(listed, beyond),
        values_waiting=counts.values_waiting(reads, school_id=chosen.school_id),
        officer=asked.officer,
        committee=asked.committee,
    )


def chosen_by(reads: Reads, asked: DueFilter, school_id: int | None) -> schedule.Chosen:
    """The policies that are asked for; raises `NoSuchName` for a post, person or committee that is not there."""
    return schedule.Chosen(
        school_id,
        _key("responsible officer", asked.officer, [*names.posts(reads, school_id), *names.people(reads, school_id)])
        if asked.officer
        else None,
        _key("committee", asked.committee, names.committees(reads, school_id)) if asked.committee else None,
    )


def _key(kind: str, typed: str, known: list[Named[names.Key]]) -> str:
    """The key of the one name that is meant; the same post of several schools is one name here."""
    by_key: dict[str, Named[str]] = {}
    for one in known:
        by_key.setdefault(folded(one.shown), Named(folded(one.shown), one.shown, one.aliases))
    return choose(kind, typed, by_key.values()).key


def standing_of(policy: schedule.ScheduledPolicy, as_of: date, within: int) -> Standing:
    """How the policy stands: by its next review if it is in force, else as its status says."""
    if policy.status == "in force":
        return standing(policy.next_review, as_of=as_of, within=within)
    return Standing(policy.status)


def _due(policy: schedule.ScheduledPolicy, as_of: date, within: int) -> DuePolicy:
    latest = policy.next_review.latest if policy.next_review else None
    return DuePolicy(
        policy.title,
        policy.number,
        policy.school,
        policy.responsible_officer,
        policy.committee,
        policy.last_reviewed,
        policy.next_review,
        standing_of(policy, as_of, within),
        days_overdue(latest, as_of),
        policy.sort_key,
    )


def _urgency(policy: DuePolicy) -> tuple[int, date, str, str]:
    latest = policy.next_review.latest if policy.next_review else date.min
    return _ORDER[policy.standing], latest, policy.sort_key, policy.school


def _counts(policies: list[DuePolicy], beyond: dict[str, int]) -> dict[Standing, int]:
    counted = {each: beyond.get(each.value, 0) for each in Standing}
    for policy in policies:
        counted[policy.standing] += 1
    return counted
