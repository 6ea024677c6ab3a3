"""The catalogue that ships with us: every row can be read, in closed words, and says where it is from."""

from collections import Counter
from itertools import chain

import pytest

from policyaudit.domain.requirement import Asked, Confidence, Requirement, answer_key, applying
from policyaudit.usecases.catalogue import Row, catalogue, requirement
from policyaudit.usecases.start import KINDS, NATIONS

ROW: Row = {
    "key": "uniform-policy",
    "title": "School uniform policy",
    "also_called": "Uniform|School dress code",
    "instead_of": "",
    "jurisdiction": "England",
    "school_types": "maintained|academy",
    "only_where": "",
    "duty": "must",
    "kind": "policy",
    "review_months": "12",
    "approver": "headteacher",
    "publish_on_website": "unknown",
    "staff_acknowledge": "no",
    "legal_basis": "",
    "source_url": "",
    "source_date": "2024-10",
    "evidence": "primary",
    "confidence": "medium",
}


def test_every_row_is_read() -> None:
    rows = catalogue()

    assert len(rows) == 155
    assert max(Counter(row.key for row in rows).values()) == 1
    assert {row.nation for row in rows} == set(NATIONS)
    assert all(row.title and row.school_types and row.approvers for row in rows)


def test_every_name_is_clean_and_says_something_that_the_others_do_not() -> None:
    for row in catalogue():
        names = [row.title, *row.also_called]
        assert [name for name in names if name != " ".join(name.split())] == [], row.key
        assert len(row.answer_keys) == len(names), row.key


def test_row_stands_in_place_of_one_of_the_same_nation() -> None:
    rows = {row.key: row for row in catalogue()}

    for row in rows.values():
        if row.instead_of:
            assert rows[row.instead_of].nation == row.nation, row.key


@pytest.mark.parametrize("nation", NATIONS)
def test_each_kind_of_school_can_be_asked_about(nation: str) -> None:
    asked = {kind: applying(catalogue(), nation=nation, kind=kind) for kind in KINDS}

    assert any(asked.values())
    assert {one.requirement.nation for one in chain(*asked.values())} == {nation}


def test_each_row_concerns_some_kind_of_school() -> None:
    rows = catalogue()

    concerned = {
        one.requirement.key for nation in NATIONS for kind in KINDS for one in applying(rows, nation=nation, kind=kind)
    }

    assert {row.key for row in rows} == concerned


def test_no_row_of_low_confidence_is_called_a_duty() -> None:
    weak = [row for row in catalogue() if row.confidence is Confidence.LOW]

    assert len(weak) == 34
    assert not {row.asked for row in weak} & {Asked.MUST, Asked.SHOULD, Asked.REGARD}


@pytest.mark.parametrize(
    ("title", "key"),
    [
        pytest.param("Safeguarding and Child Protection Policy", "child-protection-policy", id="the other way round"),
        pytest.param("SEND Policy", "send-policy", id="an abbreviation"),
        pytest.param("Charging & Remissions", "charging-remissions", id="a sign for a word"),
        pytest.param("Safeguarding Policy 2026", "child-protection-policy", id="a year"),
        pytest.param("The School Uniform Policy", "uniform-policy", id="a word that tells nothing apart"),
    ],
)
def test_papers_are_known_by_what_schools_call_them(title: str, key: str) -> None:
    answered = [row.key for row in catalogue() if row.nation == "england" and answer_key(title) in row.answer_keys]

    assert key in answered


@pytest.mark.parametrize(
    "title",
    ["Code of conduct", "Equality", "Health", "Staff", "Disciplinary", "Policy", "Grievance", "Child", "Conduct"],
)
def test_words_that_may_mean_several_papers_answer_none(title: str) -> None:
    assert [row.key for row in catalogue() if answer_key(title) in row.answer_keys] == []


def test_row_is_read_as_values() -> None:
    read = requirement(ROW)

    assert isinstance(read, Requirement)
    assert (read.nation, read.school_types, read.also_called) == (
        "england",
        ("maintained", "academy"),
        ("Uniform", "School dress code"),
    )
    assert (read.review_months, read.published, read.legal_basis, str(read.source_date)) == (
        12,
        None,
        None,
        "October 2024",
    )


@pytest.mark.parametrize(("written", "read"), [("2014", "2014"), ("2022-03-15", "15 March 2022"), ("", "None")])
def test_date_of_a_source_is_as_exact_as_its_page(written: str, read: str) -> None:
    assert str(requirement({**ROW, "source_date": written}).source_date) == read


@pytest.mark.parametrize(
    ("column", "word"),
    [
        ("jurisdiction", "France"),
        ("school_types", "maintained|circus"),
        ("duty", "may"),
        ("duty", "conditional"),
        ("kind", "pamphlet"),
        ("review_months", "yearly"),
        ("approver", "caretaker"),
        ("publish_on_website", "perhaps"),
        ("staff_acknowledge", "perhaps"),
        ("source_date", "2024-13-01"),
        ("evidence", "hearsay"),
        ("confidence", "certain"),
    ],
)
def test_word_that_a_column_does_not_know_is_named_with_its_row(column: str, word: str) -> None:
    with pytest.raises(ValueError, match="the catalogue cannot be read at uniform-policy: "):
        requirement({**ROW, column: word})


def test_row_without_a_column_is_refused() -> None:
    row = {column: value for column, value in ROW.items() if column != "key"}

    with pytest.raises(ValueError, match="the catalogue cannot be read at a row without a key"):
        requirement(row)
