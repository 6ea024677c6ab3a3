"""What the tests of the house share."""

from pathlib import Path

import pytest

from tests.house.machine import Machine, a_machine


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return a_machine(tmp_path)
