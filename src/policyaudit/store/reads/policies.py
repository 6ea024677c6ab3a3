"""One policy as it stands: its own row, its versions, the terms of its school, its audience."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from policyaudit.domain.changes import PolicyEdited
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.season import Season
from policyaudit.domain.sign_off import PublishedVersion
from policyaudit.domain.term_calendar import Term, TermCalendar
from policyaudit.store.reads.mapping import Reads, day, partial

_POLICY: Final = """
    SELECT school_id, policy_id, title, title_key, sort_key, number, status, officer_post_id, officer_person_id,
           committee_id, cycle_as_written, cycle_months, cycle_on_change, anchor, confidential,
           last_reviewed_as_written, last_reviewed_earliest, last_reviewed_latest, last_reviewed_precision,
           next_stated_as_written, next_stated_earliest, next_stated_latest, next_stated_precision,
           next_derived_as_written, next_derived_earliest, next_derived_latest, next_derived_precision,
           due_from, due_by, withdrawn_on, withdrawn_note_id
    FROM policy WHERE school_id = :school AND policy_id = :policy
"""
_VERSIONS: Final = """
    SELECT version.version_id, version.sequence, version.label,
           version.in_force_from_as_written, version.in_force_from_earliest,
           version.in_force_from_latest, version.in_force_from_precision,
           revision.kind, decided.content, reason.content, revision.text_difference,
           (SELECT MIN(document.file_name) FROM version_document
            JOIN document ON document.school_id = version_document.school_id
             AND document.sha256 = version_document.sha256
            WHERE version_document.school_id = version.school_id
              AND version_document.version_id = version.version_id),
           version.policy_id
    FROM version
    JOIN revision ON revision.school_id = version.school_id AND revision.version_id = version.version_id
    LEFT JOIN note AS decided
      ON decided.school_id = revision.school_id AND decided.note_id = revision.decided_by_note_id
    LEFT JOIN note AS reason
      ON reason.school_id = revision.school_id AND reason.note_id = revision.reason_note_id
    WHERE version.school_id = :school
      AND (CAST(:policy AS INTEGER) IS NULL OR version.policy_id = CAST(:policy AS INTEGER))
    ORDER BY version.policy_id, version.sequence
"""
_TEXT: Final = """
    SELECT document.text FROM version_document
    JOIN document
      ON document.school_id = version_document.school_id AND document.sha256 = version_document.sha256
    WHERE version_document.school_id = :school AND version_document.version_id = :version
    ORDER BY document.sha256 LIMIT 1
"""
_TERMS: Final = """
    SELECT academic_year, season, half, first_day, last_day FROM term
    WHERE school_id = :school ORDER BY first_day, last_day DESC
"""
_AUDIENCE: Final = """
    SELECT audience.audience_id, audience_group.group_id, audience_group.slug, audience_group.name,
           audience.asked_from
    FROM audience
    JOIN audience_group
      ON audience_group.school_id = audience.school_id AND audience_group.group_id = audience.group_id
    WHERE audience.school_id = :school AND audience.policy_id = :policy AND audience.until_on IS NULL
    ORDER BY audience_group.slug
"""
_APPROVED: Final = """
    SELECT approved_as_written, approved_earliest, approved_latest, approved_precision FROM approval
    WHERE school_id = :school AND policy_id = :policy AND approved_as_written IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM approval AS newer
                      WHERE newer.school_id = approval.school_id AND newer.replaces = approval.approval_id)
    ORDER BY approved_latest DESC, approval_id DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a policy, with the revision that led to it."""

    version_id: int
    sequence: int
    label: str | None
    in_force_from: PartialDate | None
    kind: str
    decided_by: str | None
    reason: str | None
    text_difference: str | None
    file_name: str | None
    policy_id: int

    @property
    def shown(self) -> str:
        """What people call it: its label, else its place in the order."""
        return f"version {self.label}" if self.label else f"version no. {self.sequence} (no label)"

    @property
    def published(self) -> PublishedVersion:
        """The version as signing sees it."""
        begins = self.in_force_from
        return PublishedVersion(
            self.sequence,
            "material" if self.kind == "material" else "minor",
            earliest=begins.earliest if begins else None,
            latest=begins.latest if begins else None,
            label=self.label,
        )


@dataclass(frozen=True, slots=True)
class AudienceRow:
    """A group that a policy asks today."""

    audience_id: int
    group_id: int
    slug: str
    name: str
    asked_from: date


def policy_state(reads: Reads, school_id: int, policy_id: int) -> PolicyEdited:
    """The policy's row, as the change that would write it so again."""
    (row,) = reads.rows(_POLICY, school=school_id, policy=policy_id)
    return _policy_state(row)


def _policy_state(row: tuple[Any, ...]) -> PolicyEdited:
    return PolicyEdited(
        school_id=row[0],
        policy_id=row[1],
        title=row[2],
        title_key=row[3],
        sort_key=row[4],
        number=row[5],
        status=row[6],
        officer_post_id=row[7],
        officer_person_id=row[8],
        committee_id=row[9],
        cycle_as_written=row[10],
        cycle_months=row[11],
        cycle_on_change=bool(row[12]),
        anchor=row[13],
        confidential=bool(row[14]),
        last_reviewed=partial(row[15:19]),
        next_stated=partial(row[19:23]),
        next_derived=partial(row[23:27]),
        due_from=day(row[27]),
        due_by=day(row[28]),
        withdrawn_on=day(row[29]),
        withdrawn_note_id=row[30],
    )


def versions(reads: Reads, school_id: int, policy_id: int | None) -> list[VersionRow]:
    """The versions of a policy, oldest first; without a policy those of the whole school."""
    return [
        VersionRow(*(*row[:3], partial(row[3:7]), *row[7:]))
        for row in reads.rows(_VERSIONS, school=school_id, policy=policy_id)
    ]


def text_of(reads: Reads, school_id: int, version_id: int) -> str | None:
    """The text of a version, None where no document of it is kept."""
    rows = reads.rows(_TEXT, school=school_id, version=version_id)
    return rows[0][0] if rows else None


def term_calendar(reads: Reads, school_id: int) -> TermCalendar:
    """The terms that the school has set."""
    rows = reads.rows(_TERMS, school=school_id)
    return TermCalendar(
        tuple(
            Term(year, Season(season), half, date.fromisoformat(first), date.fromisoformat(last))
            for year, season, half, first, last in rows
        )
    )


def audience(reads: Reads, school_id: int, policy_id: int) -> list[AudienceRow]:
    """The groups that a policy asks to sign, by name."""
    rows = reads.rows(_AUDIENCE, school=school_id, policy=policy_id)
    return [AudienceRow(*(*row[:4], date.fromisoformat(row[4]))) for row in rows]


def approved_on(reads: Reads, school_id: int, policy_id: int) -> PartialDate | None:
    """When the policy was last approved."""
    rows = reads.rows(_APPROVED, school=school_id, policy=policy_id)
    return partial(rows[0]) if rows else None
