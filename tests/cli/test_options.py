from datetime import UTC, date, datetime

import pytest

from policyaudit.cli.date_options import read_partial_date
from policyaudit.cli.options import NobodyActs, NotADay, NotASpan, acting, read_day, read_days, today
from policyaudit.errors import AuditError
from policyaudit.usecases.typed import NotADate, NotKept


@pytest.mark.parametrize(
    "text", ["2026-09-30", "30/09/2026", "30.9.26", "30th September 2026", "Wednesday 30 Sept 2026"]
)
def test_a_day_may_be_typed_in_any_way_a_school_writes_it(text: str) -> None:
    read = read_day(text)

    assert read == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param("31 June 2026", "'31 June 2026' cannot be used as a day: there is no 31 June", id="no such day"),
        pytest.param(
            "2026-02-30", "'2026-02-30' cannot be used as a day: there is no 30 February", id="no such day, ISO"
        ),
        pytest.param("June 2026", "'June 2026' cannot be used as a day: it names no day, only the month", id="a month"),
        pytest.param("bi-annually", "'bi-annually' cannot be used as a day: ", id="a cycle"),
        pytest.param("soon", "'soon' cannot be used as a day: ", id="no date at all"),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(text: str, sentence: str) -> None:
    with pytest.raises(NotADay) as refused:
        read_day(text)

    assert str(refused.value).startswith(sentence)
    assert refused.value.next_step == "write it like 30 September 2026"


def test_a_date_stays_as_exact_as_it_was_typed() -> None:
    read = read_partial_date("June 2026")

    assert (read.earliest, read.latest) == (date(2026, 6, 1), date(2026, 6, 30))


def test_what_is_no_date_is_refused_with_the_reason() -> None:
    with pytest.raises(NotADate, match="'31 June 2026' cannot be used as a date: there is no 31 June"):
        read_partial_date("31 June 2026")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("60", 60, id="a number"),
        pytest.param("30d", 30, id="short"),
        pytest.param(" 90 Days ", 90, id="in words"),
        pytest.param("1 day", 1, id="one"),
        pytest.param("8 weeks", 56, id="weeks"),
        pytest.param("2w", 14, id="weeks, short"),
    ],
)
def test_a_span_is_typed_in_days_or_weeks(text: str, days: int) -> None:
    read = read_days(text)

    assert read == days


@pytest.mark.parametrize("text", ["soon", "-3", "3 months", "", "1000000"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(NotASpan, match="is not a number of days"):
        read_days(text)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        pytest.param(datetime(2026, 1, 15, 23, 30, tzinfo=UTC), date(2026, 1, 15), id="a winter night"),
        pytest.param(datetime(2026, 7, 15, 23, 30, tzinfo=UTC), date(2026, 7, 16), id="a summer night"),
        pytest.param(datetime(2026, 3, 29, 0, 59, tzinfo=UTC), date(2026, 3, 29), id="before summer begins"),
        pytest.param(datetime(2026, 10, 24, 23, 30, tzinfo=UTC), date(2026, 10, 25), id="the last summer night"),
        pytest.param(datetime(2026, 10, 25, 23, 30, tzinfo=UTC), date(2026, 10, 25), id="after summer ended"),
        pytest.param(datetime(2024, 3, 31, 23, 30, tzinfo=UTC), date(2024, 4, 1), id="March ends on a Sunday"),
    ],
)
def test_today_is_the_day_in_london(now: datetime, day: date) -> None:
    shown = today(now)

    assert shown == day


def test_without_a_moment_today_is_now() -> None:
    shown = today()

    assert isinstance(shown, date)


def test_who_acts_is_who_was_named() -> None:
    named = acting("Ms Inkwell")

    assert named == "Ms Inkwell"


def test_who_acts_is_else_whoever_is_logged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ablotter")

    named = acting(None)

    assert named == "ablotter"


def test_where_nobody_is_known_the_name_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.getuid", lambda: 4_000_000_000)

    with pytest.raises(NobodyActs) as refused:
        acting(None)

    assert isinstance(refused.value, AuditError)
    assert refused.value.next_step == 'add --by "Your Name"'


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Ms\u202e \x1b[31mInkwell\0 ", "Ms [31mInkwell"), ("Sia\u0302n Easel", "Siân Easel")],
    ids=["signs that act", "letter and accent apart"],
)
def test_who_acts_is_cleaned_as_every_name(typed: str, kept: str) -> None:
    named = acting(typed)

    assert named == kept


@pytest.mark.parametrize("typed", ["\u202e", "...", "x" * 201], ids=["nothing that is seen", "no letter", "too long"])
def test_a_name_that_says_nothing_or_has_no_end_records_nothing(typed: str) -> None:
    with pytest.raises(NotKept, match="whoever records this"):
        acting(typed)
