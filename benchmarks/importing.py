"""A folder of a hundred documents imported in one transaction, against nothing but taking the text out of them."""

import shutil
import sys
from dataclasses import replace
from typing import Final

from benchmarks.making import made, somewhere
from benchmarks.measuring import Program, Reference, compare, used_by
from benchmarks.references import EMPTY, audit

_TEXT_ALONE: Final = """
import sys
from pathlib import Path
from policyaudit.errors import AuditError
from policyaudit.reading.opening import read_documents
for path, _, outcome in read_documents(sorted(Path(sys.argv[1]).iterdir())):
    if isinstance(outcome, AuditError):
        raise outcome
"""


def main() -> None:
    """Measure and print."""
    with somewhere() as folder:
        documents = made(folder / "documents", "documents")
        begun, register = folder / "begun.db", folder / "register.db"
        used_by(audit("init", "--school", "Quillbrook Primary School", "--db", begun))
        importing = audit(
            "import", documents, "--add-schools", "--yes", "--db", register, name="audit import, 100 documents"
        )
        reading = Program(name="taking out their text alone", words=(sys.executable, "-c", _TEXT_ALONE, str(documents)))
        ours = replace(importing, before=lambda: shutil.copyfile(begun, register))
        compare(ours, Reference(reading), Reference(EMPTY))


if __name__ == "__main__":
    main()
