"""What tests of use cases stand on: a register of one school, in a file."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from policyaudit.store.opening import Store, open_register
from tests.factories import a_school


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
