"""Documents of many layouts: what stands where, in words that schools use."""

from typing import Any

import pytest

from tests.reading.reading_texts import BODY, inspected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"""
Greendale School
Lettings Policy
{BODY * 6}
Policy approved by: Resources Committee
Policy approved on: 8 November 2022
Policy review date: November 2024
""",
            {"approved_by": "Resources Committee", "approved_on": "2022-11-08", "next_review": "2024-11"},
            id="control block at the end",
        ),
        pytest.param(
            f"""
Greendale School
Attendance Policy
{BODY * 6}
Signed                                      Chair of Governors
Mrs L. Brook

Date: 12 March 2021
Review date: March 2023
""",
            {"next_review": "2023-03", "signed_by": ["Mrs L. Brook"], "approved_on": None},
            id="signature block at end",
        ),
        pytest.param(
            f"""
Behaviour Policy
Date agreed: June 2019                    Review date: June 2021
Signed: P. Marsh (Chair)                  Signed: T. Field (Headteacher)
{BODY}
""",
            {"approved_on": "2019-06", "next_review": "2021-06", "signed_by": ["P. Marsh", "T. Field"]},
            id="side by side",
        ),
        pytest.param(
            f"""
Online Safety Policy (reviewed September 2021)
Hilltop Nursery School
{BODY}
""",
            {"last_reviewed": "2021-09", "title": "Online Safety Policy", "organisation": "Hilltop Nursery School"},
            id="parenthesised review",
        ),
        pytest.param(
            f"""
Swimming Policy
Next review: Summer term
Last reviewed: May 2020
{BODY}
""",
            {"next_review": None, "last_reviewed": "2020-05"},
            id="next review in term without year",
        ),
        pytest.param(
            f"""
Allegations Policy
This policy was adopted at a meeting of  Busy Bees Playgroup
Held on  14th January 2019
Date to be reviewed  January 2020
Signed on behalf of the management committee
Name of signatory  Sara Holt
Role of signatory (e.g. chair/owner)  Chair
{BODY}
""",
            {"approved_on": "2019-01-14", "next_review": "2020-01", "signed_by": ["Sara Holt"]},
            id="adopted template text",
        ),
        pytest.param(
            f"""
Music Policy
Seaview Primary School
{BODY * 6}
Agreed by Governors Nov 2015 – Review Nov 2018
""",
            {"approved_on": "2015-11", "next_review": "2018-11"},
            id="governors date in the footer",
        ),
        pytest.param(
            f"""
PSHE Policy
Reviewed Feb 2017, next review Feb 2019
{BODY}
""",
            {"last_reviewed": "2017-02", "next_review": "2019-02"},
            id="reviewed and next",
        ),
        pytest.param(
            f"""
Teaching and Learning Policy
Written: 2016
To be reviewed: 2019
{BODY}
""",
            {"next_review": "2019"},
            id="year only",
        ),
        pytest.param(
            f"""
Assessment Policy
Last reviewed: 2022-23
Next review: 2024-25
{BODY}
""",
            {"last_reviewed": "2022/23", "next_review": "2024/25"},
            id="academic year",
        ),
        pytest.param(
            f"""
Capability Policy
Agreed by Staffing Committee: 12 May 2019
Ratified by Full Governing Body: 26 June 2019
Review: June 2021
{BODY}
""",
            {"approved_on": "2019-06-26", "approved_by": "Full Governing Body", "next_review": "2021-06"},
            id="two approvals",
        ),
        pytest.param(
            f"""
Photograph Policy
Reviewed:   Jan 2019 (JS), Jan 2020 (KT)
Next review:   Jan 2021
{BODY}
""",
            {"last_reviewed": "2020-01", "next_review": "2021-01"},
            id="reviewed with initials",
        ),
        pytest.param(
            f"""
School Meals Policy
Ratified by governors: 4.7.18.
To be reviewed July 2021.
{BODY}
""",
            {"approved_on": "2018-07-04", "next_review": "2021-07"},
            id="ratified full stop",
        ),
        pytest.param(
            f"""
Literacy Policy
(Approved by the Curriculum Committee, March 2016)
{BODY}
""",
            {"approved_on": "2016-03", "approved_by": "Curriculum Committee"},
            id="statement in brackets",
        ),
        pytest.param(
            f"""
Rowan Tree Academy
POLICY STATEMENT
Equal Opportunities
Date of Policy: 2015
Member of staff responsible: Miss A Reed
{BODY}
""",
            {"title": "Equal Opportunities", "document_date": "2015", "responsible_officer": "Miss A Reed"},
            id="title in quotes and policy statement",
        ),
        pytest.param(
            f"""
St Anne's Catholic Primary School
A Policy for Religious Education
Spring 2018
{BODY}
""",
            {"title": "A Policy for Religious Education", "organisation": "St Anne's Catholic Primary School"},
            id="policy for",
        ),
        pytest.param(
            f"""
Trust policy
Title  \tExpenses Policy
Reference  \tFIN-07
Version  \t2.4
Approving body  \tAudit and Risk Committee
Effective date  \t1 April 2023
Review date  \t31 March 2025
Owner  \tChief Financial Officer
{BODY}
""",
            {
                "title": "Expenses Policy",
                "policy_number": "FIN-07",
                "version": "2.4",
                "approved_by": "Audit and Risk Committee",
                "effective_from": "2023-04-01",
                "next_review": "2025-03-31",
                "responsible_officer": "Chief Financial Officer",
            },
            id="version in table",
        ),
        pytest.param(
            f"""
Data Protection Policy

Date approved

Date of next review

Version

12 May 2018

May 2020

3
{BODY}
""",
            {"approved_on": "2018-05-12", "next_review": "2020-05"},
            id="labels all then values spaced",
        ),
        pytest.param(
            f"""
Marking Policy
Frequency of review
Every three years
Date of last review
October 2016
{BODY}
""",
            {"review_months": 36, "last_reviewed": "2016-10"},
            id="frequency label below",
        ),
        pytest.param(
            f"""
Anti-Bullying Policy
{BODY * 6}
The Governing Body reviews this policy annually. The governors may, however, review the policy earlier than this.
""",
            {"review_months": 12},
            id="every year by sentence with body",
        ),
        pytest.param(
            f"""
Marking Policy
{BODY * 6}
This policy will be reviewed at least every two years by the Teaching and Learning Committee.
""",
            {"review_months": 24, "responsible_committee": "Teaching and Learning Committee"},
            id="committee reviewed sentence",
        ),
        pytest.param(
            f"""
Ysgol Glan Afon
Polisi Presenoldeb
{BODY * 6}
Bydd y polisi hwn yn cael ei adolygu bob dwy flynedd.
""",
            {"review_months": 24},
            id="welsh sentence",
        ),
        pytest.param(
            f"""
Lockdown Policy
Date policy last       March 2019
reviewed
Next review            March 2020
{BODY}
""",
            {"next_review": "2020-03", "last_reviewed": "2019-03"},
            id="wrapped label with value between",
        ),
        pytest.param(
            f"""
Reading Policy
Jane Smith, January 2019
{BODY}
""",
            {"title": "Reading Policy"},
            id="author line",
        ),
        pytest.param(
            """
Spring term newsletter
Dear parents
Our spring fair is on 12 March 2022. Reviews in the local paper were kind. Tickets cost 50p. Next week is book week.
""",
            {"next_review": None, "last_reviewed": None, "approved_on": None},
            id="no policy",
        ),
    ],
)
def test_a_document_is_read_whatever_its_layout(text: str, expected: dict[str, Any]) -> None:
    found = inspected(text)

    assert {field: found[field] for field in expected} == expected
