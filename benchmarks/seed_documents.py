"""What comes of each seed document: what is said of it, how long it takes, how much memory, and whether it is right.

The documents lie beside the checkout, not in it. Each is read by a process of its own, old formats and scans with the
programs that help to read them, where they are installed; those have a time and memory of their own.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Final

from tests.reading.seed_judging import failed_checks, told_facts, wrong_facts

SEED_DOCUMENTS: Final = Path(__file__).parents[2] / "shared" / "seed-documents"
SECONDS, MIB = 15, 512  # at most for any document that we read ourselves
_NO_DOCUMENTS: Final = {".md", ".json"}
_HELPED: Final = (".doc", ".rtf", ".jpg", "scan.pdf", ".outlines.pdf")
_READ_ONE: Final = """
import json, sys
from pathlib import Path
from tempfile import TemporaryFile
from policyaudit.errors import AuditError
from policyaudit.reading.header import read_header
from policyaudit.reading.inspection import as_json
from policyaudit.reading.opening import read_documents
from policyaudit.reading.outside import Asked
path = Path(sys.argv[1])
[(_, _, read)] = read_documents([path], asked=Asked(convert=True, ocr=True))
if isinstance(read, AuditError):
    print(json.dumps({"refused": f"{read}; {read.next_step}"}))
else:
    answer = as_json(read_header(read), file_name=path.name, document=read)
    print(json.dumps({"lines": [line.text for line in read.lines], "answer": answer}))
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document. `refused` is the sentence and the next step where there is no text."""

    name: str
    refused: str | None
    lines: int
    warnings: tuple[str, ...]
    seconds: float
    peak: float  # MiB, of the largest process
    checks: int
    failed: tuple[str, ...]
    facts: int
    wrong: tuple[str, ...]

    @property
    def is_within_limits(self) -> bool:
        """Whether it kept to the time and memory that a document may take; what helps to read it has its own."""
        return self.name.endswith(_HELPED) or (self.seconds <= SECONDS and self.peak <= MIB)


def print_seed_documents(names: Sequence[str] = ()) -> None:
    """The table over all seed documents, or over those whose names begin so."""
    if SEED_DOCUMENTS.is_dir():
        print_outcomes(outcomes(names=names))
    else:
        print(f"There are no seed documents at {SEED_DOCUMENTS}.")


def outcomes(folder: Path = SEED_DOCUMENTS, *, names: Sequence[str] = ()) -> Iterator[Outcome]:
    """What comes of each document of the folder, or of those whose names begin so, by name."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    for path in sorted(folder.iterdir()):
        if path.suffix not in _NO_DOCUMENTS and path.name.startswith(tuple(names) or ""):
            family = path.name.partition(".")[0]
            yield _outcome(path, expected["checks"].get(family, []), expected["facts"].get(family, {}))


def print_outcomes(found: Iterable[Outcome]) -> None:
    """A line for each document, what is wrong with it below, and the sum of all."""
    print(f"{'document':58}{'s':>6}{'MiB':>6}  {'text':>7}  {'facts':>7}  outcome")
    every = []
    for outcome in found:
        every.append(outcome)
        print(_told(outcome), *(f"    {wrong}" for wrong in (*outcome.failed, *outcome.wrong)), sep="\n", flush=True)
    read = [outcome for outcome in every if not outcome.refused]
    print(f"{len(every)} documents, {len(read)} read, {len(every) - len(read)} refused with a sentence each")
    print(f"checks of the text: {sum(o.checks - len(o.failed) for o in read)} of {sum(o.checks for o in read)} pass")
    print(f"facts: {sum(o.facts - len(o.wrong) for o in read)} of {sum(o.facts for o in read)} right")
    over = [outcome.name for outcome in every if not outcome.is_within_limits]
    print(f"over {SECONDS} s or {MIB} MiB: {', '.join(over) or 'none'}")


def _outcome(path: Path, checks: Sequence[dict[str, Any]], facts: dict[str, Any]) -> Outcome:
    said, seconds, peak = _read(path)
    lines, answer = said.get("lines", []), said.get("answer", {})
    failed = failed_checks(checks, lines) if answer else []
    return Outcome(
        name=path.name,
        refused=said.get("refused"),
        lines=len(lines),
        warnings=tuple(answer.get("warnings", ())),
        seconds=seconds,
        peak=peak,
        checks=len(checks),
        failed=tuple(f"{check['kind']}: {' | '.join(check['args'])}" for check in failed),
        facts=len(told_facts(facts)),
        wrong=tuple(wrong_facts(facts, answer)) if answer else (),
    )


def _read(path: Path) -> tuple[dict[str, Any], float, float]:
    """What a process of its own says of a document, its seconds, and the MiB of the largest process it took."""
    started = time.monotonic()
    with TemporaryFile() as answer:
        process = subprocess.Popen([sys.executable, "-c", _READ_ONE, str(path)], stdout=answer)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        answer.seek(0)
        return json.loads(answer.read() or "{}"), time.monotonic() - started, used.ru_maxrss / 1024


def _told(outcome: Outcome) -> str:
    said = outcome.refused or "; ".join((f"{outcome.lines} lines", *outcome.warnings))
    right = [
        f"{whole - wrong}/{whole}" if whole and not outcome.refused else ""
        for whole, wrong in ((outcome.checks, len(outcome.failed)), (outcome.facts, len(outcome.wrong)))
    ]
    return f"{outcome.name:58}{outcome.seconds:6.1f}{outcome.peak:6.0f}  {right[0]:>7}  {right[1]:>7}  {said}"


if __name__ == "__main__":
    print_seed_documents(sys.argv[1:])
