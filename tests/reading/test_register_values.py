"""What one cell of a list says under its heading."""

import pytest

from policyaudit.reading.dates import DEFAULT_CALENDAR
from policyaudit.reading.register import Meaning
from policyaudit.reading.register_values import values_in
from tests.reading.reading_registers import in_words

NEXT, LAST, OFTEN = Meaning.NEXT_REVIEW, Meaning.LAST_REVIEWED, Meaning.FREQUENCY
APPROVED, APPROVAL = Meaning.LAST_APPROVED, Meaning.APPROVAL


@pytest.mark.parametrize(
    ("cell", "meaning", "said"),
    [
        pytest.param("June 2024", NEXT, {NEXT: "June 2024"}, id="a date"),
        pytest.param("Annually", NEXT, {OFTEN: "Annually"}, id="a cycle where a date is asked"),
        pytest.param(
            "Annual : September 2020", NEXT, {NEXT: "September 2020", OFTEN: "Annual"}, id="a cycle and a date"
        ),
        pytest.param(
            "Reviewed every 4 years Next review : early 2020",
            NEXT,
            {OFTEN: "Reviewed every 4 years", NEXT: "2020"},
            id="a cycle and a labelled date",
        ),
        pytest.param(
            "Last: May 2019 Next due: May 2021", NEXT, {LAST: "May 2019", NEXT: "May 2021"}, id="two labelled dates"
        ),
        pytest.param("11.12.13 (Finance)", APPROVED, {APPROVED: "11 December 2013"}, id="a date with a remark"),
        pytest.param("FGB 12/10/2022", LAST, {LAST: "12 October 2022", APPROVAL: "FGB"}, id="a body and a date"),
        pytest.param("Approved by: FGB", LAST, {APPROVAL: "FGB"}, id="who approved where a date is asked"),
        pytest.param("Last reviewed: TBC", LAST, {}, id="a label of nothing"),
        pytest.param("Every 2 years", OFTEN, {OFTEN: "Every 2 years"}, id="a cycle"),
        pytest.param("Annually (Sept 2024)", OFTEN, {OFTEN: "Annually", NEXT: "September 2024"}, id="a cycle and when"),
        pytest.param("May 2024", OFTEN, {NEXT: "May 2024"}, id="a date where a cycle is asked"),
        pytest.param("Governing Body.", APPROVAL, {APPROVAL: "Governing Body"}, id="a body"),
        pytest.param("FGB Nov 2022", APPROVAL, {APPROVED: "November 2022", APPROVAL: "FGB"}, id="who and when"),
        pytest.param("Nov 2022", APPROVAL, {APPROVED: "November 2022"}, id="a date where a body is asked"),
        pytest.param("Annually", APPROVAL, {OFTEN: "Annually"}, id="a cycle where a body is asked"),
        pytest.param("Non-statutory", Meaning.STATUTORY, {Meaning.STATUTORY: "no"}, id="not asked by law"),
        pytest.param("Recommended", Meaning.STATUTORY, {Meaning.STATUTORY: "no"}, id="recommended"),
        pytest.param("✓", Meaning.STATUTORY, {Meaning.STATUTORY: "yes"}, id="a tick"),
        pytest.param("6", Meaning.STATUTORY, {}, id="a figure where the law is asked for"),
        pytest.param("P01", Meaning.NUMBER, {Meaning.NUMBER: "P01"}, id="a number"),
        pytest.param("...", Meaning.OWNER, {}, id="dots"),
    ],
)
def test_cell_says(cell: str, meaning: Meaning, said: dict[Meaning, str]) -> None:
    values = values_in(cell, meaning, calendar=DEFAULT_CALENDAR)

    assert {value.meaning: in_words(value.value) for value in values} == said


@pytest.mark.parametrize(
    "cell", ["", "N/A", "n/a (new)", "TBC", "not found", "-", "–", "To be confirmed", "Draft", "?"]
)
def test_cell_that_says_nothing_is_nothing(cell: str) -> None:
    assert values_in(cell, NEXT, calendar=DEFAULT_CALENDAR) == ()


@pytest.mark.parametrize(
    ("cell", "meaning", "about"),
    [
        pytest.param("Bi-annual", OFTEN, OFTEN, id="a cycle of two meanings"),
        pytest.param("bi-annually", NEXT, OFTEN, id="a cycle of two meanings where a date is asked"),
        pytest.param("31/02/2022", LAST, LAST, id="a day that is none"),
        pytest.param("soon", NEXT, NEXT, id="a word"),
        pytest.param("Headteacher free to determine", OFTEN, OFTEN, id="who decides, where a cycle is asked"),
        pytest.param("ask the clerk", Meaning.STATUTORY, Meaning.STATUTORY, id="neither yes nor no"),
    ],
)
def test_cell_that_is_not_understood_is_kept_and_never_guessed(cell: str, meaning: Meaning, about: Meaning) -> None:
    values = values_in(cell, meaning, calendar=DEFAULT_CALENDAR)

    assert [(value.meaning, value.value) for value in values] == [(about, None)]


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        pytest.param("Spring 1 2021/24/27", "Spring 1 2021", id="a list of years"),
        pytest.param("Nov 2020-22", "November 2020", id="a span of years"),
        pytest.param("May 2019, June 2020", "May 2019", id="two dates"),
        pytest.param("week commencing 4 Sept 2023", "4 September 2023", id="a day with words that may change it"),
    ],
)
def test_date_that_may_mean_something_else_is_doubtful(cell: str, date: str) -> None:
    (value,) = values_in(cell, LAST, calendar=DEFAULT_CALENDAR)

    assert (in_words(value.value), value.is_doubtful) == (date, True)


def test_heading_of_two_gives_each_of_two_dates_its_meaning() -> None:
    values = values_in("Sept 2022 / Sept 2024", LAST, calendar=DEFAULT_CALENDAR, second=NEXT)

    assert [(value.meaning, in_words(value.value), value.is_doubtful) for value in values] == [
        (LAST, "September 2022", False),
        (NEXT, "September 2024", False),
    ]
