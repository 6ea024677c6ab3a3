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
