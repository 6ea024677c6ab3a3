"""Somebody is away on days that do not overlap, and is back on a day."""

import pytest

from policyaudit.errors import AuditError
from policyaudit.store.opening import Store
from policyaudit.usecases.absences import person_returns
from policyaudit.usecases.show_staff import show_person
from tests.factories import RECORDING, TODAY, a_person, an_absence, day


@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param("1 March 2026", None, id="one that lasts"),
        pytest.param("1 May 2026", "2 May 2026", id="one inside it"),
        pytest.param("30 June 2026", "1 August 2026", id="one that begins on its last day"),
        pytest.param("1 January 2026", "1 April 2026", id="one that ends on its first day"),
    ],
)
def test_absences_of_one_person_do_not_overlap(store: Store, first: str, last: str | None) -> None:
    a_person(store)
    an_absence(store, "Inkwell", "1 April 2026", "30 June 2026")

    with pytest.raises(AuditError, match="Ada Inkwell is recorded as away from 1 April 2026 to 30 June 2026"):
        an_absence(store, "Inkwell", first, last)


def test_absences_may_follow_each_other(store: Store) -> None:
    a_person(store)
    an_absence(store, "Inkwell", "1 April 2026", "30 June 2026")

    an_absence(store, "Inkwell", "1 July 2026")

    with pytest.raises(AuditError, match=r"is recorded as away from 1 July 2026$"):
        an_absence(store, "Inkwell", "1 August 2026")


def test_absence_does_not_end_before_it_begins(store: Store) -> None:
    a_person(store)

    with pytest.raises(AuditError, match="the last day given for Ada Inkwell, 1 March 2026, is before the first"):
        an_absence(store, "Inkwell", "1 April 2026", "1 March 2026")


def test_return_ends_an_absence_the_day_before(store: Store) -> None:
    a_person(store)
    an_absence(store, "Inkwell", "1 April 2025", "30 April 2025")
    an_absence(store, "Inkwell", "1 April 2026")

    person_returns(store, "Inkwell", on=day("1 June 2026"), school=None, **RECORDING)

    spans = show_person(store, "Inkwell", as_of=TODAY).absences
    assert [span.last for span in spans] == [day("30 April 2025"), day("31 May 2026")]


def test_somebody_back_on_the_first_day_was_never_away(store: Store) -> None:
    a_person(store)
    an_absence(store, "Inkwell", "1 April 2026")

    person_returns(store, "Inkwell", on=day("1 April 2026"), school=None, **RECORDING)

    an_absence(store, "Inkwell", "1 April 2026", "2 April 2026")
    assert len(show_person(store, "Inkwell", as_of=TODAY).absences) == 2


def test_nobody_returns_who_is_not_away(store: Store) -> None:
    a_person(store)

    with pytest.raises(AuditError, match="Ada Inkwell is not recorded as away on 1 April 2026"):
        person_returns(store, "Inkwell", on=day("1 April 2026"), school=None, **RECORDING)
