"""The few kinds of column that the register knows: text, whole numbers and bytes, on SQLite and PostgreSQL alike.

Dates and times are ISO text. A partial date takes four columns, `<name>_as_written`, `_earliest`, `_latest` and
`_precision`. On PostgreSQL text is compared byte by byte (collation "C"), as SQLite does, so that both order alike.
A column's `info` says how the ledger sees it: `private` text and `person` references stand there only as keyed
commitments, `unlisted` columns not at all.
"""

from typing import Any

from sqlalchemy import (
    TEXT,
    CheckConstraint,
    Column,
    Connection,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Text,
    event,
    text,
)
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
PARTS = ("as_written", "earliest", "latest", "precision")
STRICT = {"sqlite_strict": True}
# A table that is always reached by its key, and any evidence: without a rowid there is no second key to write over.
KEYED = STRICT | {"sqlite_with_rowid": False}
PLAIN_TEXT = Text().with_variant(TEXT(collation="C"), "postgresql")
EXACTNESS = "'day', 'month', 'half-term', 'term', 'academic year', 'year'"


class Table(SQLModel):
    """Base of every table of the register."""

    metadata = MetaData(naming_convention=NAMING)


def key() -> Any:  # noqa: ANN401 - SQLModel types a column as the value it holds
    """A part of the primary key, given by the writer and never by the engine."""
    return Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))


def text_key() -> Any:  # noqa: ANN401 - as for key
    """A part of the primary key that is text."""
    return Field(sa_column=Column(PLAIN_TEXT, primary_key=True))


def a_text(*, optional: bool = False, private: bool = False, unlisted: bool = False) -> Any:  # noqa: ANN401 - as for key
    """A text; `private` says that it may name a person."""
    info = {"private": private, "unlisted": unlisted}
    return _field(Column(PLAIN_TEXT, nullable=optional, info=info), optional=optional)


def a_number(*, optional: bool = False, person: str | None = None) -> Any:  # noqa: ANN401 - as for key
    """A whole number; `person` names the table, person or actor, whose row it points to."""
    return _field(Column(Integer, nullable=optional, info={"person": person}), optional=optional)


def octets(*, optional: bool = False) -> Any:  # noqa: ANN401 - as for key
    """Bytes: a document, a salt, an entry. The ledger never lists them."""
    return _field(Column(LargeBinary, nullable=optional, info={"unlisted": True}), optional=optional)


def _field(column: Column[Any], *, optional: bool) -> Any:  # noqa: ANN401 - as for key
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def points_to(table: str, *columns: str, here: tuple[str, ...] | None = None) -> ForeignKeyConstraint:
    """A foreign key within one school: `school_id` and the named columns of `table`."""
    return ForeignKeyConstraint(
        ("school_id", *(here or columns)), [f"{table}.{name}" for name in ("school_id", *columns)]
    )


def of_school() -> ForeignKeyConstraint:
    """The foreign key to the school itself."""
    return ForeignKeyConstraint(("school_id",), ["school.school_id"])


def one_of(column: str, *words: str) -> CheckConstraint:
    """The column holds one of these words, or nothing where it may."""
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def is_day(column: str) -> CheckConstraint:
    """The column holds an ISO day, or nothing where it may."""
    return CheckConstraint(f"{column} LIKE '____-__-__'", name=column)


def is_partial_date(name: str) -> CheckConstraint:
    """The four columns of a partial date: all empty or all filled, in order, with a known precision."""
    written, earliest, latest, precision = (f"{name}_{part}" for part in PARTS)
    empty = f"{written} IS NULL AND {earliest} IS NULL AND {latest} IS NULL AND {precision} IS NULL"
    filled = (
        f"{written} IS NOT NULL AND {earliest} LIKE '____-__-__' AND {latest} LIKE '____-__-__'"
        f" AND {earliest} <= {latest} AND {precision} IN ({EXACTNESS})"
    )
    return CheckConstraint(f"({empty}) OR ({filled})", name=name)


def partial_index(name: str, *columns: str, where: str) -> Index:
    """An index of some of the rows, on both engines."""
    index = Index(name, *columns, sqlite_where=text(where))

    @event.listens_for(Table.metadata, "before_create")
    def as_well_on_postgresql(_: MetaData, connection: Connection, **__: object) -> None:
        # To name it beforehand loads PostgreSQL's dialect, 20 ms of every command that records.
        if connection.dialect.name == "postgresql":
            index.dialect_options["postgresql"]["where"] = text(where)

    return index
