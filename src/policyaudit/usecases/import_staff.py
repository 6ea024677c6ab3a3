"""`audit staff import`: a sheet of staff, all or nothing, and nobody twice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from policyaudit.errors import NothingRecorded
from policyaudit.reading.csv_sheet import read_csv
from policyaudit.reading.staff_sheet import BadRow, StaffSheet, read_staff
from policyaudit.store.opening import Store
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.writes import Writer
from policyaudit.usecases.days import ONE_DAY
from policyaudit.usecases.finding import Found, find_school
from policyaudit.usecases.memberships import put_in, take_out
from policyaudit.usecases.staff import posts_given_up
from policyaudit.usecases.staff_plan import PlannedPerson, StaffImported, StaffPlan, plan_staff


class BadRows(NothingRecorded):
    """Rows of a sheet that cannot be recorded: `lines` says of every one of them why."""

    def __init__(self, file_name: str, bad: Sequence[BadRow], *, of: int) -> None:
        self.rows = tuple(bad)
        self.lines = tuple(f"row {row.number}: {'; '.join(row.reasons)}" for row in bad)
        super().__init__(
            f"{len(bad)} of the {of} rows of {file_name} cannot be recorded, so nothing was",
            next_step="mend them and import the sheet again, or record the others with --skip-bad",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOfStaff:
    """A sheet as somebody gives it; with `skip_bad` its good rows are recorded and the bad ones given back."""

    content: bytes
    file_name: str
    school: str | None = None
    skip_bad: bool = False


def propose_staff(reads: Reads, sheet: SheetOfStaff, *, today: date) -> StaffImported:
    """What importing the sheet would record. Changes nothing; raises what `import_staff` raises."""
    return _plan(reads, sheet, _read(sheet), today).result()


def import_staff(store: Store, sheet: SheetOfStaff, *, today: date, by: str, at: datetime) -> StaffImported:
    """Records a sheet of staff in one transaction; running it again adds nobody and changes nothing.

    A person is known by e-mail address, else by name. An empty cell changes nothing; a cell with groups is all the
    groups they are in from today. Without groups somebody new is in all-staff. Raises `SheetRefused` for the sheet
    and `BadRows` for its rows.
    """
    read = _read(sheet)
    with store.transaction(by=by, at=at) as writer:
        plan = _plan(writer, sheet, read, today)
        for planned in plan.people:
            _record(writer, planned, today)
        return plan.result()


def _read(sheet: SheetOfStaff) -> StaffSheet:
    return read_staff(read_csv(sheet.content, file_name=sheet.file_name), file_name=sheet.file_name)


def _plan(reads: Reads, sheet: SheetOfStaff, read: StaffSheet, today: date) -> StaffPlan:
    plan = plan_staff(reads, read, school_id=find_school(reads, sheet.school).school_id, today=today)
    if plan.bad and not sheet.skip_bad:
        raise BadRows(sheet.file_name, plan.bad, of=len(read.cells))
    return plan


def _record(writer: Writer, planned: PlannedPerson, today: date) -> None:
    """Adds the person, or what has changed of them."""
    person, before = planned.person, planned.before
    if before is None:
        person = replace(person, person_id=writer.new_id(person.school_id, "person"))
    if before is None or person != before.state:
        writer.apply([person])
    if before is not None and person.left_on is not None and before.employed.last is None:
        posts_given_up(writer, before, person.left_on)
    found = Found(person.school_id, person.person_id, person.name)
    put_in(writer, found, planned.joined, from_on=None if before is None else today)
    take_out(writer, found, planned.left, last_day=today - ONE_DAY)
