"""Who gave the register its words, and when: what the journal says of one thing, newest first."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from policyaudit.store.reads.mapping import Reads

_ENTRIES: Final = """
    SELECT journal.recorded_at, journal.entry FROM journal
    WHERE journal.school_id = :school AND journal.subject = :subject AND journal.subject_id = :key
    ORDER BY journal.position DESC
"""
_ACTORS: Final = "SELECT token, name FROM actor WHERE school_id = :school"


@dataclass(frozen=True, slots=True)
class EntryRow:
    """How a thing stood once it was entered, by whom and when; None is somebody who was erased."""

    by: str | None
    at: datetime
    values: Mapping[str, Any]


def entries_of(reads: Reads, school_id: int, subject: str, key: int) -> list[EntryRow]:
    """Every entry of the journal about one policy, version or other thing of a school, the newest first."""
    actors = dict(reads.rows(_ACTORS, school=school_id))
    rows = reads.rows(_ENTRIES, school=school_id, subject=subject, key=str(key))
    read = [(datetime.fromisoformat(at), json.loads(bytes(entry))) for at, entry in rows]
    return [EntryRow(actors.get(entry["by"]), at, entry["values"]) for at, entry in read]
