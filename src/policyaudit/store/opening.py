"""Starting a register, and opening one: for reading through the engine's own driver, for writing in one transaction.

Reading loads neither SQLAlchemy nor Alembic; they wait for the first transaction.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, Self

from policyaudit.errors import AuditError
from policyaudit.store.refusals import RegisterFromNewer, RegisterFromOlder
from policyaudit.store.revision import REVISION
from policyaudit.store.sqlite import SqliteReading
from policyaudit.store.target import is_on_server, shown

if TYPE_CHECKING:
    from policyaudit.store.writes import Writer

PATIENCE: Final = 10.0  # seconds that a command waits for another program's lock


class Reading(Protocol):
    """A connection that can only read, to either engine."""

    def rows(self, sql: str, values: dict[str, object]) -> list[tuple[Any, ...]]:
        """The rows that one statement gives."""

    def revision(self) -> int:
        """Which revision the tables have."""

    def close(self) -> None:
        """Let go of the register."""


class Store:
    """An open register."""

    def __init__(self, target: str, *, patience: float, announce: Callable[[str], None]) -> None:
        self.target = target
        self.engine: Literal["sqlite", "postgresql"] = "postgresql" if is_on_server(target) else "sqlite"
        self._patience = patience
        self._announce = announce
        self._reading = _reading(target, patience)

    def revision(self) -> int:
        """Which revision the tables have; a NoRegister error where this policyaudit cannot use them."""
        found = self._reading.revision()
        if found > REVISION:
            raise RegisterFromNewer(shown(self.target), found=found, known=REVISION)
        return found

    def rows(self, sql: str, **values: object) -> list[tuple[Any, ...]]:
        """The rows that one statement gives; its parameters are written `:name` for both engines."""
        try:
            return self._reading.rows(sql, values)
        except AuditError:
            raise
        except Exception as error:
            if self.revision() < REVISION:  # a table or column that is not there yet
                raise RegisterFromOlder(shown(self.target)) from error
            raise

    def transaction(
        self, *, by: str, at: datetime, salt: Callable[[], bytes] | None = None
    ) -> "AbstractContextManager[Writer]":
        """A transaction in which all is recorded or nothing: `by` somebody, `at` a moment with its zone.

        A register that an earlier policyaudit wrote is brought up to date first. `salt` gives the 32 bytes that
        each new person, note and value read is committed to with; random ones unless a sample must come out alike.
        """
        from policyaudit.store import writes  # noqa: PLC0415 - reading commands never load SQLAlchemy

        self.bring_up_to_date()
        return writes.transaction(self.target, by=by, at=at, salt=salt, patience=self._patience)

    def bring_up_to_date(self) -> None:
        """Migrate a register that an earlier policyaudit wrote, after a verified copy, and announce it in one line."""
        if self.revision() == REVISION:
            return
        from policyaudit.store import migrating  # noqa: PLC0415 - Alembic is loaded only where it is needed

        migrating.bring_up_to_date(self.target, patience=self._patience, announce=self._announce)

    def close(self) -> None:
        """Let go of the register."""
        self._reading.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _reading(target: str, patience: float) -> Reading:
    if not is_on_server(target):
        return SqliteReading(target, patience=patience)
    from policyaudit.store.postgres import PostgresReading  # noqa: PLC0415 - psycopg is an extra, and slow to load

    return PostgresReading(target, patience=patience)


def _say_nothing(_: str) -> None:
    """For those who do not want to hear of a migration."""


def open_register(target: str, *, patience: float = PATIENCE, announce: Callable[[str], None] = _say_nothing) -> Store:
    """The register at `target`, open for reading; one that is missing, foreign or newer is refused untouched.

    `announce` gets the one line that tells of a migration.
    """
    store = Store(target, patience=patience, announce=announce)
    try:
        store.revision()
    except BaseException:
        store.close()
        raise
    return store


def create_register(target: str) -> None:
    """Start an empty register at `target`, readable by its owner alone; AlreadyThere if something is there."""
    from policyaudit.store import migrating  # noqa: PLC0415 - as above

    migrating.create(target, patience=PATIENCE)
