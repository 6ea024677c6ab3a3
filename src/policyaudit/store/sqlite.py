"""Registers in one SQLite file: opened so that nothing said is lost, and so that a misspelt name makes no file."""

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from stat import S_ISDIR
from typing import Any, Final

from policyaudit.errors import AuditError
from policyaudit.store.refusals import (
    ChangeRefused,
    NoRegisterThere,
    NotARegister,
    RegisterDamaged,
    RegisterIsFolder,
    RegisterLocked,
    RegisterNotWritten,
    RegisterReadOnly,
    RegisterUnreadable,
)
from policyaudit.store.revision import APPLICATION_ID

# By SQLite's primary result code, the low byte of the extended one.
_REFUSALS: Final[Mapping[int, Callable[[str], AuditError]]] = {
    sqlite3.SQLITE_BUSY: RegisterLocked,
    sqlite3.SQLITE_LOCKED: RegisterLocked,
    sqlite3.SQLITE_READONLY: RegisterReadOnly,
    sqlite3.SQLITE_CANTOPEN: RegisterReadOnly,  # the file is open: what cannot be made is the journal beside it
    sqlite3.SQLITE_IOERR: RegisterNotWritten,
    sqlite3.SQLITE_FULL: RegisterNotWritten,
    sqlite3.SQLITE_CORRUPT: RegisterDamaged,
    sqlite3.SQLITE_NOTADB: NotARegister,
}

_HEAD: Final = """
    SELECT application_id, user_version, page_count
      FROM pragma_application_id, pragma_user_version, pragma_page_count
"""


def refusal(error: BaseException, place: str) -> AuditError | None:
    """What SQLite's error means for the person at the keyboard, or None where it is a fault of ours."""
    if isinstance(error, sqlite3.IntegrityError):
        return ChangeRefused(str(error))
    kind = _REFUSALS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return None if kind is None else kind(place)


def connect(place: str, *, patience: float) -> sqlite3.Connection:
    """The file at `place`, which must be there already; `patience` is how many seconds to wait for its lock."""
    path = Path(place)
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=patience, isolation_level=None
        )
    except sqlite3.OperationalError as error:
        raise _not_opened(path, place) from error
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _not_opened(path: Path, place: str) -> AuditError:
    try:
        is_folder = S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return NoRegisterThere(place)
    except OSError:
        return RegisterUnreadable(place)
    return RegisterIsFolder(place) if is_folder else RegisterUnreadable(place)


def connect_to_write(place: str, *, patience: float, foreign_keys: bool) -> sqlite3.Connection:
    """The file at `place`, so that what is committed survives a power cut and what is erased leaves no bytes."""
    connection = connect(place, patience=patience)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        connection.execute("PRAGMA journal_mode = TRUNCATE")
    except sqlite3.Error:  # some of them look into the file
        connection.close()
        raise
    return connection


def read(connection: sqlite3.Connection, sql: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The rows that one statement gives."""
    return connection.execute(sql, values).fetchall()


class SqliteReading:
    """A connection that can only read."""

    def __init__(self, place: str, *, patience: float) -> None:
        self._place = place
        self._connection = connect(place, patience=patience)
        self._connection.execute("PRAGMA query_only = ON")

    def rows(self, sql: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """The rows that one statement gives."""
        try:
            return read(self._connection, sql, values)
        except sqlite3.Error as error:
            known = refusal(error, self._place)
            if known is None:
                raise
            raise known from error

    def revision(self) -> int:
        """Which revision the tables have; NotARegister where the file is not ours, NoRegisterThere if it is empty."""
        ((mark, revision, pages),) = self.rows(_HEAD, {})
        if pages == 0:
            raise NoRegisterThere(self._place)
        if mark != APPLICATION_ID:
            raise NotARegister(self._place)
        return int(revision)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def is_blank(place: str) -> bool:
    """Whether the file holds nothing at all, as one does whose making was cut short."""
    reading = SqliteReading(place, patience=0)
    try:
        return reading.rows("SELECT page_count FROM pragma_page_count", {}) == [(0,)]
    except NotARegister:
        return False
    finally:
        reading.close()
