"""Questions to whoever sits at the terminal; where nobody does, nothing is asked and nothing is assumed."""

import sys
from collections.abc import Callable, Mapping
from typing import NamedTuple

import typer

from policyaudit.cli.table import wrapped
from policyaudit.cli.terminal import put, this_terminal


class Talk(NamedTuple):
    """A conversation: how a question is asked, how something is told, and how wide a line may be.

    The answer to a question is None once nobody answers any more.
    """

    ask: Callable[[str], str | None]
    tell: Callable[[str], None]
    width: int


def somebody_is_there() -> bool:
    """Whether a person can read a question and answer it."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def talk() -> Talk:
    """The conversation at this terminal."""
    return Talk(answered, put, this_terminal().width)


def asked(value: str | None, question: str, *, otherwise: str | None = None) -> str | None:
    """The value; where it is missing and somebody is there, their answer; else `otherwise`."""
    if value is not None or not somebody_is_there():
        return value if value is not None else otherwise
    answer: str = typer.prompt(question, default=otherwise)
    return answer


def agreed(question: str, *, yes: bool, may_ask: bool = True) -> bool:
    """Whether it is to be done: --yes says so, else somebody at the terminal does."""
    return yes or (may_ask and somebody_is_there() and (answered(f"{question} [y/N]: ") or "").lower() in {"y", "yes"})


def answered(question: str) -> str | None:
    """What somebody types at the terminal; None where they end their typing altogether."""
    try:
        return input(question).strip()
    except EOFError:
        put("")
        return None


def letter(with_whom: Talk, answers: Mapping[str, str], *, last: str, question: str | None = None) -> str:
    """Which of the answers is chosen, by its letter or its word; asked again until it is one of them.

    An empty answer is none: whoever leans on the key decides nothing. `last` is what no answer at all means.
    """
    asked = question or ", ".join(f"{word} ({key})" for key, word in answers.items())
    prompt = "\n".join(wrapped(f"{asked}:", with_whom.width)) + " "
    while True:
        typed = with_whom.ask(prompt)
        if typed is None:
            return last
        for key, word in answers.items():
            if typed.casefold() in {key, word.casefold()}:
                return key
        meant = ", ".join(key if key == word else f"{key} ({word})" for key, word in answers.items())
        with_whom.tell("\n".join(wrapped(f"Please type one of {meant}.", with_whom.width)))
