"""Who must sign which version of a policy, by when, and whether they have: the rules, for one policy and one person."""

from datetime import date, timedelta

import pytest

from policyaudit.domain.sign_off import (
    Acknowledgement,
    Asked,
    Obligation,
    PublishedVersion,
    Signatory,
    Span,
    in_force,
    obligation,
    was_superseded,
)

SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)
ALWAYS = Span()


def a_version(sequence: int = 1, begins: date | None = SEPTEMBER, *, kind: str = "material") -> PublishedVersion:
    return PublishedVersion(sequence, "minor" if kind == "minor" else "material", begins, begins, f"{sequence}.0")


def somebody(
    *, employed: Span = ALWAYS, asked: tuple[Asked, ...] = (Asked(ALWAYS, ALWAYS),), absences: tuple[Span, ...] = ()
) -> Signatory:
    return Signatory(employed, asked, absences)


def signed(sequence: int = 1, on: date = OCTOBER, **said: object) -> Acknowledgement:
    return Acknowledgement(sequence, on, **said)  # type: ignore[arg-type]  # the state or voided, as a test says


def owed(
    *given: Acknowledgement,
    by: Signatory | None = None,
    versions: tuple[PublishedVersion, ...] = (a_version(),),
    on: date = NOVEMBER,
) -> int | None:
    found = obligation(versions, by or somebody(), given, as_of=on)
    return found.sequence if found else None


def test_span_includes_both_ends() -> None:
    span = Span(SEPTEMBER, OCTOBER)

    days = [SEPTEMBER - timedelta(1), SEPTEMBER, OCTOBER, OCTOBER + timedelta(1)]
    assert [span.covers(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("person", "owes"),
    [
        pytest.param(somebody(), 1, id="somebody who is asked"),
        pytest.param(somebody(asked=()), None, id="nobody asks them"),
        pytest.param(somebody(asked=(Asked(Span(NOVEMBER), ALWAYS),)), 1, id="asked from today"),
        pytest.param(somebody(asked=(Asked(Span(None, OCTOBER), ALWAYS),)), None, id="no longer asked"),
        pytest.param(somebody(asked=(Asked(ALWAYS, Span(None, OCTOBER)),)), None, id="no longer in the group"),
        pytest.param(somebody(employed=Span(NOVEMBER)), 1, id="a joiner from the first day"),
        pytest.param(somebody(employed=Span(NOVEMBER + timedelta(1))), None, id="a joiner before the first day"),
        pytest.param(somebody(employed=Span(None, NOVEMBER)), 1, id="a leaver on the last day"),
        pytest.param(somebody(employed=Span(None, OCTOBER)), None, id="a leaver afterwards"),
        pytest.param(somebody(absences=(Span(OCTOBER),)), None, id="somebody away"),
        pytest.param(somebody(absences=(Span(SEPTEMBER, OCTOBER),)), 1, id="somebody back"),
        pytest.param(somebody(absences=(Span(NOVEMBER, NOVEMBER - timedelta(1)),)), 1, id="back on the first day"),
    ],
)
def test_who_is_asked_and_there_owes_a_signature(person: Signatory, owes: int | None) -> None:
    assert owed(by=person) == owes


@pytest.mark.parametrize(
    ("given", "owes"),
    [
        pytest.param((), 1, id="nothing signed"),
        pytest.param((signed(),), None, id="signed"),
        pytest.param((signed(voided=True),), 1, id="signed and voided"),
        pytest.param((signed(voided=True), signed()), None, id="voided and signed again"),
        pytest.param((signed(state="declined"),), 1, id="declined"),
        pytest.param((signed(state="queried"),), 1, id="queried"),
        pytest.param((signed(on=NOVEMBER + timedelta(1)),), 1, id="signed later"),
    ],
)
def test_only_a_standing_acknowledgement_settles_it(given: tuple[Acknowledgement, ...], owes: int | None) -> None:
    assert owed(*given) == owes


@pytest.mark.parametrize(
    ("versions", "owes"),
    [
        pytest.param((a_version(),), None, id="the version that was signed"),
        pytest.param((a_version(), a_version(2, NOVEMBER, kind="minor")), None, id="a minor one carries forward"),
        pytest.param((a_version(), a_version(2, NOVEMBER)), 2, id="a material one asks again"),
        pytest.param((a_version(), a_version(2, NOVEMBER + timedelta(1))), None, id="a material one of tomorrow"),
        pytest.param(
            (a_version(), a_version(2, OCTOBER), a_version(3, NOVEMBER, kind="minor")), 2, id="minor after material"
        ),
        pytest.param((), None, id="no version"),
        pytest.param((a_version(1, kind="minor"),), None, id="no material version"),
    ],
)
def test_a_material_revision_asks_again_and_a_minor_one_does_not(
    versions: tuple[PublishedVersion, ...], owes: int | None
) -> None:
    assert owed(signed(1), versions=versions) == owes


def test_version_without_a_date_has_been_in_force_for_as_long_as_anybody_asks() -> None:
    assert owed(versions=(a_version(begins=None),), on=date(1999, 1, 1)) == 1
    assert in_force([a_version(begins=None)], date(1999, 1, 1)) == a_version(begins=None)


def test_newest_version_that_has_begun_is_in_force() -> None:
    versions = [a_version(), a_version(2, OCTOBER), a_version(3, NOVEMBER)]

    assert [in_force(versions, day) for day in (SEPTEMBER - timedelta(1), OCTOBER)] == [None, versions[1]]


@pytest.mark.parametrize(
    ("newer", "superseded"),
    [
        pytest.param(a_version(2, OCTOBER), True, id="from that day"),
        pytest.param(a_version(2, OCTOBER + timedelta(1)), False, id="from the next day"),
        pytest.param(PublishedVersion(2, "minor", OCTOBER, date(2026, 10, 31)), False, id="some day of that month"),
        pytest.param(PublishedVersion(2, "minor"), False, id="nobody knows from when"),
    ],
)
def test_version_is_superseded_once_a_newer_one_is_surely_in_force(
    newer: PublishedVersion, *, superseded: bool
) -> None:
    assert was_superseded(a_version(), [a_version(), newer], OCTOBER) is superseded


@pytest.mark.parametrize(
    ("person", "deadline"),
    [
        pytest.param(somebody(), date(2026, 9, 15), id="version in force"),
        pytest.param(somebody(employed=Span(OCTOBER)), date(2026, 10, 15), id="started later"),
        pytest.param(somebody(absences=(Span(SEPTEMBER, OCTOBER),)), date(2026, 10, 16), id="returned later"),
        pytest.param(
            somebody(absences=(Span(date(2026, 3, 1), OCTOBER), Span(None, SEPTEMBER))),
            date(2026, 10, 16),
            id="returned twice",
        ),
        pytest.param(somebody(asked=(Asked(Span(OCTOBER), ALWAYS),)), date(2026, 10, 15), id="asked later"),
        pytest.param(somebody(asked=(Asked(ALWAYS, Span(OCTOBER)),)), date(2026, 10, 15), id="joined the group later"),
        pytest.param(
            somebody(asked=(Asked(Span(OCTOBER), ALWAYS), Asked(ALWAYS, ALWAYS))),
            date(2026, 9, 15),
            id="asked through another group before",
        ),
        pytest.param(
            somebody(absences=(Span(NOVEMBER, NOVEMBER - timedelta(1)),)), date(2026, 9, 15), id="never really away"
        ),
    ],
)
def test_deadline_is_fourteen_days_after_the_latest_beginning(person: Signatory, deadline: date) -> None:
    assert obligation((a_version(),), person, (), as_of=NOVEMBER) == Obligation(1, deadline)


def test_days_late_are_counted_from_the_day_after_the_deadline() -> None:
    owing = Obligation(1, OCTOBER)

    days = [OCTOBER - timedelta(1), OCTOBER, OCTOBER + timedelta(1)]
    assert [owing.days_late(day) for day in days] == [0, 0, 1]
