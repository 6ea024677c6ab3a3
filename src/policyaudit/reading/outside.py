"""Documents that other programs help to read, where somebody asked for that: old Word documents and scans.

Those programs run outside the reader process, which takes what they make like any other document.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from policyaudit.reading.formats import Kind, kind_of
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.office_convert import converted
from policyaudit.reading.reader import Reader
from policyaudit.reading.refusals import Drawn, NotConverted, NotRecognised, OldFormat, Picture, Scan, Unreadable
from policyaudit.reading.scans import recognised_pages, recognised_picture

_ENDINGS = {Kind.OLD_WORD: ".doc", Kind.RICH_TEXT: ".rtf"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked to be done with documents that we do not read by ourselves."""

    convert: bool = False
    ocr: bool = False


class OutsideReader:
    """Reads documents as a reader does, with the help that was asked for."""

    def __init__(self, reader: Reader, asked: Asked) -> None:
        self._reader, self._asked = reader, asked

    def read(self, content: bytes) -> DocumentText | Unreadable:
        """The text of a document, or why there is none."""
        outcome = self._reader.read(content)
        if isinstance(outcome, DocumentText):
            return self._completed(content, outcome) if self._asked.ocr and outcome.pages_without_text else outcome
        try:
            return self._helped(content, outcome)
        except Unreadable as refusal:
            return refusal

    def _helped(self, content: bytes, refusal: Unreadable) -> DocumentText | Unreadable:
        """What comes of a document that cannot be read without help."""
        match refusal:
            case OldFormat() if self._asked.convert:
                return self._converted(content, kind=str(refusal.facts["kind"]))
            case Scan() | Drawn() if self._asked.ocr:
                pages = range(1, int(refusal.facts["count"]) + 1)
                made = recognised_pages(content, pages, are_pictures=isinstance(refusal, Scan))
                return self._recognised(made, pages)
            case Picture() if self._asked.ocr:
                read = self._recognised(recognised_picture(content), [1])
                return replace(read, media_type=kind_of(content))
            case _:
                return refusal

    def _converted(self, content: bytes, *, kind: str) -> DocumentText | Unreadable:
        """An old document by way of a new one."""
        original = kind_of(content)
        read = self._reader.read(converted(content, kind=kind, ending=_ENDINGS[original]))
        return replace(read, media_type=original) if isinstance(read, DocumentText) else NotConverted(kind=kind)

    def _recognised(self, made: bytes, pages: Sequence[int]) -> DocumentText:
        """The text of a scan, with the pages of it that were recognised."""
        read = self._reader.read(made)
        if not isinstance(read, DocumentText):
            raise NotRecognised
        told = [page for page in pages if page not in read.pages_without_text]
        return replace(read, pages_by_ocr=tuple(sorted({*read.pages_by_ocr, *told})))

    def _completed(self, content: bytes, read: DocumentText) -> DocumentText:
        """A document with its wordless pages recognised; where that fails, as it was, and the reason told."""
        try:
            return self._recognised(recognised_pages(content, read.pages_without_text), read.pages_without_text)
        except Unreadable as refusal:
            return replace(read, warnings=(*read.warnings, str(refusal.named("")).strip()))
