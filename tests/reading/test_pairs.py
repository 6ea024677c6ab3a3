"""Where a value may stand to its label: beside it, below it, or further on."""

from typing import Any

import pytest

from tests.reading.reading_texts import BODY, inspected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"""
Kingsmead Academy Trust
Whistleblowing Policy
Approved by      Date approved      Next review      Owner
Trust Board      14 July 2022       July 2024        Chief Executive
{BODY}
""",
            {
                "approved_by": "Trust Board",
                "approved_on": "2022-07-14",
                "next_review": "2024-07",
                "responsible_officer": "Chief Executive",
            },
            id="header over values wide",
        ),
        pytest.param(
            f"""
Lettings Policy
Approved by:
Date approved:
Review date:
Responsible person:

Full Governing Body
3rd February 2020
February 2022
School Business Manager
{BODY}
""",
            {"approved_by": "Full Governing Body", "approved_on": "2020-02-03", "next_review": "2022-02"},
            id="labels then values",
        ),
        pytest.param(
            f"""
Health and Safety Policy
Date of last review:   January
                       2020
Date of next review:   January
                       2021
{BODY}
""",
            {"last_reviewed": "2020-01", "next_review": "2021-01"},
            id="wrapped date",
        ),
        pytest.param(
            f"""
Sun Protection Policy
Date approved: 5
th
 May 2017
Next review: May 2020
{BODY}
""",
            {"next_review": "2020-05"},
            id="split ordinal",
        ),
        pytest.param(
            f"""
Safer Recruitment Policy
This policy was adopted by\tLittle Acorns Nursery
On\t12 January 2021
Date to be reviewed\t12 January 2022
Signed on behalf of the provider\t
Name of signatory\tRuth Marlowe
Role of signatory (e.g. chair, director or owner)\tManager
{BODY}
""",
            {
                "approved_on": "2021-01-12",
                "next_review": "2022-01-12",
                "signed_by": ["Ruth Marlowe"],
                "organisation": "Little Acorns Nursery",
            },
            id="signatory of provider",
        ),
        pytest.param(
            f"""
# Data Retention Policy

| Policy owner | Data Protection Officer |
|---|---|
| Approving body | Resources Committee |
| Date of approval | 9 June 2023 |
| Review frequency | Every 2 years |
| Next review date | June 2025 |
| Related documents | Data Protection Policy, Privacy Notice for Pupils |
{BODY}
""",
            {
                "title": "Data Retention Policy",
                "responsible_officer": "Data Protection Officer",
                "approved_by": "Resources Committee",
                "approved_on": "2023-06-09",
                "review_months": 24,
                "next_review": "2025-06",
            },
            id="pipes",
        ),
        pytest.param(
            f"""
Behaviour Policy
Signed: Mrs P Cartwright (Headteacher)          Date: 12/9/2019
Signed: Mr T Rowley (Chair of Governors)          Date: 12/9/2019
Review date: September 2021
{BODY}
""",
            {"signed_by": ["Mrs P Cartwright", "Mr T Rowley"], "next_review": "2021-09", "last_reviewed": None},
            id="signed names",
        ),
    ],
)
def test_a_value_is_found_where_the_layout_puts_it(text: str, expected: dict[str, Any]) -> None:
    found = inspected(text)

    assert {field: found[field] for field in expected} == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("Next review: June 2026", "label on the same line", id="same line"),
        pytest.param("Next review\tJune 2026", "cell to the right", id="cell to the right"),
        pytest.param("Next review\nJune 2026", "line below", id="line below"),
        pytest.param("Next review\tOwner\nJune 2026\tBursar", "cell below", id="cell below"),
        pytest.param("Next review: June\n2026", "value over two lines", id="value over two lines"),
        pytest.param("This policy will be reviewed in June 2026.", "sentence", id="sentence"),
    ],
)
def test_the_evidence_says_how_label_and_value_stood(text: str, reason: str) -> None:
    found = inspected(f"Pay Policy\n{text}\n{BODY}")

    assert found["evidence"]["next_review"]["reason"] == reason


def test_a_label_waits_no_longer_than_a_dotted_line() -> None:
    text = f"Pay Policy\nApproved on\n…………………\n12 May 2020\n{BODY}"

    found = inspected(text)

    assert found["approved_on"] is None


def test_a_label_waits_no_longer_than_a_few_lines() -> None:
    lines = "\n".join(f"{number} apples" for number in "abcdefghijk")

    found = inspected(f"Pay Policy\nApproved on\n{lines}\n12 May 2020\n{BODY}")

    assert found["approved_on"] is None


def test_a_page_number_is_not_the_value_of_a_label() -> None:
    text = f"Pay Policy\nVersion\nPage 7 of 9\n{BODY}"

    found = inspected(text)

    assert found["version"] is None


def test_a_value_that_its_column_does_not_allow_is_no_value() -> None:
    found = inspected(f"Pay Policy\nNext review\tApproved on\nJune 2026\tnever\n{BODY}")

    assert (found["next_review"], found["approved_on"]) == ("2026-06", None)
