"""How `audit inspect` shows a list of many policies: its columns as they were understood, then its rows."""

from collections.abc import Iterator, Sequence

from policyaudit.cli.colours import PLAIN, YELLOW
from policyaudit.cli.register_columns import COLUMNS
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import counted, paragraphs, points, sentences, short_date
from policyaudit.reading.evidence import Reading
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.register import Register, RegisterRow

_DOUBTFUL = "?"


def register_page(register: Register, *, file_name: str, document: DocumentText, terminal: Terminal) -> str:
    """The columns and why each was taken for what it is, the policies, and what to beware of."""
    parts = [
        table(COLUMNS, register.columns, terminal),
        table(_ROWS, register.rows, terminal),
        points("Not understood:", _not_understood(register.rows), terminal.width),
        points("Beware:", register.warnings, terminal.width),
        sentences(_summary(register, file_name, document), terminal.width),
    ]
    return paragraphs(parts)


def _text(reading: Reading[str] | None) -> str:
    return f"{reading.value}{_mark(reading)}" if reading else ""


def _mark(reading: Reading[object]) -> str:
    return "" if reading.is_certain else f" {_DOUBTFUL}"


def _last(row: RegisterRow) -> str:
    reading = row.last_reviewed or row.last_approved
    return f"{short_date(reading.value)}{_mark(reading)}" if reading else ""


def _next(row: RegisterRow) -> str:
    return f"{short_date(row.next_review.value)}{_mark(row.next_review)}" if row.next_review else ""


def _cycle(row: RegisterRow) -> str:
    return f"{row.frequency.value.as_written}{_mark(row.frequency)}" if row.frequency else ""


def _colour(row: RegisterRow) -> str:
    return PLAIN if _doubts(row) == 0 else YELLOW


_ROWS = (
    Column[RegisterRow]("No.", lambda row: _text(row.number), Giving.CUT, least=4),
    Column[RegisterRow]("School", lambda row: _text(row.school), Giving.CUT),
    Column[RegisterRow]("Policy", lambda row: _text(row.title), Giving.WRAP, colour=_colour, least=16, leads=True),
    Column[RegisterRow]("Approved by", lambda row: _text(row.approval), Giving.CUT),
    Column[RegisterRow]("Owner", lambda row: _text(row.owner), Giving.CUT),
    Column[RegisterRow]("Last", _last),
    Column[RegisterRow]("Next review", _next),
    Column[RegisterRow]("Cycle", _cycle, Giving.CUT, least=8),
)


def _readings(row: RegisterRow) -> Iterator[Reading[object]]:
    said = (row.title, row.number, row.version, row.approval, row.owner, row.committee, row.last_approved)
    for reading in (*said, row.last_reviewed, row.next_review, row.frequency, row.statutory, row.school):
        if reading is not None:
            yield reading


def _doubts(row: RegisterRow) -> int:
    return sum(not reading.is_certain for reading in _readings(row))


def _not_understood(rows: Sequence[RegisterRow]) -> Iterator[str]:
    for row in rows:
        for meaning, reading in row.unreadable:
            yield f"line {reading.evidence.line}, {row.title.value}: '{reading.value}' as {meaning.value}"


def _summary(register: Register, file_name: str, document: DocumentText) -> Iterator[str]:
    policies = counted(len(register.rows), "policy", "policies")
    yield f"A register of {policies} in {counted(len(document.lines), 'line')} of {file_name}."
    doubtful = sum(map(_doubts, register.rows))
    if doubtful:
        yield f"To be confirmed before it counts, marked '{_DOUBTFUL}': {counted(doubtful, 'value')}."
