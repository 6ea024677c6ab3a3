"""The terms by which a school's documents are read."""

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.store.reads import policies
from policyaudit.store.reads.mapping import Reads
from policyaudit.usecases.finding import find_school


def calendar_of(reads: Reads, school: str | None) -> TermCalendar:
    """The terms of the school of that name; without a name of the register's first."""
    return policies.term_calendar(reads, find_school(reads, school).school_id)
