"""Pages about one thing: what is known of it line by line, then its lists."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from policyaudit.cli.table import Column, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import day
from policyaudit.domain.clean_text import clean

T = TypeVar("T")


def facts(title: str, known: Iterable[tuple[str, str | None]]) -> str:
    """The title, and below it what is known, one thing on a line; what is not known is left out."""
    said = [(what, clean(text)) for what, text in known if text]
    widest = max((len(what) for what, _ in said), default=0)
    return "\n".join([clean(title), *(f"  {what:<{widest}}  {text}" for what, text in said)])


def listed(title: str, columns: Sequence[Column[T]], rows: Sequence[T], terminal: Terminal) -> str:
    """A list under its title; nothing where nothing stands in it."""
    return f"{title}\n{table(columns, rows, terminal)}" if rows else ""


def span(first: date | None, last: date | None) -> str:
    """From when until when: since 1 Sep 2026, until 31 Aug 2027, or both."""
    since = f"since {day(first, short=True)}" if first and not last else ""
    until = f"until {day(last, short=True)}" if last and not first else ""
    both = f"{day(first, short=True)} to {day(last, short=True)}" if first and last else ""
    return since or until or both


def shown(of: date | None) -> str | None:
    """A day in full, if it is known."""
    return day(of) if of else None
