"""One small frozen value per change that can be applied to a register.

A field is called as the column it fills; a `PartialDate` fills four. Who recorded a change and when is not said
here: the store adds both, to the row and to the journal entry that it writes with every change.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from policyaudit.domain.partial_date import PartialDate

Status = Literal["in force", "live", "draft", "withdrawn"]
Outcome = Literal["unchanged", "minor", "material", "not known"]
RevisionKind = Literal["minor", "material"]
AcknowledgementState = Literal["acknowledged", "declined", "queried", "voided"]
Means = Literal["paper", "meeting", "email", "web"]
ProvenanceState = Literal["recorded", "waiting", "confirmed", "corrected", "dropped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that happened to one school's register."""

    school_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolAdded(Change):
    name: str
    name_key: str
    nation: str
    kind: str
    trust: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolEdited(SchoolAdded):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSet(Change):
    term_id: int
    academic_year: int
    season: str
    half: int | None
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAdded(Change):
    person_id: int
    name: str
    name_key: str
    sort_key: str
    email: str | None = None
    role: str | None = None
    started_on: date | None = None
    left_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEdited(PersonAdded):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class PostAdded(Change):
    post_id: int
    title: str
    title_key: str
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostEdited(PostAdded):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderAdded(Change):
    holder_id: int
    post_id: int
    person_id: int
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderEnded(Change):
    holder_id: int
    until_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeAdded(Change):
    committee_id: int
    name: str
    name_key: str
    sort_key: str
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeEdited(CommitteeAdded):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeAliasAdded(Change):
    alias_id: int
    committee_id: int
    alias: str
    alias_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAdded(Change):
    group_id: int
    slug: str
    name: str
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEdited(GroupAdded):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipAdded(Change):
    membership_id: int
    group_id: int
    person_id: int
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipEnded(Change):
    membership_id: int
    until_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceAdded(Change):
    absence_id: int
    person_id: int
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceEnded(Change):
    absence_id: int
    until_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyAdded(Change):
    policy_id: int
    title: str
    title_key: str
    sort_key: str
    number: str | None = None
    status: Status = "in force"
    officer_post_id: int | None = None
    officer_person_id: int | None = None
    committee_id: int | None = None
    cycle_as_written: str | None = None
    cycle_months: int | None = None
    cycle_on_change: bool = False
    anchor: str = "reviewed"
    confidential: bool = False
    last_reviewed: PartialDate | None = None
    next_stated: PartialDate | None = None
    next_derived: PartialDate | None = None
    due_from: date | None = None
    due_by: date | None = None
    withdrawn_on: date | None = None
    withdrawn_note_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyEdited(PolicyAdded):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceAsked(Change):
    audience_id: int
    policy_id: int
    group_id: int
    asked_from: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceReleased(Change):
    audience_id: int
    until_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKept(Change):
    sha256: str
    file_name: str
    media_type: str
    size: int
    content: bytes
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionAdded(Change):
    version_id: int
    policy_id: int
    sequence: int
    label: str | None = None
    in_force_from: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionEdited(VersionAdded):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionDocumented(Change):
    version_id: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRead(Change):
    provenance_id: int
    policy_id: int
    version_id: int | None
    field: str
    value: str
    sha256: str
    line: int | None
    page: int | None
    part: str
    evidence: str
    confidence: int
    reason: str
    state: ProvenanceState


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWritten(Change):
    note_id: int
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised(Change):
    version_id: int
    kind: RevisionKind
    decided_by_note_id: int | None = None
    reason_note_id: int | None = None
    text_difference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed(Change):
    review_id: int
    policy_id: int
    reviewed: PartialDate
    outcome: Outcome
    note_id: int | None = None
    voids: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved(Change):
    approval_id: int
    policy_id: int
    version_id: int | None = None
    committee_id: int | None = None
    approver_note_id: int | None = None
    approved: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared(Change):
    declaration_id: int
    wording: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(Change):
    acknowledgement_id: int
    version_id: int
    person_id: int
    signed_on: date
    state: AcknowledgementState
    means: Means
    declaration_id: int
    round_id: int | None = None
    note_id: int | None = None
    voids: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackWasIssued(Change):
    pack_id: int
    kind: str
    as_of: date
    sha256: str
