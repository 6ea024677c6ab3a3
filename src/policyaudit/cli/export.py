"""`audit export`: everything that the register holds, as files that any program can read."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from policyaudit.cli.help import AuditCommand, plain_app
from policyaudit.cli.options import REGISTER, Db, Replace, today

if TYPE_CHECKING:
    from policyaudit.usecases.export import Export

app = plain_app()


@app.command(
    cls=AuditCommand, epilog="audit export\naudit export --out way-out/\naudit export --format json --out all.json"
)
def export(
    *,
    format_: Annotated[
        Literal["csv", "json"],
        typer.Option("--format", metavar="FORMAT", help="csv: a folder of sheets; json: one file."),
    ] = "csv",
    out: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="The folder or file to write.  [default: reports/export-DAY]"),
    ] = None,
    replace: Replace = False,
    school: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only this school, by name or part of it.", rich_help_panel=REGISTER),
    ] = None,
    db: Db = None,
) -> None:
    """Write everything that the register holds to files.

    The files hold names and what people signed: keep them as you keep the register.
    """
    from policyaudit.cli.register import register
    from policyaudit.cli.show import say
    from policyaudit.cli.wording import counted
    from policyaudit.usecases.export import export as everything

    with register(db) as store:
        found = everything(store, as_of=today(), school=school)
    place = out or Path("reports") / f"export-{found.as_of}{'.json' if format_ == 'json' else ''}"
    (_write_json if format_ == "json" else _write_sheets)(place, found, replace=replace)
    rows = sum(len(table.rows) for table in found.tables)
    say(f"Wrote {counted(len(found.tables), 'table')} with {counted(rows, 'row')}: {place}")


def _write_json(place: Path, found: "Export", *, replace: bool) -> None:
    """One file with every table."""
    import json

    from policyaudit.reports.writing import write_file
    from policyaudit.usecases.export import as_tree

    content = json.dumps(as_tree(found), ensure_ascii=False, indent=2).encode() + b"\n"
    write_file(place, content, replace=replace)


def _write_sheets(place: Path, found: "Export", *, replace: bool) -> None:
    """A folder with a sheet for each table."""
    from policyaudit.cli.sheets import csv_bytes
    from policyaudit.reports.writing import write_folder

    sheets = {f"{table.name}.csv": csv_bytes(table.columns, table.rows) for table in found.tables}
    write_folder(place, sheets, replace=replace)
