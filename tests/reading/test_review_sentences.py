"""Sentences on the review and approval of the policy itself."""

from typing import Any

import pytest

from policyaudit.reading.evidence import CERTAIN
from tests.reading.reading_texts import BODY, inspected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"""
Trefonen Primary School
Homework Policy
{BODY}
Governors adopted this policy in May 2014.
The next scheduled review date is September 2016.
""",
            {"approved_on": "2014-05", "next_review": "2016-09"},
            id="sentence approval",
        ),
        pytest.param(
            f"""
Equality Policy
Crowmarsh School
{BODY}
This policy was reviewed in June 2018 and the next review is due in June 2020.
""",
            {"last_reviewed": "2018-06", "next_review": "2020-06"},
            id="sentence due in",
        ),
        pytest.param(
            f"""
Calculation Policy
Linden Road Primary School
{BODY}
This policy will be reviewed Sept 2017.
""",
            {"next_review": "2017-09"},
            id="sentence month",
        ),
        pytest.param(
            f"""
Attendance Policy
Moorview High School
{BODY}
The governing body will review this policy every two years or sooner if the law changes.
""",
            {"review_frequency": "every two years or sooner if the law changes", "review_months": 24},
            id="frequency sentences",
        ),
        pytest.param(
            f"""
Music Policy
Elmtree Junior School
{BODY}
Review
This policy will be reviewed by the Curriculum Committee in the Summer Term 2023.
""",
            {"next_review": {"term": "Summer", "year": "2023"}, "responsible_committee": "Curriculum Committee"},
            id="review heading then sentence",
        ),
        pytest.param(
            f"""
Allergy Policy
{BODY}
The policy is reviewed every September by the Designated Safeguarding Lead.
""",
            {"review_months": 12},
            id="review every september",
        ),
        pytest.param(
            f"""
Finance Policy
Reviewed and approved by the Finance Committee on 12 November 2019
Next review: November 2020
{BODY}
""",
            {"approved_on": "2019-11-12", "approved_by": "Finance Committee", "next_review": "2020-11"},
            id="last approved by committee",
        ),
        pytest.param(
            f"""
Parking Policy
This is a non-statutory policy.
{BODY}
""",
            {"statutory": False},
            id="non statutory",
        ),
    ],
)
def test_a_sentence_about_the_policy_gives_its_value(text: str, expected: dict[str, Any]) -> None:
    found = inspected(text)

    assert {field: found[field] for field in expected} == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Risk assessments are reviewed annually by the site manager.", id="risk assessments"),
        pytest.param("The care plan is reviewed every six months.", id="a care plan"),
        pytest.param("The anti-bullying policy is reviewed every two years.", id="another policy"),
        pytest.param("Under this policy each pupil's consent is reviewed with training every year.", id="training"),
        pytest.param("The shed is old. We look at it again every year.", id="it is a shed"),
        pytest.param("Review consent every 3 months.", id="an instruction"),
    ],
)
def test_a_sentence_about_something_else_gives_no_cycle(sentence: str) -> None:
    found = inspected(f"Attendance Policy\nIntroduction\n{sentence}\n")

    assert found["review_frequency"] is None


@pytest.mark.parametrize(
    ("text", "cycle", "meanings"),
    [
        pytest.param(
            "This policy is reviewed biannually.", "biannually", ["twice a year", "every two years"], id="a sentence"
        ),
        pytest.param("Review cycle: Bi-Annual", "Bi-Annual", ["twice a year", "every two years"], id="a label"),
        pytest.param("Review cycle: bi-termly", "bi-termly", ["twice a term", "every two terms"], id="terms"),
        pytest.param("Review cycle: bi-monthly", "bi-monthly", ["twice a month", "every two months"], id="months"),
    ],
)
def test_a_cycle_of_two_meanings_is_asked_with_both(text: str, cycle: str, meanings: list[str]) -> None:
    found = inspected(f"Attendance Policy\n{text}\n{BODY}")

    source = found["evidence"]["review_frequency"]

    assert (found["review_frequency"], found["review_months"]) == (cycle, None)
    assert source["confidence"] < CERTAIN
    assert [other["value"] for other in source["others"]] == meanings


@pytest.mark.parametrize(
    ("sentence", "months"),
    [
        pytest.param("This policy will be reviewed every two years.", 24, id="this policy"),
        pytest.param("The attendance policy is reviewed annually.", 12, id="named by its title"),
        pytest.param("We annually review this policy.", 12, id="cycle before the verb"),
        pytest.param("Reviewed annually. Next review June 2016.", 12, id="no subject"),
        pytest.param(
            "This paper was drawn up with parents. We look at it again every three years.", 36, id="looked at again"
        ),
        pytest.param("This notice is new. We will review it annually.", 12, id="we review it"),
        pytest.param("We keep this policy alive. It is reviewed annually.", 12, id="it"),
        pytest.param(
            "This policy will be reviewed as it is deemed fit, but no less frequently than every 3 years.",
            36,
            id="at least",
        ),
    ],
)
def test_a_sentence_about_this_policy_gives_its_cycle(sentence: str, months: int) -> None:
    found = inspected(f"Attendance Policy\nIntroduction\n{sentence}\n")

    assert found["review_months"] == months


def test_a_sentence_may_call_a_policy_by_its_initials() -> None:
    sentence = "Our SMSC policy was ratified by the governing body on 31 March 2020."

    found = inspected(f"Spiritual, Moral, Social and Cultural Policy\nIntroduction\n{sentence}\n")

    assert found["approved_on"] == "2020-03-31"
