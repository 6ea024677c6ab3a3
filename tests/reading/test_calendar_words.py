"""The words of the calendar, and the plain characters they are looked for in."""

from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.reading.calendar_words import MONTHS, SEASONS, WEEKDAYS, plain


def test_marks_of_print_become_those_of_a_keyboard() -> None:
    assert plain("30\u1d57\u02b0\u00a0Sept\u2013Oct 1\u20442 \u201922") == "30th Sept-Oct 1/2 '22"


@given(text=st.text())
@settings(derandomize=True, deadline=None)
def test_every_place_in_a_line_stays_what_it_is(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_no_word_names_two_months_seasons_or_days() -> None:
    assert {word for word in MONTHS if word in SEASONS} == {"hydref"}
    assert {word for word in MONTHS if word in WEEKDAYS} == {"mawrth"}
    assert sorted(set(MONTHS.values())) == list(range(1, 13))
    assert sorted(set(WEEKDAYS.values())) == list(range(7))
