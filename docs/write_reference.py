"""Writes docs/reference/ from the tool itself: the commands from their help, the errors from their classes.

Without words it writes the pages; with `--check` it writes nothing and names the pages that are out of step.
"""

import importlib
import inspect
import os
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

# Set before the library that draws the help is imported: a page must not depend on the window of whoever writes it.
os.environ |= {"COLUMNS": "80", "TERMINAL_WIDTH": "80", "NO_COLOR": "1", "TERM": "dumb"}

import typer
from typer.core import TyperCommand, TyperGroup
from typer.testing import CliRunner

import policyaudit
from policyaudit.cli.app import app
from policyaudit.errors import AuditError, ExitCode

REFERENCE = Path(__file__).parent / "reference"
NOTE = "<!-- Written by ./go docs: change the tool, not this page. -->"
NO_ERRORS = {ExitCode.WELL: "All is well.", ExitCode.FOUND: "Something was found, and `--strict` asked to be told."}


def command_paths(command: object, path: tuple[str, ...] = ("audit",)) -> Iterator[tuple[str, ...]]:
    """The words that lead to each command, in the order in which the help lists them."""
    if not isinstance(command, TyperCommand | TyperGroup) or command.hidden:
        return
    yield path
    if isinstance(command, TyperGroup):
        context = typer.Context(command)
        for name in command.list_commands(context):
            yield from command_paths(command.get_command(context, name), (*path, name))


def help_of(path: tuple[str, ...]) -> str:
    """What the command says of itself when it is asked for `--help`."""
    name, *words = path
    shown = CliRunner().invoke(app, [*words, "--help"], prog_name=name, catch_exceptions=False)
    return "\n".join(line.rstrip() for line in shown.output.strip().splitlines())


def commands_page() -> Iterator[str]:
    """Each command under a heading of its own, with its help."""
    yield f"# Commands\n\n{NOTE}\n"
    for path in command_paths(typer.main.get_command(app)):
        yield f"## {' '.join(path)}\n\n```text\n{help_of(path)}\n```\n"


def errors_below(error: type[AuditError]) -> Iterator[type[AuditError]]:
    """The errors of this kind, the general before the particular."""
    for kind in error.__subclasses__():
        yield kind
        yield from errors_below(kind)


def sentences(code: ExitCode) -> list[str]:
    """What can have happened when `audit` ends with this code, the general before the particular."""
    errors = [error for error in errors_below(AuditError) if error.exit_code is code]
    said = [NO_ERRORS[code]] if code in NO_ERRORS else [inspect.getdoc(error) or "" for error in errors]
    return [text.partition("\n")[0] for text in said]


def errors_page() -> Iterator[str]:
    """Each exit code under a heading of its own, with the errors that end with it."""
    for module in pkgutil.walk_packages(policyaudit.__path__, "policyaudit."):
        importlib.import_module(module.name)
    yield f"# Errors and exit codes\n\n{NOTE}\n\nWhat `audit` tells the shell when it ends, and why.\n"
    for code in ExitCode:
        general, *particular = sentences(code)
        yield f"## Exit code {code.value}\n\n{general}\n"
        yield "\n".join([*(f"- {text}" for text in particular), ""]) if particular else ""


PAGES = {"commands.md": commands_page, "errors.md": errors_page}


def out_of_step(texts: dict[str, str]) -> list[str]:
    """The pages that are missing or say something else than the tool."""
    written = {path.name: path.read_text(encoding="utf-8") for path in REFERENCE.glob("*.md")}
    return [name for name in sorted(texts | written) if texts.get(name) != written.get(name)]


def main() -> None:
    """Write the pages, or with `--check` name those that are out of step."""
    texts = {name: "\n".join(filter(None, page())) for name, page in PAGES.items()}
    if "--check" not in sys.argv:
        REFERENCE.mkdir(exist_ok=True)
        for name, text in texts.items():
            (REFERENCE / name).write_text(text, encoding="utf-8")
    elif pages := out_of_step(texts):
        sys.exit(f"out of step with the tool: {', '.join(pages)} in docs/reference; ./go docs writes them again")


if __name__ == "__main__":
    main()
