"""`audit review`: records that a policy was looked at."""

from dataclasses import replace
from typing import Annotated, Literal

import typer

from policyaudit.cli.date_options import read_partial_date
from policyaudit.cli.help import AuditCommand, plain_app, show_help
from policyaudit.cli.options import By, Db, OfSchool, today
from policyaudit.cli.policy_options import NextReview, Policy
from policyaudit.domain.partial_date import PartialDate

app = plain_app()
app.callback(invoke_without_command=True, help="Add, list and show reviews of a policy.")(show_help)


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
    from policyaudit.usecases.record_review import HeldReview, record_review

    held = HeldReview(policy=policy, on=on, outcome=outcome, next_review=next_review)
    held = replace(held, approved_by=approved_by, note=note, school=school)
    with register(db) as store:
        recorded = record_review(store, held, today=today(), **recording(by))
    typer.echo(review_recorded(recorded))
