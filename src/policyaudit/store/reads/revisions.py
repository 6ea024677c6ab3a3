"""The revisions that came into force between two days, and what each did to the sign-offs.

Whom a revision asks, and whose signatures it keeps, is counted on one day: that on which it was in force and known, so
the day from which it is in force, or the day on which it was recorded where that came later.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from policyaudit.domain.partial_date import PartialDate
from policyaudit.store.reads.mapping import Reads, partial

# Whom the policy of `moment` asks on its day. CROSS JOIN makes SQLite look for the groups that one policy asks before
# it looks at who is in them.
_ASKED: Final = """
    FROM audience
    CROSS JOIN membership
    JOIN person
      ON person.school_id = membership.school_id AND person.person_id = membership.person_id
    WHERE audience.school_id = moment.school_id AND audience.policy_id = moment.policy_id
      AND membership.school_id = audience.school_id AND membership.group_id = audience.group_id
      AND audience.asked_from <= moment.on_day
      AND (audience.until_on IS NULL OR audience.until_on >= moment.on_day)
      AND (membership.from_on IS NULL OR membership.from_on <= moment.on_day)
      AND (membership.until_on IS NULL OR membership.until_on >= moment.on_day)
      AND (person.started_on IS NULL OR person.started_on <= moment.on_day)
      AND (person.left_on IS NULL OR person.left_on >= moment.on_day)
      AND NOT EXISTS (
          SELECT 1 FROM absence
          WHERE absence.school_id = person.school_id AND absence.person_id = person.person_id
            AND absence.from_on <= moment.on_day
            AND (absence.until_on IS NULL OR absence.until_on >= moment.on_day))
"""
# Of these, who have signed a version before it that a minor revision leaves standing: none older than the last
# material one.
_HAS_SIGNED: Final = """
    EXISTS (
        SELECT 1
        FROM version AS older
        JOIN acknowledgement AS given
          ON given.school_id = older.school_id AND given.version_id = older.version_id
         AND given.person_id = person.person_id
        LEFT JOIN acknowledgement AS voiding
          ON voiding.school_id = given.school_id AND voiding.voids = given.acknowledgement_id
        WHERE older.school_id = moment.school_id AND older.policy_id = moment.policy_id
          AND older.sequence < moment.sequence AND older.sequence >= (
              SELECT MAX(floor.sequence) FROM version AS floor
              JOIN revision AS floored
                ON floored.school_id = floor.school_id AND floored.version_id = floor.version_id
              WHERE floor.school_id = moment.school_id AND floor.policy_id = moment.policy_id
                AND floor.sequence < moment.sequence AND floored.kind = 'material')
          AND given.state = 'acknowledged' AND given.signed_on <= :until AND voiding.acknowledgement_id IS NULL)
"""
_COUNTED: Final = f"""
           (SELECT COUNT(DISTINCT person.person_id) {_ASKED} AND {_HAS_SIGNED}),
           (SELECT COUNT(DISTINCT person.person_id) {_ASKED})
"""
_REVISIONS: Final = f"""
    WITH chosen AS MATERIALIZED (
        SELECT version.school_id, version.version_id, version.policy_id, version.sequence,
               version.in_force_from_latest AS begun,
               (SELECT SUBSTR(MIN(journal.recorded_at), 1, 10) FROM journal
                WHERE journal.school_id = version.school_id AND journal.subject = 'version'
                  AND journal.subject_id = CAST(version.version_id AS TEXT)) AS recorded
        FROM version
        JOIN policy ON policy.school_id = version.school_id AND policy.policy_id = version.policy_id
        WHERE (policy.status IN ('in force', 'live')
           OR (policy.status = 'withdrawn' AND policy.withdrawn_on > :until))
          AND version.in_force_from_latest >= :since AND version.in_force_from_earliest <= :until
          AND (CAST(:school AS INTEGER) IS NULL OR version.school_id = CAST(:school AS INTEGER))
    ), moment AS MATERIALIZED (
        SELECT school_id, version_id, policy_id, sequence,
               CASE WHEN recorded > begun THEN recorded ELSE begun END AS on_day
        FROM chosen
    )
    SELECT school.name, policy.title, policy.number, policy.confidential, version.label,
           version.in_force_from_as_written, version.in_force_from_earliest,
           version.in_force_from_latest, version.in_force_from_precision,
           CASE WHEN version.sequence = (SELECT MIN(first.sequence) FROM version AS first
                                         WHERE first.school_id = version.school_id
                                           AND first.policy_id = version.policy_id)
                THEN 'first' ELSE revision.kind END,
           decided.content, reason.content, {_COUNTED}
    FROM moment
    JOIN version ON version.school_id = moment.school_id AND version.version_id = moment.version_id
    JOIN revision ON revision.school_id = version.school_id AND revision.version_id = version.version_id
    JOIN policy ON policy.school_id = version.school_id AND policy.policy_id = version.policy_id
    JOIN school ON school.school_id = version.school_id
    LEFT JOIN note AS decided
      ON decided.school_id = revision.school_id AND decided.note_id = revision.decided_by_note_id
    LEFT JOIN note AS reason
      ON reason.school_id = revision.school_id AND reason.note_id = revision.reason_note_id
    ORDER BY version.in_force_from_latest DESC, policy.sort_key, school.name_key, version.sequence DESC
"""
_NEXT: Final = f"""
    WITH moment AS MATERIALIZED (
        SELECT policy.school_id, policy.policy_id, CAST(:on_day AS TEXT) AS on_day,
               (SELECT COALESCE(MAX(version.sequence), 0) + 1 FROM version
                WHERE version.school_id = policy.school_id AND version.policy_id = policy.policy_id) AS sequence
        FROM policy WHERE policy.school_id = :school AND policy.policy_id = :policy
    )
    SELECT {_COUNTED} FROM moment
"""


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One revision; of those `reached`, so many had given `signatures` that a minor one keeps.

    `reached` are the people whom the policy asked on its day, signed or not: those whom a material one asks.
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


class Signatures(NamedTuple):
    """Of those `reached`, how many have given `signatures` that a minor revision keeps."""

    signatures: int
    reached: int


def revisions_between(reads: Reads, since: date, until: date, *, school_id: int | None) -> list[RevisionRow]:
    """The revisions whose version came into force between the two days, newest first."""
    rows = reads.rows(_REVISIONS, since=since.isoformat(), until=until.isoformat(), school=school_id)
    return [RevisionRow(*(*row[:3], bool(row[3]), row[4], partial(row[5:9]), *row[9:])) for row in rows]


def next_revision(reads: Reads, *, school_id: int, policy_id: int, on: date, today: date) -> Signatures:
    """What a version that is recorded today would find on its day, as the pack says it later."""
    ((signatures, reached),) = reads.rows(
        _NEXT, school=school_id, policy=policy_id, on_day=on.isoformat(), until=today.isoformat()
    )
    return Signatures(signatures, reached)
