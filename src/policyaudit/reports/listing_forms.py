"""What each listing promises to other programs, name by name."""

from typing import Final

from policyaudit.reports.listing import Form

DUE: Final = Form(
    "due",
    rows="policies",
    about={
        "as_of": "as_of",
        "within": "within",
        "school": "school",
        "counts": "counts",
        "values_waiting": "values_waiting",
    },
    columns={
        "title": "title",
        "number": "number",
        "school": "school",
        "responsible_officer": "responsible_officer",
        "committee": "committee",
        "last_reviewed": "last_reviewed",
        "next_review": "next_review",
        "due_from": "next_review.earliest",
        "due_by": "next_review.latest",
        "standing": "standing",
        "days_overdue": "days_overdue",
    },
)
UNSIGNED: Final = Form(
    "unsigned",
    rows="owed",
    about={
        "as_of": "as_of",
        "school": "school",
        "required": "required",
        "acknowledged": "acknowledged",
        "late": "late",
        "people": "people",
    },
    columns={
        "person": "person",
        "title": "title",
        "number": "number",
        "school": "school",
        "deadline": "deadline",
        "days_late": "days_late",
        "answer": "answer",
    },
)
IMPORT: Final = Form(
    "import",
    rows="documents",
    rows_at="proposal.documents",
    about={
        "recorded": "recorded",
        "schools_added": "proposal.schools_added",
        "values_waiting": "proposal.values_waiting",
    },
    columns={
        "file": "file_name",
        "outcome": "outcome",
        "school": "school",
        "title": "title",
        "version": "version",
        "question": "question",
        "next_step": "next_step",
        "warnings": "warnings",
        "values": "values",
    },
)

FORMS: Final = {form.name: form for form in (DUE, UNSIGNED, IMPORT)}
