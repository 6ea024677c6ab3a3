"""`audit policy`: adds, lists, shows, edits and withdraws policies."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from policyaudit.cli import policy_options as of_policy
from policyaudit.cli.help import AuditCommand, plain_app, show_help
from policyaudit.cli.options import By, Db, OfSchool, read_day, today

if TYPE_CHECKING:
    from policyaudit.usecases.finding import Found

app = plain_app()
app.callback(invoke_without_command=True, help="Add, list, show, edit and withdraw policies.")(show_help)


@app.command(
    cls=AuditCommand,
    epilog='audit policy add "Social media" --cycle annually --last-reviewed "June 2026" --officer Headteacher\n'
    'audit policy add "Code of conduct" --number HR4 --next-review "Autumn term 2027" --ask all-staff',
)
def add(
    title: Annotated[str, typer.Argument(metavar="TITLE", help="The policy's title.")],
    *,
    number: of_policy.Number = None,
    officer: of_policy.Officer = None,
    committee: of_policy.Committee = None,
    cycle: of_policy.Cycle = None,
    last_reviewed: of_policy.LastReviewed = None,
    next_review: of_policy.NextReview = None,
    status: of_policy.Status = None,
    anchor: of_policy.Anchor = None,
    confidential: of_policy.Confidential = None,
    ask: of_policy.Ask = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Add a policy."""
    from policyaudit.cli.register import recording, register
    from policyaudit.usecases.policies import PolicyDetails, add_policy

    said = PolicyDetails(
        title=title,
        number=number,
        officer=officer,
        committee=committee,
        cycle=cycle,
        last_reviewed=last_reviewed,
        next_review=next_review,
        status=status,
        anchor=anchor,
        confidential=confidential,
        ask=tuple(ask or ()),
    )
    with register(db) as store:
        _say("Added", add_policy(store, said, school=school, today=today(), **recording(by)))


@app.command(
    cls=AuditCommand,
    epilog='audit policy edit "Social media" --next-review "June 2027"\n'
    "audit policy edit HR4 --ask governors --no-longer-ask contractors",
)
def edit(
    policy: of_policy.Policy,
    *,
    title: Annotated[str | None, typer.Option(metavar="TITLE", help="A new title.")] = None,
    number: of_policy.Number = None,
    officer: of_policy.Officer = None,
    committee: of_policy.Committee = None,
    cycle: of_policy.Cycle = None,
    last_reviewed: of_policy.LastReviewed = None,
    next_review: of_policy.NextReview = None,
    status: of_policy.Status = None,
    anchor: of_policy.Anchor = None,
    confidential: of_policy.Confidential = None,
    ask: of_policy.Ask = None,
    no_longer_ask: of_policy.NoLongerAsk = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Change what is known of a policy; what is not named stays as it is."""
    from policyaudit.cli.register import recording, register
    from policyaudit.usecases.policies import PolicyDetails, edit_policy

    said = PolicyDetails(
        title=title,
        number=number,
        officer=officer,
        committee=committee,
        cycle=cycle,
        last_reviewed=last_reviewed,
        next_review=next_review,
        status=status,
        anchor=anchor,
        confidential=confidential,
        ask=tuple(ask or ()),
        no_longer_ask=tuple(no_longer_ask or ()),
    )
    with register(db) as store:
        _say("Changed", edit_policy(store, policy, said, school=school, today=today(), **recording(by)))


@app.command(
    cls=AuditCommand, epilog='audit policy withdraw "Mobile phones" --on "31 August 2026" --reason "part of Behaviour"'
)
def withdraw(
    policy: of_policy.Policy,
    *,
    on: Annotated[
        date | None, typer.Option(metavar="DAY", parser=read_day, help="The day it ends.  [default: today]")
    ] = None,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why it is withdrawn.")] = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Withdraw a policy that is no longer in force; what was signed stays."""
    from policyaudit.cli.register import recording, register
    from policyaudit.usecases.policies import withdraw_policy

    with register(db) as store:
        ended = withdraw_policy(store, policy, on=on or today(), reason=reason, school=school, **recording(by))
    _say("Withdrew", ended)


def _say(did: str, policy: "Found") -> None:
    from policyaudit.domain.clean_text import clean

    typer.echo(f"{did} {clean(policy.name)}.")
