"""LibreOffice and ocrmypdf themselves, where they are installed: what they make of documents can be read."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from policyaudit.reading.opening import read_document
from policyaudit.reading.outside import Asked
from policyaudit.reading.programs import installed
from tests.reading.making_pdfs import Page, pdf, text

# Which way a page is held is told by its letters, and that takes some of them.
WORDS = (
    "Attendance Policy",
    "Responsible officer: Headteacher",
    "Date of next review: June 2027",
    *["Every pupil comes to school on time each day unless they are ill or have leave"] * 25,
)
DRAWN = "".join(text(60, 60 + 25 * at, line) for at, line in enumerate(WORDS))

needs_office = pytest.mark.skipif(not installed("soffice"), reason="LibreOffice is not installed")
needs_ocr = pytest.mark.skipif(
    not (installed("ocrmypdf") and installed("tesseract")), reason="ocrmypdf and Tesseract are not installed"
)
pytestmark = pytest.mark.slow


def photograph(*, turned: int = 0) -> Image.Image:
    """The picture of a page, turned by so many degrees."""
    with pypdfium2.PdfDocument(pdf(DRAWN)) as document:
        picture: Image.Image = document[0].render(scale=150 / 72).to_pil()
    return picture.convert("L").rotate(turned, expand=True)


def saved(picture: Image.Image, form: str) -> bytes:
    target = BytesIO()
    picture.save(target, form)
    return target.getvalue()


@needs_office
def test_a_rich_text_document_is_read_with_its_footer_and_without_what_was_deleted(tmp_path: Path) -> None:
    body = r"Next review: {\deleted\revauthdel0 June 2017}{\revised\revauth0 July 2018}\par Scope\par"
    content = rf"{{\rtf1\ansi{{\*\revtbl{{Somebody;}}}}{{\footer\pard Version 1.1\par}}{body}}}"
    (tmp_path / "old.rtf").write_text(content, encoding="ascii")

    read = read_document(tmp_path / "old.rtf", asked=Asked(convert=True))

    assert [line.text for line in read.lines] == ["Next review: July 2018", "Scope", "Version 1.1"]
    assert read.warnings == ("has tracked changes that nobody has accepted yet; it is read as if they were",)


@needs_ocr
@pytest.mark.parametrize("turned", [0, 90], ids=["upright", "turned on its side"])
def test_a_scanned_page_is_read_as_it_is_held(turned: int, tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(saved(photograph(turned=turned), "PDF"))

    read = read_document(tmp_path / "scan.pdf", asked=Asked(ocr=True))

    assert [line.text for line in read.lines] == list(WORDS)
    assert read.pages_by_ocr == (1,)


@needs_ocr
def test_the_photograph_of_a_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "page.jpg").write_bytes(saved(photograph(), "JPEG"))

    read = read_document(tmp_path / "page.jpg", asked=Asked(ocr=True))

    assert [line.text for line in read.lines] == list(WORDS)


@needs_ocr
def test_a_scan_of_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(pdf(Page(has_picture=True)))

    with pytest.raises(Exception, match=r"scan\.pdf has pictures in which no text could be recognised"):
        read_document(tmp_path / "scan.pdf", asked=Asked(ocr=True))
