"""Committees go by several names, and end by handing over what they approve."""

import pytest

from policyaudit.errors import AuditError
from policyaudit.store.opening import Store
from policyaudit.usecases.committees import (
    CommitteeEnded,
    CommitteeHasEnded,
    CommitteeKnown,
    add_committee,
    edit_committee,
    end_committee,
)
from policyaudit.usecases.handing_over import StillNamed
from policyaudit.usecases.owed_reviews import ReviewsOwed
from policyaudit.usecases.policies import withdraw_policy
from policyaudit.usecases.show_committees import list_committees, show_committee
from policyaudit.usecases.typed import NotKept
from tests.factories import RECORDING, TODAY, a_policy, a_school


def add(store: Store, name: str, *aliases: str) -> str:
    return add_committee(store, name, aliases=aliases, school=None, **RECORDING).name


def end(store: Store, typed: str, hand_to: str | None = None) -> CommitteeEnded:
    return end_committee(store, typed, on=TODAY, hand_to=hand_to, school=None, **RECORDING)


def aliases_of(store: Store, typed: str) -> tuple[str, ...]:
    return show_committee(store, typed, as_of=TODAY).aliases


def test_committee_is_known_by_each_of_its_names(store: Store) -> None:
    add(store, "Resources Committee", "Finance", "F&P")

    assert [show_committee(store, typed, as_of=TODAY).name for typed in ("finance", "F & P")] == [
        "Resources Committee",
        "Resources Committee",
    ]


@pytest.mark.parametrize("name", ["fgb", "Full Governing Board"], ids=["an alias", "a name"])
def test_name_means_one_committee(store: Store, name: str) -> None:
    with pytest.raises(CommitteeKnown, match="its committee Full governing board already"):
        add(store, name)
    with pytest.raises(CommitteeKnown):
        add(store, "Resources", name)

    assert len(list_committees(store, as_of=TODAY).committees) == 1


def test_renamed_committee_keeps_its_old_name_beside_the_new(store: Store) -> None:
    add(store, "Resources")

    edit_committee(store, "Resources", name="Finance", aliases=["Money"], school=None, **RECORDING)

    assert show_committee(store, "resources", as_of=TODAY).name == "Finance"
    assert aliases_of(store, "Finance") == ("Resources", "Money")


def test_committee_gets_back_a_name_it_had(store: Store) -> None:
    add(store, "Resources")
    edit_committee(store, "Resources", name="Finance", school=None, **RECORDING)

    edit_committee(store, "Finance", name="Resources", school=None, **RECORDING)

    assert aliases_of(store, "Resources") == ("Resources", "Finance")


def test_alias_that_is_there_is_not_added_again(store: Store) -> None:
    edit_committee(store, "FGB", aliases=["fgb", "Full governing board", "Board"], school=None, **RECORDING)

    assert aliases_of(store, "FGB") == ("FGB", "Governing body", "Board of governors", "Governors", "Board")


def test_committee_without_a_name_is_refused(store: Store) -> None:
    with pytest.raises(NotKept, match="a committee needs a name"):
        add(store, " ")


@pytest.mark.parametrize("hand_to", [None, "Resources"], ids=["to nobody", "to itself"])
def test_committee_does_not_end_while_policies_wait_for_it(store: Store, hand_to: str | None) -> None:
    add(store, "Resources")
    for title in ("Charging", "Lettings", "Health and safety", "Fire"):
        a_policy(store, title, committee="Resources")

    with pytest.raises(StillNamed) as problem:
        end(store, "Resources", hand_to)

    assert str(problem.value) == (
        "4 policies name the committee Resources: Charging; Fire; Health and safety and 1 more"
    )
    assert problem.value.next_step == "say which committee takes over with --hand-to NAME"


def test_committee_hands_over_what_it_approves(store: Store) -> None:
    add(store, "Resources")
    a_policy(store, "Charging", committee="Resources")
    a_policy(store, "Old", committee="Resources")
    withdraw_policy(store, "Old", on=TODAY, reason=None, school=None, **RECORDING)

    ended = end(store, "Resources", "FGB")

    assert (ended.handed_to, ended.policies) == ("Full governing board", ("Charging",))
    assert [policy.title for policy in show_committee(store, "FGB", as_of=TODAY).policies] == ["Charging"]
    page = show_committee(store, "Resources", as_of=TODAY)
    assert (page.ended, page.policies) == (TODAY, ())


def test_committee_that_approves_nothing_just_ends(store: Store) -> None:
    add(store, "Resources")

    assert end(store, "Resources") == CommitteeEnded("Resources", TODAY, None, ())


def test_committee_that_has_ended_neither_ends_nor_takes_over(store: Store) -> None:
    add(store, "Resources")
    add(store, "Pupils")
    a_policy(store, committee="Pupils")
    end(store, "Resources")

    for attempt in (("Resources", None), ("Pupils", "Resources")):
        with pytest.raises(CommitteeHasEnded, match="the committee Resources ended on 20 November 2026"):
            end(store, *attempt)


def test_committee_that_ended_begins_again(store: Store) -> None:
    add(store, "Resources", "Finance")
    end(store, "Resources")

    add(store, "RESOURCES")

    page = show_committee(store, "finance", as_of=TODAY)
    assert (page.name, page.ended) == ("RESOURCES", None)


def test_committees_are_listed_with_what_is_overdue(store: Store) -> None:
    a_policy(store, "Charging", committee="FGB", next_review="June 2017")
    a_policy(store, "Lettings", committee="FGB")
    a_policy(store, "Fire", committee="FGB", next_review="June 2027")
    a_policy(store, "Draft", committee="FGB", status="draft")

    (line,) = list_committees(store, as_of=TODAY).committees

    assert line.owes == ReviewsOwed(3, 1, 1)


def test_committees_of_one_name_in_two_schools_are_two(store: Store) -> None:
    a_school(store, "Oakhanger School")

    found = list_committees(store, as_of=TODAY)

    assert [line.school for line in found.committees] == ["Larkmead Primary School", "Oakhanger School"]
    with pytest.raises(AuditError, match="could be more than one committee"):
        show_committee(store, "FGB", as_of=TODAY)
    assert show_committee(store, "FGB", as_of=TODAY, school="Oakhanger").school == "Oakhanger School"
