"""`audit version list` and `show`: the versions of a policy, and what one changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.sign_off import in_force
from policyaudit.errors import UsageProblem
from policyaudit.store.reads import histories, policies
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.policies import VersionRow
from policyaudit.usecases.finding import Found, find_policy, school_scope

# "Version 2", "v2" and "2" are one label as people type it.
_CALLED_VERSION: Final = re.compile(r"(?:version|v)[ .]*(?=[0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One version: how it came from the one before, who decided that and why, and how many have signed it."""

    label: str | None
    sequence: int
    in_force_from: PartialDate | None
    is_in_force: bool
    kind: str  # first, minor or material
    decided_by: str | None
    reason: str | None
    signatures: int
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionList:
    """The versions of one policy, newest first."""

    as_of: date
    policy: str
    number: str | None
    versions: tuple[VersionLine, ...]


@dataclass(frozen=True, slots=True)
class VersionPage:
    """One version, and the lines that changed since the one before where both texts are kept."""

    as_of: date
    policy: str
    version: VersionLine
    text_difference: str | None


class NoSuchVersion(UsageProblem):
    """No version of the policy is called so, or it has none yet."""

    def __init__(self, policy: str, typed: str | None, rows: Sequence[VersionRow]) -> None:
        known = ", ".join(row.label or f"no. {row.sequence}" for row in rows)
        super().__init__(
            f"{policy} has no version {typed!r}" if rows else f"{policy} has no version yet",
            next_step=f"its versions: {known}" if rows else f'audit version add "{policy}"',
        )


def version_called(rows: Sequence[VersionRow], typed: str, *, policy: str) -> VersionRow:
    """The version with that label; one without a label is called by its place, "no. 2". Raises `NoSuchVersion`."""
    wanted = _plain(typed)
    for row in rows:
        if wanted == (_plain(row.label) if row.label else f"no. {row.sequence}"):
            return row
    raise NoSuchVersion(policy, typed, rows)


def _plain(label: str) -> str:
    return _CALLED_VERSION.sub("", " ".join(label.casefold().split()))


def list_versions(reads: Reads, typed: str, *, as_of: date, school: str | None = None) -> VersionList:
    """The versions of the policy that is meant. Raises `NoSuchName` and `SeveralSuchNames`."""
    policy = find_policy(reads, typed, school_id=school_scope(reads, school))
    number = policies.policy_state(reads, policy.school_id, policy.key).number
    return VersionList(as_of, policy.name, number, tuple(reversed(version_lines(reads, policy, as_of))))


def show_version(
    reads: Reads, typed: str, version: str | None, *, as_of: date, school: str | None = None
) -> VersionPage:
    """The version that is meant, without a label the newest. Raises `NoSuchVersion`."""
    policy = find_policy(reads, typed, school_id=school_scope(reads, school))
    rows = policies.versions(reads, policy.school_id, policy.key)
    if not rows:
        raise NoSuchVersion(policy.name, version, rows)
    row = version_called(rows, version, policy=policy.name) if version else rows[-1]
    line = version_lines(reads, policy, as_of)[rows.index(row)]
    return VersionPage(as_of, policy.name, line, row.text_difference)


def version_lines(reads: Reads, policy: Found, as_of: date) -> list[VersionLine]:
    """The versions of the policy, oldest first, as they stand on a day."""
    rows = policies.versions(reads, policy.school_id, policy.key)
    current = in_force([row.published for row in rows], as_of)
    signed = histories.signatures(reads, policy.school_id, policy.key)
    files: dict[int, list[str]] = {}
    for file in histories.files(reads, policy.school_id, policy.key):
        files.setdefault(file.version_id, []).append(file.file_name)
    return [
        VersionLine(
            label=row.label,
            sequence=row.sequence,
            in_force_from=row.in_force_from,
            is_in_force=current is not None and row.sequence == current.sequence,
            kind=row.kind if row is not rows[0] else "first",
            decided_by=row.decided_by,
            reason=row.reason,
            signatures=signed.get(row.version_id, 0),
            files=tuple(files.get(row.version_id, ())),
        )
        for row in rows
    ]
