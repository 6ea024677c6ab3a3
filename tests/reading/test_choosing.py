"""One reading out of several: the surest, surer by agreement, doubtful by contradiction."""

import pytest

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.reading.choosing import agree, choose, choose_latest, not_before, not_the_next, settle_reviews
from policyaudit.reading.dates import read_date
from policyaudit.reading.evidence import CERTAIN, Evidence, Reading


def _dated(text: str, confidence: float = 0.95) -> Reading[PartialDate]:
    date = read_date(text)
    assert date is not None
    return Reading(date, confidence, Evidence(1, text, "label on the same line"))


def _said(text: str, confidence: float = 0.95) -> Reading[str]:
    return Reading(text, confidence, Evidence(1, text, "label on the same line"))


def test_nothing_found_is_nothing_chosen() -> None:
    chosen = choose([]), choose_latest([])

    assert chosen == (None, None)


def test_the_surest_reading_is_chosen_and_the_others_kept() -> None:
    chosen = choose([_said("Bursar", 0.6), _said("Headteacher", 0.95), _said("Matron", 0.7), _said("Matron", 0.65)])

    assert chosen is not None
    assert (chosen.value, chosen.confidence) == ("Headteacher", 0.76)
    assert [other.value for other in chosen.others] == ["Matron", "Bursar"]


def test_a_second_line_that_says_the_same_makes_a_value_surer() -> None:
    chosen = choose([_said("Headteacher", 0.9), _said("The Headteacher", 0.86)])

    assert chosen is not None
    assert (chosen.confidence, chosen.others) == (0.92, ())


def test_a_contradiction_far_less_sure_changes_nothing() -> None:
    chosen = choose([_said("Headteacher", 0.95), _said("Bursar", 0.4)])

    assert chosen is not None
    assert chosen.confidence == 0.95


def test_of_a_history_of_reviews_the_latest_counts() -> None:
    chosen = choose_latest([_dated("May 2014"), _dated("May 2018", 0.9), _dated("May 2016")])

    assert chosen is not None
    assert chosen.value.as_written == "May 2018"
    assert chosen.confidence < CERTAIN


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(read_date("June 2016"), read_date("16/06/2016"), True, id="a month and a day in it"),
        pytest.param(read_date("June 2016"), read_date("July 2016"), False, id="two months"),
        pytest.param(ReviewCycle("annual", 12), ReviewCycle("every year", 12), True, id="cycles of one length"),
        pytest.param("Governors", "the governors", True, id="texts of which one holds the other"),
        pytest.param("Governors", "FGB", False, id="two texts"),
        pytest.param(True, True, True, id="flags"),
        pytest.param(True, False, False, id="two flags"),
    ],
)
def test_values_agree_where_both_can_be_true(one: object, other: object, expected: bool) -> None:  # noqa: FBT001 a case
    agreed = agree(one, other)  # type: ignore[arg-type]  # any pair of values

    assert agreed is expected


@pytest.mark.parametrize(
    ("bare", "approved", "stated_next", "expected"),
    [
        pytest.param("March 2018", "12 March 2015", None, "next", id="after the approval"),
        pytest.param("March 2015", "12 March 2016", None, "last", id="before the approval"),
        pytest.param("March 2015", None, None, "next", id="nothing to compare"),
        pytest.param("March 2015", None, "March 2017", "last", id="before a stated next review"),
        pytest.param("March 2018", "May 2015", "March 2017", "next", id="after approval and stated next review"),
    ],
)
def test_a_bare_review_date_is_settled_by_the_others(
    bare: str, approved: str | None, stated_next: str | None, expected: str
) -> None:
    known = [_dated(approved)] if approved else [None]

    last, upcoming = settle_reviews(
        [_dated(bare)], known=known, stated_next=[_dated(stated_next)] if stated_next else []
    )

    assert (bool(last), bool(upcoming)) == (expected == "last", expected == "next")


def test_a_next_review_before_the_anchor_is_doubtful() -> None:
    [before, after] = not_before([_dated("May 2014"), _dated("May 2018")], _dated("May 2016"))

    assert (before.is_certain, after.is_certain) == (False, True)


def test_a_last_review_on_the_day_of_the_next_is_doubtful() -> None:
    [same, earlier] = not_the_next([_dated("June 2017"), _dated("June 2016")], [_dated("June 2017")])

    assert (same.is_certain, earlier.is_certain) == (False, True)


def test_in_a_history_the_next_review_of_one_row_is_the_last_of_the_row_below() -> None:
    [last] = not_the_next([_dated("June 2017")], [_dated("June 2017"), _dated("June 2018")])

    assert last.is_certain
