"""A document's own list of versions, and the version that it is itself."""

from typing import Any

import pytest

from tests.reading.reading_texts import BODY, inspected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"""
Oakmere Multi Academy Trust
Complaints Policy

Document Version Control Log
Version\tDate\tDescription of changes and person/organisation responsible
1.0\t12/01/2018\tFirst issue (J Bloggs)
1.1\t03/02/2019\tNew stage 2 wording (trust solicitors)
2.0\t14/03/2021\tRewritten

Approval level: Trust Board
Date approved: 20/03/2021
Date of next review: March 2023
{BODY}
""",
            {
                "version": "2.0",
                "approved_by": "Trust Board",
                "approved_on": "2021-03-20",
                "next_review": "2023-03",
                "version_history": [
                    {"version": "1.0", "date": "2018-01-12", "description": "First issue (J Bloggs)"},
                    {"version": "1.1", "date": "2019-02-03", "description": "New stage 2 wording (trust solicitors)"},
                    {"version": "2.0", "date": "2021-03-14", "description": "Rewritten"},
                ],
                "organisation": "Oakmere Multi Academy Trust",
            },
            id="version control log",
        ),
        pytest.param(
            f"""
Mobile Phone Policy
Issue   Date   Detail
1   Sept 2015   New policy
2   Sept 2017   Staff phones added
{BODY}
""",
            {
                "version": "2",
                "version_history": [
                    {"version": "1", "date": "2015-09", "description": "New policy"},
                    {"version": "2", "date": "2017-09", "description": "Staff phones added"},
                ],
            },
            id="issue date detail",
        ),
    ],
)
def test_the_list_of_versions_is_read_row_by_row(text: str, expected: dict[str, Any]) -> None:
    found = inspected(text)

    assert {field: found[field] for field in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Version\tDescription\tDate of release\n1\tFirst issue\t06.05.18\n2\tSpelling\n3\tNew stage two\t19.08.21",
            [("1", "2018-05-06", "First issue"), ("2", None, "Spelling"), ("3", "2021-08-19", "New stage two")],
            id="an undated row",
        ),
        pytest.param(
            "Date\tVersion\tAmendment\tMinute\nJan-23\t3.0\tAnnual check, no\tFGB 23/07\nchange\n"
            "06.05.24\t3.1\tLogo\tFGB 24/1",
            [("3.0", "2023-01", "Annual check, no change"), ("3.1", "2024-05-06", "Logo")],
            id="a description over two lines",
        ),
        pytest.param(
            "# Change History #\n\n* 2013-11-25 : New designated person\nin the office\n* 2014-01-03 Praise",
            [(None, "2013-11-25", "New designated person in the office"), (None, "2014-01-03", "Praise")],
            id="dated bullets",
        ),
        pytest.param(
            "Review history\nDate\tReviewed by\tComment\nMay 2018\tGovernors\tFirst\nMay 2020\tGovernors\tNo change\n"
            "Next review due: May 2024",
            [(None, "2018-05", "First"), (None, "2020-05", "No change")],
            id="dates and no versions",
        ),
        pytest.param(
            "History\tv1\tEaster 2019\n\tv2\tAutumn Term 2021\nThe end",
            [("1", None, "Easter 2019"), ("2", {"term": "Autumn", "year": "2021"}, None)],
            id="no heads over the columns",
        ),
        pytest.param(
            "Version history\nv1\tMay 2019\tFirst\nv2\tMay 2021\tNew law",
            [("1", "2019-05", "First"), ("2", "2021-05", "New law")],
            id="no heads, to the end of the document",
        ),
        pytest.param("Version history\nThere is none yet", None, id="a heading and nothing below"),
        pytest.param("Version\tDate\nnone\tyet", None, id="a head and no version below"),
        pytest.param("Change History\n* Updated the links", None, id="bullets without dates"),
    ],
)
def test_versions_come_in_the_document_s_own_order(text: str, expected: list[tuple[object, ...]] | None) -> None:
    found = inspected(f"Pay Policy\n\n{text}\n")

    logged = found["version_history"]
    assert (logged and [(row["version"], row["date"], row["description"]) for row in logged]) == expected


def test_the_version_is_the_newest_of_the_list_wherever_it_stands() -> None:
    text = "Pay Policy\n\nVersion\tDate\tDescription\n2.0\tMay 2021\tRewritten\n1.0\tMay 2019\tFirst\n"

    found = inspected(text)

    assert found["version"] == "2.0"


def test_a_bulleted_history_without_versions_names_none() -> None:
    found = inspected("Pay Policy\n\nChange History\n* 2013-11-25 : First\n")

    assert found["version"] is None


def test_dates_of_the_list_are_no_dates_of_the_policy() -> None:
    text = "Pay Policy\n\nVersion\tDate\tDescription\n1.0\t3 May 2019\tApproved\n"

    found = inspected(text)

    assert [found[field] for field in ("approved_on", "last_reviewed", "document_date")] == [None, None, None]


@pytest.mark.parametrize(
    ("line", "version"),
    [
        pytest.param("Pay Policy version 1.2", "1.2", id="in a title"),
        pytest.param("Parents sign version 1.2 of the form", None, id="of something else"),
        pytest.param("We looked at version 1.2.", None, id="in a sentence"),
    ],
)
def test_a_version_without_a_label_is_the_document_s_in_a_title_only(line: str, version: str | None) -> None:
    found = inspected(f"{line}\n{BODY}")

    assert found["version"] == version
