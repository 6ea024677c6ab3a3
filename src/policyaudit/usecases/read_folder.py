"""From files and folders to documents that say what they are, or to the sentence why one could not be read."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from policyaudit.domain.clean_text import clean
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.errors import AuditError, UsageProblem
from policyaudit.reading.header import Header, read_header
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.opening import read_documents
from policyaudit.reading.outside import Asked
from policyaudit.reading.unreadable_dates import unreadable_dates

# What lies in a folder of policies and is none, by name: a register, a picture, a program's own files.
_NO_DOCUMENTS = frozenset(
    """.json .csv .tsv .xml .log .ini .toml .yaml .yml .py .js .css .db .lnk .url .zip .xlsx .xls .ods .pptx .ppt
    .jpg .jpeg .png .gif .bmp .svg .mp3 .mp4 .mov .ics .eml .msg .exe""".split()
)
_NOTHING_ASKED = Asked()


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


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file in a folder that is no document by its name."""

    file_name: str


FoundFile = ReadDocument | UnreadDocument | PassedOver


def read_folder(paths: Sequence[Path], *, calendar: TermCalendar, asked: Asked = _NOTHING_ASKED) -> Iterator[FoundFile]:
    """Every document of these files and folders, folders to their depth, by name.

    In a folder, hidden files, the owner files that an open Word document leaves behind, and what by its name is no
    document are passed over; a file named itself is always read. Raises `UsageProblem` for a path that is not there.
    """
    files = list(_files(paths))
    documents = [file.path for file in files if not file.is_no_document]
    yield from (PassedOver(_name(file.path)) for file in files if file.is_no_document)
    for path, content, outcome in read_documents(documents, asked=asked):
        if isinstance(outcome, AuditError):
            yield UnreadDocument(_name(path), str(outcome), outcome.next_step)
        else:
            sha256 = hashlib.sha256(content).hexdigest()
            header = read_header(outcome, calendar=calendar)
            warned = replace(outcome, warnings=(*outcome.warnings, *unreadable_dates(outcome)))
            yield ReadDocument(_name(path), content, sha256, warned, header)


def _name(path: Path) -> str:
    """The file's name as it is kept: a name that is no text in this system's letters still says something."""
    return clean(path.name) or "a file without a name"


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    is_no_document: bool = False


def _files(paths: Iterable[Path]) -> Iterator[_File]:
    for path in paths:
        if path.is_dir():
            yield from _inside(path)
        elif path.exists():
            yield _File(path)
        else:
            problem = f"there is no file or folder {path}"
            raise UsageProblem(problem, next_step="check the name")


def _inside(folder: Path) -> Iterator[_File]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(where) / name
            if not name.startswith((".", "~$")):
                yield _File(path, is_no_document=path.suffix.casefold() in _NO_DOCUMENTS)
