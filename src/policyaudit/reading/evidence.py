"""A value read from a document, how sure we are of it, the line it stands on, and what contradicts it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from policyaudit.domain.partial_date import PartialDate
from policyaudit.reading.lines import Part

T_co = TypeVar("T_co", covariant=True)

CERTAIN = 0.8
"""From this confidence on a value may be recorded without asking anybody."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The line a value was read from, and why we believe that the value stands there.

    A cell of a list of policies has the heading of its `column` too.
    """

    line: int
    text: str
    reason: str
    page: int | None = None
    part: Part = Part.BODY
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Reading(Generic[T_co]):
    """One value as a document states it; `others` are the readings that contradict it, surest first.

    It is confirmed where the document says it in another way as well.
    """

    value: T_co
    confidence: float
    evidence: Evidence
    others: tuple["Reading[T_co]", ...] = ()
    is_confirmed: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether the value may be recorded without asking."""
        return self.confidence >= CERTAIN


@dataclass(frozen=True, slots=True)
class LoggedVersion:
    """One row of a document's own table of versions."""

    label: str | None
    dated: PartialDate | None
    description: str | None
