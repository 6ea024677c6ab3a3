"""`audit staff absence` and `return`: days on which somebody is away, never why."""

from datetime import date, datetime

from policyaudit.domain.changes import AbsenceAdded, AbsenceEnded
from policyaudit.errors import NothingRecorded
from policyaudit.store.opening import Store
from policyaudit.store.reads import staff
from policyaudit.store.reads.staff import AbsenceRow
from policyaudit.usecases.days import ONE_DAY, DatesCross, shown_day
from policyaudit.usecases.finding import Found, find_person, school_scope


class AwayAlready(NothingRecorded):
    """Two absences of one person would overlap."""

    def __init__(self, name: str, absence: AbsenceRow) -> None:
        first = shown_day(absence.span.first or date.min)
        until = f" to {shown_day(absence.span.last)}" if absence.span.last else ""
        super().__init__(
            f"{name} is recorded as away from {first}{until}", next_step=f'audit staff return "{name}" ends it'
        )


class NotAway(NothingRecorded):
    """Somebody comes back who is not away."""

    def __init__(self, name: str, on: date) -> None:
        super().__init__(f"{name} is not recorded as away on {shown_day(on)}", next_step=f'audit staff show "{name}"')


def person_is_away(
    store: Store, typed: str, *, first: date, last: date | None, school: str | None, by: str, at: datetime
) -> Found:
    """Records an absence, without a last day while it lasts. Raises `AwayAlready` where another one overlaps."""
    with store.transaction(by=by, at=at) as writer:
        person = find_person(writer, typed, school_id=school_scope(writer, school))
        if last is not None and last < first:
            raise DatesCross(person.name, first=first, last=last)
        for absence in staff.absences(writer, person.school_id, person.key):
            if _overlaps(absence, first, last):
                raise AwayAlready(person.name, absence)
        absence_id = writer.new_id(person.school_id, "absence")
        added = AbsenceAdded(
            school_id=person.school_id, absence_id=absence_id, person_id=person.key, from_on=first, until_on=last
        )
        writer.apply([added])
        return person


def person_returns(store: Store, typed: str, *, on: date, school: str | None, by: str, at: datetime) -> Found:
    """Records the first day back; somebody back on the first day of an absence was never away. Raises `NotAway`."""
    with store.transaction(by=by, at=at) as writer:
        person = find_person(writer, typed, school_id=school_scope(writer, school))
        for absence in staff.absences(writer, person.school_id, person.key):
            if absence.span.covers(on):
                ended = AbsenceEnded(school_id=person.school_id, absence_id=absence.absence_id, until_on=on - ONE_DAY)
                writer.apply([ended])
                return person
        raise NotAway(person.name, on)


def _overlaps(absence: AbsenceRow, first: date, last: date | None) -> bool:
    begins, ends = absence.span.first or date.min, absence.span.last or date.max
    return begins <= (last or date.max) and first <= ends and begins <= ends
