"""The seed documents in their real formats, read from beside the checkout where they are there."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from policyaudit.errors import AuditError
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.opening import read_document, read_documents
from policyaudit.reading.outside import Asked
from policyaudit.reading.programs import installed
from tests.reading.seed_judging import failed_checks

FOLDER = Path(__file__).parents[3] / "shared" / "seed-documents"
PLAIN = re.compile(r"[\w-]+(\.python-docx|\.ghostscript|\.reportlab|\.ocr-layer|\.owner-only)?\.(docx|odt|pdf)")
OLD = re.compile(r"[\w-]+\.(doc|rtf)")
SCANNED = re.compile(r"[\w-]+\.(mixed-scan|scan)\.pdf")

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the seed documents are not beside this checkout")


@cache
def outcomes() -> dict[str, DocumentText | AuditError]:
    """Every seed document that is not a register, read once."""
    paths = [
        path for path in sorted(FOLDER.iterdir()) if path.suffix in {".docx", ".odt", ".pdf", ".doc", ".rtf", ".jpg"}
    ]
    return {path.name: outcome for path, _, outcome in read_documents(paths)}


def cases(wanted: re.Pattern[str]) -> list[object]:
    """Each document whose name is of this form, with what it must say."""
    if not FOLDER.is_dir():
        return []
    checks = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))["checks"]
    names = [path.name for path in sorted(FOLDER.iterdir()) if wanted.fullmatch(path.name)]
    return [pytest.param(name, checks[name.split(".")[0]], id=name) for name in names if name.split(".")[0] in checks]


@pytest.mark.parametrize(("name", "checks"), cases(PLAIN))
def test_a_seed_document_says_what_it_should(name: str, checks: list[dict[str, Any]]) -> None:
    document = outcomes()[name]

    assert isinstance(document, DocumentText)
    assert failed_checks(checks, [line.text for line in document.lines]) == []


@pytest.mark.skipif(not installed("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize(("name", "checks"), cases(OLD))
def test_a_seed_document_of_an_old_format_says_what_it_should(name: str, checks: list[dict[str, Any]]) -> None:
    document = read_document(FOLDER / name, asked=Asked(convert=True))

    assert failed_checks(checks, [line.text for line in document.lines]) == []


@pytest.mark.slow
@pytest.mark.skipif(not (installed("ocrmypdf") and installed("tesseract")), reason="ocrmypdf is not installed")
@pytest.mark.parametrize(("name", "checks"), cases(SCANNED))
def test_a_scanned_seed_document_says_what_it_should(name: str, checks: list[dict[str, Any]]) -> None:
    document = read_document(FOLDER / name, asked=Asked(ocr=True))

    assert failed_checks(checks, [line.text for line in document.lines]) == []
    assert document.pages_by_ocr[0] == 1
    assert document.pages_without_text == ()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("bad-bitrot.pdf", "is a damaged PDF: some of its pages cannot be read"),
        ("bad-truncated-60pc.pdf", "is a damaged PDF: it was not saved or copied whole"),
        ("bad-pdf-named.docx", "is a damaged PDF: it was not saved or copied whole"),
        ("bad-truncated-70pc.docx", "is a damaged Word document: it was not saved or copied whole"),
        ("bad-missing-document-part.docx", "is a damaged Word document: the part with its text is missing"),
        ("bad-zero-bytes.pdf", "is empty"),
        ("bad-zero-bytes.docx", "is empty"),
        ("bad-html-named.docx", "is a web page that stands in place of the document"),
        ("heights-social-media.password.docx", "is locked with a password"),
        ("heights-social-media.password-open.pdf", "is locked with a password"),
        ("heights-social-media.password-rc4.pdf", "is locked with a password"),
        ("heights-social-media.scan.pdf", "has 3 pages and no text: it is a scan"),
        ("heights-social-media.outlines.pdf", "is a PDF of 1 page without any text"),
        ("heights-social-media.doc", "is an old Word document (.doc)"),
        ("heights-social-media.rtf", "is a rich text document (.rtf)"),
        ("qeii-approval-page.scan.jpg", "is a picture"),
        ("hostile-zip-bomb-80MB.docx", "is not opened: it unpacks to more than 32 MB"),
        ("hostile-entity-expansion.docx", "is not opened: it declares entities of its own"),
        ("hostile-external-entity.docx", "is not opened: it declares entities of its own"),
        ("hostile-deep-nesting-400.docx", "is not opened: its parts lie more than 200 deep"),
        ("hostile-page-tree-loop.pdf", "is not opened: it says that it has more than 5000 pages"),
        ("hostile-flate-bomb-60MB.pdf", "is a PDF of 1 page without any text"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence(name: str, sentence: str) -> None:
    outcome = outcomes()[name]

    assert isinstance(outcome, AuditError)
    assert str(outcome).startswith(f"{name} {sentence}")
    assert outcome.next_step


@pytest.mark.parametrize(
    ("name", "warning"),
    [
        ("bad-docx-named.pdf", "is a Word document although its name ends in .pdf"),
        ("heights-social-media.mixed-scan.pdf", "has no text on page 1, perhaps a picture (--ocr reads those)"),
        ("heights-tracked-changes-comments.odt", "has 1 comment, which is not read"),
    ],
)
def test_what_a_reader_should_know_is_told(name: str, warning: str) -> None:
    document = outcomes()[name]

    assert isinstance(document, DocumentText)
    assert warning in document.warnings


@pytest.mark.parametrize("name", ["bad-header-junk.pdf", "bad-no-xref.pdf", "hostile-path-traversal.docx"])
def test_a_file_with_harmless_faults_is_read(name: str) -> None:
    document = outcomes()[name]

    assert isinstance(document, DocumentText)
    assert "The Heights Primary School" in document.text
