"""The values read from documents that wait for somebody's word, and the approvals that they may complete."""

from dataclasses import dataclass
from typing import Final

from policyaudit.domain.partial_date import PartialDate
from policyaudit.store.reads.mapping import Reads, partial

_WAITING: Final = """
    SELECT provenance.school_id, provenance.provenance_id, provenance.policy_id, provenance.version_id,
           school.name, policy.title, policy.number, version.label, provenance.field, provenance.value,
           provenance.confidence, document.file_name, provenance.line, provenance.page, provenance.part,
           provenance.evidence, provenance.reason
    FROM provenance
    JOIN school ON school.school_id = provenance.school_id
    JOIN policy ON policy.school_id = provenance.school_id AND policy.policy_id = provenance.policy_id
    LEFT JOIN version
      ON version.school_id = provenance.school_id AND version.version_id = provenance.version_id
    LEFT JOIN document
      ON document.school_id = provenance.school_id AND document.sha256 = provenance.sha256
    WHERE provenance.state = 'waiting'
      AND (CAST(:school AS INTEGER) IS NULL OR provenance.school_id = CAST(:school AS INTEGER))
      AND (CAST(:policy AS INTEGER) IS NULL OR provenance.policy_id = CAST(:policy AS INTEGER))
    ORDER BY provenance.school_id, policy.sort_key, provenance.policy_id, version.sequence NULLS LAST,
             provenance.provenance_id
"""
_OF_POLICIES: Final = """
    SELECT school_id, policy_id, COUNT(*) FROM (
        SELECT DISTINCT school_id, policy_id, version_id, field, value FROM provenance
        WHERE state = 'waiting' AND (CAST(:school AS INTEGER) IS NULL OR school_id = CAST(:school AS INTEGER))
    ) AS each_once
    GROUP BY school_id, policy_id
"""
_COUNTING: Final = """
    SELECT provenance.policy_id, provenance.field, COALESCE(provenance.corrected_to, provenance.value),
           document.file_name, provenance.line, provenance.page, provenance.part
    FROM provenance
    LEFT JOIN document
      ON document.school_id = provenance.school_id AND document.sha256 = provenance.sha256
    WHERE provenance.school_id = :school AND provenance.state NOT IN ('waiting', 'dropped')
      AND EXISTS (SELECT 1 FROM provenance AS waits
                  WHERE waits.school_id = provenance.school_id AND waits.policy_id = provenance.policy_id
                    AND waits.field = provenance.field AND waits.state = 'waiting')
    ORDER BY provenance.provenance_id
"""
_APPROVALS: Final = """
    SELECT approval_id, committee_id, approver_note_id,
           approved_as_written, approved_earliest, approved_latest, approved_precision
    FROM approval
    WHERE school_id = :school AND policy_id = :policy AND version_id = :version
      AND NOT EXISTS (SELECT 1 FROM approval AS newer
                      WHERE newer.school_id = approval.school_id AND newer.replaces = approval.approval_id)
    ORDER BY approval_id
"""


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A value that was read for a policy and does not count yet, and where it stands."""

    school_id: int
    provenance_id: int
    policy_id: int
    version_id: int | None
    school: str
    policy: str
    number: str | None
    version: str | None
    field: str
    value: str
    confidence: int
    file_name: str | None
    line: int | None
    page: int | None
    part: str
    evidence: str
    reason: str


@dataclass(frozen=True, slots=True)
class CountingRow:
    """A value that was read for a policy and counts, as it was corrected if it was, and where it stands."""

    policy_id: int
    field: str
    value: str
    file_name: str | None
    line: int | None
    page: int | None
    part: str


@dataclass(frozen=True, slots=True)
class KnownApproval:
    """What is known of an approval of a version: a committee or a note of who else it was, and the date."""

    approval_id: int
    committee_id: int | None
    approver_note_id: int | None
    approved: PartialDate | None


def waiting(reads: Reads, school_id: int | None, policy_id: int | None = None) -> list[WaitingRow]:
    """The values that wait, by school, policy and version, in the order in which they were read."""
    return [WaitingRow(*row) for row in reads.rows(_WAITING, school=school_id, policy=policy_id)]


def counting(reads: Reads, school_id: int) -> list[CountingRow]:
    """The values that count of those fields of a policy of which others wait, in the order in which they were read."""
    return [CountingRow(*row) for row in reads.rows(_COUNTING, school=school_id)]


def waiting_of_policies(reads: Reads, school_id: int | None) -> dict[tuple[int, int], int]:
    """How many values wait, by school and policy; one that several documents of a version say is one."""
    return {(school, policy): count for school, policy, count in reads.rows(_OF_POLICIES, school=school_id)}


def approvals_of(reads: Reads, school_id: int, policy_id: int, version_id: int) -> list[KnownApproval]:
    """The approvals of a version, as they were recorded; those that were replaced aside."""
    rows = reads.rows(_APPROVALS, school=school_id, policy=policy_id, version=version_id)
    return [KnownApproval(*(*row[:3], partial(row[3:]))) for row in rows]
