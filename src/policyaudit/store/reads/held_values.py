"""What a school holds of each policy, in the words that a list of policies is compared with."""

from dataclasses import dataclass
from typing import Any, Final

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.store.reads.mapping import Reads, officer, partial

_STATED: Final = """
    SELECT policy.policy_id, policy.number, person.name, post.title, committee.name,
           policy.cycle_as_written, policy.cycle_months, policy.cycle_on_change,
           policy.last_reviewed_as_written, policy.last_reviewed_earliest,
           policy.last_reviewed_latest, policy.last_reviewed_precision,
           policy.next_stated_as_written, policy.next_stated_earliest,
           policy.next_stated_latest, policy.next_stated_precision
    FROM policy
    LEFT JOIN person ON person.school_id = policy.school_id AND person.person_id = policy.officer_person_id
    LEFT JOIN post ON post.school_id = policy.school_id AND post.post_id = policy.officer_post_id
    LEFT JOIN committee
      ON committee.school_id = policy.school_id AND committee.committee_id = policy.committee_id
    WHERE policy.school_id = :school AND policy.status <> 'withdrawn'
    ORDER BY policy.policy_id
"""
_APPROVED: Final = """
    SELECT approval.policy_id, approval.approval_id, approval.version_id, approval.committee_id,
           approval.approver_note_id, COALESCE(committee.name, note.content),
           approval.approved_as_written, approval.approved_earliest,
           approval.approved_latest, approval.approved_precision
    FROM approval
    LEFT JOIN committee
      ON committee.school_id = approval.school_id AND committee.committee_id = approval.committee_id
    LEFT JOIN note ON note.school_id = approval.school_id AND note.note_id = approval.approver_note_id
    WHERE approval.school_id = :school
      AND (CAST(:policy AS INTEGER) IS NULL OR approval.policy_id = CAST(:policy AS INTEGER))
      AND NOT EXISTS (SELECT 1 FROM approval AS newer
                      WHERE newer.school_id = approval.school_id AND newer.replaces = approval.approval_id)
    ORDER BY approval.policy_id, COALESCE(approval.approved_latest, '') DESC, approval.approval_id DESC
"""
_READ: Final = """
    SELECT policy_id, field, value, state, sha256, part, line FROM provenance
    WHERE school_id = :school AND policy_id IS NOT NULL
    ORDER BY policy_id, provenance_id
"""


@dataclass(frozen=True, slots=True)
class StatedPolicy:
    """A policy as the register has it; the next review as it was stated, not as it follows from the cycle."""

    policy_id: int
    number: str | None
    officer: str | None
    committee: str | None
    cycle: ReviewCycle | None
    last_reviewed: PartialDate | None
    next_stated: PartialDate | None


@dataclass(frozen=True, slots=True)
class LastApproval:
    """The latest approval of a policy: by whom in words, and its parts as they are kept."""

    policy_id: int
    approval_id: int
    version_id: int | None
    committee_id: int | None
    approver_note_id: int | None
    approver: str | None
    approved: PartialDate | None


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A value that was read for a policy before, where in which document, and whether it counts."""

    policy_id: int
    field: str
    value: str
    state: str
    sha256: str
    part: str
    line: int | None


def stated_policies(reads: Reads, school_id: int) -> list[StatedPolicy]:
    """The school's policies that are not withdrawn, in the order in which they came."""
    return [_stated(row) for row in reads.rows(_STATED, school=school_id)]


def _stated(row: tuple[Any, ...]) -> StatedPolicy:
    policy_id, number, person, post, committee, as_written, months, on_change = row[:8]
    cycle = ReviewCycle(as_written, months, on_change=bool(on_change)) if as_written is not None else None
    return StatedPolicy(
        policy_id, number, officer(person, post), committee, cycle, partial(row[8:12]), partial(row[12:16])
    )


def last_approvals(reads: Reads, school_id: int, policy_id: int | None = None) -> dict[int, LastApproval]:
    """The latest approval of each policy that has one, or of one policy."""
    found: dict[int, LastApproval] = {}
    for row in reads.rows(_APPROVED, school=school_id, policy=policy_id):
        found.setdefault(row[0], LastApproval(*(*row[:6], partial(row[6:]))))
    return found


def values_read(reads: Reads, school_id: int) -> list[ReadValue]:
    """Every value that was read for a policy of the school, in the order in which they were recorded."""
    return [ReadValue(*row) for row in reads.rows(_READ, school=school_id)]
