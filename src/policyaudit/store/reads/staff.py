"""The people of a school: who they are, their time in groups and away, and what they answered."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from policyaudit.domain.changes import PersonEdited
from policyaudit.domain.sign_off import Span
from policyaudit.store.reads.mapping import Reads, day

_PEOPLE: Final = """
    SELECT person.school_id, person.person_id, school.name, person.name, person.name_key, person.sort_key,
           person.email, person.role, person.started_on, person.left_on
    FROM person JOIN school ON school.school_id = person.school_id
    WHERE person.name IS NOT NULL
      AND (CAST(:school AS INTEGER) IS NULL OR person.school_id = CAST(:school AS INTEGER))
      AND (CAST(:person AS INTEGER) IS NULL OR person.person_id = CAST(:person AS INTEGER))
    ORDER BY school.name_key, person.sort_key, person.person_id
"""
_MEMBERSHIPS: Final = """
    SELECT membership.school_id, membership.membership_id, membership.person_id, membership.group_id,
           audience_group.slug, audience_group.name, membership.from_on, membership.until_on
    FROM membership
    JOIN audience_group
      ON audience_group.school_id = membership.school_id AND audience_group.group_id = membership.group_id
    WHERE (CAST(:school AS INTEGER) IS NULL OR membership.school_id = CAST(:school AS INTEGER))
      AND (CAST(:person AS INTEGER) IS NULL OR membership.person_id = CAST(:person AS INTEGER))
      AND (CAST(:grp AS INTEGER) IS NULL OR membership.group_id = CAST(:grp AS INTEGER))
    ORDER BY membership.school_id, audience_group.slug, COALESCE(membership.from_on, ''), membership.membership_id
"""
_ABSENCES: Final = """
    SELECT school_id, absence_id, person_id, from_on, until_on FROM absence
    WHERE (CAST(:school AS INTEGER) IS NULL OR school_id = CAST(:school AS INTEGER))
      AND (CAST(:person AS INTEGER) IS NULL OR person_id = CAST(:person AS INTEGER))
    ORDER BY school_id, person_id, from_on, absence_id
"""
_ANSWERS: Final = """
    SELECT policy.title, policy.number, version.label, version.sequence, given.signed_on, given.state, given.means,
           actor.name, given.recorded_at, note.content,
           CASE WHEN voiding.acknowledgement_id IS NULL THEN 0 ELSE 1 END, why.content
    FROM acknowledgement AS given
    JOIN version ON version.school_id = given.school_id AND version.version_id = given.version_id
    JOIN policy ON policy.school_id = version.school_id AND policy.policy_id = version.policy_id
    JOIN actor ON actor.school_id = given.school_id AND actor.actor_id = given.recorded_by
    LEFT JOIN note ON note.school_id = given.school_id AND note.note_id = given.note_id
    LEFT JOIN acknowledgement AS voiding
      ON voiding.school_id = given.school_id AND voiding.voids = given.acknowledgement_id
    LEFT JOIN note AS why ON why.school_id = voiding.school_id AND why.note_id = voiding.note_id
    WHERE given.school_id = :school AND given.person_id = :person AND given.state <> 'voided'
    ORDER BY given.signed_on DESC, policy.sort_key, given.acknowledgement_id DESC
"""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody of a school, leavers too."""

    school_id: int
    person_id: int
    school: str
    name: str
    name_key: str
    sort_key: str
    email: str | None
    role: str | None
    employed: Span

    @property
    def state(self) -> PersonEdited:
        """The row as the change that would write it so again."""
        return PersonEdited(
            school_id=self.school_id,
            person_id=self.person_id,
            name=self.name,
            name_key=self.name_key,
            sort_key=self.sort_key,
            email=self.email,
            role=self.role,
            started_on=self.employed.first,
            left_on=self.employed.last,
        )


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """Somebody's time in one group."""

    school_id: int
    membership_id: int
    person_id: int
    group_id: int
    slug: str
    group: str
    span: Span


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """Some days on which somebody is away."""

    school_id: int
    absence_id: int
    person_id: int
    span: Span


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What somebody said to one version, and who recorded it when; `voided` where it was taken back, and why."""

    title: str
    number: str | None
    label: str | None
    sequence: int
    signed_on: date
    state: str
    means: str
    recorded_by: str | None
    recorded_at: datetime
    note: str | None
    voided: bool
    why_voided: str | None


def people(reads: Reads, school_id: int | None, person_id: int | None = None) -> list[PersonRow]:
    """Everybody, or one person, by school and surname; erased people not."""
    rows = reads.rows(_PEOPLE, school=school_id, person=person_id)
    return [PersonRow(*(*row[:8], Span(day(row[8]), day(row[9])))) for row in rows]


def memberships(
    reads: Reads, school_id: int | None, *, person_id: int | None = None, group_id: int | None = None
) -> list[MembershipRow]:
    """Who is, was or will be in which group; by group, earliest first."""
    rows = reads.rows(_MEMBERSHIPS, school=school_id, person=person_id, grp=group_id)
    return [MembershipRow(*(*row[:6], Span(day(row[6]), day(row[7])))) for row in rows]


def absences(reads: Reads, school_id: int | None, person_id: int | None = None) -> list[AbsenceRow]:
    """Who is, was or will be away; earliest first."""
    rows = reads.rows(_ABSENCES, school=school_id, person=person_id)
    return [AbsenceRow(*(*row[:3], Span(day(row[3]), day(row[4])))) for row in rows]


def answers(reads: Reads, school_id: int, person_id: int) -> list[AnswerRow]:
    """Everything that somebody acknowledged, declined or queried, newest first, voided ones too."""
    rows = reads.rows(_ANSWERS, school=school_id, person=person_id)
    return [_answer(row) for row in rows]


def _answer(row: tuple[Any, ...]) -> AnswerRow:
    signed_on, recorded_at = date.fromisoformat(row[4]), datetime.fromisoformat(row[8])
    return AnswerRow(*(*row[:4], signed_on, *row[5:8], recorded_at, row[9], bool(row[10]), row[11]))
