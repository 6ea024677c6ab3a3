"""`audit school`: adds, lists, shows and edits schools, sets the days of their terms, lists what is asked of them."""

from datetime import date
from functools import partial
from typing import Annotated

import typer

from policyaudit.cli.date_options import read_partial_date
from policyaudit.cli.help import AuditCommand, noun_app
from policyaudit.cli.init import Kind, Nation
from policyaudit.cli.options import AsJson, AsOf, By, Db, Format, OfSchool, read_day, today
from policyaudit.cli.term_options import Terms, terms_of
from policyaudit.domain.partial_date import PartialDate

app = noun_app("school")

_NATION = typer.Option("--nation", metavar="NATION", help="One of england, wales, scotland, northern-ireland.")
_KIND = typer.Option(
    "--kind", metavar="KIND", help="One of maintained, academy, independent, special, pru, nursery, further-education."
)
_TRUST = typer.Option("--trust", metavar="NAME", help="The trust that the school belongs to.")
NamedSchool = Annotated[
    str | None, typer.Argument(metavar="SCHOOL", help="The school, by name or part of it.  [default: the first]")
]


@app.command(cls=AuditCommand, epilog='audit school add "Brookside Primary School" --kind academy')
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The school's name.")],
    *,
    nation: Annotated[Nation, _NATION] = "england",
    kind: Annotated[Kind, _KIND] = "maintained",
    trust: Annotated[str | None, _TRUST] = None,
    term: Terms = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Add another school to the register."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.start import NewSchool, add_school

    new = NewSchool(name=name, nation=nation, kind=kind, trust=trust, terms=terms_of(term))
    with register(db) as store:
        add_school(store, new, **recording(by))
    say(f"Added {name}.")


@app.command("list", cls=AuditCommand, epilog="audit school list")
def list_(*, as_of: AsOf = None, format_: Format = "table", json: AsJson = False, db: Db = None) -> None:
    """List the schools of the register."""
    from policyaudit.cli.register import register
    from policyaudit.cli.school_page import schools_page
    from policyaudit.cli.show import show
    from policyaudit.usecases.show_schools import list_schools

    with register(db) as store:
        found = list_schools(store, as_of=as_of or today())
    show(found, form="schools", chosen="json" if json else format_, page=schools_page)


@app.command("show", cls=AuditCommand, epilog="audit school show Larkmead")
def show_(school: NamedSchool = None, *, as_of: AsOf = None, json: AsJson = False, db: Db = None) -> None:
    """Show one school: what it is, its terms, and what its people sign."""
    from policyaudit.cli.register import register
    from policyaudit.cli.school_page import school_page
    from policyaudit.cli.show import show
    from policyaudit.usecases.show_schools import show_school

    with register(db) as store:
        found = show_school(store, school, as_of=as_of or today())
    show(found, form="school", chosen="json" if json else "table", page=school_page)


@app.command(cls=AuditCommand, epilog="audit school statutory --missing")
def statutory(
    *,
    school: OfSchool = None,
    missing: Annotated[
        bool, typer.Option("--missing", help="Only what is missing, perhaps missing, or a draft.")
    ] = False,
    full: Annotated[bool, typer.Option("--full", help="The law behind each paper too, and how sure it is.")] = False,
    as_of: AsOf = None,
    format_: Format = "table",
    json: AsJson = False,
    db: Db = None,
) -> None:
    """List what the law and guidance ask of a school, and which of its policies answers it.

    A policy answers what it is called: by the title in the catalogue, or by another name that the catalogue knows.
    Titles that only come near are named with "perhaps", for the school to judge. The catalogue comes with each
    release; it is a working list and no legal advice.
    """
    from policyaudit.cli.register import register
    from policyaudit.cli.show import show
    from policyaudit.cli.statutory_page import statutory_page
    from policyaudit.usecases import statutory as asked

    with register(db) as store:
        found = asked.statutory(store, school, as_of=as_of or today(), only_missing=missing)
    show(found, form="statutory", chosen="json" if json else format_, page=partial(statutory_page, full=full))


@app.command(cls=AuditCommand, epilog='audit school edit Larkmead --trust "Hedgerow Learning Trust"')
def edit(
    school: NamedSchool = None,
    *,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="A new name.")] = None,
    nation: Annotated[Nation | None, _NATION] = None,
    kind: Annotated[Kind | None, _KIND] = None,
    trust: Annotated[str | None, _TRUST] = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Change what is known of a school; what is not named stays as it is."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.schools import SchoolDetails, edit_school

    said = SchoolDetails(name=name, nation=nation, kind=kind, trust=trust)
    with register(db) as store:
        changed = edit_school(store, school, said, **recording(by))
    say(f"Changed {changed}.")


@app.command(cls=AuditCommand, epilog='audit school term "Autumn term 2026" "1 September 2026" "18 December 2026"')
def term(
    name: Annotated[
        PartialDate,
        typer.Argument(metavar="TERM", parser=read_partial_date, help='The term or half of one: "Spring 2 2027".'),
    ],
    first: Annotated[date, typer.Argument(metavar="FIRST", parser=read_day, help="Its first day.")],
    last: Annotated[date, typer.Argument(metavar="LAST", parser=read_day, help="Its last day.")],
    *,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Set the days of a term; reviews that are known to that term move with it."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.school_page import term_set
    from policyaudit.cli.show import say
    from policyaudit.usecases.schools import set_term

    with register(db) as store:
        dates = set_term(store, name, first_day=first, last_day=last, school=school, **recording(by))
    say(term_set(dates))
