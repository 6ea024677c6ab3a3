"""Who owes a review and who approves it: found by their words, and added only where a document names them."""

import pytest

from policyaudit.domain.naming import NoSuchName
from policyaudit.store.opening import Store
from policyaudit.store.reads import names
from policyaudit.usecases.officers import add_post
from policyaudit.usecases.owners import committee_added, known_committee, known_officer, officer_added
from tests.factories import RECORDING, a_person


def known(store: Store, text: str) -> tuple[int | None, int | None]:
    with store.transaction(**RECORDING) as writer:
        return known_officer(writer, 1, text)


def added(store: Store, text: str) -> tuple[int | None, int | None]:
    with store.transaction(**RECORDING) as writer:
        return officer_added(writer, 1, text)


def committee(store: Store, text: str) -> int:
    with store.transaction(**RECORDING) as writer:
        return committee_added(writer, 1, text)


@pytest.mark.parametrize(
    ("text", "officer"),
    [
        pytest.param("Headteacher", (1, None), id="a post"),
        pytest.param("Ada Inkwell", (None, 1), id="a person"),
        pytest.param("Ada Inkwell, Headteacher", (1, 1), id="a person in a post"),
        pytest.param("Outdoor Learning", (2, None), id="a post that reads as a name"),
        pytest.param("Inkwell", (None, 1), id="a surname"),
    ],
)
def test_officer_is_a_post_or_a_person_of_the_register(
    store: Store, text: str, officer: tuple[int | None, int | None]
) -> None:
    a_person(store, "Ada Inkwell")
    add_post(store, "Headteacher", school=None, **RECORDING)
    add_post(store, "Outdoor Learning", school=None, **RECORDING)

    assert known(store, text) == officer


@pytest.mark.parametrize("text", ["Headteacher", "Ada Inkwell", "Ada Inkwell, Headteacher", "Inkwell"])
def test_officer_who_is_not_there_is_not_known(store: Store, text: str) -> None:
    with pytest.raises(NoSuchName):
        known(store, text)


def test_officer_of_a_document_is_added_once(store: Store) -> None:
    assert added(store, "Ada Inkwell, Headteacher") == (1, 1)
    assert added(store, "ADA INKWELL, headteacher") == (1, 1)
    assert added(store, "Bea Blotter") == (None, 2)
    assert added(store, "Caretaker") == (2, None)


def test_committee_of_a_document_is_known_by_name_or_alias_or_added(store: Store) -> None:
    assert committee(store, "FGB") == 1
    assert committee(store, "Resources Committee") == 2
    assert committee(store, "The Resources") == 2
    assert committee(store, "Committee") == 3
    listed = [one.shown for one in names.committees(store, 1)]
    assert listed == ["Committee", "Full governing board", "Resources Committee"]


def test_committee_that_is_not_there_is_not_known(store: Store) -> None:
    with store.transaction(**RECORDING) as writer:
        assert known_committee(writer, 1, "fgb") == 1
        with pytest.raises(NoSuchName):
            known_committee(writer, 1, "Resources")
