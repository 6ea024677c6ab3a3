"""The words that the revisions in db/migrations are written in: columns, their checks, and the guards of evidence.

A released revision is never edited, so neither is a word that one uses: what is to differ gets a new word.
"""

from alembic import op
from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Integer, LargeBinary, PrimaryKeyConstraint, Text
from sqlalchemy.dialects.postgresql import TEXT

PARTS = ("as_written", "earliest", "latest", "precision")
EXACTNESS = "'day', 'month', 'half-term', 'term', 'academic year', 'year'"
STRICT = {"sqlite_strict": True}
KEYED = {"sqlite_strict": True, "sqlite_with_rowid": False}


def number(name: str, *, optional: bool = False) -> Column[int]:
    """A column of whole numbers."""
    return Column(name, Integer, nullable=optional, autoincrement=False)


def text(name: str, *, optional: bool = False) -> Column[str]:
    """A column of text, compared byte by byte on both engines."""
    return Column(name, Text().with_variant(TEXT(collation="C"), "postgresql"), nullable=optional)


def octets(name: str, *, optional: bool = False) -> Column[bytes]:
    """A column of bytes."""
    return Column(name, LargeBinary, nullable=optional)


def partial_date(name: str) -> list[Column[str]]:
    """The four columns of a partial date."""
    return [text(f"{name}_{part}", optional=True) for part in PARTS]


def keyed_by(table: str, *columns: str) -> PrimaryKeyConstraint:
    """The primary key: the school first, then these columns."""
    return PrimaryKeyConstraint("school_id", *columns, name=f"pk_{table}")


def of_school(table: str) -> ForeignKeyConstraint:
    """The school that a row belongs to."""
    return ForeignKeyConstraint(["school_id"], ["school.school_id"], name=f"fk_{table}_school_id")


def points_to(table: str, other: str, column: str, *, here: str | None = None) -> ForeignKeyConstraint:
    """A row of another table in the same school, by its key `column`; `here` where ours is called differently."""
    ours = here or column
    return ForeignKeyConstraint(
        ["school_id", ours], [f"{other}.school_id", f"{other}.{column}"], name=f"fk_{table}_school_id_{ours}"
    )


def checked(table: str, name: str, rule: str) -> CheckConstraint:
    """A rule that every row keeps."""
    return CheckConstraint(rule, name=f"ck_{table}_{name}")


def one_of(table: str, column: str, *words: str) -> CheckConstraint:
    """The column holds one of these words, or nothing where it may."""
    return checked(table, column, f"{column} IN ({', '.join(repr(word) for word in words)})")


def is_day(table: str, column: str) -> CheckConstraint:
    """The column holds an ISO day, or nothing where it may."""
    return checked(table, column, f"{column} LIKE '____-__-__'")


def is_partial_date(table: str, name: str) -> CheckConstraint:
    """The four columns of a partial date: all empty or all filled, in order, with a known precision."""
    written, earliest, latest, precision = (f"{name}_{part}" for part in PARTS)
    empty = f"{written} IS NULL AND {earliest} IS NULL AND {latest} IS NULL AND {precision} IS NULL"
    filled = (
        f"{written} IS NOT NULL AND {earliest} LIKE '____-__-__' AND {latest} LIKE '____-__-__'"
        f" AND {earliest} <= {latest} AND {precision} IN ({EXACTNESS})"
    )
    return checked(table, name, f"({empty}) OR ({filled})")


def guard(table: str, *keys: tuple[str, ...]) -> None:
    """Refuse to change or delete a row of this evidence, or to write one over another that has one of its keys.

    Without the last, INSERT OR REPLACE would get past the first two. After batch mode a revision calls this again.
    """
    taken = " OR ".join(_exists(table, key) for key in keys)
    refused = f"what stands in {table} is evidence: it is only ever added to"
    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _sqlite_guards(table, taken, refused) if sqlite else _postgresql_guards(table, taken, refused):
        op.get_bind().exec_driver_sql(statement)


def _exists(table: str, key: tuple[str, ...]) -> str:
    same = " AND ".join(f"{column} = NEW.{column}" for column in key)
    return f"EXISTS (SELECT 1 FROM {table} WHERE {same})"


def _sqlite_guards(table: str, taken: str, refused: str) -> list[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{refused}'); END"
    return [
        f"CREATE TRIGGER {table}_keeps BEFORE UPDATE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_stays BEFORE DELETE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_adds BEFORE INSERT ON {table} WHEN {taken} {refuse}",
    ]


def _postgresql_guards(table: str, taken: str, refused: str) -> list[str]:
    raised = f"RAISE EXCEPTION '{refused}' USING ERRCODE = 'integrity_constraint_violation'"
    add = f"BEGIN IF {taken} THEN {raised}; END IF; RETURN NEW; END"
    refuse = f"EXECUTE FUNCTION {table}_refuse()"
    return [
        f"CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {raised}; END $$",
        f"CREATE OR REPLACE FUNCTION {table}_add() RETURNS trigger LANGUAGE plpgsql AS $$ {add} $$",
        f"CREATE OR REPLACE TRIGGER {table}_keeps BEFORE UPDATE ON {table} FOR EACH ROW {refuse}",
        f"CREATE OR REPLACE TRIGGER {table}_stays BEFORE DELETE ON {table} FOR EACH ROW {refuse}",
        f"CREATE OR REPLACE TRIGGER {table}_whole BEFORE TRUNCATE ON {table} FOR EACH STATEMENT {refuse}",
        f"CREATE OR REPLACE TRIGGER {table}_adds BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_add()",
    ]
