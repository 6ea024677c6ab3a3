"""What each listing promises to other programs, name by name."""

from typing import Final

from policyaudit.reports.import_forms import CONFIRM, IMPORT
from policyaudit.reports.listing import Form
from policyaudit.reports.school_forms import SCHOOL, SCHOOLS, STATUTORY

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
        "email": "email",
    },
)
_POLICY: Final = {
    "title": "title",
    "number": "number",
    "school": "school",
    "standing": "standing",
    "responsible_officer": "responsible_officer",
    "committee": "committee",
    "last_reviewed": "last_reviewed",
    "next_review": "next_review",
    "due_from": "next_review.earliest",
    "due_by": "next_review.latest",
    "days_overdue": "days_overdue",
    "confidential": "confidential",
    "values_waiting": "values_waiting",
}
POLICIES: Final = Form(
    "policies",
    rows="policies",
    about={"as_of": "as_of", "within": "within", "school": "school", "counts": "counts"},
    columns=_POLICY,
)
POLICY: Final = Form(
    "policy",
    about={
        "as_of": "as_of",
        **{name: f"policy.{place}" for name, place in _POLICY.items()},
        "status": "status",
        "holder": "holder",
        "review_cycle": "cycle.as_written",
        "review_months": "cycle.months",
        "anchor": "anchor",
        "next_review_stated": "next_review.stated",
        "next_review_derived": "next_review.derived",
        "next_reviews_disagree": "next_review.disagree",
        "withdrawn_on": "withdrawn_on",
        "why_withdrawn": "why_withdrawn",
        "audience": "audience",
        "signatures": "signing",
        "versions": "versions",
        "reviews": "reviews",
        "approvals": "approvals",
        "values_read": "values",
        "entered": "entered",
    },
)
_VERSION: Final = {
    "label": "label",
    "in_force_from": "in_force_from",
    "is_in_force": "is_in_force",
    "kind": "kind",
    "decided_by": "decided_by",
    "reason": "reason",
    "signatures": "signatures",
    "files": "files",
}
VERSIONS: Final = Form(
    "versions",
    rows="versions",
    about={"as_of": "as_of", "policy": "policy", "number": "number"},
    columns=_VERSION,
)
VERSION: Final = Form(
    "version",
    about={
        "as_of": "as_of",
        "policy": "policy",
        **{name: f"version.{place}" for name, place in _VERSION.items()},
        "text_difference": "text_difference",
    },
)
_REVIEW: Final = {
    "title": "title",
    "number": "number",
    "school": "school",
    "reviewed": "reviewed",
    "outcome": "outcome",
    "note": "note",
    "recorded_by": "recorded_by",
    "recorded_at": "recorded_at",
    "voided": "voided",
    "why_voided": "why_voided",
}
REVIEWS: Final = Form("reviews", rows="reviews", about={"school": "school", "policy": "policy"}, columns=_REVIEW)
REVIEW: Final = Form("review", about=_REVIEW)
_COMMITTEE: Final = {"name": "name", "aliases": "aliases", "school": "school"}
COMMITTEES: Final = Form(
    "committees",
    rows="committees",
    about={"as_of": "as_of", "school": "school"},
    columns={
        **_COMMITTEE,
        "policies": "owes.policies",
        "overdue": "owes.overdue",
        "unscheduled": "owes.unscheduled",
        "ended": "ended",
    },
)
COMMITTEE: Final = Form(
    "committee", about={"as_of": "as_of", **_COMMITTEE, "ended": "ended"}, rows="policies", columns=_POLICY
)
OFFICERS: Final = Form(
    "officers",
    rows="officers",
    about={"as_of": "as_of", "school": "school"},
    columns={
        "name": "name",
        "is_post": "is_post",
        "school": "school",
        "holder": "holder",
        "policies": "owes.policies",
        "overdue": "owes.overdue",
        "unscheduled": "owes.unscheduled",
        "ended": "ended",
    },
)
OFFICER: Final = Form(
    "officer",
    about={
        "as_of": "as_of",
        "title": "title",
        "school": "school",
        "holder": "holder",
        "holders": "holders",
        "ended": "ended",
    },
    rows="policies",
    columns=_POLICY,
)
STAFF: Final = Form(
    "staff",
    rows="people",
    about={"as_of": "as_of", "school": "school"},
    columns={
        "name": "name",
        "school": "school",
        "email": "email",
        "role": "role",
        "groups": "groups",
        "started": "started",
        "left": "left",
        "presence": "presence",
        "owes": "owes",
    },
)
PERSON: Final = Form(
    "person",
    about={
        "as_of": "as_of",
        "name": "name",
        "school": "school",
        "email": "email",
        "role": "role",
        "started": "started",
        "left": "left",
        "presence": "presence",
        "groups": "groups",
        "posts": "posts",
        "absences": "absences",
        "owed": "owed",
        "answers": "answers",
    },
)
_GROUP: Final = {"group": "slug", "name": "name", "school": "school"}
GROUPS: Final = Form(
    "groups",
    rows="groups",
    about={"as_of": "as_of", "school": "school"},
    columns={**_GROUP, "people": "people", "policies": "policies", "ended": "ended"},
)
GROUP: Final = Form(
    "group",
    about={"as_of": "as_of", **_GROUP, "ended": "ended", "people": "people", "policies": "policies"},
)

FORMS: Final = {
    form.name: form
    for form in (
        DUE,
        UNSIGNED,
        IMPORT,
        CONFIRM,
        POLICIES,
        POLICY,
        VERSIONS,
        VERSION,
        REVIEWS,
        REVIEW,
        COMMITTEES,
        COMMITTEE,
        OFFICERS,
        OFFICER,
        STAFF,
        PERSON,
        GROUPS,
        GROUP,
        SCHOOLS,
        SCHOOL,
        STATUTORY,
    )
}
