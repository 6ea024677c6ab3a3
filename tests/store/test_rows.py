"""Every change has its table, and every field its column."""

from dataclasses import fields, replace
from datetime import date

import pytest

from policyaudit.domain import changes
from policyaudit.domain.changes import Change, DocumentKept, SchoolAdded, VersionAdded
from policyaudit.domain.partial_date import PartialDate, Precision
from policyaudit.store.rows import ADDS, CLAIMED, EDITS, FILLED_LATER, SETS, form_of, kind_of, table_of
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
    filled |= {f"{form.stamp}_by", f"{form.stamp}_at", *FILLED_LATER.get(change, ())}

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


A_SCHOOL = SchoolAdded(school_id=1, name="Larkmead", name_key="larkmead", nation="england", kind="maintained")
NASTY = {
    "control characters": "Lark\x1b[31mmead",
    "a NUL": "Lark\0mead",
    "a change of direction": "Lark\u202edaem",
    "half of a character": "Lark\ud800mead",
    "letter and accent apart": "Sia\u0302n's School",
    "two lines": "Lark\nmead",
    "blanks around it": " Larkmead ",
}


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_text_that_nobody_cleaned_never_becomes_a_row(text: str) -> None:
    with pytest.raises(ValueError, match="name of SchoolAdded was not cleaned"):
        form_of(SchoolAdded).row(replace(A_SCHOOL, name=text))


def test_a_date_as_somebody_wrote_it_is_text_too() -> None:
    added = VersionAdded(
        school_id=1,
        version_id=1,
        policy_id=1,
        sequence=1,
        in_force_from=PartialDate.of_month(2026, 6, "June\x1b 2026"),
    )

    with pytest.raises(ValueError, match="in_force_from of VersionAdded was not cleaned"):
        form_of(VersionAdded).row(added)


def a_document(text: str) -> DocumentKept:
    return DocumentKept(
        school_id=1, sha256="0" * 64, file_name="a.txt", media_type="text/plain", size=1, content=b"\0", text=text
    )


def test_the_text_of_a_document_has_lines_and_cells_and_its_bytes_are_as_they_are() -> None:
    text = "Behaviour\n\nVersion\t2\n  Owner\tHead"

    row = form_of(DocumentKept).row(a_document(text))

    assert (row["text"], row["content"]) == (text, b"\0")


@pytest.mark.parametrize(
    "text", [text for what, text in NASTY.items() if what not in {"two lines", "blanks around it"}]
)
def test_no_line_of_a_document_holds_what_acts(text: str) -> None:
    with pytest.raises(ValueError, match="text of DocumentKept was not cleaned"):
        form_of(DocumentKept).row(a_document(f"Behaviour\n{text}"))
