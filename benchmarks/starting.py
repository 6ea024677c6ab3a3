"""What it costs to begin: the help of commands, and a command that writes one row."""

import shutil
from dataclasses import replace
from typing import Final

from benchmarks.making import made, somewhere
from benchmarks.measuring import Reference, compare
from benchmarks.references import EMPTY, audit

ASKED: Final = ("--help", "due --help", "import --help", "policy --help", "policy add --help", "report --help")
AT_MOST_HELP, AT_MOST_WRITING = 7, 45
POLICIES: Final = 100


def main() -> None:
    """Measure and print."""
    for words in ASKED:
        compare(audit(*words.split()), Reference(EMPTY, AT_MOST_HELP))
    with somewhere() as folder:
        register = made(folder / "100.db", "registers", POLICIES)
        written = folder / "written.db"
        adding = audit("policy", "add", "Lone working", "--db", written, name="audit policy add, which writes one row")
        compare(replace(adding, before=lambda: shutil.copyfile(register, written)), Reference(EMPTY, AT_MOST_WRITING))


if __name__ == "__main__":
    main()
