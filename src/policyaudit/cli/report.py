"""`audit report`: the PDFs."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from policyaudit.cli.help import AuditCommand, noun_app
from policyaudit.cli.options import REGISTER, By, Db, Replace, read_day, read_days, today
from policyaudit.cli.terminal import put

app = noun_app("report")


@app.command(
    cls=AuditCommand,
    epilog='audit report governors --as-of "1 December 2026"\naudit report governors --names --out pack.pdf',
)
def governors(
    *,
    as_of: Annotated[
        date | None, typer.Option(metavar="DAY", parser=read_day, help="As it stands on that day.  [default: today]")
    ] = None,
    within: Annotated[
        int | None,
        typer.Option(metavar="DAYS", parser=read_days, help="What counts as due soon: 90, 12 weeks.  [default: 60]"),
    ] = None,
    names: Annotated[bool, typer.Option("--names", help="Name the people whose signatures are missing.")] = False,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to write it.  [default: reports/governors-DAY.pdf]"),
    ] = None,
    replace: Replace = False,
    school: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only this school, by name or part of it.", rich_help_panel=REGISTER),
    ] = None,
    by: By = None,
    db: Db = None,
) -> None:
    """Make the governors' pack: what is overdue, what comes, who has not signed.

    The register notes which pack was given out.
    """
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.report_page import written
    from policyaudit.domain.schedule import HORIZON
    from policyaudit.reports.governors_pack import governors_pack_html
    from policyaudit.reports.pdf import render_pdf
    from policyaudit.reports.writing import write_file
    from policyaudit.usecases.fill_pack import governors_pack
    from policyaudit.usecases.issue_pack import record_issue

    recorder, on = recording(by), as_of or today()
    file = out or Path("reports") / f"governors-{on}.pdf"
    with register(db) as store:
        horizon = HORIZON if within is None else within
        pack = governors_pack(store, as_of=on, within=horizon, school=school, named=names)
        pdf = render_pdf(governors_pack_html(pack))
        write_file(file, pdf, replace=replace)
        record_issue(store, pdf, kind="governors", as_of=on, school=school, **recorder)
    put(written(file, pack))
