"""One document that a command is given by its path."""

from pathlib import Path
from typing import cast

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.errors import NothingRecorded, UsageProblem
from policyaudit.reading.outside import Asked
from policyaudit.reading.register_reading import Mapped
from policyaudit.usecases.read_folder import ReadDocument, ReadRegister, UnreadDocument, as_document, read_folder


class FolderNotFile(UsageProblem):
    """A folder where one document is wanted."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is a folder, and one document is wanted", next_step="name a file in it")


class DocumentUnread(NothingRecorded):
    """A document that cannot be read."""


def one_document(path: Path, *, asked: Asked) -> ReadDocument:
    """The document at that path, with what it says of itself."""
    found = one_file(path, asked=asked)
    return as_document(found, calendar=TermCalendar()) if isinstance(found, ReadRegister) else found


def one_file(path: Path, *, asked: Asked, mapping: Mapped | None = None) -> ReadDocument | ReadRegister:
    """The document at that path, or the list of policies that it is; `mapping` says what the list's columns hold."""
    if path.is_dir():
        raise FolderNotFile(path)
    (found,) = read_folder([path], calendar=TermCalendar(), asked=asked, mapping=mapping)
    read = cast("ReadDocument | ReadRegister | UnreadDocument", found)  # what is named itself is never passed over
    if isinstance(read, UnreadDocument):
        raise DocumentUnread(read.sentence, next_step=read.next_step)
    return read
