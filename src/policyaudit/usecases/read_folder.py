"""From files and folders to documents that say what they are, or to the sentence why one could not be read."""

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from policyaudit.domain.clean_text import clean
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.errors import AuditError, UsageProblem
from policyaudit.reading.evidence import Reading
from policyaudit.reading.formats import Kind
from policyaudit.reading.header import Header, read_header
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.opening import read_documents
from policyaudit.reading.outside import Asked
from policyaudit.reading.readiness import be_ready
from policyaudit.reading.register import Register
from policyaudit.reading.register_reading import Mapped, read_register
from policyaudit.reading.staff_sheet import lists_staff
from policyaudit.reading.unreadable_dates import unreadable_dates

# What lies in a folder of policies and is none, by name: a picture, a recording, a program's own files.
_NO_DOCUMENTS = frozenset(
    """.json .xml .log .ini .toml .yaml .yml .py .js .css .db .lnk .url .zip .pptx .ppt
    .jpg .jpeg .png .gif .bmp .svg .mp3 .mp4 .mov .ics .eml .msg .exe""".split()
)
_PICTURES = frozenset({".jpg", ".jpeg", ".png"})  # of pages, where somebody asks for their text to be recognised
_SEPARATED = frozenset({".csv", ".tsv"})
_NOTHING_ASKED = Asked()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document, its text, and what it says of itself; `is_alone` tells that this file was named, and no other."""

    file_name: str
    content: bytes
    sha256: str
    text: DocumentText
    header: Header
    is_alone: bool = False


@dataclass(frozen=True, slots=True)
class ReadRegister:
    """A list of many policies, its text, and what it says of each."""

    file_name: str
    content: bytes
    sha256: str
    text: DocumentText
    register: Register


@dataclass(frozen=True, slots=True)
class UnreadDocument:
    """A file that could not be read, with its sentence and the next step."""

    file_name: str
    sentence: str
    next_step: str | None


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file in a folder that is no document by its name; or a spreadsheet of something else, with its sentence."""

    file_name: str
    sentence: str | None = None
    next_step: str | None = None


FoundFile = ReadDocument | ReadRegister | UnreadDocument | PassedOver


def read_folder(
    paths: Sequence[Path], *, calendar: TermCalendar, asked: Asked = _NOTHING_ASKED, mapping: Mapped | None = None
) -> Iterator[FoundFile]:
    """Every document of these files and folders, folders to their depth, by name.

    In a folder, hidden files, the owner files that an open Word document leaves behind, and what by its name is no
    document are passed over; a file named itself is always read. Raises `UsageProblem` for a path that is not there.
    """
    files = list(_files(paths, passed_over=_NO_DOCUMENTS - _PICTURES if asked.ocr else _NO_DOCUMENTS))
    inside = {file.path for file in files if file.is_inside}
    documents = [file.path for file in files if not file.is_no_document]
    is_alone = len(paths) == 1 and not inside  # of several, a shell may have named every file of a folder
    yield from (PassedOver(_name(file.path)) for file in files if file.is_no_document)
    for path, content, outcome in read_documents(documents, asked=asked, meanwhile=be_ready):
        if isinstance(outcome, AuditError):
            yield UnreadDocument(_name(path), str(outcome), outcome.next_step)
        elif register := read_register(outcome, calendar=calendar, mapping=mapping):
            yield ReadRegister(_name(path), content, _sha256(content), outcome, register)
        elif _is_sheet(path, outcome):
            yield _other_sheet(_name(path), outcome, is_inside=path in inside)
        else:
            yield replace(_document(_name(path), content, outcome, calendar), is_alone=is_alone)


def as_document(found: ReadRegister, *, calendar: TermCalendar) -> ReadDocument:
    """The list as a document in its own right: a policy may be little else."""
    return _document(found.file_name, found.content, found.text, calendar)


def _document(name: str, content: bytes, text: DocumentText, calendar: TermCalendar) -> ReadDocument:
    header = _cleaned(read_header(text, calendar=calendar))
    warned = replace(text, warnings=(*text.warnings, *unreadable_dates(text)))
    return ReadDocument(name, content, _sha256(content), warned, header)


def _cleaned(header: Header) -> Header:
    """The header with its words fit to be kept: those of two cells may have a gap between them."""
    return replace(header, **{field.name: _clean(getattr(header, field.name)) for field in fields(Header)})


def _clean(read: Any) -> Any:  # noqa: ANN401 - a reading of any kind, several, or none
    if isinstance(read, tuple):
        return tuple(map(_clean, read))
    is_text = isinstance(read, Reading) and isinstance(read.value, str)
    return replace(read, value=clean(read.value)) if is_text and clean(read.value) != read.value else read


def _is_sheet(path: Path, text: DocumentText) -> bool:
    """Whether the file is a spreadsheet; text with tabs is one only where it calls itself so."""
    may_be = text.media_type != Kind.SEPARATED or path.suffix.casefold() in _SEPARATED
    return may_be and any(line.sheet_row is not None for line in text.lines)


def _other_sheet(name: str, text: DocumentText, *, is_inside: bool) -> UnreadDocument | PassedOver:
    """A spreadsheet that lists no policies: passed over in a folder, and an outcome of its own where it was named."""
    if lists_staff(text):
        why, next_step = "looks like a list of staff", "audit staff import FILE.csv  takes it, saved as CSV"
    else:
        why = "is a spreadsheet and no list of policies"
        next_step = '--map "HEADING=title" says which column holds the titles, if it is one'
    return PassedOver(name, why, next_step) if is_inside else UnreadDocument(name, f"{name} {why}", next_step)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _name(path: Path) -> str:
    """The file's name as it is kept: a name that is no text in this system's letters still says something."""
    return clean(path.name) or "a file without a name"


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    is_inside: bool = False  # it was found in a folder, and not named itself
    is_no_document: bool = False


def _files(paths: Iterable[Path], *, passed_over: Collection[str]) -> Iterator[_File]:
    for path in paths:
        if path.is_dir():
            yield from _inside(path, passed_over)
        elif path.exists():
            yield _File(path)
        else:
            problem = f"there is no file or folder {path}"
            raise UsageProblem(problem, next_step="check the name")


def _inside(folder: Path, passed_over: Collection[str]) -> Iterator[_File]:
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(where) / name
            if not name.startswith((".", "~$")):
                yield _File(path, is_inside=True, is_no_document=path.suffix.casefold() in passed_over)
