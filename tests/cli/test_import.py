import json
from pathlib import Path

import pytest

from tests.cli.running import at_a_terminal, audit

MATHS = """Hedgerow Primary School
Policy title: Maths Policy
Version: 2
Responsible officer: Headteacher
Date of last review: June 2026
Date of next review: June 2027
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one policy in it."""
    policies = tmp_path / "policies"
    policies.mkdir()
    (policies / "maths.txt").write_text(MATHS)
    return policies


def test_it_shows_first_what_it_read_and_where_and_records_nothing(folder: Path, new_register: Path) -> None:
    shown = audit("import", folder, "--db", new_register)

    assert shown.exit_code == 0
    assert shown.stdout.startswith(
        "maths.txt: new policy\n  Maths Policy, version 2\nValue                Read as                  Where\n"
    )
    assert "Next review          June 2027                line 6" in shown.stdout
    assert shown.stdout.endswith(
        "1 file: 1 new policy.\nNothing is recorded yet.\n\nNext: audit import PATH... --yes  records it\n"
    )
    assert audit("due", "--db", new_register).stdout.startswith("No policy is in force yet.")


def test_with_yes_it_records_and_shows_each_document_on_a_line(folder: Path, new_register: Path) -> None:
    shown = audit("import", folder, "--yes", "--db", new_register, "--by", "Dora")

    assert shown.stdout == (
        "1 new policy:\n"
        "File       Policy        Version  Next review  Certain\n"
        "──────────────────────────────────────────────────────\n"
        "maths.txt  Maths Policy  2        Jun 2027           6\n"
        "\n"
        "1 file: 1 new policy.\n"
        "\n"
        "Next: audit due  shows which reviews are owed\n"
    )
    assert "1 policy" in audit("due", "--db", new_register).stdout


def test_running_it_again_records_nothing_twice(folder: Path, new_register: Path) -> None:
    audit("import", folder, "--yes", "--db", new_register, "--by", "Dora")

    again = audit("import", folder, "--yes", "--db", new_register, "--by", "Dora")

    assert (
        again.exit_code,
        again.stdout.startswith("There is nothing new to record.\n\n1 file: 1 held already.\n"),
    ) == (0, True)
    assert "1 policy" in audit("due", "--db", new_register).stdout


@pytest.mark.parametrize(("answer", "policies"), [("y", "1 policy"), ("n", "No policy")], ids=["yes", "no"])
def test_whoever_sits_at_the_terminal_is_asked(answer: str, policies: str, folder: Path, new_register: Path) -> None:
    code, screen = at_a_terminal("import", folder, "--db", new_register, typed=f"{answer}\n")

    assert (code, "Record it? [y/N]: " in screen) == (0, True)
    assert policies in audit("due", "--db", new_register).stdout


def test_another_school_is_a_question_until_one_says_to_add_it(folder: Path, new_register: Path) -> None:
    (folder / "brook.txt").write_text(MATHS.replace("Hedgerow", "Brookside"))

    asked = audit("import", folder, "--yes", "--db", new_register, "--by", "Dora")
    added = audit("import", folder, "--yes", "--add-schools", "--db", new_register, "--by", "Dora")

    assert (
        "Questions, not recorded:\n"
        "  brook.txt: it names Brookside Primary School, which this register does not\n"
        "    hold\n"
        "\n"
        "--add-schools adds it, --school NAME files everything under one school.\n"
    ) in asked.stdout
    assert "Schools added: Brookside Primary School." in added.stdout


def test_a_school_that_is_named_otherwise_is_told(folder: Path, new_register: Path) -> None:
    (folder / "maths.txt").write_text(MATHS.replace("Hedgerow", "Brookside"))

    shown = audit("import", folder, "--yes", "--school", "hedgerow", "--db", new_register, "--by", "Dora")

    assert "it names another school," in shown.stdout


def test_a_file_that_cannot_be_read_stops_no_other(folder: Path, new_register: Path) -> None:
    (folder / "empty.pdf").write_bytes(b"")

    shown = audit("import", folder, "--yes", "--db", new_register, "--by", "Dora")

    assert shown.exit_code == 5
    assert "Not read:\n  empty.pdf is empty; " in shown.stdout
    assert shown.stderr.splitlines() == [
        "audit: 1 of 2 files could not be read",
        "  next: see above what each of them needs",
    ]
    assert "1 policy" in audit("due", "--db", new_register).stdout


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        pytest.param({"a.pdf": b""}, "audit: the file could not be recorded", id="one file"),
        pytest.param({"a.pdf": b"", "b.pdf": b""}, "audit: none of the 2 files could be recorded", id="two files"),
        pytest.param({}, "audit: there is no document to import", id="an empty folder"),
    ],
)
def test_where_nothing_could_be_recorded_it_says_so(
    files: dict[str, bytes], sentence: str, tmp_path: Path, new_register: Path
) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)

    ended = audit("import", folder, "--yes", "--db", new_register)

    assert (ended.exit_code, ended.stderr.splitlines()[0]) == (4, sentence)
    assert "nothing new" not in ended.stdout
    assert bool(ended.stdout) == bool(files)


def test_what_is_no_document_is_passed_over_by_name(folder: Path, new_register: Path) -> None:
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")

    shown = audit("import", folder, "--yes", "--db", new_register, "--by", "Dora")

    assert shown.exit_code == 0
    assert "Passed over, for they are no documents:\n  photo.jpg\n" in shown.stdout
    assert "2 files: 1 new policy, 1 passed over." in shown.stdout


def test_what_is_to_be_confirmed_is_counted(folder: Path, new_register: Path) -> None:
    (folder / "notes.txt").write_text(
        "1. This policy says nothing more of itself, and this line goes on for so long that it is no title.\n"
    )

    shown = audit("import", folder, "--yes", "--db", new_register, "--by", "Dora")

    assert "To be confirmed before it counts: 1 value." in shown.stdout
    due = audit("due", "--db", new_register).stdout
    assert "1 value read from documents waits to be confirmed." in due
    assert "audit confirm" in due


def test_json_keeps_its_promise(folder: Path, new_register: Path) -> None:
    listed = json.loads(audit("import", folder, "--json", "--db", new_register).stdout)

    assert listed["format"] == {"name": "policyaudit.import", "version": 1}
    assert (listed["recorded"], listed["schools_added"]) == (False, [])
    assert {**listed["documents"][0], "values": [], "sha256": ""} == {
        "file": "maths.txt",
        "outcome": "new policy",
        "school": "Hedgerow Primary School",
        "title": "Maths Policy",
        "version": "2",
        "next_review": "June 2027",
        "question": None,
        "next_step": None,
        "asks": None,
        "candidates": [],
        "resembles": [],
        "warnings": [],
        "values": [],
        "sha256": "",
    }
    assert {"field": "next_review", "value": "June 2027", "line": 6}.items() <= next(
        value.items() for value in listed["documents"][0]["values"] if value["field"] == "next_review"
    )


def test_a_program_that_reads_json_is_asked_nothing(folder: Path, new_register: Path) -> None:
    _, screen = at_a_terminal("import", folder, "--json", "--db", new_register)

    assert json.loads(screen)["recorded"] is False


def test_what_is_no_policy_is_a_question(folder: Path, new_register: Path) -> None:
    (folder / "README.md").write_text("# About this folder\n\nThe drawer on the left holds the signed copies.\n")

    shown = audit("import", folder, "--yes", "--db", new_register, "--by", "Dora").stdout

    told = " ".join(shown.split())
    assert "README.md: nothing in it says that it is a policy" in told
    assert "2 files: 1 new policy, 1 question." in shown


def test_date_that_is_none_is_warned_of_before_and_after_recording(folder: Path, new_register: Path) -> None:
    (folder / "pay.txt").write_text("Pay Policy\nVersion: 1.0\nNext review: 31/06/2026\n")
    told = "line 3: '31/06/2026' under \"Next review\" is no date: there is no 31 June"

    before = audit("import", folder, "--db", new_register).stdout
    after = audit("import", folder, "--yes", "--db", new_register, "--by", "Dora").stdout
    again = audit("import", folder, "--yes", "--db", new_register, "--by", "Dora").stdout

    assert told in " ".join(before.split())
    assert f"Beware: pay.txt: {told}" in " ".join(after.split())
    assert "31/06/2026" not in again


def test_a_value_of_several_documents_stands_once_with_each_of_them(folder: Path, new_register: Path) -> None:
    text = (folder / "maths.txt").read_text()
    for copy in range(1, 5):
        (folder / f"maths-{copy}.txt").write_text(text.replace("\n", "\n" * (copy + 1)))

    audit("import", folder, "--yes", "--db", new_register, "--by", "Dora")
    shown = audit("policy", "show", "Maths", "--db", new_register).stdout

    (titled,) = [line for line in shown.splitlines() if line.startswith("Title ")]
    assert "maths-1.txt, line 3" in titled
    assert "and 2 other documents" in shown
