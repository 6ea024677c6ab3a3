"""`audit school list` and `show`: the schools of the register, and what one is and holds."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from policyaudit.domain.term_calendar import Term
from policyaudit.store.reads import policies, schedule, staff
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.names import SchoolRow
from policyaudit.store.reads.signing import declaration
from policyaudit.usecases.finding import find_school, known_schools


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolLine:
    """A school on one day: how many policies are in force or live, how many people are there."""

    name: str
    nation: str
    kind: str
    trust: str | None
    policies: int
    people: int


@dataclass(frozen=True, slots=True)
class SchoolList:
    """The schools of the register, the first one first: documents that name no school are filed there."""

    as_of: date
    schools: tuple[SchoolLine, ...]


@dataclass(frozen=True, slots=True)
class SchoolPage:
    """One school, the terms it has set, and the words that its people put their name to."""

    as_of: date
    school: SchoolLine
    terms: tuple[Term, ...]
    declaration: str


def list_schools(reads: Reads, *, as_of: date) -> SchoolList:
    """Every school of the register."""
    return SchoolList(as_of, tuple(_lines(reads, known_schools(reads), as_of)))


def show_school(reads: Reads, typed: str | None, *, as_of: date) -> SchoolPage:
    """The school that is meant, without a name the first. Raises `NoSuchName` and `SeveralSuchNames`."""
    school = find_school(reads, typed)
    (line,) = _lines(reads, [school], as_of)
    terms = policies.term_calendar(reads, school.school_id).terms
    _, wording = declaration(reads, school.school_id)
    return SchoolPage(as_of, line, terms, wording)


def _lines(reads: Reads, schools: list[SchoolRow], as_of: date) -> list[SchoolLine]:
    only = schools[0].school_id if len(schools) == 1 else None
    held = Counter(
        row.school_id
        for row in schedule.all_policies(reads, schedule.Chosen(only), as_of=as_of)
        if row.status in {"in force", "live"}
    )
    there = Counter(row.school_id for row in staff.people(reads, only) if row.employed.covers(as_of))
    return [
        SchoolLine(
            name=school.name,
            nation=school.nation,
            kind=school.kind,
            trust=school.trust,
            policies=held[school.school_id],
            people=there[school.school_id],
        )
        for school in schools
    ]
