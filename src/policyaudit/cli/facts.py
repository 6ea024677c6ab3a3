"""Pages about one thing: what is known of it line by line, then its lists."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from policyaudit.cli.table import Column, table, wrapped
from policyaudit.cli.terminal import ENDLESS, Terminal
from policyaudit.cli.wording import day
from policyaudit.domain.clean_text import clean

T = TypeVar("T")
_LEAST = 20  # however narrow the window is, so many characters stand beside the name of a thing


def facts(title: str, known: Iterable[tuple[str, str | None]], width: int = ENDLESS) -> str:
    """The title, and below it what is known, one thing beside the other; what is not known is left out."""
    said = [(what, clean(text)) for what, text in known if text]
    widest = max((len(what) for what, _ in said), default=0)
    return "\n".join([*wrapped(clean(title), width), *(line for one in said for line in _fact(one, widest, width))])


def _fact(said: tuple[str, str], widest: int, width: int) -> Iterator[str]:
    """One thing that is known; where it is long it goes on below itself."""
    before = f"  {said[0]:<{widest}}  "
    for line in wrapped(said[1], max(width - len(before), _LEAST)):
        yield before + line
        before = " " * len(before)


def listed(title: str, columns: Sequence[Column[T]], rows: Sequence[T], terminal: Terminal) -> str:
    """A list under its title; nothing where nothing stands in it."""
    return "\n".join([*wrapped(title, terminal.width), table(columns, rows, terminal)]) if rows else ""


def span(first: date | None, last: date | None) -> str:
    """From when until when: since 1 Sep 2026, until 31 Aug 2027, or both."""
    since = f"since {day(first, short=True)}" if first and not last else ""
    until = f"until {day(last, short=True)}" if last and not first else ""
    both = f"{day(first, short=True)} to {day(last, short=True)}" if first and last else ""
    return since or until or both


def shown(of: date | None) -> str | None:
    """A day in full, if it is known."""
    return day(of) if of else None
