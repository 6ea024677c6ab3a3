"""How help is laid out: how a command is typed, what it does, arguments and options in panels, then examples."""

import shutil
import textwrap
from collections.abc import Iterator, Sequence

import typer
from typer._click import Command, Context, Parameter  # Typer carries a click of its own; its version is pinned
from typer._click.exceptions import UsageError
from typer.core import TyperCommand, TyperGroup, TyperOption

from policyaudit.cli.command_list import COMMANDS
from policyaudit.cli.terminal import put

_WIDEST = 80  # lines that are longer are harder to read, whatever the terminal
_NARROWEST = 50
_WIDEST_NAME = 22
_NO_BRACES = str.maketrans("", "", "{}")  # Typer puts them around what is required; square brackets say it well enough

Row = tuple[str, str]


class AuditCommand(TyperCommand):
    """One command; its `epilog` holds examples, one on each line."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """The words of the command line as values; what is wrong with them is said of this command."""
        try:
            return super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def get_help(self, ctx: Context) -> str:
        """The help of this command as plain text."""
        return help_text(self, ctx, panels=option_panels(self, ctx))

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The option `--help`, in our words."""
        return _in_our_words(super().get_help_option(ctx))


class NounGroup(TyperGroup):
    """The commands around one word, such as `audit policy add` and `audit policy list`."""

    def collect_usage_pieces(self, ctx: Context) -> list[str]:  # noqa: ARG002 - click asks with it
        """What follows the name in the usage line."""
        return ["COMMAND ..."]

    def get_help(self, ctx: Context) -> str:
        """The help of these commands as plain text."""
        return help_text(self, ctx, panels={"Commands": command_rows(self, ctx), **option_panels(self, ctx)})

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """The option `--help`, in our words."""
        return _in_our_words(super().get_help_option(ctx))

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str, Command, list[str]]:
        """The command that the first word names, and the words that follow it."""
        command = self.get_command(ctx, args[0])
        if command is None:
            from policyaudit.cli.usage_problems import NoSuchCommand

            raise NoSuchCommand(args[0], path=ctx.command_path, known=self.list_commands(ctx))
        return args[0], command, args[1:]


def plain_app(group: type[NounGroup] = NounGroup) -> typer.Typer:
    """An empty set of commands with plain help; its errors are printed in one place only, by `audit` itself."""
    return typer.Typer(
        cls=group,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


def noun_app(name: str) -> typer.Typer:
    """An empty set of commands around one word of the list; the word alone shows its help."""
    app = plain_app()
    app.callback(invoke_without_command=True, help=COMMANDS[name].says)(show_help)
    return app


def help_text(command: Command, context: Context, *, panels: dict[str, list[Row]]) -> str:
    """The whole help: usage, what the command does, the panels, the examples."""
    width = max(min(shutil.get_terminal_size().columns, _WIDEST), _NARROWEST) - 1
    parts = [_usage(command, context, width), *_paragraphs(command.help or "", width)]
    parts += [_panel(title, rows, width) for title, rows in panels.items() if rows]
    parts += _examples(command.epilog)
    return "\n\n".join(parts)


def option_panels(command: Command, context: Context) -> dict[str, list[Row]]:
    """Arguments and options by the panel they belong to, in the order in which the command names them."""
    panels: dict[str, list[Row]] = {"Arguments": [], "Options": []}
    for parameter in command.get_params(context):
        if row := parameter.get_help_record(context):
            panels.setdefault(_panel_of(parameter), []).append(row)
    return panels


def command_rows(group: TyperGroup, context: Context) -> list[Row]:
    """The group's commands, each with the first sentence of its help."""
    found = ((name, group.get_command(context, name)) for name in group.list_commands(context))
    return [(name, first_sentence(command)) for name, command in found if command is not None]


def first_sentence(command: Command) -> str:
    """The sentence that stands for a command in a list."""
    return " ".join((command.help or "").split("\n\n")[0].split())


def _in_our_words(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help, option.callback = "Show this help.", _answer
    return option


def _answer(context: Context, _: Parameter, asked: bool) -> None:  # noqa: FBT001 - click calls it so
    if asked:
        put(context.get_help())
        context.exit()


def _panel_of(parameter: Parameter) -> str:
    named: str | None = getattr(parameter, "rich_help_panel", None)
    return named or ("Arguments" if parameter.param_type_name == "argument" else "Options")


def _usage(command: Command, context: Context, width: int) -> str:
    pieces = " ".join(command.collect_usage_pieces(context)).translate(_NO_BRACES)
    start = f"Usage: {context.command_path} "
    return textwrap.fill(start + pieces, width, subsequent_indent=" " * len(start))


def _paragraphs(text: str, width: int) -> Iterator[str]:
    return (textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in text.split("\n\n") if paragraph)


def _panel(title: str, rows: Sequence[Row], width: int) -> str:
    column = min(max(len(name) for name, _ in rows), _WIDEST_NAME)
    lines = [title]
    for name, says in rows:
        first = f"  {name:<{column}}  "
        gap = " " * (column + 4)
        if len(name) > column:
            lines.append(first.rstrip())
            first = gap
        lines.append(textwrap.fill(says, width, initial_indent=first, subsequent_indent=gap, break_on_hyphens=False))
    return "\n".join(lines)


def _examples(lines: str | None) -> list[str]:
    examples = (lines or "").split("\n")
    title = "Example" if len(examples) == 1 else "Examples"
    return ["\n".join([title, *(f"  {example}" for example in examples)])] if lines else []


def show_help(context: typer.Context) -> None:
    """Print the help when no command was named, for a word alone is a question."""
    if context.invoked_subcommand is None:
        put(context.get_help())
