"""What is wrong with how a command was typed, said in our words, with what was probably meant."""

from collections.abc import Sequence
from difflib import get_close_matches

from typer._click import Parameter  # Typer carries a click of its own; its version is pinned
from typer._click.exceptions import BadOptionUsage, BadParameter, MissingParameter, NoSuchOption, UsageError

from policyaudit.errors import UsageProblem


class NoSuchCommand(UsageProblem):
    """A word that is no command; the nearest commands are named."""

    def __init__(self, word: str, *, path: str, known: Sequence[str]) -> None:
        near = [f"{path} {name}" for name in get_close_matches(word.lower(), known)]
        super().__init__(
            f"there is no command {path} {word}",
            next_step=_either([*near, f"{path} --help, which lists every command"]),
        )


class NotUnderstood(UsageProblem):
    """A command that was typed in a way that it cannot use: an unknown option, a word missing or too many."""


def usage_problem(error: UsageError) -> NotUnderstood:
    """The same problem as a sentence and a next step."""
    path = error.ctx.command_path if error.ctx else "audit"
    steps = [f"{path} --help, which explains it"]
    match error:
        case NoSuchOption():
            sentence = f"{path} has no option {error.option_name}"
            steps = [*sorted(error.possibilities or ()), *steps]
        case BadOptionUsage():
            takes = "takes no value" if "does not take" in error.message else "needs a value"
            sentence = f"{path} {error.option_name} {takes}"
        case MissingParameter(param=Parameter() as parameter):
            sentence = f"{path} needs {_called(parameter)}"
        case BadParameter(param=Parameter() as parameter):
            sentence = f"{_called(parameter)} cannot be {error.message.partition(' is not one of')[0]}"
            steps = [*getattr(parameter.type, "choices", ()), *steps]
        case _:
            sentence = f"{path} does not know what to do with {error.message.partition('(s) ')[2].strip('()')}"
    return NotUnderstood(sentence, next_step=_either(steps))


def _called(parameter: Parameter) -> str:
    """What somebody types for it: the option's name, or the word in the usage line."""
    return (
        max(parameter.opts, key=len) if parameter.param_type_name == "option" else parameter.human_readable_name.upper()
    )


def _either(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last
