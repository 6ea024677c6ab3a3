"""`audit init`: a new register with its first school."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from policyaudit.cli.help import AuditCommand, plain_app
from policyaudit.cli.options import By, Db, today
from policyaudit.cli.term_options import Terms
from policyaudit.cli.terminal import put, this_terminal
from policyaudit.errors import UsageProblem

if TYPE_CHECKING:
    from policyaudit.usecases.start import NewSchool

app = plain_app()
EXAMPLES = """\
audit init --school "Larkmead Primary School"
audit init --school "Ysgol Tŷ Gwyn" --nation wales --db ty-gwyn.db"""

# The words of usecases.start, said again here: help that loads what writes a register would be slow.
Nation = Literal["england", "wales", "scotland", "northern-ireland"]
Kind = Literal["maintained", "academy", "independent", "special", "pru", "nursery", "further-education"]


class SchoolUnnamed(UsageProblem):
    """A register was to be started and nobody said for which school."""

    def __init__(self) -> None:
        super().__init__("a register needs a school", next_step='audit init --school "Example Primary School"')


@app.command(cls=AuditCommand, epilog=EXAMPLES)
def init(
    *,
    school: Annotated[str | None, typer.Option(metavar="NAME", help="The school's name.")] = None,
    nation: Annotated[
        Nation, typer.Option(metavar="NATION", help="One of england, wales, scotland, northern-ireland.")
    ] = "england",
    kind: Annotated[
        Kind,
        typer.Option(
            metavar="KIND",
            help="One of maintained, academy, independent, special, pru, nursery, further-education.",
        ),
    ] = "maintained",
    trust: Annotated[str | None, typer.Option(metavar="NAME", help="The trust that the school belongs to.")] = None,
    term: Terms = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Start a register for a school.

    The register is one file. It begins with the groups that every school has (all-staff, teaching, support, governors,
    volunteers, contractors) and with the full governing board. The school's name and its terms are asked if they are
    missing and somebody sits at the terminal.
    """
    from policyaudit.cli.asking import asked
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.term_options import asked_terms
    from policyaudit.store.opening import create_register
    from policyaudit.store.target import register_target
    from policyaudit.usecases.start import NewSchool, add_school, as_kept

    name = asked(school, "Name of the school")
    if not name:
        raise SchoolUnnamed
    recorder, target = recording(by), register_target(db)
    terms = asked_terms(term, as_of=today())
    new = as_kept(NewSchool(name=name, nation=nation, kind=kind, trust=trust, terms=terms))
    create_register(target)
    with register(target) as store:
        add_school(store, new, **recorder)
    _say_where(new, target, usual=db is None)


def _say_where(school: "NewSchool", target: str, *, usual: bool) -> None:
    """Where the register is, how much is asked of such a school, and what to do next."""
    from policyaudit.cli.statutory_page import demand_told
    from policyaudit.cli.wording import next_steps, paragraphs, sentences
    from policyaudit.store.target import shown
    from policyaudit.usecases.statutory import demand

    asked = demand_told(demand(school.nation, school.kind), nation=school.nation, kind=school.kind)
    steps = [
        ("audit import FOLDER", "reads the school's policies"),
        ("audit staff import FILE", "reads the list of staff"),
        ("audit school statutory", "lists what is asked and what is missing"),
    ]
    if not school.terms:
        steps.append(("audit school term TERM FIRST LAST", "sets the days of a term of your own"))
    if not usual:
        steps.append(("export POLICYAUDIT_DB=REGISTER", "saves naming it with --db each time"))
    width = this_terminal().width
    told = [
        f"Started the register of {school.name}: {shown(target)}",
        sentences(asked, width),
        next_steps(steps, width),
    ]
    put(paragraphs(told))
