"""Keeping what an import has read: each value with where it stood, and what somebody said of it beside that."""

from collections.abc import Sequence
from dataclasses import dataclass

from policyaudit.domain.changes import ValueRead, ValueSettled
from policyaudit.store.writes import Writer
from policyaudit.usecases.import_values import ProposedValue


@dataclass(frozen=True, slots=True)
class KeptFor:
    """What a value is kept for: its school, policy and document, and the version where it is of one."""

    school_id: int
    policy_id: int
    version_id: int | None
    sha256: str


def keep_values(writer: Writer, values: Sequence[tuple[ProposedValue, KeptFor]]) -> None:
    """Records that the values were read, then how those ended of which somebody has spoken already."""
    read = [_read(writer, value, kept) for value, kept in values]
    writer.apply(read)
    writer.apply(
        [
            ValueSettled(
                school_id=one.school_id,
                provenance_id=one.provenance_id,
                state=value.settled,
                corrected_to=value.corrected_to,
            )
            for one, (value, _) in zip(read, values, strict=True)
            if value.settled
        ]
    )


def _read(writer: Writer, value: ProposedValue, kept: KeptFor) -> ValueRead:
    return ValueRead(
        school_id=kept.school_id,
        provenance_id=writer.new_id(kept.school_id, "provenance"),
        policy_id=kept.policy_id,
        version_id=kept.version_id,
        field=value.field,
        value=value.value,
        sha256=kept.sha256,
        line=value.line,
        page=value.page,
        part=value.part,
        evidence=value.evidence,
        confidence=value.confidence,
        reason=value.reason,
        state="recorded" if value.counts and not value.settled else "waiting",
    )
