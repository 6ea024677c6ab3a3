"""What `./go` runs for each word, in a checkout of its own."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.machine import TOP, Machine


def test_go_alone_builds_the_sample_school(machine: Machine) -> None:
    run = machine.go()

    assert run.returncode == 0
    assert machine.calls()[-1] == f"{machine.checkout}|-m|policyaudit|demo"


def test_words_reach_the_tool_exactly_as_they_were_typed(machine: Machine) -> None:
    words = ["sign", "Health & Safety", 'the "new" one', "", "it's", "*", "--on", "a\\b $HOME `x`"]

    machine.go(*words)

    assert machine.calls()[-1] == "|".join([str(machine.checkout), "-m", "policyaudit", *words])


def test_the_caller_stays_in_the_folder_it_called_from(machine: Machine, tmp_path: Path) -> None:
    elsewhere = tmp_path / "policies of the school"
    elsewhere.mkdir()

    machine.go("import", "attendance.docx", cwd=elsewhere)

    assert machine.calls()[-1] == f"{elsewhere}|-m|policyaudit|import|attendance.docx"


def test_the_exit_code_of_the_tool_is_the_exit_code_of_go(machine: Machine) -> None:
    machine.lets_fail("policyaudit|due".replace("|", " "))

    assert machine.go("due").returncode == 3


def test_all_tests_run_on_all_processors_and_are_measured(machine: Machine) -> None:
    machine.go("test")

    assert machine.calls("-dev.lock")
    assert [call.partition("|")[2] for call in machine.calls()[-3:]] == [
        "-m|coverage|run|-m|pytest|-n|logical",
        "-m|coverage|combine|--quiet",
        "-m|coverage|report",
    ]


def test_some_tests_run_plainly_from_the_top_of_the_checkout(machine: Machine, tmp_path: Path) -> None:
    machine.go("test", "tests/house", "-k", "go and not slow", cwd=tmp_path)

    assert machine.calls()[-1] == f"{machine.checkout}|-m|pytest|tests/house|-k|go and not slow"


def test_failing_tests_fail_the_command(machine: Machine) -> None:
    machine.lets_fail("-m pytest")

    assert machine.go("test").returncode == 3
    assert machine.go("test", "tests/house").returncode == 3


LINTERS = ["ruff format", "ruff check", "mypy", "importlinter", "write_reference", "run_examples"]


@pytest.mark.parametrize("tool", LINTERS)
def test_lint_runs_every_tool_and_fails_if_one_does(machine: Machine, tool: str) -> None:
    machine.lets_fail(tool)

    run = machine.go("lint")

    assert run.returncode == 1
    assert len(machine.calls()[len(machine.calls("|-m|venv|")) + 4 :]) == len(LINTERS)


@pytest.mark.parametrize(
    ("verb", "last_call"),
    [
        pytest.param("fix", "-m|ruff|format|.", id="mends formatting after lint"),
        pytest.param("docs", "docs/run_examples.py", id="writes the reference pages and the examples"),
        pytest.param("samples", "-m|pytest|--update-samples", id="makes the gallery again"),
        pytest.param("bench", "-m|benchmarks", id="runs the benchmarks"),
    ],
)
def test_developer_verbs_run_their_tool(machine: Machine, verb: str, last_call: str) -> None:
    run = machine.go(verb)

    assert run.returncode == 0
    assert machine.calls()[-1] == f"{machine.checkout}|{last_call}"


def test_locks_are_solved_by_uv_without_addresses(machine: Machine) -> None:
    machine.has("uv", '#!/bin/sh\necho "$*" >>"$MACHINE/uv"\n')

    run = machine.go("lock", "--upgrade-package", "weasyprint")

    solved = (machine.folder / "uv").read_text().splitlines()
    assert run.returncode == 0
    assert [line.rpartition(" ")[2] for line in solved] == ["requirements.lock", "requirements-dev.lock"]
    assert all("--no-emit-index-url" in line for line in solved)
    assert all("--upgrade-package weasyprint pyproject.toml" in line for line in solved)


def test_missing_uv_is_said(machine: Machine) -> None:
    run = machine.go("lock")

    assert run.returncode == 7
    assert run.stderr == "the lock files are written by uv: pip install uv\n"


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="shellcheck is not installed")
@pytest.mark.parametrize("script", ["go", ".ci/run"])
def test_shell_scripts_hold_no_known_mistake(script: str) -> None:
    run = subprocess.run(["shellcheck", TOP / script], capture_output=True, text=True, check=False)

    assert run.stdout == ""


@pytest.mark.parametrize("script", ["go", ".ci/run"])
def test_shell_scripts_can_be_run(script: str) -> None:
    assert os.access(TOP / script, os.X_OK)
