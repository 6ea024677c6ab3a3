"""No value is surer than values of its kind turned out to be in documents that no rule had seen.

What was right less often than 19 times in 20 is asked, however plainly it seems to stand there, unless the document
says it in another way as well. The shares are in db/reading/weights.toml, with how they were obtained.
"""

from dataclasses import replace
from typing import TypeVar

from policyaudit.reading.composed_labels import Manner
from policyaudit.reading.evidence import CERTAIN, Reading
from policyaudit.reading.rows import Zone
from policyaudit.reading.wordings import settings

T = TypeVar("T")

_MANNERS = tuple(f", {manner}" for manner in Manner if manner)  # however a label is worded, its place counts
_REPEATED = f", {Zone.FURNITURE}"


def as_sure_as_its_kind(field: str, reading: Reading[T]) -> Reading[T]:
    """A reading whose confidence is that of its kind, where values of that kind are often wrong."""
    share = share_right(field, reading.evidence.reason)
    shares = settings("weights")["right"]
    if reading.is_confirmed or share >= shares["least"]:
        return reading
    return replace(reading, confidence=min(reading.confidence, round(share * CERTAIN, 2)))


def share_right(field: str, reason: str) -> float:
    """How many of the values of a field that were read for a reason are right; 1 where too few have been counted."""
    shares = settings("weights")["right"]
    reason = reason.removesuffix(_REPEATED)
    layout = reason.partition(",")[0] if reason.endswith(_MANNERS) else reason
    by_reason: float = min(shares["reasons"].get(each, 1.0) for each in (layout, reason))
    of_field: float = shares["fields"].get(field, {}).get(layout, by_reason)
    return of_field
