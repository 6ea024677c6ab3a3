"""`audit unsigned`: who has not signed what, and by when they should have."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from policyaudit.store.reads import counts, signing
from policyaudit.store.reads import unsigned as reading
from policyaudit.store.reads.mapping import Reads
from policyaudit.usecases.finding import (
    Found,
    find_group,
    find_person,
    find_policy,
    find_school,
    known_schools,
    school_scope,
)


@dataclass(frozen=True, slots=True)
class Owed:
    """One signature that is owed. `answer` is declined or queried where the person said so instead."""

    person: str
    title: str
    number: str | None
    school: str
    deadline: date
    days_late: int
    answer: str | None
    email: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class UnsignedList:
    """Everything that is owed, by policy and surname, or by person if one asked so.

    All figures are of what was asked for. `namesakes` are the names that two of the people share.
    """

    as_of: date
    school: str | None
    schools: int
    owed: tuple[Owed, ...]
    required: int
    acknowledged: int
    late: int
    people: int
    namesakes: frozenset[str] = frozenset()
    policy: str | None = None
    person: str | None = None
    without_version: int = 0  # policies that ask, and have no version in force to be signed


@dataclass(frozen=True, slots=True)
class UnsignedFilter:
    """What somebody asked for, as typed."""

    school: str | None = None
    policy: str | None = None
    person: str | None = None
    group: str | None = None


def unsigned(
    reads: Reads, *, as_of: date, asked: UnsignedFilter = UnsignedFilter(), by_person: bool = False
) -> UnsignedList:
    """Who owes a signature on that day. Raises `NoSuchName` for an unknown name."""
    known = known_schools(reads)
    scope = school_scope(reads, asked.school)
    policy = find_policy(reads, asked.policy, school_id=scope, on=as_of) if asked.policy else None
    school_id, policy_id = (policy.school_id, policy.key) if policy else (scope, None)
    person = find_person(reads, asked.person, school_id=school_id) if asked.person else None
    wanted = _people_wanted(reads, asked, person, school_id, as_of)
    rows = [
        row
        for row in reading.unsigned(reads, as_of=as_of, school_id=school_id, policy_id=policy_id)
        if wanted is None or (row.school_id, row.person_id) in wanted
    ]
    if by_person:
        rows.sort(key=lambda row: (row.school, row.person_sort_key, row.person_id, row.deadline))
    progress = reading.progress_by_person(reads, as_of=as_of, school_id=school_id, policy_id=policy_id)
    unsignable = counts.policies_unsignable(reads, as_of=as_of, school_id=school_id, policy_id=policy_id)
    counted = [of for who, of in progress.items() if wanted is None or who in wanted]
    return UnsignedList(
        as_of=as_of,
        school=find_school(reads, asked.school).name if asked.school or len(known) == 1 else None,
        schools=len(known),
        owed=tuple(owed(row, as_of) for row in rows),
        required=sum(required for required, _ in counted),
        acknowledged=sum(signed for _, signed in counted),
        late=sum(row.deadline < as_of for row in rows),
        people=len({(row.school_id, row.person_id) for row in rows}),
        namesakes=namesakes(rows),
        policy=policy.name if policy else None,
        person=person.name if person else None,
        without_version=unsignable if wanted is None else 0,
    )


def namesakes(rows: Iterable[reading.UnsignedPolicy]) -> frozenset[str]:
    """The names that two people share who owe something."""
    people = {(row.school_id, row.person_id): row.person for row in rows}
    return frozenset(name for name, bearers in Counter(people.values()).items() if bearers > 1)


def _people_wanted(
    reads: Reads, asked: UnsignedFilter, person: Found | None, school_id: int | None, as_of: date
) -> set[tuple[int, int]] | None:
    """School and id of the people asked for; None for everybody."""
    wanted = {(person.school_id, person.key)} if person else None
    if asked.group:
        members = _members(reads, find_group(reads, asked.group, school_id=school_id), as_of)
        wanted = members if wanted is None else wanted & members
    return wanted


def _members(reads: Reads, group: Found, as_of: date) -> set[tuple[int, int]]:
    spans = signing.members(reads, group.school_id, group.key)
    return {(group.school_id, person) for person, times in spans.items() if any(t.covers(as_of) for t in times)}


def owed(row: reading.UnsignedPolicy, as_of: date) -> Owed:
    """The signature that is owed, as a line of a list."""
    late = max((as_of - row.deadline).days, 0)
    return Owed(
        row.person, row.title, row.number, row.school, row.deadline, late, row.answer, email=row.email, role=row.role
    )
