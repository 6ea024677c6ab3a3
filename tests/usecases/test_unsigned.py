"""What is owed can be asked for by policy, person, group and school, and is counted."""

import pytest

from policyaudit.store.opening import Store
from policyaudit.usecases.unsigned import UnsignedFilter, unsigned
from tests.factories import SCHOOL, TODAY, a_person, a_policy, a_school, a_version
from tests.usecases.signing import sign


def test_what_is_owed_is_counted(signing: Store) -> None:
    sign(signing, "Inkwell")

    found = unsigned(signing, as_of=TODAY)

    assert (found.required, found.acknowledged, found.late, found.people) == (4, 1, 3, 3)
    assert (found.school, found.schools) == (SCHOOL, 1)


@pytest.mark.parametrize(
    ("asked", "people"),
    [
        pytest.param(UnsignedFilter(policy="Complaints"), ["Ada Inkwell"], id="a policy"),
        pytest.param(UnsignedFilter(person="Blotter"), ["Bea Blotter"], id="a person"),
        pytest.param(
            UnsignedFilter(school="Larkmead", group="governors"), ["Ada Inkwell", "Ada Inkwell"], id="a group"
        ),
        pytest.param(
            UnsignedFilter(school="Larkmead", group="governors", person="Blotter"), [], id="a person outside the group"
        ),
        pytest.param(UnsignedFilter(school="Oakhanger"), [], id="another school"),
    ],
)
def test_a_part_of_what_is_owed_can_be_asked_for(store: Store, asked: UnsignedFilter, people: list[str]) -> None:
    a_person(store, "Ada Inkwell", groups=("all-staff", "governors"))
    a_person(store, "Bea Blotter")
    for title, group in (("Behaviour", "all-staff"), ("Complaints", "governors")):
        a_policy(store, title, ask=(group,))
        a_version(store, title)
    a_school(store, "Oakhanger School")

    found = unsigned(store, as_of=TODAY, asked=asked)

    assert [owed.person for owed in found.owed] == people


def test_owed_by_person_is_in_the_order_of_surnames(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    a_person(store, "Bea Blotter")
    for title, asked_from in (("Behaviour", "1 October 2025"), ("Complaints", "1 September 2025")):
        a_policy(store, title, ask=("all-staff",), asked_from=asked_from)
        a_version(store, title)

    found = unsigned(store, as_of=TODAY, by_person=True)

    assert [(owed.person, owed.title) for owed in found.owed] == [
        ("Bea Blotter", "Complaints"),
        ("Bea Blotter", "Behaviour"),
        ("Ada Inkwell", "Complaints"),
        ("Ada Inkwell", "Behaviour"),
    ]


def test_two_people_of_one_name_are_two(store: Store) -> None:
    a_person(store, "Jane Smith", email="j.smith@larkmead.example")
    a_person(store, "Jane Smith", email="jane@larkmead.example")
    a_person(store, "Bea Blotter")
    a_policy(store, ask=("all-staff",))
    a_version(store)

    found = unsigned(store, as_of=TODAY)

    assert (found.people, found.namesakes) == (3, frozenset({"Jane Smith"}))
    assert [owed.email for owed in found.owed] == [None, "j.smith@larkmead.example", "jane@larkmead.example"]


@pytest.mark.parametrize(
    ("asked", "figures"),
    [
        pytest.param(UnsignedFilter(), (4, 1), id="nothing"),
        pytest.param(UnsignedFilter(person="Inkwell"), (1, 1), id="somebody who has signed"),
        pytest.param(UnsignedFilter(person="Blotter"), (1, 0), id="somebody who has not"),
        pytest.param(UnsignedFilter(person="Blotter", group="governors"), (0, 0), id="somebody outside the group"),
    ],
)
def test_the_figures_are_those_of_what_was_asked_for(
    signing: Store, asked: UnsignedFilter, figures: tuple[int, int]
) -> None:
    sign(signing, "Inkwell")

    found = unsigned(signing, as_of=TODAY, asked=asked)

    assert (found.required, found.acknowledged) == figures


def test_policies_that_ask_and_have_no_version_are_counted(signing: Store) -> None:
    a_policy(signing, "Allergy", ask=("all-staff",))
    a_policy(signing, "Homework", ask=("all-staff",))

    assert unsigned(signing, as_of=TODAY).without_version == 2
    assert unsigned(signing, as_of=TODAY, asked=UnsignedFilter(policy="Allergy")).without_version == 1
    assert unsigned(signing, as_of=TODAY, asked=UnsignedFilter(policy="Behaviour")).without_version == 0
