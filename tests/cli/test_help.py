from collections.abc import Iterator

import pytest
import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from policyaudit.cli.app import app
from policyaudit.cli.command_list import COMMANDS
from policyaudit.cli.help import first_sentence
from tests.cli.running import audit, modules_loaded_by

HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "weasyprint", "jinja2", "rich", "alembic"}


def every_command(group: TyperGroup, *path: str) -> Iterator[tuple[tuple[str, ...], TyperCommand]]:
    """Every command below, with the words that lead to it."""
    context = typer.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, TyperGroup):
            yield from every_command(command, *path, name)
        elif isinstance(command, TyperCommand):
            yield (*path, name), command


def audit_itself() -> TyperGroup:
    """`audit` with all its commands."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    return group


EVERY = [pytest.param(path, command, id=" ".join(path)) for path, command in every_command(audit_itself())]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    command = audit_itself().get_command(typer.Context(audit_itself()), name)

    assert command is not None
    assert first_sentence(command) == COMMANDS[name].says


@pytest.mark.parametrize(("path", "command"), EVERY)
def test_every_command_ends_its_help_with_an_example_of_itself(path: tuple[str, ...], command: TyperCommand) -> None:
    shown = audit(*path, "--help")

    examples = shown.stdout.rpartition("\nExample")[2].splitlines()[1:]
    assert shown.exit_code == 0
    assert examples
    assert all(example.startswith(f"  audit {' '.join(path)}") for example in examples), command


@pytest.mark.parametrize(("path", "command"), EVERY)
def test_every_word_and_option_is_explained(path: tuple[str, ...], command: TyperCommand) -> None:
    unexplained = [
        parameter.name
        for parameter in command.params
        if isinstance(parameter, TyperArgument | TyperOption)
        and not (parameter.help and (parameter.metavar or getattr(parameter, "is_flag", False)))
    ]

    assert unexplained == [], path


@pytest.mark.parametrize(("path", "command"), EVERY)
def test_help_fits_eighty_columns(path: tuple[str, ...], command: TyperCommand) -> None:
    shown = audit(*path, "--help").stdout.partition("\nExample")[0]

    assert max(len(line) for line in shown.splitlines()) < 80, command


@pytest.mark.parametrize("words", ["due", "sign", "import", "policy add", "staff", "report governors"])
def test_help_loads_nothing_that_is_slow(words: str) -> None:
    loaded = modules_loaded_by(*words.split(), "--help")

    assert not loaded & HEAVY


def test_a_long_name_stands_on_a_line_of_its_own() -> None:
    shown = audit("init", "--help").stdout

    assert "\n  --nation NATION  One of" in shown
