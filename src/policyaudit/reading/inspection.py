"""What was read from one document as the flat JSON of `audit inspect`: plain values, and where each came from."""

from dataclasses import fields

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.reading.evidence import LoggedVersion, Reading
from policyaudit.reading.header import Header
from policyaudit.reading.lines import DocumentText

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]

FORMAT: dict[str, Plain] = {"name": "policyaudit.inspect", "version": 1}


def as_json(header: Header, *, file_name: str, document: DocumentText) -> dict[str, Plain]:
    """All fields as plain values, null where the document does not say; `evidence` holds the line of each."""
    values: dict[str, Plain] = {}
    evidence: dict[str, Plain] = {}
    for field in fields(Header):
        read = getattr(header, field.name)
        values[field.name] = (
            [plain(each.value) for each in read] or None if isinstance(read, tuple) else plain(read and read.value)
        )
        if read:
            evidence[field.name] = [_source(each) for each in read] if isinstance(read, tuple) else _source(read)
    values["review_months"] = header.review_frequency.value.months if header.review_frequency else None
    return {
        "format": dict(FORMAT),
        "kind": "document",
        "file": file_name,
        "media_type": document.media_type,
        **values,
        "warnings": list(document.warnings),
        "evidence": evidence,
    }


def plain(value: object) -> Plain:
    """A value as JSON has it: dates in their notation, a cycle in its words."""
    match value:
        case PartialDate():
            return value.notation if isinstance(value.notation, str) else dict(value.notation)
        case ReviewCycle():
            return value.as_written
        case LoggedVersion():
            return {"version": value.label, "date": plain(value.dated), "description": value.description}
        case bool() | str():
            return value
        case _:
            return None


def _source(reading: Reading[object]) -> Plain:
    """Where a value was read, how sure that is, and what contradicts it."""
    evidence = reading.evidence
    return {
        "value": plain(reading.value),
        "line": evidence.line,
        "page": evidence.page,
        "part": evidence.part.value,
        "text": evidence.text,
        "confidence": reading.confidence,
        "reason": evidence.reason,
        "others": [_source(other) for other in reading.others],
    }
