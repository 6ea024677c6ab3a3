import os
import subprocess
import sys

import pytest

from policyaudit import __version__
from policyaudit.cli.command_list import COMMANDS
from tests.cli.running import audit, modules_loaded_by, process

HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "weasyprint", "jinja2", "rich"}


def test_audit_alone_shows_its_commands_and_ends_well() -> None:
    shown = audit()

    assert shown.exit_code == 0
    assert shown.stdout.startswith("Usage: audit COMMAND ...\n")
    assert [line.split()[0] for line in shown.stdout.splitlines() if line[2:].split(" ")[0] in COMMANDS] == list(
        COMMANDS
    )


def test_daily_commands_stand_before_the_others() -> None:
    shown = audit("--help").stdout

    assert shown.index("Every day") < shown.index("Starting") < shown.index("The register") < shown.index("Options")


def test_the_version_is_told() -> None:
    shown = audit("--version")

    assert (shown.exit_code, shown.stdout) == (0, f"policyaudit {__version__}\n")


@pytest.mark.parametrize("words", [("--help",), ("--version",), ()])
def test_help_and_version_load_nothing_but_the_list_of_commands(words: tuple[str, ...]) -> None:
    loaded = modules_loaded_by(*words)

    assert {name for name in loaded if name.startswith("policyaudit.")} == {
        "policyaudit.cli",
        "policyaudit.cli.app",
        "policyaudit.cli.command_list",
        "policyaudit.cli.help",
        "policyaudit.cli.terminal",
    }
    assert not loaded & HEAVY


def test_a_reader_that_has_seen_enough_ends_it_without_a_word() -> None:
    reading, writing = os.pipe()
    os.close(reading)

    ended = process("--help", stdout=writing)

    os.close(writing)
    assert ended.stderr == ""


def test_output_that_finds_a_full_disk_is_told_in_a_sentence() -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        ended = process("--help", stdout=full.fileno())

    assert ended.returncode == 6
    assert ended.stderr.splitlines() == [
        "audit: what was to be shown could not be written: No space left on device",
        "  next: send it to a file or folder with room, then run the command again",
    ]


def test_the_installed_command_is_called_audit_in_its_own_help() -> None:
    program = "from policyaudit.cli.app import main; main()"

    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)

    assert ended.stdout.startswith("Usage: audit COMMAND")
