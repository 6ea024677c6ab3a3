"""From a proposal that somebody has mended to their decisions: all of it, or every row that cannot be used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, cast

from policyaudit.domain.clean_text import clean
from policyaudit.domain.naming import folded
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.errors import AuditError, NothingRecorded
from policyaudit.reading.mended_report import SOURCE, MendedReport, MendedRow
from policyaudit.store.reads.mapping import Reads
from policyaudit.usecases.calendars import calendar_of
from policyaudit.usecases.field_values import FIELDS, SETTLED, refuse_as_it_stands, value_of
from policyaudit.usecases.finding import known_schools
from policyaudit.usecases.import_decisions import NEW_POLICY, Answer, Decisions, Order, Said, ValueKey
from policyaudit.usecases.import_recorded import RecordedValues
from policyaudit.usecases.import_report import ImportReport, Reported

_ORDERS: Final = ("newer", "older", "same")
_STALE: Final = "it is not among these files, or has changed since the proposal was written"
_REPORT: Final = "--report ANOTHER.xlsx"


class RowsRefused(NothingRecorded):
    """Rows of a mended proposal that cannot be used; nothing of it is recorded."""

    def __init__(self, file_name: str, refused: Sequence[str]) -> None:
        rows = "1 row" if len(refused) == 1 else f"{len(refused):,} rows"
        stale = sum(line.endswith(_STALE) for line in refused)
        steps = ["mend them, and give the file once more"] if stale < len(refused) else []
        steps += [f"delete the lines of what has changed, or write a new proposal with {_REPORT}"] if stale else []
        super().__init__(f"{file_name}: {rows} cannot be used", next_step="; ".join(steps))
        self.lines = refused


class _Refused(Exception):
    """Why one row cannot be used."""


@dataclass(frozen=True, slots=True)
class _Against:
    """What the rows are held against: the proposal as it is now, and the schools that there are."""

    reported: Mapping[str, Reported]  # by source; a copy of a text in the same folder is held already, and says less
    schools: Mapping[str, str]  # by folded name
    calendar: TermCalendar
    recorded: RecordedValues


def mended_decisions(
    reads: Reads, mended: MendedReport, report: ImportReport, *, file_name: str, school: str | None
) -> Decisions:
    """What the rows decide of this proposal. Raises `RowsRefused`.

    A document whose row was deleted is left out; nothing was said of one that never had a row.
    """
    against = _Against(
        {one.source: one for one in sorted((*report.held, *report.documents), key=lambda one: not one.is_held)},
        {folded(one.name): one.name for one in known_schools(reads)},
        calendar_of(reads, school),
        RecordedValues(reads),
    )
    rows, said = mended.rows, _Mended(against)
    refused = [f"{row.place} ({row.says('File')}): {why}" for row in rows if (why := said.refuses(row))]
    if refused:
        raise RowsRefused(file_name, refused)
    deleted = dict.fromkeys(mended.written_of & against.reported.keys() - said.answers.keys(), Answer(left_out=True))
    return Decisions(said.values, said.answers | deleted, only=frozenset(said.answers))


@dataclass(frozen=True, slots=True)
class _Mended:
    """What the rows have said so far."""

    against: _Against
    answers: dict[str, Answer] = field(default_factory=dict)
    values: dict[ValueKey, Said] = field(default_factory=dict)

    def refuses(self, row: MendedRow) -> str | None:
        """Takes a row in; gives why it cannot be used where it cannot."""
        try:
            self._take(row)
        except (_Refused, AuditError) as why:
            return str(why)
        return None

    def _take(self, row: MendedRow) -> None:
        if row.is_document:
            source, answer = row.says(SOURCE), _answer(row, self.against)
            self.answers[source] = _both(self.answers.get(source, answer), answer)
        elif (said := _said(row)) is not None:
            key = _key(row, self.against, said)
            if self.values.setdefault(key, said) != said:
                why = f"another row decides otherwise of the same {row.says('Field')}"
                raise _Refused(why)


def _both(one: Answer, other: Answer) -> Answer:
    """What two rows about copies of one text say together."""
    said = {name: (getattr(one, name), getattr(other, name)) for name in ("school", "policy", "order")}
    differ = any(first and second and first != second for first, second in said.values())
    if differ or bool(one.left_out) != bool(other.left_out):
        why = "another row decides otherwise of a copy of the same text"
        raise _Refused(why)
    left_out = other.left_out if one.left_out is None else one.left_out
    return Answer(**{name: first or second for name, (first, second) in said.items()}, left_out=left_out)


def _about(row: MendedRow, against: _Against) -> Reported:
    """What the row is about, which must be the same text as when the proposal was written."""
    reported = against.reported.get(row.says(SOURCE))
    if reported is None:
        raise _Refused(_STALE)
    return reported


def _answer(row: MendedRow, against: _Against) -> Answer:
    decision = row.says("Decision").casefold()
    if decision == "leave out":
        return Answer(left_out=True)
    if decision not in {"", "record"}:
        why = f"{row.says('Decision')!r} is no decision on a document: record or leave out"
        raise _Refused(why)
    reported = _about(row, against)
    belongs = row.says("Belongs to")
    return Answer(
        school=_school(row.says("Right school"), reported, against),
        policy=NEW_POLICY if belongs.casefold() == NEW_POLICY else belongs or None,
        order=_order(row.says("Order").casefold()),
        left_out=False if decision else None,
    )


def _school(typed: str, reported: Reported, against: _Against) -> str | None:
    """A school of the register, or the one that the text names: no other comes in by a slip of the pen."""
    if not typed:
        return None
    named = [value.value for value in reported.values if value.field == "organisation"]
    known = {folded(name): name for name in (*named, *reported.candidates)} | dict(against.schools)
    if folded(typed) not in known:
        why = f"there is no school called {typed!r}; audit school add adds one"
        raise _Refused(why)
    return known[folded(typed)]


def _order(typed: str) -> Order | None:
    if typed and typed not in _ORDERS:
        why = f"{typed!r} is no order: newer, older or same"
        raise _Refused(why)
    return cast("Order", typed) if typed else None


def _said(row: MendedRow) -> Said | None:
    """What a row says of its value; words under Correct are a correction, whether the decision says so or not."""
    decision, correct = row.says("Decision").casefold(), row.says("Correct")
    match decision, bool(correct):
        case ("", False):
            return None
        case ("" | "correct", True):
            return Said("correct", correct)
        case ("correct", False):
            why = "it is to be corrected, and nothing stands under Correct"
        case ("accept" | "skip", True):
            why = f"it says {decision}, and another value stands under Correct"
        case ("accept", _):
            return Said("accept")
        case ("skip", _):
            return Said("skip")
        case _:
            why = f"{row.says('Decision')!r} is no decision on a value: accept, correct or skip"
    raise _Refused(why)


def _key(row: MendedRow, against: _Against, said: Said) -> ValueKey:
    """The value that the row is about; its correction must be one that can be read."""
    reported = _about(row, against)
    of, read = row.says("Field").replace(" ", "_"), row.says("Value")
    values = (one.value for one in reported.values if one.field == of and clean(one.value) == read)
    value = next(values, read if reported.is_held else None)  # of what is held already nothing is kept again
    if value is None:
        why = f"the document does not say {row.says('Field')} {read!r}; what is right goes under Correct"
        raise _Refused(why)
    too_late = against.recorded.why_too_late(reported.source, reported.row, field=of, value=value, said=said)
    if reported.is_held and too_late:
        raise _Refused(too_late)
    if said.word == "correct":
        if of not in (FIELDS if reported.row is None else SETTLED):
            why = f"{row.says('Field')} is kept as it was read: accept or skip it"
            raise _Refused(why)
        value_of(of, said.value or "", calendar=against.calendar)
    if said.word == "accept":
        refuse_as_it_stands(of, value, calendar=against.calendar)
    return ValueKey(reported.source, of, value)
