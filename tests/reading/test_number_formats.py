"""A number in a cell is read as the cell shows it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.reading.format_codes import BUILT_IN
from policyaudit.reading.number_formats import NumberFormat, moment_of

JUNE_30TH_2017 = 42916.0
MORNING = 45173 + 9.25 / 24  # 4 September 2023, a quarter past nine


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        pytest.param("General", 3.0, "3", id="whole number"),
        pytest.param("General", 1.1, "1.1", id="decimals"),
        pytest.param("General", 0.1 + 0.2, "0.3", id="what computing left behind"),
        pytest.param("General", -2.5, "-2.5", id="below nought"),
        pytest.param("General", 1e20, "1e+20", id="very large"),
        pytest.param("0.00", 1.1, "1.10", id="version with its nought"),
        pytest.param("0.0", 1.25, "1.3", id="rounded as Excel rounds"),
        pytest.param("0", 2e15, "2e+15", id="too large for its format"),
        pytest.param("000", 7.0, "007", id="leading noughts"),
        pytest.param("0.0##", 1.5, "1.5", id="decimals where there are any"),
        pytest.param("0.##", 2.0, "2", id="no point without decimals"),
        pytest.param("#,##0", 12345.0, "12,345", id="thousands"),
        pytest.param("0%", 0.25, "25%", id="percent"),
        pytest.param("0 \\d\\a\\y", 1.0, "1 day", id="escaped letters"),
        pytest.param('0" years"', 3.0, "3 years", id="words behind"),
        pytest.param('"v"0.0', 1.1, "v1.1", id="word before"),
        pytest.param('"No. "General', 12.0, "No. 12", id="word before the number as it is"),
        pytest.param("[$£-809]#,##0.00", 3.5, "£3.50", id="pounds"),
        pytest.param("[Red]0;[Blue]-0", 4.0, "4", id="colours"),
        pytest.param("0_);(0)", 5.0, "5", id="gap for a bracket"),
        pytest.param("0_);(0)", -5.0, "(5)", id="below nought in brackets"),
        pytest.param("0", -5.0, "-5", id="below nought without a section of its own"),
        pytest.param('0;-0;"none"', 0.0, "none", id="nought in words"),
        pytest.param(";;;", 5.0, "", id="not shown"),
        pytest.param('"a;b"0', 5.0, "a;b5", id="semicolon in words"),
        pytest.param("@", 5.0, "5", id="text"),
        pytest.param("0.00E+00", 1500.0, "1500", id="powers of ten"),
        pytest.param("# ?/?", 0.5, "0.5", id="fraction"),
        pytest.param("0,", 1500.0, "1500", id="in thousands"),
        pytest.param("00-00-00", 112233.0, "112233", id="in groups"),
    ],
)
def test_a_number_reads_as_its_cell_shows_it(code: str, value: float, shown: str) -> None:
    read = NumberFormat(code).show(value)

    assert read == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        pytest.param("dd/mm/yyyy", "30/06/2017", id="day first"),
        pytest.param("d/m/yy", "30/06/2017", id="short year"),
        pytest.param("dd/mm/yyyy;@", "30/06/2017", id="second section"),
        pytest.param("yyyy-mm-dd", "2017-06-30", id="year first"),
        pytest.param("yyyy\\-mm\\-dd", "2017-06-30", id="escaped marks"),
        pytest.param("m/d/yyyy", "30 June 2017", id="American order"),
        pytest.param("mm-dd-yy", "30 June 2017", id="American order, dashes"),
        pytest.param("yyyy/dd/mm", "30 June 2017", id="an order of nobody's"),
        pytest.param("mm/yyyy", "June 2017", id="month in numbers"),
        pytest.param("mmm yyyy", "June 2017", id="month"),
        pytest.param("mmm-yy", "June 2017", id="month with a dash"),
        pytest.param("mmmm\\ yyyy", "June 2017", id="long month"),
        pytest.param("[$-809]mmmm yyyy;@", "June 2017", id="month in British English"),
        pytest.param("MMM YYYY", "June 2017", id="capital letters"),
        pytest.param("yyyy", "2017", id="year"),
        pytest.param('"Summer "yyyy', "Summer 2017", id="words before the year"),
        pytest.param("[$-809]d mmmm yyyy", "30 June 2017", id="in words"),
        pytest.param("d-mmm-yy", "30 June 2017", id="in words with dashes"),
        pytest.param("[$-F800]dddd, mmmm dd, yyyy", "30 June 2017", id="the computer's long date"),
        pytest.param("dddd d mmmm yyyy", "Friday 30 June 2017", id="weekday"),
        pytest.param("d mmm", "30 June", id="no year"),
        pytest.param("dd/mm", "30 June", id="no year, in numbers"),
        pytest.param("dd/mm/yyyy hh:mm", "30/06/2017 00:00", id="time"),
        pytest.param("m/d/yyyy h:mm", "30 June 2017 00:00", id="time after American order"),
    ],
)
def test_a_date_reads_at_the_precision_that_its_cell_shows(code: str, shown: str) -> None:
    read = NumberFormat(code).show(JUNE_30TH_2017)

    assert read == shown


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        pytest.param("h:mm", MORNING, "09:15", id="time of a day"),
        pytest.param("mm:ss", 0.5 / 1440, "00:30", id="minutes before seconds"),
        pytest.param("h:mm AM/PM", 0.75, "18:00", id="half days"),
        pytest.param("[h]:mm", 1.5, "36:00", id="more than a day"),
        pytest.param("yyyy-mm-dd hh:mm:ss", MORNING, "2023-09-04 09:15:00", id="moment"),
    ],
)
def test_times_are_read(code: str, value: float, shown: str) -> None:
    read = NumberFormat(code).show(value)

    assert read == shown


@pytest.mark.parametrize(
    ("days", "is_1904", "day"),
    [
        pytest.param(1, False, "1900-01-01", id="first day"),
        pytest.param(59, False, "1900-02-28", id="before the leap day that never was"),
        pytest.param(61, False, "1900-03-01", id="after it"),
        pytest.param(0, True, "1904-01-01", id="first day of the other calendar"),
        pytest.param(2_958_465, False, "9999-12-31", id="last day"),
        pytest.param(2_957_003, True, "9999-12-31", id="last day of the other calendar"),
        pytest.param(0.5, False, None, id="day nought"),
        pytest.param(-1, True, None, id="before the first day"),
        pytest.param(2_958_466, False, None, id="after the last day"),
        pytest.param(2_957_004, True, None, id="after the last day of the other calendar"),
    ],
)
def test_days_are_counted_as_excel_counts_them(days: float, *, is_1904: bool, day: str | None) -> None:
    moment = moment_of(days, is_1904=is_1904)

    assert (moment.date().isoformat() if moment else None) == day


def test_a_date_that_no_calendar_has_says_nothing() -> None:
    read = NumberFormat("dd/mm/yyyy").show(0)

    assert read == ""


def test_the_short_date_of_the_computer_is_day_first() -> None:
    read = NumberFormat(BUILT_IN[14]).show(JUNE_30TH_2017)

    assert read == "30/06/2017"


@settings(derandomize=True, deadline=None)
@given(
    st.text(alphabet='0#?.,;"\\[]_*%@/-: ymdhsEGAPe£x', max_size=30),
    st.floats(allow_nan=False, allow_infinity=False),
)
def test_any_code_shows_some_text(code: str, value: float) -> None:
    read = NumberFormat(code).show(value)

    assert isinstance(read, str)
