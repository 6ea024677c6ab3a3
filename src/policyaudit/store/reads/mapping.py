"""From the columns of a row to domain values."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

from policyaudit.domain.partial_date import PartialDate, Precision


class Reads(Protocol):
    """Whatever answers a statement: an open register, or a transaction in it."""

    def rows(self, sql: str, **values: object) -> list[tuple[Any, ...]]:
        """The rows that the statement yields."""
        ...


def day(text: str | None) -> date | None:
    """A day column."""
    return None if text is None else date.fromisoformat(text)


def partial(columns: Sequence[str | None]) -> PartialDate | None:
    """The four columns of a partial date."""
    return None if columns[0] is None else dated(columns)


def dated(columns: Sequence[Any]) -> PartialDate:
    """The four columns of a partial date that is always there."""
    return _partial(*columns)


@lru_cache(maxsize=1024)  # a register says the same few months again and again
def _partial(as_written: str, earliest: str, latest: str, precision: str) -> PartialDate:
    return PartialDate(date.fromisoformat(earliest), date.fromisoformat(latest), Precision(precision), as_written)


def officer(person: str | None, post: str | None) -> str | None:
    """The responsible officer as shown: the person, the post, or both."""
    return f"{person}, {post}" if person and post else person or post
