"""A mended proposal is read back by its headings, from a workbook or from JSON; anything else is refused by name."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from policyaudit.errors import AuditError
from policyaudit.reading.mended_report import MendedRow, read_mended

DOCUMENTS = ("Order", "File", "Decision", "Right school", "Belongs to", "Document")
VALUES = ("File", "Field", "Value", "Decision", "Correct", "Document")


def a_workbook(folder: Path, **sheets: Sequence[tuple[str | None, ...]]) -> Path:
    book = Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book.save(folder / "mended.xlsx")
    return folder / "mended.xlsx"


def a_json(folder: Path, content: object) -> Path:
    (folder / "mended.json").write_text(json.dumps(content))
    return folder / "mended.json"


def test_rows_of_a_workbook_are_known_by_their_headings(tmp_path: Path) -> None:
    path = a_workbook(
        tmp_path,
        Documents=[DOCUMENTS, ("newer", "a.docx", "record", None, "Attendance", "aa")],
        Values=[VALUES, ("a.docx", "next review", "June 2027", "correct", "May 2027", "aa"), ("a.docx", "title", "A")],
        Help=[("How to mend this",)],
    )

    document, value, short = read_mended(path).rows

    assert (document.place, document.is_document) == ("sheet Documents, row 2", True)
    assert [document.says(name) for name in ("Order", "Belongs to", "Right school")] == ["newer", "Attendance", ""]
    assert (value.place, value.is_document) == ("sheet Values, row 2", False)
    assert (value.says("Correct"), short.says("Correct")) == ("May 2027", "")


@pytest.mark.parametrize(
    ("names", "written_of"),
    [
        pytest.param([("Right school", "Document"), ("Larkmead", "aa"), (None, "bb")], {"aa", "bb"}, id="listed"),
        pytest.param([("Right school", "Document"), ("Larkmead", "aa"), ("Oakhanger",)], {"aa"}, id="fewer than names"),
        pytest.param([("Right school",), ("Larkmead",)], set(), id="taken away"),
        pytest.param([], set(), id="without names"),
    ],
)
def test_workbook_says_of_which_documents_it_was_written(
    tmp_path: Path, names: list[tuple[str | None, ...]], written_of: set[str]
) -> None:
    path = a_workbook(tmp_path, Documents=[DOCUMENTS], Values=[VALUES], Names=names)

    assert read_mended(path).written_of == written_of


def test_json_gives_the_same_rows(tmp_path: Path) -> None:
    value = {"field": "next_review", "value": "June 2027", "decision": "accept", "correct": None}
    told = {"decision": None, "right_school": "Larkmead", "belongs_to": None, "order": "older", "values": [value]}
    path = a_json(
        tmp_path,
        {
            "format": {"name": "policyaudit.proposal"},
            "documents": [{"file": "a", "sha256": "aa"} | told],
            "written_of": ["aa", "bb"],
        },
    )

    document, said = read_mended(path).rows

    assert document == MendedRow(
        "document 1",
        is_document=True,
        cells={
            "File": "a",
            "Decision": "",
            "Document": "aa",
            "Right school": "Larkmead",
            "Belongs to": "",
            "Order": "older",
        },
    )
    assert (said.place, said.says("Decision"), said.says("Field")) == ("document 1, value 1", "accept", "next_review")
    assert read_mended(path).written_of == {"aa", "bb"}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(
            {"format": {"name": "policyaudit.due"}, "documents": []}, "its format has another name", id="another"
        ),
        pytest.param(["rows"], "it is no JSON that this program has written", id="a list"),
        pytest.param({"format": {"name": "policyaudit.proposal"}}, "it is no JSON that", id="no documents"),
        pytest.param(
            {"format": {"name": "policyaudit.proposal"}, "documents": [1]}, "it is no JSON that", id="a number"
        ),
        pytest.param(
            {"format": {"name": "policyaudit.proposal", "version": 2}, "documents": []},
            "its format has another name or another version",
            id="another version",
        ),
    ],
)
def test_other_json_is_refused(content: object, why: str, tmp_path: Path) -> None:
    with pytest.raises(AuditError, match=f"is no proposal of an import: {why}"):
        read_mended(a_json(tmp_path, content))


@pytest.mark.parametrize("correct", [["June 2027"], {"is": "June 2027"}, True, 2027.5])
def test_what_is_no_text_is_not_taken_for_text(correct: object, tmp_path: Path) -> None:
    value = {"field": "title", "value": "A", "decision": None, "correct": correct}
    told = {"decision": None, "right_school": None, "belongs_to": None, "order": None, "values": [value]}
    document = {"file": "a", "sha256": "aa"} | told
    path = a_json(tmp_path, {"format": {"name": "policyaudit.proposal"}, "documents": [document]})

    with pytest.raises(AuditError, match="document 1, value 1 says something under 'correct' that is no text"):
        read_mended(path)


def test_year_may_be_a_number_in_json(tmp_path: Path) -> None:
    value = {"field": "next_review", "value": "June 2027", "decision": None, "correct": 2027}
    told = {"decision": None, "right_school": None, "belongs_to": None, "order": None, "values": [value]}
    document = {"file": "a", "sha256": "aa"} | told

    rows = read_mended(a_json(tmp_path, {"format": {"name": "policyaudit.proposal"}, "documents": [document]})).rows

    assert rows[1].says("Correct") == "2027"


@pytest.mark.parametrize(
    ("rows", "columns", "why"),
    [
        pytest.param([2], [], "has 1 hidden row, which is not read", id="a row that a filter has put away"),
        pytest.param([], ["F"], "has 1 hidden column, which is not read", id="a column that is needed"),
    ],
)
def test_what_is_hidden_is_not_passed_over(rows: list[int], columns: list[str], why: str, tmp_path: Path) -> None:
    path = a_workbook(tmp_path, Documents=[DOCUMENTS, ("", "a", "record", "", "", "aa")], Values=[VALUES])
    book = load_workbook(path)
    for row in rows:
        book["Documents"].row_dimensions[row].hidden = True
    for column in columns:
        book["Documents"].column_dimensions[column].hidden = True
    book.save(path)

    with pytest.raises(AuditError, match=why) as refused:
        read_mended(path)

    assert "clear its filters" in str(refused.value.next_step)


def test_column_that_nobody_mends_may_be_hidden(tmp_path: Path) -> None:
    path = a_workbook(tmp_path, Documents=[(*DOCUMENTS, "Note"), ("", "a", "", "", "", "aa", "x")], Values=[VALUES])
    book = load_workbook(path)
    book["Documents"].column_dimensions["G"].hidden = True
    book.save(path)

    assert [row.says("Document") for row in read_mended(path).rows] == ["aa"]


def test_file_that_is_no_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mended.json").write_bytes(b"\xff{")

    with pytest.raises(AuditError, match="it is no JSON that this program has written"):
        read_mended(tmp_path / "mended.json")


def test_json_without_end_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "mended.json").open("wb") as file:
        file.truncate(50_000_001)

    with pytest.raises(AuditError, match="it is larger than 50 MB"):
        read_mended(tmp_path / "mended.json")


@pytest.mark.parametrize(
    ("sheets", "why"),
    [
        pytest.param({"Documents": [DOCUMENTS]}, "it has no sheet Values", id="one sheet is missing"),
        pytest.param({"Staff": [("Name", "Role")]}, "it has no sheet Documents", id="another workbook"),
        pytest.param(
            {"Documents": [DOCUMENTS], "Values": [VALUES[:-2]]},
            "sheet Values has no column Correct, Document",
            id="columns are missing",
        ),
    ],
)
def test_other_workbooks_are_refused(sheets: dict[str, list[tuple[str, ...]]], why: str, tmp_path: Path) -> None:
    with pytest.raises(AuditError, match=why):
        read_mended(a_workbook(tmp_path, **sheets))


@pytest.mark.parametrize("name", ["none.json", "none.xlsx"])
def test_file_that_is_not_there_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(AuditError, match=f"there is no file {name}"):
        read_mended(tmp_path / name)
