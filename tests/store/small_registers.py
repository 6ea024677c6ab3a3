"""Small registers made up at random, with the same facts said twice: as changes, and as the values of the rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from hypothesis import strategies as st

from policyaudit.domain.changes import (
    AbsenceAdded,
    Acknowledged,
    AudienceAsked,
    Change,
    MembershipAdded,
    PersonAdded,
    PolicyAdded,
    Revised,
    VersionAdded,
)
from policyaudit.domain.partial_date import PartialDate, Precision
from policyaudit.domain.sign_off import (
    Acknowledgement,
    Asked,
    Obligation,
    PublishedVersion,
    Signatory,
    Span,
    obligation,
)

BEGIN = date(2026, 1, 1)
DAYS = 40
State = Literal["acknowledged", "declined", "queried"]


@dataclass(frozen=True, slots=True)
class SmallPerson:
    """Somebody: employed when, in which of the groups when, away when."""

    employed: Span
    memberships: tuple[tuple[int, Span], ...]
    absences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SmallPolicy:
    """A policy: which groups it asks when, its versions, and what each person (by place) said to which version."""

    audiences: tuple[tuple[int, Span], ...]
    versions: tuple[PublishedVersion, ...]
    given: tuple[tuple[int, Acknowledgement], ...]


@dataclass(frozen=True, slots=True)
class SmallRegister:
    """Some people and some policies of one school."""

    people: tuple[SmallPerson, ...]
    policies: tuple[SmallPolicy, ...]

    def owed(self, as_of: date) -> dict[tuple[int, int], Obligation]:
        """Who owes what by the rules: by the numbers of policy and person, from 1."""
        found = {}
        for policy_id, policy in enumerate(self.policies, start=1):
            for person_id, person in enumerate(self.people, start=1):
                owing = obligation(policy.versions, _signatory(person, policy), _given(policy, person_id), as_of=as_of)
                if owing is not None:
                    found[policy_id, person_id] = owing
        return found

    def required(self, as_of: date) -> set[tuple[int, int]]:
        """Who would owe what had nobody signed anything."""
        nothing_signed = tuple(SmallPolicy(each.audiences, each.versions, ()) for each in self.policies)
        return set(SmallRegister(self.people, nothing_signed).owed(as_of))

    def answers(self, as_of: date) -> dict[tuple[int, int], str]:
        """What those who owe said instead of signing, to the version that is asked for or a later one."""
        found: dict[tuple[int, int], str] = {}
        for (policy_id, person_id), owing in self.owed(as_of).items():
            said = {
                one.state
                for one in _given(self.policies[policy_id - 1], person_id)
                if one.sequence >= owing.sequence and one.signed_on <= as_of and not one.voided
            }
            if said:
                found[policy_id, person_id] = "declined" if "declined" in said else "queried"
        return found

    def reached(self, as_of: date, group_id: int) -> set[tuple[int, int]]:
        """Whom of those who must sign a policy this very group asks."""
        return {
            (policy_id, person_id)
            for policy_id, person_id in self.required(as_of)
            if any(group == group_id and span.covers(as_of) for group, span in self.policies[policy_id - 1].audiences)
            and any(group == group_id and span.covers(as_of) for group, span in self.people[person_id - 1].memberships)
        }

    def days(self) -> Iterator[date]:
        """Every day around what happens."""
        return (BEGIN + timedelta(days=n) for n in range(-2, DAYS + 20))


def _signatory(person: SmallPerson, policy: SmallPolicy) -> Signatory:
    asked = tuple(
        Asked(asking, membership)
        for asking_group, asking in policy.audiences
        for group, membership in person.memberships
        if group == asking_group
    )
    return Signatory(person.employed, asked, person.absences)


def _given(policy: SmallPolicy, person_id: int) -> tuple[Acknowledgement, ...]:
    return tuple(one for who, one in policy.given if who == person_id)


def changes(register: SmallRegister) -> Iterator[Change]:
    """The register's facts as changes of school 1, which is there with its groups and its declaration."""
    for person_id, person in enumerate(register.people, start=1):
        yield from _person_changes(person_id, person)
    numbers = iter(range(1, 10_000))
    for policy_id, policy in enumerate(register.policies, start=1):
        yield from _policy_changes(policy_id, policy, numbers)


def _person_changes(person_id: int, person: SmallPerson) -> Iterator[Change]:
    yield PersonAdded(
        school_id=1,
        person_id=person_id,
        name=f"Person {person_id}",
        name_key=f"person {person_id}",
        sort_key=f"{person_id:03}",
        started_on=person.employed.first,
        left_on=person.employed.last,
    )
    for number, (group_id, span) in enumerate(person.memberships):
        yield MembershipAdded(
            school_id=1,
            membership_id=person_id * 100 + number,
            group_id=group_id,
            person_id=person_id,
            from_on=span.first,
            until_on=span.last,
        )
    for number, span in enumerate(person.absences):
        yield AbsenceAdded(
            school_id=1,
            absence_id=person_id * 100 + number,
            person_id=person_id,
            from_on=span.first or BEGIN,
            until_on=span.last,
        )


def _policy_changes(policy_id: int, policy: SmallPolicy, numbers: Iterator[int]) -> Iterator[Change]:
    title = f"policy {policy_id}"
    yield PolicyAdded(school_id=1, policy_id=policy_id, title=title, title_key=title, sort_key=f"{policy_id:03}")
    for number, (group_id, span) in enumerate(policy.audiences):
        yield AudienceAsked(
            school_id=1,
            audience_id=policy_id * 100 + number,
            policy_id=policy_id,
            group_id=group_id,
            asked_from=span.first or BEGIN,
            until_on=span.last,
        )
    for version in policy.versions:
        version_id = policy_id * 100 + version.sequence
        yield VersionAdded(
            school_id=1,
            version_id=version_id,
            policy_id=policy_id,
            sequence=version.sequence,
            in_force_from=_in_force(version),
        )
        yield Revised(school_id=1, version_id=version_id, kind=version.kind)
    for person_id, one in policy.given:
        yield from _signature(policy_id, person_id, one, numbers)


def _in_force(version: PublishedVersion) -> PartialDate | None:
    if version.earliest is None or version.latest is None:
        return None
    return PartialDate(version.earliest, version.latest, Precision.MONTH, "as the school wrote it")


def _signature(policy_id: int, person_id: int, one: Acknowledgement, numbers: Iterator[int]) -> Iterator[Change]:
    number = next(numbers)
    signed = Acknowledged(
        school_id=1,
        acknowledgement_id=number,
        version_id=policy_id * 100 + one.sequence,
        person_id=person_id,
        signed_on=one.signed_on,
        state=one.state,
        means="paper",
        declaration_id=1,
    )
    yield signed
    if one.voided:
        yield Acknowledged(
            school_id=1,
            acknowledgement_id=next(numbers),
            version_id=signed.version_id,
            person_id=person_id,
            signed_on=one.signed_on,
            state="voided",
            means="paper",
            declaration_id=1,
            voids=number,
        )


days = st.integers(0, DAYS).map(lambda n: BEGIN + timedelta(days=n))
early_days = st.integers(0, DAYS // 4).map(lambda n: BEGIN + timedelta(days=n))
mostly_none = st.one_of(st.none(), st.none(), days)  # else hardly anybody would owe anything
groups = st.integers(1, 2)


@st.composite
def spans(draw: st.DrawFn, *, open_first: bool = True) -> Span:
    """Some days in a row; at times none at all, as of somebody who came back on the first day."""
    first = draw(mostly_none if open_first else early_days)
    last = draw(mostly_none)
    if first is not None and last is not None and last < first:
        last = first - timedelta(days=1)
    return Span(first, last)


@st.composite
def versions_in_order(draw: st.DrawFn) -> tuple[PublishedVersion, ...]:
    """Up to four versions, each in force some days after the one before, or nobody knows from when."""
    made: list[PublishedVersion] = []
    day = draw(early_days)
    for sequence in range(1, draw(st.integers(1, 4)) + 1):
        kind: Literal["minor", "material"] = draw(st.sampled_from(["minor", "material"])) if made else "material"
        known = draw(st.integers(0, 4)) > 0
        latest = day + timedelta(days=draw(st.sampled_from([0, 0, 9, 29])))
        made.append(PublishedVersion(sequence, kind, day if known else None, latest if known else None))
        day += timedelta(days=draw(st.integers(0, 25)))
    return tuple(made)


@st.composite
def policies(draw: st.DrawFn, people: int) -> SmallPolicy:
    """A policy that asks up to three groups, and what people said to its versions."""
    versions = draw(versions_in_order())
    sequences = st.sampled_from([version.sequence for version in versions])
    states: st.SearchStrategy[State] = st.sampled_from(["acknowledged", "acknowledged", "declined", "queried"])
    given = st.builds(Acknowledgement, sequences, days, states, st.booleans())
    return SmallPolicy(
        tuple(draw(st.lists(st.tuples(groups, spans(open_first=False)), min_size=1, max_size=3))),
        versions,
        tuple(draw(st.lists(st.tuples(st.integers(1, people), given), max_size=5))),
    )


@st.composite
def registers(draw: st.DrawFn) -> SmallRegister:
    """Up to three people and two policies."""
    person = st.builds(
        SmallPerson,
        spans(),
        st.lists(st.tuples(groups, spans()), min_size=1, max_size=3).map(tuple),
        st.lists(spans(open_first=False), max_size=2).map(tuple),
    )
    people = tuple(draw(st.lists(person, min_size=1, max_size=3)))
    return SmallRegister(people, tuple(draw(st.lists(policies(len(people)), min_size=1, max_size=2))))
