"""What `audit inspect --json` says: plain values at the top, where they came from apart."""

from tests.reading.reading_texts import BODY, inspected

_TEXT = f"""
Pay Policy
Approved by Governors: 3 March 2021
Review date: Spring Term 2023
Review cycle: every two years
Status: Statutory
Signed: Mrs P Cartwright
{BODY}
"""


def test_values_are_plain_and_null_where_the_text_does_not_say() -> None:
    found = inspected(_TEXT)

    assert found["title"] == "Pay Policy"
    assert found["approved_on"] == "2021-03-03"
    assert found["next_review"] == {"term": "Spring", "year": "2023"}
    assert (found["review_frequency"], found["review_months"]) == ("every two years", 24)
    assert found["statutory"] is True
    assert found["signed_by"] == ["Mrs P Cartwright"]
    assert (found["version"], found["related_policies"], found["version_history"]) == (None, None, None)


def test_evidence_stands_apart_with_line_reason_and_confidence() -> None:
    found = inspected(_TEXT)

    assert found["evidence"]["approved_on"] == {
        "value": "2021-03-03",
        "line": 2,
        "page": None,
        "part": "body",
        "text": "Approved by Governors: 3 March 2021",
        "confidence": 0.95,
        "reason": "label on the same line",
        "others": [],
    }
    assert [source["line"] for source in found["evidence"]["signed_by"]] == [6]
    assert "version" not in found["evidence"]


def test_the_contract_names_itself_and_the_file() -> None:
    found = inspected(_TEXT)

    assert found["format"] == {"name": "policyaudit.inspect", "version": 1}
    assert (found["kind"], found["file"], found["warnings"]) == ("document", "policy.txt", [])


def test_readings_that_contradict_come_with_their_own_evidence() -> None:
    text = f"Pay Policy\nNext review: June 2026\nNext review date: June 2027\n{BODY}"

    found = inspected(text)

    assert found["next_review"] == "2027-06"
    assert [(other["value"], other["line"]) for other in found["evidence"]["next_review"]["others"]] == [("2026-06", 2)]
