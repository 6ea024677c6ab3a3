"""What the listings of an import promise to other programs, name by name."""

from typing import Final

from policyaudit.reports.listing import Form, Sheet

# A sheet holds the documents and the rows of lists one below the other; what one of them does not have is empty.
_LINE: Final = {
    "file": "file_name",
    "outcome": "outcome",
    "school": "school",
    "title": "title",
    "version": "version",
    "next_review": "next_review",
    "question": "question",
    "next_step": "next_step",
    "asks": "asks",
    "candidates": "candidates",
    "resembles": "resembles",
    "warnings": "warnings",
    "values": "values",
    "sha256": "source",
    "sheet": "sheet",
    "row": "row",
    "listed_as": "listed_as",
}
IMPORT: Final = Form(
    "import",
    rows="documents",
    rows_at="proposal.documents",
    about={
        "recorded": "recorded",
        "schools_added": "proposal.schools_added",
        "values_waiting": "proposal.values_waiting",
        "registers": "registers",
    },
    columns={
        "file": "file_name",
        "outcome": "outcome",
        "school": "school",
        "title": "title",
        "version": "version",
        "next_review": "next_review",
        "question": "question",
        "next_step": "next_step",
        "asks": "asks",
        "candidates": "candidates",
        "resembles": "resembles",
        "warnings": "warnings",
        "values": "values",
        "sha256": "source",
    },
    sheet=Sheet("lines", _LINE),
)
CONFIRM: Final = Form(
    "confirm",
    rows="values",
    about={"school": "school", "policy": "policy"},
    columns={
        "title": "first.policy",
        "number": "first.number",
        "school": "first.school",
        "version": "first.version",
        "field": "first.field",
        "value": "first.value",
        "confidence": "first.confidence",
        "files": "files",
        "page": "first.page",
        "part": "first.part",
        "line": "first.line",
        "text": "first.evidence",
        "reason": "first.reason",
    },
)
