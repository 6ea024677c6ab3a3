"""What signing one policy needs to know: the people of its school, their time there, and what they signed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from policyaudit.domain.changes import Means
from policyaudit.domain.sign_off import Span
from policyaudit.store.reads.mapping import Reads, day

_PEOPLE: Final = """
    SELECT person_id, name, started_on, left_on, email FROM person
    WHERE school_id = :school AND name IS NOT NULL ORDER BY sort_key, person_id
"""
_MEMBERS: Final = """
    SELECT person_id, from_on, until_on FROM membership
    WHERE school_id = :school AND group_id = :group ORDER BY membership_id
"""
_ABSENCES: Final = """
    SELECT person_id, from_on, until_on FROM absence WHERE school_id = :school ORDER BY absence_id
"""
_GIVEN: Final = """
    SELECT given.acknowledgement_id, given.person_id, given.version_id, given.signed_on, given.state,
           given.means, given.declaration_id
    FROM acknowledgement AS given
    JOIN version ON version.school_id = given.school_id AND version.version_id = given.version_id
    LEFT JOIN acknowledgement AS voiding
      ON voiding.school_id = given.school_id AND voiding.voids = given.acknowledgement_id
    WHERE given.school_id = :school AND version.policy_id = :policy AND given.state <> 'voided'
      AND voiding.acknowledgement_id IS NULL
    ORDER BY given.acknowledgement_id
"""
_TAKEN_BACK: Final = """
    SELECT COUNT(*) FROM acknowledgement AS voiding
    JOIN version ON version.school_id = voiding.school_id AND version.version_id = voiding.version_id
    WHERE voiding.school_id = :school AND version.policy_id = :policy AND voiding.person_id = :person
      AND voiding.state = 'voided'
"""
_DECLARATION: Final = """
    SELECT declaration_id, wording FROM declaration
    WHERE school_id = :school ORDER BY declaration_id DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class PersonTime:
    """Somebody, and the days on which they were employed."""

    person_id: int
    name: str
    employed: Span
    email: str | None


@dataclass(frozen=True, slots=True)
class GivenRow:
    """An acknowledgement that stands: not voided."""

    acknowledgement_id: int
    person_id: int
    version_id: int
    signed_on: date
    state: str
    means: Means
    declaration_id: int


def people(reads: Reads, school_id: int) -> list[PersonTime]:
    """Everybody of the school, leavers too, by surname."""
    return [
        PersonTime(person, name, Span(day(started), day(left)), email)
        for person, name, started, left, email in reads.rows(_PEOPLE, school=school_id)
    ]


def members(reads: Reads, school_id: int, group_id: int) -> dict[int, list[Span]]:
    """For each person who is or was in the group, when."""
    return _spans(reads.rows(_MEMBERS, school=school_id, group=group_id))


def absences(reads: Reads, school_id: int) -> dict[int, list[Span]]:
    """For each person with a recorded absence, when."""
    return _spans(reads.rows(_ABSENCES, school=school_id))


def given(reads: Reads, school_id: int, policy_id: int) -> list[GivenRow]:
    """What has been given for any version of the policy and not been voided, in the order recorded."""
    rows = reads.rows(_GIVEN, school=school_id, policy=policy_id)
    return [GivenRow(*(*row[:3], date.fromisoformat(row[3]), *row[4:])) for row in rows]


def taken_back(reads: Reads, school_id: int, policy_id: int, person_id: int) -> int:
    """How much of what the person said to any version of the policy has been voided."""
    ((count,),) = reads.rows(_TAKEN_BACK, school=school_id, policy=policy_id, person=person_id)
    return int(count)


def declaration(reads: Reads, school_id: int) -> tuple[int, str]:
    """The wording that people put their name to now, with its id."""
    ((declaration_id, wording),) = reads.rows(_DECLARATION, school=school_id)
    return declaration_id, wording


def _spans(rows: Iterable[tuple[int, str | None, str | None]]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for person, first, last in rows:
        found.setdefault(person, []).append(Span(day(first), day(last)))
    return found
