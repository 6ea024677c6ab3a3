"""Names, titles and remarks have an end: 200, 300 and 4,000 characters, and no door lets in more."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from policyaudit.store.opening import Store, open_register
from policyaudit.usecases.committees import add_committee
from policyaudit.usecases.officers import add_post
from policyaudit.usecases.policies import PolicyDetails, edit_policy, withdraw_policy
from policyaudit.usecases.typed import NotKept
from tests import factories
from tests.factories import RECORDING, TODAY


def a_note(store: Store, text: str) -> None:
    factories.a_review(store, note=text)


def a_reason(store: Store, text: str) -> None:
    withdraw_policy(store, "Behaviour", on=TODAY, reason=text, school=None, **RECORDING)


def a_number(store: Store, text: str) -> None:
    edit_policy(store, "Behaviour", PolicyDetails(number=text), school=None, today=TODAY, **RECORDING)


def a_label(store: Store, text: str) -> None:
    factories.a_version(store, label=text)


def a_role(store: Store, text: str) -> None:
    factories.a_person(store, role=text)


def a_committee(store: Store, text: str) -> None:
    add_committee(store, text, school=None, **RECORDING)


def a_post(store: Store, text: str) -> None:
    add_post(store, text, school=None, **RECORDING)


LONGEST: dict[str, tuple[int, Callable[[Store, str], object]]] = {
    "a school's name": (200, factories.a_school),
    "a person's name": (200, factories.a_person),
    "a person's role": (200, a_role),
    "a committee's name": (200, a_committee),
    "a post's title": (200, a_post),
    "a policy's title": (300, factories.a_policy),
    "a policy's number": (50, a_number),
    "a version's label": (50, a_label),
    "a remark on a review": (4_000, a_note),
    "a reason for withdrawing": (4_000, a_reason),
}
EACH_LIMIT = pytest.mark.parametrize(("limit", "record"), LONGEST.values(), ids=LONGEST)


@pytest.fixture
def entries(empty_file: Path, tmp_path: Path) -> Iterator[Callable[[Callable[[Store], object]], int]]:
    """How many entries of the ledger something makes, in a register with a policy."""
    with open_register(str(shutil.copy(empty_file, tmp_path / "register.db"))) as store:
        factories.a_school(store)
        factories.a_policy(store)

        def made_by(record: Callable[[Store], object]) -> int:
            before = store.rows("SELECT COUNT(*) FROM journal")[0][0]
            record(store)
            return int(store.rows("SELECT COUNT(*) FROM journal")[0][0] - before)

        yield made_by


@EACH_LIMIT
def test_what_is_as_long_as_it_may_be_is_kept(
    limit: int, record: Callable[[Store, str], object], entries: Callable[[Callable[[Store], object]], int]
) -> None:
    assert entries(lambda store: record(store, "x" * limit)) > 0


@EACH_LIMIT
def test_what_has_no_end_is_refused_and_nothing_is_recorded(
    limit: int, record: Callable[[Store, str], object], entries: Callable[[Callable[[Store], object]], int]
) -> None:
    def refused(store: Store) -> None:
        with pytest.raises(NotKept, match=f"has {limit + 1} characters, more than the {limit} that are kept"):
            record(store, "x" * (limit + 1))

    assert entries(refused) == 0
