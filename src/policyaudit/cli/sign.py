"""`audit sign`: records that people have read a policy."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

import typer
from typer._click import Context  # Typer carries a click of its own; its version is pinned

from policyaudit.cli.help import AuditCommand, plain_app
from policyaudit.cli.options import By, Db, OfSchool, read_day, today
from policyaudit.cli.terminal import put, this_terminal
from policyaudit.errors import UsageProblem

app = plain_app()
EXAMPLES = """\
audit sign "Code of conduct" Inkwell Blotter --on "1 September 2026"
audit sign PSW23 --group teaching --all-except Chalke Quill --by-means meeting
audit sign Whistleblowing Inkwell --answer queried --note "Who is the governor?"
audit sign PSW23 Inkwell --void --note "signed on the wrong line\""""
_EXCEPT = "--all-except"


class OnePersonAtATime(UsageProblem):
    """Several acknowledgements were to be taken back at once, or nobody's."""

    def __init__(self) -> None:
        super().__init__("--void takes back what one person signed", next_step="name one person")


class SeveralNames(AuditCommand):
    """A command whose --all-except may be followed by several names, as far as the next option."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """The words as values, each further name as if --all-except stood before it."""
        return super().parse_args(ctx, list(_each_named(args)))


ByMeans = Annotated[
    Literal["paper", "meeting", "email", "web"],
    typer.Option(metavar="MEANS", help="How they signed: paper, meeting, email or web."),
]
Answer = Annotated[
    Literal["acknowledged", "declined", "queried"],
    typer.Option(metavar="ANSWER", help="What they said: acknowledged, declined or queried."),
]


@app.command(cls=SeveralNames, epilog=EXAMPLES)
def sign(
    policy: Annotated[str, typer.Argument(metavar="POLICY", help="The policy, by title, part of it, or number.")],
    people: Annotated[
        list[str] | None, typer.Argument(metavar="PERSON...", help="Who signed, by name or surname.")
    ] = None,
    *,
    group: Annotated[
        str | None, typer.Option(metavar="GROUP", help="Everybody of this group, instead of naming people.")
    ] = None,
    all_except: Annotated[
        list[str] | None, typer.Option(_EXCEPT, metavar="PERSON...", help="Those of the group who did not sign.")
    ] = None,
    on: Annotated[
        date | None, typer.Option(metavar="DAY", parser=read_day, help="The day of signing.  [default: today]")
    ] = None,
    by_means: ByMeans = "paper",
    answer: Answer = "acknowledged",
    version: Annotated[
        str | None, typer.Option(metavar="LABEL", help="The version.  [default: the one in force on that day]")
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="A note that is kept with it.")] = None,
    void: Annotated[
        bool, typer.Option("--void", help="Take back what was recorded for one person; the note says why.")
    ] = False,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Record that people have read a policy.

    All of them are recorded or none. Whoever has signed this version before is left alone, and so is a member of the
    group who was on leave that day.
    """
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.sign_page import sign_page
    from policyaudit.usecases.acknowledge import SignOff, acknowledge

    named, excepted = tuple(people or ()), tuple(all_except or ())
    if void and (group or excepted):
        raise OnePersonAtATime
    if void:
        _void(policy, named, version=version, on=on, note=note, school=school, by=by, db=db)
        return
    how = SignOff(policy=policy, on=on or today(), means=by_means, state=answer, version=version, note=note)
    wanted = replace(how, people=named, group=group, all_except=excepted, school=school)
    with register(db) as store:
        recorded = acknowledge(store, wanted, today=today(), **recording(by))
    put(sign_page(recorded, this_terminal()))


def _void(policy: str, people: tuple[str, ...], *, by: str | None, db: str | None, **said: Any) -> None:  # noqa: ANN401 - they go on as they come
    """Take back one person's acknowledgement."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.cli.sign_page import voided
    from policyaudit.usecases.void import WrongSignature, void_acknowledgement

    if len(people) != 1:
        raise OnePersonAtATime
    wrong = WrongSignature(policy=policy, person=people[0], reason=said.pop("note") or "", **said)
    with register(db) as store:
        say(voided(void_acknowledgement(store, wrong, today=today(), **recording(by))))


def _each_named(words: Iterable[str]) -> Iterator[str]:
    """The same words, with --all-except before each name that follows it."""
    names = 0
    excepting = False
    for word in words:
        if word.startswith("-"):
            excepting, names = word == _EXCEPT, 0
        elif excepting:
            names += 1
            if names > 1:
                yield _EXCEPT
        yield word
