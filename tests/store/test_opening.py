"""Starting and opening a register in a file, and what each thing that can be wrong with it is called."""

import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from policyaudit.errors import AuditError, ExitCode, NothingRecorded
from policyaudit.store import sqlite
from policyaudit.store.opening import create_register, open_register
from policyaudit.store.refusals import (
    AlreadyThere,
    NoRegisterThere,
    NotARegister,
    RegisterDamaged,
    RegisterFromNewer,
    RegisterIsFolder,
    RegisterLocked,
    RegisterNotMade,
    RegisterNotWritten,
    RegisterReadOnly,
)
from policyaudit.store.revision import APPLICATION_ID, REVISION
from tests.store.test_migrating import spoil
from tests.store.writing import MORNING, a_school, record


@pytest.fixture
def place(tmp_path: Path, empty_file: Path) -> Path:
    """A register file without a school."""
    return Path(shutil.copy(empty_file, tmp_path / "register.db"))


def test_a_new_register_makes_its_folders_and_is_its_owners_alone(tmp_path: Path) -> None:
    place = tmp_path / "new" / "folder" / "register.db"

    create_register(str(place))

    assert place.stat().st_mode & 0o777 == 0o600


def test_a_register_knows_its_engine_and_place(register_target: str, engine: str) -> None:
    with open_register(register_target) as store:
        assert (store.engine, store.target) == (engine, register_target)


def test_where_a_register_is_no_other_is_started(register_target: str) -> None:
    record(register_target, a_school())

    with pytest.raises(AlreadyThere, match="there is already something at"):
        create_register(register_target)

    with open_register(register_target) as store:
        assert store.rows("SELECT COUNT(*) FROM school") == [(1,)]


@pytest.mark.parametrize("content", [b"minutes of the meeting", b"x" * 5000], ids=["short", "long"])
def test_no_register_is_started_over_another_file(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "register.db"
    place.write_bytes(content)

    with pytest.raises(AlreadyThere):
        create_register(str(place))

    assert place.read_bytes() == content


def test_no_register_is_started_over_a_folder(tmp_path: Path) -> None:
    with pytest.raises(AlreadyThere):
        create_register(str(tmp_path))


def test_a_start_that_was_cut_short_can_be_repeated(tmp_path: Path) -> None:
    place = tmp_path / "register.db"
    place.touch()

    create_register(str(place))

    with open_register(str(place)) as store:
        assert store.revision() == REVISION


def test_no_register_is_started_in_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(RegisterNotMade, match="no register can be made at"):
        create_register(str(tmp_path / "file" / "register.db"))


def test_a_start_that_fails_leaves_nothing_that_counts(tmp_path: Path) -> None:
    place = tmp_path / "register.db"

    with pytest.raises(RegisterNotWritten), full_disk():
        create_register(str(place))

    assert place.stat().st_size == 0
    with pytest.raises(NoRegisterThere):
        open_register(str(place))


@contextmanager
def full_disk(room: int = 0) -> Iterator[None]:
    """No file may grow beyond so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("missing", ["register.db", "folder/register.db"], ids=["file", "folder"])
def test_a_misspelt_name_makes_no_file(tmp_path: Path, missing: str) -> None:
    with pytest.raises(NoRegisterThere, match="there is no register at") as caught:
        open_register(str(tmp_path / missing))

    assert caught.value.next_step == "audit init --school NAME"
    assert list(tmp_path.iterdir()) == []


def test_a_name_below_a_file_is_no_register(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(NoRegisterThere):
        open_register(str(tmp_path / "file" / "register.db"))


def test_a_folder_is_not_a_register(tmp_path: Path) -> None:
    with pytest.raises(RegisterIsFolder, match="is a folder, not a register"):
        open_register(str(tmp_path))


@pytest.mark.parametrize("content", [b"minutes", b"SQLite format 3\0 or so"], ids=["text", "looks like"])
def test_another_file_is_not_a_register_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "register.db"
    place.write_bytes(content)

    with pytest.raises((NotARegister, RegisterDamaged)):
        open_register(str(place))

    assert place.read_bytes() == content


def test_another_programs_database_is_not_a_register(tmp_path: Path) -> None:
    place = tmp_path / "stock.db"
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE stock (name TEXT)")
    before = place.read_bytes()

    with pytest.raises(NotARegister, match="is not a register of policyaudit and was left as it is"):
        open_register(str(place))

    assert place.read_bytes() == before


def test_a_register_of_a_newer_policyaudit_is_left_as_it_is(place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute(f"PRAGMA user_version = {REVISION + 3}")
    before = place.read_bytes()

    with pytest.raises(RegisterFromNewer, match=rf"revision {REVISION + 3}, this one knows {REVISION}"):
        open_register(str(place))

    assert place.read_bytes() == before


def test_a_damaged_register_is_called_so(place: Path) -> None:
    spoil(place, "school")

    with open_register(str(place)) as store, pytest.raises(RegisterDamaged, match="is damaged"):
        store.rows("SELECT * FROM school")


def test_odd_names_are_opened_as_they_are(tmp_path: Path) -> None:
    place = tmp_path / "our register?mode=ro#1 100%.db"

    create_register(str(place))
    record(str(place), a_school())

    with open_register(str(place)) as store:
        assert store.rows("SELECT COUNT(*) FROM school") == [(1,)]


def test_a_register_is_named_from_the_folder_one_is_in(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place.parent)

    with open_register(place.name) as store:
        assert store.rows("SELECT COUNT(*) FROM school") == [(0,)]


def test_reading_cannot_write(place: Path) -> None:
    with open_register(str(place)) as store, pytest.raises(RegisterReadOnly):
        store.rows("DELETE FROM school")


def test_reading_waits_for_a_lock_only_so_long(place: Path) -> None:
    with (
        closing(sqlite3.connect(place, isolation_level=None)) as other,
        open_register(str(place), patience=0.01) as store,
    ):
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(RegisterLocked, match="another program keeps the register at") as caught:
            store.rows("SELECT * FROM school")

    assert caught.value.exit_code == ExitCode.NO_REGISTER


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_writing_waits_for_a_lock_only_so_long(place: Path, lock: str) -> None:
    with (
        closing(sqlite3.connect(place, isolation_level=None)) as other,
        open_register(str(place), patience=0.01) as store,
    ):
        other.execute(f"BEGIN {lock}")

        with pytest.raises(RegisterLocked), store.transaction(by="School office", at=MORNING):
            pass


def test_a_connection_to_write_waits_for_a_lock_only_so_long(place: Path) -> None:
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(sqlite3.OperationalError, match="database is locked"):
            sqlite.connect_to_write(str(place), patience=0, foreign_keys=True)


def test_a_full_disk_records_nothing(place: Path) -> None:
    with open_register(str(place)) as store:
        with (
            pytest.raises(RegisterNotWritten, match="is full or does not answer, so nothing was recorded"),
            store.transaction(by="School office", at=MORNING) as writer,
            full_disk(),
        ):
            writer.apply([a_school(f"School {number}", school_id=number) for number in range(1, 2000)])

        assert store.rows("SELECT COUNT(*) FROM school") == [(0,)]


def test_writing_is_durable_and_leaves_nothing_of_what_it_erases(place: Path) -> None:
    with closing(sqlite.connect_to_write(str(place), patience=1, foreign_keys=True)) as connection:
        settings = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "trusted_schema")
        }

    assert settings == {
        "journal_mode": "truncate",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }


def test_our_mark_is_legible_in_the_head_of_the_file(place: Path) -> None:
    assert APPLICATION_ID.to_bytes(4, "big") == b"paud"
    assert place.read_bytes()[68:72] == b"paud"


def test_every_sentence_names_the_next_step_and_has_no_full_stop() -> None:
    refusals = [
        kind("/school/register.db")
        for kind in (NoRegisterThere, NotARegister, RegisterIsFolder, RegisterLocked, RegisterNotWritten)
    ]

    for refusal in refusals:
        assert isinstance(refusal, AuditError)
        assert not isinstance(refusal, NothingRecorded)
        assert "/school/register.db" in str(refusal)
        assert not str(refusal).endswith(".")
        assert refusal.next_step


def test_reading_loads_neither_sqlalchemy_nor_alembic(place: Path) -> None:
    program = (
        "import sys\n"
        "before = set(sys.modules)\n"
        "from policyaudit.store.opening import open_register\n"
        f"with open_register({str(place)!r}) as store: store.rows('SELECT name FROM school')\n"
        "heavy = {'sqlalchemy', 'sqlmodel', 'alembic', 'pydantic', 'psycopg', 'platformdirs', 'dataclasses', 'json'}\n"
        "print(sorted(heavy & set(sys.modules) - before))"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
