"""Documents as schools really have them: one short case for each thing that a rule was made for."""

from typing import Any

import pytest

from policyaudit.reading.evidence import CERTAIN
from tests.reading.reading_texts import BODY, inspected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Wexcombe House\nFIRST AID POLICY\n",
            {"title": "First Aid Policy", "organisation": "Wexcombe House"},
            id="a school without the word over the title",
        ),
        pytest.param(
            "Home page\nFirst Aid Policy\n",
            {"title": "First Aid Policy", "organisation": None},
            id="a menu is no school",
        ),
        pytest.param(
            "Brackendale Infant School | Homework\nHome\nKey Information\nContact\nHomework Policy\n",
            {"title": "Homework Policy", "organisation": "Brackendale Infant School"},
            id="a web page with its menu",
        ),
        pytest.param(
            "School Uniform\nWhy we have one\n", {"title": "School Uniform"}, id="a heading is no part of the title"
        ),
        pytest.param(
            "Careers\nEducation and\nGuidance Policy\n",
            {"title": "Careers Education and Guidance Policy"},
            id="a title on three lines",
        ),
        pytest.param(
            "STAFF HANDBOOK      SECTION 6\n\nElm School\n\nCode of Conduct for Staff\n",
            {"title": "Code of Conduct for Staff", "organisation": "Elm School"},
            id="a section of a handbook",
        ),
        pytest.param(
            "Elm Day Nursery\n\n4.2 Uncollected child\n",
            {"title": "Uncollected child", "policy_number": "4.2"},
            id="a number in a folder",
        ),
        pytest.param(
            "22. Charging Policy 2022\n\nElm School\n",
            {"title": "Charging Policy 2022", "policy_number": "22"},
            id="a number before the title",
        ),
        pytest.param(
            "ELM TRUST          HR-07\n\nDisciplinary Procedure\nConsulted      JCC 24 May 2022\n",
            {"title": "Disciplinary Procedure", "policy_number": "HR-07"},
            id="a code beside the school's name",
        ),
        pytest.param(
            "DRAFT – NOT YET ADOPTED\n\nElm School\nPay Policy\n", {"title": "Pay Policy"}, id="a draft says so first"
        ),
        pytest.param(
            "ACADEMIC YEAR 2023/24\n\nBursary Policy        Owner: Finance Manager\n",
            {"title": "Bursary Policy", "responsible_officer": "Finance Manager"},
            id="the title in a cell beside a label",
        ),
        pytest.param(
            "Elm Infant School and Elm Junior School\n\nBehaviour Policy\n",
            {"title": "Behaviour Policy"},
            id="two schools on a line are no title",
        ),
        pytest.param(
            "Elm Federation: Volunteers (approved 7.12.23, review May 2025)\n",
            {"title": "Volunteers", "approved_on": "2023-12-07", "next_review": "2025-05"},
            id="all in one line",
        ),
        pytest.param(
            "All Hallows School\nPay Policy\n", {"organisation": "All Hallows School"}, id="all of a school's name"
        ),
        pytest.param(
            "Home » Our School » Policies\n\n“Growing in wisdom”\nDiocese of Larkford\nAttendance Policy\n",
            {"title": "Attendance Policy", "organisation": None},
            id="a trail, a motto and a diocese over the title",
        ),
        pytest.param(
            "NORTH QUAY ACADEMY\npart of the Tidewater Trust\n\nDATA PROTECTION POLICY\n",
            {"title": "Data Protection Policy", "organisation": "North Quay Academy"},
            id="part of a trust",
        ),
        pytest.param(
            "LARCH PRE-SCHOOL (Charity 1029384)\n\n01 SAFEGUARDING\n",
            {"title": "Safeguarding", "organisation": "Larch Pre-School", "policy_number": "01"},
            id="a number that begins with nought",
        ),
        pytest.param(
            "$title = \"Pay Policy\";\n$adpoted_date = '2013-08-13';\n",
            {"title": "Pay Policy", "approved_on": "2013-08-13"},
            id="variables of a page that is a program",
        ),
        pytest.param(
            "---\ntitle: 'Pay Policy'\ndate: 2021-05-04\nlast_modified_at: 2022-05-04\n---\n",
            {"title": "Pay Policy", "document_date": "2021-05-04", "last_reviewed": "2022-05-04"},
            id="keys of front matter",
        ),
        pytest.param(
            "Name of School Hill Top School\nName of policy: Attendance\n",
            {"title": "Attendance", "organisation": "Hill Top School"},
            id="a long label without a mark",
        ),
        pytest.param(
            "Larch Pre-school\n\nPolicies & Procedures\n\n6.2 Managing children who are sick\n",
            {"title": "Managing children who are sick", "organisation": "Larch Pre-school", "policy_number": "6.2"},
            id="a pre-school's folder",
        ),
        pytest.param("Bunscoil an Droichid\nPay Policy\n", {"organisation": "Bunscoil an Droichid"}, id="Irish"),
        pytest.param(
            "---\ntitle: Snacks\nlast-reviewed: August 2023\n---\nElm Nursery Class serves a snack each day.\n",
            {"organisation": "Elm Nursery Class", "last_reviewed": "2023-08"},
            id="the school in the first sentence after front matter",
        ),
        pytest.param(
            "Educational Visits\nRatios\nNursery: 1 to 2 or 3\n",
            {"organisation": None},
            id="a number is no school's name",
        ),
    ],
)
def test_title_school_and_number_are_told_apart(text: str, expected: dict[str, Any]) -> None:
    found = inspected(text + BODY)

    assert {field: found[field] for field in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Issue:\n6\n\nApproval date:\n28/06/2024\n\nExpiry:\n31/07/2025\n",
            {"version": "6", "approved_on": "2024-06-28", "next_review": "2025-07-31"},
            id="each value below its label",
        ),
        pytest.param(
            "Updated\n\nSept 2017\n\nOct 2019\n\nShared with parents\n\nNov 2019\n\nRenewal\n\nOct 2020\n",
            {"last_reviewed": "2019-10", "next_review": "2020-10"},
            id="each review below the one before",
        ),
        pytest.param(
            "Updated\n\nSept 2017\n\nby the office\n", {"last_reviewed": "2017-09"}, id="what follows is no date"
        ),
        pytest.param(
            "Published:\nWebsite\nThe results of the summer series were released on 15 August 2024 to all of them\n",
            {"document_date": None},
            id="a sentence is no value",
        ),
        pytest.param(
            "Date approved by\ngovernors\nDate of next review\n\n25 November\n2020\nAnnual\n",
            {"approved_on": "2020-11-25", "approved_by": "governors", "next_review": None, "review_months": 12},
            id="a label and a date on two lines each",
        ),
        pytest.param(
            "Status\nStatutory\nReview cycle\n2 years\n", {"statutory": True, "review_months": 24}, id="status above"
        ),
        pytest.param(
            "Status: Approved by governors 12 March 2019\n",
            {"approved_on": "2019-03-12", "approved_by": "governors"},
            id="an approval behind a status",
        ),
        pytest.param(
            "| Governor approval | not required |\n\nLaw\nFirst-Aid Regulations 1981.\n",
            {"approved_on": None},
            id="a label whose value is none waits for no other",
        ),
        pytest.param(
            "Date reviewed      Reviewed by      Comments\n3.3.21      FGB      none\n9.3.22      FGB      more\n",
            {"last_reviewed": "2022-03-09"},
            id="a table of reviews",
        ),
        pytest.param(
            "Version:\t2.4\tDate:\tJanuary 2023\nOwner:\tBursar\tAudience:\tAll staff, pupils and visitors\n",
            {"document_date": "2023-01", "applies_to": ["All staff", "pupils", "visitors"]},
            id="two labels in a row",
        ),
        pytest.param("Owner:\tBursar\tAudience:\tnobody\n", {"applies_to": None}, id="an audience of nobody"),
        pytest.param(
            "Owner\nApproved by\nRelated documents\n\nPremises Manager\nFGB\nData Protection Policy\n",
            {"related_policies": ["Data Protection Policy"], "responsible_officer": "Premises Manager"},
            id="related policies among other values",
        ),
        pytest.param(
            "Document Control\nAssociated documents\n\nDate approved\nby Local Governing\nBody\nDate of review\n\n"
            "Online Safety Policy\nSearching, Screening and\nConfiscation Policy\n14 October\n2021\nOctober 2023\n",
            {
                "approved_on": "2021-10-14",
                "approved_by": "Local Governing Body",
                "next_review": "2023-10",
                "related_policies": ["Online Safety Policy", "Searching, Screening and Confiscation Policy"],
            },
            id="labels on three lines, then their values",
        ),
        pytest.param(
            "Audience\nAll staff, governors, contractors\n",
            {"applies_to": ["All staff", "governors", "contractors"]},
            id="people on one line below",
        ),
        pytest.param(
            "This policy names the Care Plan (which is reviewed annually by the nurse).\n",
            {"review_months": None},
            id="a plan that is reviewed",
        ),
        pytest.param(
            "This policy was agreed by staff in January 2021 and is used by all.\n",
            {"approved_on": None},
            id="staff do not approve",
        ),
        pytest.param(
            "The Manual Handling Operations Regulations 1992 (amended\n2002), and others\n",
            {"last_reviewed": None},
            id="a law that was amended",
        ),
        pytest.param(
            "Related policies: Safeguarding, Moving & Handling, Health and Safety\n\nOutlook\n",
            {"related_policies": ["Safeguarding", "Moving & Handling", "Health and Safety"]},
            id="related policies named without the word",
        ),
        pytest.param(
            "13.      Links with other policies\nThis policy is linked to our:\n\n    • Pay Policy\n    • Grievance\n",
            {"related_policies": ["Pay Policy", "Grievance"]},
            id="a number apart from its heading",
        ),
        pytest.param(
            "Responsible person\nThe Chair of Governors keeps a record of concerns raised\n",
            {"responsible_officer": None},
            id="a sentence is no person",
        ),
        pytest.param("Signed\nSt Wilfrid's Admissions\n", {"signed_by": None}, id="a school's name is no signature"),
        pytest.param(
            "Review history: first agreed by governors 14/11/05; new after DfE guidance and approved FGB 9/2/16.\n",
            {"approved_on": "2016-02-09"},
            id="a history in one sentence",
        ),
        pytest.param(
            "Approved by FGB 24 June 2021\nApproved by Resources Committee 8 July 2021\n",
            {"approved_on": "2021-06-24", "approved_by": "FGB"},
            id="the full board counts before a committee",
        ),
        pytest.param(
            "The policy was last reviewed and agreed by the Governing Body on 14 November 2019.\n\n"
            "It is due for review in November 2020.\n",
            {"approved_on": "2019-11-14", "last_reviewed": "2019-11-14", "next_review": "2020-11"},
            id="reviewed and agreed on one day",
        ),
        pytest.param(
            "Policy Number: OPS 12\nPolicy written by: J Smith, Headteacher, September 2018\n",
            {"policy_number": "OPS 12", "responsible_officer": "J Smith, Headteacher"},
            id="a number in two parts and a date after a name",
        ),
        pytest.param(
            "Last Amended Date\nFebruary 2021\nResponsible Governors' Committee\nStandards Committee\n",
            {"last_reviewed": "2021-02", "responsible_committee": "Standards Committee"},
            id="labels that end with their kind",
        ),
        pytest.param(
            "Review due      Session 2024/25\nStatus      Statutory\n",
            {"next_review": "2024/25", "document_date": None, "statutory": True},
            id="a value that begins like a label",
        ),
        pytest.param(
            "Implementation      1 September 2022\n", {"effective_from": "2022-09-01"}, id="one word in a cell"
        ),
        pytest.param(
            "|Agreed by committee |12/09/2019 |\n|Policy holder |Sandra Whittle, Playleader |\n",
            {
                "approved_on": "2019-09-12",
                "approved_by": "committee",
                "responsible_officer": "Sandra Whittle, Playleader",
            },
            id="a body in the label and a role after the name",
        ),
        pytest.param(
            "Adopted at the meeting of the governing body held on 3rd December 2019 (minute 19/47)\n",
            {"approved_on": "2019-12-03", "approved_by": "governing body"},
            id="the body without the meeting",
        ),
        pytest.param(
            "Arweinydd polisi / Policy lead: Mrs Non Gethin\nAdolygir / For review: Haf / Summer 2023\n",
            {"responsible_officer": "Mrs Non Gethin", "next_review": {"term": "Summer", "year": "2023"}},
            id="labels in two languages of which one is known",
        ),
        pytest.param(
            "Iechyd / health of all: a matter for us\n", {"responsible_officer": None}, id="two languages and no label"
        ),
        pytest.param(
            "|To be read in |Missing Child Policy |\n|conjunction with |Health Policy |\n| |Visits Policy |\n\nIt is.",
            {"related_policies": ["Missing Child Policy", "Health Policy", "Visits Policy"]},
            id="a label over two rows of a table",
        ),
        pytest.param(
            "This policy should be read alongside the following:\nStaff Code of Conduct\nPay Policy\n1. Roles\n",
            {"related_policies": ["Staff Code of Conduct", "Pay Policy"]},
            id="a list ends where sections begin",
        ),
        pytest.param(
            "Applies to      All academies; central team\n",
            {"applies_to": ["All academies", "central team"]},
            id="teams and academies are people",
        ),
        pytest.param(
            "Signed .... W. Tunnard ....  Chair of Governors       Date 3.12.19\n",
            {"signed_by": ["W. Tunnard"]},
            id="a name between dots",
        ),
        pytest.param(
            "Rev 5  |  Updated 2023-09-01  |  Next: Michaelmas 2025\n",
            {"version": "5", "last_reviewed": "2023-09-01", "next_review": {"term": "Michaelmas", "year": "2025"}},
            id="a footer parted by bars",
        ),
        pytest.param(
            "Elm High School      H&S Policy      Reviewed Sept 2021 / Due Sept 2022\n",
            {"last_reviewed": "2021-09", "next_review": "2022-09"},
            id="a footer parted by a slash",
        ),
        pytest.param(
            "Policy owner: Computing lead. We look at this policy every 2 years; the next look is in September 2024.\n",
            {"responsible_officer": "Computing lead", "review_months": 24, "next_review": "2024-09"},
            id="a sentence after the owner",
        ),
        pytest.param(
            "The Resources Committee will look at this policy each year.\n",
            {"responsible_committee": "The Resources Committee", "review_months": 12},
            id="a committee that looks at it",
        ),
        pytest.param(
            "Revised Feb 2016 (lunches), Feb 2018 (allergies) and\n"
            "Nov 2021 (a law). The Governors' Food Committee approved "
            "the last revision on 29.11.21. To be\ngone over again by the same committee in November 2023.\n",
            {
                "last_reviewed": "2021-11",
                "approved_on": "2021-11-29",
                "approved_by": "Governors' Food Committee",
                "next_review": "2023-11",
            },
            id="a history in sentences",
        ),
    ],
)
def test_particulars_are_read_wherever_they_stand(text: str, expected: dict[str, Any]) -> None:
    found = inspected(f"Health and Safety Policy\n{text}{BODY}")

    assert {field: found[field] for field in expected} == expected


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        pytest.param(
            "Amendment log\nDate      Amendment      By\nMar 2016      Written      SC\n15/03/22      Names      TB\n",
            ["2016-03", "2022-03-15"],
            id="a log of amendments without versions",
        ),
        pytest.param(
            "## Changes to this policy\n\n* 2019-03-12: first written\n* 2020-05-04: hats\n",
            ["2019-03-12", "2020-05-04"],
            id="a list of changes",
        ),
        pytest.param(
            "Issue     Date issued     Reason     Approved by\n01     Oct 2019     New centre     Principal\n",
            ["2019-10"],
            id="a table that names who approved",
        ),
        pytest.param(
            "Version control\n\nVersion\nDate\nNotes\n\n1.0\n23.05.18\nNew\n\n2.0\n02.11.22\nMended\n",
            ["2018-05-23", "2022-11-02"],
            id="one cell a line",
        ),
        pytest.param(
            "Version control\n\nVersion\nDate\n\n1.0\nnobody knows\n", None, id="one cell a line without a date"
        ),
    ],
)
def test_a_log_in_any_form_gives_its_dates(text: str, dates: list[str] | None) -> None:
    found = inspected(f"Pay Policy\n{text}{BODY}")

    history = found["version_history"]

    assert (history and [row["date"] for row in history]) == dates


def test_a_date_in_the_footer_of_every_page_is_the_document_s() -> None:
    pages = "Depute Rector      October 2019      {}"

    found = inspected(f"Relationships Policy\n{BODY}{pages.format(1)}\n\f{BODY}{pages.format(2)}\n")

    assert found["document_date"] == "2019-10"


def test_dates_in_a_block_of_labels_deep_in_the_text_are_the_policy_s() -> None:
    middle = "Approved by Governors on:\nReviewed: September 2020\n\n23/09/2020\nNext review:\n\nSeptember 2021\n"

    found = inspected("Child Protection Policy\n" + BODY * 12 + middle + BODY * 6)

    assert (found["approved_on"], found["next_review"]) == ("2020-09-23", "2021-09")


def test_a_school_named_once_and_nowhere_else_is_asked() -> None:
    found = inspected(f"Fire Procedure\n{BODY}\nGlenorrin Under Fives is a charity.\n")

    assert found["organisation"] == "Glenorrin Under Fives"
    assert found["evidence"]["organisation"]["confidence"] < CERTAIN


def test_a_title_runs_over_lines_where_every_other_line_is_empty() -> None:
    text = "Careers\nEducation and\nGuidance Policy\nElm School\n" + BODY

    found = inspected(text.replace("\n", "\n\n"))

    assert (found["title"], found["organisation"]) == ("Careers Education and Guidance Policy", "Elm School")


def test_a_code_at_the_foot_of_the_pages_is_certain_and_one_before_a_title_is_asked() -> None:
    foot = inspected(f"Pay Policy\n{BODY}\nHR07 Pay Policy\n\f{BODY}\nHR07 Pay Policy\n")["evidence"]["policy_number"]
    front = inspected(f"HR07 Pay Policy\n{BODY}")["evidence"]["policy_number"]

    assert (foot["value"], foot["confidence"] >= CERTAIN) == ("HR07", True)
    assert (front["value"], front["confidence"] >= CERTAIN) == ("HR07", False)


def test_earlier_reviews_do_not_contradict_the_last_one() -> None:
    found = inspected(f"Pay Policy\nReviewed: Oct 2016 - no changes\nReviewed: Oct 2018 - minor changes\n{BODY}")

    source = found["evidence"]["last_reviewed"]

    assert (found["last_reviewed"], source["others"], source["confidence"] >= CERTAIN) == ("2018-10", [], True)
