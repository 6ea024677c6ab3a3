"""Figures that stand below a listing."""

from typing import Final

from policyaudit.store.reads.mapping import Reads

_WAITING: Final = """
    SELECT COUNT(*) FROM provenance
    WHERE state = 'waiting' AND (CAST(:school AS INTEGER) IS NULL OR school_id = CAST(:school AS INTEGER))
"""


def values_waiting(reads: Reads, *, school_id: int | None) -> int:
    """How many values that were read wait for somebody to confirm them."""
    ((count,),) = reads.rows(_WAITING, school=school_id)
    return int(count)
