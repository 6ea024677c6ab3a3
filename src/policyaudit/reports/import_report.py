"""The proposal of an import as a file that somebody can mend: a workbook, or JSON."""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from policyaudit.domain.clean_text import clean
from policyaudit.reading.mended_report import ANSWERS, DOCUMENTS, FORM, FORM_VERSION, NAMES, SOURCE, VALUES
from policyaudit.usecases.import_decisions import NEW_POLICY
from policyaudit.usecases.import_report import ImportReport, Reported
from policyaudit.usecases.import_values import ProposedValue

_DOCUMENTS: Final = {
    "File": 26,
    "Becomes": 14,
    "School": 24,
    "Policy": 32,
    "Version": 9,
    "Next review": 18,
    "To be looked at": 48,
    **dict(zip(ANSWERS, (12, 24, 32, 10), strict=True)),
    SOURCE: 12,
}
_VALUES: Final = {
    "File": 26,
    "School": 24,
    "Policy": 32,
    "Field": 20,
    "Value": 32,
    "Sure": 7,
    "Counts": 11,
    "Where": 18,
    "Line": 60,
    "Decision": 12,
    "Correct": 32,
    SOURCE: 12,
}
_CHOICES: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    DOCUMENTS: {"Decision": ("record", "leave out"), "Order": ("newer", "older", "same")},
    VALUES: {"Decision": ("accept", "correct", "skip")},
}
_MENDED: Final = frozenset({*ANSWERS, "Correct"})
_TO_CONFIRM: Final = "to confirm"
_MARKED: Final = frozenset({"Value", "Sure", "Counts"})  # where a value is to be confirmed
_HELP: Final = (
    "How to mend this proposal",
    "Only the yellow columns are read back. What you leave empty goes as it was proposed.",
    "Values, Decision: accept (it is right), correct (put what is right under Correct), skip (it is to wait).",
    "Documents, Decision: leave out (it is no policy, and is not asked again; deleting its row says the same).",
    "Documents, Decision: record (it is a policy, though it was left out before).",
    "Values: those to confirm stand first, and are marked; the others count as they are.",
    "Documents, Right school: under which school it is filed; choose one, or type its name.",
    f"Documents, Belongs to: the title of a policy, or {NEW_POLICY}; choose one, or type it.",
    "Documents, Order: whether the text is newer or older than the one you have, or the same.",
    "Then: audit import PATH... --from this file. The documents must be the same files as before.",
)


def as_workbook(report: ImportReport) -> bytes:
    """An XLSX workbook: documents, values, and how to mend them. Every text is text, whatever it begins with."""
    import xlsxwriter  # noqa: PLC0415 - only this function needs it

    written = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(written, plain) as book:
        book.set_properties({"title": FORM})
        values = [(one, value) for one in report.documents for value in one.values]
        values.sort(key=lambda each: each[1].counts)
        lists = {"Right school": report.schools, "Belongs to": (NEW_POLICY, *report.policies)}
        _sheet(book, DOCUMENTS, _DOCUMENTS, [_document(one) for one in report.documents], lists)
        _sheet(book, VALUES, _VALUES, [_value(*each) for each in values], lists)
        book.add_worksheet("Help").write_column(0, 0, _HELP)
        _names(book, lists | {SOURCE: _written_of(report)})
    return written.getvalue()


def _names(book: Any, lists: Mapping[str, Sequence[str]]) -> None:  # noqa: ANN401 - untyped
    """The names that may be chosen on the other sheets, and of which documents the proposal was written.

    It does not hide, for what is hidden may hold decisions.
    """
    sheet = book.add_worksheet(NAMES)
    text = book.add_format({"num_format": "@", "quote_prefix": True})
    for place, (heading, names) in enumerate(lists.items()):
        sheet.set_column(place, place, 40, text)
        for number, name in enumerate((heading, *names)):
            sheet.write_string(number, place, clean(name), text)


def _written_of(report: ImportReport) -> tuple[str, ...]:
    """The documents and rows that have a row here: one whose row was deleted is told from one that came later."""
    return tuple(dict.fromkeys(one.source for one in report.documents))


def _choices(sheet: str, heading: str, lists: Mapping[str, Sequence[str]]) -> dict[str, object] | None:
    """What may be chosen in a column, if it is one to choose in; another name may be typed as well."""
    if words := _CHOICES[sheet].get(heading):
        return {"validate": "list", "source": list(words)}
    if sheet != DOCUMENTS or not lists.get(heading):
        return None
    column = "AB"[list(lists).index(heading)]
    source = f"={NAMES}!${column}$2:${column}${len(lists[heading]) + 1}"
    return {"validate": "list", "source": source, "show_error": False}


def _sheet(
    book: Any,  # noqa: ANN401 - untyped
    name: str,
    columns: dict[str, int],
    rows: Sequence[tuple[str, ...]],
    lists: Mapping[str, Sequence[str]],
) -> None:
    """A sheet with its head frozen, its columns as wide as their text, and lists to choose from."""
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = {"num_format": "@", "text_wrap": True, "valign": "top", "quote_prefix": True}
    cell, mended = book.add_format(text), book.add_format(text | {"bg_color": "#FFF8DC", "border": 4})
    doubtful = book.add_format(text | {"bg_color": "#FBE0CC"})
    for place, (heading, width) in enumerate(columns.items()):
        sheet.set_column(place, place, width, mended if heading in _MENDED else cell)
        sheet.write_string(0, place, heading, head)
        for number, row in enumerate(rows, start=1):
            write = sheet.write_string if row[place] else sheet.write_blank  # an empty text would hide its neighbour's
            is_doubtful = heading in _MARKED and _TO_CONFIRM in row
            write(number, place, row[place], mended if heading in _MENDED else doubtful if is_doubtful else cell)
        if rows and (allowed := _choices(name, heading, lists)):
            sheet.data_validation(1, place, len(rows), place, allowed)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)


def _document(one: Reported) -> tuple[str, ...]:
    return _cells(
        one.file_name,
        one.becomes,
        one.school,
        one.title,
        one.version,
        one.next_review,
        one.says,
        *("" for _ in ANSWERS),
        one.source,
    )


def _value(one: Reported, value: ProposedValue) -> tuple[str, ...]:
    return _cells(
        one.file_name,
        one.school,
        one.title,
        field_word(value.field),
        value.value,
        f"{value.confidence} %",
        "yes" if value.counts else _TO_CONFIRM,
        ", ".join(_place(value)),
        value.evidence,
        "",
        "",
        one.source,
    )


def field_word(field: str) -> str:
    """A field as it stands in the file: next review."""
    return field.replace("_", " ")


def _place(value: ProposedValue) -> Iterator[str]:
    if value.page:
        yield f"page {value.page}"
    if value.part != "body":
        yield value.part
    if value.line:
        yield f"line {value.line}"


def _cells(*texts: str | None) -> tuple[str, ...]:
    return tuple(clean(text or "", limit=30_000) for text in texts)


def as_json(report: ImportReport) -> bytes:
    """The same as one JSON object: a list of documents, each with its values; null where somebody may decide."""
    documents = [_document_json(one) for one in report.documents]
    form = {"name": FORM, "version": FORM_VERSION}
    whole = {"format": form, "documents": documents, "written_of": _written_of(report)}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _document_json(one: Reported) -> dict[str, Any]:
    return {
        "file": one.file_name,
        "sha256": one.source,
        "outcome": one.becomes,
        "school": one.school,
        "title": one.title,
        "version": one.version,
        "question": one.question,
        "candidates": list(one.candidates),
        "resembles": [{"title": each.title, "per_cent": each.per_cent} for each in one.resembles],
        "warnings": list(one.warnings),
        "decision": None,
        "right_school": None,
        "belongs_to": None,
        "order": None,
        "values": [_value_json(value) for value in one.values],
    }


def _value_json(value: ProposedValue) -> dict[str, Any]:
    return {
        "field": value.field,
        "value": value.value,
        "confidence": value.confidence,
        "counts": value.counts,
        "page": value.page,
        "part": value.part,
        "line": value.line,
        "text": clean(value.evidence),
        "reason": value.reason,
        "decision": None,
        "correct": None,
    }
