"""Pieces of text laid under the columns they fit best, in order, where empty cells have left no place of their own.

The best of all ways is found step by step (Viterbi): a piece is worth what its kind is worth under a column; a column
that is passed over, and a line that is no cell at all, cost something.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from policyaudit.reading.register import Meaning
from policyaudit.reading.register_kinds import Kind, kind_of
from policyaudit.reading.register_words import is_furniture, is_group, is_topical, names_one, topics_of

_MISFIT: Final = -2.0
_SKIPPED: Final = -0.45
_MOST_SKIPPED: Final = -0.9  # behind the last cell of a row
_ROW: Final = -2.6
_NO_TITLE: Final = -4.0
_OUTSIDE: Final = -0.9
_RUNS_ON: Final = -1.6
_FURNITURE: Final = 0.4
_MOST_ON: Final = 0.5  # what runs on is worth
OUTSIDE: Final = -1

_WHO = {Kind.BODY: 3.0, Kind.POST: 3.0, Kind.TEXT: 0.4, Kind.BLANK: 1.0, Kind.FLAG: -0.5, Kind.CYCLE: -1.0}
_DATE = {Kind.DATE: 3.0, Kind.CYCLE: 0.8, Kind.BLANK: 1.5, Kind.NUMBER: -1.0}
_WORTH: Mapping[Meaning | None, Mapping[Kind, float]] = {
    Meaning.TITLE: {Kind.TEXT: 2.0, Kind.BODY: 0.2, Kind.POST: 0.2, Kind.NUMBER: -1.0, Kind.FLAG: -1.0},
    Meaning.NUMBER: {Kind.NUMBER: 3.0, Kind.BLANK: 0.5},
    Meaning.VERSION: {Kind.NUMBER: 2.5, Kind.TEXT: 0.2, Kind.BLANK: 1.0},
    Meaning.APPROVAL: _WHO,
    Meaning.OWNER: {**_WHO, Kind.TEXT: 0.8},
    Meaning.COMMITTEE: {**_WHO, Kind.TEXT: 0.8},
    Meaning.LAST_APPROVED: _DATE,
    Meaning.LAST_REVIEWED: _DATE,
    Meaning.NEXT_REVIEW: _DATE,
    Meaning.FREQUENCY: {
        Kind.CYCLE: 3.0,
        Kind.DATE: -0.5,
        Kind.BLANK: 1.2,
        Kind.NUMBER: 1.0,
        Kind.BODY: 0.5,
        Kind.TEXT: 0.1,
    },
    Meaning.STATUTORY: {Kind.FLAG: 3.0, Kind.BLANK: 0.8, Kind.TEXT: -0.5},
    Meaning.SCHOOL: {Kind.TEXT: 1.0, Kind.BLANK: 0.5},
    None: {Kind.TEXT: 0.8, Kind.FLAG: 1.0, Kind.BLANK: 0.5, Kind.DATE: -0.3, Kind.BODY: 0.2, Kind.NUMBER: 0.2},
}


@lru_cache(maxsize=16384)
def worth(piece: str, heading: str) -> float:
    """How well a piece fits under a heading."""
    kind, topics = kind_of(piece), topics_of(heading)
    says = topics[0].says if topics else None
    value = _WORTH[says].get(kind, _MISFIT)
    if topics and kind.value in topics[0].otherwise:
        value = max(value, 2.5)
    if says is Meaning.TITLE:
        value += (0.3 if is_topical(piece) else 0.0) + (0.9 if names_one(piece) else 0.0)
        value -= 0.8 if len(piece) > 90 or piece.rstrip().endswith(".") else 0.0  # noqa: PLR2004 - a sentence
    return value


def laid_out(pieces: Sequence[str], headings: Sequence[str]) -> list[int]:
    """For each piece of one row its column, in order; a piece that runs on has the column of the piece before."""
    places = _best(pieces, headings, is_one_row=True)
    return [place for _, place in places]


def rows_laid_out(pieces: Sequence[str], headings: Sequence[str]) -> list[tuple[int, int]]:
    """For each piece of a stream of cells its row and column; `OUTSIDE` for one that is no cell."""
    return _best(pieces, headings, is_one_row=False)


def _best(pieces: Sequence[str], headings: Sequence[str], *, is_one_row: bool) -> list[tuple[int, int]]:
    width = len(headings)
    title = next((at for at, heading in enumerate(headings) if _is_title(heading)), 0)
    scores: list[list[float]] = []
    froms: list[list[tuple[int, bool]]] = []
    for number, piece in enumerate(pieces):
        gains = [*(worth(piece, heading) for heading in headings), _outside(piece, is_one_row=is_one_row)]
        before = scores[-1] if number else None
        ways = [_arriving(before, place, gains, title, is_one_row=is_one_row) for place in range(width + 1)]
        scores.append([score + gain for (score, _), gain in zip(ways, gains, strict=True)])
        froms.append([source for _, source in ways])
    return _path(scores, froms, width)


def _is_title(heading: str) -> bool:
    return any(topic.says is Meaning.TITLE for topic in topics_of(heading))


def _outside(piece: str, *, is_one_row: bool) -> float:
    """What it costs to take a piece for no cell."""
    if is_one_row:
        return _NO_TITLE
    if is_furniture(piece) or is_group(piece):
        return _FURNITURE
    return _OUTSIDE if kind_of(piece) is Kind.TEXT else _OUTSIDE - 0.5


def _arriving(
    before: Sequence[float] | None, column: int, gains: Sequence[float], title: int, *, is_one_row: bool
) -> tuple[float, tuple[int, bool]]:
    """The best way to come to a column, and whether a row begins with it; the last column is outside every row."""
    width = len(gains) - 1
    begins = column < width
    start = (_ROW + _SKIPPED * column + (_NO_TITLE if column > title else 0.0)) if begins else 0.0
    if before is None:
        return start, (OUTSIDE, begins)
    ways = [(before[width] + start, (width, begins))]
    for place in range(width):
        if place < column and begins:
            ways.append((before[place] + _SKIPPED * (column - place - 1), (place, False)))
        if place == column:
            ways.append((before[place] + _RUNS_ON + min(0.0, _MOST_ON - gains[column]), (place, False)))
        if not is_one_row or not begins:
            closing = max(_SKIPPED * (width - 1 - place), _MOST_SKIPPED)
            ways.append((before[place] + closing + start, (place, begins)))
    return max(ways, key=lambda way: way[0])


def _path(
    scores: Sequence[Sequence[float]], froms: Sequence[Sequence[tuple[int, bool]]], width: int
) -> list[tuple[int, int]]:
    """The way back from the best end: each piece's row and column."""
    if not scores:
        return []
    column = max(range(width + 1), key=lambda place: scores[-1][place])
    back: list[tuple[int, bool]] = []
    for number in range(len(scores) - 1, -1, -1):
        source, begins = froms[number][column]
        back.append((column if column < width else OUTSIDE, begins))
        column = source if source != OUTSIDE else width
    row = -1
    places = []
    for place, begins in reversed(back):
        row += begins and place != OUTSIDE
        places.append((row, place))
    return places
