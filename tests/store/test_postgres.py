"""What can be wrong with a register on a PostgreSQL server, and what it is called."""

import sys

import psycopg
import pytest

from policyaudit.errors import ExitCode
from policyaudit.store.opening import create_register, open_register
from policyaudit.store.refusals import (
    AlreadyThere,
    ChangeRefused,
    DriverMissing,
    NoRegisterThere,
    RegisterFromNewer,
    RegisterLocked,
    RegisterReadOnly,
    ServerRefused,
    ServerUnreachable,
)
from policyaudit.store.revision import APPLICATION_ID, VERSION_TABLE
from tests.registers import Server
from tests.store.writing import MORNING, a_post, a_school, record

pytestmark = pytest.mark.parametrize("engine", ["postgresql"], indirect=True)


def test_a_database_without_a_register_is_said_so(blank_target: str) -> None:
    with pytest.raises(NoRegisterThere, match="there is no register at postgresql://"):
        open_register(blank_target)


def test_a_database_that_holds_something_else_is_left_alone(blank_target: str) -> None:
    with psycopg.connect(blank_target) as connection:
        connection.execute("CREATE TABLE stock (name text)")

    with pytest.raises(AlreadyThere):
        create_register(blank_target)


def test_a_server_that_does_not_answer_is_said_so_without_the_password(engine: str) -> None:
    assert engine

    with pytest.raises(ServerUnreachable, match="no PostgreSQL server answers at postgresql://office@") as caught:
        open_register("postgresql://office:s3cret@127.0.0.1:1/register")

    assert "s3cret" not in str(caught.value)
    assert caught.value.exit_code == ExitCode.NO_REGISTER


def test_a_database_that_is_not_there_is_said_so(server: Server, engine: str) -> None:
    assert engine

    with pytest.raises(ServerRefused, match='database "nowhere" does not exist'):
        open_register(server.uri("nowhere"))


def test_an_address_that_cannot_be_read_is_said_so(engine: str) -> None:
    assert engine

    with pytest.raises(ServerRefused, match="the address cannot be read"):
        open_register("postgresql://[::1/register")


def test_without_its_driver_the_next_step_installs_it(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.delitem(sys.modules, "policyaudit.store.postgres", raising=False)

    with pytest.raises(DriverMissing, match="needs psycopg, which is not installed") as caught:
        open_register("postgresql://server/register")

    assert caught.value.next_step == "pip install 'policyaudit[postgres]'"
    assert caught.value.exit_code == ExitCode.PIECE_MISSING


def test_a_register_of_a_newer_policyaudit_is_refused(register_target: str) -> None:
    with psycopg.connect(register_target) as connection:
        connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '0999'")

    with pytest.raises(RegisterFromNewer, match="revision 999"):
        open_register(register_target)


def test_reading_cannot_write(register_target: str) -> None:
    with open_register(register_target) as store, pytest.raises(RegisterReadOnly):
        store.rows("DELETE FROM school")


def test_where_one_may_only_read_nothing_is_recorded(register_target: str) -> None:
    database = register_target.partition("?")[0].rpartition("/")[2]
    with psycopg.connect(register_target) as connection:
        connection.execute(f"ALTER DATABASE {database} SET default_transaction_read_only = on".encode())

    with pytest.raises(RegisterReadOnly):
        record(register_target, a_school())


def test_writing_waits_for_another_writer_only_so_long(register_target: str) -> None:
    with psycopg.connect(register_target) as other, open_register(register_target, patience=0.01) as store:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [APPLICATION_ID])

        with pytest.raises(RegisterLocked), store.transaction(by="School office", at=MORNING):
            pass


def test_a_connection_that_breaks_is_said_so(register_target: str) -> None:
    with open_register(register_target) as store:
        ((number,),) = store.rows("SELECT pg_backend_pid()")
        with psycopg.connect(register_target) as other:
            other.execute("SELECT pg_terminate_backend(%s)", [number])

        for _ in ("while it breaks", "afterwards"):
            with pytest.raises(ServerUnreachable):
                store.rows("SELECT * FROM school")


def test_a_refused_change_does_not_repeat_what_is_in_the_register(register_target: str) -> None:
    record(register_target, a_school(), a_post(1, "Ms Inkwell's post"))

    with pytest.raises(ChangeRefused) as caught:
        record(register_target, a_post(2, "Ms Inkwell's post"))

    assert "uq_post_school_id_title_key" in str(caught.value)
    assert "nkwell" not in str(caught.value)
