"""`audit version edit`: give a version another label, or another date from which it is in force."""

from collections.abc import Sequence
from datetime import date, datetime

from policyaudit.domain.changes import VersionEdited
from policyaudit.domain.naming import folded
from policyaudit.domain.partial_date import PartialDate
from policyaudit.errors import NothingRecorded
from policyaudit.store.opening import Store
from policyaudit.store.reads import policies, signing
from policyaudit.store.reads.policies import VersionRow
from policyaudit.store.writes import Writer
from policyaudit.usecases.days import shown_day
from policyaudit.usecases.finding import Found, find_policy, school_scope
from policyaudit.usecases.show_versions import version_called
from policyaudit.usecases.versions import kept_label


class LabelTaken(NothingRecorded):
    """Two versions of a policy with one label."""

    def __init__(self, policy: str, label: str) -> None:
        super().__init__(f"{policy} has a version {label} already", next_step="give this one a label of its own")


class OutOfOrder(NothingRecorded):
    """A version would be in force after the one that follows it, or before the one that it follows."""

    def __init__(self, shown: str, policy: str, begins: PartialDate, other: VersionRow) -> None:
        super().__init__(
            f"{shown} of {policy} cannot be in force from {begins}: {other.shown} is from {other.in_force_from}",
            next_step=f'audit version list "{policy}"',
        )


class SignedBefore(NothingRecorded):
    """A version would be in force only after somebody signed it."""

    def __init__(self, shown: str, policy: str, people: int, first: date) -> None:
        signed = "1 person has" if people == 1 else f"{people} people have"
        super().__init__(
            f"{signed} signed {shown} of {policy} before, the first on {shown_day(first)}",
            next_step="give a date that is not later, or void what was signed too early",
        )


def edit_version(
    store: Store,
    typed: str,
    version: str,
    *,
    label: str | None = None,
    in_force_from: PartialDate | None = None,
    school: str | None,
    by: str,
    at: datetime,
) -> Found:
    """Changes what is said of a version and leaves the rest. Raises `LabelTaken`, `OutOfOrder`, `SignedBefore`."""
    with store.transaction(by=by, at=at) as writer:
        policy = find_policy(writer, typed, school_id=school_scope(writer, school))
        rows = policies.versions(writer, policy.school_id, policy.key)
        row = version_called(rows, version, policy=policy.name)
        change_version(writer, policy, row, label=label, in_force_from=in_force_from)
        return policy


def change_version(
    writer: Writer,
    policy: Found,
    row: VersionRow,
    *,
    label: str | None = None,
    in_force_from: PartialDate | None = None,
) -> None:
    """Gives a version another label or date, unless another version or a signature speaks against it."""
    rows = policies.versions(writer, policy.school_id, policy.key)
    kept = kept_label(label) if label is not None else row.label
    others = [other for other in rows if other.version_id != row.version_id]
    if any(other.label and folded(other.label) == folded(kept or "") for other in others):
        raise LabelTaken(policy.name, kept or "")
    if in_force_from is not None:
        _refuse_out_of_order(others, row, in_force_from, policy)
        _refuse_signed_before(writer, row, in_force_from, policy)
    edited = VersionEdited(
        school_id=policy.school_id,
        version_id=row.version_id,
        policy_id=policy.key,
        sequence=row.sequence,
        label=kept,
        in_force_from=in_force_from or row.in_force_from,
    )
    writer.apply([edited])


def _refuse_out_of_order(others: Sequence[VersionRow], row: VersionRow, begins: PartialDate, policy: Found) -> None:
    for other in others:
        theirs = other.in_force_from
        if theirs is None:
            continue
        older_after = other.sequence < row.sequence and begins.latest < theirs.earliest
        newer_before = other.sequence > row.sequence and theirs.latest < begins.earliest
        if older_after or newer_before:
            raise OutOfOrder(row.shown, policy.name, begins, other)


def _refuse_signed_before(writer: Writer, row: VersionRow, begins: PartialDate, policy: Found) -> None:
    given = [one for one in signing.given(writer, policy.school_id, policy.key) if one.version_id == row.version_id]
    early = [one for one in given if one.signed_on < begins.earliest]
    if early:
        people = len({one.person_id for one in early})
        raise SignedBefore(row.shown, policy.name, people, min(one.signed_on for one in early))
