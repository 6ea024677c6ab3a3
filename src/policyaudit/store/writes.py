"""The one way of writing: changes become rows, and with each row goes its journal entry, in the same transaction."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import groupby, islice
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, insert, select, update

from policyaudit.domain.changes import ActorAdded, Change, NoteWritten, SchoolAdded
from policyaudit.domain.ledger import SALT_LENGTH, commitment
from policyaudit.store.journal import Place, entries, points_to_people
from policyaudit.store.refusals import ClockTurnedBack, NothingToChange
from policyaudit.store.rows import EDITS, SETS, Form, Row, form_of
from policyaudit.store.tables import METADATA
from policyaudit.store.writing_engine import reader, writing

BATCH: Final = 10_000  # rows that are held in memory at once
# So much may pass between a command's start and its turn to write, or lie between the clocks of two computers.
SLACK: Final = timedelta(minutes=5)
JOURNAL: Final = METADATA.tables["journal"]


def random_salt() -> bytes:
    """A salt that nobody can guess."""
    return os.urandom(SALT_LENGTH)


@contextmanager
def transaction(
    target: str, *, by: str, at: datetime, salt: Callable[[], bytes] | None, patience: float
) -> Iterator["Writer"]:
    """A transaction in which all is recorded or nothing."""
    with writing(target, patience=patience) as connection:
        yield Writer(connection, by=by, at=at, salt=salt or random_salt)


class Writer:
    """Whoever records something, at one moment, in one transaction."""

    def __init__(self, connection: Connection, *, by: str, at: datetime, salt: Callable[[], bytes]) -> None:
        self.by = by
        self.at = at
        self._recorded_at = _moment(at)
        self._salt = salt
        self._connection = connection
        self._read = reader(connection)
        self._places: dict[int, Place] = {}
        self._last_ids: dict[tuple[int, str], int] = {}

    def rows(self, sql: str, **values: object) -> list[tuple[Any, ...]]:
        """The rows that one statement gives, what this transaction has already written included."""
        return self._read(sql, values)

    def goes_on(self, *, by: str, at: datetime) -> None:
        """From here on somebody else records, or at a later moment, in the same transaction.

        For a register that is brought over with its history; raises `ClockTurnedBack` for an earlier moment.
        """
        stamp = _moment(at)
        if stamp < self._recorded_at:
            raise ClockTurnedBack(now=stamp, last=self._recorded_at)
        self.by, self.at, self._recorded_at = by, at, stamp
        self._places.clear()

    def new_id(self, school_id: int, table: str) -> int:
        """The number of that school's next row in a table; a school's own number does not ask for one."""
        whose = 0 if table == "school" else school_id
        last = self._last_ids.get((whose, table))
        if last is None:
            last = self._highest_id(whose, table)
        self._last_ids[whose, table] = last + 1
        return last + 1

    def _highest_id(self, school_id: int, table: str) -> int:
        *_, column = METADATA.tables[table].primary_key.columns.keys()
        own = "" if table == "school" else " WHERE school_id = :school_id"
        return int(self.rows(f"SELECT COALESCE(MAX({column}), 0) FROM {table}{own}", school_id=school_id)[0][0])

    def note(self, school_id: int, text: str | None) -> int | None:
        """Write a remark down and return its number; None where there is nothing to remark."""
        if not text:
            return None
        note_id = self.new_id(school_id, "note")
        self.apply([NoteWritten(school_id=school_id, note_id=note_id, content=text)])
        return note_id

    def apply(self, changes: Iterable[Change]) -> int:
        """Write each change and its journal entry, in order; the position that the last one's school has reached.

        Nothing to apply is position 0.
        """
        position = 0
        for kind, run in groupby(changes, key=type):
            while batch := list(islice(run, BATCH)):
                self._apply_alike(kind, batch)
                position = self._places[batch[-1].school_id].position
        return position

    def _apply_alike(self, kind: type[Change], batch: Sequence[Change]) -> None:
        form = form_of(kind)
        places = [self._place(school_id) for school_id in dict.fromkeys(change.school_id for change in batch)]
        if kind is not SchoolAdded:  # a new school stands before whoever enters it
            self._introduce(places)
        self._enter(form, self._write(kind, form, batch))
        self._introduce(places)

    def _place(self, school_id: int) -> Place:
        if school_id not in self._places:
            self._places[school_id] = self._find_place(school_id)
        return self._places[school_id]

    def _find_place(self, school_id: int) -> Place:
        last = self.rows(
            "SELECT position, recorded_at FROM journal WHERE school_id = :school_id ORDER BY position DESC LIMIT 1",
            school_id=school_id,
        )
        position, last_at = last[0] if last else (0, "")
        actor = self._known_actor(school_id)
        return Place(
            school_id=school_id,
            position=position,
            recorded_at=self._after(last_at),
            actor=actor or self._new_actor(school_id),
            is_actor_known=actor is not None,
        )

    def _after(self, last_at: str) -> str:
        """When this is recorded: never before the last entry, which somebody else may have written meanwhile."""
        if self._recorded_at >= last_at:
            return self._recorded_at
        if datetime.fromisoformat(last_at) - self.at > SLACK:
            raise ClockTurnedBack(now=self._recorded_at, last=last_at)
        return last_at

    def _known_actor(self, school_id: int) -> Row | None:
        sql = "SELECT actor_id, token FROM actor WHERE school_id = :school_id AND name = :name"
        return next(
            (
                {"actor_id": number, "token": token}
                for number, token in self.rows(sql, school_id=school_id, name=self.by)
            ),
            None,
        )

    def _new_actor(self, school_id: int) -> Row:
        form = form_of(ActorAdded)
        actor_id = self.new_id(school_id, "actor")
        return self._salted(form, form.row(ActorAdded(school_id=school_id, actor_id=actor_id, name=self.by)))

    def _introduce(self, places: Iterable[Place]) -> None:
        """Enter whoever records, with an entry of their own, where a school does not know them yet."""
        for place in places:
            if not place.is_actor_known:
                place.is_actor_known = True
                form = form_of(ActorAdded)
                self._connection.execute(insert(form.table), [place.actor])
                place.tokens.pop("actor", None)
                self._enter(form, [place.actor])

    def _write(self, kind: type[Change], form: Form, batch: Sequence[Change]) -> list[Row]:
        rows = [form.row(change) for change in batch]
        if kind in EDITS:
            return [self._edited(form, row) for row in rows]
        if kind in SETS:
            return [self._set(form, row) for row in rows]
        return self._added(form, rows)

    def _added(self, form: Form, rows: list[Row]) -> list[Row]:
        if form.is_salted:
            rows = [self._salted(form, row) for row in rows]
        if form.is_tokened:
            for row in rows:
                self._place(row["school_id"]).tokens.pop(form.table.name, None)
        for row in rows:
            self._stamp(form, row)
        self._connection.execute(insert(form.table), rows)
        return rows

    def _stamp(self, form: Form, row: Row) -> None:
        """Say in the row by whom it was recorded, issued or settled and when, where it has room for that."""
        if form.stamp:
            place = self._place(row["school_id"])
            row[f"{form.stamp}_by"] = place.actor["actor_id"]
            row[f"{form.stamp}_at"] = place.recorded_at

    def _salted(self, form: Form, row: Row) -> Row:
        salt = self._salt()
        if not form.is_tokened:
            return row | {"salt": salt}
        name = form.table.name
        return row | {"salt": salt, "token": commitment(salt, name, f"{row['school_id']}/{row[f'{name}_id']}")}

    def _set(self, form: Form, row: Row) -> Row:
        is_there = self._connection.execute(select(form.table).where(_same_key(form, row))).first()
        return self._edited(form, row) if is_there else self._added(form, [row])[0]

    def _edited(self, form: Form, row: Row) -> Row:
        """The whole row as it is after the change, which may name only some of its columns."""
        same = _same_key(form, row)
        self._stamp(form, row)
        if self._connection.execute(update(form.table).where(same).values(row)).rowcount == 0:
            raise NothingToChange(form.table.name.replace("_", " "))
        return dict(self._connection.execute(select(form.table).where(same)).mappings().one())

    def _enter(self, form: Form, rows: list[Row]) -> None:
        """Write the rows' journal entries."""
        if points_to_people(form.table):
            for school_id in {row["school_id"] for row in rows}:
                self._learn_tokens(self._place(school_id))
        self._connection.execute(insert(JOURNAL), entries(form, rows, self._place))

    def _learn_tokens(self, place: Place) -> None:
        """What everybody in a school is called in its ledger, where that is not known already."""
        for whom in ("person", "actor"):
            if whom not in place.tokens:
                sql = f"SELECT {whom}_id, token FROM {whom} WHERE school_id = :school_id"
                place.tokens[whom] = dict(self.rows(sql, school_id=place.school_id))


def _moment(at: datetime) -> str:
    """The moment in UTC, to the microsecond."""
    if at.tzinfo is None:
        message = "a moment without its zone cannot be recorded"
        raise ValueError(message)
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _same_key(form: Form, row: Row) -> ColumnElement[bool]:
    return and_(*(column == row[column.name] for column in form.table.primary_key.columns))
