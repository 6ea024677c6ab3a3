"""`audit staff`: adds, lists, shows and edits people, records absences and leavers, reads a sheet of staff."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from policyaudit.cli.help import AuditCommand, noun_app
from policyaudit.cli.options import AsJson, AsOf, By, Db, Format, LastDay, OfSchool, On, School, read_day, today
from policyaudit.cli.terminal import put, this_terminal
from policyaudit.errors import SomeFilesUnread

if TYPE_CHECKING:
    from policyaudit.usecases.staff_plan import StaffImported

app = noun_app("staff")


class RowsLeftOut(SomeFilesUnread):
    """Rows of a sheet were left out; the others are recorded."""

    def __init__(self, rows: int, place: Path) -> None:
        said = "1 row was" if rows == 1 else f"{rows:,} rows were"
        super().__init__(
            f"{said} left out: {place}",
            next_step=f'mend what its first column says, then audit staff import "{place}"',
        )


Person = Annotated[str, typer.Argument(metavar="PERSON", help="Who, by name, surname or e-mail address.")]
Email = Annotated[str | None, typer.Option("--email", metavar="ADDRESS", help="Their work e-mail address.")]
Role = Annotated[str | None, typer.Option("--role", metavar="TEXT", help="What they do: Teacher, Site manager.")]
Started = Annotated[date | None, typer.Option("--started", metavar="DAY", parser=read_day, help="Their first day.")]


def _day_or_none(text: str) -> date | Literal["none"]:
    """A day, or the word none, which takes one away."""
    return "none" if text == "none" else read_day(text)


@app.command(
    cls=AuditCommand, epilog='audit staff add "Poppy Inkwell" --role Teacher --group teaching --started "1 Sep 2026"'
)
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Their name.")],
    *,
    email: Email = None,
    role: Role = None,
    started: Started = None,
    group: Annotated[
        list[str] | None,
        typer.Option(
            metavar="GROUP",
            help="A group they are in; may be given several times. Teaching and support are all-staff too.  "
            "[default: all-staff]",
        ),
    ] = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Add somebody: staff, a governor, a volunteer."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.person_details import PersonDetails
    from policyaudit.usecases.staff import add_person

    said = PersonDetails(name=name, email=email, role=role, started=started, put_in=tuple(group or ()))
    with register(db) as store:
        added = add_person(store, said, school=school, **recording(by))
    say(f"Added {added.name}.")


@app.command(
    "import",
    cls=AuditCommand,
    epilog="audit staff import staff.csv\naudit staff import staff.csv --yes\n"
    "audit staff import staff.csv --yes --skip-bad --out to-mend.csv",
)
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV file with a row for each person.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Record it without asking.")] = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Record the good rows, and write the others to a file to be mended.")
    ] = False,
    out: Annotated[
        Path,
        typer.Option(
            metavar="FILE",
            help="Where --skip-bad writes the rows that it leaves out; beside a file of that name it gets a number.",
        ),
    ] = Path("reports/staff-left-out.csv"),
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Read a sheet of staff: name, e-mail, role, groups, started, left.

    All rows are recorded or none. A person is known by e-mail address, else by name; an empty cell changes nothing.
    Reading the same sheet again adds nobody twice. Where --skip-bad leaves rows out, it ends with exit code 5; the file
    of these rows is mended and imported like any other.
    """
    from policyaudit.cli.asking import agreed
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.sheets import bytes_of
    from policyaudit.cli.staff_page import sheet_page
    from policyaudit.usecases.import_staff import SheetOfStaff, import_staff, propose_staff

    sheet = SheetOfStaff(content=bytes_of(file), file_name=file.name, school=school, skip_bad=skip_bad)
    with register(db) as store:
        found = propose_staff(store, sheet, today=today())
        if not yes:
            put(sheet_page(found, this_terminal(), recorded=False))
        if not agreed("Record it?", yes=yes):
            return
        found = import_staff(store, sheet, today=today(), **recording(by))
    put(sheet_page(found, this_terminal(), recorded=True))
    _write_left_out(out, found)


def _write_left_out(out: Path, found: "StaffImported") -> None:
    """Write the rows that were left out, each behind its reasons, ready to be mended and read again."""
    from policyaudit.cli.sheets import csv_bytes
    from policyaudit.reading.staff_sheet import WHY_LEFT_OUT
    from policyaudit.reports.writing import write_beside

    if found.left_out:
        rows = (("; ".join(row.reasons), *row.cells) for row in found.left_out)
        place = write_beside(out, csv_bytes((WHY_LEFT_OUT, *found.heading), rows))
        raise RowsLeftOut(len(found.left_out), place)


@app.command(
    "list", cls=AuditCommand, epilog="audit staff list\naudit staff list --group governors\naudit staff list --left"
)
def list_(
    *,
    group: Annotated[str | None, typer.Option(metavar="GROUP", help="Only people of this group.")] = None,
    left: Annotated[bool, typer.Option("--left", help="Those who have left, instead of those who have not.")] = False,
    as_of: AsOf = None,
    format_: Format = "table",
    json: AsJson = False,
    school: School = None,
    db: Db = None,
) -> None:
    """List people, their groups, and how many signatures they owe."""
    from policyaudit.cli.register import register
    from policyaudit.cli.show import show
    from policyaudit.cli.staff_page import staff_page
    from policyaudit.usecases.show_staff import StaffFilter, list_staff

    with register(db) as store:
        found = list_staff(store, as_of=as_of or today(), asked=StaffFilter(school, group, left))
    show(found, form="staff", chosen="json" if json else format_, page=staff_page)


@app.command("show", cls=AuditCommand, epilog="audit staff show Inkwell")
def show_(person: Person, *, as_of: AsOf = None, json: AsJson = False, school: OfSchool = None, db: Db = None) -> None:
    """Show everything that the register holds of one person."""
    from policyaudit.cli.person_page import person_page
    from policyaudit.cli.register import register
    from policyaudit.cli.show import show
    from policyaudit.usecases.show_staff import show_person

    with register(db) as store:
        found = show_person(store, person, as_of=as_of or today(), school=school)
    show(found, form="person", chosen="json" if json else "table", page=person_page)


@app.command(
    cls=AuditCommand,
    epilog="audit staff edit Inkwell --role SENDCo --join governors\naudit staff edit Quill --left none",
)
def edit(
    person: Person,
    *,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="A new name.")] = None,
    email: Email = None,
    role: Role = None,
    started: Started = None,
    left: Annotated[
        date | None, typer.Option(metavar="DAY", parser=_day_or_none, help="Their last day; none takes it away.")
    ] = None,
    join: Annotated[list[str] | None, typer.Option(metavar="GROUP", help="A group that they join today.")] = None,
    leave_group: Annotated[
        list[str] | None, typer.Option(metavar="GROUP", help="A group that they are no longer in from today.")
    ] = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Change what is known of somebody; what is not named stays as it is."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.staff_page import changed_page
    from policyaudit.usecases.person_details import PersonDetails
    from policyaudit.usecases.staff import edit_person

    said = PersonDetails(name=name, email=email, role=role, started=started, left=left)
    said = replace(said, put_in=tuple(join or ()), take_out=tuple(leave_group or ()))
    with register(db) as store:
        changed = edit_person(store, person, said, school=school, today=today(), **recording(by))
    put(changed_page(changed, this_terminal()))


@app.command(cls=AuditCommand, epilog='audit staff leave Quill --on "31 August 2026"')
def leave(person: Person, *, on: LastDay = None, school: OfSchool = None, by: By = None, db: Db = None) -> None:
    """Record somebody's last day; what they signed stays."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.cli.staff_page import has_left
    from policyaudit.usecases.staff import person_leaves

    with register(db) as store:
        gone = person_leaves(store, person, on=on or today(), school=school, **recording(by))
    say(has_left(gone))


@app.command(cls=AuditCommand, epilog='audit staff absence Inkwell --from "1 October 2026" --until "31 March 2027"')
def absence(
    person: Person,
    *,
    since: Annotated[date, typer.Option("--from", metavar="DAY", parser=read_day, help="The first day away.")],
    until: Annotated[
        date | None, typer.Option(metavar="DAY", parser=read_day, help="The last day away, if it is known.")
    ] = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Record that somebody is away: dates only, never a reason."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.absences import person_is_away

    with register(db) as store:
        who = person_is_away(store, person, first=since, last=until, school=school, **recording(by))
    say(f"Recorded: {who.name} is away.")


@app.command("return", cls=AuditCommand, epilog='audit staff return Inkwell --on "12 January 2027"')
def return_(
    person: Person,
    *,
    on: On = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Record somebody's first day back."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.absences import person_returns

    with register(db) as store:
        who = person_returns(store, person, on=on or today(), school=school, **recording(by))
    say(f"Recorded: {who.name} is back.")
