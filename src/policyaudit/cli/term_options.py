"""Terms as somebody types them when a school begins: after `--term`, or in answer to a question."""

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from policyaudit.cli.date_options import read_partial_date
from policyaudit.cli.options import read_day
from policyaudit.domain.partial_date import PartialDate
from policyaudit.errors import UsageProblem

if TYPE_CHECKING:
    from policyaudit.domain.term_calendar import Term

_TERM: Final = re.compile(r"(?P<named>[^:]+):(?P<first>.+?)\s(?:to|until|–|-)\s(?P<last>.+)", re.IGNORECASE)
EXAMPLE: Final = "Autumn term 2026: 3 September 2026 to 18 December 2026"


class NotATerm(UsageProblem):
    """Words that were to be a term with its days and are not."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} cannot be used as a term with its days", next_step=f'write it like "{EXAMPLE}"')


class TypedTerm(NamedTuple):
    """A term and its days as somebody typed them."""

    named: PartialDate
    first_day: date
    last_day: date


def read_term(text: str) -> TypedTerm:
    """The term and its days: its name as `audit school term` takes it, a colon, its first day, "to", its last day."""
    found = _TERM.fullmatch(text.strip())
    if not found:
        raise NotATerm(text)
    named, first, last = (part.strip() for part in found.groups())
    return TypedTerm(read_partial_date(named), read_day(first), read_day(last))


Terms = Annotated[
    list[TypedTerm] | None,
    typer.Option(
        "--term",
        metavar="TERM",
        parser=read_term,
        help=f'A term and its days: "{EXAMPLE}"; may be given several times.  [default: the usual terms]',
    ),
]


def terms_of(given: list[TypedTerm] | None) -> "tuple[Term, ...]":
    """The terms that were typed. Raises `NoTerm` where one cannot lie on its days."""
    from policyaudit.usecases.school_terms import term_named

    return tuple(term_named(typed.named, first_day=typed.first_day, last_day=typed.last_day) for typed in given or ())


def usual_terms(as_of: date) -> str:
    """The terms of that day's academic year, a line for each, as they are taken where a school has set none."""
    from policyaudit.cli.wording import day
    from policyaudit.domain.season import SEASONS, term_begun
    from policyaudit.domain.term_calendar import TermCalendar

    year, calendar = term_begun(as_of)[0], TermCalendar()
    spans = [(season, calendar.span(season, academic_year=year)) for season in SEASONS]
    return "\n".join(
        f"  {f'{season} term {season.year_in(year)}':<18}{day(first)} to {day(last)}" for season, (first, last) in spans
    )


def asked_terms(given: list[TypedTerm] | None, *, as_of: date) -> "tuple[Term, ...]":
    """The terms that were given; where none were and somebody is there, those of their answer, Enter being none."""
    from policyaudit.cli.asking import somebody_is_there
    from policyaudit.cli.show import say
    from policyaudit.cli.terminal import put
    from policyaudit.cli.wording import begun

    if given or not somebody_is_there():
        return terms_of(given)
    put(f'Dates such as "Autumn term" need the days of your terms. The usual ones are:\n{usual_terms(as_of)}')
    put(f"Your own are typed like this, several with a semicolon between:\n  {EXAMPLE}")
    while True:
        answer: str = typer.prompt("Your terms (Enter takes the usual ones)", default="", show_default=False)
        try:
            return terms_of([read_term(part) for part in answer.split(";") if part.strip()])
        except UsageProblem as problem:
            say(f"{begun(str(problem))}; {problem.next_step}.")
