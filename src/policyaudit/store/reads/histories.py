"""What happened to policies: reviews, approvals, signatures counted by version, and where each value was read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from policyaudit.domain.partial_date import PartialDate
from policyaudit.store.reads.mapping import Reads, dated, partial

_REVIEWS: Final = """
    SELECT review.school_id, review.review_id, review.policy_id, school.name, policy.title, policy.number,
           review.outcome, note.content, actor.name,
           CASE WHEN voiding.review_id IS NULL THEN 0 ELSE 1 END, why.content, review.recorded_at,
           review.reviewed_as_written, review.reviewed_earliest, review.reviewed_latest, review.reviewed_precision
    FROM review
    JOIN school ON school.school_id = review.school_id
    JOIN policy ON policy.school_id = review.school_id AND policy.policy_id = review.policy_id
    JOIN actor ON actor.school_id = review.school_id AND actor.actor_id = review.recorded_by
    LEFT JOIN note ON note.school_id = review.school_id AND note.note_id = review.note_id
    LEFT JOIN review AS voiding ON voiding.school_id = review.school_id AND voiding.voids = review.review_id
    LEFT JOIN note AS why ON why.school_id = voiding.school_id AND why.note_id = voiding.note_id
    WHERE review.voids IS NULL
      AND (CAST(:school AS INTEGER) IS NULL OR review.school_id = CAST(:school AS INTEGER))
      AND (CAST(:policy AS INTEGER) IS NULL OR review.policy_id = CAST(:policy AS INTEGER))
    ORDER BY review.reviewed_latest DESC, policy.sort_key, review.school_id, review.review_id DESC
"""
_APPROVALS: Final = """
    SELECT committee.name, note.content, version.label,
           approval.approved_as_written, approval.approved_earliest,
           approval.approved_latest, approval.approved_precision, actor.name, approval.recorded_at
    FROM approval
    JOIN actor ON actor.school_id = approval.school_id AND actor.actor_id = approval.recorded_by
    LEFT JOIN committee
      ON committee.school_id = approval.school_id AND committee.committee_id = approval.committee_id
    LEFT JOIN note ON note.school_id = approval.school_id AND note.note_id = approval.approver_note_id
    LEFT JOIN version ON version.school_id = approval.school_id AND version.version_id = approval.version_id
    WHERE approval.school_id = :school AND approval.policy_id = :policy
      AND NOT EXISTS (SELECT 1 FROM approval AS newer
                      WHERE newer.school_id = approval.school_id AND newer.replaces = approval.approval_id)
    ORDER BY COALESCE(approval.approved_latest, '') DESC, approval.approval_id DESC
"""
_VALUES: Final = """
    SELECT provenance.field, provenance.value, provenance.state, provenance.confidence, document.file_name,
           provenance.line, provenance.page, provenance.part, provenance.evidence, provenance.reason,
           provenance.corrected_to, actor.name, provenance.settled_at, journal.recorded_at
    FROM provenance
    JOIN journal
      ON journal.school_id = provenance.school_id AND journal.subject = 'provenance'
     AND journal.subject_id = CAST(provenance.provenance_id AS TEXT) AND journal.kind = 'value-read'
    LEFT JOIN document
      ON document.school_id = provenance.school_id AND document.sha256 = provenance.sha256
    LEFT JOIN actor ON actor.school_id = provenance.school_id AND actor.actor_id = provenance.settled_by
    WHERE provenance.school_id = :school AND provenance.policy_id = :policy
    ORDER BY provenance.provenance_id
"""
_SIGNED: Final = """
    SELECT given.version_id, COUNT(DISTINCT given.person_id)
    FROM acknowledgement AS given
    JOIN version ON version.school_id = given.school_id AND version.version_id = given.version_id
    LEFT JOIN acknowledgement AS voiding
      ON voiding.school_id = given.school_id AND voiding.voids = given.acknowledgement_id
    WHERE given.school_id = :school AND version.policy_id = :policy AND given.state = 'acknowledged'
      AND voiding.acknowledgement_id IS NULL
    GROUP BY given.version_id
"""
_FILES: Final = """
    SELECT version_document.version_id, document.file_name, document.media_type, document.sha256
    FROM version_document
    JOIN version
      ON version.school_id = version_document.school_id AND version.version_id = version_document.version_id
    JOIN document
      ON document.school_id = version_document.school_id AND document.sha256 = version_document.sha256
    WHERE version_document.school_id = :school AND version.policy_id = :policy
    ORDER BY version_document.version_id, document.file_name, document.sha256
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """A review that was held; `voided` where it was taken back, and why."""

    school_id: int
    review_id: int
    policy_id: int
    school: str
    title: str
    number: str | None
    reviewed: PartialDate
    outcome: str
    note: str | None
    recorded_by: str | None
    recorded_at: datetime
    voided: bool
    why_voided: str | None


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """An approval: by which committee, or by whom else, of which version, when; and who recorded it."""

    committee: str | None
    approver: str | None
    version: str | None
    approved: PartialDate | None
    recorded_by: str | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value that was read from a document: where it stands there, how sure it is, whether it counts.

    Once somebody has settled it: by whom, when, and what counts in its place where it was corrected; `read_at` is the
    moment in which it was recorded.
    """

    field: str
    value: str
    state: str
    confidence: int
    file_name: str | None
    line: int | None
    page: int | None
    part: str
    evidence: str
    reason: str
    corrected_to: str | None = None
    settled_by: str | None = None
    settled_at: datetime | None = None
    read_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FileRow:
    """A document that holds the text of a version."""

    version_id: int
    file_name: str
    media_type: str
    sha256: str


def reviews(reads: Reads, school_id: int | None, policy_id: int | None = None) -> list[ReviewRow]:
    """The reviews of a policy, or of all, latest first; voided ones too."""
    return [_review(row) for row in reads.rows(_REVIEWS, school=school_id, policy=policy_id)]


def _review(row: tuple[Any, ...]) -> ReviewRow:
    school_id, review_id, policy_id, school, title, number, outcome, note, actor, voided, why, recorded_at = row[:12]
    return ReviewRow(
        school_id=school_id,
        review_id=review_id,
        policy_id=policy_id,
        school=school,
        title=title,
        number=number,
        reviewed=dated(row[12:16]),
        outcome=outcome,
        note=note,
        recorded_by=actor,
        recorded_at=datetime.fromisoformat(recorded_at),
        voided=bool(voided),
        why_voided=why,
    )


def approvals(reads: Reads, school_id: int, policy_id: int) -> list[ApprovalRow]:
    """The approvals of a policy, latest first, those without a date last."""
    rows = reads.rows(_APPROVALS, school=school_id, policy=policy_id)
    return [ApprovalRow(*(*row[:3], partial(row[3:7]), row[7], datetime.fromisoformat(row[8]))) for row in rows]


def values(reads: Reads, school_id: int, policy_id: int) -> list[ValueRow]:
    """Every value that was read for a policy, in the order in which they were recorded."""
    rows = reads.rows(_VALUES, school=school_id, policy=policy_id)
    return [ValueRow(*row[:-2], *(at and datetime.fromisoformat(at) for at in row[-2:])) for row in rows]


def signatures(reads: Reads, school_id: int, policy_id: int) -> dict[int, int]:
    """For each version of a policy, how many people have acknowledged it."""
    return dict(reads.rows(_SIGNED, school=school_id, policy=policy_id))


def files(reads: Reads, school_id: int, policy_id: int) -> list[FileRow]:
    """The documents of the versions of a policy."""
    return [FileRow(*row) for row in reads.rows(_FILES, school=school_id, policy=policy_id)]
