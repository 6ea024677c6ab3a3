"""Files that are damaged, locked, named for another kind or made to do harm, one of each kind, small on the disk."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.reading.making_documents import docx, odt, p, zipped
from tests.reading.making_pdfs import Page, line, locked, pdf, text

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_WORDS = "".join(text(60, 60 + 12 * down, f"Line {down} of the policy") for down in range(60))


def bad_files() -> dict[str, tuple[bytes, str]]:
    """Each file by its name, with the beginning of what is said of it."""
    return {**_damaged(), **_locked(), **_of_other_kinds(), **_without_text(), **_hostile()}


def _damaged() -> dict[str, tuple[bytes, str]]:
    whole_pdf, whole_docx = pdf(_WORDS, packed=True), docx(p("Scope"))
    place = whole_pdf.index(b"/FlateDecode") + 60
    rotten = whole_pdf[:place] + bytes(60) + whole_pdf[place + 60 :]
    return {
        "empty.pdf": (b"", "is empty"),
        "empty.docx": (b"", "is empty"),
        "cut-short.pdf": (whole_pdf[: len(whole_pdf) // 8], "is a damaged PDF: it was not saved or copied whole"),
        "cut-short.docx": (whole_docx[:-300], "is a damaged Word document: it was not saved or copied whole"),
        "rotten.pdf": (rotten, "is a damaged PDF: some of its pages cannot be read"),
        "no-text-part.docx": (
            zipped({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<x/>"}),
            "is a damaged Word document: the part with its text is missing",
        ),
        "no-text-part.odt": (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
            "is a damaged OpenDocument text: the part with its text is missing",
        ),
        "broken-text.docx": (
            docx("</w:body>"),
            "is a damaged Word document: its text cannot be made out",
        ),
    }


def _locked() -> dict[str, tuple[bytes, str]]:
    said = "is locked with a password"
    encrypted = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    fib = b"\xec\xa5" + bytes(9) + b"\x01"
    return {
        "locked.pdf": (locked(pdf(_WORDS), passwords={"user": "governor", "owner": "clerk"}), said),
        "locked.docx": (_OLE + "EncryptedPackage".encode("utf-16-le"), said),
        "locked.doc": (_OLE + fib + "WordDocument".encode("utf-16-le"), said),
        "locked.odt": (odt("", manifest=encrypted), said),
    }


def _of_other_kinds() -> dict[str, tuple[bytes, str]]:
    cut_short = "is a damaged PDF: it was not saved or copied whole"
    sign_in = b"<!DOCTYPE html><html><title>Sign in</title><p>Your session has expired. Please sign in.</p></html>"
    return {
        "really-a-pdf.docx": (b"%PDF-1.7\n", cut_short),
        "sign-in-page.docx": (sign_in, "is a web page"),
        "old.doc": (_OLE + "WordDocument".encode("utf-16-le"), "is an old Word document (.doc)"),
        "old.rtf": (b"{\\rtf1 Scope}", "is a rich text document (.rtf)"),
        "page.jpg": (b"\xff\xd8\xff\xe0" + bytes(20), "is a picture"),
        "page.heic": (b"\0\0\0\x18ftypheic", "is a picture"),
        "slides.pptx": (zipped({"ppt/presentation.xml": "<x/>"}), "is a PowerPoint presentation"),
        "program.docx": (b"MZ\x90\0\3\0\0\0", "is not a document that can be read"),
    }


def _without_text() -> dict[str, tuple[bytes, str]]:
    return {
        "scan.pdf": (pdf(*[Page(has_picture=True)] * 3), "has 3 pages and no text: it is a scan"),
        "shapes.pdf": (pdf(line(60, 60, 90, 90)), "is a PDF of 1 page without any text"),
        "blank.pdf": (pdf(Page()), "is a PDF of 1 page without any text"),
        "blank.docx": (docx(p("")), "is a Word document without any text"),
    }


def _hostile() -> dict[str, tuple[bytes, str]]:
    entities = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document>&b;</w:document>'
    outside = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document>&a;</w:document>'
    nested = "<w:tbl><w:tr><w:tc>" * 400 + p("Scope") + "</w:tc></w:tr></w:tbl>" * 400
    return {
        "unpacks.docx": (_unpacking_to(80_000_000), "is not opened: it unpacks to more than 32 MB"),
        "entities.docx": (zipped({"word/document.xml": entities}), "is not opened: it declares entities of its own"),
        "outside.docx": (zipped({"word/document.xml": outside}), "is not opened: it declares entities of its own"),
        "nested.docx": (docx(nested), "is not opened: its parts lie more than 200 deep inside each other"),
        "page-loop.pdf": (_page_loop(), "is not opened: it says that it has more than 5000 pages"),
        "unpacks.pdf": (_page_of(60_000_000), "is a PDF of 1 page without any text"),
    }


def _unpacking_to(size: int) -> bytes:
    """A Word document whose text unpacks to so many bytes."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        with package.open("word/document.xml", "w") as part:
            for _ in range(size // 1_000_000):
                part.write(b" " * 1_000_000)
    return target.getvalue()


def _page_of(size: int) -> bytes:
    """A PDF with a page whose drawing unpacks to so many bytes."""
    packer = zlib.compressobj()
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(size // 1_000_000)) + packer.flush()
    return _written(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    )


def _page_loop() -> bytes:
    """A PDF whose tree of pages holds itself and says that there are a million."""
    return _written(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1000000 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>"
    )


def _written(*objects: bytes) -> bytes:
    """A PDF of these objects without a table of their places, which readers make again."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, content) for number, content in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + body + b"trailer\n<< /Size 9 /Root 1 0 R >>\n%%EOF\n"
