"""What one row of a register says, value by value, each with its cell: sheet Policies, row 7, column Next review."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from policyaudit.domain.clean_text import clean
from policyaudit.domain.naming import folded
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.cycles import why_ambiguous
from policyaudit.reading.dates import why_unreadable
from policyaudit.reading.evidence import Reading
from policyaudit.reading.lines import DocumentText, Line, Part
from policyaudit.reading.register import Meaning, RegisterRow
from policyaudit.reading.register_kinds import Kind, kind_of
from policyaudit.usecases.field_values import DATES, value_of
from policyaudit.usecases.import_decisions import Decisions, ValueKey
from policyaudit.usecases.import_register_facts import Value, body_named
from policyaudit.usecases.import_values import ProposedValue, in_words

# The field of a policy that each column fills, in the order in which the values are shown and kept.
FIELDS: Final = {
    Meaning.TITLE: "title",
    Meaning.NUMBER: "policy_number",
    Meaning.VERSION: "version",
    Meaning.OWNER: "responsible_officer",
    Meaning.COMMITTEE: "responsible_committee",
    Meaning.APPROVAL: "approved_by",
    Meaning.LAST_APPROVED: "approved_on",
    Meaning.LAST_REVIEWED: "last_reviewed",
    Meaning.NEXT_REVIEW: "next_review",
    Meaning.FREQUENCY: "review_frequency",
    Meaning.STATUTORY: "statutory",
}
BEFORE_THE_LAST: Final = "it lies before the last review"
_NAMES: Final = {meaning: meaning.value.replace(" ", "_") for meaning in FIELDS}
_FEWEST_COUNTED: Final = 3  # rows that a running number needs to be known as one
_LONGEST_CELL: Final = 300
_LONGEST_NAME: Final = 80  # of a sheet or a heading


@dataclass(frozen=True, slots=True)
class RowValue:
    """One value of a row: what it says, None where that is not understood, and how it is shown and kept.

    `is_ruled` tells that somebody has spoken of this very value, while it was proposed.
    """

    said: Value | bool | None
    proposed: ProposedValue
    is_ruled: bool = False

    @property
    def field(self) -> str:
        """The field of the policy."""
        return self.proposed.field

    @property
    def counts(self) -> bool:
        """Whether it counts without anybody's word."""
        return self.proposed.counts

    def waiting(self, why: str | None = None, *, held: str | None = None) -> "RowValue":
        """The same value, waiting for somebody's word: why, and what counts meanwhile."""
        reason = f"{self.proposed.reason}; {why}" if why else self.proposed.reason
        others = (held,) if held is not None else ()
        shown = replace(
            self.proposed, counts=False, reason=reason, others=others, settled=None, corrected_to=None, held=held
        )
        return replace(self, proposed=shown, is_ruled=False)


class Cells:
    """The cells of a list, by the numbers of its lines, and which of its numbers tell one policy from another."""

    def __init__(self, text: DocumentText, rows: Sequence[RegisterRow]) -> None:
        self._lines = {line.number: line for line in text.lines}
        self._is_counted = _only_counts(rows)
        self._numbers = Counter(_numbered(row) for row in rows)

    def number_of(self, row: RegisterRow) -> str | None:
        """The number by which the row's policy is known: certain, no running number, and no other row's."""
        if row.number is None or not row.number.is_certain or self._is_counted or self._numbers[_numbered(row)] > 1:
            return None
        return row.number.value

    def line_of(self, row: RegisterRow) -> Line:
        """The line on which a row's title stands."""
        return self._lines[row.title.evidence.line]

    def place_of(self, row: RegisterRow) -> str:
        """Where the row's title stands, as it is kept."""
        at = row.title.evidence
        return _place(self._lines.get(at.line), at.part, at.column)

    def untitled(self, rows: Sequence[RegisterRow]) -> Iterator[str]:
        """Rows of a sheet, below the first that names a policy, that say something and name none."""
        first = self.line_of(rows[0])
        place = first.cells.index(rows[0].title.evidence.text) if rows[0].title.evidence.text in first.cells else 0
        for line in self._lines.values():
            said = [clean(cell) for cell in line.cells if cell.strip()]
            is_below = line.sheet_row is not None and line.sheet == first.sheet and line.number > first.number
            if is_below and len(said) > 1 and not line.cells[place : place + 1][0].strip():
                told = clean("; ".join(said), limit=_LONGEST_NAME)
                yield f"{_sheet(line)}, row {line.sheet_row}: {told}"

    def values(self, row: RegisterRow) -> Iterator[RowValue]:
        """What the row says, in the order of the fields; a running number of the list says nothing."""
        unreadable = dict(row.unreadable)
        for meaning in FIELDS:
            field = _field_of(meaning, row)
            reading: Reading[Value | bool] | None = getattr(row, _NAMES[meaning])
            if reading is not None:
                yield from self._read(row, field, reading)
            elif meaning in unreadable:
                cell = unreadable[meaning]
                shown = self._proposed(field, clean(cell.value, limit=_LONGEST_CELL), cell, counts=False)
                yield RowValue(None, shown).waiting(_why_unreadable(field, cell.value))

    def _read(self, row: RegisterRow, field: str, reading: "Reading[Value | bool]") -> Iterator[RowValue]:
        if field == "policy_number" and self._is_counted:
            return
        shown = self._proposed(field, in_words(reading.value), reading, counts=reading.is_certain)
        value, why = RowValue(reading.value, shown), self._why_doubted(row, field)
        yield value.waiting(why) if why else value

    def _why_doubted(self, row: RegisterRow, field: str) -> str | None:
        """Why a value that can be read well waits all the same."""
        if field == "policy_number" and self._numbers[_numbered(row)] > 1:
            return "other rows have the same number"
        if field == "next_review" and _is_before_last(row):
            return BEFORE_THE_LAST
        if field == "responsible_committee" and row.committee and kind_of(row.committee.value) is Kind.POST:
            return "it names a post and no committee"
        return None

    def _proposed(
        self, field: str, words: str, reading: "Reading[str] | Reading[Value | bool]", *, counts: bool
    ) -> ProposedValue:
        at = reading.evidence
        line = self._lines.get(at.line)
        return ProposedValue(
            field,
            words,
            round(reading.confidence * 100),
            line.sheet_row if line and line.sheet_row else at.line,
            at.page,
            _place(line, at.part, at.column),
            at.text,
            at.reason,
            counts=counts,
        )


def decided(
    values: Iterator[RowValue], source: str, decisions: Decisions, calendar: TermCalendar
) -> Iterator[RowValue]:
    """The values as somebody decided of them: accepted and corrected ones count, a skipped one waits.

    A row without its title would be none.
    """
    for value in values:
        shown = value.proposed
        said = decisions.said(source, shown.field, shown.value, shown.confidence / 100)
        if said is None or (shown.field == "title" and said.word == "skip"):
            yield value
        elif said.word == "skip":
            yield value.waiting()
        elif value.counts and ValueKey(source, shown.field, shown.value) not in decisions.values:
            yield value  # all that is so sure was accepted, which it is already
        else:
            accepted = _accepted(value, said.value if said.word == "correct" else None, calendar)
            yield replace(accepted, is_ruled=ValueKey(source, shown.field, shown.value) in decisions.values)


def _accepted(value: RowValue, instead: str | None, calendar: TermCalendar) -> RowValue:
    """Raises what refuses the words: `NotADate`, `NotACycle`, `NotKept`."""
    shown = value.proposed
    said = value_of(shown.field, shown.value if instead is None else instead, calendar=calendar)
    is_same = in_words(said) == shown.value
    return RowValue(
        said,
        replace(
            shown,
            counts=True,
            settled="confirmed" if is_same else "corrected",
            corrected_to=None if is_same else in_words(said),
        ),
    )


def _only_counts(rows: Sequence[RegisterRow]) -> bool:
    """Whether the numbers of a list only count its rows."""
    numbers = [row.number.value.strip(" .)#") for row in rows if row.number is not None]
    return len(numbers) >= _FEWEST_COUNTED and numbers == [str(place) for place in range(1, len(numbers) + 1)]


def _numbered(row: RegisterRow) -> tuple[str, str]:
    """The row's school and number: each school may count for itself."""
    return folded(row.school.value) if row.school else "", folded(row.number.value) if row.number else ""


def _why_unreadable(field: str, text: str) -> str:
    """Why a cell is not understood, in words."""
    if field == "review_frequency":
        return why_ambiguous(text) or "it does not say how often"
    return why_unreadable(text) if field in DATES else "it is not understood"


def _field_of(meaning: Meaning, row: RegisterRow) -> str:
    """The field that a column fills; a body that approves, and no time when it did, is the policy's committee."""
    if meaning is Meaning.APPROVAL and row.approval and row.committee is None and row.last_approved is None:
        return "responsible_committee" if body_named(row.approval.value) else FIELDS[meaning]
    return FIELDS[meaning]


def _is_before_last(row: RegisterRow) -> bool:
    return (
        row.next_review is not None
        and row.last_reviewed is not None
        and lies_before(row.next_review.value, row.last_reviewed.value)
    )


def lies_before(one: PartialDate, other: PartialDate) -> bool:
    """Whether a date surely lies before another."""
    return one.latest < other.earliest


def _sheet(line: Line) -> str:
    """The sheet of a row; that of a CSV file has no name."""
    return f"sheet {clean(line.sheet or '', limit=_LONGEST_NAME)}".strip()


def _place(line: Line | None, part: Part, column: str | None) -> str:
    """Where a value stands, its row aside: sheet Policies, column Next review."""
    where = [_sheet(line)] if line and line.sheet_row is not None else []
    where += [part.value] if not where and part is not Part.BODY else []
    where += [f"column {clean(column, limit=_LONGEST_NAME)}"] if column else []
    return ", ".join(where) or Part.BODY.value
