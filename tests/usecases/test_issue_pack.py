import hashlib
from datetime import date

import pytest

from policyaudit.domain.naming import NoSuchName
from policyaudit.store.opening import Store
from policyaudit.usecases.finding import NoSchool
from policyaudit.usecases.issue_pack import record_issue
from tests.factories import BY, RECORDING, a_school

PDF = b"%PDF-1.7 the pages that were given out"
SHA256 = hashlib.sha256(PDF).hexdigest()
DAY = date(2026, 11, 2)


def issued(store: Store) -> list[tuple[str, str, str, str, str]]:
    return store.rows(
        """SELECT school.name, pack_issued.kind, pack_issued.as_of, pack_issued.sha256, actor.name
           FROM pack_issued JOIN school ON school.school_id = pack_issued.school_id
           JOIN actor ON actor.school_id = pack_issued.school_id AND actor.actor_id = pack_issued.issued_by
           ORDER BY school.name"""
    )


def test_a_pack_is_known_by_the_hash_of_its_bytes(store: Store) -> None:
    given = record_issue(store, PDF, kind="governors", as_of=DAY, school=None, **RECORDING)

    assert given == SHA256
    assert issued(store) == [("Larkmead Primary School", "governors", "2026-11-02", SHA256, BY)]


def test_the_same_pack_given_out_again_is_another_entry(store: Store) -> None:
    for _ in range(2):
        record_issue(store, PDF, kind="governors", as_of=DAY, school=None, **RECORDING)

    assert len(issued(store)) == 2
    assert store.rows("SELECT subject_id FROM journal WHERE kind = 'pack-was-issued'") == [("1",), ("2",)]


@pytest.mark.parametrize(
    ("school", "recorded_for"),
    [
        pytest.param(None, ["Bramble School", "Larkmead Primary School"], id="of all schools"),
        pytest.param("bramble", ["Bramble School"], id="of one school"),
    ],
)
def test_a_pack_stands_in_the_ledger_of_each_school_that_it_speaks_of(
    store: Store, school: str | None, recorded_for: list[str]
) -> None:
    a_school(store, "Bramble School")

    record_issue(store, PDF, kind="governors", as_of=DAY, school=school, **RECORDING)

    assert [name for name, *_ in issued(store)] == recorded_for


def test_a_pack_of_an_unknown_school_is_not_recorded(store: Store) -> None:
    with pytest.raises(NoSuchName):
        record_issue(store, PDF, kind="governors", as_of=DAY, school="Thistle", **RECORDING)

    assert issued(store) == []


def test_a_register_without_a_school_gives_out_no_pack(empty_store: Store) -> None:
    with pytest.raises(NoSchool):
        record_issue(empty_store, PDF, kind="governors", as_of=DAY, school=None, **RECORDING)
