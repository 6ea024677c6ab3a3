"""The revisions that came into force between two days, and what each did to the sign-offs."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from policyaudit.domain.partial_date import PartialDate
from policyaudit.store.reads.mapping import Reads, partial

# A minor revision keeps the signatures since the last material one; a material one keeps none. CROSS JOIN makes SQLite
# look for the groups that one policy asks before it looks at who is in them.
_REVISIONS: Final = """
    SELECT school.name, policy.title, policy.number, policy.confidential, version.label,
           version.in_force_from_as_written, version.in_force_from_earliest,
           version.in_force_from_latest, version.in_force_from_precision,
           CASE WHEN version.sequence = (SELECT MIN(first.sequence) FROM version AS first
                                         WHERE first.school_id = version.school_id
                                           AND first.policy_id = version.policy_id)
                THEN 'first' ELSE revision.kind END,
           decided.content, reason.content,
           (SELECT COUNT(DISTINCT given.person_id)
            FROM acknowledgement AS given
            JOIN version AS older
              ON older.school_id = given.school_id AND older.version_id = given.version_id
            LEFT JOIN acknowledgement AS voiding
              ON voiding.school_id = given.school_id AND voiding.voids = given.acknowledgement_id
            WHERE given.school_id = version.school_id AND older.policy_id = version.policy_id
              AND older.sequence < version.sequence AND given.state = 'acknowledged'
              AND voiding.acknowledgement_id IS NULL
              AND given.signed_on <= version.in_force_from_latest
              AND (revision.kind = 'material' OR older.sequence >= (
                  SELECT MAX(floor.sequence) FROM version AS floor
                  JOIN revision AS floored
                    ON floored.school_id = floor.school_id AND floored.version_id = floor.version_id
                  WHERE floor.school_id = version.school_id AND floor.policy_id = version.policy_id
                    AND floor.sequence < version.sequence AND floored.kind = 'material'))),
           (SELECT COUNT(DISTINCT person.person_id)
            FROM audience
            CROSS JOIN membership
            JOIN person
              ON person.school_id = membership.school_id AND person.person_id = membership.person_id
            WHERE audience.school_id = version.school_id AND audience.policy_id = version.policy_id
              AND membership.school_id = audience.school_id AND membership.group_id = audience.group_id
              AND audience.asked_from <= version.in_force_from_latest
              AND (audience.until_on IS NULL OR audience.until_on >= version.in_force_from_latest)
              AND (membership.from_on IS NULL OR membership.from_on <= version.in_force_from_latest)
              AND (membership.until_on IS NULL OR membership.until_on >= version.in_force_from_latest)
              AND (person.started_on IS NULL OR person.started_on <= version.in_force_from_latest)
              AND (person.left_on IS NULL OR person.left_on >= version.in_force_from_latest)
              AND NOT EXISTS (
                  SELECT 1 FROM absence
                  WHERE absence.school_id = person.school_id AND absence.person_id = person.person_id
                    AND absence.from_on <= version.in_force_from_latest
                    AND (absence.until_on IS NULL OR absence.until_on >= version.in_force_from_latest)))
    FROM version
    JOIN revision ON revision.school_id = version.school_id AND revision.version_id = version.version_id
    JOIN policy ON policy.school_id = version.school_id AND policy.policy_id = version.policy_id
    JOIN school ON school.school_id = version.school_id
    LEFT JOIN note AS decided
      ON decided.school_id = revision.school_id AND decided.note_id = revision.decided_by_note_id
    LEFT JOIN note AS reason
      ON reason.school_id = revision.school_id AND reason.note_id = revision.reason_note_id
    WHERE policy.status IN ('in force', 'live')
      AND version.in_force_from_latest >= :since AND version.in_force_from_earliest <= :until
      AND (CAST(:school AS INTEGER) IS NULL OR version.school_id = CAST(:school AS INTEGER))
    ORDER BY version.in_force_from_latest DESC, policy.sort_key, school.name_key, version.sequence DESC
"""


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One revision; `signatures` had been given when it came into force, and a minor one keeps them.

    `reached` are the people whom the policy asked on that day, signed or not: those whom a material one asks.
    """

    school: str
    title: str
    number: str | None
    confidential: bool
    label: str | None
    in_force_from: PartialDate
    kind: str
    decided_by: str | None
    reason: str | None
    signatures: int
    reached: int


def revisions_between(reads: Reads, since: date, until: date, *, school_id: int | None) -> list[RevisionRow]:
    """The revisions whose version came into force between the two days, newest first."""
    rows = reads.rows(_REVISIONS, since=since.isoformat(), until=until.isoformat(), school=school_id)
    return [RevisionRow(*(*row[:3], bool(row[3]), row[4], partial(row[5:9]), *row[9:])) for row in rows]
