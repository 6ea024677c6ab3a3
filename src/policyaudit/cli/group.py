"""`audit group`: adds, lists, shows, edits and ends groups, and says who is in them."""

from typing import Annotated

import typer

from policyaudit.cli.help import AuditCommand, noun_app
from policyaudit.cli.options import AsJson, AsOf, By, Db, Format, LastDay, OfSchool, On, School, today

app = noun_app("group")

Group = Annotated[str, typer.Argument(metavar="GROUP", help="The group: all-staff, or part of its name.")]
People = Annotated[list[str], typer.Argument(metavar="PERSON...", help="Who, by name or surname.")]


@app.command(cls=AuditCommand, epilog='audit group add "Early years"')
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The group's name.")],
    *,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Add a group; one that had ended begins again, without people."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.groups import add_group

    with register(db) as store:
        added = add_group(store, name, school=school, **recording(by))
    say(f"Added the group {added.name}.")


@app.command("list", cls=AuditCommand, epilog="audit group list")
def list_(
    *, as_of: AsOf = None, format_: Format = "table", json: AsJson = False, school: School = None, db: Db = None
) -> None:
    """List the groups, how many people are in them and how many policies ask them."""
    from policyaudit.cli.group_page import groups_page
    from policyaudit.cli.register import register
    from policyaudit.cli.show import show
    from policyaudit.usecases.show_groups import list_groups

    with register(db) as store:
        found = list_groups(store, as_of=as_of or today(), school=school)
    show(found, form="groups", chosen="json" if json else format_, page=groups_page)


@app.command("show", cls=AuditCommand, epilog="audit group show teaching")
def show_(group: Group, *, as_of: AsOf = None, json: AsJson = False, school: OfSchool = None, db: Db = None) -> None:
    """Show one group: who is in it, and which policies ask it to sign."""
    from policyaudit.cli.group_page import group_page
    from policyaudit.cli.register import register
    from policyaudit.cli.show import show
    from policyaudit.usecases.show_groups import show_group

    with register(db) as store:
        found = show_group(store, group, as_of=as_of or today(), school=school)
    show(found, form="group", chosen="json" if json else "table", page=group_page)


@app.command(cls=AuditCommand, epilog='audit group edit early-years --name "Nursery and reception"')
def edit(
    group: Group,
    *,
    name: Annotated[str, typer.Option(metavar="NAME", help="The new name.")],
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Give a group another name."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.groups import edit_group

    with register(db) as store:
        changed = edit_group(store, group, name=name, school=school, **recording(by))
    say(f"Changed the group {changed.name}.")


@app.command("put-in", cls=AuditCommand, epilog='audit group put-in early-years Inkwell Quill --on "1 September 2026"')
def put_in(
    group: Group, people: People, *, on: On = None, school: OfSchool = None, by: By = None, db: Db = None
) -> None:
    """Put people in a group from a day on."""
    from policyaudit.cli.group_page import moved
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.groups import put_in_group

    with register(db) as store:
        done = put_in_group(store, group, people, on=on or today(), school=school, **recording(by))
    say(moved(done, "Put in", "were in it before"))


@app.command("take-out", cls=AuditCommand, epilog="audit group take-out volunteers Inkwell")
def take_out(
    group: Group, people: People, *, on: On = None, school: OfSchool = None, by: By = None, db: Db = None
) -> None:
    """Take people out of a group; the day is the first without them."""
    from policyaudit.cli.group_page import moved
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.groups import take_out_of_group

    with register(db) as store:
        done = take_out_of_group(store, group, people, on=on or today(), school=school, **recording(by))
    say(moved(done, "Taken out of", "were not in it"))


@app.command(cls=AuditCommand, epilog='audit group end contractors --on "31 August 2026"')
def end(group: Group, *, on: LastDay = None, school: OfSchool = None, by: By = None, db: Db = None) -> None:
    """End a group: nobody is in it and no policy asks it from the day after."""
    from policyaudit.cli.group_page import ended
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.groups import end_group

    with register(db) as store:
        done = end_group(store, group, on=on or today(), school=school, **recording(by))
    say(ended(done))
