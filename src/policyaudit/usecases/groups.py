"""`audit group`: groups of people who are asked to sign together, and who is put in or taken out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from policyaudit.domain.changes import AudienceReleased, GroupAdded, MembershipEnded
from policyaudit.domain.naming import folded
from policyaudit.errors import NothingRecorded
from policyaudit.store.opening import Store
from policyaudit.store.reads import groups, staff
from policyaudit.store.reads.groups import GroupRow
from policyaudit.store.writes import Writer
from policyaudit.usecases.days import ONE_DAY
from policyaudit.usecases.finding import Found, find_group, find_person, find_school, school_scope
from policyaudit.usecases.memberships import GroupHasEnded, goes_beyond, group_that_lasts, put_in, take_out
from policyaudit.usecases.show_groups import show_group
from policyaudit.usecases.typed import kept_name


@dataclass(frozen=True, slots=True)
class GroupEnded:
    """A group that ends on a last day: how many people were in it, and the policies that no longer ask it."""

    name: str
    on: date
    people: int
    policies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupMoved:
    """Who came into a group or left it, and of whom that was true before."""

    group: str
    moved: tuple[str, ...]
    as_before: tuple[str, ...]


class GroupKnown(NothingRecorded):
    """Two groups of one name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"this school has a group {name} already", next_step="give the new one a name of its own")


def add_group(store: Store, name: str, *, school: str | None, by: str, at: datetime) -> Found:
    """Adds a group; one of that name that had ended begins again, without people. Raises `GroupKnown`."""
    kept = kept_name("a group", name)
    with store.transaction(by=by, at=at) as writer:
        school_id = find_school(writer, school).school_id
        before = _called(writer, school_id, kept)
        if before is not None and before.ended_on is None:
            raise GroupKnown(before.name)
        if before is not None:
            writer.apply([replace(before.state, name=kept, ended_on=None)])
            return Found(school_id, before.group_id, kept)
        group_id = writer.new_id(school_id, "audience_group")
        writer.apply([GroupAdded(school_id=school_id, group_id=group_id, slug=slug(kept), name=kept)])
        return Found(school_id, group_id, kept)


def edit_group(store: Store, typed: str, *, name: str, school: str | None, by: str, at: datetime) -> Found:
    """Gives a group another name, and what one types for it. Raises `GroupKnown`."""
    kept = kept_name("a group", name)
    with store.transaction(by=by, at=at) as writer:
        found = find_group(writer, typed, school_id=school_scope(writer, school))
        other = _called(writer, found.school_id, kept)
        if other is not None and other.group_id != found.key:
            raise GroupKnown(other.name)
        (row,) = groups.groups(writer, found.school_id, found.key)
        writer.apply([replace(row.state, name=kept, slug=slug(kept))])
        return found._replace(name=kept)


def end_group(store: Store, typed: str, *, on: date, school: str | None, by: str, at: datetime) -> GroupEnded:
    """Ends a group with a last day; nobody is in it and no policy asks it from the day after.

    What is told is what the group's own page says of its last day: leavers and drafts end with it and are not counted.
    """
    with store.transaction(by=by, at=at) as writer:
        found = find_group(writer, typed, school_id=school_scope(writer, school))
        (row,) = groups.groups(writer, found.school_id, found.key)
        if row.ended_on is not None:
            raise GroupHasEnded(row.name, row.ended_on)
        last_day = show_group(writer, typed, as_of=on, school=school)
        inside = [one for one in _members(writer, found) if goes_beyond(one, on)]
        asking = [
            one
            for one in groups.askings(writer, found.school_id, found.key)
            if one.span.last is None or one.span.last > on
        ]
        ended = [MembershipEnded(school_id=r.school_id, membership_id=r.membership_id, until_on=on) for r in inside]
        released = [AudienceReleased(school_id=r.school_id, audience_id=r.audience_id, until_on=on) for r in asking]
        writer.apply([*ended, *released, replace(row.state, ended_on=on)])
        return GroupEnded(row.name, on, len(last_day.people), last_day.policies)


def put_in_group(
    store: Store, typed: str, people: Sequence[str], *, on: date, school: str | None, by: str, at: datetime
) -> GroupMoved:
    """Puts people in a group from a day on, all or none. Raises `GroupHasEnded`."""
    with store.transaction(by=by, at=at) as writer:
        group = find_group(writer, typed, school_id=school_scope(writer, school))
        group_that_lasts(writer, group.name, school_id=group.school_id)
        found = [find_person(writer, person, school_id=group.school_id) for person in people]
        moved = [person.name for person in found if put_in(writer, person, [group.key], from_on=on)]
        return _moved(writer, group, moved, found)


def take_out_of_group(
    store: Store, typed: str, people: Sequence[str], *, on: date, school: str | None, by: str, at: datetime
) -> GroupMoved:
    """Takes people out of a group from a day on, which is the first without them; all or none."""
    with store.transaction(by=by, at=at) as writer:
        group = find_group(writer, typed, school_id=school_scope(writer, school))
        found = [find_person(writer, person, school_id=group.school_id) for person in people]
        moved = [person.name for person in found if take_out(writer, person, [group.key], last_day=on - ONE_DAY)]
        return _moved(writer, group, moved, found)


def slug(name: str) -> str:
    """What one types for a group: all-staff."""
    return folded(name).replace(" ", "-")


def _called(writer: Writer, school_id: int, name: str) -> GroupRow | None:
    wanted = {slug(name), folded(name)}
    rows = groups.groups(writer, school_id)
    return next((row for row in rows if row.slug in wanted or folded(row.name) in wanted), None)


def _members(writer: Writer, group: Found) -> list[staff.MembershipRow]:
    return staff.memberships(writer, group.school_id, group_id=group.key)


def _moved(writer: Writer, group: Found, moved: Sequence[str], found: Sequence[Found]) -> GroupMoved:
    (row,) = groups.groups(writer, group.school_id, group.key)
    as_before = tuple(person.name for person in found if person.name not in moved)
    return GroupMoved(row.name, tuple(moved), as_before)
