"""Where terms lie, by the default calendar and by a school's own dates."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.domain.season import SEASONS, Season, term_begun
from policyaudit.domain.term_calendar import Term, TermCalendar

AUTUMN, SPRING, SUMMER = SEASONS
OUR_AUTUMN = Term(2025, AUTUMN, None, date(2025, 9, 2), date(2025, 12, 18))


@pytest.mark.parametrize(
    ("season", "half", "first", "last"),
    [
        pytest.param(AUTUMN, None, "2024-09-01", "2024-12-31", id="autumn"),
        pytest.param(AUTUMN, 1, "2024-09-01", "2024-10-31", id="first half of autumn"),
        pytest.param(AUTUMN, 2, "2024-11-01", "2024-12-31", id="second half of autumn"),
        pytest.param(SPRING, None, "2025-01-01", "2025-04-21", id="spring lasts to a late Easter Monday"),
        pytest.param(SPRING, 1, "2025-01-01", "2025-02-21", id="first half of spring"),
        pytest.param(SPRING, 2, "2025-02-22", "2025-04-21", id="second half of spring"),
        pytest.param(SUMMER, None, "2025-04-22", "2025-08-31", id="summer begins after a late Easter Monday"),
        pytest.param(SUMMER, 1, "2025-04-22", "2025-05-31", id="first half of summer"),
        pytest.param(SUMMER, 2, "2025-06-01", "2025-08-31", id="second half of summer"),
    ],
)
def test_default_terms_of_2024_25(season: Season, half: int | None, first: str, last: str) -> None:
    span = TermCalendar().span(season, academic_year=2024, half=half)

    assert span == (date.fromisoformat(first), date.fromisoformat(last))


def test_spring_ends_on_31_march_when_easter_is_early() -> None:
    spring = TermCalendar().span(SPRING, academic_year=2007)

    assert spring[1] == date(2008, 3, 31)


@given(year=st.integers(1950, 2099))
@settings(derandomize=True, deadline=None)
def test_default_halves_follow_each_other_without_gap_or_overlap(year: int) -> None:
    calendar = TermCalendar()

    halves = [calendar.span(season, academic_year=year, half=half) for season in SEASONS for half in (1, 2)]

    assert halves[0][0] == date(year, 9, 1)
    assert halves[-1][1] == date(year + 1, 8, 31)
    assert all(after[0] - before[1] == timedelta(days=1) for before, after in pairwise(halves))


@given(year=st.integers(1950, 2099), season=st.sampled_from(SEASONS), half=st.sampled_from([1, 2]))
@settings(derandomize=True, deadline=None)
def test_half_term_is_known_again_by_its_first_day(year: int, season: Season, half: int) -> None:
    first, _ = TermCalendar().span(season, academic_year=year, half=half)

    assert term_begun(first) == (year, season, half)


def test_schools_own_term_counts_before_the_default() -> None:
    calendar = TermCalendar((OUR_AUTUMN,))

    assert calendar.span(AUTUMN, academic_year=2025) == (date(2025, 9, 2), date(2025, 12, 18))
    assert calendar.span(AUTUMN, academic_year=2026) == (date(2026, 9, 1), date(2026, 12, 31))
    assert calendar.span(SPRING, academic_year=2025)[0] == date(2026, 1, 1)


def test_half_of_an_own_term_stays_inside_it() -> None:
    calendar = TermCalendar((OUR_AUTUMN,))

    assert calendar.span(AUTUMN, academic_year=2025, half=1) == (date(2025, 9, 2), date(2025, 10, 31))
    assert calendar.span(AUTUMN, academic_year=2025, half=2) == (date(2025, 11, 1), date(2025, 12, 18))


def test_own_halves_make_the_term() -> None:
    first = Term(2025, SUMMER, 1, date(2026, 4, 13), date(2026, 5, 22))
    second = Term(2025, SUMMER, 2, date(2026, 6, 1), date(2026, 7, 21))

    calendar = TermCalendar((second, first))

    assert calendar.span(SUMMER, academic_year=2025) == (date(2026, 4, 13), date(2026, 7, 21))
    assert calendar.span(SUMMER, academic_year=2025, half=1) == (date(2026, 4, 13), date(2026, 5, 22))


def test_one_own_half_leaves_the_other_and_the_term_to_the_default() -> None:
    calendar = TermCalendar((Term(2025, AUTUMN, 1, date(2025, 9, 2), date(2025, 10, 24)),))

    assert calendar.span(AUTUMN, academic_year=2025) == (date(2025, 9, 1), date(2025, 12, 31))
    assert calendar.span(AUTUMN, academic_year=2025, half=2) == (date(2025, 11, 1), date(2025, 12, 31))


def test_half_that_an_own_term_leaves_no_day_of_is_the_defaults() -> None:
    short = Term(2025, AUTUMN, None, date(2025, 9, 2), date(2025, 10, 17))

    span = TermCalendar((short,)).span(AUTUMN, academic_year=2025, half=2)

    assert span == (date(2025, 11, 1), date(2025, 12, 31))


def test_scottish_school_year_begins_in_august() -> None:
    term = Term(2026, AUTUMN, None, date(2026, 8, 17), date(2026, 12, 23))

    assert TermCalendar((term,)).span(AUTUMN, academic_year=2026)[0] == date(2026, 8, 17)


@pytest.mark.parametrize(
    ("term", "sentence"),
    [
        pytest.param(
            (2025, AUTUMN, None, date(2025, 12, 18), date(2025, 9, 2)),
            "Autumn term 2025/26 ends on 2025-09-02 before it begins on 2025-12-18",
            id="ends before it begins",
        ),
        pytest.param(
            (2025, SPRING, 2, date(2026, 6, 1), date(2026, 7, 1)),
            "Spring 2 2025/26 cannot begin on 2026-06-01",
            id="second half of spring in June",
        ),
        pytest.param(
            (1999, AUTUMN, None, date(2000, 9, 1), date(2000, 12, 1)),
            "Autumn term 1999/00 cannot begin on 2000-09-01",
            id="another year",
        ),
    ],
)
def test_term_that_cannot_be_is_refused(term: tuple[int, Season, int | None, date, date], sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        Term(*term)
