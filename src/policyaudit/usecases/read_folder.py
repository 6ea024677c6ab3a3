"""From files and folders to documents that say what they are, or to the sentence why one could not be read."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.errors import AuditError, UsageProblem
from policyaudit.reading.header import Header, read_header
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.opening import read_documents


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document, its text, and what it says of itself."""

    file_name: str
    content: bytes
    sha256: str
    text: DocumentText
    header: Header


@dataclass(frozen=True, slots=True)
class UnreadDocument:
    """A file that could not be read, with its sentence and the next step."""

    file_name: str
    sentence: str
    next_step: str | None


def read_folder(paths: Sequence[Path], *, calendar: TermCalendar) -> Iterator[ReadDocument | UnreadDocument]:
    """Every document of these files and folders, folders to their depth, by name.

    Hidden files and the owner files that an open Word document leaves behind are passed over. Raises `UsageProblem`
    for a path that is not there.
    """
    for path, content, outcome in read_documents(list(_files(paths))):
        if isinstance(outcome, AuditError):
            yield UnreadDocument(path.name, str(outcome), outcome.next_step)
        else:
            sha256 = hashlib.sha256(content).hexdigest()
            yield ReadDocument(path.name, content, sha256, outcome, read_header(outcome, calendar=calendar))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from _inside(path)
        elif path.exists():
            yield path
        else:
            problem = f"there is no file or folder {path}"
            raise UsageProblem(problem, next_step="check the name")


def _inside(folder: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith((".", "~$")) and name.casefold() not in {"thumbs.db", "desktop.ini"}:
                yield Path(where) / name
