"""One row of a register as changes of the register that we keep: its policy, its dates, and where each value stood."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from policyaudit.domain.changes import (
    Approved,
    DocumentKept,
    PolicyAdded,
    Reviewed,
    Revised,
    ValueSettled,
    VersionAdded,
)
from policyaudit.domain.naming import natural_key, title_key
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.policy import P, on_calendar, rescheduled, with_cycle
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.store.reads import documents, held_values, holdings, policies
from policyaudit.store.writes import Writer
from policyaudit.usecases.import_plan import KnownPolicy
from policyaudit.usecases.import_provenance import KeptFor, keep_values
from policyaudit.usecases.import_register_facts import Value, body_named
from policyaudit.usecases.import_register_values import RowValue
from policyaudit.usecases.owners import committee_added, officer_added
from policyaudit.usecases.read_folder import ReadRegister
from policyaudit.usecases.settled_by_hand import settled_by_hand


@dataclass(frozen=True, slots=True)
class RowFiling:
    """A row of a sheet: under which school and policy it goes, None for a new one, and what is new in it."""

    school_id: int
    sheet: ReadRegister
    policy: KnownPolicy | None
    title: str
    news: tuple[RowValue, ...]

    def said(self, field: str) -> Value | None:
        """What the row newly says of a field and what counts."""
        found = (one.said for one in self.news if one.field == field and one.counts)
        said = next(found, None)
        return None if isinstance(said, bool) else said


@dataclass(frozen=True, slots=True)
class RowFiled:
    """What became of a row: the ids of its policy, and of its version where the row brought one."""

    policy_id: int
    version_id: int | None


def file_row(writer: Writer, filing: RowFiling) -> RowFiled:
    """Records what is new in a row, and keeps the sheet's bytes once as its evidence."""
    _keep(writer, filing.school_id, filing.sheet)
    policy_id = filing.policy.policy_id if filing.policy else _added(writer, filing)
    version_id = _version(writer, filing, policy_id)
    _read(writer, filing, policy_id, version_id)
    _happened(writer, filing, policy_id, version_id)
    _settle(writer, filing, policy_id)
    return RowFiled(policy_id, version_id)


def _keep(writer: Writer, school_id: int, sheet: ReadRegister) -> None:
    if documents.is_kept(writer, school_id, sheet.sha256):
        return
    kept = DocumentKept(
        school_id=school_id,
        sha256=sheet.sha256,
        file_name=sheet.file_name,
        media_type=sheet.text.media_type,
        size=len(sheet.content),
        content=sheet.content,
        text=sheet.text.text,
    )
    writer.apply([kept])


def _added(writer: Writer, filing: RowFiling) -> int:
    added = PolicyAdded(
        school_id=filing.school_id,
        policy_id=writer.new_id(filing.school_id, "policy"),
        title=filing.title,
        title_key=title_key(filing.title),
        sort_key=natural_key(filing.title),
    )
    writer.apply([added])
    return added.policy_id


def _version(writer: Writer, filing: RowFiling, policy_id: int) -> int | None:
    """The version that the row names, of a policy of which no text is held yet: its text may follow."""
    label, approved = filing.said("version"), filing.said("approved_on")
    if not isinstance(label, str) or policies.versions(writer, filing.school_id, policy_id):
        return None
    added = VersionAdded(
        school_id=filing.school_id,
        version_id=writer.new_id(filing.school_id, "version"),
        policy_id=policy_id,
        sequence=1,
        label=label,
        in_force_from=approved if isinstance(approved, PartialDate) else None,
    )
    revised = Revised(
        school_id=filing.school_id,
        version_id=added.version_id,
        kind="material",
        decided_by_note_id=writer.note(filing.school_id, writer.by),
        reason_note_id=writer.note(filing.school_id, "read from a list of policies"),
    )
    writer.apply([added])
    writer.apply([revised])
    return added.version_id


def _read(writer: Writer, filing: RowFiling, policy_id: int, version_id: int | None) -> None:
    """Each value with its cell; one that somebody has settled already is kept as settled."""
    newest = filing.policy.versions[-1].version_id if filing.policy and filing.policy.versions else version_id
    writer.apply(list(_borne_out(writer, filing, policy_id)))
    kept_for = KeptFor(filing.school_id, policy_id, version_id, filing.sheet.sha256)
    of_newest = replace(kept_for, version_id=newest)
    keep_values(writer, [(one.proposed, of_newest if one.field == "version" else kept_for) for one in filing.news])


def _borne_out(writer: Writer, filing: RowFiling, policy_id: int) -> Iterator[ValueSettled]:
    """What a document says perhaps and the row says for certain no longer waits."""
    for value in filing.news:
        waiting = holdings.waiting_values(writer, filing.school_id, policy_id, value.field) if value.counts else []
        for provenance_id, words in waiting:
            if words == value.proposed.counted_as:
                yield ValueSettled(school_id=filing.school_id, provenance_id=provenance_id, state="confirmed")


def _happened(writer: Writer, filing: RowFiling, policy_id: int, version_id: int | None) -> None:
    """The review and the approval that the row reports."""
    reviewed = filing.said("last_reviewed")
    if isinstance(reviewed, PartialDate):
        held = Reviewed(
            school_id=filing.school_id,
            review_id=writer.new_id(filing.school_id, "review"),
            policy_id=policy_id,
            reviewed=reviewed,
            outcome="not known",
        )
        writer.apply([held])
    approved, approver = filing.said("approved_on"), filing.said("approved_by")
    if isinstance(approved, PartialDate) or isinstance(approver, str):
        _approve(writer, filing, policy_id, version_id)


def _approve(writer: Writer, filing: RowFiling, policy_id: int, version_id: int | None) -> None:
    """One more approval; where one is known that lacks what the row says, both become one that replaces it."""
    school_id, approved, approver = filing.school_id, filing.said("approved_on"), filing.said("approved_by")
    known = held_values.last_approvals(writer, school_id, policy_id).get(policy_id)
    if known and ((isinstance(approved, PartialDate) and known.approved) or (approver and known.approver)):
        known = None
    name = approver if isinstance(approver, str) else None
    body = body_named(name) if name else None
    committee_id = committee_added(writer, school_id, body) if body else known.committee_id if known else None
    note_id = writer.note(school_id, name) if not body else None
    writer.apply(
        [
            Approved(
                school_id=school_id,
                approval_id=writer.new_id(school_id, "approval"),
                policy_id=policy_id,
                version_id=known.version_id if known else version_id,
                committee_id=committee_id,
                approver_note_id=note_id or (known.approver_note_id if known else None),
                approved=approved if isinstance(approved, PartialDate) else known.approved if known else None,
                replaces=known.approval_id if known else None,
            )
        ]
    )


def _settle(writer: Writer, filing: RowFiling, policy_id: int) -> None:
    """The policy takes what it lacks, and what somebody has settled; its next review follows anew."""
    state = policies.policy_state(writer, filing.school_id, policy_id)
    changed = _with_title(_with_values(writer, state, filing), filing)
    approved = policies.approved_on(writer, filing.school_id, policy_id)
    calendar = policies.term_calendar(writer, filing.school_id)
    changed = rescheduled(on_calendar(changed, calendar), approved=approved, calendar=calendar)
    if changed != state:
        writer.apply([changed])
    if filing.policy is not None and filing.said("title") is not None:
        # A title that waited gives way to the one that the register states.
        writer.apply(settled_by_hand(writer, changed, {"title": changed.title}))


def _with_title(policy: P, filing: RowFiling) -> P:
    title = filing.said("title")
    if filing.policy is None or not isinstance(title, str):
        return policy
    return replace(policy, title=title, title_key=title_key(title), sort_key=natural_key(title))


def _with_values(writer: Writer, policy: P, filing: RowFiling) -> P:
    """The policy with what counts of the row; whoever approves is its committee where no other is known."""
    for value in filing.news:
        if value.counts and (value.is_ruled or _lacks(policy, value.field)):
            policy = _with(writer, policy, value)
    return policy


_LACKING: Final = {
    "policy_number": ("number",),
    "responsible_officer": ("officer_post_id", "officer_person_id"),
    "responsible_committee": ("committee_id",),
    "approved_by": ("committee_id",),
    "review_frequency": ("cycle_as_written",),
    "last_reviewed": ("last_reviewed",),
    "next_review": ("next_stated",),
}


def _lacks(policy: PolicyAdded, field: str) -> bool:
    return all(getattr(policy, name) is None for name in _LACKING.get(field, ()))


def _with(writer: Writer, policy: P, value: RowValue) -> P:
    """The policy with one value of the row."""
    said = value.said
    if isinstance(said, ReviewCycle):
        return with_cycle(policy, said)
    if isinstance(said, PartialDate) and value.field == "last_reviewed":
        return replace(policy, last_reviewed=said)
    if isinstance(said, PartialDate) and value.field == "next_review":
        return replace(policy, next_stated=said)
    return _with_words(writer, policy, value.field, said) if isinstance(said, str) else policy


def _with_words(writer: Writer, policy: P, field: str, said: str) -> P:
    if field == "policy_number":
        return replace(policy, number=said)
    if field == "responsible_officer":
        post_id, person_id = officer_added(writer, policy.school_id, said)
        return replace(policy, officer_post_id=post_id, officer_person_id=person_id)
    has_committee = field == "approved_by" and policy.committee_id is not None
    body = body_named(said) if field == "approved_by" else said if field == "responsible_committee" else None
    if body is None or has_committee:
        return policy
    return replace(policy, committee_id=committee_added(writer, policy.school_id, body))
