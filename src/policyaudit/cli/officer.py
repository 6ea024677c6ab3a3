"""`audit officer`: adds, lists, shows, edits and ends the posts that owe reviews."""

from datetime import date
from typing import Annotated

import typer

from policyaudit.cli.help import AuditCommand, noun_app
from policyaudit.cli.options import AsJson, AsOf, By, Db, Format, LastDay, OfSchool, School, read_day, today

app = noun_app("officer")

Post = Annotated[str, typer.Argument(metavar="POST", help="The post, by title or part of it.")]
Holder = Annotated[str | None, typer.Option("--holder", metavar="PERSON", help="Who holds it, by name or surname.")]
Since = Annotated[
    date | None, typer.Option("--from", metavar="DAY", parser=read_day, help="The holder's first day, if it is known.")
]


@app.command(
    cls=AuditCommand, epilog='audit officer add "Online Safety Lead" --holder Inkwell --from "1 September 2026"'
)
def add(
    title: Annotated[str, typer.Argument(metavar="TITLE", help="The title of the post.")],
    *,
    holder: Holder = None,
    since: Since = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Add a post; one that had ended begins again."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.officers import NewHolder, add_post

    held = NewHolder(holder, since) if holder else None
    with register(db) as store:
        added = add_post(store, title, holder=held, school=school, **recording(by))
    say(f"Added the post {added.name}.")


@app.command("list", cls=AuditCommand, epilog="audit officer list")
def list_(
    *, as_of: AsOf = None, format_: Format = "table", json: AsJson = False, school: School = None, db: Db = None
) -> None:
    """List who owes reviews, and how many of them are overdue."""
    from policyaudit.cli.officer_page import officers_page
    from policyaudit.cli.register import register
    from policyaudit.cli.show import show
    from policyaudit.usecases.show_officers import list_officers

    with register(db) as store:
        found = list_officers(store, as_of=as_of or today(), school=school)
    show(found, form="officers", chosen="json" if json else format_, page=officers_page)


@app.command("show", cls=AuditCommand, epilog="audit officer show Headteacher")
def show_(post: Post, *, as_of: AsOf = None, json: AsJson = False, school: OfSchool = None, db: Db = None) -> None:
    """Show one post: who holds and held it, and the policies that it owes."""
    from policyaudit.cli.officer_page import officer_page
    from policyaudit.cli.register import register
    from policyaudit.cli.show import show
    from policyaudit.usecases.show_officers import show_officer

    with register(db) as store:
        found = show_officer(store, post, as_of=as_of or today(), school=school)
    show(found, form="officer", chosen="json" if json else "table", page=officer_page)


@app.command(cls=AuditCommand, epilog='audit officer edit SENDCo --holder Quill --from "1 January 2027"')
def edit(
    post: Post,
    *,
    title: Annotated[str | None, typer.Option(metavar="TITLE", help="A new title.")] = None,
    holder: Holder = None,
    since: Since = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Give a post another title or another holder."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.officers import NewHolder, edit_post

    held = NewHolder(holder, since) if holder else None
    with register(db) as store:
        changed = edit_post(store, post, title=title, holder=held, school=school, **recording(by))
    say(f"Changed the post {changed.name}.")


@app.command(cls=AuditCommand, epilog='audit officer end "Computing Lead" --hand-to "Online Safety Lead"')
def end(
    post: Post,
    *,
    on: LastDay = None,
    hand_to: Annotated[
        str | None, typer.Option(metavar="POST", help="The post that owes its reviews from then.")
    ] = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """End a post; another one takes over its policies."""
    from policyaudit.cli.officer_page import ended
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.officers import end_post

    with register(db) as store:
        done = end_post(store, post, on=on or today(), hand_to=hand_to, school=school, **recording(by))
    say(ended(done))
