"""A folder is read to its depth, by name; what is no document is passed over, what cannot be read is said."""

import hashlib
from pathlib import Path

import pytest

from policyaudit.domain.clean_text import is_clean
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.errors import UsageProblem
from policyaudit.usecases.read_folder import ReadDocument, UnreadDocument, read_folder
from tests.factories import a_document
from tests.usecases.importing import a_text


def found(*paths: Path) -> list[tuple[str, str]]:
    return [(type(each).__name__, each.file_name) for each in read_folder(paths, calendar=TermCalendar())]


def test_folder_is_read_to_its_depth_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "below/c.txt", ".hidden/d.txt", ".e.txt", "~$f.docx"):
        a_document(tmp_path, name, a_text())

    assert found(tmp_path) == [("ReadDocument", name) for name in ("a.txt", "b.txt", "c.txt")]


def test_what_is_no_document_by_its_name_is_passed_over_unless_it_is_named_itself(tmp_path: Path) -> None:
    notes = a_document(tmp_path, "notes.json", "{}")
    a_document(tmp_path, "policy.txt", a_text())

    assert found(tmp_path) == [("PassedOver", "notes.json"), ("ReadDocument", "policy.txt")]
    assert [kind for kind, _ in found(notes)] != ["PassedOver"]


def test_sheets_and_web_pages_in_a_folder_are_read(tmp_path: Path) -> None:
    a_document(tmp_path, "list.csv", "Policy,Next review\nPay,May 2027\nLettings,May 2026\nBehaviour,June 2027\n")
    a_document(tmp_path, "policies.html", "<html><h1>Behaviour Policy</h1>")
    a_document(tmp_path, "staff.csv", "Name,Role\nAda,Cook\nBob,Cleaner\n")

    assert found(tmp_path) == [
        ("ReadRegister", "list.csv"),
        ("ReadDocument", "policies.html"),
        ("PassedOver", "staff.csv"),
    ]


def test_words_of_two_cells_are_fit_to_be_kept(tmp_path: Path) -> None:
    policy = a_document(tmp_path, "maths.txt", "Maths Policy\tHedgerow School\nVersion\t2\nNext review\tJune 2027\n")

    (read,) = read_folder([policy], calendar=TermCalendar())

    assert isinstance(read, ReadDocument)
    assert read.header.title is not None
    assert is_clean(read.header.title.value)


def test_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    empty = a_document(tmp_path, "empty.txt", "")

    (unread,) = read_folder([empty], calendar=TermCalendar())

    assert isinstance(unread, UnreadDocument)
    assert unread.sentence == "empty.txt is empty"
    assert unread.next_step is not None


def test_document_comes_with_its_bytes_and_their_hash(tmp_path: Path) -> None:
    path = a_document(tmp_path, "policy.txt", "Behaviour Policy\n")

    (document,) = read_folder([path], calendar=TermCalendar())

    assert isinstance(document, ReadDocument)
    assert document.content == b"Behaviour Policy\n"
    assert document.sha256 == hashlib.sha256(document.content).hexdigest()


def test_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match=r"there is no file or folder .*nowhere"):
        found(tmp_path / "nowhere")


def test_name_of_no_letters_still_says_something(tmp_path: Path) -> None:
    a_document(tmp_path, "\u202e\u200b", a_text())

    assert [name for _, name in found(tmp_path)] == ["a file without a name"]
