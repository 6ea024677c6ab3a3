"""`audit staff`: add people, change what is said of them, record that they leave."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from policyaudit.domain.changes import HolderEnded
from policyaudit.errors import NothingRecorded
from policyaudit.store.opening import Store
from policyaudit.store.reads import posts, staff
from policyaudit.store.reads.staff import PersonRow
from policyaudit.store.writes import Writer
from policyaudit.usecases.days import ONE_DAY, shown_day
from policyaudit.usecases.finding import Found, find_group, find_person, find_school, school_scope
from policyaudit.usecases.memberships import groups_of_somebody, put_in, take_out
from policyaudit.usecases.person_details import PersonDetails, refuse_double, somebody_new, with_details


@dataclass(frozen=True, slots=True)
class PersonHasLeft:
    """Who leaves on which last day, the posts that are vacant from then, and the policies that still name them."""

    name: str
    on: date
    posts: tuple[str, ...]
    policies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonChanged:
    """Who was changed; where a leaving day was taken away, the posts that are `vacant` since the day after it."""

    name: str
    vacant: tuple[str, ...] = ()
    since: date | None = None


class HasLeftBefore(NothingRecorded):
    """Somebody who has left leaves again."""

    def __init__(self, name: str, on: date) -> None:
        super().__init__(
            f"{name} is recorded as leaving on {shown_day(on)}",
            next_step=f'audit staff edit "{name}" --left DAY changes it',
        )


def add_person(store: Store, details: PersonDetails, *, school: str | None, by: str, at: datetime) -> Found:
    """Adds somebody to a school and its groups, for as long as they are there.

    Raises `PersonKnown` for the same e-mail address, or the same name where no address tells the two apart.
    """
    with store.transaction(by=by, at=at) as writer:
        school_id = find_school(writer, school).school_id
        nobody = somebody_new(school_id, writer.new_id(school_id, "person"))
        person = with_details(nobody, replace(details, name=details.name or ""))
        refuse_double(person, staff.people(writer, school_id))
        writer.apply([person])
        found = Found(school_id, person.person_id, person.name)
        put_in(writer, found, groups_of_somebody(writer, school_id, details.put_in), from_on=None)
        return found


def edit_person(
    store: Store, typed: str, details: PersonDetails, *, school: str | None, today: date, by: str, at: datetime
) -> PersonChanged:
    """Changes what is said of somebody and leaves the rest; groups are joined from today and left after yesterday."""
    with store.transaction(by=by, at=at) as writer:
        found = find_person(writer, typed, school_id=school_scope(writer, school))
        known = staff.people(writer, found.school_id)
        state = next(row.state for row in known if row.person_id == found.key)
        changed = with_details(state, details)
        if changed != state:
            refuse_double(changed, known)
            writer.apply([changed])
        put_in(
            writer,
            found,
            groups_of_somebody(writer, found.school_id, details.put_in) if details.put_in else (),
            from_on=today,
        )
        gone = [find_group(writer, group, school_id=found.school_id).key for group in details.take_out]
        take_out(writer, found, gone, last_day=today - ONE_DAY)
        if state.left_on is None or changed.left_on is not None:
            return PersonChanged(changed.name)
        return PersonChanged(changed.name, _left_vacant(writer, found, state.left_on), state.left_on + ONE_DAY)


def person_leaves(store: Store, typed: str, *, on: date, school: str | None, by: str, at: datetime) -> PersonHasLeft:
    """Records somebody's last day; what they signed stays. Raises `HasLeftBefore` and `DatesCross`."""
    with store.transaction(by=by, at=at) as writer:
        found = find_person(writer, typed, school_id=school_scope(writer, school))
        (row,) = staff.people(writer, found.school_id, found.key)
        if row.employed.last is not None:
            raise HasLeftBefore(row.name, row.employed.last)
        writer.apply([with_details(row.state, PersonDetails(left=on))])
        still_named = posts.policies_of(writer, found.school_id, person_id=found.key)
        return PersonHasLeft(row.name, on, posts_given_up(writer, row, on), tuple(title for _, title in still_named))


def _left_vacant(writer: Writer, person: Found, left: date) -> tuple[str, ...]:
    """The posts that somebody gave up when they left, that have not ended, and that nobody has held since."""
    rows = posts.holders(writer, person.school_id)
    taken = {row.post_id for row in rows if row.span.last is None or row.span.last > left}
    ended = {row.post_id for row in posts.posts(writer, person.school_id) if row.ended_on is not None}
    theirs = [row for row in rows if row.person_id == person.key and row.span.last == left]
    return tuple(dict.fromkeys(row.post for row in theirs if row.post_id not in taken | ended))


def posts_given_up(writer: Writer, person: PersonRow, last_day: date) -> tuple[str, ...]:
    """Ends somebody's time in the posts that they would hold after that day; gives the posts."""
    theirs = posts.holders(writer, person.school_id, person_id=person.person_id)
    held = [row for row in theirs if row.span.last is None or row.span.last > last_day]
    writer.apply([HolderEnded(school_id=row.school_id, holder_id=row.holder_id, until_on=last_day) for row in held])
    return tuple(dict.fromkeys(row.post for row in held))
