from pathlib import Path

import pytest

from tests.cli.running import audit


@pytest.mark.slow
def test_the_sample_school_is_built_once_and_its_pack_made_each_time(tmp_path: Path) -> None:
    first = audit("demo", "--out", tmp_path / "demo")
    register = (tmp_path / "demo" / "register.db").read_bytes()
    (tmp_path / "demo" / "governors-pack.pdf").unlink()
    second = audit("demo", "--out", tmp_path / "demo")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout == second.stdout
    assert first.stdout.splitlines()[1].startswith("Wrote the governors' pack of Quillbrook Primary School: ")
    assert (tmp_path / "demo" / "register.db").read_bytes() == register
    assert (tmp_path / "demo" / "governors-pack.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.slow
def test_it_leaves_nothing_else_in_the_folder(tmp_path: Path) -> None:
    built = audit("demo", "--out", tmp_path)

    assert built.exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["governors-pack.pdf", "register.db"]
