"""What the listings about schools promise to other programs, name by name."""

from typing import Final

from policyaudit.reports.listing import Form

_SCHOOL: Final = {
    "name": "name",
    "nation": "nation",
    "kind": "kind",
    "trust": "trust",
    "policies": "policies",
    "people": "people",
}
SCHOOLS: Final = Form("schools", rows="schools", about={"as_of": "as_of"}, columns=_SCHOOL)
SCHOOL: Final = Form(
    "school",
    about={
        "as_of": "as_of",
        **{name: f"school.{place}" for name, place in _SCHOOL.items()},
        "terms": "terms",
        "declaration": "declaration",
    },
)
STATUTORY: Final = Form(
    "statutory",
    rows="requirements",
    about={
        "as_of": "as_of",
        "school": "school",
        "nation": "nation",
        "kind": "kind",
        "asked": "demand",
        "counts": "counts",
        "notes": "notes",
    },
    columns={
        "key": "key",
        "title": "title",
        "paper": "paper",
        "asked": "asked",
        "only_where": "only_where",
        "held": "held",
        "policies": "policies",
        "perhaps": "perhaps",
        "review_months": "review_months",
        "approvers": "approvers",
        "publish_on_website": "published",
        "staff_acknowledge": "staff_acknowledge",
        "legal_basis": "legal_basis",
        "source_url": "source_url",
        "source_date": "source_date",
        "evidence": "evidence",
        "confidence": "confidence",
    },
)
