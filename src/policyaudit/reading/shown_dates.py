"""A spreadsheet's date as text, at the precision at which its cell shows it and never in American order."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final


class Shows(StrEnum):
    """One part of a date or time that a cell shows."""

    DAY = "day"
    MONTH = "month"
    MONTH_NAME = "month name"
    YEAR = "year"
    WEEKDAY = "weekday"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"


Piece = Shows | str
"""A part that is shown, or the characters between two of them."""

SHORT_DATE: Final[tuple[Piece, ...]] = (Shows.DAY, "/", Shows.MONTH, "/", Shows.YEAR)
"""The short date as computers in Britain write it."""

WHOLE_DATE: Final[tuple[Piece, ...]] = (Shows.YEAR, "-", Shows.MONTH, "-", Shows.DAY)
"""All of a date, where nothing says how much of it is shown."""

_WORDED = (Shows.DAY, Shows.MONTH_NAME, Shows.YEAR)
_NUMERIC = {Shows.DAY, Shows.MONTH, Shows.YEAR}
_READ_ONE_WAY = {(Shows.DAY, Shows.MONTH, Shows.YEAR), (Shows.YEAR, Shows.MONTH, Shows.DAY)}
_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def shown(moment: datetime, pieces: Sequence[Piece]) -> str:
    """What a cell says that shows these parts of a moment; months and years are written out.

    "06/07/2023" that means the 7th of June, and "06/23", are put in words: nobody could tell any more.
    """
    numbers = [place for place, piece in enumerate(pieces) if piece in _NUMERIC]
    order = tuple(pieces[place] for place in numbers)
    if Shows.MONTH in order and order not in _READ_ONE_WAY:
        pieces = (*pieces[: numbers[0]], *_in_words(order), *pieces[numbers[-1] + 1 :])
    if Shows.MONTH_NAME in pieces:
        pieces = [" " if piece in {"-", "/", "."} else piece for piece in pieces]
    is_numeric = Shows.MONTH in pieces
    return "".join(_said(moment, piece, is_numeric=is_numeric) for piece in pieces).strip()


def _in_words(order: Sequence[Piece]) -> Sequence[Piece]:
    """The same parts as "7 June 2023" has them."""
    parts = [part for part in _WORDED if part in order or part is Shows.MONTH_NAME]
    return [piece for part in parts for piece in (part, " ")][:-1]


def _said(moment: datetime, piece: Piece, *, is_numeric: bool) -> str:
    match piece:
        case Shows.DAY:
            return f"{moment.day:02}" if is_numeric else str(moment.day)
        case Shows.MONTH_NAME:
            return _MONTHS[moment.month - 1]
        case Shows.YEAR:
            return f"{moment.year:04}"
        case Shows.WEEKDAY:
            return _WEEKDAYS[moment.weekday()]
        case Shows():
            return f"{getattr(moment, piece):02}"
        case _:
            return piece
