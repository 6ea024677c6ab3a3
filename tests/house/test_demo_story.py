"""The sample school shows on its demo day what the head of db/demo/school.toml promises, by the rules of the domain."""

from collections import Counter
from datetime import date

import pytest

from policyaudit.domain.next_review import disagree
from policyaudit.domain.schedule import Standing, days_overdue
from tests.house.demo_files import rows, school
from tests.house.demo_rules import given_by, next_review, owed, reviews_of, standing_of


def unsigned(number: str) -> set[str]:
    return {name for policy, name in owed() if policy == number}


def test_every_standing_is_there_as_often_as_promised() -> None:
    standings = Counter(standing_of(policy) for policy in rows("policies"))

    assert standings == {
        Standing.OVERDUE: 5,
        Standing.UNSCHEDULED: 2,
        Standing.DUE: 2,
        Standing.DUE_SOON: 4,
        Standing.IN_DATE: 24,
        Standing.LIVE: 2,
        Standing.DRAFT: 1,
        Standing.WITHDRAWN: 2,
    }


def test_the_overdue_are_late_by_days_that_differ_with_what_was_written() -> None:
    late = {
        policy["title"]: days_overdue(review.latest, school()["demo_day"])
        for policy in rows("policies")
        if standing_of(policy) == Standing.OVERDUE and (review := next_review(policy))
    }

    assert late == {
        "Lettings and community use": 1604,
        "Social media": 125,
        "Whistleblowing": 104,
        "Relationships, sex and health education": 40,
        "School uniform": 19,
    }


def test_one_policy_states_another_next_review_than_its_cycle_gives() -> None:
    contradicting = [policy["title"] for policy in rows("policies") if disagree(*reviews_of(policy))]

    assert contradicting == ["Intimate care"]


@pytest.mark.parametrize("number", ["CU04", "SG05", "GV05", "HS03"])
def test_some_policies_are_signed_by_everybody_who_owes_it(number: str) -> None:
    assert unsigned(number) == set()


def test_hardly_anybody_has_signed_the_material_revision_of_last_week() -> None:
    revision = [row for row in rows("versions") if row["policy_number"] == "PU01"][-1]
    signed = [row for row in rows("acknowledgements") if (row["policy_number"], row["version"]) == ("PU01", "4.0")]

    assert (revision["in_force_from"], revision["kind"]) == ("2026-10-26", "material")
    assert len(signed) == 3
    assert len(unsigned("PU01")) == 26


@pytest.mark.parametrize("name", ["Fern Carbon", "Percy Dogear", "Jasper Tabard", "Rupert Adjourn", "Ivy Bookend"])
def test_who_has_left_or_is_away_owes_nothing(name: str) -> None:
    assert [number for number, person in owed() if person == name] == []


def test_who_starts_today_has_a_fortnight() -> None:
    deadlines = {one.deadline for (_, person), one in owed().items() if person == "Wilf O'Brush"}

    assert deadlines == {date(2026, 11, 16)}


def test_who_came_back_has_a_fortnight_from_that_day() -> None:
    deadlines = {one.deadline for (_, person), one in owed().items() if person == "Agnes Paperclip"}

    assert deadlines == {date(2026, 11, 9)}


def test_a_signature_on_paper_for_the_version_before_counts_for_nothing_after_a_material_revision() -> None:
    given = given_by("Juno Binder", "PU01")

    assert [one.sequence for one in given] == [2]
    assert "Juno Binder" in unsigned("PU01")


@pytest.mark.parametrize(
    ("name", "number"), [("Cyril Beaker", "ST01"), ("Cora Ladle", "PU06")], ids=["declined", "queried"]
)
def test_who_declined_or_asked_still_owes_the_signature(name: str, number: str) -> None:
    assert name in unsigned(number)


@pytest.mark.parametrize(
    ("name", "number"),
    [("Otto Pencil", "SG02"), ("Otto Pencil", "HS01"), ("Maud Blotter", "ST06")],
    ids=["queried, then signed", "voided, then signed", "voided, then signed by another"],
)
def test_what_was_put_right_counts(name: str, number: str) -> None:
    assert name not in unsigned(number)
