"""The documents that a school keeps."""

from typing import Final

from policyaudit.store.reads.mapping import Reads

_KEPT: Final = "SELECT COUNT(*) FROM document WHERE school_id = :school AND sha256 = :sha256"


def is_kept(reads: Reads, school_id: int, sha256: str) -> bool:
    """Whether the school holds these very bytes."""
    ((count,),) = reads.rows(_KEPT, school=school_id, sha256=sha256)
    return bool(count)
