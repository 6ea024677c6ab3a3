"""Questions to whoever sits at the terminal; where nobody does, nothing is asked and nothing is assumed."""

import sys

import typer


def somebody_is_there() -> bool:
    """Whether a person can read a question and answer it."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def asked(value: str | None, question: str, *, otherwise: str | None = None) -> str | None:
    """The value; where it is missing and somebody is there, their answer; else `otherwise`."""
    if value is not None or not somebody_is_there():
        return value if value is not None else otherwise
    answer: str = typer.prompt(question, default=otherwise)
    return answer


def agreed(question: str, *, yes: bool, may_ask: bool = True) -> bool:
    """Whether it is to be done: --yes says so, else somebody at the terminal does."""
    return yes or (may_ask and somebody_is_there() and input(f"{question} [y/N]: ").strip().lower() in {"y", "yes"})
