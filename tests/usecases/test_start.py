"""A new school has what every school has, and is described in words that we know."""

import pytest

from policyaudit.errors import AuditError
from policyaudit.store.opening import Store
from policyaudit.store.reads import names
from policyaudit.store.reads.signing import declaration
from policyaudit.usecases.calendars import calendar_of
from policyaudit.usecases.school_terms import TermSaidTwice, term_named
from policyaudit.usecases.show_groups import list_groups
from policyaudit.usecases.start import NewSchool, SchoolKnown, add_school
from policyaudit.usecases.typed import NotKept
from tests.factories import RECORDING, TODAY, a_school, day, when


def test_new_school_has_groups_a_governing_board_and_a_declaration(empty_store: Store) -> None:
    a_school(empty_store, " Larkmead\u202e School ", trust="Quill Trust", nation="wales")

    assert names.schools(empty_store) == [(1, "Larkmead School", "wales", "maintained", "Quill Trust")]
    assert [group.slug for group in list_groups(empty_store, as_of=TODAY).groups] == [
        "all-staff",
        "contractors",
        "governors",
        "support",
        "teaching",
        "volunteers",
    ]
    assert [board.shown for board in names.committees(empty_store, 1)] == ["Full governing board"]
    assert declaration(empty_store, 1)[1] == "I have received this version of the policy and have read it."


@pytest.mark.parametrize(
    ("school", "sentence"),
    [
        pytest.param(NewSchool(name=" "), "a school needs a name", id="no name"),
        pytest.param(NewSchool(name="A", nation="france"), "'france' is no nation we know", id="no nation"),
        pytest.param(NewSchool(name="A", kind="circus"), "'circus' is no kind of school we know", id="no kind"),
    ],
)
def test_school_in_words_that_we_do_not_know_is_refused(empty_store: Store, school: NewSchool, sentence: str) -> None:
    with pytest.raises(AuditError) as problem:
        add_school(empty_store, school, **RECORDING)

    assert str(problem.value) == sentence
    assert names.schools(empty_store) == []


def test_second_school_of_one_name_is_refused(store: Store) -> None:
    with pytest.raises(SchoolKnown, match="is in this register already"):
        a_school(store, "LARKMEAD Primary School")


def test_name_that_is_too_long_is_refused(empty_store: Store) -> None:
    with pytest.raises(NotKept):
        a_school(empty_store, "x" * 201)


def test_school_that_begins_with_its_terms_reads_dates_by_them(empty_store: Store) -> None:
    term = term_named(when("Autumn term 2026"), first_day=day("3 September 2026"), last_day=day("18 December 2026"))

    add_school(empty_store, NewSchool(name="Larkmead School", terms=(term,)), **RECORDING)

    assert calendar_of(empty_store, None).terms == (term,)


def test_term_that_is_given_twice_is_refused(empty_store: Store) -> None:
    term = term_named(when("Spring 1 2027"), first_day=day("4 January 2027"), last_day=day("12 February 2027"))

    with pytest.raises(TermSaidTwice, match="Spring 1 2027 is given more than once"):
        add_school(empty_store, NewSchool(name="Larkmead School", terms=(term, term)), **RECORDING)

    assert names.schools(empty_store) == []
