"""The lines at the beginning of a document among which its title stands, without the menu of a web page."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from policyaudit.reading.lines import Part
from policyaudit.reading.organisations import has_noun, is_name
from policyaudit.reading.rows import Row, Zone
from policyaudit.reading.wordings import settings

_COVER_ROWS = 16
_FEW_GAPS = 3
_FEWEST_ENTRIES, _LONGEST_ENTRY = 5, 3  # of a menu; words


def cover_of(rows: Sequence[Row]) -> list[Row]:
    """The lines among which a title may stand, without the menu of a web page."""
    front = [row for row in rows if row.zone is not Zone.BACK and _is_on_cover(row)]
    menus = frozenset(_menu_lines(front))
    return [row for row in front if row.line.number not in menus][:_COVER_ROWS]


def _menu_lines(rows: Sequence[Row]) -> Iterator[int]:
    """The lines of menus: several short ones below each other, up to the last entry that web pages have; what stands
    below that may be the title.
    """
    never = settings("names")["titles"]["never"]
    for _, group in groupby(rows, key=_may_be_an_entry):
        entries = list(group)
        known = [place for place, row in enumerate(entries) if row.text.casefold() in never]
        if _may_be_an_entry(entries[0]) and known and known[-1] + 1 >= _FEWEST_ENTRIES:
            yield from (row.line.number for row in entries[: known[-1] + 1])


def _may_be_an_entry(row: Row) -> bool:
    is_short = len(row.cells) == 1 and len(row.text.split()) <= _LONGEST_ENTRY and row.text[-1:] not in ".:,"
    is_plain = row.text.casefold() in settings("names")["titles"]["never"] or not has_noun(row.text)
    return is_short and is_plain and not is_name(row.text)


def step_of(rows: Sequence[Row]) -> int:
    """How many lines lie between one and the next: two where a program left every other line empty."""
    gaps = [below.line.number - row.line.number for row, below in pairwise(rows)]
    return 2 if len(gaps) > _FEW_GAPS and gaps.count(1) * _FEW_GAPS < len(gaps) else 1


def names_over_two_lines(rows: Sequence[Row]) -> Iterator[int]:
    """The lines of a name that stands on two, the second of which says only what kind of school it is."""
    for row, below in pairwise(rows):
        is_kind = not is_name(below.text) and is_name(f"Saint {below.text}")
        if is_kind and is_name(f"{row.text} {below.text}"):
            yield from (row.line.number, below.line.number)


def _is_on_cover(row: Row) -> bool:
    is_running = row.line.part in {Part.HEADER, Part.FOOTER, Part.FRONT_MATTER}
    return not is_running and (row.zone is Zone.FRONT or row.line.page in {None, 1})
