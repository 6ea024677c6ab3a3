"""One entry of a school's ledger as canonical bytes, and the commitments by which people stand in it.

Canonical: JSON with sorted keys, no white space, UTF-8, no number but whole ones (RFC 8785 restricted to what we
write). A commitment is HMAC-SHA-256 under a salt of the person's own, over a purpose, a NUL and the text: with the
salt gone nobody can tell whom it named, while every hash over the entry stays what it was.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

FORMAT: Final = "policyaudit entry 1"
SALT_LENGTH: Final = 32

Value = str | int | None

_ENCODER: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one change made of one row, when, by what means and on whose word.

    `claimed_on` is when it happened as somebody says (ISO day or the date as written), `recorded_at` when it was
    recorded (UTC, ISO 8601 to the microsecond, ending in Z), `by` the recording person's token.
    """

    school_id: int
    position: int
    kind: str
    subject: str
    subject_id: str
    values: Mapping[str, Value]
    claimed_on: str | None
    recorded_at: str
    means: str | None
    by: str


def canonical_bytes(entry: Entry) -> bytes:
    """The entry as the bytes that are kept and hashed."""
    whole = {
        "by": entry.by,
        "claimed_on": entry.claimed_on,
        "format": FORMAT,
        "kind": entry.kind,
        "means": entry.means,
        "position": entry.position,
        "recorded_at": entry.recorded_at,
        "school": entry.school_id,
        "subject": entry.subject,
        "subject_id": entry.subject_id,
        "values": dict(entry.values),
    }
    return _ENCODER.encode(whole).encode("utf-8")


def commitment(salt: bytes, purpose: str, text: str) -> str:
    """The keyed commitment to a text that may name somebody, as 64 hexadecimal digits.

    Source: HMAC as in RFC 2104, with SHA-256.
    """
    message = purpose.encode("utf-8") + b"\0" + text.encode("utf-8")
    return hmac.new(salt, message, hashlib.sha256).hexdigest()
