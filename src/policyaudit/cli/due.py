"""`audit due`: the reviews that are owed, most overdue first."""

from typing import Annotated

import typer

from policyaudit.cli.help import AuditCommand, plain_app
from policyaudit.cli.options import AsJson, AsOf, Db, Format, School, Strict, read_days, today

app = plain_app()
EXAMPLES = """\
audit due
audit due --within "12 weeks" --officer "Designated Safeguarding Lead"
audit due --as-of "1 September 2026" --committee FGB --json"""


@app.command(cls=AuditCommand, epilog=EXAMPLES)
def due(
    *,
    within: Annotated[
        int | None,
        typer.Option(metavar="DAYS", parser=read_days, help="How far ahead to look: 90, 12 weeks.  [default: 60]"),
    ] = None,
    officer: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what this post or person is responsible for.")
    ] = None,
    committee: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this committee approves.")] = None,
    as_of: AsOf = None,
    format_: Format = "table",
    json: AsJson = False,
    strict: Strict = False,
    school: School = None,
    db: Db = None,
) -> None:
    """Show which reviews are overdue, due or coming up.

    Most overdue first, then policies of which nobody knows when they are due, then what comes next. A review that is
    known to the month is overdue once that month has ended.
    """
    from policyaudit.cli.due_page import due_page, is_late
    from policyaudit.cli.register import register
    from policyaudit.cli.show import end_strictly, show
    from policyaudit.domain.schedule import HORIZON
    from policyaudit.usecases.due import DueFilter
    from policyaudit.usecases.due import due as list_due

    with register(db) as store:
        found = list_due(
            store,
            as_of=as_of or today(),
            within=HORIZON if within is None else within,
            asked=DueFilter(school, officer, committee),
        )
    show(found, form="due", chosen="json" if json else format_, page=due_page)
    end_strictly(found=is_late(found), strict=strict)
