from contextlib import closing
from pathlib import Path

import pytest

from policyaudit.reading.opening import read_document, read_documents
from policyaudit.reading.refusals import Empty, Missing, NotAFile, NotAllowed, TooLarge, Unreadable


def test_one_document_is_read(tmp_path: Path) -> None:
    path = tmp_path / "policy.txt"
    path.write_text("Date of next review: June 2017\n", encoding="utf-8")

    text = read_document(path)

    assert text.text == "Date of next review: June 2017"


def test_a_bad_file_costs_one_outcome_not_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Scope\n")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(b"Aim\n")

    outcomes = list(read_documents(sorted(tmp_path.iterdir())))

    assert [(path.name, content) for path, content, _ in outcomes] == [
        ("a.txt", b"Scope\n"),
        ("b.txt", b""),
        ("c.txt", b"Aim\n"),
    ]
    assert [isinstance(outcome, Unreadable) for _, _, outcome in outcomes] == [False, True, False]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Missing, match=r"there is no file lost\.pdf") as refusal:
        read_document(tmp_path / "lost.pdf")

    assert str(tmp_path) not in str(refusal.value)


def test_a_folder_is_not_a_document(tmp_path: Path) -> None:
    with pytest.raises(NotAFile):
        read_document(tmp_path)


def test_a_path_through_a_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Scope\n")

    with pytest.raises(NotAllowed):
        read_document(tmp_path / "a.txt" / "b.txt")


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "none.docx").write_bytes(b"")

    with pytest.raises(Empty, match=r"none\.docx is empty"):
        read_document(tmp_path / "none.docx")


def test_a_huge_file_is_not_read_at_all(tmp_path: Path) -> None:
    with (tmp_path / "huge.pdf").open("wb") as sparse:
        sparse.truncate(50_000_001)

    with pytest.raises(TooLarge, match=r"huge\.pdf is larger than 50 MB"):
        read_document(tmp_path / "huge.pdf")


def test_a_name_with_control_characters_is_shown_without_them(tmp_path: Path) -> None:
    with pytest.raises(Missing) as refusal:
        read_document(tmp_path / "bad\u202e\x1b[31mname.txt")

    assert "bad[31mname.txt" in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "warnings"),
    [
        pytest.param("policy.docx", ("is a text file although its name ends in .docx",), id="another kind"),
        pytest.param("policy.TXT", (), id="its own kind"),
        pytest.param("policies.csv", (), id="a sheet of one column"),
        pytest.param("policies.xlsx", ("is a text file although its name ends in .xlsx",), id="no workbook"),
        pytest.param("policy", (), id="no ending"),
        pytest.param("policy.2024", (), id="an ending of no kind"),
    ],
)
def test_a_document_is_read_by_what_it_holds_and_a_wrong_name_is_told(
    name: str, warnings: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(b"Scope\n")

    text = read_document(tmp_path / name)

    assert text.text == "Scope"
    assert text.warnings == warnings


def many_texts(folder: Path, count: int) -> list[Path]:
    """So many small documents in a folder."""
    paths = [folder / f"{number:02}.txt" for number in range(count)]
    for path in paths:
        path.write_text("Scope\n", encoding="utf-8")
    return paths


def test_whoever_stops_listening_has_not_asked_for_all(tmp_path: Path) -> None:
    paths = iter(many_texts(tmp_path, 40))
    with closing(read_documents(paths)) as documents:
        first = next(documents)

    assert first[0].name == "00.txt"
    assert len(list(paths)) > 20


@pytest.mark.parametrize(("count", "times"), [(3, 0), (40, 1)], ids=["few documents", "many documents"])
def test_something_is_done_while_the_first_of_many_is_taken_apart(tmp_path: Path, count: int, times: int) -> None:
    done: list[str] = []

    outcomes = list(read_documents(many_texts(tmp_path, count), meanwhile=lambda: done.append("once")))

    assert (len(outcomes), len(done)) == (count, times)
