"""What whole documents say of themselves, where fields bear on each other."""

from typing import Any

import pytest

from tests.reading.reading_texts import BODY, inspected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"""
HOLLINWOOD PRIMARY SCHOOL
BEHAVIOUR POLICY

DATE OF ADOPTION:   12 March 2015
DATE OF REVIEW:   March 2018
TO BE REVIEWED BY:   L&WC
RATIFIED BY:   FGB
{BODY}
""",
            {
                "title": "Behaviour Policy",
                "organisation": "Hollinwood Primary School",
                "approved_on": "2015-03-12",
                "next_review": "2018-03",
                "responsible_committee": "L&WC",
                "approved_by": "FGB",
            },
            id="upper date of review past and future",
        ),
        pytest.param(
            f"""
Ferny Bank Primary School
Anti-Bullying Policy
DATE OF POLICY: September 2012
DATE OF REVIEW: September 2014
DATE OF NEXT REVIEW: September 2016
{BODY}
""",
            {
                "title": "Anti-Bullying Policy",
                "document_date": "2012-09",
                "last_reviewed": "2014-09",
                "next_review": "2016-09",
            },
            id="date of review in the past with a next review",
        ),
        pytest.param(
            f"""
Stoke Lodge Academy
Marking Policy
Reviewed – January 2019
Amended – March 2020
Due for review – January 2021
{BODY}
""",
            {"last_reviewed": "2020-03", "next_review": "2021-01", "title": "Marking Policy"},
            id="dashes",
        ),
        pytest.param(
            f"""
Pay Policy
Approved by Governors: September 2020
Next review date: September 2019
{BODY}
""",
            {"approved_on": "2020-09"},
            id="contradiction",
        ),
        pytest.param(
            """
Educational Visits Guidance
The Management of Health and Safety at Work Regulations 1999 apply. Guidance was issued in May 2018.
Care plans are reviewed every six months. The minibus was last serviced on 12 May 2021.
Leaflet printed 03/2016. Term ends on 21 July 2023.
""",
            {
                "approved_on": None,
                "last_reviewed": None,
                "next_review": None,
                "document_date": None,
                "review_frequency": None,
            },
            id="distractors only",
        ),
        pytest.param(
            f"""
---
title: Visitors Policy
owner: Office Manager
approved_by: Governing Board
approved_on: 2022-01-20
next_review: 2024-01
version: 1.4
---
{BODY}
""",
            {
                "title": "Visitors Policy",
                "responsible_officer": "Office Manager",
                "approved_by": "Governing Board",
                "approved_on": "2022-01-20",
                "next_review": "2024-01",
                "version": "1.4",
            },
            id="policy template with front matter",
        ),
        pytest.param(
            f"""
Windmill Federation
CCTV Policy
Author: Mr P. Stone          Date: March 2019
Approved by: Finance Committee          Date: 2 April 2019
Review due: April 2021
{BODY}
""",
            {
                "responsible_officer": "Mr P. Stone",
                "approved_by": "Finance Committee",
                "approved_on": "2019-04-02",
                "next_review": "2021-04",
            },
            id="author and date table",
        ),
        pytest.param(
            f"""
Example Hill School
Policy: Early Career TeachersDate approved: 1 Sept 2021Next review: Sept 2022
{BODY}
""",
            {"approved_on": "2021-09-01", "next_review": "2022-09"},
            id="run together",
        ),
        pytest.param(
            f"""
Fire Safety Policy
Approved by: ………………………………………
Date: ………………………………
Next review: ………………………………
Signed: ____________________ (Chair of Governors)
{BODY}
""",
            {"title": "Fire Safety Policy"},
            id="blank form",
        ),
        pytest.param(
            f"""
Broadstone Middle School
Policy title:\tSupporting Pupils with Medical Conditions
Status & Review Cycle:\tStatutory/Annual
Policy Lead:\tMrs H. Finch, SENDCo
Governor Committee:\tPupils and Personnel
Date Approved by Governors:\t11 Nov 2020
Date of next review:\tNov 2021
{BODY}
""",
            {
                "title": "Supporting Pupils with Medical Conditions",
                "statutory": True,
                "review_frequency": "Annual",
                "review_months": 12,
                "responsible_officer": "Mrs H. Finch, SENDCo",
                "responsible_committee": "Pupils and Personnel",
                "approved_on": "2020-11-11",
                "next_review": "2021-11",
            },
            id="status and cycle",
        ),
        pytest.param(
            f"""
Ysgol Bro Alun
Polisi Iechyd a Diogelwch
Person â chyfrifoldeb: Pennaeth
Dyddiad cymeradwyo: 12 Mai 2021
Dyddiad adolygu: Mai 2023
Pwyllgor: Cyllid ac Adeiladau
{BODY}
""",
            {
                "responsible_officer": "Pennaeth",
                "approved_on": "2021-05-12",
                "next_review": "2023-05",
                "organisation": "Ysgol Bro Alun",
                "responsible_committee": "Cyllid ac Adeiladau",
                "title": "Polisi Iechyd a Diogelwch",
            },
            id="welsh",
        ),
        pytest.param(
            f"""
Stanhope Barrington School
Positive Behaviour Policy
{BODY}{BODY}
Approved: Autumn 2021   Review: Autumn 2023   Version: 2.1
""",
            {
                "approved_on": {"term": "Autumn", "year": "2021"},
                "next_review": {"term": "Autumn", "year": "2023"},
                "version": "2.1",
            },
            id="footer",
        ),
        pytest.param(
            f"""
Policy: Staff Appraisal
Committee: Staffing & Pay
Approval: Full Governing Body
Date of approval: 21 October 2021
Frequency of review: Annual
{BODY}
""",
            {
                "title": "Staff Appraisal",
                "responsible_committee": "Staffing & Pay",
                "approved_by": "Full Governing Body",
                "approved_on": "2021-10-21",
                "review_months": 12,
            },
            id="governor committee with approval",
        ),
        pytest.param(
            f"""
Fire Policy
Date approved: 31/06/2020
Next review: soon
Review date: TBC
{BODY}
""",
            {"title": "Fire Policy", "approved_on": None, "next_review": None},
            id="bad dates",
        ),
        pytest.param(
            f"""
Garden Policy
Date approved: 03/04/2023
Review date: 03/04/2025
{BODY}
""",
            {"approved_on": "2023-04-03", "next_review": "2025-04-03"},
            id="us order stays day first",
        ),
        pytest.param(
            f"""
Document Control
Document title     Recruitment Policy     Version     4
Author     HR Director     Approved by     Board of Directors
Date approved     17/03/2022     Review date     17/03/2024
{BODY}
""",
            {
                "title": "Recruitment Policy",
                "version": "4",
                "responsible_officer": "HR Director",
                "approved_by": "Board of Directors",
                "approved_on": "2022-03-17",
                "next_review": "2024-03-17",
            },
            id="two column control",
        ),
        pytest.param(
            f"""
Sickness Absence Policy
Agreed by Governing Body: 9th July 2014 (minute 14/32)
Policy to be reviewed: July 2016
{BODY}
""",
            {"approved_on": "2014-07-09", "approved_by": "Governing Body", "next_review": "2016-07"},
            id="minutes",
        ),
        pytest.param(
            f"""
The Aspire Learning Trust
Mead Vale Community Primary School
Lone Working Policy
Approved by: Board of Trustees
Date: 1st December 2021
Next Review: December 2024
{BODY}
""",
            {
                "organisation": "Mead Vale Community Primary School",
                "title": "Lone Working Policy",
                "approved_by": "Board of Trustees",
                "approved_on": "2021-12-01",
                "next_review": "2024-12",
            },
            id="trust and school",
        ),
    ],
)
def test_a_document_says_of_itself_what_a_reader_would_find(text: str, expected: dict[str, Any]) -> None:
    found = inspected(text)

    assert {field: found[field] for field in expected} == expected
