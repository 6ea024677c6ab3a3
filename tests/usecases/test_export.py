"""Everything that a register holds leaves it as plain tables, the same from both engines."""

import json
import sqlite3
from contextlib import closing

import pytest

from policyaudit.domain.naming import NoSuchName
from policyaudit.store.opening import Store, open_register
from policyaudit.usecases.export import Export, ExportTable, as_tree, export
from tests.factories import (
    BY,
    SCHOOL,
    TODAY,
    a_person,
    a_policy,
    a_review,
    a_school,
    a_signature,
    a_version,
)

KEPT_APART = {"journal", "actor", "note", "round", "round_member", "declaration", "alembic_version"}


def table(exported: Export, name: str) -> ExportTable:
    return next(each for each in exported.tables if each.name == name)


def rows(exported: Export, name: str, *columns: str) -> list[tuple[object, ...]]:
    one = table(exported, name)
    places = [one.columns.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in one.rows]


def test_names_stand_instead_of_numbers_and_dates_as_they_were_written(store: Store) -> None:
    a_person(store, "Ada Inkwell", email="ada@larkmead.example")
    a_policy(store, number="PS1", next_review="June 2017", committee="FGB", officer="Ada Inkwell", ask=("all-staff",))
    a_version(store)
    a_signature(store, "Inkwell", note="on paper")
    a_policy(store, "Attendance")
    a_review(store, "Attendance", on="June 2016")

    found = export(store, as_of=TODAY)

    assert rows(found, "policies", "policy", "number", "responsible_person", "committee", "next_review_stated_to") == [
        ("Attendance", None, None, None, None),
        ("Behaviour", "PS1", "Ada Inkwell", "Full governing board", "2017-06-30"),
    ]
    assert rows(found, "acknowledgements", "policy", "version", "name", "signed_on", "note", "recorded_by") == [
        ("Behaviour", "1.0", "Ada Inkwell", "2025-10-01", "on paper", BY)
    ]
    assert rows(found, "reviews", "reviewed", "reviewed_from", "reviewed_to") == [
        ("June 2016", "2016-06-01", "2016-06-30")
    ]
    assert rows(found, "people", "name", "email") == [("Ada Inkwell", "ada@larkmead.example")]
    assert ("All staff", "Ada Inkwell") in rows(found, "groups", "group", "name")
    assert ("Contractors", None) in rows(found, "groups", "group", "name")


def test_erased_people_stand_as_erased(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    _erase_people(store.target)

    assert rows(export(store, as_of=TODAY), "people", "name") == [("(erased)",)]


def _erase_people(file: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE person SET name = NULL, name_key = NULL")


def test_one_school_can_be_asked_for(store: Store) -> None:
    a_school(store, "Oakhanger School")
    a_policy(store)
    a_policy(store, school="Oakhanger")

    assert rows(export(store, as_of=TODAY), "policies", "school") == [(SCHOOL,), ("Oakhanger School",)]
    one = export(store, as_of=TODAY, school="Oakhanger")
    assert (one.school, rows(one, "policies", "school")) == ("Oakhanger School", [("Oakhanger School",)])
    with pytest.raises(NoSuchName):
        export(store, as_of=TODAY, school="Nowhere")


def test_whole_is_one_json_object(store: Store) -> None:
    a_policy(store)

    tree = json.loads(json.dumps(as_tree(export(store, as_of=TODAY))))

    assert tree["format"] == {"name": "policyaudit.export", "version": 1}
    assert (tree["as_of"], tree["school"]) == ("2026-11-20", SCHOOL)
    assert tree["tables"]["policies"][0]["policy"] == "Behaviour"


def test_sample_school_is_the_same_from_both_engines(sample_in_a_file: str, sample_on_a_server: str) -> None:
    with open_register(sample_in_a_file) as one, open_register(sample_on_a_server) as other:
        exported = [export(store, as_of=TODAY) for store in (one, other)]
        names = {str(name) for (name,) in one.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}

    assert exported[0] == exported[1]
    assert all(
        each.rows for each in exported[0].tables if each.name not in {"left_out", "packs", "terms", "values_read"}
    )
    assert len(names - KEPT_APART) >= len(exported[0].tables)
