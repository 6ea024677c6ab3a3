"""Dates of reduced precision: their spans, their British form, their notation, their bounds."""

from datetime import date

import pytest

from policyaudit.domain.partial_date import PartialDate, Precision, last_of_month
from policyaudit.domain.season import Season
from policyaudit.domain.term_calendar import TermCalendar

AUTUMN_2024 = TermCalendar().date_of(Season.AUTUMN, academic_year=2024)
SPRING_1_2021 = TermCalendar().date_of(Season.SPRING, academic_year=2020, half=1)


@pytest.mark.parametrize(
    ("partial", "first", "last", "british", "notation"),
    [
        pytest.param(
            PartialDate.of_day(date(2023, 9, 30)),
            "2023-09-30",
            "2023-09-30",
            "30 September 2023",
            "2023-09-30",
            id="day",
        ),
        pytest.param(PartialDate.of_month(2017, 6), "2017-06-01", "2017-06-30", "June 2017", "2017-06", id="month"),
        pytest.param(
            PartialDate.of_month(2100, 12),
            "2100-12-01",
            "2100-12-31",
            "December 2100",
            "2100-12",
            id="last month of all",
        ),
        pytest.param(
            AUTUMN_2024, "2024-09-01", "2024-12-31", "Autumn term 2024", {"term": "Autumn", "year": "2024"}, id="term"
        ),
        pytest.param(
            SPRING_1_2021,
            "2021-01-01",
            "2021-02-21",
            "Spring 1 2021",
            {"term": "Spring 1", "year": "2021"},
            id="half-term",
        ),
        pytest.param(
            PartialDate.of_academic_year(2023), "2023-09-01", "2024-08-31", "2023/24", "2023/24", id="academic year"
        ),
        pytest.param(
            PartialDate.of_academic_year(1999), "1999-09-01", "2000-08-31", "1999/00", "1999/00", id="turn of century"
        ),
        pytest.param(PartialDate.of_year(2024), "2024-01-01", "2024-12-31", "2024", "2024", id="year"),
    ],
)
def test_date_keeps_its_precision(
    partial: PartialDate, first: str, last: str, british: str, notation: str | dict[str, str]
) -> None:
    assert partial.span == (date.fromisoformat(first), date.fromisoformat(last))
    assert str(partial) == british
    assert partial.notation == notation
    assert partial.as_written == british


def test_what_the_school_wrote_is_kept_beside_the_date() -> None:
    partial = PartialDate.of_month(2016, 6, "Jun-16")

    assert (partial.as_written, str(partial)) == ("Jun-16", "June 2016")


def test_date_rebuilt_from_its_four_values_is_the_same() -> None:
    partial = TermCalendar().date_of(Season.SPRING, academic_year=2020, as_written="Spring Term 20/21")

    again = PartialDate(partial.earliest, partial.latest, Precision("term"), "Spring Term 20/21")

    assert again == partial
    assert again.notation == {"term": "Spring", "year": "2020/21"}
    assert str(again) == "Spring term 2020/21"


@pytest.mark.parametrize(
    ("season", "written", "name"),
    [
        pytest.param(Season.AUTUMN, "Michaelmas Term 2022", "Michaelmas", id="Michaelmas"),
        pytest.param(Season.SPRING, "lent term 2022", "Lent", id="Lent in small letters"),
        pytest.param(Season.SPRING, "Hilary 2022", "Hilary", id="Hilary"),
        pytest.param(Season.SUMMER, "Trinity Term 2022", "Trinity", id="Trinity"),
        pytest.param(Season.AUTUMN, "Tymor yr Hydref 2022", "Autumn", id="Welsh is answered in English"),
        pytest.param(Season.AUTUMN, "Trinity 2022", "Autumn", id="a name of another season is not believed"),
        pytest.param(Season.AUTUMN, "Talent 2022", "Autumn", id="a name inside a word is none"),
    ],
)
def test_term_is_called_what_the_school_calls_it(season: Season, written: str, name: str) -> None:
    term = TermCalendar().date_of(season, academic_year=season.academic_year_in(2022), as_written=written)

    assert term.notation == {"term": name, "year": "2022"}
    assert str(term) == f"{name} term 2022"


def test_term_of_an_own_calendar_keeps_its_name() -> None:
    august = PartialDate(date(2026, 8, 17), date(2026, 10, 9), Precision.HALF_TERM, "")

    assert str(august) == "Autumn 1 2026"


def test_term_takes_its_days_from_the_calendar_given() -> None:
    term = TermCalendar().date_of(Season.SUMMER, academic_year=2025)

    assert term.span == (date(2026, 4, 7), date(2026, 8, 31))


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        pytest.param(date(2024, 2, 1), date(2024, 1, 1), "cannot begin on 2024-02-01 and end", id="ends before"),
        pytest.param(date(1949, 12, 31), date(1950, 1, 1), "'x' lies outside 1950 to 2100", id="too early"),
        pytest.param(date(2100, 12, 31), date(2101, 1, 1), "'x' lies outside 1950 to 2100", id="too late"),
    ],
)
def test_impossible_span_is_refused(first: date, last: date, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        PartialDate(first, last, Precision.YEAR, "x")


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        pytest.param(PartialDate.of_month(2017, 6), PartialDate.of_day(date(2017, 6, 30)), True, id="day in its month"),
        pytest.param(PartialDate.of_month(2017, 6), PartialDate.of_day(date(2017, 7, 1)), False, id="day after it"),
        pytest.param(PartialDate.of_year(2017), PartialDate.of_academic_year(2017), True, id="years that share a term"),
        pytest.param(PartialDate.of_year(2017), PartialDate.of_academic_year(2018), False, id="years apart"),
    ],
)
def test_dates_overlap_where_they_may_be_one_day(one: PartialDate, other: PartialDate, *, overlap: bool) -> None:
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        pytest.param(2024, 2, 29, id="leap year"),
        pytest.param(2023, 2, 28, id="common year"),
        pytest.param(2100, 2, 28, id="century"),
        pytest.param(2000, 2, 29, id="fourth century"),
        pytest.param(2024, 12, 31, id="December"),
        pytest.param(2024, 4, 30, id="April"),
    ],
)
def test_last_day_of_a_month(year: int, month: int, day: int) -> None:
    assert last_of_month(year, month) == date(year, month, day)
