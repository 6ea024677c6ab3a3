"""What tests of use cases stand on: a register of one school, in a file."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from policyaudit.store.opening import Store, open_register
from tests.factories import a_person, a_policy, a_school, a_version


@pytest.fixture
def empty_store(empty_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A register without a school."""
    with open_register(str(shutil.copy(empty_file, tmp_path / "register.db"))) as opened:
        yield opened


@pytest.fixture
def store(empty_store: Store) -> Store:
    """A register of one school."""
    a_school(empty_store)
    return empty_store


@pytest.fixture
def signing(store: Store) -> Store:
    """Four people are asked to sign a policy whose second version is in force."""
    for name in ("Ada Inkwell", "Bea Blotter", "Cora Ladle", "Dot Crayon"):
        a_person(store, name)
    a_policy(store, ask=("all-staff",))
    a_version(store, label="1.0", in_force="1 September 2025")
    a_version(store, label="2.0", in_force="1 September 2026")
    return store
