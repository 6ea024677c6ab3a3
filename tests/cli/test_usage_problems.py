from typing import Annotated, Literal

import pytest
import typer
from typer.testing import CliRunner

from policyaudit.cli.app import AuditGroup
from policyaudit.cli.help import AuditCommand, NounGroup, plain_app


class Bell(AuditGroup):
    """`audit` with one command, so that only the frame is looked at."""

    list_commands = NounGroup.list_commands
    get_command = NounGroup.get_command
    get_help = NounGroup.get_help


bell = plain_app(Bell)


@bell.callback()
def start() -> None:
    """Keeps the school's bells."""


@bell.command(cls=AuditCommand, epilog="audit ring --times 3 yard")
def ring(
    place: Annotated[str, typer.Argument(help="Where the bell hangs.")],
    *,
    tone: Annotated[Literal["low", "high"], typer.Option(help="How it sounds.")] = "low",
    twice: Annotated[bool, typer.Option("--twice", help="Ring it again.")] = False,
    muffled: Annotated[bool, typer.Option("--muffled", hidden=True)] = False,
) -> None:
    """Ring a bell."""
    typer.echo(f"{place} {tone} {twice} {muffled}")


@bell.command(cls=AuditCommand)
def wait() -> None:
    """Wait until somebody stops it from the keyboard."""
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("words", "sentence", "step"),
    [
        pytest.param(
            "rung yard",
            "there is no command audit rung",
            "audit ring or audit --help, which lists every command",
            id="misspelt command",
        ),
        pytest.param(
            "xyzzy",
            "there is no command audit xyzzy",
            "audit --help, which lists every command",
            id="unlike any command",
        ),
        pytest.param(
            "ring yard --tonne low",
            "audit ring has no option --tonne",
            "--tone or audit ring --help, which explains it",
            id="misspelt option",
        ),
        pytest.param(
            "ring yard -x",
            "audit ring has no option -x",
            "audit ring --help, which explains it",
            id="unlike any option",
        ),
        pytest.param("ring", "audit ring needs PLACE", "audit ring --help, which explains it", id="word missing"),
        pytest.param(
            "ring yard --tone",
            "audit ring --tone needs a value",
            "audit ring --help, which explains it",
            id="option without its value",
        ),
        pytest.param(
            "ring yard --twice=yes",
            "audit ring --twice takes no value",
            "audit ring --help, which explains it",
            id="value for an option that takes none",
        ),
        pytest.param(
            "ring yard --tone shrill",
            "--tone cannot be 'shrill'",
            "low, high or audit ring --help, which explains it",
            id="not one of the choices",
        ),
        pytest.param(
            "ring yard gate hall",
            "audit ring does not know what to do with gate hall",
            "audit ring --help, which explains it",
            id="too many words",
        ),
        pytest.param(
            "--tone", "audit has no option --tone", "audit --help, which explains it", id="option of no command"
        ),
    ],
)
def test_what_was_typed_wrongly_is_said_with_what_was_meant(words: str, sentence: str, step: str) -> None:
    ended = CliRunner().invoke(bell, words, prog_name="audit")

    assert ended.stderr.splitlines() == [f"audit: {sentence}", f"  next: {step}"]
    assert (ended.exit_code, ended.stdout) == (2, "")


def test_what_is_hidden_stays_so_and_a_word_without_examples_has_none() -> None:
    one = CliRunner().invoke(bell, ["ring", "--help"], prog_name="audit")
    all_of_them = CliRunner().invoke(bell, ["--help"], prog_name="audit")

    assert "--muffled" not in one.stdout
    assert "Example" not in all_of_them.stdout


def test_a_command_may_do_without_help() -> None:
    silent = AuditCommand("ring", add_help_option=False)

    assert silent.get_help_option(typer.Context(silent)) is None


def test_what_is_stopped_from_the_keyboard_says_so() -> None:
    ended = CliRunner().invoke(bell, ["wait"], prog_name="audit")

    assert (ended.exit_code, ended.stderr) == (130, "audit: stopped before it was finished\n")
