"""`audit import --report` and `--from`: the proposal goes out as a file, is mended by somebody, and comes back."""

from pathlib import Path
from typing import TYPE_CHECKING

from policyaudit.cli.terminal import put, this_terminal
from policyaudit.cli.wording import counted, next_steps, paragraphs, sentences
from policyaudit.errors import OutputNotWritten, UsageProblem
from policyaudit.store.reads.mapping import Reads

if TYPE_CHECKING:
    from policyaudit.usecases.import_decisions import Decisions
    from policyaudit.usecases.import_proposal import ImportProposal
    from policyaudit.usecases.import_report import ImportReport


class NoReportForm(UsageProblem):
    """A report of a kind that is not written."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no proposal can be written to {path}", next_step="name a file that ends in .xlsx or .json")


class ReportIsThere(OutputNotWritten):
    """A file of that name may hold what somebody has decided."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is there already, and may hold what somebody has decided",
            next_step="give --report another name, or remove it first",
        )


class ReportAndRecord(UsageProblem):
    """A proposal is to be written and recorded at once."""

    def __init__(self) -> None:
        super().__init__("--report writes the proposal, --yes records it", next_step="mend it first, then --from FILE")


class ReportAndMended(UsageProblem):
    """A proposal is to be written, and decisions on one are to be taken, at once."""

    def __init__(self) -> None:
        super().__init__(
            "--report writes a proposal without decisions, --from takes decisions", next_step="give one of the two"
        )


def refuse_report(path: Path | None, *, yes: bool, mended: Path | None) -> None:
    """Refuse what cannot be written before anything is read."""
    if path is None:
        return
    if yes:
        raise ReportAndRecord
    if mended is not None:
        raise ReportAndMended
    if path.suffix.casefold() not in {".xlsx", ".json"}:
        raise NoReportForm(path)
    if path.exists():
        raise ReportIsThere(path)


def write_report(path: Path, report: "ImportReport", proposal: "ImportProposal") -> None:
    """Write the whole proposal to a file, and say what could not be read, and how it is given back."""
    from policyaudit.cli.import_groups import unread
    from policyaudit.reports.import_report import as_json, as_workbook
    from policyaudit.reports.writing import write_file

    write_file(path, as_json(report) if path.suffix.casefold() == ".json" else as_workbook(report))
    lines, asks = counted(len(report.documents), "line"), counted(report.questions, "question")
    waits = counted(report.values_waiting, "value")
    told = (f"Wrote the proposal to {path}: {lines}, {asks}, {waits} to confirm.", "Nothing is recorded yet.")
    steps = [(f"audit import PATH... --from {path} --yes", "records it, once it is mended")]
    width = this_terminal().width
    put(paragraphs([unread(proposal.documents, width), sentences(told, width), next_steps(steps, width)]))


def decisions_from(reads: Reads, path: Path, report: "ImportReport", *, school: str | None) -> "Decisions":
    """What a mended proposal decides of the one that would be made now."""
    from policyaudit.reading.mended_report import read_mended
    from policyaudit.usecases.import_mended import mended_decisions

    return mended_decisions(reads, read_mended(path), report, file_name=path.name, school=school)
