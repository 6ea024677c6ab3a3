"""The statutory catalogue as it stands in db/catalogue: read when it is asked for, and closed in every column."""

import csv
from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from policyaudit import assets
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.requirement import (
    APPROVERS,
    OTHER_PAPERS,
    POLICY_PAPERS,
    SCHOOL_TYPES,
    Confidence,
    Duty,
    Evidence,
    Requirement,
)

Row = dict[str, str]

_NATIONS: Final = {
    "England": "england",
    "Wales": "wales",
    "Scotland": "scotland",
    "Northern Ireland": "northern-ireland",
}
_PUBLISHED: Final = {"yes": True, "no": False, "unknown": None}
_READ_BY_STAFF: Final = ("yes", "no", "common practice")


def catalogue() -> tuple[Requirement, ...]:
    """Everything that the law and guidance ask of schools, nation by nation, in the order of the file."""
    return tuple(map(requirement, _rows()))


def requirement(row: Row) -> Requirement:
    """One row of the catalogue. Raises ValueError, which names the row, where a column holds what it may not."""
    try:
        return Requirement(
            key=row["key"],
            title=row["title"],
            also_called=_several(row["also_called"]),
            instead_of=row["instead_of"] or None,
            nation=_NATIONS[row["jurisdiction"]],
            school_types=_known(_several(row["school_types"]), SCHOOL_TYPES),
            only_where=row["only_where"] or None,
            duty=Duty(row["duty"]),
            paper=_known((row["kind"],), POLICY_PAPERS | OTHER_PAPERS)[0],
            review_months=int(row["review_months"]) if row["review_months"] else None,
            approvers=_known(_several(row["approver"]), APPROVERS),
            published=_PUBLISHED[row["publish_on_website"]],
            staff_acknowledge=_known((row["staff_acknowledge"],), _READ_BY_STAFF)[0],
            legal_basis=row["legal_basis"] or None,
            source_url=row["source_url"] or None,
            source_date=_page_date(row["source_date"]) if row["source_date"] else None,
            evidence=Evidence(row["evidence"]),
            confidence=Confidence(row["confidence"]),
        )
    except (KeyError, ValueError) as problem:
        sentence = f"the catalogue cannot be read at {row.get('key') or 'a row without a key'}: {problem}"
        raise ValueError(sentence) from problem


def _rows() -> Iterator[Row]:
    path = assets.folder("db") / "catalogue" / "statutory-policies.csv"
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, strict=True)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _known(words: tuple[str, ...], among: Collection[str]) -> tuple[str, ...]:
    if unknown := [word for word in words if word not in among]:
        sentence = f"{', '.join(unknown)!r} is no word for it"
        raise ValueError(sentence)
    return words


def _page_date(text: str) -> PartialDate:
    """The date that a page bears, to the day, the month or the year: 2022-03-15, 2016-01, 2014."""
    match text.split("-"):
        case [year]:
            return PartialDate.of_year(int(year))
        case [year, month]:
            return PartialDate.of_month(int(year), int(month))
        case _:
            return PartialDate.of_day(date.fromisoformat(text))
