"""A policy's title on its first lines, with all that is not part of it left out."""

from typing import Any

import pytest

from policyaudit.reading.header import read_header
from policyaudit.reading.lines import DocumentText, Line
from tests.reading.reading_texts import BODY, header_of, inspected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"""
Wellfield Infant and Nursery School

Policy for Supporting Children
with Special Educational Needs
and Disabilities

Adopted: 3 March 2022
Review: March 2023
{BODY}
""",
            {
                "title": "Policy for Supporting Children with Special Educational Needs and Disabilities",
                "organisation": "Wellfield Infant and Nursery School",
                "approved_on": "2022-03-03",
                "next_review": "2023-03",
            },
            id="long title over lines",
        ),
        pytest.param(
            f"""
ST MARY'S C OF E PRIMARY SCHOOL, TETBURY
COLLECTIVE WORSHIP POLICY
Last reviewed: Spring 2020
Next review: Spring 2022
{BODY}
""",
            {
                "title": "Collective Worship Policy",
                "last_reviewed": {"term": "Spring", "year": "2020"},
                "next_review": {"term": "Spring", "year": "2022"},
            },
            id="C of E",
        ),
        pytest.param(
            f"""
Relationships Education Policy - Brookside Academy
Lead: Mrs Y. Patel (PSHE Lead)
Date ratified by governors: 14.12.20
Date of next review: Dec 2021
{BODY}
""",
            {
                "title": "Relationships Education Policy",
                "responsible_officer": "Mrs Y. Patel (PSHE Lead)",
                "approved_on": "2020-12-14",
                "next_review": "2021-12",
                "organisation": "Brookside Academy",
            },
            id="title with school after dash",
        ),
        pytest.param(
            f"""
Name of policy: Data Breach Policy
Name of school: Castle Hill School
Date of issue: 25 May 2018
Effective date: 1 June 2018
Version no: 1.0
Author: DPO
{BODY}
""",
            {
                "title": "Data Breach Policy",
                "organisation": "Castle Hill School",
                "document_date": "2018-05-25",
                "effective_from": "2018-06-01",
                "version": "1.0",
                "responsible_officer": "DPO",
            },
            id="policy name label",
        ),
        pytest.param(
            f"""
FIN001 Charging and Remissions Policy
Policy Owner: School Business Manager
SLT Link: Mr D. Oakes
Last updated: 14/09/2021
Next Update: 14/09/2022
{BODY}
""",
            {
                "policy_number": "FIN001",
                "title": "Charging and Remissions Policy",
                "responsible_officer": "School Business Manager",
                "last_reviewed": "2021-09-14",
                "next_review": "2022-09-14",
            },
            id="code before the title",
        ),
        pytest.param(
            f"""
Accessibility Plan (updated 18.07.12)
Whitefield Community College
{BODY}
""",
            {"title": "Accessibility Plan", "last_reviewed": "2012-07-18"},
            id="updated in brackets",
        ),
        pytest.param(
            f"""
Policy no. 06
Lettings Policy
Orchard Lea Junior School
Version 3
Document Owner: Bursar
Committee Responsibility: BMC
Approved by Governors on: 23.05.2019
Review Cycle: 4 years
{BODY}
""",
            {
                "policy_number": "06",
                "title": "Lettings Policy",
                "version": "3",
                "responsible_officer": "Bursar",
                "responsible_committee": "BMC",
                "approved_on": "2019-05-23",
                "review_frequency": "4 years",
                "review_months": 48,
                "approved_by": "Governors",
            },
            id="number above the title",
        ),
    ],
)
def test_the_title_is_what_the_first_lines_name(text: str, expected: dict[str, Any]) -> None:
    found = inspected(text)

    assert {field: found[field] for field in expected} == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            "HOLLIN SCHOOL\n\nPOLICY\n\nAims of the Curriculum\n\nJuly 2017", "Aims of the Curriculum", id="alone"
        ),
        pytest.param(
            "HOLLIN SCHOOL\n\nPOLICY\n\nCharging\nPolicy\n\nMay 2018", "Charging Policy", id="before and after"
        ),
        pytest.param("Supporting pupils\n\nGUIDELINES\n\nJune 2015", "Supporting pupils", id="after, in other letters"),
        pytest.param(
            "Hollin School\nComplaints\n\nPolicy\nJune 2015", "Complaints Policy", id="after, in the same letters"
        ),
        pytest.param("# Hollin School\n## Pay Policy\n### How we pay", "Pay Policy", id="headings of other levels"),
        pytest.param(
            "Careers,\nAdvice &\nGuidance\n(CEAG) Policy\n(May 2020)",
            "Careers, Advice & Guidance (CEAG) Policy",
            id="list",
        ),
        pytest.param(
            "Admission\nPolicy 2022-23\nHollin School", "Admission Policy 2022-23", id="years that belong to it"
        ),
        pytest.param(
            "Hollin School Privacy Notice: For those who work\nor volunteer here",
            "Privacy Notice: For those who work or volunteer here",
            id="school before it",
        ),
        pytest.param("Governing Body of Hollin School\nPay Policy", "Pay Policy", id="below its governors"),
        pytest.param("POLICY 3b\nPay", "Pay", id="below the number of any policy"),
        pytest.param("[School name]\nPay Policy", "Pay Policy", id="below a gap to fill"),
        pytest.param("DRAFT\n\nPay Policy", "Pay Policy", id="a draft"),
        pytest.param("Hollin School   Issue 6\nPay Policy", "Pay Policy", id="issue beside the school"),
        pytest.param(
            "Hollin Church of England Primary School – Relationships and Health Education Policy – November 2021",
            "Relationships and Health Education Policy",
            id="all on one long line",
        ),
        pytest.param("Home Page\n\nPay Policy", "Pay Policy", id="residue of a web page"),
        pytest.param("Polisi Cyflog\nPay Policy", "Polisi Cyflog / Pay Policy", id="two languages"),
        pytest.param("School\tHollin\nDate\tMay 2020\nPay Policy", "Pay Policy", id="below a table"),
        pytest.param(f"Pay Policy {'and so on ' * 30}", None, id="an endless line"),
        pytest.param("Contents\nPay Policy", None, id="a list of contents first"),
        pytest.param("Document Owner and Approval\nThe governing body owns this document.", None, id="no title at all"),
        pytest.param("Policy", None, id="a word for any document"),
    ],
)
def test_words_for_any_document_are_no_title_of_their_own(text: str, title: str | None) -> None:
    found = inspected(f"{text}\n{BODY}")

    assert found["title"] == title


def test_a_footer_gives_the_word_policy_to_the_title_on_the_cover() -> None:
    found = inspected(f"Hollin School Policy for\n\nPAY Version 1.1\n{BODY}\nPSW23 Pay Policy: 16/06/2016\n")

    assert (found["title"], found["version"], found["policy_number"]) == ("Pay Policy", "1.1", "PSW23")


def test_the_title_property_of_a_file_makes_the_title_surer() -> None:
    lines = (Line(1, ("Pay Policy",)),)

    alone = read_header(DocumentText("text/plain", lines)).title
    agreed = read_header(DocumentText("text/plain", lines, title_property="Pay")).title

    assert alone is not None
    assert agreed is not None
    assert agreed.confidence > alone.confidence


@pytest.mark.parametrize(
    ("title", "again", "is_certain"),
    [
        pytest.param("Intimate care policy", "Our intimate care policy is kept short.", True, id="named again"),
        pytest.param("Intimate care policy", "It is kept short.", False, id="named once"),
        pytest.param("Intimate care", "Intimate care is given with care.", False, id="no kind of document"),
    ],
)
def test_a_title_is_certain_where_the_text_names_it_again(title: str, again: str, *, is_certain: bool) -> None:
    read = header_of(f"Hollin School\n{title}\n{BODY}\n{again}").title

    assert read is not None
    assert read.is_certain is is_certain
