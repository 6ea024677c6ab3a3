"""Where each thing that the register holds of one policy comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from policyaudit.domain.partial_date import PartialDate
from policyaudit.store.reads.entered import EntryRow, entries_of
from policyaudit.store.reads.histories import ApprovalRow, ValueRow
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.policies import versions
from policyaudit.usecases.finding import Found
from policyaudit.usecases.known_from import Entered, KnownFrom, entered, known_from
from policyaudit.usecases.list_policies import ListedPolicy
from policyaudit.usecases.show_versions import VersionLine

# The columns of a policy, and of a version, in which the words of a field stand.
_OF_POLICY: Final = {
    "title": ("title",),
    "policy_number": ("number",),
    "responsible_officer": ("officer_post_id", "officer_person_id"),
    "responsible_committee": ("committee_id",),
    "review_frequency": ("cycle_as_written",),
    "last_reviewed": ("last_reviewed_as_written",),
    "next_review": ("next_stated_as_written",),
    "withdrawn_on": ("withdrawn_on",),
}
_OF_VERSION: Final = {"version": ("label",), "effective_from": ("in_force_from_as_written",)}
# A text that does not say more is in force once it is approved, and whoever approves it is its committee.
_FOLLOWS: Final = {"effective_from": "approved_on", "responsible_committee": "approved_by"}


@dataclass(frozen=True, slots=True)
class Stands:
    """How a policy stands on a day: its dates as they were, the version in force and the last approval by then."""

    policy: ListedPolicy
    cycle: str | None
    next_stated: PartialDate | None
    version: VersionLine | None
    approval: ApprovalRow | None


def sources(reads: Reads, found: Found, values: Sequence[ValueRow], stands: Stands) -> dict[str, KnownFrom]:
    """By field, where the words that count come from, and who entered them."""
    dates = {"last_reviewed": stands.policy.last_reviewed, "next_review": stands.next_stated}
    by = _entered(entries_of(reads, found.school_id, "policy", found.key), _OF_POLICY, dates)
    if stands.version is not None:
        by |= _entered(_entries_of_version(reads, found, stands.version), _OF_VERSION, {})
    if stands.approval is not None:
        recorded = Entered(stands.approval.recorded_by, stands.approval.recorded_at)
        by |= {"approved_by": recorded, "approved_on": recorded}
    words = _words(stands)
    fields = dict.fromkeys([*words, *by])
    known = {field: known_from(values, field, words.get(field), by.get(field)) for field in fields}
    for field, other in _FOLLOWS.items():
        if words[field] and words[field] == words[other]:
            known[field] = _following(known[field], known[other])
    return known


def _following(own: KnownFrom, other: KnownFrom) -> KnownFrom:
    """What no document says of its own, but was entered together with something else, is known from that."""
    at = own.entered and own.entered.at
    together = tuple(value for value in other.same if at in {value.read_at, value.settled_at})
    return KnownFrom(own.same or together, own.otherwise, own.entered)


def _words(stands: Stands) -> dict[str, str | None]:
    """What counts of each field, as documents are read."""
    policy, version, approval = stands.policy, stands.version, stands.approval
    said = {
        "title": policy.title,
        "organisation": policy.school,
        "policy_number": policy.number,
        "responsible_officer": policy.responsible_officer,
        "responsible_committee": policy.committee,
        "review_frequency": stands.cycle,
        "last_reviewed": policy.last_reviewed,
        "next_review": stands.next_stated,
        "version": version and version.label,
        "effective_from": version and version.in_force_from,
        "approved_by": approval and (approval.committee or approval.approver),
        "approved_on": approval and approval.approved,
    }
    return {field: str(value) if value else None for field, value in said.items()}


def _entries_of_version(reads: Reads, found: Found, version: VersionLine) -> list[EntryRow]:
    rows = versions(reads, found.school_id, found.key)
    key = next(row.version_id for row in rows if row.sequence == version.sequence)
    return entries_of(reads, found.school_id, "version", key)


def _entered(
    entries: Sequence[EntryRow], fields: Mapping[str, Sequence[str]], dates: Mapping[str, PartialDate | None]
) -> dict[str, Entered | None]:
    """Who entered what stands in each field now; of these dates, what stood there on the day that is asked about."""
    newest = entries[0].values
    now: dict[str, dict[str, Any]] = {
        field: {name: newest[name] for name in columns} for field, columns in fields.items()
    }
    for field, dated in dates.items():
        now[field] = dict.fromkeys(fields[field], dated and dated.as_written)
    return {field: entered(entries, columns) for field, columns in now.items()}
