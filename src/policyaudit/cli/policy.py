"""`audit policy`: adds, lists, shows, edits and withdraws policies."""

from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from policyaudit.cli import policy_options as of_policy
from policyaudit.cli.help import AuditCommand, noun_app
from policyaudit.cli.options import AsJson, AsOf, By, Db, Format, OfSchool, School, read_day, today
from policyaudit.domain.schedule import Standing

app = noun_app("policy")


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
    asked_from: of_policy.AskedFrom = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Add a policy."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.policies import PolicyDetails, add_policy

    said = PolicyDetails(title=title, number=number, officer=officer, committee=committee, cycle=cycle)
    said = replace(said, last_reviewed=last_reviewed, next_review=next_review, anchor=anchor)
    said = replace(said, status=status, confidential=confidential, ask=tuple(ask or ()), asked_from=asked_from)
    with register(db) as store:
        added = add_policy(store, said, school=school, today=today(), **recording(by))
    say(f"Added {added.name}.")


@app.command("list", cls=AuditCommand, epilog="audit policy list\naudit policy list --standing draft --officer SENDCo")
def list_(
    *,
    standing: Annotated[
        list[Standing] | None,
        typer.Option(
            metavar="STANDING",
            parser=of_policy.read_standing,
            help=f"Only these: {', '.join(of_policy.STANDINGS)}; may be given several times.  "
            "[default: all but withdrawn]",
        ),
    ] = None,
    officer: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what this post or person is responsible for.")
    ] = None,
    committee: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this committee approves.")] = None,
    as_of: AsOf = None,
    format_: Format = "table",
    json: AsJson = False,
    school: School = None,
    db: Db = None,
) -> None:
    """List policies, and how each of them stands."""
    from policyaudit.cli.policy_page import policies_page
    from policyaudit.cli.register import register
    from policyaudit.cli.show import show
    from policyaudit.usecases.due import DueFilter
    from policyaudit.usecases.list_policies import list_policies

    with register(db) as store:
        asked = DueFilter(school, officer, committee)
        found = list_policies(store, as_of=as_of or today(), asked=asked, standings=frozenset(standing or ()))
    show(found, form="policies", chosen="json" if json else format_, page=policies_page)


@app.command("show", cls=AuditCommand, epilog="audit policy show ST04")
def show_(
    policy: of_policy.Policy,
    *,
    as_of: AsOf = None,
    json: AsJson = False,
    school: OfSchool = None,
    db: Db = None,
) -> None:
    """Show everything that the register holds of one policy."""
    from policyaudit.cli.policy_page import policy_page
    from policyaudit.cli.register import register
    from policyaudit.cli.show import show
    from policyaudit.usecases.show_policy import show_policy

    with register(db) as store:
        found = show_policy(store, policy, as_of=as_of or today(), school=school)
    show(found, form="policy", chosen="json" if json else "table", page=policy_page)


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
    next_review: of_policy.NextReviewOrNone = None,
    status: of_policy.Status = None,
    anchor: of_policy.Anchor = None,
    confidential: of_policy.Confidential = None,
    ask: of_policy.Ask = None,
    asked_from: of_policy.AskedFrom = None,
    no_longer_ask: of_policy.NoLongerAsk = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Change what is known of a policy; what is not named stays as it is.

    What you say settles what a document proposes for it: that value no longer waits to be confirmed.
    """
    from policyaudit.cli.policy_page import policy_changed
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.usecases.policies import PolicyDetails, edit_policy

    said = PolicyDetails(title=title, number=number, officer=officer, committee=committee, cycle=cycle)
    said = replace(said, last_reviewed=last_reviewed, next_review=next_review and next_review.said, anchor=anchor)
    said = replace(said, status=status, confidential=confidential, ask=tuple(ask or ()), asked_from=asked_from)
    said = replace(said, no_longer_ask=tuple(no_longer_ask or ()))
    with register(db) as store:
        changed = edit_policy(store, policy, said, school=school, today=today(), **recording(by))
    say(policy_changed(changed))


@app.command(
    cls=AuditCommand, epilog='audit policy withdraw "Mobile phones" --on "31 August 2026" --reason "part of Behaviour"'
)
def withdraw(
    policy: of_policy.Policy,
    *,
    on: Annotated[
        date | None,
        typer.Option(
            metavar="DAY", parser=read_day, help="The day from which it is not in force any more.  [default: today]"
        ),
    ] = None,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why it is withdrawn.")] = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Withdraw a policy that is no longer in force; what was signed stays."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import say
    from policyaudit.cli.wording import day
    from policyaudit.usecases.policies import withdraw_policy

    since = on or today()
    with register(db) as store:
        ended = withdraw_policy(store, policy, on=since, reason=reason, school=school, **recording(by))
    say(f"Withdrew {ended.name} from {day(since)}.")
