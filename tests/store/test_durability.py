"""What was committed stays and what was not is gone, whoever is killed and however many write at once."""

import subprocess
import sys
from pathlib import Path

from policyaudit.store.opening import Store, open_register
from policyaudit.store.tables import METADATA
from tests.store.writing import a_school, record
from tests.store.writing_programs import EACH, NOTES, WRITERS

CHECKOUT = Path(__file__).parents[2]


def run_programs(what: str, target: str) -> None:
    program = [sys.executable, "-m", "tests.store.writing_programs", what, target]
    done = subprocess.run(program, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def assert_journal_equals_rows(store: Store) -> None:
    """Each row has the entries of its own, and no entry speaks of a row that is not there."""
    for table in METADATA.tables.values():
        key = [name for name in table.primary_key.columns.keys() if name != "school_id"]  # noqa: SIM118 - not a dict
        if table.name == "journal":
            continue
        rows = {(row[0], "/".join(map(str, row[1:]))) for row in store.rows(f"SELECT {_listed(key)} FROM {table.name}")}
        sql = "SELECT DISTINCT school_id, subject_id FROM journal WHERE subject = :table"
        assert set(store.rows(sql, table=table.name)) == rows
    sql = "SELECT school_id, COUNT(*), MIN(position), MAX(position) FROM journal GROUP BY school_id"
    assert all((count, 1) == (last, first) for _, count, first, last in store.rows(sql))


def _listed(key: list[str]) -> str:
    return ", ".join(["school_id", *key])


def test_a_writer_killed_at_any_moment_leaves_whole_transactions(register_target: str, engine: str) -> None:
    record(register_target, a_school())

    run_programs("kill", register_target)

    with open_register(register_target) as store:
        ((notes,),) = store.rows("SELECT COUNT(*) FROM note")
        assert notes % (3 * NOTES) == 0
        assert notes > 0
        assert_journal_equals_rows(store)
        if engine == "sqlite":
            assert store.rows("SELECT * FROM pragma_integrity_check") == [("ok",)]


def test_four_write_and_two_read_at_once(register_target: str) -> None:
    record(register_target, a_school())

    run_programs("share", register_target)

    with open_register(register_target) as store:
        assert store.rows("SELECT COUNT(*) FROM note") == [(WRITERS * EACH,)]
        assert_journal_equals_rows(store)
        moments = [moment for (moment,) in store.rows("SELECT recorded_at FROM journal ORDER BY position")]
        assert moments == sorted(moments)
