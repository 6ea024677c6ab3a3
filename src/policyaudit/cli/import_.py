"""`audit import`: reads policy documents into the register."""

from collections.abc import Callable
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
    from policyaudit.usecases.import_decisions import Decisions
    from policyaudit.usecases.import_proposal import ImportProposal

app = plain_app()
EXAMPLES = """\
audit import policies/
audit import policies/ --yes
audit import policies/ --report proposal.xlsx
audit import policies/ --from proposal.xlsx --yes
audit import trust/ --add-schools --yes
audit import Behaviour.docx Attendance.pdf --school Larkmead
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
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Documents, or folders of them.")],
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

    DOCX, ODT, PDF and TXT are read; DOC, RTF and scans where other programs may help. It shows first what it would
    record and on which line it read each value. Importing the same files again records nothing twice. A value that is
    doubtful waits until somebody confirms it, and counts for nothing until then. At a terminal you can go through the
    questions and the doubtful values before anything is recorded; --report and --from do the same in a spreadsheet.
    """
    from policyaudit.cli.import_page import Import, import_page
    from policyaudit.cli.import_report import decisions_from, refuse_report, write_report
    from policyaudit.cli.register import recording, register
    from policyaudit.cli.show import show
    from policyaudit.usecases.calendars import calendar_of
    from policyaudit.usecases.import_decisions import NOTHING_DECIDED
    from policyaudit.usecases.import_documents import accept_import, propose_import
    from policyaudit.usecases.import_map import read_map
    from policyaudit.usecases.import_report import report_of
    from policyaudit.usecases.import_schools import ImportOptions
    from policyaudit.usecases.read_folder import read_folder

    chosen, options = "json" if json else format_, ImportOptions(school, add_schools)
    if report is not None:
        refuse_report(report, yes=yes)
    with register(db) as store:
        asked = asked_for(convert=convert, ocr=ocr)
        mapping = read_map(map_ or ())
        documents = list(read_folder(paths, calendar=calendar_of(store, school), asked=asked, mapping=mapping))
        use_map(documents, mapping, save_map)

        def propose(decisions: "Decisions") -> "ImportProposal":
            return propose_import(store, documents, options=options, decisions=decisions)

        said, proposal = NOTHING_DECIDED, propose(NOTHING_DECIDED)
        if report is not None:
            write_report(report, report_of(proposal, documents))
            return
        if from_ is not None:
            said = decisions_from(store, from_, report_of(proposal, documents), school=school)
            proposal = propose(said)
        found = Import(proposal, recorded=False, full=full, mended=from_)
        if not yes:
            show(found, form="import", chosen=chosen, page=import_page)
        decided = said if yes else _decided(propose, found, said, may_ask=chosen == "table")
        if decided is not None and (found.has_news or decided != said):
            recorded = accept_import(store, documents, options=options, decisions=decided, **recording(by))
            found = Import(recorded, recorded=True)
    if yes or found.recorded:
        show(found, form="import", chosen=chosen, page=import_page)
    _judge(found)


def _decided(
    propose: "Callable[[Decisions], ImportProposal]", found: "Import", said: "Decisions", *, may_ask: bool
) -> "Decisions | None":
    """What whoever sits at the terminal decides of the proposal; None where nothing is to be recorded."""
    from policyaudit.cli.asking import agreed, somebody_is_there, talk
    from policyaudit.cli.import_dialogue import can_be_gone_through, decide

    if not may_ask or not somebody_is_there():
        return None
    if not can_be_gone_through(found.proposal):
        return said if found.has_news and agreed("Record it?", yes=False) else None
    return decide(talk(), propose, said, has_news=found.has_news)


def _judge(found: "Import") -> None:
    """End with the exit code that says whether all files could be read, and whether anything came of it."""
    if not found.documents:
        raise NoDocument
    if not found.documents_recorded:
        raise NoDocumentRecorded(found.documents)
    if found.unread:
        raise SomeDocumentsUnread(found.unread, found.documents)
