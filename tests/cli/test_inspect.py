import json
from dataclasses import replace
from pathlib import Path

import pytest

from policyaudit.cli.inspect_page import inspect_page
from policyaudit.cli.terminal import Terminal
from policyaudit.reading.evidence import Evidence, Reading
from policyaudit.reading.header import read_header
from policyaudit.usecases.read_folder import ReadDocument
from tests.cli.running import audit
from tests.reading.reading_texts import document_of

MATHS = "Hedgerow Primary School\nMaths Policy\nDate of last review: June 2026\nDate of next review: June 2027\n"


def test_each_value_stands_with_its_line_and_how_sure_it_is(tmp_path: Path) -> None:
    (tmp_path / "maths.txt").write_text(MATHS)

    shown = audit("inspect", tmp_path / "maths.txt")

    assert "Next review  June 2027                         line 4" in shown.stdout
    assert "             “Date of next review: June 2027”" in shown.stdout
    assert "4 values in 4 lines of maths.txt.\n" in shown.stdout


def test_where_nothing_is_found_the_title_is_the_name_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(
        "1. These pages say nothing of themselves, and they go on and on, and on again.\n"
    )

    shown = audit("inspect", tmp_path / "notes.txt")

    assert shown.stdout.splitlines()[2] == "Title  notes        file name   0 %"
    assert shown.stdout.endswith("To be confirmed before it counts: 1 value.\n")


def test_json_gives_plain_values_and_where_they_came_from_apart(tmp_path: Path) -> None:
    (tmp_path / "maths.txt").write_text(MATHS)

    read = json.loads(audit("inspect", tmp_path / "maths.txt", "--json").stdout)

    assert read["format"] == {"name": "policyaudit.inspect", "version": 1}
    assert (read["title"], read["next_review"], read["approved_on"]) == ("Maths Policy", "2027-06", None)
    assert read["evidence"]["next_review"]["line"] == 4


@pytest.mark.parametrize(
    ("name", "code", "sentence"),
    [
        pytest.param("empty.pdf", 4, "audit: empty.pdf is empty", id="an empty file"),
        pytest.param("missing.pdf", 2, "audit: there is no file or folder", id="no file"),
        pytest.param(".", 2, "audit: {folder} is a folder, and one document is wanted", id="a folder"),
    ],
)
def test_what_is_no_document_is_said_in_a_sentence(name: str, code: int, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")

    ended = audit("inspect", tmp_path / name)

    assert ended.exit_code == code
    assert ended.stderr.startswith(sentence.format(folder=tmp_path))


def test_date_that_is_none_is_warned_of_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "pay.txt").write_text("Pay Policy\nVersion: 1.0\nNext review: 31/06/2026\n")
    told = "line 3: '31/06/2026' under \"Next review\" is no date: there is no 31 June"

    page, plain = audit("inspect", tmp_path / "pay.txt"), audit("inspect", tmp_path / "pay.txt", "--json")

    assert f"Beware: {told}" in " ".join(page.stdout.split())
    assert json.loads(plain.stdout)["warnings"] == [told]


def test_document_without_a_doubt_asks_for_nothing() -> None:
    text = document_of("Maths Policy\n")
    title = Reading("Maths Policy", 1.0, Evidence(1, "Maths Policy", "the first line"))
    read = ReadDocument("maths.txt", b"", "", text, replace(read_header(text), title=title))

    page = inspect_page(read, Terminal(80, colours=False))

    assert page.endswith("1 value in 1 line of maths.txt.")
