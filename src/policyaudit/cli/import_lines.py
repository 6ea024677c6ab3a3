"""An import as a sheet: a line for each document, each list of policies and each of its rows."""

from collections.abc import Iterator
from typing import NamedTuple

from policyaudit.usecases.import_plan import Asks
from policyaudit.usecases.import_proposal import ImportProposal, ProposedDocument
from policyaudit.usecases.import_proposed import Proposed
from policyaudit.usecases.import_register import ProposedRegister, ProposedRow
from policyaudit.usecases.import_values import ProposedValue, next_review_in

_LIST = "list of policies"


class ImportLine(NamedTuple):
    """One line of the sheet: a document, which has no row, a row, or a list of policies with what to beware of in it.

    `source` is the SHA-256 of the file.
    """

    file_name: str
    outcome: str
    school: str | None = None
    title: str | None = None
    version: str | None = None
    next_review: str | None = None
    question: str | None = None
    next_step: str | None = None
    asks: Asks | None = None
    candidates: tuple[str, ...] = ()
    resembles: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    source: str | None = None
    sheet: str | None = None
    row: int | None = None
    listed_as: str | None = None


def import_lines(proposal: ImportProposal) -> tuple[ImportLine, ...]:
    """The documents in the order in which they were read, then each list of policies with its rows."""
    rows = (line for register in proposal.registers for line in _of_register(register))
    return (*map(_of_document, proposal.documents), *rows)


def _of_document(one: ProposedDocument) -> ImportLine:
    line = ImportLine(one.file_name, one.outcome, title=one.title, version=one.version, source=one.source)
    return _proposed(line._replace(warnings=one.warnings), one)


def _of_register(register: ProposedRegister) -> Iterator[ImportLine]:
    yield ImportLine(register.file_name, _LIST, warnings=(*register.warnings, *register.untitled))
    yield from map(_of_row, register.rows)


def _of_row(one: ProposedRow) -> ImportLine:
    line = ImportLine(one.file_name, one.outcome, title=one.title, source=one.source.partition(":")[0])
    return _proposed(line._replace(sheet=one.sheet, row=one.row, listed_as=one.listed_as), one)


def _proposed(line: ImportLine, one: Proposed) -> ImportLine:
    """The line with what documents and rows have in common."""
    return line._replace(
        school=one.school,
        next_review=next_review_in(one.values),
        question=one.question,
        next_step=one.next_step,
        asks=one.asks,
        candidates=one.candidates,
        resembles=tuple(each.title for each in one.resembles),
        values=tuple(map(_value, one.values)),
    )


def _value(value: ProposedValue) -> str:
    """The value by the name of its field: next_review: June 2027 (to confirm)."""
    return f"{value.field}: {value.counted_as}{'' if value.counts else ' (to confirm)'}"
