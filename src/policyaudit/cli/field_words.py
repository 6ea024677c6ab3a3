"""What the fields of a document are called on a terminal."""

from typing import Final

_WORDS: Final = {
    "organisation": "School",
    "policy_number": "Number",
    "responsible_committee": "Committee",
    "last_reviewed": "Last review",
    "review_frequency": "Review cycle",
    "effective_from": "In force from",
    "document_date": "Date of document",
    "version_history": "Version log",
    "related_policies": "Related policy",
}


def field_words(field: str) -> str:
    """The field in the school's words: next_review is Next review."""
    return _WORDS.get(field) or field.replace("_", " ").capitalize()


def place_words(line: int | None, page: int | None, part: str) -> str:
    """Where a value stands: page 2, line 14; footer, line 80; file name; sheet Policies, row 7, column Next review.

    The one sheet of a file without sheets is not named.
    """
    around, is_cell, column = f", {part}".rpartition(", column ")
    around = (around if is_cell else column).removeprefix(", ")
    where = [f"page {page}"] if page else []
    where += [around] if around not in {"", "body", "sheet"} else []
    where += [f"{'row' if around == 'sheet' or around.startswith('sheet ') else 'line'} {line}"] if line else []
    where += [f"column {column}"] if is_cell else []
    return ", ".join(where)
