"""From what somebody types to the school, policy, person, post, committee or group that they mean."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from policyaudit.domain.naming import Named, NoSuchName, SeveralSuchNames, choose, folded
from policyaudit.errors import NoRegister
from policyaudit.store.reads import names
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.names import Key, SchoolRow

_LISTED_BY: Final[Mapping[str, str]] = {
    "policy": "audit policy list",
    "person": "audit staff list",
    "post": "audit officer list",
    "committee": "audit committee list",
    "group": "audit group list",
}
_ALSO_CALLED: Final[Mapping[str, tuple[str, ...]]] = {"policy": ("its number",), "person": ("the e-mail address",)}


class Found(NamedTuple):
    """What was meant: its school, its own id there, and its name in full."""

    school_id: int
    key: int
    name: str


class Scope(NamedTuple):
    """Of which schools something is asked: one by its name and id, or all `schools` of the register."""

    school: str | None
    school_id: int | None
    schools: int


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


def scope_of(reads: Reads, typed: str | None) -> Scope:
    """The school of that name; without a name the only one, or all of them."""
    known = known_schools(reads)
    one = find_school(reads, typed) if typed is not None or len(known) == 1 else None
    return Scope(one.name if one else None, one.school_id if one else None, len(known))


def find_policy(reads: Reads, typed: str, *, school_id: int | None, on: date | None = None) -> Found:
    """The policy with that number, title or part of a title. A withdrawn one only if no other is called so.

    With a day, a policy is withdrawn if it was by then.
    """
    known = names.policies(reads, school_id, on=on)
    try:
        return _found(reads, "policy", typed, known)
    except NoSuchName:
        withdrawn = names.withdrawn_policies(reads, school_id, on=on)
        if not withdrawn:
            raise
        return _found(reads, "policy", typed, [*known, *withdrawn])


def find_person(reads: Reads, typed: str, *, school_id: int | None) -> Found:
    """The person with that name, surname or e-mail address."""
    return _found(reads, "person", typed, names.people(reads, school_id))


def find_post(reads: Reads, typed: str, *, school_id: int | None) -> Found:
    """The post with that title."""
    return _found(reads, "post", typed, names.posts(reads, school_id))


def find_committee(reads: Reads, typed: str, *, school_id: int | None) -> Found:
    """The committee with that name or alias."""
    return _found(reads, "committee", typed, names.committees(reads, school_id))


def find_group(reads: Reads, typed: str, *, school_id: int | None) -> Found:
    """The group that is typed so: all-staff, teaching."""
    return _found(reads, "group", typed, names.groups(reads, school_id))


def _found(reads: Reads, kind: str, typed: str, known: Sequence[Named[Key]]) -> Found:
    try:
        one = choose(kind, typed, _told_apart(reads, known))
    except NoSuchName as problem:
        problem.next_step = problem.next_step or _LISTED_BY[kind]
        raise
    except SeveralSuchNames as problem:
        problem.next_step = _how_to_choose(kind, str(problem), schools=len(known_schools(reads)))
        raise
    shown = next(each.shown for each in known if each.key == one.key)
    return Found(*one.key, shown)


def _told_apart(reads: Reads, known: Sequence[Named[Key]]) -> list[Named[Key]]:
    """The same, with the school in what is shown where there are several, and what tells those apart who are called
    alike: the e-mail address or number, else their place among what the school has recorded, such as "no. 12".
    """
    schools = {school.school_id: school.name for school in known_schools(reads)}
    called = [(one.key[0], folded(one.shown)) for one in known]
    alike = Counter(called)
    same = Counter((name, one.aliases) for name, one in zip(called, known, strict=True))
    told: list[Named[Key]] = []
    for name, one in zip(called, known, strict=True):
        is_nameless = alike[name] > 1 and (not one.aliases or same[name, one.aliases] > 1)
        place = (f"no. {one.key[1]}",) if is_nameless else ()
        apart = f" ({(place or one.aliases)[0]})" if alike[name] > 1 else ""
        school = f" ({schools[one.key[0]]})" if len(schools) > 1 else ""
        told.append(Named(one.key, f"{one.shown}{apart}{school}", (one.shown, *one.aliases, *place)))
    return told


def _how_to_choose(kind: str, candidates: str, *, schools: int) -> str:
    """What to type so that one of the candidates is meant."""
    ways = ["more of the name", *_ALSO_CALLED.get(kind, ())]
    ways += ["what stands in brackets"] if "(" in candidates else []
    named = f"type {' or '.join(filter(None, [', '.join(ways[:-1]), ways[-1]]))}"
    return f"{named}, or add --school NAME" if schools > 1 else named
