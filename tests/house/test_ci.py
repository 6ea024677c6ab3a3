"""`.ci/run` in a checkout whose `./go` only writes down what it was told."""

import shutil
import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
GO = '#!/bin/sh\necho "$@" >>told\n[ "$1" != "$(cat fails)" ] || exit 5\n'


@pytest.mark.parametrize(
    ("failing", "exit_code"),
    [
        pytest.param("nothing", 0, id="all is well"),
        pytest.param("lint", 5, id="lint is unclean"),
        pytest.param("test", 5, id="a test fails"),
    ],
)
def test_a_change_passes_when_lint_and_tests_do_and_both_are_always_run(
    tmp_path: Path, failing: str, exit_code: int
) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(TOP / ".ci/run", tmp_path / ".ci/run")
    (tmp_path / "go").write_text(GO, encoding="utf-8")
    (tmp_path / "go").chmod(0o755)
    (tmp_path / "fails").write_text(failing, encoding="utf-8")

    run = subprocess.run([tmp_path / ".ci/run"], cwd=tmp_path.parent, check=False)

    assert run.returncode == exit_code
    assert (tmp_path / "told").read_text(encoding="utf-8") == "lint\ntest\n"
