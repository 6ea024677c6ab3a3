"""`audit import`: reads policy documents into the register."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyaudit.cli.help import AuditCommand, plain_app
from policyaudit.cli.options import AsJson, By, Db, Format
from policyaudit.cli.reading_options import Convert, Ocr, asked_for
from policyaudit.cli.register_options import Map, SaveMap, use_map
from policyaudit.errors import NothingRecorded, SomeFilesUnread

if TYPE_CHECKING:
    from policyaudit.cli.import_page import Import

app = plain_app()
EXAMPLES = """\
audit import policies/
audit import policies/ --yes
audit import policies/ --report proposal.xlsx
audit import policies/ --from proposal.xlsx --yes
audit import trust/ --add-schools --yes
audit import Behaviour.docx Attendance.pdf --school Larkmead
audit import "Policy schedule.xlsx" --map "Currently dated=last reviewed"
audit import old-documents/ scan.pdf --convert --ocr"""


class NoDocumentRecorded(NothingRecorded):
    """Not one document could be recorded."""

    def __init__(self, files: int) -> None:
        said = "the file could not" if files == 1 else f"none of the {files:,} files could"
        super().__init__(f"{said} be recorded", next_step="see above what each of them needs")


class NoDocument(NothingRecorded):
    """The folders hold no document."""

    def __init__(self) -> None:
        super().__init__("there is no document to import", next_step="name a folder with DOCX, ODT, PDF or TXT files")


class SomeDocumentsUnread(SomeFilesUnread):
    """Some documents could not be read; the others were."""

    def __init__(self, unread: int, files: int) -> None:
        super().__init__(
            f"{unread:,} of {files:,} files could not be read", next_step="see above what each of them needs"
        )


@app.command("import", cls=AuditCommand, epilog=EXAMPLES)
def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Documents, lists of policies, or folders.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Record it without asking.")] = False,
    add_schools: Annotated[
        bool, typer.Option("--add-schools", help="Add schools that the documents name and the register does not hold.")
    ] = False,
    school: Annotated[
        str | None, typer.Option(metavar="NAME", help="File everything under this school, whatever the documents say.")
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Show every value of every document, however many there are.")
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write the whole proposal to a file, .xlsx or .json, to be mended and given back."
        ),
    ] = None,
    from_: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="Take what was decided in a mended --report.")
    ] = None,
    map_: Map = None,
    save_map: SaveMap = None,
    convert: Convert = False,
    ocr: Ocr = False,
    format_: Format = "table",
    json: AsJson = False,
    by: By = None,
    db: Db = None,
) -> None:
    """Read policy documents into the register.

    DOCX, ODT, PDF, TXT and web pages are read; DOC, RTF and scans where other programs may help. The school's own list
    of its policies (also XLSX, XLS, ODS or CSV) is read row by row. It shows first what it would record, and on which
    line or in which row it read each value. Importing the same files again records nothing twice. A value that is
    doubtful waits until somebody confirms it, and counts for nothing until then. At a terminal you can go through the
    questions and the doubtful values before anything is recorded; --report and --from do the same in a spreadsheet.
    """
    from policyaudit.cli.import_page import Import, import_page
    from policyaudit.cli.import_report import refuse_report, write_report
    from policyaudit.cli.import_run import Run
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import show
    from policyaudit.usecases.calendars import calendar_of
    from policyaudit.usecases.import_map import read_map
    from policyaudit.usecases.import_schools import ImportOptions
    from policyaudit.usecases.read_folder import read_folder

    chosen, asked, mapping = "json" if json else format_, asked_for(convert=convert, ocr=ocr), read_map(map_ or ())
    refuse_report(report, yes=yes, mended=from_)
    with register(db) as store:
        files = list(read_folder(paths, calendar=calendar_of(store, school), asked=asked, mapping=mapping))
        use_map(files, mapping, save_map)
        run = Run(store, files, ImportOptions(school, add_schools))
        said = run.mended(from_)
        found = Import(run.propose(said), recorded=False, full=full, mended=from_)
        if report is not None or not found.files:
            _judge_any(found)
        if report is not None:
            write_report(report, run.report(), found.proposal)
            _judge_reading(found)
            return
        if not yes:
            show(found, form="import", chosen=chosen, page=import_page)
        decided = said if yes else run.asked(found, said, may_ask=chosen == "table")
        if decided is not None and (found.has_news or decided != said):
            found = run.record(decided, recording(by))
    if yes or found.recorded:
        show(found, form="import", chosen=chosen, page=import_page)
    _judge(found)


def _judge(found: "Import") -> None:
    """End with the exit code that says whether all files could be read, and whether anything came of it."""
    _judge_any(found)
    if not found.documents_settled:
        raise NoDocumentRecorded(found.documents)
    _judge_reading(found)


def _judge_any(found: "Import") -> None:
    """End with the exit code of bad input where there is no file at all."""
    if not found.documents:
        raise NoDocument


def _judge_reading(found: "Import") -> None:
    """End with the exit code that says whether all files could be read."""
    if found.unread:
        raise SomeDocumentsUnread(found.unread, found.documents)
