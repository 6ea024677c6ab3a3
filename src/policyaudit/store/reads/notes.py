"""Remarks and reasons in somebody's words."""

from typing import Final

from policyaudit.store.reads.mapping import Reads

_NOTE: Final = "SELECT content FROM note WHERE school_id = :school AND note_id = :note"


def text_of(reads: Reads, school_id: int, note_id: int | None) -> str | None:
    """What a note says; None where there is none, or where it was erased."""
    if note_id is None:
        return None
    ((content,),) = reads.rows(_NOTE, school=school_id, note=note_id)
    return None if content is None else str(content)
