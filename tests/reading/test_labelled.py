"""Label wordings: each gives its value to the right field, wherever value and label stand."""

import pytest

from tests.reading.reading_texts import BODY, inspected

_NEXT = "next_review"
_LAST = "last_reviewed"
_APPROVED = "approved_on"
_OFFICER = "responsible_officer"
_COMMITTEE = "responsible_committee"


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        pytest.param(line, field, value, id=line.replace("\t", " "))
        for line, field, value in (
            ("Date of next review: June 2027", _NEXT, "2027-06"),
            ("DATE OF NEXT REVIEW: June 2027", _NEXT, "2027-06"),
            ("Next review: 12/06/2027", _NEXT, "2027-06-12"),
            ("Next Review Date: June 2027", _NEXT, "2027-06"),
            ("Next review due\tJune 2027", _NEXT, "2027-06"),
            ("Next due for review: June 2027", _NEXT, "2027-06"),
            ("Next review period - 30th June 2027", _NEXT, "2027-06-30"),
            ("Next Update: June 2027", _NEXT, "2027-06"),
            ("Review date: June 2027", _NEXT, "2027-06"),
            ("Date for review: June 2027", _NEXT, "2027-06"),
            ("Date for next review: June 2027", _NEXT, "2027-06"),
            ("Date for policy review: June 2027", _NEXT, "2027-06"),
            ("Date for renewal: June 2027", _NEXT, "2027-06"),
            ("Date to be reviewed: June 2027", _NEXT, "2027-06"),
            ("Due for review – June 2027", _NEXT, "2027-06"),
            ("Review due: June 2027", _NEXT, "2027-06"),
            ("Review due June 2027 or earlier if required.", _NEXT, "2027-06"),
            ("For review: Session 2027/28", _NEXT, "2027/28"),
            ("To be reviewed: June 2027", _NEXT, "2027-06"),
            ("To Be Reviewed by June 2027", _NEXT, "2027-06"),
            ("The Policy is to be reviewed: June 2027", _NEXT, "2027-06"),
            ("Expiration / Review: June 2027", _NEXT, "2027-06"),
            ("Date of review and republication: June 2027", _NEXT, "2027-06"),
            ("Mobile Phones / approved LGB 14.03.24 / next review June 2027", _NEXT, "2027-06"),
            ("Renewal: June 2027", _NEXT, "2027-06"),
            ("Adolygu / Review: Mehefin / June 2027", _NEXT, "2027-06"),
            ("Dyddiad adolygu / Review date: June 2027", _NEXT, "2027-06"),
            ("Next review due by: Spring Term 2027", _NEXT, {"term": "Spring", "year": "2027"}),
            ("Date of last review: June 2016", _LAST, "2016-06"),
            ("Last review date: June 2016", _LAST, "2016-06"),
            ("Last Reviewed\tJune 2016", _LAST, "2016-06"),
            ("Date reviewed: 14.06.16", _LAST, "2016-06-14"),
            ("Date reviewed by governing body: June 2016", _LAST, "2016-06"),
            ("Reviewed: June 2016", _LAST, "2016-06"),
            ("Reviewed – June 2016", _LAST, "2016-06"),
            ("Reviewed by staff\tJune 2016", _LAST, "2016-06"),
            ("Last updated: June 2016", _LAST, "2016-06"),
            ("Last Update: June 2016", _LAST, "2016-06"),
            ("Updated June 2016", _LAST, "2016-06"),
            ("Revised: June 2016", _LAST, "2016-06"),
            ("Date revised: June 2016. Awaiting approval from FGB", _LAST, "2016-06"),
            ("Amended – June 2016", _LAST, "2016-06"),
            ("Date(s) modified/reviewed: June 2016", _LAST, "2016-06"),
            ("Reviewed by: JKL   Date: June 2016", _LAST, "2016-06"),
            ("Latest Revision: June 2016", _LAST, "2016-06"),
            ("Date policy last reviewed: June 2016", _LAST, "2016-06"),
            ("Date approved: 11 March 2019", _APPROVED, "2019-03-11"),
            ("Date Approved by Governors\t11 March 2019", _APPROVED, "2019-03-11"),
            ("Date approved by governing body: 11 March 2019", _APPROVED, "2019-03-11"),
            ("Approved by Governors on: 11 March 2019", _APPROVED, "2019-03-11"),
            ("Approved by Governors 11/03/2019", _APPROVED, "2019-03-11"),
            ("Approved at FGB on 11/03/19", _APPROVED, "2019-03-11"),
            ("Approved (Date): March 2019", _APPROVED, "2019-03"),
            ("Date of approval: March 2019", _APPROVED, "2019-03"),
            ("Date agreed: March 2019", _APPROVED, "2019-03"),
            ("DATE OF ADOPTION: March 2019", _APPROVED, "2019-03"),
            ("DATE ADOPTED: March 2019", _APPROVED, "2019-03"),
            ("Adopted: March 2019", _APPROVED, "2019-03"),
            ("Ratified BoG: March 2019", _APPROVED, "2019-03"),
            ("Ratified by Board of Governors March 2019", _APPROVED, "2019-03"),
            ("Last approved: Michaelmas Term 2019", _APPROVED, {"term": "Michaelmas", "year": "2019"}),
            ("Determined by the Governing Body on 11 March 2019", _APPROVED, "2019-03-11"),
            ("Mobile Phones | approved LGB 11.03.19 | next review June 2027", _APPROVED, "2019-03-11"),
            ("Endorsed by Govs: March 2019", _APPROVED, "2019-03"),
            ("This policy was adopted on\t11 March 2019", _APPROVED, "2019-03-11"),
            ("Adopted March 2019. It will be reviewed in March 2021.", _APPROVED, "2019-03"),
            ("Mabwysiadwyd gan y Corff Llywodraethol: 11 Mawrth 2019", _APPROVED, "2019-03-11"),
            ("Date ratified by governors: March 2019", _APPROVED, "2019-03"),
            ("Mabwysiadwyd / Adopted by Governors: March 2019", _APPROVED, "2019-03"),
            ("Dyddiad cymeradwyo / Date approved: March 2019", _APPROVED, "2019-03"),
            ("Reviewed and approved by the Finance Committee on 11 March 2019", _APPROVED, "2019-03-11"),
            ("Approved by: Full governing board", "approved_by", "Full governing board"),
            ("Agreed by: Finance and Premises Committee", "approved_by", "Finance and Premises Committee"),
            ("RATIFIED BY: FGB", "approved_by", "FGB"),
            ("TO BE RATIFIED BY: FGB", "approved_by", "FGB"),
            ("Approval body: Board of Governors", "approved_by", "Board of Governors"),
            ("Approval level: Trust Board", "approved_by", "Trust Board"),
            ("Approved By:Headteacher & Governing Body", "approved_by", "Headteacher & Governing Body"),
            ("Date approved by Governors\t11 March 2019", "approved_by", "Governors"),
            ("Responsible officer: Headteacher", _OFFICER, "Headteacher"),
            ("Person responsible - Ada Quill, Assistant Headteacher", _OFFICER, "Ada Quill, Assistant Headteacher"),
            ("Person â chyfrifoldeb: Pennaeth", _OFFICER, "Pennaeth"),
            ("Swyddog cyfrifol / Responsible officer\tPennaeth / Headteacher", _OFFICER, "Pennaeth / Headteacher"),
            ("Policy Owner: Director of Student Services", _OFFICER, "Director of Student Services"),
            ("Document Owner: Bursar", _OFFICER, "Bursar"),
            ("Key author: School Matron", _OFFICER, "School Matron"),
            ("SLT Link: Mr D. Oakes", _OFFICER, "Mr D. Oakes"),
            ("Trust lead: Head of Estates", _OFFICER, "Head of Estates"),
            ("Policy co-ordinator\tMrs C. Finch (Vice Principal)", _OFFICER, "Mrs C. Finch (Vice Principal)"),
            ("SENDCo: Mrs H. Finch", _OFFICER, "Mrs H. Finch"),
            ("Reviewed by: Deputy Headteacher", _OFFICER, "Deputy Headteacher"),
            ("Monitoring Governor: Mrs A. Lane", _OFFICER, None),
            ("Responsible Committee: Pupil and Staff Welfare", _COMMITTEE, "Pupil and Staff Welfare"),
            ("Committee Responsibility: BMC", _COMMITTEE, "BMC"),
            ("TO BE REVIEWED BY: L&WC", _COMMITTEE, "L&WC"),
            ("TO BE REVIEWED BY: L & WC", _COMMITTEE, "L & WC"),
            ("Date approved: May 2019\nCommittee: Finance", "approved_by", None),
            ("Reviewing body: Health & Safety Committee", _COMMITTEE, "Health & Safety Committee"),
            ("Pwyllgor / Committee: Finance Committee", _COMMITTEE, "Finance Committee"),
            ("Policy owner: Resources Committee", _COMMITTEE, "Resources Committee"),
            ("Review Cycle: Annual", "review_months", 12),
            ("Status & Review Cycle: Statutory/Annual", "review_months", 12),
            ("Status & Review Cycle: Statutory/Annual", "statutory", True),
            ("Review frequency: 4 years", "review_months", 48),
            ("Date of review: Annual", "review_months", 12),
            ("Review frequency: as practice changes", "review_months", None),
            ("Statutory/non: Non-statutory", "statutory", False),
            ("Status: Statutory", "statutory", True),
            ("Status: in force", "statutory", None),
            ("Version: v3.2", "version", "3.2"),
            ("Issue: 4", "version", "4"),
            ("Version: the newest", "version", None),
            ("Policy no. HG-S-014", "policy_number", "HG-S-014"),
            ("ISI reference: 13a", "policy_number", "13a"),
            ("Policy number: not given yet", "policy_number", None),
            ("Ref: Pol/BehAnn", "policy_number", "Pol/BehAnn"),
            ("Effective From: 03/09/2018", "effective_from", "2018-09-03"),
            ("Policy Date: June 2021", "document_date", "2021-06"),
            ("Published: June 2021", "document_date", "2021-06"),
            ("Session 2021/22", "document_date", "2021/22"),
            ("Signed: D. Prowse", "signed_by", ["D. Prowse"]),
            ("Signed (Chair of Governors): Mrs P Cartwright", "signed_by", ["Mrs P Cartwright"]),
            ("Llofnod y Cadeirydd / Signed (Chair): G. Prydderch", "signed_by", ["G. Prydderch"]),
            ("Signed: Chair of Governors", "signed_by", None),
            ("Signed: ……………………… (Headteacher)", "signed_by", None),
            ("Title: Behaviour and Rewards", "title", "Behaviour and Rewards"),
            ("Name of Academy / College: Castle Hill", "organisation", "Castle Hill"),
            ("Name of Responsible Manager/Headteacher: Mrs H. Finch", _OFFICER, "Mrs H. Finch"),
            ("Signed on behalf of the nursery: Mrs H. Finch", "signed_by", ["Mrs H. Finch"]),
            ("School: Ysgol Enghraifft", "organisation", "Ysgol Enghraifft"),
        )
    ],
)
def test_a_labelled_value_belongs_to_the_field_of_its_label(line: str, field: str, value: object) -> None:
    text = f"Behaviour Policy\n{line}\n{BODY}"

    found = inspected(text)

    assert found[field] == value


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Next review: ………………", id="dotted line"),
        pytest.param("Next review:", id="nothing"),
        pytest.param("Next review: TBC", id="to be confirmed"),
        pytest.param("Next review: soon", id="no date"),
        pytest.param("Date approved: 31/06/2020", id="no such day"),
        pytest.param("Date approved: For approval 25/09/2019", id="not yet approved"),
        pytest.param("reviewed June 2019 by everybody who was asked", id="words in the middle of a sentence"),
        pytest.param("The code of practice (2013, amended 2021) is followed.", id="a remark inside a sentence"),
        pytest.param("Keeping Children Safe in Education (Updated September 2024)", id="the government's update"),
        pytest.param("the Equality Act 2010, amended 2012", id="an amended act"),
        pytest.param("Education and Inspections Act 2006", id="year of an act"),
    ],
)
def test_a_blank_or_unreadable_value_gives_no_date(line: str) -> None:
    text = f"Behaviour Policy\n{line}\n{BODY}"

    found = inspected(text)

    assert [found[field] for field in (_NEXT, _LAST, _APPROVED, "document_date")] == [None] * 4
