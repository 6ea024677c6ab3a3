"""What a sheet of staff asks for: whom to add, what to change of whom, and which of its rows cannot be recorded."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from policyaudit.domain.changes import PersonAdded
from policyaudit.domain.naming import folded
from policyaudit.errors import AuditError, NothingRecorded
from policyaudit.reading.staff_sheet import BadRow, StaffRow, StaffSheet
from policyaudit.store.reads import staff
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.staff import PersonRow
from policyaudit.usecases.memberships import groups_of_somebody
from policyaudit.usecases.person_details import PersonDetails, same_address, somebody_new, with_details

NOT_YET: Final = 0  # the number of a person who is not in the register


@dataclass(frozen=True, slots=True)
class StaffImported:
    """Who was added and whose details changed, by name; how many were as the sheet says; the rows left out."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: int
    heading: tuple[str, ...]
    left_out: tuple[BadRow, ...]


class NotOnePerson(NothingRecorded):
    """A row that may mean more than one person, or one whom another row means."""


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """A person as the sheet has them, as they stand in the register, and the groups they come into and leave."""

    person: PersonAdded
    before: PersonRow | None
    joined: tuple[int, ...]
    left: tuple[int, ...]

    @property
    def has_changed(self) -> bool:
        """The sheet says something that the register does not."""
        return self.before is None or self.person != self.before.state or bool(self.joined or self.left)


@dataclass(frozen=True, slots=True)
class StaffPlan:
    """The people of the good rows, and the bad rows, in the order of the sheet."""

    heading: tuple[str, ...]
    people: tuple[PlannedPerson, ...]
    bad: tuple[BadRow, ...]

    def result(self) -> StaffImported:
        """Who is added and who changes."""
        known = [one for one in self.people if one.before is not None]
        return StaffImported(
            tuple(one.person.name for one in self.people if one.before is None),
            tuple(one.person.name for one in known if one.has_changed),
            sum(not one.has_changed for one in known),
            self.heading,
            self.bad,
        )


def plan_staff(reads: Reads, sheet: StaffSheet, *, school_id: int, today: date) -> StaffPlan:
    """What the sheet asks for of that school."""
    planning = _Planning(reads, sheet.rows, school_id, today)
    people, bad = [], list(sheet.bad)
    for row in sheet.rows:
        try:
            people.append(planning.person(row))
        except AuditError as problem:
            bad.append(BadRow(row.number, sheet.cells[row.number], (_reason(problem),)))
    return StaffPlan(sheet.heading, tuple(people), tuple(sorted(bad, key=lambda row: row.number)))


def _reason(problem: AuditError) -> str:
    """The sentence, with the nearest names where there are any; what to type next is said of the sheet as a whole."""
    near = problem.next_step or ""
    return f"{problem}, {near}" if near.startswith("did you mean") else str(problem)


@dataclass(slots=True)
class _Planning:
    """The people of the school, and those whom a row has meant so far."""

    reads: Reads
    rows: Sequence[StaffRow]
    school_id: int
    today: date
    taken: set[int] = field(default_factory=set)
    known: list[PersonRow] = field(init=False)
    inside: dict[int, list[int]] = field(init=False)
    addresses: Counter[str] = field(init=False)
    names: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        self.known = staff.people(self.reads, self.school_id)
        self.inside = {}
        for row in staff.memberships(self.reads, self.school_id):
            if row.span.covers(self.today):
                self.inside.setdefault(row.person_id, []).append(row.group_id)
        self.addresses = Counter(row.email.casefold() for row in self.rows if row.email)
        self.names = Counter(folded(row.name) for row in self.rows if not row.email)

    def person(self, row: StaffRow) -> PlannedPerson:
        """What the row asks for. Raises `NotOnePerson`, and what is wrong with its details or groups."""
        self._refuse_double(row)
        before = self._meant(row)
        details = PersonDetails(name=row.name, email=row.email, role=row.role, started=row.started, left=row.left)
        state = somebody_new(self.school_id, NOT_YET) if before is None else before.state
        person = with_details(state, details)
        joined, left = self._groups(row, before)
        if before is not None:
            self.taken.add(before.person_id)
        return PlannedPerson(person, before, joined, left)

    def _refuse_double(self, row: StaffRow) -> None:
        if row.email and self.addresses[row.email.casefold()] > 1:
            problem = f"another row has the e-mail address {row.email} too"
            raise NotOnePerson(problem)
        if not row.email and self.names[folded(row.name)] > 1:
            problem = f"another row names {row.name} too, and no e-mail address tells them apart"
            raise NotOnePerson(problem)

    def _meant(self, row: StaffRow) -> PersonRow | None:
        """Whoever has that address, else that name; None for somebody new."""
        found = [one for one in self.known if same_address(row.email, one.email)] or self._called(row)
        if len(found) > 1:
            problem = f"there are {len(found)} people called {row.name}: an e-mail address must say who is meant"
            raise NotOnePerson(problem)
        if found and found[0].person_id in self.taken:
            problem = f"another row means {found[0].name} too"
            raise NotOnePerson(problem)
        if found and row.email and found[0].email and not same_address(row.email, found[0].email):
            problem = f"{row.name} is in the register with another e-mail address, {found[0].email}"
            raise NotOnePerson(problem)
        return found[0] if found else None

    def _called(self, row: StaffRow) -> list[PersonRow]:
        """Those of that name whom no other row means by their e-mail address."""
        return [
            one
            for one in self.known
            if one.name_key == folded(row.name) and (one.email or "").casefold() not in self.addresses
        ]

    def _groups(self, row: StaffRow, before: PersonRow | None) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The groups to come into and those to leave; a row that names none leaves all as it is."""
        if before is None:
            return tuple(groups_of_somebody(self.reads, self.school_id, row.groups or ())), ()
        if not row.groups:
            return (), ()
        wanted = groups_of_somebody(self.reads, self.school_id, row.groups)
        now = self.inside.get(before.person_id, [])
        joined = (group for group in wanted if group not in now)
        return tuple(dict.fromkeys(joined)), tuple(dict.fromkeys(group for group in now if group not in wanted))
