"""The frame of `audit`: the list of commands, each loaded only when it is asked for, and the end of every run."""

import os
import sys
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from typer._click import Command, Context  # Typer carries a click of its own; its version is pinned
from typer.main import get_command

from policyaudit.cli.command_list import COMMANDS
from policyaudit.cli.help import NounGroup, Row, help_text, option_panels, plain_app, show_help
from policyaudit.cli.terminal import put, write_no_more, write_what_it_can


class AuditGroup(NounGroup):
    """`audit` itself: reads the names of its commands from a list, and their code only when they are run."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - click asks with it
        """The names of all commands, daily verbs first."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002 - click asks with it
        """The command of that name, loaded now."""
        listed = COMMANDS.get(cmd_name)
        return get_command(import_module(listed.module).app) if listed else None

    def get_help(self, ctx: Context) -> str:
        """The help of `audit`, made from the list alone."""
        panels: dict[str, list[Row]] = {}
        for listed in COMMANDS.values():
            panels.setdefault(listed.panel, []).append((listed.name, listed.says))
        return help_text(self, ctx, panels=panels | option_panels(self, ctx))

    def invoke(self, ctx: Context) -> Any:  # noqa: ANN401 - click gives back what the command does
        """Run the command; a reader that wants no more of it, such as `head`, ends it well."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            write_no_more()
            raise typer.Exit from None
        except KeyboardInterrupt:
            from policyaudit.cli.problems import Interrupted

            raise Interrupted from None

    def main(self, *words: Any, **settings: Any) -> NoReturn:  # noqa: ANN401 - they go to click as they come
        """Run the command that the words name and end: the one place where errors are printed and codes are chosen."""
        write_what_it_can(sys.stdout, sys.stderr)
        try:
            code = super().main(*words, **settings | {"standalone_mode": False})
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - whatever it is, it is told in a sentence
            from policyaudit.cli.problems import tell

            code = tell(error)
        sys.exit(code)


def _show_version(asked: bool) -> None:  # noqa: FBT001 - Typer calls it so
    if asked:
        from policyaudit import __version__

        put(f"policyaudit {__version__}")
        raise typer.Exit


app = plain_app(AuditGroup)


@app.callback(invoke_without_command=True, epilog='audit init --school "Larkmead Primary School"\naudit due')
def audit(
    context: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Keeps a school's policies: what is due for review, who has not signed, and the PDF that governors receive."""
    show_help(context)


def main() -> NoReturn:
    """Run `audit` with the words of the command line, and end the process with its exit code.

    By now all is written and closed. To take the interpreter apart piece by piece would cost a short command a
    twentieth of its time, and change nothing.
    """
    try:
        code = app(prog_name="audit")
    except SystemExit as end:
        code = end.code
    os._exit(code or 0)
