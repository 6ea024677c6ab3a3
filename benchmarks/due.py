"""`audit due` as a whole process: 100, 1,000 and 10,000 policies of three versions each, and 30 rows on a terminal."""

import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Final

from benchmarks import AS_OF
from benchmarks.making import made, somewhere
from benchmarks.measuring import Program, Reference, compare
from benchmarks.references import EMPTY, audit, sqlite_shell, todoman
from policyaudit.domain.schedule import HORIZON
from policyaudit.store.reads.schedule import COUNTS, SCHEDULED

SIZES: Final = (100, 1_000, 10_000)
THIRTY_ROWS: Final = 360  # so many policies have thirty that are overdue
AT_MOST_EMPTY, AT_MOST_ON_TERMINAL, AT_MOST_TODOMAN, AT_MOST_MIB = 7, 15, 0.3, 30
HEAVY: Final = ("sqlmodel", "sqlalchemy", "pydantic", "weasyprint", "jinja2", "rich")


def main() -> None:
    """Measure and print."""
    with somewhere() as folder:
        tasks = todoman(folder)
        for policies in SIZES:
            _measure(made(folder / f"{policies}.db", "registers", policies), policies, tasks)
        register = made(folder / "thirty.db", "registers", THIRTY_ROWS)
        on_terminal = _due(register, "audit due, 30 rows on a terminal", on_terminal=True)
        compare(on_terminal, Reference(EMPTY, AT_MOST_ON_TERMINAL))
        print(f"loaded by audit due: {_loaded(on_terminal)}")


def _measure(register: Path, policies: int, tasks: Program | None) -> None:
    days = {"as_of": f"'{AS_OF}'", "until": f"'{AS_OF + timedelta(days=HORIZON)}'"}
    shell = sqlite_shell(register, f"{SCHEDULED};{COUNTS}", days)
    references = [Reference(EMPTY, AT_MOST_EMPTY), Reference(shell)]
    if tasks:
        references.append(Reference(tasks, AT_MOST_TODOMAN))
    compare(_due(register, f"audit due, {policies:,} policies"), *references, at_most_mib=AT_MOST_MIB)


def _due(register: Path, name: str, *, on_terminal: bool = False) -> Program:
    words = audit("due", "--db", register, "--as-of", AS_OF).words
    return Program(name=name, words=words, on_terminal=on_terminal)


def _loaded(due: Program) -> str:
    """Which of the heavy packages it imports, as Python itself tells."""
    python, *_ = EMPTY.words
    run = subprocess.run([python, "-X", "importtime", *due.words], capture_output=True, text=True, check=True)
    modules = {line.rpartition("|")[2].strip().partition(".")[0] for line in run.stderr.splitlines()}
    return ", ".join(name for name in HEAVY if name in modules) or f"none of {', '.join(HEAVY)}"


if __name__ == "__main__":
    main()
