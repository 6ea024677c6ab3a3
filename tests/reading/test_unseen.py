"""Policies of invented schools that the rules were not written for: how well they are read."""

from pathlib import Path

from tests.reading.scoring import DATES, f1, finds_in

_FOLDER = Path(__file__).parent / "unseen"


def test_most_of_what_an_unseen_document_says_is_read() -> None:
    finds = list(finds_in(_FOLDER))

    assert len(list(_FOLDER.glob("*.txt"))) >= 200
    assert f1(finds) >= 0.97


def test_no_unseen_document_is_given_a_date_that_it_does_not_bear() -> None:
    made_up = [find for find in finds_in(_FOLDER) if find.field in DATES and find.read and not find.is_right]

    assert made_up == []


def test_what_is_recorded_without_asking_is_right() -> None:
    certain = [find for find in finds_in(_FOLDER) if find.is_certain]
    wrong = [find for find in certain if not find.is_right]

    assert len(wrong) <= 0.01 * len(certain), wrong
