"""Making the tables of a new register, and bringing those of an older one up to date: Alembic's revisions, in order.

All revisions that are missing run in one transaction, which holds the write lock since before the copy was taken.
"""

import os
from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect

from policyaudit import assets
from policyaudit.store import backup, sqlite
from policyaudit.store.refusals import AlreadyThere, RegisterDamaged, RegisterNotMade
from policyaudit.store.revision import REVISION, VERSION_TABLE
from policyaudit.store.target import is_on_server, shown
from policyaudit.store.writing_engine import writing


def create(target: str, *, patience: float) -> None:
    """Start an empty register at `target`; AlreadyThere if something is there.

    Where this fails, at most an empty file is left, which counts as nothing.
    """
    if not is_on_server(target):
        _make_file(target)
    _make_tables(target, patience)


def _make_file(place: str) -> None:
    """An empty file that only its owner may read, and the folders to it, unless there is an empty one already."""
    path = Path(place)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and sqlite.is_blank(place):
            return
        if path.exists():
            raise AlreadyThere(place)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise RegisterNotMade(place) from error


def _make_tables(target: str, patience: float) -> None:
    with writing(target, patience=patience) as connection:
        if inspect(connection).get_table_names():
            raise AlreadyThere(shown(target))
        upgrade(connection)


def bring_up_to_date(target: str, *, patience: float, announce: Callable[[str], None]) -> None:
    """Run the revisions that the register lacks and announce it; nothing where another program was faster.

    A file is copied first; a PostgreSQL server has backups of its own.
    """
    with writing(target, patience=patience, foreign_keys=False) as connection:
        found = stored_revision(connection)
        if found == REVISION:
            return
        copy = "" if is_on_server(target) else f"; a copy from before is {backup.keep_copy(target, revision=found)}"
        upgrade(connection)
        _check_foreign_keys(connection, shown(target))
    announce(f"the register at {shown(target)} was brought up to date, revision {found} to {REVISION}{copy}")


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the revisions up to `revision` in the connection's own transaction."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(assets.folder("db") / "migrations").replace("%", "%%"))
    command.upgrade(config, revision)


def stored_revision(connection: Connection) -> int:
    """The number of the newest revision that the register has."""
    return int(connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar_one())


def _check_foreign_keys(connection: Connection, place: str) -> None:
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise RegisterDamaged(place)
