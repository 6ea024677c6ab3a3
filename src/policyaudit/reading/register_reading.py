"""Whether a document is a list of many policies, and what it says of each; the one place that decides it.

The list is read in each arrangement that its lines allow, and the one that says most of most policies is taken. It has
three policies or more and makes up most of the document: a policy may well end with a table of the policies beside it.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import islice

from policyaudit.domain.naming import folded
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.dates import DEFAULT_CALENDAR
from policyaudit.reading.evidence import Reading
from policyaudit.reading.lines import DocumentText, Line, Part
from policyaudit.reading.long_lines import within_reason
from policyaudit.reading.recognised import all_doubted
from policyaudit.reading.register import Meaning, Register, RegisterRow
from policyaudit.reading.register_cell_lines import cell_lines_in
from policyaudit.reading.register_columns import AS_SAID, Understood, understood
from policyaudit.reading.register_for_all import with_what_is_said_of_all
from policyaudit.reading.register_grid import Grid
from policyaudit.reading.register_groups import with_what_headings_say
from policyaudit.reading.register_mapped import tables_under
from policyaudit.reading.register_names import names_in
from policyaudit.reading.register_records import FOUND as IN_RECORDS
from policyaudit.reading.register_records import records_in
from policyaudit.reading.register_remarks import remarks_in
from policyaudit.reading.register_rows import rows_of
from policyaudit.reading.register_run_on import run_on_in
from policyaudit.reading.register_sentences import FOUND, sentences_apart, sentences_in
from policyaudit.reading.register_separated import separated_in
from policyaudit.reading.register_stacks import stacks_in
from policyaudit.reading.register_tables import tables_in, tables_without_head
from policyaudit.reading.register_words import is_furniture, is_topical

_FEWEST = 3  # a policy that is listed with one other is no register yet
_MOST = 0.5  # of the lines, a page's own furniture aside
_TOPICAL = 0.3  # of the titles, where no heading says that they are policies
_SAID = tuple(field.name for field in fields(RegisterRow) if field.name not in {"title", "unreadable"})
_MOST_LINES, _LONGEST_LINE = 4000, 1500
_NEARLY_ALL = 0.8  # of the lines
_MOST_RUNNING = 0.34  # of the lines
_FEWEST_DATED = 0.12  # of the lines
_A_SENTENCE = 9  # spaces in a line that is part of one
_DATED = re.compile(r"(?:19|20)\d\d|\d\s?[./-]\s?\d|[a-z][ '-]\d\d\b", re.IGNORECASE)
_FIGURE = re.compile(r"[0-9]")
_TABLE = 1.2
_LABELLED = re.compile(r"\W*[^\W\d_][\w /'’-]{2,40}:")
_DESCRIBED = re.compile(r"\W*[^\W\d_][^.;:]{0,50}(?:\s[-–—]|:)\s")  # a name, and behind it what it is
_NAMED = frozenset({"names", IN_RECORDS})  # ways to read a list that may hold nothing but names
_PLAIN = {"heading": 2.0, "label and content": 1.3, "cells": 1.2}

Mapped = Mapping[str, Meaning | None]
Arrangement = Callable[[Sequence[Line]], Iterator[Grid]]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a document as a list."""

    grid: Grid
    columns: tuple[Understood, ...]
    rows: tuple[RegisterRow, ...]

    @property
    def worth(self) -> float:
        """How much it says: each value, and a little for each policy."""
        return sum(0.1 + sum(reading.confidence for reading in _said(row)) for row in self.rows)


def read_register(
    document: DocumentText, *, calendar: TermCalendar = DEFAULT_CALENDAR, mapping: Mapped | None = None
) -> Register | None:
    """The list of policies that a document is; None for any other document.

    `mapping` says by heading what somebody knows better than we: {"Review": Meaning.FREQUENCY}.
    """
    lines = _lines_of(document)
    readings = _registers(lines, calendar, mapping)
    if not readings:
        return None
    best = max(readings, key=_worth)
    kept = [best] if best.grid.found_by != "heading" else [r for r in readings if _belongs(r, best)]
    rows = tuple(row for reading in kept for row in reading.rows)
    beside = [line for line in lines if line.number not in best.grid.lines]
    columns = tuple(dict.fromkeys(column.column for reading in kept for column in reading.columns))
    said = with_what_headings_say(rows, beside, calendar=calendar)
    said = with_what_is_said_of_all(said, beside, calendar=calendar)
    if pages := document.pages_by_ocr:
        said = tuple(RegisterRow(**all_doubted(row, pages)) for row in said)
    return Register(columns, said, document.warnings)


def _registers(lines: Sequence[Line], calendar: TermCalendar, mapping: Mapped | None) -> list[_Reading]:
    """Every reading of the lines that makes a register; none is sought beside a table that is nearly all of them."""
    readings: list[_Reading] = []
    mapped = (tables_under(mapping),) if mapping else ()
    for arrangement in (*mapped, *arrangements_of(lines)):
        found = list(_read(arrangement, lines, calendar, mapping))
        tabled = frozenset(number for reading in found if reading.grid.is_table for number in reading.grid.lines)
        readings += [
            reading for reading in found if _is_register(reading, _without(lines, tabled - reading.grid.lines))
        ]
        in_tables = sum(len(reading.grid.lines) for reading in readings if reading.grid.is_table)
        if in_tables >= _NEARLY_ALL * len(lines):
            break
    return readings


def _without(lines: Sequence[Line], others: Collection[int]) -> Sequence[Line]:
    """The lines but for those of the other tables of the same list."""
    return [line for line in lines if line.number not in others] if others else lines


def _lines_of(document: DocumentText) -> list[Line]:
    """The lines that say something, no longer and no more than anybody writes."""
    lines = [line for line in document.lines if any(map(str.strip, line.cells))]
    is_within = len(lines) <= _MOST_LINES and all(sum(map(len, line.cells)) <= _LONGEST_LINE for line in lines)
    return lines if is_within else [line for line in within_reason(lines) if any(map(str.strip, line.cells))]


def arrangements_of(lines: Sequence[Line]) -> tuple[Arrangement, ...]:
    """The arrangements that a look at the lines does not rule out; most documents are running text and no list."""
    if _is_running_on(lines):
        return ()
    in_rows: tuple[Arrangement, ...] = (tables_in, cell_lines_in, run_on_in)
    if any(line.part is Part.FRONT_MATTER for line in lines):
        in_rows = (records_in, *in_rows)
    dated = sum(_DATED.search(line.text) is not None for line in lines)
    labelled = sum(_LABELLED.match(line.text) is not None for line in lines)
    said = max(dated, labelled // 2)
    if said >= _FEWEST - 1 and said >= _FEWEST_DATED * len(lines):
        return (*in_rows, stacks_in, tables_without_head, separated_in, remarks_in, sentences_in, names_in)
    return (*in_rows, names_in)


def _is_running_on(lines: Sequence[Line]) -> bool:
    """Whether so many lines are running text that the document is no list; no further line is looked at then."""
    running = (line for line in lines if _is_running_text(line))
    return next(islice(running, int(_MOST_RUNNING * len(lines)), None), None) is not None


def _is_running_text(line: Line) -> bool:
    if len(line.cells) > 1 or line.text.count(" ") < _A_SENTENCE:
        return False
    is_dated = _FIGURE.search(line.text) is not None and _DATED.search(line.text) is not None
    return not is_dated and _DESCRIBED.match(line.text) is None


def _read(
    arrangement: Arrangement, lines: Sequence[Line], calendar: TermCalendar, mapping: Mapped | None
) -> Iterator[_Reading]:
    for grid in arrangement(lines):
        columns = understood(grid, mapping)
        yield _Reading(grid, columns, rows_of(grid, columns, calendar=calendar))


def _worth(reading: _Reading) -> float:
    """How much a reading says; the more plainly the list is laid out, the more it counts."""
    return reading.worth * _PLAIN.get(reading.grid.found_by, 1.0) * (_TABLE if reading.grid.is_table else 1.0)


def _said(row: RegisterRow) -> Iterator[Reading[object]]:
    return (reading for name in _SAID if (reading := getattr(row, name)) is not None)


def _belongs(reading: _Reading, best: _Reading) -> bool:
    """Whether another table goes on with the best: as sheets and sections of one list do."""
    return reading.grid.found_by == "heading" and (reading is best or not reading.grid.lines & best.grid.lines)


def _is_register(reading: _Reading, lines: Sequence[Line]) -> bool:
    titles = {folded(row.title.value) for row in reading.rows}
    if len(titles) < _FEWEST or not _says_enough(reading) or not _names_policies(reading, lines):
        return False
    weighed = sentences_apart(lines) if reading.grid.found_by == FOUND else lines
    taken = [line for line in weighed if line.number in reading.grid.lines]
    others = [line for line in weighed if line.number not in reading.grid.lines]
    beside = [line for line in others if line.part is Part.BODY and not is_furniture(line.text)]
    return len(beside) <= len(taken) * (1 / _MOST - 1)


def _says_enough(reading: _Reading) -> bool:
    """Whether something is said of most policies, unless the list is a table, or nothing but names."""
    if reading.grid.found_by in _NAMED or (reading.grid.found_by == "heading" and reading.grid.is_table):
        return True
    said = sum(any(True for _ in _said(row)) for row in reading.rows)
    return said * 2 >= len(reading.rows) and said >= _FEWEST - 1


def _names_policies(reading: _Reading, lines: Sequence[Line]) -> bool:
    """Whether the titles are those of policies: their heading says so, or many hold the words that policies do."""
    titles = [column for column in reading.columns if column.meaning is Meaning.TITLE]
    says = any(_says_policy(column.heading) or column.reason == AS_SAID for column in titles)
    if says and reading.grid.is_table:
        return True
    topical = sum(is_topical(row.title.value) for row in reading.rows)
    is_called = any(_says_policies(line.text) for line in lines if line.number not in reading.grid.lines)
    return topical >= _TOPICAL * len(reading.rows) * (
        1 if is_called or (says and reading.grid.found_by == "heading") else 2
    )


def _says_policy(heading: str) -> bool:
    return _policy().search(heading) is not None


def _says_policies(text: str) -> bool:
    return len(text) <= 200 and _policies().search(text) is not None  # noqa: PLR2004 - no paragraph


@cache
def _policy() -> re.Pattern[str]:
    return re.compile(r"polic(?:y|ies)|polis[iï]", re.IGNORECASE)


@cache
def _policies() -> re.Pattern[str]:
    return re.compile(
        r"policies|polis[iï]au|policy (?:schedule|register|list|review|timetable|overview)", re.IGNORECASE
    )
