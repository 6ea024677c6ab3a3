"""A date known to the day, the month, the term, the half-term, the academic year or the year. Both ends included."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a date was written, most exact first."""

    DAY = "day"
    MONTH = "month"
    HALF_TERM = "half-term"
    TERM = "term"
    ACADEMIC_YEAR = "academic year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as exact as the school wrote it: some day from `earliest` to `latest`, both included."""

    earliest: date
    latest: date
    precision: Precision
    as_written: str
