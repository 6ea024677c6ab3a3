"""What a heading between the rows says of the policies below it: "Autumn Term 2023", "Every two years"."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.evidence import Evidence, Reading
from policyaudit.reading.lines import Line
from policyaudit.reading.register import Meaning, RegisterRow
from policyaudit.reading.register_kinds import Kind, kind_of
from policyaudit.reading.register_parts import parts_of
from policyaudit.reading.register_titles import without_marks
from policyaudit.reading.register_values import values_in
from policyaudit.reading.register_words import confidence, is_furniture

_LONGEST = 60
_FEWEST = 2  # a date that stands alone may be that of the page
_KINDS = {Kind.DATE: Meaning.NEXT_REVIEW, Kind.CYCLE: Meaning.FREQUENCY, Kind.BODY: Meaning.APPROVAL}
_DATES = (Meaning.LAST_APPROVED, Meaning.LAST_REVIEWED, Meaning.NEXT_REVIEW)
_POLICIES = re.compile(r"\W*(?:\w+ ){0,2}(?:policies|documents|polisïau)\W*", re.IGNORECASE)
_Said = tuple[Meaning, Reading[Any]]


def with_what_headings_say(
    rows: Sequence[RegisterRow], lines: Sequence[Line], *, calendar: TermCalendar
) -> tuple[RegisterRow, ...]:
    """The rows, with what the heading above each says, if several headings of that kind stand among the rows."""
    starts = sorted(row.title.evidence.line for row in rows)
    said: dict[int, _Said] = {}
    for line in lines:
        if starts and line.number < starts[-1] and (found := _said(line, calendar)):
            said[line.number] = found
    for meaning in {meaning for meaning, _ in said.values()}:
        places = sorted(number for number, (of, _) in said.items() if of is meaning)
        groups = {bisect_left(starts, number) for number in places}  # each stands above rows of its own
        if len(groups) >= _FEWEST:
            rows = [_with(row, places, said) for row in rows]
    return tuple(rows)


def _with(row: RegisterRow, places: Sequence[int], said: Mapping[int, _Said]) -> RegisterRow:
    at = bisect_left(places, row.title.evidence.line)
    if at == 0:
        return row
    meaning, reading = said[places[at - 1]]
    said_here: dict[str, Any] = {meaning.field: reading} if getattr(row, meaning.field) is None else {}
    return replace(row, **said_here)


def _said(line: Line, calendar: TermCalendar) -> _Said | None:
    """What a line says that is nothing but a date, a cycle or a body, or one of them behind its label."""
    text = without_marks(line.text).strip(" :.")
    if len(text) > _LONGEST or len([cell for cell in line.cells if cell.strip()]) != 1 or is_furniture(text):
        return None
    parts = parts_of(text)
    if len(parts) > 1 and parts[0].topic is None and _POLICIES.fullmatch(parts[0].text):
        parts = parts[1:]  # "Policies to be reviewed every year"
    topic = parts[0].topic if len(parts) == 1 else None
    meaning = topic.says if topic else _KINDS.get(kind_of(text))
    if meaning not in {*_DATES, Meaning.FREQUENCY, Meaning.APPROVAL}:
        return None
    value = next(iter(values_in(parts[0].text if topic else text, meaning, calendar=calendar)), None)
    if value is None or value.value is None or value.is_doubtful:
        return None
    evidence = Evidence(line.number, line.text, "the heading above it", line.page, line.part)
    return value.meaning, Reading(value.value, confidence("heading above"), evidence)
