"""Reading documents: a hundred of all kinds by the clock on two cores, one Word document, one PDF of 209 pages."""

import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.making import made, somewhere
from benchmarks.measuring import Program, goal, in_turns, told
from benchmarks.references import audit

TIMES_LONGER: Final = 6
AT_MOST_TEXT_ALONE, AT_MOST_WORD, AT_MOST_PDF = 1.5, 1.0, 3.0  # times; seconds of CPU
_HANDBOOK: Final = Path(__file__).parents[2] / "shared" / "seed-documents" / "handbook-over-200-pages.pdf"
_TEXT_ALONE: Final = """
import sys
from collections.abc import Iterable
from pathlib import Path
from policyaudit.reading.opening import read_documents
for path, _, outcome in read_documents(sorted(Path(sys.argv[1]).iterdir())):
    if isinstance(outcome, Exception):
        raise outcome
"""
_UNDERSTOOD: Final = """
import sys
from collections.abc import Iterable
from pathlib import Path
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.usecases.read_folder import ReadDocument, read_folder
read = list(read_folder([Path(sys.argv[1])], calendar=TermCalendar()))
if not all(isinstance(document, ReadDocument) for document in read):
    raise SystemExit("one was not read")
"""


def main() -> None:
    """Measure and print."""
    with somewhere() as folder:
        documents = made(folder / "documents", "documents", TIMES_LONGER)
        _measure_folder(documents)
        _measure_inspect(next(documents.glob("*.docx")), "a Word document", AT_MOST_WORD)
    if _HANDBOOK.exists():
        _measure_inspect(_HANDBOOK, "a PDF of 209 pages", AT_MOST_PDF)


def _measure_folder(documents: Path) -> None:
    understood, alone = (
        Program(name=name, words=(sys.executable, "-c", program, str(documents)))
        for name, program in (("reading 100 documents", _UNDERSTOOD), ("taking out their text alone", _TEXT_ALONE))
    )
    turns = in_turns(understood, alone)
    ours, theirs = (_seconds(turn[place].elapsed for turn in turns) for place in (0, 1))
    ratios = [ours.elapsed / theirs.elapsed for ours, theirs in turns]
    print(f"{understood.name}: {ours} by the clock, {_seconds(turn[0].cpu for turn in turns)} of CPU")
    print(f"  {told(ratios)} x {alone.name} ({theirs} by the clock){goal(median(ratios), AT_MOST_TEXT_ALONE)}")


def _measure_inspect(document: Path, what: str, at_most: float) -> None:
    cpu = [used.cpu for (used,) in in_turns(audit("inspect", document))]
    print(f"audit inspect, {what}: {told(cpu)} s of CPU{goal(max(cpu), at_most)}")


def _seconds(values: Iterable[float]) -> str:
    return f"{median(values):.2f} s"


if __name__ == "__main__":
    main()
