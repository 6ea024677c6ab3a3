"""Runs the shell examples of the manual, page after page as a reader would, and writes down what they print.

A block that begins with three backticks and `console` holds commands behind `$ ` and, below each, what it prints. They
run in one folder that holds `policies/` (the sample school's documents), `staff.csv` (its staff) and `schedule.xlsx`
(its policies as a spreadsheet). A line `...`
stands for lines left out: those above and below it stay as many as they are. `--check` writes nothing and names the
pages that are out of step.
"""

import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

from policyaudit.usecases.start import GROUPS

TOP = Path(__file__).parents[1]
PAGES = (TOP / "README.md", TOP / "docs" / "importing.md")
DEMO = TOP / "db" / "demo"
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
LEFT_OUT = "..."


def main(words: list[str]) -> int:
    """Writes the pages, or checks them; gives the exit code."""
    out_of_step = []
    for page in PAGES:
        before = page.read_text(encoding="utf-8")
        after = _with_output(before)
        if after != before:
            out_of_step.append(page.name)
            if "--check" not in words:
                page.write_text(after, encoding="utf-8")
    if out_of_step and "--check" in words:
        sys.stderr.write(f"out of step with the tool: {', '.join(out_of_step)}; ./go docs writes them again\n")
        return 1
    return 0


def _with_output(text: str) -> str:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _furnish(folder)
        return BLOCK.sub(lambda block: "".join(_run(block.group(), folder)), text)


def _furnish(folder: Path) -> None:
    """The files that the examples speak of."""
    (folder / "policies").mkdir()
    for document in sorted((DEMO / "documents").iterdir()):
        if document.suffix != ".json":
            shutil.copy(document, folder / "policies")
    rows = list(csv.DictReader((DEMO / "staff.csv").open(encoding="utf-8", newline="")))
    with (folder / "staff.csv").open("w", encoding="utf-8", newline="") as file:
        written = csv.DictWriter(file, ("name", "email", "role", "groups", "started", "left"), extrasaction="ignore")
        written.writeheader()
        written.writerows(row | {"groups": _usual(row["groups"])} for row in rows if not row["left"])
    _keep_schedule(folder / "schedule.xlsx")
    command = folder / "bin" / "audit"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m policyaudit "$@"\n', encoding="utf-8")
    command.chmod(0o755)


def _keep_schedule(place: Path) -> None:
    """The sample school's policies as a school keeps them before it has a register."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Policies"
    sheet.append(["Ref", "Policy", "Owner", "Committee", "Reviewed", "How often", "Review due"])
    with (DEMO / "policies.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["status"] == "in force":
                columns = ("number", "title", "responsible_officer", "committee", "last_reviewed", "cycle")
                sheet.append([*(row[name] or None for name in columns), row["next_review_stated"] or None])
    book.save(place)


def _usual(groups: str) -> str:
    """Those of the groups that every school has."""
    return ";".join(group for group in groups.split(";") if group in GROUPS)


def _run(block: str, folder: Path) -> Iterator[str]:
    for command, shown in _commands(block):
        printed = _printed(command, folder)
        yield f"$ {command}\n"
        yield from (f"{line}\n" for line in _as_shown(printed, shown))


def _commands(block: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a block with the lines that stand below it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *shown = part.rstrip("\n").split("\n")
        yield command, shown


def _printed(command: str, folder: Path) -> list[str]:
    surroundings = os.environ | {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "POLICYAUDIT_DB": "register.db",
        "POLICYAUDIT_BY": "Prudence Ledger",
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
    }
    run = subprocess.run(  # noqa: S602 - the examples are ours
        command, shell=True, cwd=folder, env=surroundings, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return (
        [line.rstrip() for line in (run.stdout + run.stderr).rstrip("\n").split("\n")]
        if run.stdout + run.stderr
        else []
    )


def _as_shown(printed: list[str], shown: list[str]) -> list[str]:
    """What was printed, cut where the page cuts it."""
    if LEFT_OUT not in shown:
        return printed
    above = shown.index(LEFT_OUT)
    below = len(shown) - above - 1
    return [*printed[:above], LEFT_OUT, *(printed[-below:] if below else [])]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
