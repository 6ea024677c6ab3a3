"""What it does to the register that a value is accepted or corrected: to its policy, its version, its approval.

A value of the newest version counts for the policy; one of an older version only fills what is not known.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, cast

from policyaudit.domain.changes import Approved, PolicyEdited, ProvenanceState, Reviewed, ValueSettled
from policyaudit.domain.naming import NoSuchName, natural_key, title_key
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.policy import on_calendar, rescheduled, with_cycle
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.errors import NothingRecorded, UsageProblem
from policyaudit.store.reads import histories, policies
from policyaudit.store.reads.waiting import KnownApproval, WaitingRow, approvals_of
from policyaudit.store.writes import Writer
from policyaudit.usecases.edit_version import change_version
from policyaudit.usecases.field_values import Value, in_words, value_of
from policyaudit.usecases.finding import Found, find_school, known_schools
from policyaudit.usecases.owners import committee_added, is_body, officer_added
from policyaudit.usecases.policies import refuse_double


class NotASchoolHere(UsageProblem):
    """A school that was to stand in place of the one that was read, and that the register does not hold."""

    def __init__(self, typed: str, schools: Iterable[str]) -> None:
        super().__init__(f"there is no school called {typed!r}", next_step=f"one of {'; '.join(schools)}")


@dataclass(frozen=True, slots=True)
class Settling:
    """A value that somebody settles, the moment's terms, and whether its version is the newest of the policy."""

    writer: Writer
    row: WaitingRow
    calendar: TermCalendar
    is_newest: bool

    @property
    def policy(self) -> Found:
        """The policy that it was read for."""
        return Found(self.row.school_id, self.row.policy_id, self.row.policy)


def settle_value(writer: Writer, rows: Sequence[WaitingRow], said: str | None, *, today: date) -> tuple[str, str]:
    """Accepts a value, or puts what is `said` in its place; gives how that is kept: its state, and what counts now.

    `rows` are the places where the same value of the same version stands. Raises what refuses it: `NotADate`,
    `NotACycle`, `TitleTaken`, `NumberTaken`, `LabelTaken`, `OutOfOrder`, `SignedBefore`; for a school `NotASchoolHere`.
    """
    first = rows[0]
    if said is not None and first.field == "organisation":
        said = _school_called(writer, said)
    calendar = policies.term_calendar(writer, first.school_id)
    read = value_of(first.field, said if said is not None else first.value, calendar=calendar)
    counts = in_words(read)
    settling = Settling(writer, first, calendar, _is_newest(writer, first))
    _EFFECTS[first.field](settling, read)
    _reschedule(settling, today)
    state: ProvenanceState = "confirmed" if counts == first.value else "corrected"
    mark_settled(writer, rows, state, counts if state == "corrected" else None)
    return state, counts


def mark_settled(writer: Writer, rows: Sequence[WaitingRow], state: ProvenanceState, counts: str | None) -> None:
    """Keeps how the values were settled, and changes nothing else."""
    writer.apply(
        [
            ValueSettled(school_id=row.school_id, provenance_id=row.provenance_id, state=state, corrected_to=counts)
            for row in rows
        ]
    )


def _school_called(writer: Writer, typed: str) -> str:
    try:
        return find_school(writer, typed).name
    except NoSuchName:
        raise NotASchoolHere(typed, (school.name for school in known_schools(writer))) from None


def _is_newest(writer: Writer, row: WaitingRow) -> bool:
    versions = policies.versions(writer, row.school_id, row.policy_id)
    return row.version_id is None or versions[-1].version_id == row.version_id


def _change(settling: Settling, *, fills: bool, **new: Any) -> None:  # noqa: ANN401 - the fields of a policy
    """Changes the policy: as the newest version says, else (`fills`) only where nothing is known."""
    state = _state(settling)
    if settling.is_newest or (fills and all(getattr(state, name) is None for name in new)):
        _apply(settling, replace(state, **new))


def _state(settling: Settling) -> PolicyEdited:
    return policies.policy_state(settling.writer, settling.row.school_id, settling.row.policy_id)


def _apply(settling: Settling, changed: PolicyEdited) -> None:
    if changed != _state(settling):
        settling.writer.apply([changed])


def _reschedule(settling: Settling, today: date) -> None:
    """The next review follows from what is known now; another policy may have the title or the number already."""
    writer, row = settling.writer, settling.row
    state = _state(settling)
    if row.field in {"title", "policy_number"}:
        refuse_double(writer, state, today)
    approved = policies.approved_on(writer, row.school_id, row.policy_id)
    _apply(settling, rescheduled(on_calendar(state, settling.calendar), approved=approved, calendar=settling.calendar))


def _title(settling: Settling, value: Value) -> None:
    """A title waits only where the policy has no other that is certain."""
    title = in_words(value)
    _apply(
        settling,
        replace(_state(settling), title=title, title_key=title_key(title), sort_key=natural_key(title)),
    )


def _number(settling: Settling, value: Value) -> None:
    _change(settling, fills=True, number=in_words(value))


def _kept(settling: Settling, value: Value) -> None:
    """Nothing follows: a policy stays under the school where it is filed, whatever school its document names."""


def _officer(settling: Settling, value: Value) -> None:
    post_id, person_id = officer_added(settling.writer, settling.row.school_id, in_words(value))
    _change(settling, fills=True, officer_post_id=post_id, officer_person_id=person_id)


def _committee(settling: Settling, value: Value) -> None:
    committee_id = committee_added(settling.writer, settling.row.school_id, in_words(value))
    _change(settling, fills=True, committee_id=committee_id)


def _cycle(settling: Settling, value: Value) -> None:
    state = _state(settling)
    if settling.is_newest or state.cycle_as_written is None:
        _apply(settling, with_cycle(state, cast("Any", value)))


def _next_review(settling: Settling, value: Value) -> None:
    _change(settling, fills=False, next_stated=value)


def _last_reviewed(settling: Settling, value: Value) -> None:
    writer, row, dated = settling.writer, settling.row, cast("PartialDate", value)
    known = histories.reviews(writer, row.school_id, row.policy_id)
    if all(review.voided or review.reviewed.span != dated.span for review in known):
        held = Reviewed(
            school_id=row.school_id,
            review_id=writer.new_id(row.school_id, "review"),
            policy_id=row.policy_id,
            reviewed=dated,
            outcome="not known",
        )
        writer.apply([held])
    _change(settling, fills=False, last_reviewed=dated)


def _version(settling: Settling, value: Value) -> None:
    _change_version(settling, label=in_words(value))


def _in_force(settling: Settling, value: Value) -> None:
    _change_version(settling, in_force_from=cast("PartialDate", value))


def _change_version(settling: Settling, *, label: str | None = None, in_force_from: PartialDate | None = None) -> None:
    row = settling.row
    for version in policies.versions(settling.writer, row.school_id, row.policy_id):
        if version.version_id == row.version_id:
            change_version(settling.writer, settling.policy, version, label=label, in_force_from=in_force_from)


def _approved_on(settling: Settling, value: Value) -> None:
    """A version of which no other day is known is in force from its approval."""
    row, dated = settling.row, cast("PartialDate", value)
    _approve(settling, approved=dated)
    versions = policies.versions(settling.writer, row.school_id, row.policy_id)
    if any(version.version_id == row.version_id and version.in_force_from is None for version in versions):
        with suppress(NothingRecorded):  # signed before, or after the version that follows: it has no day then
            _change_version(settling, in_force_from=dated)


def _approved_by(settling: Settling, value: Value) -> None:
    """A body is a committee, and the policy's own where no other is known; anybody else is kept by name."""
    writer, school_id, named = settling.writer, settling.row.school_id, in_words(value)
    if not is_body(named):
        _approve(settling, approver_note_id=writer.note(school_id, named))
        return
    committee_id = committee_added(writer, school_id, named)
    _approve(settling, committee_id=committee_id)
    if _state(settling).committee_id is None:
        _change(settling, fills=True, committee_id=committee_id)


def _approve(settling: Settling, **new: Any) -> None:  # noqa: ANN401 - the fields of an approval
    """One more approval of the version; where one is known that lacks this, both become one that replaces it."""
    writer, row = settling.writer, settling.row
    known = approvals_of(writer, row.school_id, row.policy_id, row.version_id) if row.version_id is not None else []
    lacking = next((one for one in known if _lacks(one, new)), None)
    facts = ("committee_id", "approver_note_id", "approved")
    less = {name: getattr(lacking, name) for name in facts} if lacking else {}
    approved = Approved(
        school_id=row.school_id,
        approval_id=writer.new_id(row.school_id, "approval"),
        policy_id=row.policy_id,
        version_id=row.version_id,
        replaces=lacking.approval_id if lacking else None,
        **(less | new),
    )
    writer.apply([approved])


def _lacks(known: KnownApproval, new: dict[str, Any]) -> bool:
    """Whether the date is what is not known of an approval, or whoever approved."""
    return known.approved is None if "approved" in new else known.committee_id is known.approver_note_id is None


_EFFECTS: Final[dict[str, Callable[[Settling, Value], None]]] = {
    "title": _title,
    "organisation": _kept,
    "policy_number": _number,
    "version": _version,
    "responsible_officer": _officer,
    "responsible_committee": _committee,
    "approved_by": _approved_by,
    "approved_on": _approved_on,
    "last_reviewed": _last_reviewed,
    "next_review": _next_review,
    "review_frequency": _cycle,
    "effective_from": _in_force,
    "document_date": _kept,
    "statutory": _kept,
}
