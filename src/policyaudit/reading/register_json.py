"""A list of policies as the flat JSON of `audit inspect`: a plain row for each policy, and where each value stood."""

from typing import Any

from policyaudit.reading.evidence import Reading
from policyaudit.reading.inspection import FORMAT, Plain, plain
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.register import ReadColumn, Register, RegisterRow

_FIELDS = {
    "title": ("title",),
    "approval": ("approval",),
    "last": ("last_reviewed", "last_approved"),
    "next": ("next_review",),
    "frequency": ("frequency",),
    "owner": ("owner",),
    "number": ("number",),
    "version": ("version",),
    "committee": ("committee",),
    "statutory": ("statutory",),
    "school": ("school",),
    "approved_on": ("last_approved",),
}


def register_json(register: Register, *, file_name: str, document: DocumentText) -> dict[str, Plain]:
    """The columns as they were understood, and each policy with its values; null where the list does not say."""
    return {
        "format": dict(FORMAT),
        "kind": "register",
        "file": file_name,
        "media_type": document.media_type,
        "columns": [_column(column) for column in register.columns],
        "rows": [_row(row) for row in register.rows],
        "warnings": list(register.warnings),
    }


def _column(column: ReadColumn) -> Plain:
    meaning = column.meaning.value if column.meaning else None
    return {"heading": column.heading, "meaning": meaning, "reason": column.reason}


def _row(row: RegisterRow) -> Plain:
    read = {name: _first(row, fields) for name, fields in _FIELDS.items()}
    values: dict[str, Plain] = {name: plain(reading.value) if reading else None for name, reading in read.items()}
    frequency = row.frequency.value if row.frequency else None
    values["review_months"] = frequency.months if frequency else None
    values["evidence"] = {name: _source(reading) for name, reading in read.items() if reading}
    values["not_understood"] = [{"about": meaning.value, **_place(reading)} for meaning, reading in row.unreadable]
    return values


def _first(row: RegisterRow, names: tuple[str, ...]) -> Reading[Any] | None:
    return next((reading for name in names if (reading := getattr(row, name)) is not None), None)


def _place(reading: Reading[Any]) -> dict[str, Plain]:
    evidence = reading.evidence
    return {
        "line": evidence.line,
        "page": evidence.page,
        "text": evidence.text,
        "confidence": reading.confidence,
        "reason": evidence.reason,
    }


def _source(reading: Reading[Any]) -> Plain:
    return {"value": plain(reading.value), **_place(reading)}
