"""Registers in a PostgreSQL database, through psycopg."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from policyaudit.errors import AuditError
from policyaudit.store.refusals import (
    ChangeRefused,
    DriverMissing,
    NoRegisterThere,
    RegisterLocked,
    RegisterNotWritten,
    RegisterReadOnly,
    ServerRefused,
    ServerUnreachable,
)
from policyaudit.store.revision import VERSION_TABLE
from policyaudit.store.sql_text import for_psycopg
from policyaudit.store.target import shown

try:
    import psycopg
except ImportError as missing:
    raise DriverMissing from missing

# By SQLSTATE. Source: appendix A of the PostgreSQL manual.
_REFUSALS: Final[Mapping[str, Callable[[str], AuditError]]] = {
    "25006": RegisterReadOnly,  # read_only_sql_transaction
    "42501": RegisterReadOnly,  # insufficient_privilege
    "55P03": RegisterLocked,  # lock_not_available
    "53100": RegisterNotWritten,  # disk_full
    "57P01": ServerUnreachable,  # admin_shutdown
    "57P02": ServerUnreachable,  # crash_shutdown
    "57P03": ServerUnreachable,  # cannot_connect_now
}


def refusal(error: BaseException, target: str) -> AuditError | None:
    """What the server's error means for the person at the keyboard, or None where it is a fault of ours."""
    if not isinstance(error, psycopg.Error):
        return None
    if isinstance(error, psycopg.IntegrityError):
        return ChangeRefused(error.diag.message_primary or "")  # the detail line holds the values: names, perhaps
    kind = _REFUSALS.get(error.sqlstate or "")
    if kind is None and error.sqlstate is None and isinstance(error, psycopg.OperationalError):
        kind = ServerUnreachable  # the connection broke: no server was left to give a code
    return None if kind is None else kind(shown(target))


def connect(target: str, *, patience: float) -> "psycopg.Connection[tuple[Any, ...]]":
    """The database at `target`; `patience` is how many seconds to wait for the server, and later for a lock."""
    try:
        connection = psycopg.connect(target, autocommit=True, connect_timeout=max(2, round(patience)))
    except psycopg.ProgrammingError as error:
        raise ServerRefused(shown(target), "the address cannot be read") from error
    except psycopg.OperationalError as error:
        raise _not_connected(str(error), shown(target)) from error
    connection.execute(f"SET lock_timeout = {round(patience * 1000)}")
    return connection


def _not_connected(said: str, place: str) -> AuditError:
    """A server that refuses says FATAL and why; where nobody answers, libpq says so without."""
    _, fatal, why = said.partition("FATAL:")
    return ServerRefused(place, why.strip().splitlines()[0]) if fatal else ServerUnreachable(place)


def connect_to_write(target: str, *, patience: float) -> "psycopg.Connection[tuple[Any, ...]]":
    """The database at `target`, with a transaction around whatever comes first."""
    connection = connect(target, patience=patience)
    connection.autocommit = False
    return connection


def read(
    connection: "psycopg.Connection[tuple[Any, ...]]", sql: str, values: Mapping[str, Any]
) -> list[tuple[Any, ...]]:
    """The rows that one statement gives."""
    return connection.execute(for_psycopg(sql), values).fetchall()


class PostgresReading:
    """A connection that can only read."""

    def __init__(self, target: str, *, patience: float) -> None:
        self._target = target
        self._connection = connect(target, patience=patience)
        self._connection.execute("SET default_transaction_read_only = on")

    def rows(self, sql: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """The rows that one statement gives."""
        try:
            return read(self._connection, sql, values)
        except psycopg.Error as error:
            known = refusal(error, self._target)
            if known is None:
                raise
            raise known from error

    def revision(self) -> int:
        """Which revision the tables have; NoRegisterThere where the database has none of ours."""
        try:
            ((revision,),) = self.rows(f"SELECT version_num FROM {VERSION_TABLE}", {})
        except psycopg.errors.UndefinedTable as error:
            raise NoRegisterThere(shown(self._target)) from error
        return int(revision)

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()
