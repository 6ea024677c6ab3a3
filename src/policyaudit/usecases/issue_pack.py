"""Record that a pack was given out: what it was, as of which day, and the hash of its bytes."""

import hashlib
from datetime import date, datetime

from policyaudit.domain.changes import PackWasIssued
from policyaudit.store.opening import Store
from policyaudit.usecases.finding import known_schools, school_scope


def record_issue(store: Store, pdf: bytes, *, kind: str, as_of: date, school: str | None, by: str, at: datetime) -> str:
    """Records the pack in the ledger of each school that it speaks of; gives its SHA-256."""
    sha256 = hashlib.sha256(pdf).hexdigest()
    with store.transaction(by=by, at=at) as writer:
        scope = school_scope(writer, school)
        schools = [one.school_id for one in known_schools(writer)] if scope is None else [scope]
        writer.apply(
            PackWasIssued(
                school_id=school_id,
                pack_id=writer.new_id(school_id, "pack_issued"),
                kind=kind,
                as_of=as_of,
                sha256=sha256,
            )
            for school_id in schools
        )
    return sha256
