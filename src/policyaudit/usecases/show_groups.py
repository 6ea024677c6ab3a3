"""`audit group list` and `show`: the groups of a school on one day, who is in one, and what asks it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from policyaudit.store.reads import groups, staff
from policyaudit.store.reads.mapping import Reads
from policyaudit.usecases.finding import find_group, school_scope, scope_of


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group on one day: what one types for it, how many people are in it, how many policies ask it."""

    slug: str
    name: str
    school: str
    people: int
    policies: int
    ended: date | None


@dataclass(frozen=True, slots=True)
class GroupList:
    """Groups by school and by what one types for them; those that have ended too."""

    as_of: date
    school: str | None
    schools: int
    groups: tuple[GroupLine, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a group, and since when; None since they started."""

    name: str
    role: str | None
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class GroupPage:
    """One group on one day: its people by surname, and the policies that ask it by title."""

    as_of: date
    slug: str
    name: str
    school: str
    ended: date | None
    people: tuple[Member, ...]
    policies: tuple[str, ...]


def list_groups(reads: Reads, *, as_of: date, school: str | None = None) -> GroupList:
    """The groups of a school, or of all. Raises `NoSuchName` for an unknown school."""
    scope = scope_of(reads, school)
    people = _there(reads, scope.school_id, as_of)
    inside = {
        (row.school_id, row.group_id, row.person_id)
        for row in staff.memberships(reads, scope.school_id)
        if row.span.covers(as_of) and (row.school_id, row.person_id) in people
    }
    sizes = Counter((school_id, group_id) for school_id, group_id, _ in inside)
    askings = groups.askings(reads, scope.school_id)
    asked = {(row.school_id, row.group_id, row.policy_id) for row in askings if row.covers(as_of)}
    asking = Counter((school_id, group_id) for school_id, group_id, _ in asked)
    lines = (
        GroupLine(
            row.slug,
            row.name,
            row.school,
            sizes[row.school_id, row.group_id],
            asking[row.school_id, row.group_id],
            row.ended_on,
        )
        for row in groups.groups(reads, scope.school_id)
    )
    return GroupList(as_of, scope.school, scope.schools, tuple(lines))


def show_group(reads: Reads, typed: str, *, as_of: date, school: str | None = None) -> GroupPage:
    """The group that is typed so. Raises `NoSuchName` and `SeveralSuchNames`."""
    found = find_group(reads, typed, school_id=school_scope(reads, school))
    (row,) = groups.groups(reads, found.school_id, found.key)
    people = _there(reads, found.school_id, as_of)
    inside = {
        each.person_id: each.span
        for each in staff.memberships(reads, found.school_id, group_id=found.key)
        if each.span.covers(as_of)
    }
    members = (
        Member(person.name, person.role, inside[person_id].first, inside[person_id].last)
        for (_, person_id), person in people.items()
        if person_id in inside
    )
    asking = (each.title for each in groups.askings(reads, found.school_id, found.key) if each.covers(as_of))
    titles = tuple(dict.fromkeys(asking))
    return GroupPage(as_of, row.slug, row.name, row.school, row.ended_on, tuple(members), titles)


def _there(reads: Reads, school_id: int | None, as_of: date) -> dict[tuple[int, int], staff.PersonRow]:
    """The people who are employed on that day, by surname."""
    rows = staff.people(reads, school_id)
    return {(row.school_id, row.person_id): row for row in rows if row.employed.covers(as_of)}
