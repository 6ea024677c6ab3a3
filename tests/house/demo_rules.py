"""What the files of the sample school come to on its demo day, by the rules of the domain alone."""

from datetime import date
from functools import cache

from policyaudit.domain.next_review import choose_next_review, derived_next_review
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.schedule import standing
from policyaudit.domain.season import Season
from policyaudit.domain.sign_off import (
    Acknowledgement,
    Asked,
    Obligation,
    PublishedVersion,
    Signatory,
    Span,
    obligation,
)
from policyaudit.domain.term_calendar import Term, TermCalendar
from policyaudit.reading.cycles import read_cycle
from policyaudit.reading.dates import read_date
from tests.house.demo_files import Row, rows, school


@cache
def calendar() -> TermCalendar:
    return TermCalendar(
        tuple(
            Term(row["academic_year"], Season(row["season"]), row["half"], row["first_day"], row["last_day"])
            for row in school()["terms"]
        )
    )


def a_date(written: str) -> PartialDate | None:
    read = read_date(written, calendar=calendar()) if written else None
    assert read is not None or not written, written
    return read


def reviews_of(policy: Row) -> tuple[PartialDate | None, PartialDate | None]:
    """The next review that the school stated, and the one that its cycle gives."""
    cycle = read_cycle(policy["cycle"]) if policy["cycle"] else None
    anchors = a_date(policy["last_reviewed"]), a_date(policy["approved_on"])
    return a_date(policy["next_review_stated"]), derived_next_review(*anchors, cycle, calendar=calendar())


def next_review(policy: Row) -> PartialDate | None:
    return choose_next_review(*reviews_of(policy))


def standing_of(policy: Row) -> str:
    if policy["status"] != "in force":
        return policy["status"]
    return standing(next_review(policy), as_of=school()["demo_day"]).value


def day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def versions_of(number: str) -> tuple[PublishedVersion, ...]:
    listed = [row for row in rows("versions") if row["policy_number"] == number]
    return tuple(
        PublishedVersion(
            place,
            "minor" if row["kind"] == "minor" else "material",
            begun.earliest if (begun := a_date(row["in_force_from"])) else None,
            begun.latest if begun else None,
            row["label"],
        )
        for place, row in enumerate(listed, 1)
    )


def given_by(name: str, number: str) -> tuple[Acknowledgement, ...]:
    places = {version.label: version.sequence for version in versions_of(number)}
    voided = {(row["policy_number"], row["person"], row["signed_on"]) for row in rows("voids")}
    return tuple(
        Acknowledgement(
            places[row["version"]],
            date.fromisoformat(row["signed_on"]),
            row["state"],  # type: ignore[arg-type]  # the words are tested with the data
            (number, name, row["signed_on"]) in voided,
        )
        for row in rows("acknowledgements")
        if (row["policy_number"], row["person"]) == (number, name)
    )


def signatory(person: Row, policy: Row) -> Signatory:
    employed = Span(day(person["started"]), day(person["left"]))
    groups = set(person["groups"].split(";")) & set(policy["audience"].split(";"))
    absences = tuple(
        Span(day(row["from"]), day(row["until"])) for row in rows("absences") if row["name"] == person["name"]
    )
    return Signatory(employed, tuple(Asked(Span(day(policy["asked_from"])), employed) for _ in groups), absences)


@cache
def owed() -> dict[tuple[str, str], Obligation]:
    """What is unsigned on the demo day: by policy number and name."""
    return {
        (policy["number"], person["name"]): open_one
        for policy in rows("policies")
        if policy["audience"]
        for person in rows("staff")
        if (
            open_one := obligation(
                versions_of(policy["number"]),
                signatory(person, policy),
                given_by(person["name"], policy["number"]),
                as_of=school()["demo_day"],
            )
        )
    }
