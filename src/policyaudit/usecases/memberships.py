"""Who is in which group, from which day until which: putting people in and taking them out, in one transaction."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from policyaudit.domain.changes import MembershipAdded, MembershipEnded
from policyaudit.errors import NothingRecorded
from policyaudit.store.reads import groups, staff
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.staff import MembershipRow
from policyaudit.store.writes import Writer
from policyaudit.usecases.days import shown_day
from policyaudit.usecases.finding import Found, find_group

EVERYBODY: Final = "all-staff"  # the group of those of whom nobody said another
STAFF: Final = frozenset(("teaching", "support"))  # whoever is in one of these is staff


class GroupHasEnded(NothingRecorded):
    """Nobody can come into a group, and no policy can ask one, that has ended."""

    def __init__(self, group: str, on: date) -> None:
        super().__init__(
            f"the group {group} ended on {shown_day(on)}", next_step=f'audit group add "{group}" begins it again'
        )


def group_that_lasts(reads: Reads, typed: str, *, school_id: int) -> Found:
    """The group that is typed so. Raises `NoSuchName`, and `GroupHasEnded` where it has."""
    found = find_group(reads, typed, school_id=school_id)
    (group,) = groups.groups(reads, school_id, found.key)
    if group.ended_on is not None:
        raise GroupHasEnded(group.name, group.ended_on)
    return found


def groups_to_join(reads: Reads, school_id: int, typed: Iterable[str]) -> list[int]:
    """Ids of the groups that are typed so; raises what `group_that_lasts` raises."""
    return [group_that_lasts(reads, group, school_id=school_id).key for group in typed]


def groups_of_somebody(reads: Reads, school_id: int, typed: Iterable[str]) -> list[int]:
    """Ids of the groups that a person is in who is said to be in these: teaching and support staff are all staff too.

    Nobody is in no group: without a word they are staff. Raises what `group_that_lasts` raises.
    """
    named = [group_that_lasts(reads, group, school_id=school_id) for group in typed]
    is_staff = not named or any(group.name in STAFF for group in named)
    everybody = groups_to_join(reads, school_id, (EVERYBODY,)) if is_staff else []
    return list(dict.fromkeys([*everybody, *(group.key for group in named)]))


def put_in(writer: Writer, person: Found, group_ids: Iterable[int], *, from_on: date | None) -> list[int]:
    """Puts somebody in these groups from a day on, None for as long as they are there; gives those that are new."""
    theirs = staff.memberships(writer, person.school_id, person_id=person.key)
    new = [group_id for group_id in dict.fromkeys(group_ids) if not _is_in(theirs, group_id, from_on)]
    writer.apply(
        [
            MembershipAdded(
                school_id=person.school_id,
                membership_id=writer.new_id(person.school_id, "membership"),
                group_id=group_id,
                person_id=person.key,
                from_on=from_on,
            )
            for group_id in new
        ]
    )
    return new


def take_out(writer: Writer, person: Found, group_ids: Iterable[int], *, last_day: date) -> list[int]:
    """Takes somebody out of these groups after a last day in them; gives those that they were in."""
    wanted = set(group_ids)
    theirs = staff.memberships(writer, person.school_id, person_id=person.key)
    ended = [row for row in theirs if row.group_id in wanted and goes_beyond(row, last_day)]
    writer.apply(
        [MembershipEnded(school_id=row.school_id, membership_id=row.membership_id, until_on=last_day) for row in ended]
    )
    return list(dict.fromkeys(row.group_id for row in ended))


def goes_beyond(row: MembershipRow, last_day: date) -> bool:
    """They would still be in the group after that day."""
    return row.span.last is None or row.span.last > last_day


def _is_in(theirs: Iterable[MembershipRow], group_id: int, from_on: date | None) -> bool:
    """They are in the group already on that day; with no day, since they started and without an end."""
    spans = [row.span for row in theirs if row.group_id == group_id]
    return any(span.last is None if from_on is None else span.covers(from_on) for span in spans)
