"""The two lists of pinned packages: universal, with hashes, without addresses."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

TOP = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
NAMES_OF_OTHER_LOCKS = ("uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml", "requirements.txt")


def entries(lock: str) -> list[str]:
    """Each pinned package with its hashes, as one line."""
    joined = (TOP / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    return joined.splitlines()


def pinned(lock: str) -> dict[str, str]:
    """The version of each package."""
    requirements = [Requirement(entry.partition("--hash")[0]) for entry in entries(lock)]
    return {requirement.name: str(requirement.specifier).removeprefix("==") for requirement in requirements}


def asked_for(group: str) -> list[Requirement]:
    """What pyproject.toml asks for, for the tool itself or for one group of contributors' packages."""
    settings = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = settings["project"]["dependencies"] if group == "the tool" else settings["dependency-groups"][group]
    return [Requirement(line) for line in wanted]


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_address(lock: str) -> None:
    text = (TOP / lock).read_text(encoding="utf-8")

    assert "://" not in text
    assert " @ " not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_one_version_and_its_hashes(lock: str) -> None:
    whole = re.compile(r"[a-z0-9._-]+==[^ ]+( ; [^-]*[^- ])?( +--hash=sha256:[0-9a-f]{64})+")

    assert [entry for entry in entries(lock) if not whole.fullmatch(entry)] == []
    assert len(pinned(lock)) == len(entries(lock))


def test_tests_run_with_the_packages_that_the_tool_runs_with() -> None:
    tool, developers = (pinned(lock) for lock in LOCKS)

    assert tool.items() <= developers.items()


@pytest.mark.parametrize(
    ("group", "lock"),
    [
        pytest.param("the tool", "requirements.lock", id="what the tool needs"),
        pytest.param("build", "requirements.lock", id="what installs the checkout"),
        pytest.param("dev", "requirements-dev.lock", id="what tests and lint need"),
    ],
)
def test_lock_holds_what_pyproject_asks_for(group: str, lock: str) -> None:
    versions = pinned(lock)

    assert [
        str(wanted) for wanted in asked_for(group) if not wanted.specifier.contains(versions.get(wanted.name, "0"))
    ] == []


def test_there_is_no_other_lock() -> None:
    assert [name for name in NAMES_OF_OTHER_LOCKS if (TOP / name).exists()] == []
