"""More documents as schools really have them: names and titles on several lines, histories in prose, lists in cells."""

from typing import Any

import pytest

from policyaudit.reading.evidence import CERTAIN
from tests.reading.reading_texts import BODY, inspected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "OUR LADY OF THE BROOK\nCATHOLIC PRIMARY SCHOOL\n\nHOMEWORK AND\nREADING POLICY\n\n"
            "June 2021\n\nStatus\n\nIn use\n",
            {"organisation": "Our Lady of the Brook Catholic Primary School", "title": "Homework and Reading Policy"},
            id="a school's name on two lines, the title on two",
        ),
        pytest.param(
            "Pay Policy\n\nOur Lady of the Brook Primary School\n",
            {"organisation": "Our Lady of the Brook Primary School", "title": "Pay Policy"},
            id="our lady",
        ),
        pytest.param(
            "Outdoor Play Policy\n\nMoorside Early Years Group\n",
            {"organisation": "Moorside Early Years Group"},
            id="an early years group",
        ),
        pytest.param(
            "Brockhill Nursery Unit\nSettling-In Policy\n",
            {"organisation": "Brockhill Nursery Unit", "title": "Settling-In Policy"},
            id="a nursery unit",
        ),
        pytest.param(
            "Elm Primary School\nLearning and growing together\nHome\nAbout Us\nParents\nPolicies\nContact\n"
            "Attendance Policy\nHome / Parents / Policies / Attendance Policy\n",
            {"title": "Attendance Policy", "organisation": "Elm Primary School"},
            id="a web page with its motto, its menu and the way to it",
        ),
        pytest.param(
            "Elm Nursery\nFor babies and toddlers\nHome\nRooms\nFees\nJobs\nBook a visit\nBiting Policy\n",
            {"title": "Biting Policy"},
            id="a line under the school's name",
        ),
        pytest.param(
            "Elm High School | Exam Policies\n\nExam Access Policy\n",
            {"title": "Exam Access Policy"},
            id="a folder of policies over the title",
        ),
        pytest.param(
            "Kingsmere Preparatory School\nFor boys and girls aged 3 to 13\n\nSUPERVISION AT BREAK TIMES\n\n"
            "Supervision at break times is everybody's duty.\n",
            {"title": "Supervision at Break Times"},
            id="a title in capitals under the line of a school",
        ),
        pytest.param(
            "The Elms Primary School Policy for Attendance\n",
            {"organisation": "The Elms Primary School"},
            id="a school before its policy on one line",
        ),
        pytest.param(
            "Elm School\n\nAttendance Policy\nIt applies to:\nPrep School\n",
            {"organisation": "Elm School"},
            id="a part of a school is no school",
        ),
        pytest.param(
            "Elm Primary School\n\nGlenbrook\n\n\nPASTORAL CARE POLICY\n\nWhat we do for children.\n",
            {"title": "Pastoral Care Policy"},
            id="a place between the school and the title",
        ),
    ],
)
def test_names_and_titles_are_whole(text: str, expected: dict[str, Any]) -> None:
    read = inspected(text + BODY)

    assert {name: read[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Revised: November 2021\n         th\nApproved by Full Governing Body: 8 December 2021\n",
            {"last_reviewed": "2021-11", "approved_on": "2021-12-08"},
            id="raised letters on a line of their own",
        ),
        pytest.param(
            "Policy owner Visits Lead\nApproved by Local Governing Body\nDate approved 21 March 2023\n",
            {"approved_by": "Local Governing Body", "approved_on": "2023-03-21"},
            id="the body in a label, the date in the next",
        ),
        pytest.param(
            "Staff discuss this policy each year. It was ratified by the Board of Governors in October 2019 and will\n"
            "be reviewed every three years, the next review being due in October 2022.\n",
            {"next_review": "2022-10"},
            id="the next review being due",
        ),
        pytest.param(
            "This policy is reviewed every two years. It will next be reviewed in January 2022.\n",
            {"next_review": "2022-01", "review_months": 24},
            id="it will next be reviewed",
        ),
        pytest.param(
            "History: first written in March 2009; rewritten, September 2013; updated\n"
            "14/10/2016 for hoists; amended following the Act of 2017, January 2018; reviewed January 2020.\n",
            {"last_reviewed": "2020-01"},
            id="a history in prose",
        ),
        pytest.param(
            "Version control\nVersion\nDate\nSummary\n"
            "1.0\n5 February 2019\nNew policy\n1.1\n22 May 2020\nAnnex added\n",
            {"document_date": None, "version": "1.1"},
            id="dates of versions are not the document's",
        ),
        pytest.param(
            "Version history\n\nVersion\tDate\tSummary\n\n1.0\t07/10/2014\tNew, after the\nFamilies Act\n"
            "2.0\t18/10/2016\tProtocol added\n",
            {"version": "2.0"},
            id="a cell of a version table that goes on below",
        ),
    ],
)
def test_dates_are_those_of_the_policy(text: str, expected: dict[str, Any]) -> None:
    read = inspected("Visits Policy\n\n" + BODY + text)

    assert {name: read[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Headteacher is the owner of this document and sees to it.\n",
            {"responsible_officer": "Headteacher", "responsible_committee": None},
            id="a post",
        ),
        pytest.param(
            "Mrs A. Onyx (Bursar) is the lead for this policy.\n",
            {"responsible_officer": "Mrs A. Onyx (Bursar)"},
            id="a person",
        ),
        pytest.param(
            "The governing body is the owner of this document.\n",
            {"responsible_officer": None, "responsible_committee": "governing body"},
            id="a body",
        ),
        pytest.param(
            "The subject leader, Miss A. Onyx, is responsible for this policy.\n",
            {"responsible_officer": "Miss A. Onyx"},
            id="a person after the post",
        ),
        pytest.param("Gloves are the lead for this policy.\n", {"responsible_officer": None}, id="nobody"),
    ],
)
def test_owner_in_a_sentence_is_asked(text: str, expected: dict[str, Any]) -> None:
    read = inspected("Visits Policy\n\nElm School\n\n" + text)

    assert {name: read[name] for name in expected} == expected
    assert all(read["evidence"][name]["confidence"] < CERTAIN for name, value in expected.items() if value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Status\tIn use\nApplies to\tEmployees\nAgency workers\nGovernors\nOwner\tBursar\n",
            {"applies_to": ["Employees", "Agency workers", "Governors"]},
            id="people below each other in a cell",
        ),
        pytest.param(
            "Applies to: Employees\nGovernors meet every term and look at this.\n",
            {"applies_to": ["Employees"]},
            id="people beside a label, and a sentence below",
        ),
        pytest.param(
            "This policy applies to:\n\n- directors\n- session leads\n- helpers under 18\n\nIt is short.\n",
            {"applies_to": ["directors", "session leads", "helpers under 18"]},
            id="items with marks below a sentence",
        ),
        pytest.param(
            "This policy applies to trustees, mentors, volunteers and anyone working on our behalf.\n",
            {"applies_to": ["trustees", "mentors", "volunteers", "anyone working on our behalf"]},
            id="anyone",
        ),
        pytest.param(
            "Cysylltiadau / Links to other policies:\nSafeguarding Policy\nWellbeing Policy\n",
            {"related_policies": ["Safeguarding Policy", "Wellbeing Policy"]},
            id="a list under a label in two languages",
        ),
        pytest.param(
            "Links with our policies\n\nPublication Scheme\nCCTV Policy\n\nAppendix 1: Our notice\n",
            {"related_policies": ["Publication Scheme", "CCTV Policy"]},
            id="links with our policies",
        ),
        pytest.param(
            "We say here what we do for visits.\nLinks with Other Policies\n"
            "The following school policies should be read with it:\nAttendance\nInternet\nAppendix 1\nConcerns\n",
            {"related_policies": ["Attendance", "Internet"]},
            id="names without marks before an appendix",
        ),
        pytest.param(
            "17. Links with other policies\n\nThis policy links with the policies for Admissions, Equal\n"
            "Opportunities, Gifted and Talented Children, and with the\nAccessibility Plan.\n",
            {
                "related_policies": [
                    "Admissions",
                    "Equal Opportunities",
                    "Gifted and Talented Children",
                    "Accessibility Plan",
                ]
            },
            id="a sentence under the heading",
        ),
        pytest.param(
            "Other policies\nThis should be read in conjunction with:\n• Medicines Policy\n• Code of Conduct\n\n"
            "Care plan proforma\nName of pupil:\n",
            {"related_policies": ["Medicines Policy", "Code of Conduct"]},
            id="a heading after the last item",
        ),
    ],
)
def test_lists_end_where_they_end(text: str, expected: dict[str, Any]) -> None:
    read = inspected("Visits Policy\n\nElm School\n\n" + text)

    assert {name: read[name] for name in expected} == expected
