"""The journal's entries: what each row looks like in its school's ledger, at which position and on whose word."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

import sqlalchemy

from policyaudit.domain.ledger import Entry, Value, canonical_bytes, commitment
from policyaudit.store.rows import Form, Row

PRIVATE: Final = "hmac-sha256:"  # before a commitment, so that nobody takes it for the text itself


@dataclass(slots=True, kw_only=True)
class Place:
    """Where one school's ledger stands: its last position, who writes to it when, and how people are called in it."""

    school_id: int
    position: int
    recorded_at: str
    actor: Row
    is_actor_known: bool
    tokens: dict[str, dict[int, str]] = field(default_factory=dict)  # by table, person or actor


@dataclass(frozen=True, slots=True)
class _Listing:
    """Which columns of a table the ledger lists, and how."""

    plain: tuple[str, ...]
    private: tuple[str, ...]
    people: tuple[tuple[str, str], ...]  # column, and the table that it points to
    key: tuple[str, ...]


def entries(form: Form, rows: Iterable[Row], place_of: Callable[[int], Place]) -> list[Row]:
    """One row of the journal for each row, in their order; each school's position moves on by as many."""
    listing = _listing(form.table)
    made = []
    for row in rows:
        place = place_of(row["school_id"])
        place.position += 1
        entry = Entry(
            school_id=place.school_id,
            position=place.position,
            kind=form.kind,
            subject=form.table.name,
            subject_id="/".join([str(row[name]) for name in listing.key]),
            values=_values(row, listing, place.tokens, form.table.name),
            claimed_on=row[form.claimed] if form.claimed else None,
            recorded_at=place.recorded_at,
            means=row.get("means"),
            by=place.actor["token"],
        )
        made.append(_journal_row(entry))
    return made


def points_to_people(table: sqlalchemy.Table) -> bool:
    """Whether a row of the table names people, so that their tokens are wanted."""
    return bool(_listing(table).people)


def _values(row: Row, listing: _Listing, tokens: Mapping[str, Mapping[int, str]], table: str) -> dict[str, Value]:
    values: dict[str, Value] = {name: row[name] for name in listing.plain}
    for name in listing.private:
        text = row[name]
        values[name] = None if text is None else PRIVATE + commitment(row["salt"], f"{table}.{name}", text)
    for name, whom in listing.people:
        number = row[name]
        values[name] = None if number is None else tokens[whom][number]
    return values


def _journal_row(entry: Entry) -> Row:
    return {
        "school_id": entry.school_id,
        "position": entry.position,
        "kind": entry.kind,
        "subject": entry.subject,
        "subject_id": entry.subject_id,
        "claimed_on": entry.claimed_on,
        "recorded_at": entry.recorded_at,
        "entry": canonical_bytes(entry),
    }


@cache
def _listing(table: sqlalchemy.Table) -> _Listing:
    listed = [column for column in table.columns if column.name != "school_id" and not column.info.get("unlisted")]
    people = tuple((column.name, column.info["person"]) for column in listed if column.info.get("person"))
    private = tuple(column.name for column in listed if column.info.get("private"))
    apart = {*private, *(name for name, _ in people)}
    plain = tuple(column.name for column in listed if column.name not in apart)
    key = tuple(column.name for column in table.primary_key.columns if column.name != "school_id")
    return _Listing(plain, private, people, key)
