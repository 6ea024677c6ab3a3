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
