from pathlib import Path

import pytest

from policyaudit.reading.lines import DocumentText
from policyaudit.reading.opening import read_document, read_documents
from policyaudit.reading.outside import Asked
from policyaudit.reading.refusals import ConverterMissing, NotConverted, NotRecognised, OldFormat, Picture, Scan
from tests.reading.making_documents import docx, p
from tests.reading.making_pdfs import Page, pdf, text, unseen
from tests.reading.making_programs import SHELL, only_these

pytestmark = pytest.mark.skipif(not SHELL.exists(), reason="this system has no /bin/sh to write programs for")

RTF = b"{\\rtf1 Date of next review: June 2017}"
JPEG = b"\xff\xd8\xff\xe0 and so on"
REVIEW = "Date of next review: June 2017"
SCANNED = pdf(Page(has_picture=True), text(60, 200, "Scope"))
BOTH = Asked(convert=True, ocr=True)


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def office_that_makes(made: Path) -> dict[str, str]:
    """An office program that makes this of every document."""
    return {"soffice": f"/bin/mkdir made && /bin/cp '{made}' made/document.docx"}


def recogniser_that_makes(made: Path) -> dict[str, str]:
    """A recogniser that makes this of every scan."""
    return {"ocrmypdf": f"/bin/cp '{made}' made.pdf", "tesseract": "echo eng"}


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    return tmp_path / "bin"


@pytest.mark.parametrize(
    ("name", "content", "reason", "option"),
    [
        pytest.param("a.rtf", RTF, OldFormat, "--convert", id="old format"),
        pytest.param("a.jpg", JPEG, Picture, "--ocr", id="photograph"),
        pytest.param("a.pdf", pdf(Page(has_picture=True)), Scan, "--ocr", id="scan"),
    ],
)
def test_without_being_asked_nothing_is_started_and_the_option_is_named(  # noqa: PLR0917 - a row of a table
    name: str, content: bytes, reason: type[Exception], option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_these(
        tmp_path / "bin", {"soffice": f"> '{tmp_path}/started'", "ocrmypdf": f"> '{tmp_path}/started'"}, monkeypatch
    )
    path = written(tmp_path, name, content)

    with pytest.raises(reason) as refusal:
        read_document(path)

    assert f"add {option} " in str(getattr(refusal.value, "next_step", ""))
    assert not (tmp_path / "started").exists()


def test_an_old_document_is_read_by_way_of_a_new_one_and_stays_what_it_is(
    tmp_path: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = written(tmp_path, "made.docx", docx(p(REVIEW)))
    only_these(bin_folder, office_that_makes(made), monkeypatch)

    read = read_document(written(tmp_path, "a.rtf", RTF), asked=Asked(convert=True))

    assert (read.text, read.media_type, read.warnings) == (REVIEW, "application/rtf", ())


def test_an_old_document_of_which_nothing_readable_is_made_is_refused(
    tmp_path: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = written(tmp_path, "made.docx", b"PK\x03\x04 word/document.xml")
    only_these(bin_folder, office_that_makes(made), monkeypatch)

    with pytest.raises(NotConverted, match=r"a\.rtf is a rich text document \(\.rtf\) that LibreOffice could not read"):
        read_document(written(tmp_path, "a.rtf", RTF), asked=BOTH)


def test_a_missing_office_program_costs_one_document(
    tmp_path: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_these(bin_folder, {}, monkeypatch)
    paths = [written(tmp_path, "a.rtf", RTF), written(tmp_path, "b.txt", b"Scope")]

    first, second = [outcome for _, _, outcome in read_documents(paths, asked=BOTH)]

    assert isinstance(first, ConverterMissing)
    assert isinstance(second, DocumentText)


def test_a_scan_is_read_and_says_which_pages_were_recognised(
    tmp_path: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = written(tmp_path, "made.pdf", pdf(Page(unseen(60, 200, REVIEW), has_picture=True)))
    only_these(bin_folder, recogniser_that_makes(made), monkeypatch)

    read = read_document(written(tmp_path, "a.pdf", pdf(Page(has_picture=True))), asked=Asked(ocr=True))

    assert (read.text, read.pages_by_ocr) == (REVIEW, (1,))
    assert read.warnings == ("has been read by text recognition (OCR) on page 1, which makes mistakes",)


def test_a_photograph_is_read_and_stays_what_it_is(
    tmp_path: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = written(tmp_path, "made.pdf", pdf(text(60, 200, REVIEW)))
    only_these(bin_folder, recogniser_that_makes(made), monkeypatch)

    read = read_document(written(tmp_path, "a.jpg", JPEG), asked=Asked(ocr=True))

    assert (read.text, read.media_type, read.pages_by_ocr) == (REVIEW, "image/jpeg", (1,))


def test_letters_drawn_as_shapes_are_recognised(
    tmp_path: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = written(tmp_path, "made.pdf", pdf(text(60, 200, REVIEW)))
    only_these(bin_folder, recogniser_that_makes(made), monkeypatch)

    read = read_document(written(tmp_path, "a.pdf", pdf("60 60 m 90 90 l S")), asked=Asked(ocr=True))

    assert read.pages_by_ocr == (1,)


def test_a_scan_in_which_nothing_is_recognised_is_refused(
    tmp_path: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = written(tmp_path, "made.pdf", pdf(Page(has_picture=True)))
    only_these(bin_folder, recogniser_that_makes(made), monkeypatch)

    with pytest.raises(NotRecognised, match=r"a\.pdf has pictures in which no text could be recognised"):
        read_document(written(tmp_path, "a.pdf", pdf(Page(has_picture=True))), asked=Asked(ocr=True))


def test_of_a_document_with_one_scanned_page_that_page_alone_is_recognised(
    tmp_path: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = written(tmp_path, "made.pdf", pdf(text(60, 200, REVIEW), text(60, 200, "Scope")))
    only_these(bin_folder, recogniser_that_makes(made), monkeypatch)
    path = written(tmp_path, "a.pdf", SCANNED)

    before, read = read_document(path), read_document(path, asked=Asked(ocr=True))

    assert before.warnings == ("has no text on page 1, perhaps a picture (--ocr reads those)",)
    assert (read.text, read.pages_by_ocr, read.pages_without_text) == (f"{REVIEW}\nScope", (1,), ())


def test_a_document_whose_scanned_page_cannot_be_recognised_is_read_without_it_and_says_so(
    tmp_path: Path, bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_these(bin_folder, {}, monkeypatch)

    read = read_document(written(tmp_path, "a.pdf", SCANNED), asked=Asked(ocr=True))

    assert read.text == "Scope"
    assert read.warnings == (
        "has no text on page 1, perhaps a picture (--ocr reads those)",
        "needs text recognition (OCR), and ocrmypdf, which does that, is not installed",
    )
