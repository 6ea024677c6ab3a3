"""What is built for others: the source archive, the wheel made from it, and the tool run from that wheel alone."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from policyaudit import __version__

TOP = Path(__file__).parents[2]
NAME = f"policyaudit-{__version__}"
pytestmark = pytest.mark.slow


def python(*words: str | Path, cwd: Path, path: Path | None = None) -> str:
    """Runs Python on its own: without the checkout, and not measured, for what runs is a copy that soon is gone."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE_", "PYTHON"))}
    if path:
        environment["PYTHONPATH"] = str(path)
    run = subprocess.run(
        [sys.executable, *words], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def source_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("source")
    python("-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=TOP)
    return folder / f"{NAME}.tar.gz"


@pytest.fixture(scope="module")
def wheel(source_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    python("-m", "tarfile", "-e", source_archive, folder, cwd=folder)
    python("-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=folder / NAME)
    return folder / f"{NAME}-py3-none-any.whl"


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    python("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", folder, wheel, cwd=folder)
    return folder


def files_below(folder: Path) -> set[str]:
    """The files of a folder, without what Python leaves there."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(folder).as_posix() for path in files}


def test_wheel_holds_the_package_its_templates_and_its_data_and_nothing_else(wheel: Path) -> None:
    expected = {f"policyaudit/{name}" for name in files_below(TOP / "src/policyaudit")}
    for folder in ("templates", "db"):
        expected |= {f"policyaudit/_assets/{folder}/{name}" for name in files_below(TOP / folder)}

    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}

    assert packed == expected


def test_wheel_carries_the_licences_of_the_tool_and_of_its_font(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    licences = {name.partition("/licenses/")[2] for name in names if "/licenses/" in name}

    assert licences == {"LICENSE", "templates/base/fonts/OFL.txt"}


def test_source_archive_holds_what_a_stranger_needs_and_no_leftovers(source_archive: Path) -> None:
    with tarfile.open(source_archive) as archive:
        names = {name.removeprefix(f"{NAME}/") for name in archive.getnames()}

    assert {"LICENSE", "README.md", "CHANGELOG.md", "pyproject.toml", "tests/house/test_packaging.py"} <= names
    assert [name for name in names if name.startswith((".venv", ".git/")) or "__pycache__" in name] == []


def test_tool_runs_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    shown = python("-m", "policyaudit", "--help", cwd=tmp_path, path=installed)

    assert "audit" in shown


@pytest.mark.parametrize("folder", ["db", "templates"])
def test_installed_tool_finds_its_files_in_itself(installed: Path, tmp_path: Path, folder: str) -> None:
    question = f"from policyaudit import assets; print(assets.folder({folder!r}))"

    found = python("-c", question, cwd=tmp_path, path=installed)

    assert Path(found.strip()) == installed / "policyaudit/_assets" / folder


@pytest.mark.parametrize("command", ["audit", "policyaudit"])
def test_wheel_brings_both_commands(installed: Path, command: str) -> None:
    assert (installed / "bin" / command).is_file()
