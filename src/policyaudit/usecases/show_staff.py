"""`audit staff list` and `show`: the people of a school on one day, and everything of one person."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from policyaudit.domain.sign_off import Span
from policyaudit.store.reads import posts, staff
from policyaudit.store.reads import unsigned as signing
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.staff import AnswerRow, MembershipRow, PersonRow
from policyaudit.usecases.finding import find_group, find_person, school_scope, scope_of
from policyaudit.usecases.unsigned import Owed, owed


class Presence(StrEnum):
    """Whether somebody is there on a day."""

    HERE = "here"
    AWAY = "away"
    NOT_STARTED = "not started"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class StaffLine:
    """Somebody on one day: in which groups, and how many signatures they owe."""

    name: str
    school: str
    email: str | None
    role: str | None
    groups: tuple[str, ...]
    started: date | None
    left: date | None
    presence: Presence
    owes: int


@dataclass(frozen=True, slots=True)
class StaffList:
    """People by school and surname."""

    as_of: date
    school: str | None
    schools: int
    people: tuple[StaffLine, ...]


@dataclass(frozen=True, slots=True)
class StaffFilter:
    """What somebody asked for, as typed; `left` asks for those who have left instead of those who have not."""

    school: str | None = None
    group: str | None = None
    left: bool = False


@dataclass(frozen=True, slots=True)
class GroupTime:
    """Somebody's time in a group or a post; an open end is None."""

    name: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said to one version of a policy, when, and who recorded it; why it was voided, if it was."""

    title: str
    number: str | None
    version: str | None
    signed_on: date
    state: str
    means: str
    recorded_by: str | None
    recorded_at: datetime
    note: str | None
    voided: bool
    why_voided: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """Everything the register holds of one person."""

    as_of: date
    name: str
    school: str
    email: str | None
    role: str | None
    started: date | None
    left: date | None
    presence: Presence
    groups: tuple[GroupTime, ...]
    posts: tuple[GroupTime, ...]
    absences: tuple[Span, ...]
    owed: tuple[Owed, ...]
    answers: tuple[Answer, ...]


def list_staff(reads: Reads, *, as_of: date, asked: StaffFilter = StaffFilter()) -> StaffList:
    """Who is there on that day or will be. Raises `NoSuchName` for an unknown school or group."""
    scope = scope_of(reads, asked.school)
    group = find_group(reads, asked.group, school_id=scope.school_id) if asked.group else None
    school_id = group.school_id if group else scope.school_id
    facts = _Facts(reads, as_of, school_id)
    lines = (facts.line(row) for row in staff.people(reads, school_id) if group is None or facts.is_in(row, group.key))
    return StaffList(
        as_of=as_of,
        school=scope.school,
        schools=scope.schools,
        people=tuple(line for line in lines if (line.presence is Presence.LEFT) == asked.left),
    )


class _Facts:
    """What is said of everybody of a school on one day."""

    def __init__(self, reads: Reads, as_of: date, school_id: int | None) -> None:
        self.as_of = as_of
        self._groups: dict[tuple[int, int], list[MembershipRow]] = {}
        for row in staff.memberships(reads, school_id):
            if row.span.covers(as_of):
                self._groups.setdefault((row.school_id, row.person_id), []).append(row)
        away = (row for row in staff.absences(reads, school_id) if row.span.covers(as_of))
        self._away = {(row.school_id, row.person_id) for row in away}
        self.unsigned = signing.unsigned(reads, as_of=as_of, school_id=school_id)
        self._owes = Counter((row.school_id, row.person_id) for row in self.unsigned)

    def is_in(self, row: PersonRow, group_id: int) -> bool:
        """They are in the group on that day."""
        return group_id in {each.group_id for each in self._groups.get((row.school_id, row.person_id), ())}

    def presence(self, row: PersonRow) -> Presence:
        """Whether they are there on that day."""
        if row.employed.last is not None and row.employed.last < self.as_of:
            return Presence.LEFT
        if not row.employed.covers(self.as_of):
            return Presence.NOT_STARTED
        return Presence.AWAY if (row.school_id, row.person_id) in self._away else Presence.HERE

    def line(self, row: PersonRow) -> StaffLine:
        """The person as a line of the list."""
        person = (row.school_id, row.person_id)
        groups = tuple(dict.fromkeys(each.slug for each in self._groups.get(person, ())))
        return StaffLine(
            row.name,
            row.school,
            row.email,
            row.role,
            groups,
            row.employed.first,
            row.employed.last,
            self.presence(row),
            self._owes[person],
        )


def show_person(reads: Reads, typed: str, *, as_of: date, school: str | None = None) -> PersonPage:
    """Everything of the person who is meant. Raises `NoSuchName` and `SeveralSuchNames`."""
    found = find_person(reads, typed, school_id=school_scope(reads, school))
    (row,) = staff.people(reads, found.school_id, found.key)
    facts = _Facts(reads, as_of, found.school_id)
    line = facts.line(row)
    groups = staff.memberships(reads, found.school_id, person_id=found.key)
    held = posts.holders(reads, found.school_id, person_id=found.key)
    return PersonPage(
        as_of=as_of,
        name=line.name,
        school=line.school,
        email=line.email,
        role=line.role,
        started=line.started,
        left=line.left,
        presence=line.presence,
        groups=tuple(GroupTime(each.group, each.span.first, each.span.last) for each in groups),
        posts=tuple(GroupTime(each.post, each.span.first, each.span.last) for each in held),
        absences=tuple(each.span for each in staff.absences(reads, found.school_id, found.key)),
        owed=tuple(owed(each, as_of) for each in facts.unsigned if each.person_id == found.key),
        answers=tuple(_answer(each) for each in staff.answers(reads, found.school_id, found.key)),
    )


def _answer(row: AnswerRow) -> Answer:
    return Answer(
        row.title,
        row.number,
        row.label,
        row.signed_on,
        row.state,
        row.means,
        row.recorded_by,
        row.recorded_at,
        row.note,
        row.voided,
        row.why_voided,
    )
