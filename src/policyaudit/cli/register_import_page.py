"""How a register that is imported looks on a terminal: what it comes to, its columns, the rows that need a person."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policyaudit.cli.colours import YELLOW
from policyaudit.cli.facts import listed
from policyaudit.cli.field_words import field_words
from policyaudit.cli.register_columns import columns_told
from policyaudit.cli.table import Column, Giving
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import counted, paragraphs, points, sentences
from policyaudit.domain.clean_text import clean
from policyaudit.domain.naming import title_key
from policyaudit.usecases.import_likeness import resembles_words
from policyaudit.usecases.import_register import NEWS, ProposedRegister, ProposedRow, RowOutcome
from policyaudit.usecases.import_values import ProposedValue

_OUTCOMES = {
    RowOutcome.NEW_POLICY: ("new policy", "new policies"),
    RowOutcome.COMPLETED: ("completed", "completed"),
    RowOutcome.CONTRADICTION: ("contradiction", "contradictions"),
    RowOutcome.HELD: ("held already", "held already"),
    RowOutcome.QUESTION: ("question", "questions"),
    RowOutcome.LEFT_OUT: ("left out", "left out"),
    RowOutcome.LEFT_OUT_BEFORE: ("left out before", "left out before"),
    RowOutcome.SKIPPED: ("skipped", "skipped"),
}
APART = (RowOutcome.QUESTION, RowOutcome.SKIPPED)
_FEW = 12  # so many rows are listed one by one
_SHOWN = 20  # of many rows of one kind, so many are named


class Waiting(NamedTuple):
    """A value that waits, and the row in which it stands."""

    row: ProposedRow
    value: ProposedValue


def is_known(register: ProposedRegister) -> bool:
    """Whether there is nothing new in a list, and nothing to ask of it: all that was told when it was recorded."""
    return not register.has_news and not register.count(RowOutcome.QUESTION)


def _is_repeated(register: ProposedRegister) -> bool:
    """Whether the list was imported before, and only questions are left."""
    return not register.has_news and bool(register.count(RowOutcome.HELD))


def register_page(register: ProposedRegister, terminal: Terminal, *, recorded: bool, full: bool) -> str:
    """One register: how many rows end how, its columns as understood, and first the rows that need a person."""
    several = len({row.sheet for row in register.rows}) > 1
    news = [row for row in register.rows if row.outcome in NEWS]
    is_listed = full or (not recorded and len(news) <= _FEW)
    return paragraphs(
        [
            sentences([register_head(register)], terminal.width),
            *_questions(register.rows, terminal.width),
            ""
            if recorded or (_is_repeated(register) and not full)
            else columns_told(register.columns, terminal, full=full),
            points("Beware:", register.warnings, terminal.width),
            points("Rows that name no policy, not read:", register.untitled, terminal.width),
            _resemblances(register.rows, terminal.width),
            "" if recorded else _contradictions(register.rows, terminal, several=several),
            "" if recorded else _doubts(register.rows, terminal, several=several),
            listed("What its rows say:", _rows(several=several), news if is_listed else (), terminal),
        ]
    )


def register_listed(register: ProposedRegister) -> dict[str, object]:
    """One register for other programs: its columns, and each row by the names of the contract."""
    return {
        "file": register.file_name,
        "columns": register.columns,
        "rows": tuple(map(_listed, register.rows)),
        "untitled": register.untitled,
        "warnings": register.warnings,
    }


def _listed(row: ProposedRow) -> dict[str, object]:
    return {
        "sheet": row.sheet,
        "row": row.row,
        "outcome": row.outcome,
        "school": row.school,
        "title": row.title,
        "listed_as": row.listed_as,
        "question": row.question,
        "next_step": row.next_step,
        "candidates": row.candidates,
        "resembles": row.resembles,
        "values": row.values,
    }


def register_head(register: ProposedRegister) -> str:
    """The list, how many rows it has, and how many of them end how."""
    told = [counted(count, *words) for outcome, words in _OUTCOMES.items() if (count := register.count(outcome))]
    rows = counted(len(register.rows), "row")
    return f"{register.file_name}: {rows}: {', '.join(told)}."


def _questions(rows: Sequence[ProposedRow], width: int) -> Iterator[str]:
    """What somebody has to say before a row can be recorded; the same question of many rows once."""
    asked: dict[str, list[ProposedRow]] = {}
    for row in rows:
        if row.question is not None:
            asked.setdefault(row.question, []).append(row)
    yield points("Questions, not recorded:", (f"{_named(same)}: {said}" for said, same in asked.items()), width)
    yield sentences(dict.fromkeys(f"{row.next_step}." for row in rows if row.next_step), width)


def _named(rows: Sequence[ProposedRow]) -> str:
    """The rows by number and title; the first few where there are many."""
    told = [f"row {row.row} ({row.listed_as})" for row in rows[:_FEW]]
    more = [f"and {counted(len(rows) - _FEW, 'other row')}"] if len(rows) > _FEW else []
    return ", ".join([*told, *more])


def _resemblances(rows: Sequence[ProposedRow], width: int) -> str:
    """New policies whose titles resemble others: they may be the same under another name."""
    told = (f"row {row.row}: {row.title} resembles {resembles_words(row.resembles)}" for row in rows if row.resembles)
    return points("New, unless they are policies that are there:", told, width)


def _contradictions(rows: Sequence[ProposedRow], terminal: Terminal, *, several: bool) -> str:
    """What is held, which counts, beside what the list says, which waits."""
    found = [Waiting(row, value) for row in rows for value in row.contradictions]
    columns = (
        *_where(several=several),
        Column[Waiting]("Value", lambda one: field_words(one.value.field)),
        Column[Waiting]("Held, and counts", lambda one: "; ".join(one.value.others), Giving.WRAP),
        Column[Waiting]("The list says", lambda one: one.value.value, Giving.WRAP, colour=lambda _: YELLOW),
    )
    heading = "The list contradicts what is held; what it says waits to be confirmed:"
    return listed(heading, columns, found, terminal)


def _doubts(rows: Sequence[ProposedRow], terminal: Terminal, *, several: bool) -> str:
    """Values that count once somebody confirms them, and why they wait."""
    found = [Waiting(row, value) for row in rows for value in row.waiting if not value.others]
    columns = (
        *_where(several=several),
        Column[Waiting]("Value", lambda one: field_words(one.value.field)),
        Column[Waiting]("Read as", lambda one: one.value.value, Giving.WRAP, colour=lambda _: YELLOW),
        Column[Waiting]("Because", _why, Giving.WRAP),
    )
    heading = f"Doubtful, and to be confirmed before it counts: {counted(len(found), 'value')}"
    shown = found[:_SHOWN]
    more = f"\n... and {counted(len(found) - _SHOWN, 'other value')}" if len(found) > _SHOWN else ""
    return f"{listed(heading, columns, shown, terminal)}{more}"


def _why(one: Waiting) -> str:
    """Why a value waits: what speaks against it, else how sure it is."""
    _, _, against = one.value.reason.partition("; ")
    return against or f"{one.value.confidence} % sure"


def _where(*, several: bool) -> tuple[Column[Waiting], ...]:
    """The row and its policy, with its sheet where there are several."""
    return (
        Column("Row", lambda one: _row(one.row, several=several), right=not several, once=True),
        Column("Policy", lambda one: one.row.title, Giving.CUT, least=24, once=True, leads=True),
    )


def _row(row: ProposedRow, *, several: bool) -> str:
    return f"{clean(row.sheet, limit=12)} {row.row}" if several and row.sheet else str(row.row)


def _rows(*, several: bool) -> tuple[Column[ProposedRow], ...]:
    """What is recorded of each row, in one line."""
    return (
        Column("Row", lambda row: _row(row, several=several), right=not several),
        Column("Policy", _policy, Giving.CUT, least=16, leads=True),
        Column("Outcome", lambda row: row.outcome.value),
        Column("Responsible", lambda row: _said(row, "responsible_officer"), Giving.CUT),
        Column("Next review", lambda row: _said(row, "next_review")),
        Column("Waits", lambda row: str(len(row.waiting) or ""), right=True, colour=lambda _: YELLOW),
    )


def _policy(row: ProposedRow) -> str:
    is_same = title_key(row.listed_as) == title_key(row.title)
    return row.title if is_same else f"{row.title} (listed as {row.listed_as})"


def _said(row: ProposedRow, field: str) -> str:
    return next((value.counted_as for value in row.values if value.field == field and value.counts), "")
