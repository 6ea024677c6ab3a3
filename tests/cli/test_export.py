import csv
import json
from pathlib import Path

import pytest

from policyaudit.cli.sheets import SheetUnread, bytes_of
from tests.cli.running import audit


def test_everything_is_written_as_a_folder_of_sheets(built_sample: Path, tmp_path: Path) -> None:
    written = audit("export", "--out", tmp_path / "all", "--db", built_sample)

    sheets = {
        path.stem: list(csv.reader(path.read_text("utf-8-sig").splitlines())) for path in (tmp_path / "all").iterdir()
    }
    rows = sum(len(lines) - 1 for lines in sheets.values())
    assert written.exit_code == 0
    assert written.stdout.replace("\n", " ").startswith(f"Wrote {len(sheets)} tables with {rows:,} rows: ")
    assert "Social media" in {cell for line in sheets["policies"] for cell in line}


def test_or_as_one_file(built_sample: Path, tmp_path: Path) -> None:
    audit("export", "--format", "json", "--out", tmp_path / "all.json", "--school", "quill", "--db", built_sample)

    written = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert written["format"] == {"name": "policyaudit.export", "version": 1}
    assert written["school"] == "Quillbrook Primary School"


def test_policies_in_the_way_are_left_as_they_are(new_register: Path, tmp_path: Path) -> None:
    policies = tmp_path / "our policies"
    policies.mkdir()
    (policies / "Uniform Policy.txt").write_text("Uniform Policy")

    among = audit("export", "--out", policies, "--db", new_register)
    over = audit("export", "--format", "json", "--out", policies / "Uniform Policy.txt", "--db", new_register)

    assert (among.exit_code, over.exit_code) == (6, 6)
    assert "holds other files (Uniform Policy.txt)" in among.stderr
    assert "it is no earlier copy of this one" in over.stderr
    assert [(path.name, path.read_text()) for path in policies.iterdir()] == [("Uniform Policy.txt", "Uniform Policy")]


@pytest.mark.parametrize("words", [(), ("--format", "json")], ids=["sheets", "one file"])
def test_an_export_may_be_made_again(words: tuple[str, ...], new_register: Path, tmp_path: Path) -> None:
    again = [audit("export", *words, "--out", tmp_path / "all", "--db", new_register).exit_code for _ in range(2)]

    assert again == [0, 0]


@pytest.mark.parametrize(
    ("words", "name"), [((), "export-*"), (("--format", "json"), "export-*.json")], ids=["sheets", "one"]
)
def test_else_it_lies_among_the_reports_under_its_day(
    words: tuple[str, ...], name: str, new_register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    audit("export", *words, "--db", new_register)

    assert len(list((tmp_path / "reports").glob(name))) == 1


def test_a_sheet_that_may_not_be_opened_is_said_in_a_sentence() -> None:
    with pytest.raises(SheetUnread, match="cannot be opened"):
        bytes_of(Path("/proc/self/mem"))
