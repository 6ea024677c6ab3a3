"""Where what the register holds of a policy comes from: the documents that say so, or whoever entered it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from policyaudit.domain.naming import folded
from policyaudit.store.reads.entered import EntryRow
from policyaudit.store.reads.histories import ValueRow

_COUNTS: Final = {"recorded", "confirmed", "corrected"}
_OTHERWISE: Final = {"waiting", "dropped"}


@dataclass(frozen=True, slots=True)
class Entered:
    """Who gave something its present form, and when; None is somebody who was erased."""

    by: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class KnownFrom:
    """What documents say of one thing: the same as counts, or otherwise; and who entered what counts."""

    same: tuple[ValueRow, ...] = ()
    otherwise: tuple[ValueRow, ...] = ()  # it waits, or somebody dropped it
    entered: Entered | None = None


def entered(newest_first: Sequence[EntryRow], now: Mapping[str, Any]) -> Entered | None:
    """Who made these columns what they are, and when; None where nothing stands in them.

    Whoever left them as they were before does not count.
    """
    found = None
    if any(value is not None for value in now.values()):
        for row in newest_first:
            is_so = all(row.values[name] == value for name, value in now.items())
            if not is_so and found:
                break
            found = Entered(row.by, row.at) if is_so else None
    return found


def known_from(values: Sequence[ValueRow], field: str, now: str | None, by: Entered | None) -> KnownFrom:
    """Where the words that count of one field come from.

    A document names a committee by its short name, or an officer in other words: then what was read or settled in
    the moment in which the field got its words is their source.
    """
    of_field = [value for value in values if value.field == field]
    counting = [value for value in of_field if value.state in _COUNTS] if now else []
    same = [value for value in counting if folded(value.corrected_to or value.value) == folded(now or "")]
    same = same or [value for value in counting if by and by.at in {value.read_at, value.settled_at}]
    return KnownFrom(tuple(same), tuple(value for value in of_field if value.state in _OTHERWISE), by)
