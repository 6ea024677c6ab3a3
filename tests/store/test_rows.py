"""Every change has its table, and every field its column."""

from dataclasses import fields
from datetime import date

import pytest

from policyaudit.domain import changes
from policyaudit.domain.changes import Change
from policyaudit.domain.partial_date import PartialDate, Precision
from policyaudit.store.rows import ADDS, CLAIMED, EDITS, SETS, form_of, kind_of, table_of
from policyaudit.store.tables import METADATA, evidence, people

EVERY_CHANGE = [
    kind
    for kind in vars(changes).values()
    if isinstance(kind, type) and issubclass(kind, Change) and kind is not Change
]
BY_NAME = pytest.mark.parametrize("change", EVERY_CHANGE, ids=kind_of)


@BY_NAME
def test_every_change_fills_columns_of_one_table(change: type[Change]) -> None:
    columns = set(form_of(change).table.columns.keys())

    for field in fields(change):
        partial = {f"{field.name}_{part}" for part in ("as_written", "earliest", "latest", "precision")}
        assert field.name in columns or partial <= columns


@pytest.mark.parametrize("change", [*ADDS, *SETS], ids=kind_of)
def test_every_change_that_adds_fills_all_columns_that_the_writer_does_not(change: type[Change]) -> None:
    form = form_of(change)
    filled = {field.name for field in fields(change)} | {"token", "salt"}
    filled |= {f"{form.stamp}_by", f"{form.stamp}_at"}

    for column in form.table.columns.keys():  # noqa: SIM118 - a collection of columns, not a dict
        start = column.removesuffix("_as_written").removesuffix("_earliest").removesuffix("_latest")
        assert column in filled or start.removesuffix("_precision") in filled


def test_every_change_has_one_way_of_being_written() -> None:
    assert sorted(map(kind_of, (*ADDS, *EDITS, *SETS))) == sorted(map(kind_of, EVERY_CHANGE))


def test_claimed_dates_are_columns_of_their_tables() -> None:
    for change, column in CLAIMED.items():
        assert column in form_of(change).table.columns


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        pytest.param(changes.PolicyAdded, "policy-added", id="two words"),
        pytest.param(changes.Acknowledged, "acknowledged", id="one word"),
        pytest.param(changes.CommitteeAliasAdded, "committee-alias-added", id="three words"),
        pytest.param(changes.PackWasIssued, "pack-was-issued", id="a pack"),
    ],
)
def test_the_ledger_writes_names_in_small_letters(change: type[Change], kind: str) -> None:
    assert kind_of(change) == kind


def test_days_and_flags_become_text_and_numbers() -> None:
    change = changes.PolicyAdded(
        school_id=1,
        policy_id=2,
        title="Lockdown",
        title_key="lockdown",
        sort_key="lockdown",
        confidential=True,
        due_by=date(2026, 8, 31),
        next_stated=PartialDate(date(2026, 8, 1), date(2026, 8, 31), Precision.MONTH, "August 2026"),
    )

    row = form_of(changes.PolicyAdded).row(change)

    assert (row["confidential"], row["cycle_on_change"], row["due_by"], row["due_from"]) == (1, 0, "2026-08-31", None)
    assert {name: value for name, value in row.items() if name.startswith("next_")} == {
        "next_stated_as_written": "August 2026",
        "next_stated_earliest": "2026-08-01",
        "next_stated_latest": "2026-08-31",
        "next_stated_precision": "month",
        "next_derived_as_written": None,
        "next_derived_earliest": None,
        "next_derived_latest": None,
        "next_derived_precision": None,
    }


def test_models_and_tables_are_the_same() -> None:
    assert table_of(people.School) is METADATA.tables["school"]
    assert table_of(evidence.Journal) is METADATA.tables["journal"]
