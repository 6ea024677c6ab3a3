"""`audit school`: change what is said of a school, and set the days of its terms."""

from dataclasses import dataclass
from datetime import date, datetime

from policyaudit.domain.changes import SchoolEdited
from policyaudit.domain.naming import folded
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.policy import on_calendar, rescheduled
from policyaudit.store.opening import Store
from policyaudit.store.reads import names, policies
from policyaudit.store.writes import Writer
from policyaudit.usecases.finding import find_school
from policyaudit.usecases.school_terms import set_days, term_named
from policyaudit.usecases.start import check_words, refuse_known_school
from policyaudit.usecases.typed import NAME, kept_name, kept_text


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolDetails:
    """What somebody says of a school, as typed; None leaves a thing as it is."""

    name: str | None = None
    nation: str | None = None
    kind: str | None = None
    trust: str | None = None


@dataclass(frozen=True, slots=True)
class TermDates:
    """A term or half-term of a school, and how many policies are due on other days because of it."""

    school: str
    term: str
    first_day: date
    last_day: date
    policies_moved: int


def edit_school(store: Store, typed: str | None, details: SchoolDetails, *, by: str, at: datetime) -> str:
    """Changes what is said of a school, without a name the register's first; gives its name."""
    with store.transaction(by=by, at=at) as writer:
        school = find_school(writer, typed)
        name = kept_name("a school", details.name) if details.name is not None else school.name
        refuse_known_school(writer, name, but=school.school_id)
        nation, kind = details.nation or school.nation, details.kind or school.kind
        check_words(nation, kind)
        edited = SchoolEdited(
            school_id=school.school_id,
            name=name,
            name_key=folded(name),
            nation=nation,
            kind=kind,
            trust=kept_text("the name of a trust", details.trust, limit=NAME) or school.trust,
        )
        writer.apply([edited])
        return name


def set_term(
    store: Store, term: PartialDate, *, first_day: date, last_day: date, school: str | None, by: str, at: datetime
) -> TermDates:
    """Sets the days of a term or a half of one; dates known to that term move with it. Raises `NoTerm`."""
    dates = term_named(term, first_day=first_day, last_day=last_day)
    with store.transaction(by=by, at=at) as writer:
        found = find_school(writer, school)
        set_days(writer, found.school_id, [dates])
        return TermDates(found.name, str(term), first_day, last_day, _move_policies(writer, found.school_id))


def _move_policies(writer: Writer, school_id: int) -> int:
    """Reads the dates of policies that are known to a term anew; gives how many have changed."""
    calendar = policies.term_calendar(writer, school_id)
    moved = 0
    for one in [*names.policies(writer, school_id), *names.withdrawn_policies(writer, school_id)]:
        state = policies.policy_state(writer, *one.key)
        approved = policies.approved_on(writer, *one.key)
        changed = rescheduled(on_calendar(state, calendar), approved=approved, calendar=calendar)
        if changed != state:
            writer.apply([changed])
            moved += 1
    return moved
