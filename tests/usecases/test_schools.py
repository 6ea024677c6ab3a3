"""Schools are described in words that we know, and their own term dates move what is due in a term."""

from datetime import date

import pytest

from policyaudit.domain.naming import NoSuchName
from policyaudit.errors import AuditError
from policyaudit.store.opening import Store
from policyaudit.usecases.school_terms import NoTerm
from policyaudit.usecases.schools import SchoolDetails, TermDates, edit_school, set_term
from policyaudit.usecases.show_policy import show_policy
from policyaudit.usecases.show_schools import SchoolLine, list_schools, show_school
from policyaudit.usecases.start import SchoolKnown
from tests.factories import RECORDING, SCHOOL, TODAY, a_person, a_policy, a_school, day, when


def edit(store: Store, typed: str | None, **details: str) -> str:
    return edit_school(store, typed, SchoolDetails(**details), **RECORDING)


def term(store: Store, name: str, first: str, last: str) -> TermDates:
    return set_term(store, when(name), first_day=day(first), last_day=day(last), school=None, **RECORDING)


def due(store: Store, policy: str = "Behaviour") -> tuple[date, date]:
    next_review = show_policy(store, policy, as_of=TODAY).policy.next_review
    assert next_review is not None
    return next_review.span


def test_schools_are_listed_with_what_they_hold(store: Store) -> None:
    a_school(store, "Oakhanger School", trust="Quill Trust", nation="wales")
    a_policy(store)
    a_policy(store, "Risk register", status="live")
    a_policy(store, "Draft", status="draft")
    a_person(store)
    a_person(store, "Bea Blotter", left="31 August 2026")

    assert list_schools(store, as_of=TODAY).schools == (
        SchoolLine(name=SCHOOL, nation="england", kind="maintained", trust=None, policies=2, people=1),
        SchoolLine(
            name="Oakhanger School", nation="wales", kind="maintained", trust="Quill Trust", policies=0, people=0
        ),
    )


def test_page_of_a_school_shows_its_terms_and_declaration(store: Store) -> None:
    a_school(store, "Oakhanger School")
    term(store, "Autumn term 2026", "3 September 2026", "18 December 2026")

    page = show_school(store, None, as_of=TODAY)

    assert (page.school.name, page.declaration) == (
        SCHOOL,
        "I have received this version of the policy and have read it.",
    )
    assert [(each.season, each.half, each.first_day) for each in page.terms] == [
        ("Autumn", None, day("3 September 2026"))
    ]
    assert show_school(store, "Oakhanger", as_of=TODAY).terms == ()


def test_school_is_described_anew(store: Store) -> None:
    assert edit(store, "Larkmead", name="Larkmead Academy", kind="academy", trust="Quill Trust") == "Larkmead Academy"

    school = show_school(store, None, as_of=TODAY).school
    assert (school.nation, school.kind, school.trust) == ("england", "academy", "Quill Trust")
    assert edit(store, None) == "Larkmead Academy"


def test_school_does_not_take_the_name_of_another(store: Store) -> None:
    a_school(store, "Oakhanger School")

    with pytest.raises(SchoolKnown, match="Oakhanger school is in this register already"):
        edit(store, "Larkmead", name="Oakhanger school")


@pytest.mark.parametrize(
    ("typed", "details", "sentence"),
    [
        pytest.param("Larkmead", {"nation": "france"}, "'france' is no nation we know", id="no nation"),
        pytest.param("Larkmead", {"kind": "circus"}, "'circus' is no kind of school we know", id="no kind"),
        pytest.param("Larkmead", {"name": ""}, "a school needs a name", id="no name"),
    ],
)
def test_words_that_we_do_not_know_are_refused(
    store: Store, typed: str, details: dict[str, str], sentence: str
) -> None:
    with pytest.raises(AuditError) as problem:
        edit(store, typed, **details)

    assert str(problem.value) == sentence


def test_unknown_school_is_refused(store: Store) -> None:
    with pytest.raises(NoSuchName):
        show_school(store, "Nowhere", as_of=TODAY)


# Terms


def test_policies_due_in_a_term_are_due_in_the_schools_own(store: Store) -> None:
    a_policy(store, next_review="Autumn term 2026")
    a_policy(store, "Attendance", next_review="Autumn 2 2026")
    a_policy(store, "Charging", last_reviewed="Autumn term 2025", cycle="annually")
    a_policy(store, "Lettings", next_review="June 2027")

    done = term(store, "Autumn term 2026", "3 September 2026", "18 December 2026")

    assert (done.school, done.term, done.policies_moved) == (SCHOOL, "Autumn term 2026", 3)
    assert due(store) == due(store, "Charging") == (day("3 September 2026"), day("18 December 2026"))
    assert due(store, "Attendance") == (day("1 November 2026"), day("18 December 2026"))


def test_term_is_set_again_and_halves_beside_it(store: Store) -> None:
    a_policy(store, next_review="Autumn 2 2026")
    term(store, "Autumn term 2026", "3 September 2026", "18 December 2026")
    term(store, "Autumn term 2026", "2 September 2026", "17 December 2026")

    done = term(store, "Autumn 2 2026", "2 November 2026", "17 December 2026")

    assert done.policies_moved == 1
    assert due(store) == (day("2 November 2026"), day("17 December 2026"))
    assert [(each.half, each.last_day) for each in show_school(store, None, as_of=TODAY).terms] == [
        (None, day("17 December 2026")),
        (2, day("17 December 2026")),
    ]


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        pytest.param("June 2026", "1 June 2026", "30 June 2026", id="a month"),
        pytest.param("September 2026", "3 September 2026", "30 September 2026", id="a month in which a term begins"),
        pytest.param("Autumn term 2026", "3 January 2027", "30 March 2027", id="another term's days"),
        pytest.param("Autumn term 2026", "18 December 2026", "3 September 2026", id="the end before the beginning"),
    ],
)
def test_days_that_are_no_such_term_are_refused(store: Store, name: str, first: str, last: str) -> None:
    with pytest.raises(NoTerm, match=f"{name} cannot be from {first} to {last}"):
        term(store, name, first, last)
