"""`audit demo`: the sample school's register, with its history, the same on every day and every machine."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import partial
from itertools import count
from typing import Final

from policyaudit.domain import changes
from policyaudit.domain.naming import folded, natural_key
from policyaudit.domain.season import Season
from policyaudit.domain.term_calendar import Term, TermCalendar
from policyaudit.store.opening import Store
from policyaudit.store.reads import names, signing
from policyaudit.store.writes import Writer
from policyaudit.usecases.demo_data import MEANS, STATES, DemoData, Row, demo_data
from policyaudit.usecases.demo_people import DemoPeople
from policyaudit.usecases.demo_policies import DemoPolicies
from policyaudit.usecases.owners import committee_added
from policyaudit.usecases.start import NewSchool, begin_school

OFFICE: Final = "Dora Foolscap"
Step = tuple[datetime, int, str, Callable[[], None]]


def build_demo(store: Store) -> date:
    """Fills an empty register with the sample school; gives the day to look at it."""
    data = demo_data()
    with store.transaction(by=OFFICE, at=data.started_at, salt=_salts()) as writer:
        demo = _Demo(writer, data)
        demo.begin()
        for at, _, by, step in sorted(demo.steps(), key=lambda each: each[:2]):
            writer.goes_on(by=by, at=at)
            step()
    return data.demo_day


def _salts() -> Callable[[], bytes]:
    """Salts that are the same each time. A real register draws them at random."""
    numbers = count(1)
    return lambda: hashlib.sha256(f"the sample school's salt {next(numbers)}".encode()).digest()


class _Demo:
    """The sample school while it is being recorded."""

    def __init__(self, writer: Writer, data: DemoData) -> None:
        self.writer = writer
        self.data = data
        school = data.school["school"]
        new = NewSchool(name=school["name"], nation=school["nation"], kind=school["kind"], trust=school["trust"])
        self.school_id = begin_school(writer, new)
        self.people = DemoPeople(writer, self.school_id)
        calendar = TermCalendar(tuple(_term(row) for row in data.school["terms"]))
        self.policies = DemoPolicies(writer, self.school_id, calendar=calendar)
        self.signed: dict[tuple[str, ...], int] = {}

    def begin(self) -> None:
        """Terms, groups and committees, which were there from the start."""
        self.writer.apply(
            changes.TermSet(school_id=self.school_id, term_id=number, **row)
            for number, row in enumerate(self.data.school["terms"], 1)
        )
        known = {one.shown for one in names.groups(self.writer, self.school_id)}
        for row in self.data.school["groups"]:
            if row["slug"] not in known:
                group_id = self.writer.new_id(self.school_id, "audience_group")
                self.writer.apply([changes.GroupAdded(school_id=self.school_id, group_id=group_id, **row)])
        for row in self.data.school["committees"]:
            self._committee(row["name"], row["aliases"])

    def _committee(self, name: str, aliases: Iterable[str]) -> None:
        committee_id = committee_added(self.writer, self.school_id, name)
        as_the_school_writes_it = changes.CommitteeEdited(
            school_id=self.school_id,
            committee_id=committee_id,
            name=name,
            name_key=folded(name),
            sort_key=natural_key(name),
        )
        self.writer.apply([as_the_school_writes_it])
        known = {folded(alias) for one in names.committees(self.writer, self.school_id) for alias in one.aliases}
        self.writer.apply(
            changes.CommitteeAliasAdded(
                school_id=self.school_id,
                alias_id=self.writer.new_id(self.school_id, "committee_alias"),
                committee_id=committee_id,
                alias=alias,
                alias_key=folded(alias),
            )
            for alias in aliases
            if folded(alias) not in known
        )

    def steps(self) -> Iterator[Step]:
        """What happened and when, with an order for what was recorded in the same moment."""
        yield from self._steps_of_people()
        yield from self._steps_of_policies()
        for row in self.data.tables["acknowledgements"]:
            yield _at(row), 8, row["recorded_by"], partial(self._acknowledgement, row)
        for row in self.data.tables["voids"]:
            yield _at(row), 9, row["recorded_by"], partial(self._void, row)

    def _steps_of_people(self) -> Iterator[Step]:
        for row in self.data.tables["staff"]:
            yield _at(row), 0, OFFICE, partial(self.people.joined, row)
            if row["left_recorded_at"]:
                yield datetime.fromisoformat(row["left_recorded_at"]), 1, OFFICE, partial(self.people.left, row)
        begun = self._people_are_there()
        for post in self.data.school["posts"]:
            yield begun, 2, OFFICE, partial(self.people.post, post)
            for holder in post["holders"]:
                cells = {key: str(value) for key, value in holder.items()} | {"title": post["title"]}
                yield holder.get("recorded_at", begun), 3, OFFICE, partial(self.people.holder, cells)
        for row in self.data.tables["absences"]:
            yield _at(row), 4, OFFICE, partial(self.people.absent, row)

    def _steps_of_policies(self) -> Iterator[Step]:
        last = {row["policy_number"]: row for row in self.data.tables["reviews"]}
        for row in self.data.tables["policies"]:
            yield _at(row), 5, OFFICE, partial(self.policies.added, row)
            looked_at = _at(last.get(row["number"], row))
            yield looked_at, 8, OFFICE, partial(self.policies.as_it_stands, row)
            if row["withdrawn_on"]:
                at = datetime.fromisoformat(f"{row['withdrawn_on']}T15:30:00+00:00")
                yield max(at, looked_at), 9, OFFICE, partial(self.policies.withdrawn, row)
        for row in self.data.tables["versions"]:
            yield _at(row), 6, OFFICE, partial(self.policies.revised, row)
        for row in self.data.tables["reviews"]:
            yield _at(row), 7, OFFICE, partial(self.policies.reviewed, row)

    def _people_are_there(self) -> datetime:
        """When the people who were there from the start had been recorded."""
        first_day = self.data.started_at.date()
        return max(_at(row) for row in self.data.tables["staff"] if _at(row).date() == first_day)

    def _acknowledgement(self, row: Row) -> None:
        acknowledgement_id = self.writer.new_id(self.school_id, "acknowledgement")
        self.signed[row["policy_number"], row["version"], row["person"], row["signed_on"]] = acknowledgement_id
        self._acknowledge(acknowledgement_id, row, voids=None)

    def _void(self, row: Row) -> None:
        wrong = self.signed[row["policy_number"], row["version"], row["person"], row["signed_on"]]
        cells = row | {"state": "voided", "means": "paper", "note": row["reason"]}
        self._acknowledge(self.writer.new_id(self.school_id, "acknowledgement"), cells, voids=wrong)

    def _acknowledge(self, acknowledgement_id: int, row: Row, *, voids: int | None) -> None:
        version_id = self.policies.versions[row["policy_number"], row["version"]]
        declaration_id, _ = signing.declaration(self.writer, self.school_id)
        given = changes.Acknowledged(
            school_id=self.school_id,
            acknowledgement_id=acknowledgement_id,
            version_id=version_id,
            person_id=self.people.ids[row["person"]],
            signed_on=date.fromisoformat(row["signed_on"]),
            state=STATES[row["state"]],
            means=MEANS[row["means"]],
            declaration_id=declaration_id,
            note_id=self.writer.note(self.school_id, row["note"]),
            voids=voids,
        )
        self.writer.apply([given])


def _at(row: Row) -> datetime:
    return datetime.fromisoformat(row["recorded_at"])


def _term(row: dict[str, object]) -> Term:
    return Term(**{**row, "season": Season(str(row["season"]))})  # type: ignore[arg-type] # the file's own columns
