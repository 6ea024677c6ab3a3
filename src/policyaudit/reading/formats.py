"""What kind of file it is, told by what it holds and never by its name."""

import re
from enum import StrEnum
from io import BytesIO
from zipfile import ZipFile

from policyaudit.reading.characters import UTF_16, decode
from policyaudit.reading.package import ZIP_FAULTS
from policyaudit.reading.refusals import Damaged, Empty, Locked, OldFormat, Picture, WrongKind
from policyaudit.reading.separated import is_sheet


class Kind(StrEnum):
    """The kinds of document that are read, each with its media type."""

    PLAIN = "text/plain"
    PDF = "application/pdf"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
    EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    OPEN_SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
    OLD_EXCEL = "application/vnd.ms-excel"
    HTML = "text/html"
    SEPARATED = "text/csv"
    OLD_WORD = "application/msword"
    RICH_TEXT = "application/rtf"
    JPEG = "image/jpeg"
    PNG = "image/png"


NAMES = {
    Kind.PLAIN: "text file",
    Kind.PDF: "PDF",
    Kind.WORD: "Word document",
    Kind.OPEN_DOCUMENT: "OpenDocument text",
    Kind.EXCEL: "Excel workbook",
    Kind.OPEN_SPREADSHEET: "OpenDocument spreadsheet",
    Kind.OLD_EXCEL: "old Excel workbook",
    Kind.HTML: "web page",
    Kind.SEPARATED: "sheet of separated values (CSV)",
    Kind.OLD_WORD: "old Word document",
    Kind.RICH_TEXT: "rich text document",
    Kind.JPEG: "JPEG picture",
    Kind.PNG: "PNG picture",
}
# What is read with the help of other programs only, and what to say where nobody asked for that.
HELP_NEEDED = {
    Kind.OLD_WORD: OldFormat(kind="an old Word document (.doc)"),
    Kind.RICH_TEXT: OldFormat(kind="a rich text document (.rtf)"),
    Kind.JPEG: Picture(),
    Kind.PNG: Picture(),
}

_HEAD, _TEXT_TOLD_BY = 1024, 100_000
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    r"""\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*+)*+
    <(?:!doctype\s+html|\?(?:php|=)|(?:html|head|body|title|meta|link|style|script|h[1-6]|div|table|ul|ol|dl|center
    |section|article|main|nav|header|footer|aside|form)(?=[\s/>]))""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_XML = re.compile(r"\s*<\?xml\b")
_PICTURES = {b"\xff\xd8\xff": Kind.JPEG, b"\x89PNG\r\n\x1a\n": Kind.PNG}
_OTHER_PICTURE = re.compile(
    rb"GIF8[79]a|II\*\0|MM\0\*|RIFF....WEBP|....ftyp(?:hei|mif|avi)|BM....\0\0\0\0",
    re.DOTALL,
)
_WORD_MARK, _SECTOR, _ENCRYPTED = b"\xec\xa5", 512, 0x0100
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_SAVE_AS_WORD = "open it, save it as .docx and import it again"
_SAVE_AS_PDF = "open it, save it as a PDF with text and import it again"

# What an old Office file holds, by the names inside it (UTF-16), and what to say of it.
_OLD_OFFICE = (
    ("PowerPoint Document", "an old PowerPoint presentation (.ppt)", _SAVE_AS_PDF),
    ("__substg1.0_", "an Outlook message (.msg)", "save what is attached to it and import that"),
)
# What a zip file holds, by names or words inside it.
_ZIPPED = (
    (b"xl/workbook.bin", "an Excel binary workbook (.xlsb)", "open it, save it as .xlsx and import it again"),
    (b"ppt/presentation", "a PowerPoint presentation", _SAVE_AS_PDF),
    (b"opendocument.presentation", "an OpenDocument presentation", _SAVE_AS_PDF),
    (b"application/epub+zip", "an e-book", _SAVE_AS_PDF),
    (b"Index/Document.iwa", "an Apple Pages document", _SAVE_AS_WORD),
)


def kind_of(content: bytes) -> Kind:
    """The kind of a document; one that is not read raises an error that says what it is."""
    if not content:
        raise Empty
    if content.startswith(_ZIP):
        return _kind_of_zip(content)
    if content.startswith(_OLE):
        return _kind_of_old_office(content)
    if content.lstrip().startswith(b"{\\rtf"):
        return Kind.RICH_TEXT
    return _kind_of_stream(content)


def _kind_of_stream(content: bytes) -> Kind:
    """PDF, pictures and text: told by their first bytes, text by what it does not hold."""
    if b"%PDF-" in content[:_HEAD]:
        return Kind.PDF
    for mark, kind in _PICTURES.items():
        if content.startswith(mark):
            return kind
    if _OTHER_PICTURE.match(content):
        raise WrongKind(
            kind="a picture", instead="if it is of a page, save it as JPEG; else import the document itself"
        )
    if not content.startswith(UTF_16) and _NOT_TEXT.search(content):
        raise WrongKind(kind="not a document that can be read", instead=_SAVE_AS_PDF)
    return _kind_of_text(decode(content[:_TEXT_TOLD_BY]))


def _kind_of_text(beginning: str) -> Kind:
    """Web pages begin with one of their tags, sheets with rows of cells; what is no other kind is plain text."""
    if _HTML.match(beginning[: 4 * _HEAD]):
        return Kind.HTML
    if _XML.match(beginning):
        raise WrongKind(kind="an XML file", instead=_SAVE_AS_WORD)
    return Kind.SEPARATED if is_sheet(beginning) else Kind.PLAIN


def _kind_of_zip(content: bytes) -> Kind:
    """Word and OpenDocument text are zip files, told by the names of their parts; so is much else."""
    inside = _inside(content)
    for kind in (Kind.OPEN_DOCUMENT, Kind.OPEN_SPREADSHEET):
        if kind.encode() in inside:
            return kind
    for mark, other, instead in _ZIPPED:
        if mark in inside:
            raise WrongKind(kind=other, instead=instead)
    if b"xl/workbook" in inside:
        return Kind.EXCEL
    if b"word/" in inside:
        return Kind.WORD
    if b"[Content_Types].xml" in inside:
        raise Damaged(kind="Office document", what="it has no text in it")
    raise WrongKind(kind="a zip file", instead="unpack it and import what is in it")


def _inside(content: bytes) -> bytes:
    """The names of the parts of a zip file, and its media type if it has one; all of a damaged file."""
    try:
        with ZipFile(BytesIO(content)) as package:
            names = package.namelist()
            kind = package.open("mimetype").read(_HEAD) if "mimetype" in names else b""
    except ZIP_FAULTS:
        return content
    return kind + b"\n" + "\n".join(names).encode("utf-8", "replace")


def _kind_of_old_office(content: bytes) -> Kind:
    """What Office wrote before 2007, and what it locks today."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Locked
    if "WordDocument".encode("utf-16-le") in content:
        if _is_locked_word(content):
            raise Locked
        return Kind.OLD_WORD
    for mark, kind, instead in _OLD_OFFICE:
        if mark.encode("utf-16-le") in content:
            raise WrongKind(kind=kind, instead=instead)
    if any(_entry(name) in content for name in ("Workbook", "Book")):
        return Kind.OLD_EXCEL
    raise WrongKind(kind="an old Office file", instead=_SAVE_AS_PDF)


def _entry(name: str) -> bytes:
    """How an old Office file's directory names one of its parts, to both its ends: "Book" is no "Workbook"."""
    return b"\0" + f"{name}\0\0".encode("utf-16-le")


def _is_locked_word(content: bytes) -> bool:
    """Whether an old Word document says of itself that it is encrypted.

    Source: [MS-DOC] section 2.5.2 (FibBase: its mark, and the bit fEncrypted).
    """
    start = content.find(_WORD_MARK, _SECTOR)
    flags = int.from_bytes(content[start + 10 : start + 12], "little")
    return start % _SECTOR == 0 and bool(flags & _ENCRYPTED)
