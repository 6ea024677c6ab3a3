from pathlib import Path

import pypdfium2
import pytest

from tests.cli.running import audit

ON = ("--as-of", "2 November 2026", "--by", "Dora Foolscap")


def words_in(pdf: Path) -> str:
    """Everything that the PDF says."""
    document = pypdfium2.PdfDocument(pdf)
    said = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return said


@pytest.mark.slow
def test_the_pack_is_written_where_one_says_and_the_verdict_told(sample: Path, tmp_path: Path) -> None:
    made = audit("report", "governors", "--out", tmp_path / "new" / "pack.pdf", "--db", sample, *ON)

    assert made.exit_code == 0
    assert made.stdout == (
        f"Wrote the governors' pack of Quillbrook Primary School: {tmp_path / 'new' / 'pack.pdf'}\n"
        "Five reviews are overdue and two policies have no review date.\n"
    )
    assert "Cyril Beaker" not in words_in(tmp_path / "new" / "pack.pdf")


@pytest.mark.slow
def test_it_names_people_where_one_asks_for_names(sample: Path, tmp_path: Path) -> None:
    audit("report", "governors", "--names", "--within", "90", "--out", tmp_path / "pack.pdf", "--db", sample, *ON)

    assert "Cyril Beaker" in words_in(tmp_path / "pack.pdf")


@pytest.mark.slow
def test_else_it_lies_in_the_folder_of_reports_under_its_day(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    audit("report", "governors", "--db", sample, *ON)

    assert (tmp_path / "reports" / "governors-2026-11-02.pdf").is_file()


@pytest.mark.slow
def test_a_policy_in_the_way_stays_unless_one_says_replace(sample: Path, tmp_path: Path) -> None:
    policy = tmp_path / "Uniform Policy.txt"
    policy.write_text("Uniform Policy")

    refused = audit("report", "governors", "--out", policy, "--db", sample, *ON)
    kept = policy.read_bytes()
    replaced = audit("report", "governors", "--out", policy, "--replace", "--db", sample, *ON)

    assert (refused.exit_code, kept) == (6, b"Uniform Policy")
    assert (replaced.exit_code, policy.read_bytes()[:5]) == (0, b"%PDF-")


@pytest.mark.slow
def test_what_cannot_be_written_is_said_in_a_sentence(sample: Path, tmp_path: Path) -> None:
    ended = audit("report", "governors", "--out", tmp_path, "--db", sample, *ON)

    assert ended.exit_code == 6
    assert ended.stderr.splitlines() == [
        f"audit: {tmp_path} could not be written: it is a folder",
        "  next: name another place with --out FILE",
    ]
