"""`audit staff`: add people, change what is said of them, record that they leave."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, Literal

from policyaudit.domain.changes import HolderEnded, PersonAdded, PersonEdited
from policyaudit.domain.naming import folded, surname_first
from policyaudit.errors import NothingRecorded, UsageProblem
from policyaudit.store.opening import Store
from policyaudit.store.reads import posts, staff
from policyaudit.store.reads.staff import PersonRow
from policyaudit.store.writes import Writer
from policyaudit.usecases.finding import Found, find_group, find_person, find_school, school_scope
from policyaudit.usecases.memberships import group_that_lasts, put_in, take_out
from policyaudit.usecases.typed import kept_name, kept_text

EVERYBODY: Final = "all-staff"
_EMAIL: Final = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")
ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """What somebody says of a person, as typed; None leaves a thing as it is, "none" takes a leaving date away."""

    name: str | None = None
    email: str | None = None
    role: str | None = None
    started: date | None = None
    left: date | Literal["none"] | None = None
    put_in: tuple[str, ...] = ()
    take_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonHasLeft:
    """Who leaves on which last day, the posts that are vacant from then, and the policies that named them."""

    name: str
    on: date
    posts: tuple[str, ...]
    policies: tuple[str, ...]


class PersonKnown(NothingRecorded):
    """Two people who cannot be told apart."""

    def __init__(self, name: str, email: str | None) -> None:
        known = f"{name} ({email})" if email else name
        super().__init__(
            f"{known} is in the register already",
            next_step=f'audit staff edit "{email or name}"; for somebody else of that name give both an e-mail address',
        )


class DatesCross(NothingRecorded):
    """Somebody would leave before they started."""

    def __init__(self, name: str, started: date, left: date) -> None:
        super().__init__(
            f"{name} cannot leave on {shown_day(left)} having started on {shown_day(started)}",
            next_step="check the two dates",
        )


class HasLeftBefore(NothingRecorded):
    """Somebody who has left leaves again."""

    def __init__(self, name: str, on: date) -> None:
        super().__init__(
            f"{name} is recorded as having left on {shown_day(on)}",
            next_step=f'audit staff edit "{name}" --left DAY changes it',
        )


def add_person(
    store: Store, details: PersonDetails, *, school: str | None, by: str, at: datetime
) -> Found:
    """Adds somebody to a school, in all-staff unless other groups are named, for as long as they are there.

    Raises `PersonKnown` for the same e-mail address, or the same name where no address tells the two apart.
    """
    with store.transaction(by=by, at=at) as writer:
        school_id = find_school(writer, school).school_id
        person = _with(
            PersonAdded(
                school_id=school_id, person_id=writer.new_id(school_id, "person"), name="", name_key="", sort_key=""
            ),
            replace(details, name=details.name or ""),
        )
        refuse_double(person, staff.people(writer, school_id))
        writer.apply([person])
        found = Found(school_id, person.person_id, person.name)
        put_in(writer, found, groups_to_join(writer, school_id, details.put_in or (EVERYBODY,)), from_on=None)
        return found


def edit_person(
    store: Store, typed: str, details: PersonDetails, *, school: str | None, today: date, by: str, at: datetime
) -> Found:
    """Changes what is said of somebody and leaves the rest; groups are joined from today and left after yesterday."""
    with store.transaction(by=by, at=at) as writer:
        found = find_person(writer, typed, school_id=school_scope(writer, school))
        known = staff.people(writer, found.school_id)
        state = next(row.state for row in known if row.person_id == found.key)
        changed = _with(state, details)
        refuse_double(changed, known)
        if changed != state:
            writer.apply([changed])
        put_in(writer, found, groups_to_join(writer, found.school_id, details.put_in), from_on=today)
        gone = [find_group(writer, group, school_id=found.school_id).key for group in details.take_out]
        take_out(writer, found, gone, last_day=today - ONE_DAY)
        return replace(found, name=changed.name)


def person_leaves(
    store: Store, typed: str, *, on: date, school: str | None, by: str, at: datetime
) -> PersonHasLeft:
    """Records somebody's last day; what they signed stays. Raises `HasLeftBefore` and `DatesCross`."""
    with store.transaction(by=by, at=at) as writer:
        found = find_person(writer, typed, school_id=school_scope(writer, school))
        (row,) = staff.people(writer, found.school_id, found.key)
        if row.employed.last is not None:
            raise HasLeftBefore(row.name, row.employed.last)
        writer.apply([_checked(replace(row.state, left_on=on))])
        return PersonHasLeft(row.name, on, _posts_left(writer, row, on), _policies_of(writer, row))


def groups_to_join(writer: Writer, school_id: int, typed: Sequence[str]) -> list[int]:
    """Ids of the groups that are typed so; raises `NoSuchName`, and `GroupHasEnded` where one has."""
    return [group_that_lasts(writer, group, school_id=school_id).key for group in typed]


def with_name[P: PersonAdded](person: P, name: str) -> P:
    """The person called so."""
    name = kept_name("a person", name)
    return replace(person, name=name, name_key=folded(name), sort_key=surname_first(name))
