"""Groups begin, are renamed and end, and people are put in and taken out of them on days."""

import pytest

from policyaudit.errors import AuditError
from policyaudit.store.opening import Store
from policyaudit.usecases.groups import GroupEnded, add_group, edit_group, end_group, put_in_group, take_out_of_group
from policyaudit.usecases.memberships import GroupHasEnded
from policyaudit.usecases.policies import PolicyDetails, edit_policy
from policyaudit.usecases.show_groups import Member, list_groups, show_group
from policyaudit.usecases.unsigned import unsigned
from tests.factories import RECORDING, TODAY, a_person, a_policy, a_school, a_version, day


def add(store: Store, name: str) -> str:
    return add_group(store, name, school=None, **RECORDING).name


def people_in(store: Store, group: str, on: str = "20 November 2026") -> list[str]:
    return [member.name for member in show_group(store, group, as_of=day(on)).people]


def test_group_is_typed_as_its_name_in_small_letters(store: Store) -> None:
    add(store, " Early Years & Nursery ")

    page = show_group(store, "early-years-and-nursery", as_of=TODAY)

    assert (page.slug, page.name) == ("early-years-and-nursery", "Early Years & Nursery")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("all staff", id="what one types for it"),
        pytest.param("Teaching Staff", id="its name"),
        pytest.param("TEACHING", id="in capitals"),
    ],
)
def test_second_group_of_one_name_is_refused(store: Store, name: str) -> None:
    with pytest.raises(AuditError, match=r"this school has a group (All|Teaching) staff already"):
        add(store, name)


def test_group_is_renamed_and_keeps_its_people(store: Store) -> None:
    a_person(store, groups=("support",))

    edit_group(store, "support", name="Office and site", school=None, **RECORDING)

    assert people_in(store, "office-and-site") == ["Ada Inkwell"]


def test_group_may_be_spelled_anew_but_not_take_the_name_of_another(store: Store) -> None:
    edit_group(store, "support", name="SUPPORT staff", school=None, **RECORDING)

    with pytest.raises(AuditError, match="this school has a group Governors already"):
        edit_group(store, "support", name="Governors", school=None, **RECORDING)


def test_ended_group_asks_nobody_from_the_next_day(store: Store) -> None:
    a_person(store, groups=("support",))
    a_person(store, "Bea Blotter", groups=("support",))
    a_policy(store, ask=("support",))
    a_version(store)
    edit_policy(store, "Behaviour", PolicyDetails(no_longer_ask=("support",)), school=None, today=TODAY, **RECORDING)
    edit_policy(store, "Behaviour", PolicyDetails(ask=("support",)), school=None, today=TODAY, **RECORDING)

    ended = end_group(store, "support", on=day("30 November 2026"), school=None, **RECORDING)

    assert ended == GroupEnded("Support staff", day("30 November 2026"), 2, ("Behaviour",))
    assert len(unsigned(store, as_of=day("30 November 2026")).owed) == 2
    assert unsigned(store, as_of=day("1 December 2026")).owed == ()


def test_what_ends_with_a_group_is_what_its_listing_counts(store: Store) -> None:
    a_person(store, groups=("support",))
    a_person(store, "Cora Ladle", left="31 August 2026", groups=("support",))
    a_policy(store, ask=("support",))
    edit_policy(store, "Behaviour", PolicyDetails(ask=("support",)), school=None, today=TODAY, **RECORDING)
    a_policy(store, "Homework", ask=("support",), status="draft")
    (line,) = (line for line in list_groups(store, as_of=TODAY).groups if line.slug == "support")

    ended = end_group(store, "support", on=TODAY, school=None, **RECORDING)

    assert (ended.people, len(ended.policies)) == (line.people, line.policies) == (1, 1)


def test_group_that_ended_does_not_end_again_or_take_people(store: Store) -> None:
    a_person(store)
    end_group(store, "support", on=TODAY, school=None, **RECORDING)

    with pytest.raises(GroupHasEnded):
        end_group(store, "support", on=TODAY, school=None, **RECORDING)
    with pytest.raises(GroupHasEnded):
        put_in_group(store, "support", ["Inkwell"], on=TODAY, school=None, **RECORDING)
    with pytest.raises(GroupHasEnded):
        a_policy(store, ask=("support",))


def test_group_that_ended_begins_again_without_people(store: Store) -> None:
    a_person(store, groups=("support",))
    end_group(store, "support", on=day("31 August 2026"), school=None, **RECORDING)

    add(store, "Support")

    page = show_group(store, "support", as_of=TODAY)
    assert (page.ended, page.people) == (None, ())


def test_people_are_put_in_a_group_from_a_day_on(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    a_person(store, "Bea Blotter", groups=("teaching",))

    moved = put_in_group(
        store, "teaching", ["Inkwell", "Blotter"], on=day("1 September 2026"), school=None, **RECORDING
    )

    assert (moved.group, moved.moved, moved.as_before) == ("Teaching staff", ("Ada Inkwell",), ("Bea Blotter",))
    assert people_in(store, "teaching", "31 August 2026") == ["Bea Blotter"]
    assert people_in(store, "teaching", "1 September 2026") == ["Bea Blotter", "Ada Inkwell"]


def test_people_are_taken_out_of_a_group_from_a_day_on(store: Store) -> None:
    a_person(store, "Ada Inkwell", groups=("teaching",))
    a_person(store, "Bea Blotter")

    moved = take_out_of_group(
        store, "teaching", ["Inkwell", "Blotter"], on=day("1 September 2026"), school=None, **RECORDING
    )

    assert (moved.moved, moved.as_before) == (("Ada Inkwell",), ("Bea Blotter",))
    assert people_in(store, "teaching", "31 August 2026") == ["Ada Inkwell"]
    assert people_in(store, "teaching", "1 September 2026") == []


def test_somebody_may_come_back_into_a_group(store: Store) -> None:
    a_person(store, groups=("teaching",))
    take_out_of_group(store, "teaching", ["Inkwell"], on=day("1 March 2026"), school=None, **RECORDING)

    put_in_group(store, "teaching", ["Inkwell"], on=day("1 May 2026"), school=None, **RECORDING)

    days = ["28 February 2026", "1 April 2026", "1 May 2026"]
    assert [people_in(store, "teaching", each) for each in days] == [["Ada Inkwell"], [], ["Ada Inkwell"]]


def test_groups_are_listed_with_how_many_they_are_and_what_asks_them(store: Store) -> None:
    a_person(store, "Ada Inkwell", groups=("all-staff", "teaching"))
    a_person(store, "Bea Blotter", left="31 August 2026")
    a_policy(store, "Behaviour", ask=("all-staff",))
    a_policy(store, "Old", ask=("all-staff",), status="draft")
    a_school(store, "Oakhanger School")

    found = list_groups(store, as_of=TODAY, school="Larkmead")

    counted = {line.slug: (line.people, line.policies) for line in found.groups if line.people or line.policies}
    assert counted == {"all-staff": (1, 1), "teaching": (1, 0)}
    assert found.school == "Larkmead Primary School"
    assert len(list_groups(store, as_of=TODAY).groups) == 12


def test_page_of_a_group_shows_since_when_people_are_in_it(store: Store) -> None:
    a_person(store, "Ada Inkwell", role="Teacher", groups=("teaching",))
    a_policy(store, ask=("teaching",))

    page = show_group(store, "teaching", as_of=TODAY)

    assert page.people == (Member("Ada Inkwell", "Teacher", None, None),)
    assert page.policies == ("Behaviour",)
