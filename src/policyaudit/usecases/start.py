"""`audit init`: a new register with its first school; and further schools later."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from policyaudit.domain.changes import Change, CommitteeAdded, CommitteeAliasAdded, Declared, GroupAdded, SchoolAdded
from policyaudit.domain.naming import folded, natural_key
from policyaudit.domain.term_calendar import Term
from policyaudit.errors import NothingRecorded, UsageProblem
from policyaudit.store.opening import Store
from policyaudit.store.reads import names
from policyaudit.store.writes import Writer
from policyaudit.usecases.school_terms import refuse_said_twice, set_days
from policyaudit.usecases.typed import NAME, kept_name, kept_text

NATIONS: Final = ("england", "wales", "scotland", "northern-ireland")
KINDS: Final = ("maintained", "academy", "independent", "special", "pru", "nursery", "further-education")
GROUPS: Final = {
    "all-staff": "All staff",
    "teaching": "Teaching staff",
    "support": "Support staff",
    "governors": "Governors",
    "volunteers": "Volunteers",
    "contractors": "Contractors",
}
FULL_BOARD: Final = "Full governing board"
FULL_BOARD_ALIASES: Final = ("FGB", "Governing body", "Board of governors", "Governors")
DECLARATION: Final = "I have received this version of the policy and have read it."


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSchool:
    """A school as somebody describes it."""

    name: str
    nation: str = "england"
    kind: str = "maintained"
    trust: str | None = None
    terms: tuple[Term, ...] = ()


class SchoolKnown(NothingRecorded):
    """Two schools of one name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is in this register already", next_step="audit school list")


def add_school(store: Store, school: NewSchool, *, by: str, at: datetime) -> int:
    """Adds a school with what every school has, groups, full governing board and declaration, and with the days of
    the terms that are given. Gives its id.
    """
    with store.transaction(by=by, at=at) as writer:
        return begin_school(writer, school)


def begin_school(writer: Writer, school: NewSchool) -> int:
    """The same inside a transaction that does more. Raises `SchoolKnown`, and what `as_kept` raises."""
    school = as_kept(school)
    refuse_known_school(writer, school.name)
    school_id = writer.new_id(0, "school")
    added = SchoolAdded(
        school_id=school_id,
        name=school.name,
        name_key=folded(school.name),
        nation=school.nation,
        kind=school.kind,
        trust=school.trust,
    )
    writer.apply([added])
    writer.apply(_what_every_school_has(writer, school_id))
    set_days(writer, school_id, school.terms)
    return school_id


def as_kept(school: NewSchool) -> NewSchool:
    """The school as it is kept. Raises `NotKept`, `TermSaidTwice` or `UsageProblem` for what cannot be.

    A register asks this before it is made, so that none is left behind without a school.
    """
    check_words(school.nation, school.kind)
    refuse_said_twice(school.terms)
    trust = kept_text("the name of a trust", school.trust, limit=NAME)
    return replace(school, name=kept_name("a school", school.name), trust=trust)


def refuse_known_school(writer: Writer, name: str, *, but: int | None = None) -> None:
    """Raises `SchoolKnown` if a school, other than the one with the id `but`, is called so."""
    if any(folded(known.name) == folded(name) and known.school_id != but for known in names.schools(writer)):
        raise SchoolKnown(name)


def check_words(nation: str, kind: str) -> None:
    """Raises `UsageProblem` for a nation or a kind of school that we do not know."""
    for what, word, words in (("nation", nation, NATIONS), ("kind of school", kind, KINDS)):
        if word not in words:
            problem = f"{word!r} is no {what} we know"
            raise UsageProblem(problem, next_step=f"one of {', '.join(words)}")


def _what_every_school_has(writer: Writer, school_id: int) -> list[Change]:
    groups: list[Change] = [
        GroupAdded(school_id=school_id, group_id=writer.new_id(school_id, "audience_group"), slug=slug, name=name)
        for slug, name in GROUPS.items()
    ]
    board = CommitteeAdded(
        school_id=school_id,
        committee_id=writer.new_id(school_id, "committee"),
        name=FULL_BOARD,
        name_key=folded(FULL_BOARD),
        sort_key=natural_key(FULL_BOARD),
    )
    aliases = [
        CommitteeAliasAdded(
            school_id=school_id,
            alias_id=writer.new_id(school_id, "committee_alias"),
            committee_id=board.committee_id,
            alias=alias,
            alias_key=folded(alias),
        )
        for alias in FULL_BOARD_ALIASES
    ]
    declared = Declared(
        school_id=school_id, declaration_id=writer.new_id(school_id, "declaration"), wording=DECLARATION
    )
    return [*groups, board, *aliases, declared]
