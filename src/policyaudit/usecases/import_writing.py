"""One imported document as changes of the register: policy, version, bytes, and where each value was read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from policyaudit.domain.changes import (
    Approved,
    Change,
    PolicyAdded,
    Reviewed,
    Revised,
    RevisionKind,
    VersionAdded,
)
from policyaudit.domain.naming import natural_key, title_key
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.policy import P, rescheduled, with_cycle
from policyaudit.reading.evidence import Reading
from policyaudit.store.reads import held_values, histories, policies
from policyaudit.store.writes import Writer
from policyaudit.usecases.import_first_text import is_first_text
from policyaudit.usecases.import_plan import Outcome, Place, label_of, title_of
from policyaudit.usecases.import_provenance import KeptFor, keep_values
from policyaudit.usecases.import_values import ProposedValue
from policyaudit.usecases.owners import committee_added, is_body, officer_added
from policyaudit.usecases.read_folder import ReadDocument
from policyaudit.usecases.revision_kind import proposed_kind
from policyaudit.usecases.settled_by_hand import settled_by_hand
from policyaudit.usecases.versions import VersionFile, keep_document, text_difference

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Filing:
    """A document, the school and the place it goes to, and the values that are kept of it."""

    school_id: int
    document: ReadDocument
    where: Place
    values: tuple[ProposedValue, ...]


def file_document(writer: Writer, filing: Filing) -> tuple[int, int]:
    """Records the document; gives the ids of its policy and its version."""
    policy_id = _policy(writer, filing)
    version_id = _version(writer, filing, policy_id)
    document = filing.document
    kept = VersionFile(
        document.file_name, document.text.media_type, document.content, document.text.text, document.sha256
    )
    keep_document(writer, filing.school_id, version_id, kept)
    kept_for = KeptFor(filing.school_id, policy_id, version_id, document.sha256)
    keep_values(writer, [(value, kept_for) for value in filing.values])
    writer.apply(list(_events(writer, filing, policy_id, version_id)))
    _settle(writer, filing, policy_id)
    return policy_id, version_id


def _policy(writer: Writer, filing: Filing) -> int:
    if filing.where.policy is not None:
        return filing.where.policy.policy_id
    title = title_of(filing.document)
    added = PolicyAdded(
        school_id=filing.school_id,
        policy_id=writer.new_id(filing.school_id, "policy"),
        title=title,
        title_key=title_key(title),
        sort_key=natural_key(title),
    )
    writer.apply([added])
    return added.policy_id


def _version(writer: Writer, filing: Filing, policy_id: int) -> int:
    where, header = filing.where, filing.document.header
    if where.outcome is Outcome.OTHER_FORM and where.version is not None:
        return where.version.version_id
    added = VersionAdded(
        school_id=filing.school_id,
        version_id=writer.new_id(filing.school_id, "version"),
        policy_id=policy_id,
        sequence=where.sequence,
        label=label_of(filing.document),
        in_force_from=_certain(header.effective_from) or _certain(header.approved_on),
    )
    writer.apply([added])
    writer.apply([_revised(writer, filing, added)])
    return added.version_id


def _revised(writer: Writer, filing: Filing, added: VersionAdded) -> Revised:
    """How the version came from the one before it; an older text than all others is compared with none."""
    before = filing.where.version
    newer = before is not None and before.sequence < added.sequence
    old = policies.text_of(writer, added.school_id, before.version_id) if before is not None and newer else None
    new = filing.document.text.text
    kind: RevisionKind = "material"
    why = "read from a document"
    if old is not None:
        proposal = proposed_kind(old, new)
        kind, why = proposal.kind, proposal.why
    return Revised(
        school_id=added.school_id,
        version_id=added.version_id,
        kind=kind,
        decided_by_note_id=writer.note(added.school_id, writer.by),
        reason_note_id=writer.note(added.school_id, why),
        text_difference=text_difference(old, new) if old is not None else None,
    )


def _events(writer: Writer, filing: Filing, policy_id: int, version_id: int) -> Iterator[Change]:
    """The review and the approval that the document reports; another form of a text reports them once more.

    A policy that is known by a list of policies may have them already, when its first text comes.
    """
    header, school_id = filing.document.header, filing.school_id
    if filing.where.outcome is Outcome.OTHER_FORM and not is_first_text(filing.where):
        return
    reviewed = _certain(header.last_reviewed)
    if reviewed is not None and not _was_reviewed(writer, filing, policy_id, reviewed):
        yield Reviewed(
            school_id=school_id,
            review_id=writer.new_id(school_id, "review"),
            policy_id=policy_id,
            reviewed=reviewed,
            outcome="not known",
        )
    approved, approver = _certain(header.approved_on), _certain(header.approved_by)
    is_known = is_first_text(filing.where) and _was_approved(writer, filing, policy_id)
    if (approved is not None or approver is not None) and not is_known:
        by_body = approver is not None and is_body(approver)
        yield Approved(
            school_id=school_id,
            approval_id=writer.new_id(school_id, "approval"),
            policy_id=policy_id,
            version_id=version_id,
            committee_id=committee_added(writer, school_id, approver) if approver and by_body else None,
            approver_note_id=writer.note(school_id, approver) if not by_body else None,
            approved=approved,
        )


def _was_reviewed(writer: Writer, filing: Filing, policy_id: int, reviewed: PartialDate) -> bool:
    """Whether the review that the first text of a policy reports is known without it."""
    known = histories.reviews(writer, filing.school_id, policy_id) if is_first_text(filing.where) else []
    return any(not review.voided and review.reviewed.overlaps(reviewed) for review in known)


def _was_approved(writer: Writer, filing: Filing, policy_id: int) -> bool:
    """Whether nothing of the approval that a text reports is new."""
    known = held_values.last_approvals(writer, filing.school_id, policy_id).get(policy_id)
    approved, approver = _certain(filing.document.header.approved_on), _certain(filing.document.header.approved_by)
    return (
        known is not None
        and (approved is None or known.approved is not None)
        and (not approver or bool(known.approver))
    )


def _settle(writer: Writer, filing: Filing, policy_id: int) -> None:
    """The policy takes what its newest version states; another form or an older text only fills what is missing."""
    state = policies.policy_state(writer, filing.school_id, policy_id)
    is_newest = filing.where.outcome is Outcome.NEW_POLICY or (
        filing.where.outcome is Outcome.NEW_VERSION and _is_newest(writer, filing, policy_id)
    )
    stated = _stated(writer, filing, state)
    is_form = filing.where.outcome is Outcome.OTHER_FORM
    changed = stated if is_newest else _filled(state, stated, has_same_text=is_form)
    if not is_newest and filing.where.policy is not None and filing.where.policy.title_waits:
        changed = replace(changed, title=stated.title, title_key=stated.title_key, sort_key=stated.sort_key)
    approved = policies.approved_on(writer, filing.school_id, policy_id)
    calendar = policies.term_calendar(writer, filing.school_id)
    changed = rescheduled(changed, approved=approved, calendar=calendar)
    if changed != state:
        writer.apply([changed])
    if _certain(filing.document.header.title) is not None and changed.title == stated.title:
        # A title that waited gives way to the one that a document states.
        writer.apply(settled_by_hand(writer, changed, {"title": changed.title}))


def _is_newest(writer: Writer, filing: Filing, policy_id: int) -> bool:
    return policies.versions(writer, filing.school_id, policy_id)[-1].sequence == filing.where.sequence


def _stated(writer: Writer, filing: Filing, policy: P) -> P:
    """The policy with everything that the document states for certain."""
    header, school_id = filing.document.header, filing.school_id
    if title := _certain(header.title):
        policy = replace(policy, title=title, title_key=title_key(title), sort_key=natural_key(title))
    if officer := _certain(header.responsible_officer):
        post_id, person_id = officer_added(writer, school_id, officer)
        policy = replace(policy, officer_post_id=post_id, officer_person_id=person_id)
    if committee := _certain(header.responsible_committee) or _approving_body(filing):
        policy = replace(policy, committee_id=committee_added(writer, school_id, committee))
    if cycle := _certain(header.review_frequency):
        policy = with_cycle(policy, cycle)
    return replace(
        policy,
        number=_certain(header.policy_number) or policy.number,
        last_reviewed=_certain(header.last_reviewed) or policy.last_reviewed,
        next_stated=_next_review(filing, policy.next_stated),
    )


def _next_review(filing: Filing, known: PartialDate | None) -> PartialDate | None:
    """What the document states; a newer text that states none leaves none, since the old date was for the old text."""
    stated = _certain(filing.document.header.next_review)
    is_newer = filing.where.outcome is Outcome.NEW_VERSION and filing.where.version is not None
    return stated if is_newer else stated or known


def _approving_body(filing: Filing) -> str | None:
    approver = _certain(filing.document.header.approved_by)
    return approver if approver and is_body(approver) else None


def _filled(known: P, stated: P, *, has_same_text: bool) -> P:
    """What is known, with what is stated where nothing was known; the dates of an older text are not this one's."""
    if has_same_text:
        known = replace(
            known,
            last_reviewed=known.last_reviewed or stated.last_reviewed,
            next_stated=known.next_stated or stated.next_stated,
        )
    return replace(
        known,
        number=known.number or stated.number,
        officer_post_id=known.officer_post_id if _has_officer(known) else stated.officer_post_id,
        officer_person_id=known.officer_person_id if _has_officer(known) else stated.officer_person_id,
        committee_id=known.committee_id or stated.committee_id,
        cycle_as_written=known.cycle_as_written or stated.cycle_as_written,
        cycle_months=known.cycle_months if known.cycle_as_written else stated.cycle_months,
        cycle_on_change=known.cycle_on_change if known.cycle_as_written else stated.cycle_on_change,
    )


def _has_officer(policy: PolicyAdded) -> bool:
    return policy.officer_post_id is not None or policy.officer_person_id is not None


def _certain(reading: Reading[T] | None) -> T | None:
    return reading.value if reading is not None and reading.is_certain else None
