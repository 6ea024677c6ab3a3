from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.domain.partial_date import PartialDate
from policyaudit.reports.wording import british, counted, counted_in_words, figures, percent


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        pytest.param(0, 8, "0%", id="none"),
        pytest.param(1, 1000, "1%", id="hardly any is not none"),
        pytest.param(541, 612, "88%", id="most"),
        pytest.param(999, 1000, "99%", id="nearly all is not all"),
        pytest.param(8, 8, "100%", id="all"),
        pytest.param(0, 0, "100%", id="nothing was asked for"),
    ],
)
def test_a_share_is_said_in_whole_per_cent(part: int, whole: int, said: str) -> None:
    assert percent(part, whole) == said


@settings(derandomize=True, deadline=None)
@given(whole=st.integers(1, 5000), part=st.integers(0, 5000))
def test_all_is_said_of_all_only_and_none_of_none_only(whole: int, part: int) -> None:
    part = min(part, whole)

    said = percent(part, whole)

    assert (said == "100%") == (part == whole)
    assert (said == "0%") == (part == 0)


@pytest.mark.parametrize(
    ("count", "in_figures", "in_words"),
    [
        pytest.param(0, "0 policies", "no policies", id="none"),
        pytest.param(1, "1 policy", "one policy", id="one"),
        pytest.param(10, "10 policies", "ten policies", id="the last in words"),
        pytest.param(11, "11 policies", "11 policies", id="the first in figures"),
        pytest.param(1204, "1,204 policies", "1,204 policies", id="thousands"),
    ],
)
def test_a_count_agrees_with_its_noun(count: int, in_figures: str, in_words: str) -> None:
    assert counted(count, "policy", "policies") == in_figures
    assert counted_in_words(count, "policy", "policies") == in_words


def test_a_plain_noun_takes_an_s() -> None:
    assert counted(2, "day") == "2 days"
    assert counted_in_words(2, "day") == "two days"


def test_thousands_are_set_apart() -> None:
    assert figures(12345) == "12,345"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        pytest.param(date(2026, 11, 2), "2 November 2026", id="a day"),
        pytest.param(PartialDate.of_day(date(2023, 9, 30)), "30 September 2023", id="a date known to the day"),
        pytest.param(PartialDate.of_month(2017, 6, "06/17"), "June 2017", id="a date known to the month"),
    ],
)
def test_a_date_is_said_in_the_british_form_as_exact_as_it_is_known(value: date | PartialDate, said: str) -> None:
    assert british(value) == said
