"""`audit version`: publish a new version, knowing before what it does to the sign-offs."""

import difflib
from dataclasses import dataclass
from datetime import date, datetime

from policyaudit.domain.changes import (
    DocumentKept,
    Revised,
    RevisionKind,
    VersionAdded,
    VersionDocumented,
)
from policyaudit.domain.naming import folded
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.revision import Proposal
from policyaudit.errors import NothingRecorded, UsageProblem
from policyaudit.store.opening import Store
from policyaudit.store.reads import documents, groups, policies, revisions
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.policies import VersionRow
from policyaudit.store.writes import Writer
from policyaudit.usecases.finding import Found, find_policy, school_scope
from policyaudit.usecases.revision_kind import proposed_kind
from policyaudit.usecases.typed import LABEL, kept_name, kept_text


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVersion:
    """A version as somebody publishes it. Without a kind it is proposed from the two texts."""

    policy: str
    label: str
    in_force_from: PartialDate
    kind: RevisionKind | None = None
    reason: str | None = None
    decided_by: str | None = None
    document: "VersionFile | None" = None
    school: str | None = None


@dataclass(frozen=True, slots=True)
class VersionFile:
    """The document that holds a version's text."""

    file_name: str
    media_type: str
    content: bytes
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What publishing does: of what kind the revision is and why, how many sign-offs stay, how many are asked again.

    Where the revision is minor, `still_owing` people have nothing to keep, and owe their signature as before.
    """

    policy: str
    label: str
    kind: RevisionKind
    why: str
    kept: int = 0
    asked_again: int = 0
    still_owing: int = 0
    is_first: bool = False
    groups: tuple[str, ...] = ()  # that the first version asks


def effect_of(reads: Reads, version: NewVersion, *, today: date) -> Effect:
    """What publishing this version would do, before it is done."""
    policy = find_policy(reads, version.policy, school_id=school_scope(reads, version.school))
    before = policies.versions(reads, policy.school_id, policy.key)
    _refuse(policy, version, before)
    kind, why = _kind(reads, policy, version, before)
    on = max(version.in_force_from.latest, today)
    found = revisions.next_revision(reads, school_id=policy.school_id, policy_id=policy.key, on=on, today=today)
    if not before:
        asking = _groups(reads, policy, on)
        return Effect(policy.name, version.label, kind, why, asked_again=found.reached, is_first=True, groups=asking)
    if kind == "material":
        return Effect(policy.name, version.label, kind, why, asked_again=found.reached)
    owing = found.reached - found.signatures
    return Effect(policy.name, version.label, kind, why, kept=found.signatures, still_owing=owing)


def _groups(reads: Reads, policy: Found, on: date) -> tuple[str, ...]:
    """What one types for the groups that the policy asks on that day."""
    asking = {one.group_id for one in groups.askings(reads, policy.school_id) if _asks(one, policy, on)}
    return tuple(row.slug for row in groups.groups(reads, policy.school_id) if row.group_id in asking)


def _asks(asking: groups.AskingRow, policy: Found, on: date) -> bool:
    return asking.policy_id == policy.key and asking.span.covers(on)


def publish(store: Store, version: NewVersion, *, today: date, by: str, at: datetime) -> Effect:
    """Publishes the version. Raises `NothingRecorded` for a label that exists or a day before the last version's."""
    with store.transaction(by=by, at=at) as writer:
        effect = effect_of(writer, version, today=today)
        policy = find_policy(writer, version.policy, school_id=school_scope(writer, version.school))
        before = policies.versions(writer, policy.school_id, policy.key)
        version_id = writer.new_id(policy.school_id, "version")
        added = VersionAdded(
            school_id=policy.school_id,
            version_id=version_id,
            policy_id=policy.key,
            sequence=before[-1].sequence + 1 if before else 1,
            label=kept_label(version.label),
            in_force_from=version.in_force_from,
        )
        writer.apply([added])
        old = policies.text_of(writer, policy.school_id, before[-1].version_id) if before else None
        writer.apply([_revised(writer, added, version, effect.kind, old)])
        if version.document:
            keep_document(writer, policy.school_id, version_id, version.document)
        return effect


def keep_document(writer: Writer, school_id: int, version_id: int, document: VersionFile) -> None:
    """Keeps the bytes once per school, and says that they are this version's."""
    if not documents.is_kept(writer, school_id, document.sha256):
        kept = DocumentKept(
            school_id=school_id,
            sha256=document.sha256,
            file_name=document.file_name,
            media_type=document.media_type,
            size=len(document.content),
            content=document.content,
            text=document.text,
        )
        writer.apply([kept])
    writer.apply([VersionDocumented(school_id=school_id, version_id=version_id, sha256=document.sha256)])


def kept_label(typed: str) -> str:
    """A version's label as it is kept. Raises `NotKept` where no letter or digit is left of it."""
    return kept_name("a version", typed, limit=LABEL)


def _refuse(policy: Found, version: NewVersion, before: list[VersionRow]) -> None:
    label = kept_label(version.label)
    if any(row.label is not None and folded(row.label) == folded(label) for row in before):
        problem = f"{policy.name} has a version {version.label} already"
        raise NothingRecorded(problem, next_step="give the new version a label of its own")
    last = before[-1].in_force_from if before else None
    if last and version.in_force_from.latest < last.earliest:
        problem = f"version {version.label} of {policy.name} cannot be in force before {before[-1].shown}, {last}"
        raise NothingRecorded(problem)


def _kind(reads: Reads, policy: Found, version: NewVersion, before: list[VersionRow]) -> tuple[RevisionKind, str]:
    """The kind that somebody decided, else the one that the two texts speak for. The first version is material."""
    if not before:
        return "material", "the first version"
    if version.kind == "minor" and not version.reason:
        problem = "a minor revision keeps the sign-offs, so it needs a reason"
        raise UsageProblem(problem, next_step='--reason "spelling only"')
    if version.kind:
        return version.kind, "as decided"
    proposal = _proposed(reads, policy, version, before[-1])
    if proposal is None:
        problem = f"is version {version.label} of {policy.name} a minor or a material revision?"
        raise UsageProblem(problem, next_step="say --minor or --material, or give the text with --file")
    return proposal.kind, proposal.why


def _proposed(reads: Reads, policy: Found, version: NewVersion, last: VersionRow) -> Proposal | None:
    old = policies.text_of(reads, policy.school_id, last.version_id)
    return proposed_kind(old, version.document.text) if old and version.document else None


def _revised(writer: Writer, added: VersionAdded, version: NewVersion, kind: RevisionKind, old: str | None) -> Revised:
    new = version.document.text if version.document else None
    return Revised(
        school_id=added.school_id,
        version_id=added.version_id,
        kind=kind,
        decided_by_note_id=writer.note(added.school_id, kept_text("who decided", version.decided_by) or writer.by),
        reason_note_id=writer.note(added.school_id, kept_text("the reason", version.reason)),
        text_difference=text_difference(old, new) if old and new else None,
    )


def text_difference(old: str, new: str) -> str:
    """The lines that changed, with one line around them, as a unified difference."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), "before", "after", n=1, lineterm="")
    return "\n".join(lines)
