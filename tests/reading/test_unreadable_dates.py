"""What stands under a date label and is no date is said, with its line and the reason; other values are left alone."""

import pytest

from policyaudit.reading.unreadable_dates import unreadable_dates
from tests.reading.reading_texts import BODY, document_of

NO_31_JUNE = "is no date: there is no 31 June"


@pytest.mark.parametrize(
    ("lines", "warnings"),
    [
        pytest.param(
            "Approved on: 31/06/2026",
            [f"line 2: '31/06/2026' under \"Approved on\" {NO_31_JUNE}"],
            id="day that the month has not",
        ),
        pytest.param(
            "Next review 31/06/2026 / Review date: 30/02/2027",
            ["line 2: '30/02/2027' under \"Review date\" is no date: there is no 30 February"],
            id="second label of a line",
        ),
        pytest.param(
            "Next review\t31 June 2027",
            [f"line 2: '31 June 2027' under \"Next review\" {NO_31_JUNE}"],
            id="cell beside",
        ),
        pytest.param(
            "Version\tNext review\n1.0\t31 June 2027",
            [f"line 3: '31 June 2027' under \"Next review\" {NO_31_JUNE}"],
            id="cell below",
        ),
        pytest.param(
            "Date approved: Governors 31.06.26",
            [f"line 2: '31.06.26' under \"Date approved\" {NO_31_JUNE}"],
            id="beside who approved",
        ),
        pytest.param(
            "Review date: Summer",
            ["line 2: 'Summer' under \"Review date\" is no date: it names no year"],
            id="term without a year",
        ),
        pytest.param(
            "Next review: 31/06/2026\nNext review: 31/06/2026",
            [f"line 2: '31/06/2026' under \"Next review\" {NO_31_JUNE}"],
            id="said twice, warned of once",
        ),
        pytest.param("Next review: June 2027", [], id="date"),
        pytest.param("Next review: TBC", [], id="to be confirmed"),
        pytest.param("Next review: ...........", [], id="dotted line"),
        pytest.param("Next review:", [], id="nothing"),
        pytest.param("Next review\tOwner:\tHeadteacher", [], id="next label"),
        pytest.param("Review date: annually", [], id="cycle"),
        pytest.param("Reviewed by: Headteacher", [], id="post"),
        pytest.param("Approved by: Committee 4", [], id="committee with a number"),
        pytest.param("Review\tPage 6", [], id="row of the contents"),
        pytest.param("Date approved: For approval 25/09/2019", [], id="date with words that are waited for"),
        pytest.param(
            "Next review: " + "when the council has looked at the 12 questions of last year, or before",
            [],
            id="sentence",
        ),
        pytest.param("Telephone: 31/06/2026", [], id="label of nothing"),
    ],
)
def test_what_is_no_date_is_said_with_its_line(lines: str, warnings: list[str]) -> None:
    assert list(unreadable_dates(document_of(f"Behaviour Policy\n{lines}\n{BODY}"))) == warnings


def test_form_at_the_end_is_not_the_policys_own() -> None:
    form = "Appendix 1\nRisk assessment\nNext review: 31/06/2026\n" + "Hazard and what is done about it\n" * 20

    assert list(unreadable_dates(document_of(f"Behaviour Policy\n{BODY}{form}"))) == []
