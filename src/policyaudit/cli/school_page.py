"""How `audit school` looks on a terminal."""

from typing import TYPE_CHECKING

from policyaudit.cli.facts import facts, listed
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.term_options import usual_terms
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import begun, counted, day, next_steps, paragraphs
from policyaudit.domain.term_calendar import Term
from policyaudit.usecases.show_schools import SchoolLine, SchoolList, SchoolPage

if TYPE_CHECKING:  # it brings what writes a register, which a list of schools does without
    from policyaudit.usecases.schools import TermDates


def _name(term: Term) -> str:
    half = f" {term.half}" if term.half else " term"
    return f"{term.season}{half} {term.first_day.year}"


_COLUMNS = (
    Column[SchoolLine]("School", lambda line: line.name, Giving.WRAP, least=20),
    Column[SchoolLine]("Nation", lambda line: line.nation),
    Column[SchoolLine]("Kind", lambda line: line.kind),
    Column[SchoolLine]("Trust", lambda line: line.trust, Giving.WRAP),
    Column[SchoolLine]("Policies", lambda line: f"{line.policies:,}", right=True),
    Column[SchoolLine]("People", lambda line: f"{line.people:,}", right=True),
)
_TERMS = (
    Column[Term]("Term", _name),
    Column[Term]("First day", lambda term: day(term.first_day)),
    Column[Term]("Last day", lambda term: day(term.last_day)),
)


def schools_page(found: SchoolList, terminal: Terminal) -> str:
    """Each school with its policies and people."""
    told = f"{begun(counted(len(found.schools), 'school'))} on {day(found.as_of)}."
    return paragraphs([table(_COLUMNS, found.schools, terminal), told])


def school_page(found: SchoolPage, terminal: Terminal) -> str:
    """One school, its terms, and the words that its people put their name to."""
    line = found.school
    known = (
        ("Nation", line.nation),
        ("Kind", line.kind),
        ("Trust", line.trust),
        ("Policies", f"{line.policies:,}"),
        ("People", f"{line.people:,}"),
        ("They sign", f"“{found.declaration}”"),
    )
    terms = listed("Terms:", _TERMS, found.terms, terminal)
    return paragraphs([facts(line.name, known, terminal.width), terms or _usual_terms(found, terminal)])


def _usual_terms(found: SchoolPage, terminal: Terminal) -> str:
    """The days that count where a school has set none, and how to set them."""
    told = f"No term dates are set: the usual ones are taken.\n{usual_terms(found.as_of)}"
    step = ("audit school term TERM FIRST LAST", "sets the days of a term")
    return paragraphs([told, next_steps([step], terminal.width)])


def term_set(dates: "TermDates") -> str:
    """The days of a term, and what moves with them."""
    moved = f" {counted(dates.policies_moved, 'policy', 'policies')} moved with it." if dates.policies_moved else ""
    return f"{dates.term} of {dates.school} is from {day(dates.first_day)} to {day(dates.last_day)}.{moved}"
