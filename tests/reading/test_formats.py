from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from policyaudit.reading.formats import NAMES, Kind, kind_of
from policyaudit.reading.refusals import Damaged, Empty, Locked, Unreadable, WrongKind
from tests.reading.making_documents import zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)


def old_office(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le")


def locked_word() -> bytes:
    """An old Word document whose first sector says that it is encrypted."""
    fib = b"\xec\xa5" + bytes(9) + b"\x01"
    return old_office("WordDocument").ljust(512, b"\0") + fib


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(b"Policy", Kind.PLAIN, id="text"),
        pytest.param("Polisi".encode("utf-16"), Kind.PLAIN, id="text in UTF-16"),
        pytest.param(b"caf\xe9 \x93quoted\x94", Kind.PLAIN, id="text from Windows"),
        pytest.param(b"%PDF-1.7\n", Kind.PDF, id="PDF"),
        pytest.param(b"junk\0\n" * 20 + b"%PDF-1.4\n", Kind.PDF, id="PDF after some junk"),
        pytest.param(b"PK\x03\x04 word/document.xml", Kind.WORD, id="Word"),
        pytest.param(old_office("WordDocument"), Kind.OLD_WORD, id="DOC"),
        pytest.param(old_office("Workbook\0\0"), Kind.OLD_EXCEL, id="XLS"),
        pytest.param(old_office("Book\0\0"), Kind.OLD_EXCEL, id="XLS of before 1997"),
        pytest.param(b"\n{\\rtf1 hello}", Kind.RICH_TEXT, id="RTF"),
        pytest.param(b"\xff\xd8\xff\xe0", Kind.JPEG, id="JPEG"),
        pytest.param(b"\x89PNG\r\n\x1a\n", Kind.PNG, id="PNG"),
        pytest.param(b"PK\x03\x04 xl/workbook.xml", Kind.EXCEL, id="Excel"),
        pytest.param(b"\n<!DOCTYPE html><p>", Kind.HTML, id="web page"),
        pytest.param(b"<!-- saved --><html>", Kind.HTML, id="saved web page"),
        pytest.param(b"<!-- a --> " * 60 + b"<html>", Kind.HTML, id="web page below many remarks"),
        pytest.param(b"<!-- a --> " * 60 + b"words", Kind.PLAIN, id="text below many remarks"),
        pytest.param(b'<?xml version="1.0"?><html>', Kind.HTML, id="web page in XML"),
        pytest.param("<HTML>".encode("utf-16"), Kind.HTML, id="web page in UTF-16"),
        pytest.param(b"<?php include 'head.php' ?><ul>", Kind.HTML, id="web page before a server has run it"),
        pytest.param(b"<ul class='policies'><li>", Kind.HTML, id="part of a web page"),
        pytest.param(b"<p>Name: X</p>\nDate: May 2017", Kind.PLAIN, id="text in which a converter left tags"),
        pytest.param(
            b"PK\x03\x04application/vnd.oasis.opendocument.spreadsheet",
            Kind.OPEN_SPREADSHEET,
            id="OpenDocument spreadsheet",
        ),
        pytest.param(
            b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", Kind.OPEN_DOCUMENT, id="OpenDocument"
        ),
    ],
)
def test_the_kind_is_told_by_what_the_file_holds(content: bytes, kind: Kind) -> None:
    told = kind_of(content)

    assert told is kind
    assert NAMES[told]


@pytest.mark.parametrize(
    ("content", "reason", "sentence"),
    [
        pytest.param(b"", Empty, "x is empty", id="no bytes"),
        pytest.param(b'<?xml version="1.0"?><w>', WrongKind, "x is an XML file", id="XML"),
        pytest.param(b"\0\0\0\x18ftypheic", WrongKind, "x is a picture", id="telephone picture"),
        pytest.param(b"ab\0cd", WrongKind, "x is not a document that can be read", id="NUL bytes"),
        pytest.param(b"PK\x03\x04 xl/workbook.bin", WrongKind, "x is an Excel binary workbook (.xlsb)", id="XLSB"),
        pytest.param(b"PK\x03\x04 ppt/presentation.xml", WrongKind, "x is a PowerPoint presentation", id="PPTX"),
        pytest.param(b"PK\x03\x04 photo.jpg", WrongKind, "x is a zip file", id="some zip"),
        pytest.param(
            b"PK\x03\x04 [Content_Types].xml",
            Damaged,
            "x is a damaged Office document: it has no text in it",
            id="Office file without parts",
        ),
        pytest.param(locked_word(), Locked, "x is locked with a password", id="locked DOC"),
        pytest.param(
            old_office("PowerPoint Document"), WrongKind, "x is an old PowerPoint presentation (.ppt)", id="PPT"
        ),
        pytest.param(old_office("EncryptedPackage"), Locked, "x is locked with a password", id="locked"),
        pytest.param(old_office("Other"), WrongKind, "x is an old Office file", id="some old Office file"),
    ],
)
def test_what_is_not_read_is_named(content: bytes, reason: type[Unreadable], sentence: str) -> None:
    with pytest.raises(reason) as refusal:
        kind_of(content)

    assert str(refusal.value.named("x")) == sentence
    assert refusal.value.next_step


def test_a_workbook_inside_a_word_document_does_not_make_it_one() -> None:
    workbook = zipped({"xl/workbook.xml": "<x/>"})
    content = zipped({"word/document.xml": "<x/>", "word/embeddings/sheet.xlsx": workbook})

    told = kind_of(content)

    assert told is Kind.WORD


def test_the_media_type_counts_also_where_it_is_packed() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        package.writestr("content.xml", "<x/>")
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")

    told = kind_of(target.getvalue())

    assert told is Kind.OPEN_SPREADSHEET
