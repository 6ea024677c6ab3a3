"""Values found for the fields of a policy, before one of them is chosen for each field."""

from dataclasses import dataclass

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.reading.evidence import Reading
from policyaudit.reading.rows import Row
from policyaudit.reading.wordings import settings

Value = PartialDate | ReviewCycle | str | bool


@dataclass(frozen=True, slots=True)
class Found:
    """A value that may belong to a field."""

    field: str
    reading: Reading[Value]


def found(
    field: str,
    value: Value,
    row: Row,
    *,
    layout: str,
    manner: str = "",
    plainness: float = 1.0,
    meanings: tuple[Value, ...] = (),
) -> Found:
    """A value with the row that it was read from and the confidence that its place and layout deserve.

    One that has two `meanings` bears them as what contradicts it.
    """
    weights = settings("weights")
    zone = 1.0 if layout in weights["anywhere"]["layouts"] else weights["zones"][row.zone.value]
    confidence = round(weights["layouts"][layout] * weights["manners"].get(manner, 1.0) * zone * plainness, 2)
    evidence = row.evidence(f"{layout}, {manner}" if manner else layout)
    others = tuple(Reading(meaning, confidence, evidence) for meaning in meanings)
    return Found(field, Reading(value, confidence, evidence, others))
