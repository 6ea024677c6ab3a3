"""The revisions make the tables that the models describe, on both engines, with their guards, at each step."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection

from policyaudit import assets
from policyaudit.store.migrating import bring_up_to_date, upgrade
from policyaudit.store.opening import Store, create_register, open_register
from policyaudit.store.refusals import RegisterDamaged, RegisterFromOlder
from policyaudit.store.revision import APPLICATION_ID, REVISION, VERSION_TABLE
from policyaudit.store.tables import EVIDENCE, METADATA
from policyaudit.store.writing_engine import writing
from tests.store.writing import MORNING, a_school

EACH_REVISION = [f"{number:04}" for number in range(1, REVISION + 1)]


def make_older(target: str, revision: str) -> None:
    """Leave a register as an earlier policyaudit would have."""
    if not target.startswith("postgresql"):
        Path(target).touch()
    with writing(target, patience=1) as connection:
        upgrade(connection, revision)


def test_revisions_are_numbered_up_to_the_one_we_know() -> None:
    files = sorted((assets.folder("db") / "migrations" / "versions").glob("*.py"))

    assert [file.name[:4] for file in files] == EACH_REVISION


def test_revisions_leave_nothing_to_generate(register_target: str) -> None:
    with writing(register_target, patience=1) as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})

        assert compare_metadata(context, METADATA) == []


def test_revisions_make_what_the_models_describe_word_for_word(register_target: str, blank_target: str) -> None:
    if not blank_target.startswith("postgresql"):
        Path(blank_target).touch()
    with writing(blank_target, patience=1) as connection:
        METADATA.create_all(connection)
        expected = _shape(connection.exec_driver_sql, connection.dialect.name)

    with writing(register_target, patience=1) as connection:
        assert _shape(connection.exec_driver_sql, connection.dialect.name) == expected


def _shape(ask: Callable[[str], Iterable[Any]], engine: str) -> list[tuple[Any, ...]]:
    """Every table with its columns, constraints and indexes, as the engine itself tells them."""
    if engine == "sqlite":
        sql = "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
        made = {name: sorted(line.strip(" ,\t") for line in text.splitlines()) for name, text in ask(sql)}
        return sorted((name, *lines) for name, lines in made.items() if name != VERSION_TABLE)
    own = f"'{VERSION_TABLE}'"
    columns = (
        "SELECT table_name, column_name, ordinal_position, data_type, collation_name, is_nullable, column_default"
        f" FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> {own} ORDER BY 1, 3"
    )
    constraints = (
        "SELECT c.relname, n.conname, pg_get_constraintdef(n.oid) FROM pg_constraint n"
        f" JOIN pg_class c ON c.oid = n.conrelid WHERE c.relname <> {own} AND n.connamespace = 'public'::regnamespace"
        " ORDER BY 1, 2"
    )
    indexes = (
        f"SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> {own} ORDER BY 2"
    )
    return [tuple(row) for sql in (columns, constraints, indexes) for row in ask(sql)]


@pytest.mark.parametrize("revision", EACH_REVISION)
def test_tables_are_strict_and_evidence_guarded_after_each_revision(blank_target: str, revision: str) -> None:
    make_older(blank_target, revision)

    with writing(blank_target, patience=1) as connection:
        tables, guards, actions = _tables_and_guards(connection)
        evidence = {str(model.__tablename__) for model in EVIDENCE} & tables.keys()
        assert all(strict for name, strict in tables.items() if name != VERSION_TABLE)
        assert guards == {f"{table}_{action}" for table in evidence for action in actions}


def _tables_and_guards(connection: Connection) -> tuple[dict[str, int], set[str], tuple[str, ...]]:
    """Each table and whether it is strict (PostgreSQL knows no other), each trigger, and which a table should have."""
    if connection.dialect.name == "sqlite":
        tables = "SELECT name, strict FROM pragma_table_list WHERE name NOT LIKE 'sqlite_%'"
        guards = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        actions: tuple[str, ...] = ("keeps", "stays", "adds")
    else:
        tables = "SELECT tablename, 1 FROM pg_tables WHERE schemaname = 'public'"
        guards = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        actions = ("keeps", "stays", "adds", "whole")
    ask = connection.exec_driver_sql
    strict = {row[0]: int(row[1]) for row in ask(tables)}
    return strict, {row[0] for row in ask(guards)}, actions


def test_a_file_carries_its_revision_and_that_it_is_ours(tmp_path: Path) -> None:
    place = tmp_path / "register.db"

    make_older(str(place), "0002")

    with sqlite3.connect(place) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    connection.close()


def test_an_older_register_is_brought_up_to_date_by_the_first_transaction(blank_target: str) -> None:
    make_older(blank_target, "0003")
    told: list[str] = []

    with open_register(blank_target, announce=told.append) as store:
        with store.transaction(by="School office", at=MORNING) as writer:
            writer.apply([a_school()])

        assert store.revision() == REVISION
        assert store.rows("SELECT COUNT(*) FROM journal") == [(2,)]
    (line,) = told
    assert f"was brought up to date, revision 3 to {REVISION}" in line


def test_a_register_that_is_up_to_date_is_left_alone(register_target: str) -> None:
    told: list[str] = []

    with open_register(register_target, announce=told.append) as store:
        store.bring_up_to_date()

    assert told == []


def test_where_another_program_was_faster_nothing_is_done_twice(register_target: str) -> None:
    told: list[str] = []

    bring_up_to_date(register_target, patience=1, announce=told.append)

    assert told == []


def test_the_shell_that_wants_no_announcement_gets_none(blank_target: str) -> None:
    make_older(blank_target, "0003")

    with open_register(blank_target) as store:
        store.bring_up_to_date()

        assert store.revision() == REVISION


def test_an_older_register_answers_what_it_can(blank_target: str) -> None:
    make_older(blank_target, "0003")

    with open_register(blank_target) as store:
        assert store.rows("SELECT name FROM school") == []
        with pytest.raises(RegisterFromOlder, match="was written by an earlier policyaudit"):
            store.rows("SELECT entry FROM journal")


def test_a_question_that_no_register_answers_is_a_fault_of_ours(register_target: str) -> None:
    with open_register(register_target) as store, pytest.raises(Exception, match="nonsense") as caught:
        store.rows("SELECT nonsense FROM school")

    assert not isinstance(caught.value, RegisterFromOlder)


def test_before_a_migration_a_verified_copy_is_kept(tmp_path: Path) -> None:
    place = tmp_path / "register.db"
    make_older(str(place), "0003")
    (tmp_path / "register-revision-3.db").write_text("an earlier copy")

    told: list[str] = []
    bring_up_to_date(str(place), patience=1, announce=told.append)

    copy = tmp_path / "register-revision-3-2.db"
    assert told[0].endswith(f"a copy from before is {copy}")
    assert copy.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "register-revision-3.db").read_text() == "an earlier copy"
    digest = hashlib.sha256(copy.read_bytes()).hexdigest()
    assert (tmp_path / f"{copy.name}.sha256").read_text() == f"{digest}  {copy.name}\n"
    with open_register(str(copy)) as store:
        assert store.revision() == 3


def test_a_register_with_loose_ends_is_not_migrated(tmp_path: Path) -> None:
    place = tmp_path / "register.db"
    make_older(str(place), "0003")
    with sqlite3.connect(place) as connection:
        connection.execute("INSERT INTO note (school_id, note_id) VALUES (7, 1)")
    connection.close()

    with pytest.raises(RegisterDamaged):
        bring_up_to_date(str(place), patience=1, announce=print)

    assert _revision_of(str(place)) == 3


def test_no_copy_is_left_of_a_register_that_cannot_be_read(tmp_path: Path) -> None:
    place = tmp_path / "register.db"
    make_older(str(place), "0003")
    spoil(place, "note")

    with pytest.raises(RegisterDamaged):
        bring_up_to_date(str(place), patience=1, announce=print)

    assert not list(tmp_path.glob("register-revision-*"))
    assert _revision_of(str(place)) == 3


def test_no_copy_is_left_of_a_register_that_breaks_its_own_rules(tmp_path: Path) -> None:
    place = tmp_path / "register.db"
    make_older(str(place), "0003")
    with sqlite3.connect(place) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("INSERT INTO school VALUES (1, 'Larkmead', 'larkmead', 'atlantis', 'maintained', NULL)")
    connection.close()

    with pytest.raises(RegisterDamaged):
        bring_up_to_date(str(place), patience=1, announce=print)

    assert not list(tmp_path.glob("register-revision-*"))


def _revision_of(target: str) -> int:
    with open_register(target) as store:
        return store.revision()


def spoil(place: Path, table: str) -> None:
    """Write rubbish over the page that a table begins on."""
    with sqlite3.connect(place) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table]).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    with place.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def test_a_new_register_is_at_the_newest_revision(blank_target: str) -> None:
    create_register(blank_target)

    with open_register(blank_target) as store:
        assert isinstance(store, Store)
        assert store.revision() == REVISION
