"""Why a document cannot be read: one class for each reason, with its sentence and what to do about it.

The readers see bytes and raise the facts; whoever knows the file's name says the sentence again with `named`.
"""

from typing import ClassVar, Self

from policyaudit.errors import NothingRecorded

_SEND_AGAIN = "ask for the file again, or open it and save it under another name"


class Unreadable(NothingRecorded):
    """A document that cannot be read, and why."""

    sentence: ClassVar[str] = "{name} could not be read"
    step: ClassVar[str] = _SEND_AGAIN

    def __init__(self, name: str = "the file", **facts: str | int) -> None:
        super().__init__(self.sentence.format(name=name, **facts), next_step=self.step.format(name=name, **facts))
        self.facts = facts

    def named(self, name: str) -> Self:
        """Say the same of the file with this name."""
        return type(self)(name, **self.facts)


class Missing(Unreadable):
    """There is no such file."""

    sentence = "there is no file {name}"
    step = "check the name and the folder"


class NotAFile(Unreadable):
    """A folder, or something else that holds no text."""

    sentence = "{name} is not a file"
    step = "give the name of a document"


class NotAllowed(Unreadable):
    """A file that the computer does not let us read."""

    sentence = "{name} cannot be opened: the computer does not allow it"
    step = "close it elsewhere, or ask for the right to read it"


class Empty(Unreadable):
    """A file of no bytes."""

    sentence = "{name} is empty"


class NoText(Unreadable):
    """A document without a single word."""

    sentence = "{name} is {kind} without any text"
    step = "open it and look: if its pages are pictures, save it again with text recognition (OCR)"


class Scan(Unreadable):
    """Pages that are pictures."""

    sentence = "{name} has {pages} and no text: it is a scan"
    step = "add --ocr to have its text recognised, or import the document it was printed from"


class Picture(Unreadable):
    """The photograph of a page, or any other picture."""

    sentence = "{name} is a picture"
    step = "if it is of a page, add --ocr to have its text recognised; else import the document itself"


class TooManyScanned(Unreadable):
    """A scan that is too long to be recognised."""

    sentence = "{name} has more than {most} pages that are pictures"
    step = "import the document it was printed from, or save its policies one by one"


class RecogniserMissing(Unreadable):
    """The program that recognises text is not installed."""

    sentence = "{name} needs text recognition (OCR), and ocrmypdf, which does that, is not installed"
    step = (
        "install it (Debian and Ubuntu: sudo apt-get install -y ocrmypdf tesseract-ocr-eng), "
        "or import the document it was printed from"
    )


class NotRecognised(Unreadable):
    """Pages that the program for it cannot take."""

    sentence = "{name} has pictures in which no text could be recognised"
    step = "scan it again as a plain PDF or JPEG, or import the document it was printed from"


class OldFormat(Unreadable):
    """A document that LibreOffice can read and we cannot."""

    sentence = "{name} is {kind}"
    step = "add --convert to have LibreOffice read it, or open it, save it as .docx and import that"


class ConverterMissing(Unreadable):
    """LibreOffice is not installed."""

    sentence = "{name} is {kind}, and LibreOffice, which reads it, is not installed"
    step = (
        "install it (Debian and Ubuntu: sudo apt-get install -y libreoffice-writer), "
        "or open the document, save it as .docx and import that"
    )


class NotConverted(Unreadable):
    """A document that LibreOffice cannot read either."""

    sentence = "{name} is {kind} that LibreOffice could not read"
    step = "open it, save it as .docx and import that"


class Drawn(Unreadable):
    """Pages without text and without pictures: their letters are shapes, or there are none."""

    sentence = "{name} is a PDF of {pages} without any text"
    step = "open it and look: if you can read it, add --ocr to have its text recognised"


class TooLarge(Unreadable):
    """More bytes than any policy has."""

    sentence = "{name} is larger than {limit} MB"
    step = "save it with smaller pictures"


class UnpacksTooLarge(Unreadable):
    """A small file that holds a very large one."""

    sentence = "{name} is not opened: it unpacks to more than {limit} MB"
    step = "open it and save its text as a new document"


class Damaged(Unreadable):
    """A file of a kind that we know, which does not hold together."""

    sentence = "{name} is a damaged {kind}: {what}"


class Locked(Unreadable):
    """A document that opens with a password only."""

    sentence = "{name} is locked with a password"
    step = "save a copy without the password and import that"


class WrongKind(Unreadable):
    """A file of a kind that is not read."""

    sentence = "{name} is {kind}"
    step = "{instead}"


class Hostile(Unreadable):
    """A file made to harm its reader."""

    sentence = "{name} is not opened: {what}"
    step = "ask the sender what it is, or open it and save its text as a new document"


class TookTooLong(Unreadable):
    """A file on which the reader went on for too long."""

    sentence = "{name} took more than {seconds} seconds to read"
    step = "open it and save it as a new document, or in parts"


class ReaderStopped(Unreadable):
    """A file that brought its reader down, most often by using up the memory it may have."""

    sentence = "{name} could not be read: the reader stopped, or ran out of memory, on it"
    step = "open it and save it as a new document, or in parts"


def pages(count: int) -> str:
    """Say how many pages there are."""
    return "1 page" if count == 1 else f"{count} pages"


BY_NAME: dict[str, type[Unreadable]] = {reason.__name__: reason for reason in Unreadable.__subclasses__()}
