"""`audit review`: records that a policy was looked at."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Literal

import typer

from policyaudit.cli.date_options import read_partial_date
from policyaudit.cli.help import AuditCommand, noun_app
from policyaudit.cli.options import AsJson, By, Db, Format, OfSchool, School, read_day, today
from policyaudit.cli.policy_options import NextReview, Policy
from policyaudit.domain.partial_date import PartialDate

app = noun_app("review")


@app.command(
    cls=AuditCommand,
    epilog='audit review add "Social media" --on "12 June 2026"\n'
    'audit review add HR4 --on "June 2026" --outcome minor --next-review "June 2028" --approved-by FGB',
)
def add(
    policy: Policy,
    *,
    on: Annotated[
        PartialDate,
        typer.Option(metavar="DATE", parser=read_partial_date, help="When it was held, as exact as it is known."),
    ],
    outcome: Annotated[
        Literal["unchanged", "minor", "material"],
        typer.Option(metavar="OUTCOME", help="What came of it: unchanged, minor or material."),
    ] = "unchanged",
    next_review: NextReview = None,
    approved_by: Annotated[
        str | None, typer.Option(metavar="COMMITTEE", help="The committee that approved it then.")
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="A note that is kept with it.")] = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Record that a policy was reviewed; its next review follows.

    A review that ends without a new text changes no signature.
    """
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.review_page import review_recorded
    from policyaudit.cli.show import say
    from policyaudit.usecases.record_review import HeldReview, record_review

    held = HeldReview(policy=policy, on=on, outcome=outcome, next_review=next_review)
    held = replace(held, approved_by=approved_by, note=note, school=school)
    with register(db) as store:
        recorded = record_review(store, held, today=today(), **recording(by))
    say(review_recorded(recorded))


@app.command(cls=AuditCommand, epilog='audit review void ST04 --reason "it was put off"')
def void(
    policy: Policy,
    *,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why it is taken back.")],
    on: Annotated[
        PartialDate | None,
        typer.Option(
            metavar="DATE", parser=read_partial_date, help="The one that was held then.  [default: the latest]"
        ),
    ] = None,
    school: OfSchool = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Take back a review that was not held so; it stays in the register as voided."""
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.review_page import review_voided
    from policyaudit.cli.show import say
    from policyaudit.usecases.void_review import void_review

    with register(db) as store:
        voided = void_review(store, policy, on=on, reason=reason, school=school, **recording(by))
    say(review_voided(voided))


@app.command(
    "list", cls=AuditCommand, epilog='audit review list\naudit review list ST04\naudit review list --since "1 Sep 2026"'
)
def list_(
    policy: Annotated[
        str | None, typer.Argument(metavar="POLICY", help="Only of this policy, by title, part of it, or number.")
    ] = None,
    *,
    since: Annotated[
        date | None, typer.Option(metavar="DAY", parser=read_day, help="Only those that were held from that day on.")
    ] = None,
    format_: Format = "table",
    json: AsJson = False,
    school: School = None,
    db: Db = None,
) -> None:
    """List the reviews that were held, the latest first."""
    from policyaudit.cli.register import register
    from policyaudit.cli.review_page import reviews_page
    from policyaudit.cli.show import show
    from policyaudit.usecases.show_reviews import list_reviews

    with register(db) as store:
        found = list_reviews(store, policy=policy, since=since, school=school)
    show(found, form="reviews", chosen="json" if json else format_, page=reviews_page)


@app.command("show", cls=AuditCommand, epilog='audit review show ST04\naudit review show ST04 --on "June 2025"')
def show_(
    policy: Policy,
    *,
    on: Annotated[
        PartialDate | None,
        typer.Option(
            metavar="DATE", parser=read_partial_date, help="The one that was held then.  [default: the latest]"
        ),
    ] = None,
    json: AsJson = False,
    school: OfSchool = None,
    db: Db = None,
) -> None:
    """Show one review: what came of it, and who recorded it."""
    from policyaudit.cli.register import register
    from policyaudit.cli.review_page import review_page
    from policyaudit.cli.show import show
    from policyaudit.usecases.show_reviews import show_review

    with register(db) as store:
        found = show_review(store, policy, on=on, school=school)
    show(found, form="review", chosen="json" if json else "table", page=review_page)
