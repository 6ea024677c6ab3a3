"""`./go` in a checkout of its own, with stand-ins for what it finds on the machine: Python, apt-get and id."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
STANDARD_TOOLS = ("cat", "chmod", "cmp", "cp", "flock", "mkdir", "mktemp", "rm")
PANGO_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

# Answers what ./go asks of Python, and writes down every other call: the folder it was made in, then its words.
PYTHON = """#!/bin/sh
case "$*" in
*ensurepip*) [ -e "$MACHINE/old-python" ] && echo || echo "$0"; exit ;;
*weasyprint*) [ -e "$MACHINE/pango" ]; exit ;;
"-m pip --version") exit ;;
"-m venv"*) mkdir -p "$4/bin" && cp "$0" "$4/bin/python" ;;
esac
{ printf '%s' "$PWD"; printf '|%s' "$@"; echo; } >>"$MACHINE/calls"
case "$*" in
*"$(cat "$MACHINE/fails")"*) exit 3 ;;
esac
"""
APT_GET = """#!/bin/sh
echo "$*" >>"$MACHINE/apt"
case "$1" in
update) : >"$MACHINE/apt-lists" ;;
*) [ -e "$MACHINE/apt-lists" ] || exit 100
   case "$*" in *python3*) cp "$MACHINE/python3" "$MACHINE/bin/python3" ;; esac
   case "$*" in *libpango*) : >"$MACHINE/pango" ;; esac ;;
esac
"""


@dataclass(frozen=True, slots=True)
class Machine:
    """A folder that holds all the commands of a machine, and a checkout of ours."""

    folder: Path
    checkout: Path

    def has(self, command: str, program: str) -> None:
        path = self.folder / "bin" / command
        path.write_text(program, encoding="utf-8")
        path.chmod(0o755)

    def has_apt_get(self, *, for_root: bool) -> None:
        self.has("apt-get", APT_GET)
        self.has("id", f"#!/bin/sh\necho {0 if for_root else 1000}\n")

    def loses(self, piece: str) -> None:
        (self.folder / piece).unlink()

    def lets_fail(self, words: str) -> None:
        (self.folder / "fails").write_text(words, encoding="utf-8")

    def go(self, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.checkout / "go", *words],
            cwd=cwd or self.checkout,
            env={"PATH": str(self.folder / "bin"), "MACHINE": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self, containing: str = "") -> list[str]:
        calls = (self.folder / "calls").read_text(encoding="utf-8").splitlines()
        return [call for call in calls if containing in call]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with Python and Pango, an ordinary user, and a checkout that was never set up."""
    machine = Machine(tmp_path / "machine", tmp_path / "a school's checkout")
    (machine.folder / "bin").mkdir(parents=True)
    for tool in STANDARD_TOOLS:
        if path := shutil.which(tool):
            (machine.folder / "bin" / tool).symlink_to(path)
    machine.has("python3", PYTHON)
    shutil.copy(machine.folder / "bin" / "python3", machine.folder / "python3")
    (machine.folder / "pango").touch()
    machine.lets_fail("nothing fails")
    machine.checkout.mkdir()
    shutil.copy(TOP / "go", machine.checkout / "go")
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (machine.checkout / lock).write_text(f"{lock}\n", encoding="utf-8")
    return machine


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


def test_set_up_installs_the_pinned_packages_and_the_checkout_itself(machine: Machine) -> None:
    machine.go("due")

    assert [call.split("|--no-input|")[1] for call in machine.calls("|pip|")] == [
        f"--require-hashes|-r|{machine.checkout}/requirements.lock",
        f"--no-deps|--no-build-isolation|-e|{machine.checkout}",
    ]


def test_second_run_sets_nothing_up_again(machine: Machine) -> None:
    machine.go("due")
    before = machine.calls()

    run = machine.go("due")

    assert machine.calls()[len(before) :] == [f"{machine.checkout}|-m|policyaudit|due"]
    assert run.stderr == ""


def test_changed_lock_sets_up_again(machine: Machine) -> None:
    machine.go("due")
    (machine.checkout / "requirements.lock").write_text("another\n", encoding="utf-8")

    machine.go("due")

    assert len(machine.calls("|-m|pip|")) == 4
    assert len(machine.calls("|-m|venv|")) == 1


def test_moved_checkout_is_set_up_again_in_its_new_place(machine: Machine, tmp_path: Path) -> None:
    machine.go("due")
    moved = Machine(machine.folder, tmp_path / "moved")
    machine.checkout.rename(moved.checkout)

    moved.go("due")

    assert moved.calls("|pip|")[-1].endswith(f"|-e|{moved.checkout}")


def test_environment_whose_python_is_gone_is_made_again(machine: Machine) -> None:
    machine.go("due")
    (machine.checkout / ".venv/bin/python").unlink()

    run = machine.go("due")

    assert run.returncode == 0
    assert len(machine.calls("|-m|venv|")) == 2


def test_interrupted_set_up_is_repeated(machine: Machine) -> None:
    machine.lets_fail("-m pip install")
    broken = machine.go("due")
    machine.lets_fail("nothing fails")

    repeated = machine.go("due")

    assert broken.returncode == 7
    assert broken.stderr.splitlines()[-1] == (
        "the set-up did not finish: put right what is said above (is there a network?), then run ./go again"
    )
    assert not machine.calls("policyaudit|due")[:-1]
    assert repeated.returncode == 0


def test_environment_that_cannot_be_made_is_said(machine: Machine) -> None:
    machine.lets_fail("-m venv")

    run = machine.go("due")

    assert run.returncode == 7
    assert run.stderr.splitlines()[-1] == (
        f"the environment {machine.checkout}/.venv could not be made: put right what is said above, then run ./go again"
    )


def test_missing_python_is_said_where_nothing_can_install_it(machine: Machine) -> None:
    machine.loses("bin/python3")

    run = machine.go()

    assert run.returncode == 7
    assert run.stderr.splitlines()[-1] == (
        "policyaudit needs Python 3.11 or later with venv: "
        "install it with this system's package tool, then run ./go again"
    )


def test_missing_python_is_said_with_the_command_to_an_ordinary_user(machine: Machine) -> None:
    machine.loses("bin/python3")
    machine.has_apt_get(for_root=False)

    run = machine.go()

    assert run.returncode == 7
    assert run.stderr.splitlines()[-1] == (
        "policyaudit needs Python 3.11 or later with venv: "
        f"sudo apt-get install -y python3 python3-venv {PANGO_PACKAGES}"
    )


def test_missing_python_is_installed_for_root(machine: Machine) -> None:
    machine.loses("bin/python3")
    machine.loses("pango")
    machine.has_apt_get(for_root=True)

    run = machine.go("due")

    install = f"install -qq -y --no-install-recommends python3 python3-venv {PANGO_PACKAGES}"
    assert run.returncode == 0
    assert (machine.folder / "apt").read_text().splitlines() == [install, "update -qq", install]


def test_list_of_packages_is_not_fetched_when_it_is_there(machine: Machine) -> None:
    machine.loses("pango")
    machine.has_apt_get(for_root=True)
    (machine.folder / "apt-lists").touch()

    run = machine.go("due")

    assert run.returncode == 0
    assert (machine.folder / "apt").read_text().splitlines() == [
        f"install -qq -y --no-install-recommends {PANGO_PACKAGES}"
    ]


def test_python_that_is_too_old_is_said(machine: Machine) -> None:
    (machine.folder / "old-python").touch()
    (machine.folder / "apt-lists").touch()
    machine.has_apt_get(for_root=True)

    run = machine.go()

    assert run.returncode == 7
    assert run.stderr.splitlines()[-1] == (
        "policyaudit needs Python 3.11 or later, and this system's own is older (Debian 12 and Ubuntu 24.04 have it)"
    )


def test_missing_pango_is_said_with_the_command_to_an_ordinary_user(machine: Machine) -> None:
    machine.loses("pango")
    machine.has_apt_get(for_root=False)

    run = machine.go("test")

    assert run.returncode == 7
    assert run.stderr.splitlines()[-1] == (
        f"policyaudit needs Pango, which draws the PDFs: sudo apt-get install -y {PANGO_PACKAGES}"
    )


def test_installation_that_fails_is_said_with_the_command(machine: Machine) -> None:
    machine.loses("pango")
    machine.has_apt_get(for_root=True)
    machine.has("apt-get", "#!/bin/sh\nexit 100\n")

    run = machine.go()

    assert run.returncode == 7
    assert run.stderr.splitlines()[-1] == (
        "Pango, which draws the PDFs could not be installed: "
        f"put right what is said above, then apt-get install -y {PANGO_PACKAGES}"
    )


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


@pytest.mark.parametrize("tool", ["ruff format", "ruff check", "mypy", "importlinter", "write_reference"])
def test_lint_runs_every_tool_and_fails_if_one_does(machine: Machine, tool: str) -> None:
    machine.lets_fail(tool)

    run = machine.go("lint")

    assert run.returncode == 1
    assert len(machine.calls()[len(machine.calls("|-m|venv|")) + 4 :]) == 5


@pytest.mark.parametrize(
    ("verb", "last_call"),
    [
        pytest.param("fix", "-m|ruff|format|.", id="mends formatting after lint"),
        pytest.param("docs", "docs/write_reference.py", id="writes the reference pages"),
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
