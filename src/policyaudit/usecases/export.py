"""`audit export`: everything that a school holds, as tables of plain values that any program can read."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from policyaudit.store.reads.everything import LISTINGS, rows_of
from policyaudit.store.reads.mapping import Reads
from policyaudit.usecases.finding import scope_of

FORMAT: Final = {"name": "policyaudit.export", "version": 1}
Plain = str | int | None


@dataclass(frozen=True, slots=True)
class ExportTable:
    """One table: its name, which is also that of its file, its columns, and its rows in an order that stays."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Plain, ...], ...]


@dataclass(frozen=True, slots=True)
class Export:
    """Everything of one school, or of all; who was erased stands in it as "(erased)"."""

    as_of: date
    school: str | None
    tables: tuple[ExportTable, ...]


def export(reads: Reads, *, as_of: date, school: str | None = None) -> Export:
    """What the register holds now; `as_of` only dates the export. Raises `NoSuchName` for an unknown school."""
    scope = scope_of(reads, school)
    tables = (
        ExportTable(listing.name, listing.columns, tuple(rows_of(reads, listing, scope.school_id)))
        for listing in LISTINGS
    )
    return Export(as_of, scope.school, tuple(tables))


def as_tree(exported: Export) -> dict[str, object]:
    """The export as one JSON-ready object: each table is a list of objects by column."""
    tables = {
        table.name: [dict(zip(table.columns, row, strict=True)) for row in table.rows] for table in exported.tables
    }
    return {
        "format": dict(FORMAT),
        "as_of": exported.as_of.isoformat(),
        "school": exported.school,
        "tables": tables,
    }
