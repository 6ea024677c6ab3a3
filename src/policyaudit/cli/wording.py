"""Small pieces of what listings say: counts, days, the next step."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from policyaudit.cli.table import wrapped
from policyaudit.domain.clean_text import clean
from policyaudit.domain.partial_date import MONTHS, PartialDate
from policyaudit.domain.schedule import Standing

_INDENT: Final = len("Next: ")
_NEXT_LINE: Final = "\n" + " " * _INDENT
_SHORT: Final = {month: month[:3] for month in MONTHS} | {"term": ""}


def paragraphs(parts: Iterable[str]) -> str:
    """The parts that say something, with an empty line between."""
    return "\n\n".join(part for part in parts if part)


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: 1 review, 12 reviews, 1,200 reviews, no reviews."""
    called = noun if number == 1 else plural or f"{noun}s"
    return f"{number:,} {called}" if number else f"no {called}"


def begun(text: str) -> str:
    """The text with a capital letter, for the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def day(of: date, *, short: bool = False) -> str:
    """A day in the British form: 1 September 2026, or for a table 1 Sep 2026."""
    name = MONTHS[of.month - 1]
    return f"{of.day} {name[:3] if short else name} {of.year}"


def next_steps(steps: Iterable[tuple[str, str]], width: int) -> str:
    """What to type next, each with what it does beside it, or below where the line would be too long."""
    listed = list(steps)
    widest = max((len(command) for command, _ in listed), default=0)
    fits = all(_INDENT + widest + 2 + len(does) <= width for _, does in listed)
    between = "  " if fits else f"\n{'':<{_INDENT + 2}}"
    lines = [f"{command:<{widest if fits else 0}}{between}{does}" for command, does in listed]
    return f"Next: {_NEXT_LINE.join(lines)}" if lines else ""


def sentences(said: Iterable[str], width: int) -> str:
    """Sentences, each beginning on a line of its own, in lines of at most that width."""
    return "\n".join(line for sentence in said for line in wrapped(clean(sentence), width))


def points(title: str, said: Iterable[str], width: int) -> str:
    """Sentences below a title, each set in, its later lines set in further; nothing where nothing is said."""
    lines = []
    for sentence in said:
        first, *rest = wrapped(clean(sentence), width - 4)
        lines += [f"  {first}", *(f"    {line}" for line in rest)]
    return "\n".join([title, *lines]) if lines else ""


@lru_cache(maxsize=1024)  # a long table shows the same few dates again and again
def short_date(of: PartialDate | str | None) -> str:
    """A date for a table, as exact as it is known: 1 Sep 2026, Jun 2017, Autumn 2026."""
    return " ".join(filter(None, (_SHORT.get(word, word) for word in str(of).split(" ")))) if of else ""


def standings_told(counts: Mapping[Standing, int]) -> str:
    """How many policies stand how, after a colon; nothing where there are none."""
    told = ", ".join(f"{count:,} {standing}" for standing, count in counts.items() if count)
    return f": {told}" if told else ""
