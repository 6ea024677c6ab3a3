"""How sure a value is, where it stands, and what contradicts it."""

import pytest

from policyaudit.reading.header import CERTAIN
from tests.reading.reading_texts import BODY, header_of, inspected


def test_a_review_before_the_approval_is_kept_and_asked() -> None:
    header = header_of(f"Pay Policy\nApproved by Governors: September 2020\nNext review date: June 2019\n{BODY}")

    assert header.next_review is not None
    assert header.next_review.value.as_written == "June 2019"
    assert not header.next_review.is_certain


def test_a_footer_that_disagrees_with_the_cover_makes_the_date_doubtful() -> None:
    text = f"Pay Policy\nNext review: June 2026\n{BODY * 4}\nPay Policy | Review due Sept 22"

    header = header_of(text)

    assert header.next_review is not None
    assert header.next_review.confidence < CERTAIN
    assert [other.value.as_written for other in header.next_review.others] == ["Sept 22"]


def test_a_bare_review_date_with_nothing_to_compare_is_the_next_one_and_asked() -> None:
    header = header_of(f"Pay Policy\nReview date: June 2026\n{BODY}")

    assert header.next_review is not None
    assert not header.next_review.is_certain


def test_a_value_carries_its_line_its_words_and_the_reason() -> None:
    header = header_of("Pay Policy\n\nNext review: June 2026\n")

    assert header.next_review is not None
    evidence = header.next_review.evidence
    assert (evidence.line, evidence.text, evidence.reason) == (3, "Next review: June 2026", "label on the same line")


def test_a_text_that_says_nothing_of_itself_gives_nothing() -> None:
    found = inspected("……………\n")

    assert {field for field, value in found.items() if value} == {"format", "kind", "file", "media_type"}


@pytest.mark.parametrize("before", ["", "Date of last review: June 2016\n"], ids=["sentence alone", "label above it"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Reviewed June 2016, next review June 2017.",
        "Reviewed June 2016 next review June 2017",
        "Reviewed in June 2016 and due for review in June 2017.",
        "Reviewed June 2016, to be next reviewed by June 2017",
        "Next review June 2017, reviewed June 2016.",
    ],
)
def test_last_and_next_review_in_one_sentence_are_two_dates(before: str, sentence: str) -> None:
    header = header_of(f"Behaviour Policy\n{before}{BODY}{sentence}\n")

    read = [header.last_reviewed, header.next_review]
    assert [reading and (reading.value.as_written, reading.is_certain) for reading in read] == [
        ("June 2016", True),
        ("June 2017", True),
    ]


def test_a_label_wins_over_a_date_that_is_the_next_review_too() -> None:
    text = f"Pay Policy\nLast reviewed: June 2016\nNext review: June 2017\n{BODY}Date reviewed: June 2017\n"

    header = header_of(text)

    assert header.last_reviewed is not None
    assert header.last_reviewed.value.as_written == "June 2016"
