"""From what somebody types to the school, policy, person, post, committee or group that they mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from policyaudit.domain.naming import Named, choose
from policyaudit.errors import NoRegister, UsageProblem
from policyaudit.store.reads import names
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.names import Key, SchoolRow


@dataclass(frozen=True, slots=True)
class Found:
    """What was meant: its school, its own id there, and its name in full."""

    school_id: int
    key: int
    name: str


class NoSchool(NoRegister):
    """A register that was begun and holds no school."""

    def __init__(self) -> None:
        super().__init__("the register holds no school yet", next_step="audit init --school NAME")


def known_schools(reads: Reads) -> list[SchoolRow]:
    """Every school, the first one first. Raises `NoSchool` where there is none."""
    known = names.schools(reads)
    if not known:
        raise NoSchool
    return known


def find_school(reads: Reads, typed: str | None) -> SchoolRow:
    """The school of that name; without a name the register's first."""
    known = known_schools(reads)
    if typed is None:
        return known[0]
    by_id = {school.school_id: school for school in known}
    return by_id[choose("school", typed, [Named(school.school_id, school.name) for school in known]).key]


def school_scope(reads: Reads, typed: str | None) -> int | None:
    """The id of the school of that name; without a name None, which means all of them."""
    return None if typed is None else find_school(reads, typed).school_id


def find_policy(reads: Reads, typed: str, *, school_id: int | None) -> Found:
    """The policy with that number, title or part of a title. A withdrawn one only if no other is called so."""
    known = names.policies(reads, school_id)
    try:
        return _found("policy", typed, _with_school(reads, known))
    except UsageProblem as problem:
        withdrawn = names.withdrawn_policies(reads, school_id)
        if not withdrawn or "more than one" in str(problem):
            raise
        return _found("policy", typed, _with_school(reads, [*known, *withdrawn]))


def find_person(reads: Reads, typed: str, *, school_id: int | None) -> Found:
    """The person with that name, surname or e-mail address."""
    return _found("person", typed, names.people(reads, school_id))


def find_post(reads: Reads, typed: str, *, school_id: int | None) -> Found:
    """The post with that title."""
    return _found("post", typed, names.posts(reads, school_id))


def find_committee(reads: Reads, typed: str, *, school_id: int | None) -> Found:
    """The committee with that name or alias."""
    return _found("committee", typed, names.committees(reads, school_id))


def find_group(reads: Reads, typed: str, *, school_id: int | None) -> Found:
    """The group that is typed so: all-staff, teaching."""
    return _found("group", typed, names.groups(reads, school_id))


def _found(kind: str, typed: str, known: Sequence[Named[Key]]) -> Found:
    one = choose(kind, typed, known)
    return Found(*one.key, one.shown)


def _with_school(reads: Reads, known: Sequence[Named[Key]]) -> list[Named[Key]]:
    """The same with each policy's number, and its school where there are several, in what is shown."""
    schools = {school.school_id: school.name for school in known_schools(reads)}
    several = len(schools) > 1
    return [
        Named(
            one.key,
            f"{one.shown} ({schools[one.key[0]]})" if several else one.shown,
            (one.shown, *one.aliases),
        )
        for one in known
    ]
