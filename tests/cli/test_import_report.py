import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.running import audit

MATHS = "Hedgerow Primary School\nPolicy title: Maths Policy\nVersion: 2\nDate of next review: June 2027\n"
BROOK = MATHS.replace("Hedgerow", "Brookside").replace("Maths", "Music")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two policies: one of the school, and one of a school that is not in the register."""
    policies = tmp_path / "policies"
    policies.mkdir()
    (policies / "maths.txt").write_text(MATHS)
    (policies / "music.txt").write_text(BROOK)
    return policies


def mend(path: Path, sheet: str, **cells: tuple[int, str]) -> None:
    """Write into columns of a row of the workbook, as somebody does."""
    book = load_workbook(path)
    headings = [cell.value for cell in book[sheet][1]]
    for heading, (row, text) in cells.items():
        book[sheet].cell(row, headings.index(heading.replace("_", " ")) + 1).value = text
    book.save(path)


def values_of(path: Path) -> dict[tuple[str, str], int]:
    """The row of each value, by file and field."""
    rows = load_workbook(path)["Values"].iter_rows(min_row=2, values_only=True)
    return {(str(row[0]), str(row[3])): number for number, row in enumerate(rows, start=2)}


def test_report_goes_out_is_mended_and_comes_back(folder: Path, new_register: Path, tmp_path: Path) -> None:
    report = tmp_path / "proposal.xlsx"
    wrote = audit("import", folder, "--report", report, "--db", new_register)
    rows = values_of(report)
    mend(report, "Documents", Right_school=(3, "Brookside Primary School"))
    mend(report, "Values", Correct=(rows["maths.txt", "next review"], "July 2027"))

    shown = audit("import", folder, "--from", report, "--db", new_register)
    recorded = audit("import", folder, "--from", report, "--yes", "--db", new_register, "--by", "Dora")

    assert wrote.stdout.startswith("Wrote the proposal to")
    assert "2 lines, 1 question, " in " ".join(wrote.stdout.split())
    assert "Nothing is recorded yet.\n" in wrote.stdout
    assert shown.stdout.endswith(f"Next: audit import PATH... --from {report} --yes\n        records it\n")
    assert "Schools added: Brookside Primary School." in recorded.stdout
    told = " ".join(audit("policy", "show", "Maths", "--db", new_register).stdout.split())
    assert "Next review July 2027, as stated" in told
    assert "maths.txt, line 4: “Date of next review: June 2027”, corrected to July 2027 by Dora, " in told


def test_json_goes_the_same_way(folder: Path, new_register: Path, tmp_path: Path) -> None:
    report = tmp_path / "proposal.json"
    audit("import", folder, "--report", report, "--db", new_register)
    told = json.loads(report.read_text())
    told["documents"][1]["right_school"] = "Hedgerow Primary School"
    report.write_text(json.dumps(told))

    recorded = audit("import", folder, "--from", report, "--yes", "--db", new_register, "--by", "Dora")

    assert "2 files: 2 new policies." in recorded.stdout


def test_row_that_was_deleted_leaves_its_document_out(folder: Path, new_register: Path, tmp_path: Path) -> None:
    report = tmp_path / "proposal.xlsx"
    audit("import", folder, "--report", report, "--db", new_register)
    book = load_workbook(report)
    book["Documents"].delete_rows(3)
    book.save(report)

    recorded = audit("import", folder, "--from", report, "--yes", "--db", new_register, "--by", "Dora")

    assert "2 files: 1 new policy, 1 left out." in recorded.stdout
    again = audit("import", folder, "--db", new_register)
    assert again.exit_code == 0
    assert again.stdout == (
        "There is nothing new to record.\n\n"
        "2 files: 1 held already, 1 left out before.\n\n"
        "Next: audit import FILE  asks again of one file that was left out before\n"
        "      audit due          shows which reviews are owed\n"
    )


def test_file_that_came_after_the_sheet_is_skipped_and_asked_the_next_time(
    folder: Path, new_register: Path, tmp_path: Path
) -> None:
    report = tmp_path / "proposal.xlsx"
    audit("import", folder, "--report", report, "--db", new_register)
    (folder / "later.txt").write_text(MATHS.replace("Maths", "Science"))

    recorded = audit("import", folder, "--from", report, "--yes", "--db", new_register, "--by", "Dora")

    assert "1 new policy, 1 question, 1 skipped." in " ".join(recorded.stdout.split())
    assert "1 new policy" in audit("import", folder, "--db", new_register).stdout


def test_decision_to_leave_all_out_is_recorded_on_its_own(folder: Path, new_register: Path, tmp_path: Path) -> None:
    report = tmp_path / "proposal.xlsx"
    audit("import", folder, "--report", report, "--db", new_register)
    mend(report, "Documents", Decision=(2, "leave out"))
    mend(report, "Documents", Decision=(3, "leave out"))

    shown = audit("import", folder, "--from", report, "--db", new_register)
    recorded = audit("import", folder, "--from", report, "--yes", "--db", new_register, "--by", "Dora")

    assert "Nothing is recorded yet." in shown.stdout
    assert (recorded.exit_code, "2 files: 2 left out." in recorded.stdout) == (0, True)
    assert audit("import", folder, "--db", new_register).stdout.startswith("There is nothing new to record.\n")


def test_file_that_was_changed_since_is_told_and_nothing_is_recorded(
    folder: Path, new_register: Path, tmp_path: Path
) -> None:
    report = tmp_path / "proposal.xlsx"
    audit("import", folder, "--report", report, "--db", new_register)
    (folder / "maths.txt").write_text(MATHS + "One line more.\n")

    refused = audit("import", folder, "--from", report, "--yes", "--db", new_register, "--by", "Dora")

    assert refused.exit_code == 4
    assert refused.stderr == (
        "audit: proposal.xlsx: 1 row cannot be used\n"
        "    - sheet Documents, row 2 (maths.txt): it is not among these files, or has changed since the proposal was"
        " written\n"
        "  next: delete the lines of what has changed, or write a new proposal with --report ANOTHER.xlsx\n"
    )
    assert audit("due", "--db", new_register).stdout.startswith("No policy is in force yet.")


def test_files_that_could_not_be_read_are_told_beside_the_report(
    folder: Path, new_register: Path, tmp_path: Path
) -> None:
    (folder / "empty.pdf").write_bytes(b"")

    wrote = audit("import", folder, "--report", tmp_path / "proposal.json", "--db", new_register)

    assert (wrote.exit_code, wrote.stderr.splitlines()[0]) == (5, "audit: 1 of 3 files could not be read")
    assert wrote.stdout.startswith("Not read:\n  empty.pdf is empty; ")
    assert len(json.loads((tmp_path / "proposal.json").read_text())["documents"]) == 2


def test_folder_without_documents_has_no_report_to_mend(new_register: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    wrote = audit("import", tmp_path / "empty", "--report", tmp_path / "proposal.json", "--db", new_register)

    assert (wrote.exit_code, wrote.stderr.splitlines()[0]) == (4, "audit: there is no document to import")
    assert not (tmp_path / "proposal.json").exists()


@pytest.mark.parametrize(
    ("name", "more", "code", "sentence"),
    [
        pytest.param("proposal.pdf", [], 2, "no proposal can be written to", id="another kind of file"),
        pytest.param(
            "proposal.xlsx", ["--yes"], 2, "--report writes the proposal, --yes records it", id="and recorded"
        ),
        pytest.param(
            "proposal.xlsx",
            ["--from", "mended.xlsx"],
            2,
            "--report writes a proposal without decisions",
            id="and mended",
        ),
        pytest.param(
            "there.xlsx", [], 6, "is there already, and may hold what somebody has decided", id="there already"
        ),
    ],
)
def test_report_that_cannot_be_written_is_refused_before_anything_is_read(
    name: str, more: list[str], code: int, sentence: str, new_register: Path
) -> None:
    place = new_register.parent
    (place / "there.xlsx").write_bytes(b"decided")

    refused = audit("import", place, "--report", place / name, *more, "--db", new_register)

    assert refused.exit_code == code
    assert sentence in refused.stderr
