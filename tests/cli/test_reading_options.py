import json
from pathlib import Path

import pytest

from tests.cli.running import audit
from tests.reading.making_documents import docx, p
from tests.reading.making_pdfs import Page, pdf, text
from tests.reading.making_programs import SHELL, only_these

pytestmark = pytest.mark.skipif(not SHELL.exists(), reason="this system has no /bin/sh to write programs for")

LINES = (
    "Hedgerow Primary School",
    "Maths Policy",
    "Responsible officer: Headteacher",
    "Date of next review: June 2027",
)


@pytest.fixture
def helped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an old document and a scan, on a computer where programs make these words of either."""
    folder, made = tmp_path / "policies", tmp_path / "made"
    for place in (folder, made):
        place.mkdir()
    (made / "made.docx").write_bytes(docx("".join(map(p, LINES))))
    (made / "made.pdf").write_bytes(pdf("".join(text(60, 100 + 40 * at, line) for at, line in enumerate(LINES))))
    (folder / "maths.rtf").write_bytes(b"{\\rtf1 }")
    (folder / "maths.pdf").write_bytes(pdf(Page(has_picture=True)))
    programs = {
        "soffice": f"/bin/mkdir made && /bin/cp '{made}/made.docx' made/document.docx",
        "ocrmypdf": f"/bin/cp '{made}/made.pdf' made.pdf",
        "tesseract": "echo eng",
    }
    only_these(tmp_path / "bin", programs, monkeypatch)
    return folder


def test_an_old_document_is_shown_only_when_asked_for(helped: Path) -> None:
    refused = audit("inspect", helped / "maths.rtf")
    read = audit("inspect", helped / "maths.rtf", "--convert", "--json")

    assert refused.exit_code == 4
    assert "next: add --convert to have LibreOffice read it" in refused.stderr
    assert json.loads(read.stdout)["next_review"] == "2027-06"


def test_every_value_of_a_scan_is_to_be_confirmed(helped: Path) -> None:
    refused = audit("inspect", helped / "maths.pdf")
    read = json.loads(audit("inspect", helped / "maths.pdf", "--ocr", "--json").stdout)

    assert "maths.pdf has 1 page and no text: it is a scan" in refused.stderr
    assert read["warnings"] == ["has been read by text recognition (OCR) on page 1, which makes mistakes"]
    assert read["next_review"] == "2027-06"
    assert [value["confidence"] for value in read["evidence"].values() if value["confidence"] >= 0.8] == []


def test_no_value_of_a_scan_counts_by_yes_alone(helped: Path, new_register: Path) -> None:
    audit("import", helped / "maths.pdf", "--ocr", "--add-schools", "--yes", "--db", new_register)

    (policy,) = json.loads(audit("due", "--as-of", "2028-01-01", "--json", "--db", new_register).stdout)["policies"]
    assert (policy["next_review"], policy["standing"]) == (None, "unscheduled")


def test_an_import_reads_old_documents_when_asked(helped: Path, new_register: Path) -> None:
    audit("import", helped / "maths.rtf", "--convert", "--add-schools", "--yes", "--db", new_register)

    (policy,) = json.loads(audit("due", "--as-of", "2028-01-01", "--json", "--db", new_register).stdout)["policies"]
    assert (policy["next_review"], policy["standing"]) == ("June 2027", "overdue")


@pytest.mark.parametrize(
    ("option", "step"),
    [
        ("--convert", "sudo apt-get install -y libreoffice-writer"),
        ("--ocr", "sudo apt-get install -y ocrmypdf tesseract-ocr-eng"),
    ],
)
def test_a_program_that_is_not_installed_is_named_with_the_command_before_anything_is_read(
    option: str, step: str, tmp_path: Path, new_register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_these(tmp_path / "bin", {}, monkeypatch)
    (tmp_path / "maths.txt").write_text("\n".join(LINES), encoding="utf-8")

    inspected = audit("inspect", tmp_path / "maths.txt", option)
    imported = audit("import", tmp_path / "maths.txt", option, "--yes", "--db", new_register)

    for ended in (inspected, imported):
        said, next_step = ended.stderr.splitlines()
        assert (ended.exit_code, ended.stdout) == (7, "")
        assert said.startswith(f"audit: {option} needs ")
        assert step in next_step


def test_the_text_of_a_version_may_come_from_an_old_document(helped: Path, new_register: Path) -> None:
    audit("policy", "add", "Maths", "--db", new_register)
    adding = ("version", "add", "Maths", "1", "--in-force", "1 June 2026", "--db", new_register, "--yes")

    refused = audit(*adding, "--file", helped / "maths.rtf")
    added = audit(*adding, "--file", helped / "maths.rtf", "--convert")

    assert "add --convert" in refused.stderr
    assert added.exit_code == 0


def test_photographs_in_a_folder_are_read_where_recognition_is_asked_for(helped: Path, new_register: Path) -> None:
    (helped / "page.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    words = ("import", helped, "--format", "json", "--db", new_register)

    plain, asked = (json.loads(audit(*words, *more).stdout)["documents"] for more in ((), ("--ocr",)))

    assert {file["file"]: file["outcome"] for file in plain}["page.jpg"] == "passed over"
    assert {file["file"]: file["outcome"] for file in asked}["page.jpg"] != "passed over"
