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
LeftOutState = Literal["left out", "brought back"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that happened to one school's register."""

    school_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolAdded(Change):
    """A school came into the register."""

    name: str
    name_key: str
    nation: str
    kind: str
    trust: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolEdited(SchoolAdded):
    """A school's name, nation, kind or trust is another now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSet(Change):
    """A term, or a half of one, has these days; one with the same number is replaced."""

    term_id: int
    academic_year: int
    season: str
    half: int | None
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAdded(Change):
    """Somebody came into the register."""

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
    """Somebody's name, e-mail, role or dates are others now; leaving is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorAdded(Change):
    """Somebody records for this school for the first time; the store applies it by itself."""

    actor_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostAdded(Change):
    """A post that owes reviews came into the register."""

    post_id: int
    title: str
    title_key: str
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostEdited(PostAdded):
    """A post has another title, or has ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderAdded(Change):
    """Somebody holds a post."""

    holder_id: int
    post_id: int
    person_id: int
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderEnded(Change):
    """Somebody's time in a post ended."""

    holder_id: int
    until_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeAdded(Change):
    """A committee came into the register."""

    committee_id: int
    name: str
    name_key: str
    sort_key: str
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeEdited(CommitteeAdded):
    """A committee has another name, or has ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeAliasAdded(Change):
    """A committee goes by another name as well."""

    alias_id: int
    committee_id: int
    alias: str
    alias_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAdded(Change):
    """A group of people who sign together came into the register."""

    group_id: int
    slug: str
    name: str
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEdited(GroupAdded):
    """A group has another name, or has ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipAdded(Change):
    """Somebody is in a group."""

    membership_id: int
    group_id: int
    person_id: int
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipEnded(Change):
    """Somebody's time in a group ended."""

    membership_id: int
    until_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceAdded(Change):
    """Somebody is away."""

    absence_id: int
    person_id: int
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceEnded(Change):
    """Somebody's absence has a last day."""

    absence_id: int
    until_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyAdded(Change):
    """A policy came into the register."""

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
    """A policy is described or scheduled otherwise now, or was withdrawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceAsked(Change):
    """A policy asks a group to sign."""

    audience_id: int
    policy_id: int
    group_id: int
    asked_from: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceReleased(Change):
    """A policy no longer asks a group to sign."""

    audience_id: int
    until_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKept(Change):
    """A document's bytes and text are kept."""

    sha256: str
    file_name: str
    media_type: str
    size: int
    content: bytes
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutSet(Change):
    """A file, or one row of a list (`line`, else 0), is no policy, or is one after all."""

    sha256: str
    line: int
    file_name: str
    state: LeftOutState = "left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionAdded(Change):
    """A policy has another version."""

    version_id: int
    policy_id: int
    sequence: int
    label: str | None = None
    in_force_from: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionEdited(VersionAdded):
    """A version has another label, or is in force from another date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionDocumented(Change):
    """A document holds a version's text."""

    version_id: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRead(Change):
    """A value was read out of a document."""

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
class ValueSettled(Change):
    """A value that was read is confirmed, corrected or dropped; the store adds who said so and when."""

    provenance_id: int
    state: ProvenanceState
    corrected_to: str | None = None  # what counts in its place; None where it was not said in one value


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWritten(Change):
    """A remark or a reason was written down, apart from what it is about."""

    note_id: int
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised(Change):
    """A version came from the one before, by a minor or a material revision."""

    version_id: int
    kind: RevisionKind
    decided_by_note_id: int | None = None
    reason_note_id: int | None = None
    text_difference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed(Change):
    """A policy was reviewed."""

    review_id: int
    policy_id: int
    reviewed: PartialDate
    outcome: Outcome
    note_id: int | None = None
    voids: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved(Change):
    """A policy was approved."""

    approval_id: int
    policy_id: int
    version_id: int | None = None
    committee_id: int | None = None
    approver_note_id: int | None = None
    approved: PartialDate | None = None
    replaces: int | None = None  # an approval of which less was known


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared(Change):
    """People put their name to these words from now on."""

    declaration_id: int
    wording: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(Change):
    """Somebody acknowledged, declined or queried a version, or an acknowledgement was voided."""

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
    """A pack was given out."""

    pack_id: int
    kind: str
    as_of: date
    sha256: str
