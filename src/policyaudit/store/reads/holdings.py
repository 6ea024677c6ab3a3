"""What a school holds, as new documents are compared with it."""

from dataclasses import dataclass
from typing import Final

from policyaudit.store.reads.mapping import Reads

_POLICIES: Final = """
    SELECT policy.policy_id, policy.title, policy.number,
           (SELECT COUNT(*) FROM provenance
            WHERE provenance.school_id = policy.school_id AND provenance.policy_id = policy.policy_id
              AND provenance.field = 'title' AND provenance.state = 'waiting')
    FROM policy WHERE policy.school_id = :school AND policy.status <> 'withdrawn'
    ORDER BY policy.policy_id
"""
_NAMED: Final = """
    SELECT DISTINCT policy_id, value FROM provenance
    WHERE school_id = :school AND policy_id IS NOT NULL AND field = 'organisation' AND state <> 'dropped'
    ORDER BY policy_id, value
"""
_TEXTS: Final = """
    SELECT version.policy_id, version.version_id, version.sequence, version.label,
           document.sha256, document.media_type, document.text
    FROM version
    LEFT JOIN version_document
      ON version_document.school_id = version.school_id AND version_document.version_id = version.version_id
    LEFT JOIN document
      ON document.school_id = version.school_id AND document.sha256 = version_document.sha256
    WHERE version.school_id = :school
    ORDER BY version.policy_id, version.sequence, document.sha256
"""
_DATED: Final = """
    SELECT version_id, field, value FROM provenance
    WHERE school_id = :school AND version_id IS NOT NULL AND state <> 'dropped'
      AND field IN ('last_reviewed', 'approved_on', 'effective_from', 'document_date')
    ORDER BY version_id, provenance_id
"""

_LEFT_OUT: Final = """
    SELECT sha256, line FROM left_out WHERE school_id = :school AND state = 'left out' ORDER BY sha256, line
"""
_WAITING: Final = """
    SELECT provenance_id, value FROM provenance
    WHERE school_id = :school AND policy_id = :policy AND field = :field AND state = 'waiting'
    ORDER BY provenance_id
"""


@dataclass(frozen=True, slots=True)
class HeldPolicy:
    """A policy; `title_waits` while nobody has confirmed its title."""

    policy_id: int
    title: str
    number: str | None
    title_waits: bool


@dataclass(frozen=True, slots=True)
class HeldText:
    """A version with one of its documents, or with none."""

    policy_id: int
    version_id: int
    sequence: int
    label: str | None
    sha256: str | None
    media_type: str | None
    text: str | None


def held_policies(reads: Reads, school_id: int) -> list[HeldPolicy]:
    """The school's policies that are not withdrawn."""
    return [HeldPolicy(*(*row[:3], bool(row[3]))) for row in reads.rows(_POLICIES, school=school_id)]


def schools_named(reads: Reads, school_id: int) -> list[tuple[int, str]]:
    """For each policy the schools that its documents name, whatever school they are filed under."""
    return [(policy_id, named) for policy_id, named in reads.rows(_NAMED, school=school_id)]


def held_texts(reads: Reads, school_id: int) -> list[HeldText]:
    """Every version, once for each document of it, by policy, oldest version first."""
    return [HeldText(*row) for row in reads.rows(_TEXTS, school=school_id)]


def dates_read(reads: Reads, school_id: int) -> dict[int, dict[str, str]]:
    """For each version the dates that were read from its documents, as text."""
    found: dict[int, dict[str, str]] = {}
    for version_id, field, value in reads.rows(_DATED, school=school_id):
        found.setdefault(version_id, {}).setdefault(field, value)
    return found


def waiting_values(reads: Reads, school_id: int, policy_id: int, field: str) -> list[tuple[int, str]]:
    """The values of one field of a policy that wait for somebody's word, each with its number."""
    rows = reads.rows(_WAITING, school=school_id, policy=policy_id, field=field)
    return [(provenance_id, value) for provenance_id, value in rows]


def left_out(reads: Reads, school_id: int) -> list[tuple[str, int]]:
    """What was left out of imports for good: a file by its SHA-256, with the line of a row in it or 0 for all of it."""
    return [(sha256, line) for sha256, line in reads.rows(_LEFT_OUT, school=school_id)]
