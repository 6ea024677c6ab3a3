"""SQLAlchemy's way into the register, for writing and migrating, over connections that our own modules open."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event

from policyaudit.errors import AuditError
from policyaudit.store import sqlite
from policyaudit.store.revision import APPLICATION_ID
from policyaudit.store.target import is_on_server

Read = Callable[[str, Mapping[str, Any]], list[tuple[Any, ...]]]
Refusal = Callable[[BaseException, str], AuditError | None]


@contextmanager
def writing(target: str, *, patience: float, foreign_keys: bool = True) -> Iterator[Connection]:
    """One transaction that holds the register's write lock from its first moment, committed if the block ends well.

    SQLite can only rebuild a table that others point to while `foreign_keys` are off; PostgreSQL needs no such thing.
    """
    opening = _on_server if is_on_server(target) else _in_file
    engine, refusal = opening(target, patience, foreign_keys=foreign_keys)
    try:
        with engine.begin() as connection:
            yield connection
    except Exception as error:
        known = refusal(getattr(error, "orig", error), target)
        if known is None:
            raise
        raise known from error


def reader(connection: Connection) -> Read:
    """Plain SQL through the driver itself, inside the connection's transaction."""
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name == "sqlite":
        return partial(sqlite.read, driver)
    from policyaudit.store import postgres  # noqa: PLC0415 - psycopg is an extra, and slow to load

    return partial(postgres.read, driver)


def _in_file(place: str, patience: float, *, foreign_keys: bool) -> tuple[Engine, Refusal]:
    def connection() -> sqlite3.Connection:
        return sqlite.connect_to_write(place, patience=patience, foreign_keys=foreign_keys)

    engine = create_engine("sqlite://", creator=connection, poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine, sqlite.refusal


def _on_server(target: str, patience: float, *, foreign_keys: bool) -> tuple[Engine, Refusal]:
    del foreign_keys  # always on, and no hindrance
    from policyaudit.store import postgres  # noqa: PLC0415 - psycopg is an extra, and slow to load

    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: postgres.connect_to_write(target, patience=patience),
        poolclass=NullPool,
        use_native_hstore=False,
    )
    lock = f"SELECT pg_advisory_xact_lock({APPLICATION_ID})"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(lock))
    return engine, postgres.refusal
