"""`audit committee`: adds, lists, shows, edits and ends committees."""

from typing import Annotated

import typer

from policyaudit.cli.help import AuditCommand, noun_app
from policyaudit.cli.options import AsJson, AsOf, By, Db, Format, LastDay, OfSchool, School, today

app = noun_app("committee")

Committee = Annotated[str, typer.Argument(metavar="COMMITTEE", help="The committee, by name or another name of it.")]
Aliases = Annotated[
    list[str] | None,
    typer.Option("--alias", metavar="NAME", help="Another name of it, such as FGB; may be given several times."),
]


@app.command(cls=AuditCommand, epilog='audit committee add "Pupil and Staff Welfare" --alias PSW')
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The committee's name.")],
    *,
    alias: Aliases = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Add a committee; one that had ended begins again."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.committees import add_committee

    with register(db) as store:
        added = add_committee(store, name, aliases=alias or (), school=school, **recording(by))
    say(f"Added the committee {added.name}.")


@app.command("list", cls=AuditCommand, epilog="audit committee list")
def list_(
    *, as_of: AsOf = None, format_: Format = "table", json: AsJson = False, school: School = None, db: Db = None
) -> None:
    """List the committees, and how many of their policies are overdue."""
    from policyaudit.cli.committee_page import committees_page
    from policyaudit.cli.register import register
    from policyaudit.cli.show import show
    from policyaudit.usecases.show_committees import list_committees

    with register(db) as store:
        found = list_committees(store, as_of=as_of or today(), school=school)
    show(found, form="committees", chosen="json" if json else format_, page=committees_page)


@app.command("show", cls=AuditCommand, epilog="audit committee show FGB")
def show_(
    committee: Committee,
    *,
    as_of: AsOf = None,
    json: AsJson = False,
    school: OfSchool = None,
    db: Db = None,
) -> None:
    """Show one committee and the policies that it approves."""
    from policyaudit.cli.committee_page import committee_page
    from policyaudit.cli.register import register
    from policyaudit.cli.show import show
    from policyaudit.usecases.show_committees import show_committee

    with register(db) as store:
        found = show_committee(store, committee, as_of=as_of or today(), school=school)
    show(found, form="committee", chosen="json" if json else "table", page=committee_page)


@app.command(cls=AuditCommand, epilog='audit committee edit PSW --name "Pupil Welfare" --alias "Welfare Committee"')
def edit(
    committee: Committee,
    *,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="A new name; the old one still means it.")] = None,
    alias: Aliases = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Give a committee another name, or names beside it."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.committees import edit_committee

    with register(db) as store:
        changed = edit_committee(store, committee, name=name, aliases=alias or (), school=school, **recording(by))
    say(f"Changed the committee {changed.name}.")


@app.command(cls=AuditCommand, epilog='audit committee end PSW --on "31 August 2026" --hand-to FGB')
def end(
    committee: Committee,
    *,
    on: LastDay = None,
    hand_to: Annotated[
        str | None, typer.Option(metavar="COMMITTEE", help="The committee that approves its policies from then.")
    ] = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """End a committee; another one takes over its policies."""
    from policyaudit.cli.committee_page import ended
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.committees import end_committee

    with register(db) as store:
        done = end_committee(store, committee, on=on or today(), hand_to=hand_to, school=school, **recording(by))
    say(ended(done))
