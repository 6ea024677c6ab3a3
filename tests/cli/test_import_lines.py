import csv
import io
from pathlib import Path

import pytest

from tests.cli.running import audit

DOCUMENT = "Hedgerow Primary School\nMaths Policy\nVersion: 2.0\nDate of next review: June 2027\n"
LIST = """\
Policy,Person responsible,Committee,Frequency,Next review
Maths,Maths Lead,,Annually,June 2028
Kites,Site Manager,Finance,Annually,May 2027
Lettings,School Business Manager,,bi-annual,
,Site Manager,Resources,Annually,May 2027
"""


@pytest.fixture
def lines(new_register: Path, tmp_path: Path) -> list[dict[str, str]]:
    """What an import of a document and a list gives as CSV."""
    (tmp_path / "maths.txt").write_text(DOCUMENT)
    (tmp_path / "list.csv").write_text(LIST)
    files = (tmp_path / "maths.txt", tmp_path / "list.csv")
    written = audit("import", *files, "--format", "csv", "--db", new_register).stdout
    return list(csv.DictReader(io.StringIO(written)))


def test_documents_stand_above_the_lists_and_their_rows(lines: list[dict[str, str]]) -> None:
    told = [(line["file"], line["row"], line["outcome"], line["title"]) for line in lines]

    assert told == [
        ("maths.txt", "", "new policy", "Maths Policy"),
        ("list.csv", "", "list of policies", ""),
        ("list.csv", "2", "contradiction", "Maths Policy"),
        ("list.csv", "3", "new policy", "Kites"),
        ("list.csv", "4", "new policy", "Lettings"),
    ]


def test_row_has_the_columns_of_a_document_where_they_fit(lines: list[dict[str, str]]) -> None:
    document, listed, contradiction, new, _ = lines

    assert (document["version"], document["next_review"], document["listed_as"]) == ("2.0", "June 2027", "")
    assert (contradiction["listed_as"], contradiction["next_review"]) == ("Maths", "")
    assert (new["school"], new["next_review"], new["sheet"]) == ("Hedgerow Primary School", "May 2027", "")
    assert len({line["sha256"] for line in (contradiction, new)} | {listed["sha256"], document["sha256"]}) == 3


def test_values_are_told_in_words_and_those_that_wait_are_marked(lines: list[dict[str, str]]) -> None:
    _, _, contradiction, new, _ = lines

    assert "next_review: June 2028 (to confirm)" in contradiction["values"].split("; ")
    assert "review_frequency: Annually" in new["values"].split("; ")


def test_line_of_a_list_says_what_to_beware_of_and_which_rows_name_no_policy(lines: list[dict[str, str]]) -> None:
    assert "row 5: Site Manager; Resources; Annually; May 2027" in lines[1]["warnings"]
