"""Where what is known of a policy comes from: the document, the line and what stands there, or who typed it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from policyaudit.cli.field_words import place_words
from policyaudit.cli.options import today
from policyaudit.cli.wording import counted, day
from policyaudit.domain.clean_text import clean
from policyaudit.domain.naming import folded
from policyaudit.store.reads.histories import ValueRow
from policyaudit.usecases.known_from import Entered, KnownFrom

_SETTLED = {"confirmed": "accepted", "corrected": "corrected", "dropped": "dropped"}
_MOST = 3  # documents that say the same
_LONGEST = 90  # characters of a line that are shown: a paragraph may be one line
_BEFORE = 30  # of them before the words that were read, where these do not stand at its beginning


def sources(known: Iterable[KnownFrom]) -> tuple[str, ...]:
    """The documents that say the same and those that say otherwise; where none says the same, who entered it."""
    each = list(known)
    said = list(dict.fromkeys(_told(value) for one in each for value in one.same))
    more = [f"and {counted(len(said) - _MOST, 'other document')}"] if len(said) > _MOST else []
    by = list(dict.fromkeys(entered_by(one.entered) for one in each if one.entered and not one.same))
    otherwise = dict.fromkeys(_told_otherwise(value) for one in each for value in one.otherwise)
    return (*said[:_MOST], *more, *by, *otherwise)


def entered_by(entered: Entered) -> str:
    """Who typed it, and when."""
    return f"entered by {_by_on(entered.by, entered.at)}"


def _by_on(by: str | None, at: datetime) -> str:
    return f"{by or 'somebody erased'}, {day(today(at))}"


def place(value: ValueRow) -> str:
    """The document, and where the value stands in it."""
    where = place_words(value.line, value.page, value.part)
    return f"{value.file_name}, {where}" if value.file_name else where


def remark(value: ValueRow) -> str:
    """That a value waits, or how it was settled, by whom and when."""
    if value.state == "recorded":
        return ""
    if value.settled_at is None:
        return "to confirm"
    how = f"corrected to {value.corrected_to}" if value.corrected_to else _SETTLED[value.state]
    return f"{how} by {_by_on(value.settled_by, value.settled_at)}"


def quoted(value: ValueRow) -> str:
    """The words of the document where they say more than the value."""
    return "" if folded(value.evidence) == folded(value.value) else f"“{_excerpt(clean(value.evidence), value.value)}”"


def _excerpt(line: str, words: str) -> str:
    """As much of a long line as is shown, with the words in it that were read."""
    at = line.casefold().find(words.casefold())
    if at + len(words) < _LONGEST:
        return clean(line, limit=_LONGEST)
    _, _, rest = line[max(at - _BEFORE, 0) :].partition(" ")
    return f"…{clean(rest, limit=_LONGEST)}"


def _told(value: ValueRow) -> str:
    return _joined(place(value), quoted(value), remark(value))


def _told_otherwise(value: ValueRow) -> str:
    """What is read, and the words that say it where they are others."""
    words = quoted(value) or f"“{value.value}”"
    says = words if folded(value.value) in folded(words) else f"{value.value}, out of {words}"
    return _joined(place(value), says, remark(value))


def _joined(where: str, words: str, remarked: str) -> str:
    said = f"{where}: {words}" if words else where
    return f"{said}, {remarked}" if remarked else said


def each_once(values: Sequence[ValueRow]) -> Iterator[tuple[ValueRow, ...]]:
    """The same value out of several documents as one."""
    same: dict[tuple[str, str, str, str], list[ValueRow]] = {}
    for value in values:
        same.setdefault((value.field, value.value, value.state, remark(value)), []).append(value)
    return map(tuple, same.values())


def places(same: Sequence[ValueRow]) -> Iterator[str]:
    """Where a value stands and in which documents; the first few where there are many."""
    yield from map(place, same[:_MOST])
    if len(same) > _MOST:
        yield f"and {counted(len(same) - _MOST, 'other document')}"
