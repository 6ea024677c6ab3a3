from pathlib import Path
from typing import Literal

import pytest

from policyaudit import assets


@pytest.mark.parametrize("name", ["db", "templates"])
def test_checkout_uses_its_own_files_so_that_edits_show_at_once(name: Literal["db", "templates"]) -> None:
    assert assets.folder(name) == Path(__file__).parents[1] / name
