"""Evidence is only ever added to, also for somebody who opens the register with another program."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date

import psycopg
import pytest

from policyaudit.domain.changes import (
    Acknowledged,
    Approved,
    DocumentKept,
    PackWasIssued,
    Reviewed,
    Revised,
    VersionDocumented,
)
from policyaudit.domain.partial_date import PartialDate, Precision
from policyaudit.store.opening import open_register
from policyaudit.store.tables import EVIDENCE
from tests.registers import a_register
from tests.store.writing import record, what_a_sign_off_needs

TABLES = [str(model.__tablename__) for model in EVIDENCE]
SHA = "a" * 64
DAY = date(2026, 9, 1)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def full_register(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A register with a row in every table of evidence; one for all tests, since none may change it."""
    with a_register(request.param, request, tmp_path_factory.mktemp("full")) as target:
        fill(target)
        yield target


def fill(target: str) -> None:
    day = PartialDate(DAY, DAY, Precision.DAY, "1 September 2026")
    record(
        target,
        *what_a_sign_off_needs(),
        DocumentKept(
            school_id=1, sha256=SHA, file_name="a.txt", media_type="text/plain", size=1, content=b"a", text="a"
        ),
        VersionDocumented(school_id=1, version_id=1, sha256=SHA),
        Revised(school_id=1, version_id=1, kind="material"),
        Reviewed(school_id=1, review_id=1, policy_id=1, reviewed=day, outcome="unchanged"),
        Reviewed(school_id=1, review_id=2, policy_id=1, reviewed=day, outcome="unchanged", voids=1),
        Approved(school_id=1, approval_id=1, policy_id=1, approved=day),
        Approved(school_id=1, approval_id=2, policy_id=1, approved=day, replaces=1),
        _signed(1, voids=None),
        _signed(2, voids=1),
        PackWasIssued(school_id=1, pack_id=1, kind="governors", as_of=DAY, sha256=SHA),
    )


def _signed(number: int, voids: int | None) -> Acknowledged:
    return Acknowledged(
        school_id=1,
        acknowledgement_id=number,
        version_id=1,
        person_id=1,
        signed_on=DAY,
        state="voided" if voids else "acknowledged",
        means="paper",
        declaration_id=1,
        voids=voids,
    )


def _run(target: str, sql: str) -> None:
    """As another program would, with none of our settings."""
    if target.startswith("postgresql"):
        with psycopg.connect(target) as connection:
            connection.execute(sql.encode())
        return
    with closing(sqlite3.connect(target)) as file, file:
        file.execute(sql)


def _contents(target: str, table: str) -> list[tuple[object, ...]]:
    with open_register(target) as store:
        return sorted(store.rows(f"SELECT * FROM {table}"), key=str)


CHANGE: dict[str, Callable[[str], str]] = {
    "changed": lambda table: f"UPDATE {table} SET school_id = school_id",
    "deleted": lambda table: f"DELETE FROM {table}",
    "written twice": lambda table: f"INSERT INTO {table} SELECT * FROM {table}",
    "passed over in silence": lambda table: (
        f"INSERT INTO {table} SELECT * FROM {table} WHERE true ON CONFLICT DO NOTHING"
    ),
}


@pytest.mark.parametrize("how", CHANGE)
@pytest.mark.parametrize("table", TABLES)
def test_evidence_is_never(full_register: str, table: str, how: str) -> None:
    before = _contents(full_register, table)

    with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError), match=f"what stands in {table} is evidence"):
        _run(full_register, CHANGE[how](table))

    assert before
    assert _contents(full_register, table) == before


@pytest.mark.parametrize("full_register", ["sqlite"], indirect=True)
@pytest.mark.parametrize("verb", ["INSERT OR REPLACE", "INSERT OR IGNORE", "INSERT OR ROLLBACK", "REPLACE"])
@pytest.mark.parametrize("table", TABLES)
def test_evidence_is_never_replaced(full_register: str, table: str, verb: str) -> None:
    before = _contents(full_register, table)

    with pytest.raises(sqlite3.IntegrityError, match=f"what stands in {table} is evidence"):
        _run(full_register, f"{verb} INTO {table} SELECT * FROM {table}")

    assert _contents(full_register, table) == before


@pytest.mark.parametrize("table", ["acknowledgement", "review"])
@pytest.mark.parametrize("full_register", ["sqlite"], indirect=True)
def test_evidence_is_never_replaced_by_way_of_another_key(full_register: str, table: str) -> None:
    before = _contents(full_register, table)
    columns = [name for name in _columns(full_register, table) if name != f"{table}_id"]
    others = ", ".join(columns)

    with pytest.raises(sqlite3.IntegrityError, match=f"what stands in {table} is evidence"):
        _run(
            full_register,
            f"REPLACE INTO {table} ({table}_id, {others}) SELECT 9, {others} FROM {table} WHERE voids IS NOT NULL",
        )

    assert _contents(full_register, table) == before


def _columns(target: str, table: str) -> list[str]:
    with open_register(target) as store:
        return [name for (name,) in store.rows(f"SELECT name FROM pragma_table_info('{table}')")]


@pytest.mark.parametrize("full_register", ["sqlite"], indirect=True)
@pytest.mark.parametrize("table", TABLES)
def test_evidence_has_no_hidden_key_beside_its_own(full_register: str, table: str) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such column: rowid"):
        _run(full_register, f"SELECT rowid FROM {table}")


@pytest.mark.parametrize("full_register", ["postgresql"], indirect=True)
@pytest.mark.parametrize("table", TABLES)
def test_evidence_is_never_emptied(full_register: str, table: str) -> None:
    with pytest.raises(psycopg.IntegrityError, match="is evidence"):
        _run(full_register, f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize("full_register", ["postgresql"], indirect=True)
@pytest.mark.parametrize("table", TABLES)
def test_evidence_is_never_merged_over(full_register: str, table: str) -> None:
    key = "s.school_id = t.school_id"

    with pytest.raises(psycopg.IntegrityError, match="is evidence"):
        _run(
            full_register,
            f"MERGE INTO {table} t USING (SELECT DISTINCT school_id FROM {table}) s ON {key}"
            " WHEN MATCHED THEN UPDATE SET school_id = 1",
        )
