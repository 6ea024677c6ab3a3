"""Small pieces of what listings say: counts, days, the next step."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from policyaudit.cli.table import wrapped
from policyaudit.domain.partial_date import MONTHS, PartialDate

_MONTH: Final = re.compile("|".join(MONTHS))


def paragraphs(parts: Iterable[str]) -> str:
    """The parts that say something, with an empty line between."""
    return "\n\n".join(part for part in parts if part)


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: 1 review, 12 reviews, 1,200 reviews, no reviews."""
    called = noun if number == 1 else plural or f"{noun}s"
    return f"{number:,} {called}" if number else f"no {called}"


def day(of: date) -> str:
    """A day in the British form: 1 September 2026."""
    return f"{of.day} {of:%B %Y}"


def next_steps(steps: Iterable[tuple[str, str]]) -> str:
    """What to type next, each with what it does; commands and what they do stand in line."""
    listed = list(steps)
    widest = max((len(command) for command, _ in listed), default=0)
    beginnings = ["Next: ", *["      "] * len(listed)]
    return "\n".join(
        f"{begins}{command:<{widest}}  {does}" for begins, (command, does) in zip(beginnings, listed, strict=False)
    )


def sentences(said: Iterable[str], width: int) -> str:
    """Sentences, each beginning on a line of its own, in lines of at most that width."""
    return "\n".join(line for sentence in said for line in wrapped(sentence, width))


def short_date(of: PartialDate | None) -> str:
    """A date for a table, as exact as it is known: 1 Sep 2026, Jun 2017, Autumn term 2026."""
    return _MONTH.sub(lambda name: name[0][:3], str(of)) if of else ""
