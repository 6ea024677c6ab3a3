"""The terms that a school has set, each with its number in the register."""

from typing import Final

from policyaudit.domain.term_calendar import Term
from policyaudit.store.reads.mapping import Reads

_NUMBER: Final = """
    SELECT term_id FROM term
    WHERE school_id = :school AND academic_year = :year AND season = :season
      AND COALESCE(half, 0) = :half
"""


def number_of(reads: Reads, school_id: int, term: Term) -> int | None:
    """The number under which the school has set this term, or this half of it, before."""
    rows = reads.rows(_NUMBER, school=school_id, year=term.academic_year, season=term.season.value, half=term.half or 0)
    return int(rows[0][0]) if rows else None
