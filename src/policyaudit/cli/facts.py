"""Pages about one thing: what is known of it line by line, then its lists."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from policyaudit.cli.colours import FAINT
from policyaudit.cli.table import Column, table, wrapped
from policyaudit.cli.terminal import ENDLESS, Terminal
from policyaudit.cli.wording import day
from policyaudit.domain.clean_text import clean

T = TypeVar("T")
_SET_IN = 2  # how much further in the later lines of a source stand
_LEAST = 20  # however narrow the window is, so many characters stand beside the name of a thing


class Fact(NamedTuple):
    """One thing that is known, and below it where that comes from; without text it is not known."""

    what: str
    text: str | None
    sources: tuple[str, ...] = ()


def facts(title: str, known: Iterable[tuple[str, str | None]], width: int = ENDLESS) -> str:
    """The title, and below it what is known, one thing beside the other; what is not known is left out."""
    return facts_with_sources(title, (Fact(what, text) for what, text in known), Terminal(width, colours=False))


def facts_with_sources(title: str, known: Iterable[Fact], terminal: Terminal) -> str:
    """The same, with the sources of each thing below it."""
    said = [fact for fact in known if fact.text]
    widest = max((len(fact.what) for fact in said), default=0)
    lines = (line for fact in said for line in _fact(fact, widest, terminal))
    return "\n".join([*wrapped(clean(title), terminal.width), *lines])


def _fact(fact: Fact, widest: int, terminal: Terminal) -> Iterator[str]:
    """One thing that is known; where it is long it goes on below itself."""
    before = f"  {fact.what:<{widest}}  "
    blank, room = " " * len(before), max(terminal.width - len(before), _LEAST)
    for line in wrapped(clean(fact.text or ""), room):
        yield before + line
        before = blank
    for source in fact.sources:
        for place, line in enumerate(wrapped(clean(source), room - _SET_IN)):
            told = " " * (_SET_IN if place else 0) + line
            yield blank + (f"\x1b[{FAINT}m{told}\x1b[0m" if terminal.colours else told)


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
