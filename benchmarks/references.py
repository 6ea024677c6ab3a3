"""What ours is compared with: an empty Python program, the sqlite3 shell, and todoman listing a thousand tasks."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from benchmarks.measuring import Program

EMPTY: Final = Program(name="python -c pass", words=(sys.executable, "-c", "pass"))
TASKS: Final = 1_000
_FROM_PYTHON: Final = (
    "import sqlite3, sys; [print(*row, sep='|') for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2])]"
)


def audit(*words: object, name: str = "") -> Program:
    """`audit` as a school runs it."""
    script = Path(sys.executable).with_name("audit")
    said = tuple(map(str, words))
    return Program(name=name or f"audit {' '.join(said)}", words=(str(script), *said))


def sqlite_shell(register: Path, sql: str, values: Mapping[str, str]) -> Program:
    """The same SQL in the sqlite3 shell; without one in Python's own sqlite3."""
    written = re.sub(r":(\w+)", lambda found: values.get(found[1], "NULL"), sql)
    shell = shutil.which("sqlite3")
    if shell:
        return Program(name="sqlite3 shell, same SQL", words=(shell, "-readonly", str(register), written))
    words = (sys.executable, "-c", _FROM_PYTHON, str(register), written)
    return Program(name="Python's sqlite3 (there is no sqlite3 shell), same SQL", words=words)


def todoman(folder: Path) -> Program | None:
    """todoman, set up in an environment of its own below the folder, listing a thousand tasks; None without network."""
    python = folder / "todoman" / "bin" / "python"
    made = subprocess.run([sys.executable, "-m", "venv", folder / "todoman"], check=False).returncode
    got = made or subprocess.run([python, "-m", "pip", "install", "-qq", "todoman"], check=False).returncode
    if got:
        print("todoman could not be installed (is there a network?): ours is not compared with it")
        return None
    tasks = folder / "tasks" / "school"
    tasks.mkdir(parents=True)
    for number in range(TASKS):
        (tasks / f"{number}.ics").write_text(_task(number), encoding="utf-8", newline="\r\n")
    settings = folder / "todoman.py"
    settings.write_text(f'path = "{tasks.parent}/*"\ncache_path = "{folder}/todoman.sqlite3"\n', encoding="utf-8")
    words = (str(python.with_name("todo")), "--config", str(settings), "list")
    name = f"todo list, {TASKS:,} tasks"
    return Program(name=name, words=words, environment={"LANG": os.environ.get("LANG", "C.UTF-8")})


def _task(number: int) -> str:
    return (
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//policyaudit//benchmark//EN\nBEGIN:VTODO\n"
        f"UID:{number}@policyaudit\nDTSTAMP:20260901T080000Z\nSUMMARY:Review policy {number}\n"
        f"DUE:2026{number % 12 + 1:02}{number % 28 + 1:02}T090000Z\nEND:VTODO\nEND:VCALENDAR\n"
    )
