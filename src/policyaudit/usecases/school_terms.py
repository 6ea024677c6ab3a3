"""The days of a school's terms: from what somebody says of a term to the change that sets it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from policyaudit.domain.changes import TermSet
from policyaudit.domain.partial_date import PartialDate, Precision
from policyaudit.domain.season import term_begun
from policyaudit.domain.term_calendar import Term
from policyaudit.errors import UsageProblem
from policyaudit.store.reads import terms
from policyaudit.store.writes import Writer
from policyaudit.usecases.days import shown_day


class NoTerm(UsageProblem):
    """A date that is neither a term nor a half-term, or days on which it cannot lie."""

    def __init__(self, term: PartialDate, first_day: date, last_day: date) -> None:
        super().__init__(
            f"{term} cannot be from {shown_day(first_day)} to {shown_day(last_day)}",
            next_step='write it like "Autumn term 2026" or "Spring 2 2027", with its first and its last day',
        )


class TermSaidTwice(UsageProblem):
    """The days of one term, or of one half of it, are given more than once."""

    def __init__(self, term: Term) -> None:
        name = f"{term.season} {term.half or 'term'} {term.first_day.year}"
        super().__init__(f"{name} is given more than once", next_step="give its first and last day once")


def term_named(named: PartialDate, *, first_day: date, last_day: date) -> Term:
    """The term or half of one that is named so, on these days. Raises `NoTerm`."""
    year, season, half = term_begun(named.earliest)
    if named.precision not in {Precision.TERM, Precision.HALF_TERM}:
        raise NoTerm(named, first_day, last_day)
    try:
        return Term(year, season, half if named.precision is Precision.HALF_TERM else None, first_day, last_day)
    except ValueError:
        raise NoTerm(named, first_day, last_day) from None


def refuse_said_twice(days_of: Sequence[Term]) -> None:
    """Raises `TermSaidTwice` where a term stands among them more than once."""
    said = Counter((term.academic_year, term.season, term.half) for term in days_of)
    for term in days_of:
        if said[term.academic_year, term.season, term.half] > 1:
            raise TermSaidTwice(term)


def set_days(writer: Writer, school_id: int, days_of: Sequence[Term]) -> None:
    """Sets the days of these terms, whether or not they were set before."""
    for term in days_of:
        known = terms.number_of(writer, school_id, term)
        changed = TermSet(
            school_id=school_id,
            term_id=known or writer.new_id(school_id, "term"),
            academic_year=term.academic_year,
            season=term.season.value,
            half=term.half,
            first_day=term.first_day,
            last_day=term.last_day,
        )
        writer.apply([changed])
