"""How a result is shown: as a table for people, as JSON or CSV for programs."""

import sys
from collections.abc import Callable
from typing import TypeVar

import typer

from policyaudit.cli.table import wrapped
from policyaudit.cli.terminal import Terminal, put, this_terminal
from policyaudit.domain.clean_text import clean
from policyaudit.errors import ExitCode

T = TypeVar("T")


def show(found: T, *, form: str, chosen: str, page: Callable[[T, Terminal], str]) -> None:
    """Print the result in the chosen format: a page for people, or the listing `form` for other programs.

    JSON and CSV are UTF-8 everywhere.
    """
    if chosen == "table":
        put(page(found, this_terminal()))
        return
    from policyaudit.reports.listing import as_csv, as_json
    from policyaudit.reports.listing_forms import FORMS

    _write_utf8(as_json(FORMS[form], found) if chosen == "json" else as_csv(FORMS[form], found))


def end_strictly(*, found: bool, strict: bool) -> None:
    """End with the exit code of something found, if one asked for that."""
    if found and strict:
        raise typer.Exit(ExitCode.FOUND)


def say(sentence: str) -> None:
    """Print what was done; it is cleaned, for it holds what somebody typed."""
    put("\n".join(wrapped(clean(sentence), this_terminal().width)))


def show_json(document: object) -> None:
    """Print a document that has a form of its own as JSON."""
    import json

    _write_utf8(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def _write_utf8(text: str) -> None:
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # every stream that Python opens has it
    put(text, end="")
