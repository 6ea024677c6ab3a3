"""Labels in wordings that no table lists: the words they are made of say what they speak of, a slip allowed."""

import pytest

from policyaudit.reading.composed_labels import Manner, composed_label, is_one_slip
from policyaudit.reading.labels import labels_in
from tests.reading.reading_texts import BODY, inspected


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        pytest.param(text, topic, id=text)
        for text, topic in (
            ("Date of policy ratification at full governors' meeting:", "approval"),
            ("Date adopted at the meeting of the trust board", "approval"),
            ("Re-approved:", "approval"),
            ("To be next considered:", "next_review"),
            ("Next approval by governing body due", "next_review"),
            ("Policy due to be reviewed:", "next_review"),
            ("Policy to be reviewed next in:", "next_review"),
            ("Next scheduled:", "next_review"),
            ("Due date", "next_review"),
            ("Last considered on:", "last_review"),
            ("Most recent revision of this policy:", "last_review"),
            ("Refreshed:", "last_review"),
            ("Refreshed", None),
            ("Review of this policy:", "review"),
            ("Period of review:", "cycle"),
            ("Cycle:", "cycle"),
            ("Commencement:", "effective"),
            ("Policy introduced in:", "effective"),
            ("Published date", "document_date"),
            ("SLT responsibility:", "officer"),
            ("Body responsible for the policy:", "committee"),
            ("Co-ordinator:", "officer"),
            ("Co-ordinator", None),
            ("Agreed by staff:", "somebody else's"),
            ("Shared with governors:", "somebody else's"),
            ("Adoption Policy", None),
            ("Adoption Leave Policy", None),
            ("Staff Review Meetings", None),
            ("Term dates:", None),
            ("Governors' meeting 4 pm", None),
            ("Re", None),
            ("The date of the next review of this policy by the full governing body is:", None),
        )
    ],
)
def test_the_words_of_a_label_say_what_it_speaks_of(text: str, topic: str | None) -> None:
    composed = composed_label(text)

    assert (composed and composed.topic.name) == topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        pytest.param("Adpoted:", "approval", id="two letters changed places"),
        pytest.param("adpoted_date", "approval", id="as a key of front matter"),
        pytest.param("Dae of next review", "next_review", id="a letter too few"),
        pytest.param("Ratiffied by the governors on:", "approval", id="a letter too many"),
        pytest.param("Last reveiwed:", "last_review", id="two letters in the other order"),
        pytest.param("Reviewd by governors on:", "last_review", id="the longest word that it may be"),
    ],
)
def test_a_slip_of_the_pen_does_not_hide_a_label(text: str, topic: str) -> None:
    composed = composed_label(text)

    assert composed is not None
    assert composed.topic.name == topic
    assert composed.manner is Manner.MISSPELT


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Adotped", id="one word without a mark"),
        pytest.param("Dte:", id="one short word"),
        pytest.param("Nxet reveiw:", id="two slips"),
        pytest.param("Xx of review:", id="a word too short to tell"),
        pytest.param("Zebra of review:", id="a word that is no label's"),
    ],
)
def test_more_than_a_slip_is_no_label(text: str) -> None:
    assert composed_label(text) is None


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        pytest.param("adpoted", "adopted", True, id="swapped"),
        pytest.param("reviewd", "reviewed", True, id="too few"),
        pytest.param("revieww", "review", True, id="too many"),
        pytest.param("reviaw", "review", True, id="wrong"),
        pytest.param("raview", "reveiw", False, id="two"),
        pytest.param("preview", "review", False, id="another word"),
        pytest.param("review", "reviewing", False, id="much longer"),
    ],
)
def test_one_slip_is_one_letter_or_two_that_changed_places(one: str, other: str, *, is_near: bool) -> None:
    assert is_one_slip(one, other) is is_near


def test_a_listed_label_counts_before_the_words_it_is_made_of() -> None:
    [label] = labels_in("Date approved by governors: March 2019")

    assert label.manner is Manner.LISTED


def test_a_label_without_a_colon_is_no_longer_than_the_listed_one() -> None:
    [label] = labels_in("Approved by Headteacher")

    assert label.text == "Approved by"


def test_a_value_says_how_its_label_is_worded_and_is_less_sure() -> None:
    plain = inspected("Pay Policy\nDate approved: 11 March 2019\n" + BODY)
    slipped = inspected("Pay Policy\nDate aproved: 11 March 2019\n" + BODY)

    sources = [each["evidence"]["approved_on"] for each in (plain, slipped)]

    assert [each["approved_on"] for each in (plain, slipped)] == ["2019-03-11", "2019-03-11"]
    assert sources[0]["confidence"] > sources[1]["confidence"]
    assert sources[1]["reason"] == "label on the same line, misspelt"
