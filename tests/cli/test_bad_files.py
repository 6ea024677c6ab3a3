"""Damaged, locked, misnamed and hostile files: each costs one sentence with a next step, and the register nothing."""

import json
from pathlib import Path

import pytest

from tests.cli.running import audit
from tests.reading.making_hostile import bad_files

FILES = bad_files()
SEEDS = Path(__file__).parents[3] / "shared" / "seed-documents"
# By their names no document can be read out of these as they are; the other seed documents can be read.
UNREADABLE = ("bad-bitrot", "bad-truncated", "bad-pdf-named", "bad-missing", "bad-zero", "bad-html", "hostile-")
READ_ALL_THE_SAME = {"hostile-path-traversal.docx"}


def seed_files() -> list[Path]:
    """The seed documents that nobody can read, where they are beside this checkout."""
    found = sorted(SEEDS.glob("*")) if SEEDS.is_dir() else []
    return [
        path
        for path in found
        if (path.name.startswith(UNREADABLE) or ".password" in path.name) and path.name not in READ_ALL_THE_SAME
    ]


def test_a_folder_of_bad_files_leaves_the_register_as_it_was(tmp_path: Path, new_register: Path) -> None:
    folder = tmp_path / "policies"
    folder.mkdir()
    for name, (content, _) in FILES.items():
        (folder / name).write_bytes(content)
    before = new_register.read_bytes()

    ended = audit("import", folder, "--yes", "--db", new_register, "--format", "json")

    said = {file["file"]: file for file in json.loads(ended.stdout)["documents"]}
    assert new_register.read_bytes() == before
    assert ended.exit_code == 4
    assert {said[name]["outcome"] for name in FILES} == {"not read", "passed over"}


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_costs_one_sentence_with_a_next_step(name: str, tmp_path: Path) -> None:
    content, sentence = FILES[name]
    (tmp_path / name).write_bytes(content)

    ended = audit("inspect", tmp_path / name)

    said, step = ended.stderr.splitlines()
    assert (ended.exit_code, ended.stdout) == (4, "")
    assert said.startswith(f"audit: {name} {sentence}")
    assert not said.endswith(".")
    assert step.startswith("  next: ")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not beside this checkout")
def test_bad_seed_documents_cost_one_sentence_each_and_the_register_nothing(new_register: Path) -> None:
    paths = seed_files()
    before = new_register.read_bytes()

    endings = {path.name: audit("inspect", path) for path in paths}
    imported = audit("import", *paths, "--yes", "--db", new_register)

    assert len(paths) >= 17
    assert {name: len(ended.stderr.splitlines()) for name, ended in endings.items()} == dict.fromkeys(endings, 2)
    assert {name for name, ended in endings.items() if (ended.exit_code, ended.stdout) != (4, "")} == set()
    assert imported.exit_code == 4
    assert new_register.read_bytes() == before
