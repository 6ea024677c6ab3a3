"""What a list says of each policy, value by value, each with the line and the column it was read from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.evidence import Evidence, Reading
from policyaudit.reading.register import Meaning, RegisterRow
from policyaudit.reading.register_columns import Understood
from policyaudit.reading.register_grid import Cell, Grid, Record
from policyaudit.reading.register_kinds import Kind, kind_of
from policyaudit.reading.register_titles import are_numbered, title_in
from policyaudit.reading.register_values import Value, values_in
from policyaudit.reading.register_words import body_in, confidence, topics_of

_FEW_SMALL = 0.4  # of the titles
_UNHEADED = "column without a heading"


@dataclass(frozen=True, slots=True)
class _Said:
    """A value and where it stands; `is_own` where the column is meant for it."""

    value: Value
    cell: Cell
    column: Understood
    is_own: bool


def rows_of(grid: Grid, columns: Sequence[Understood], *, calendar: TermCalendar) -> tuple[RegisterRow, ...]:
    """The policies of a list, in its order; a record without a title is none."""
    place = next((at for at, column in enumerate(columns) if column.meaning is Meaning.TITLE), None)
    if place is None:
        return ()
    is_numbered = are_numbered(grid.column(place))
    rows = (_row(record, columns, place, is_numbered=is_numbered, calendar=calendar) for record in grid.records)
    return _with_doubt([row for row in rows if row is not None])


def _with_doubt(rows: Sequence[RegisterRow]) -> tuple[RegisterRow, ...]:
    """The rows; one whose title begins in small letters where others do not may go on from above, and is doubted."""
    small = [row for row in rows if row.title.value[0].islower()]
    if len(small) > _FEW_SMALL * len(rows):
        return tuple(rows)
    return tuple(_doubted(row) if row.title.value[0].islower() else row for row in rows)


def _doubted(row: RegisterRow) -> RegisterRow:
    said = {field.name: getattr(row, field.name) for field in fields(row) if field.name != "unreadable"}
    least = confidence("doubtful")
    doubted: dict[str, Any] = {
        name: replace(reading, confidence=min(reading.confidence, least)) for name, reading in said.items() if reading
    }
    return replace(row, **doubted)


def _row(
    record: Record, columns: Sequence[Understood], place: int, *, is_numbered: bool, calendar: TermCalendar
) -> RegisterRow | None:
    cell = record[place]
    title = title_in(cell.text, is_numbered=is_numbered) if cell else None
    if cell is None or title is None:
        return None
    said = sorted(_said(record, columns, calendar), key=lambda each: not each.is_own)
    found: dict[str, Reading[Any]] = {}
    unreadable = []
    for each in said:
        field = each.value.meaning.field
        if each.value.value is None:
            unreadable.append((each.value.meaning, _reading(each, each.cell.text)))
        elif field not in found:
            found[field] = _reading(each, each.value.value)
    _add_body_of_heading(found, said)
    if title.statutory is not None and "statutory" not in found:
        found["statutory"] = _of_cell(title.statutory, cell, columns[place], "beside the title")
    found["title"] = _of_cell(title.text, cell, columns[place], _where(columns[place]))
    return RegisterRow(**found, unreadable=tuple(unreadable))


def _said(record: Record, columns: Sequence[Understood], calendar: TermCalendar) -> Iterator[_Said]:
    for cell, column in zip(record, columns, strict=True):
        if cell is None or column.meaning is Meaning.TITLE:
            continue
        if column.meaning is None:
            if kind_of(cell.text) is Kind.CYCLE and all(topic.name == "other" for topic in topics_of(column.heading)):
                yield from (_Said(value, cell, column, is_own=False) for value in _cycle_among_remarks(cell, calendar))
            continue
        for value in values_in(cell.text, column.meaning, calendar=calendar, second=column.second):
            yield _Said(value, cell, column, value.meaning in {column.meaning, column.second})


def _cycle_among_remarks(cell: Cell, calendar: TermCalendar) -> Iterator[Value]:
    """How often a policy is reviewed, where a column of remarks says nothing else of it: "Reviewed annually"."""
    return (replace(value, is_doubtful=True) for value in values_in(cell.text, Meaning.FREQUENCY, calendar=calendar))


def _reading(said: _Said, value: object) -> Reading[Any]:
    is_doubtful = said.value.is_doubtful or said.value.value is None or said.cell.is_moved
    sure = "doubtful" if is_doubtful else said.column.sure
    return Reading(value, confidence(sure), _evidence(said.cell, said.column, _where(said.column)))


def _of_cell(value: object, cell: Cell, column: Understood, reason: str) -> Reading[Any]:
    return Reading(value, confidence(column.sure), _evidence(cell, column, reason))


def _evidence(cell: Cell, column: Understood, reason: str) -> Evidence:
    return Evidence(cell.line.number, cell.text, reason, cell.line.page, cell.line.part, column.heading or None)


def _where(column: Understood) -> str:
    return f"column '{column.heading}'" if column.heading else f"{_UNHEADED}: {column.reason}"


def _add_body_of_heading(found: dict[str, Reading[Any]], said: Sequence[_Said]) -> None:
    """Who approved, where the heading of the date names them: "Approved by Governors on"."""
    for each in said:
        body = body_in(each.column.heading) if each.column.is_headed else None
        if body and each.value.meaning is Meaning.LAST_APPROVED and "approval" not in found and each.value.value:
            found["approval"] = _reading(each, body)
