"""What is owed on a day: the most overdue first, then what has no date, then what comes."""

import pytest

from policyaudit.domain.naming import NoSuchName
from policyaudit.domain.schedule import Standing
from policyaudit.store.opening import Store
from policyaudit.usecases.due import DueFilter, due
from policyaudit.usecases.list_policies import list_policies
from policyaudit.usecases.officers import NewHolder, add_post
from policyaudit.usecases.policies import withdraw_policy
from tests.factories import RECORDING, SCHOOL, TODAY, a_person, a_policy, a_school, day


def a_small_schedule(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    add_post(store, "Headteacher", school=None, **RECORDING)
    a_policy(store, "Fire", next_review="1 December 2026", committee="FGB")
    a_policy(
        store, "Behaviour", next_review="June 2017", officer="Headteacher", number="PS1", last_reviewed="June 2016"
    )
    a_policy(store, "Attendance", next_review="30 September 2023", officer="Ada Inkwell")
    a_policy(store, "Lettings")
    a_policy(store, "Charging", next_review="November 2026")
    a_policy(store, "Governance", next_review="2030")
    a_policy(store, "Risk register", status="live")
    a_policy(store, "Uniform", status="draft")
    a_policy(store, "Homework", next_review="June 2017")
    withdraw_policy(store, "Homework", on=TODAY, reason="merged", school=None, **RECORDING)


def titles(store: Store, asked: DueFilter | None = None, within: int = 60) -> list[str]:
    return [policy.title for policy in due(store, as_of=TODAY, within=within, asked=asked or DueFilter()).policies]


def test_most_overdue_comes_first_and_what_has_no_date_behind_it(store: Store) -> None:
    a_small_schedule(store)

    found = due(store, as_of=TODAY)

    assert [(policy.title, policy.standing, policy.days_overdue) for policy in found.policies] == [
        ("Behaviour", Standing.OVERDUE, 3430),
        ("Attendance", Standing.OVERDUE, 1147),
        ("Lettings", Standing.UNSCHEDULED, None),
        ("Charging", Standing.DUE, None),
        ("Fire", Standing.DUE_SOON, None),
    ]
    assert found.counts == {
        Standing.OVERDUE: 2,
        Standing.UNSCHEDULED: 1,
        Standing.DUE: 1,
        Standing.DUE_SOON: 1,
        Standing.IN_DATE: 1,
        Standing.LIVE: 1,
        Standing.DRAFT: 1,
        Standing.WITHDRAWN: 1,
    }


def test_each_policy_says_who_owes_it(store: Store) -> None:
    a_small_schedule(store)

    behaviour = due(store, as_of=TODAY).policies[0]

    assert (behaviour.number, behaviour.school, behaviour.responsible_officer) == ("PS1", SCHOOL, "Headteacher")
    assert (str(behaviour.last_reviewed), str(behaviour.next_review)) == ("June 2016", "June 2017")


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        pytest.param(DueFilter(officer="head"), ["Behaviour"], id="a post"),
        pytest.param(DueFilter(officer="Inkwell"), ["Attendance"], id="a person"),
        pytest.param(DueFilter(committee="FGB"), ["Fire"], id="a committee"),
        pytest.param(DueFilter(school="Oakhanger"), [], id="another school"),
    ],
)
def test_a_part_of_it_can_be_asked_for(store: Store, asked: DueFilter, listed: list[str]) -> None:
    a_school(store, "Oakhanger School")
    a_small_schedule(store)

    assert titles(store, asked) == listed


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(DueFilter(officer="Nobody"), id="officer"),
        pytest.param(DueFilter(committee="Nobody"), id="committee"),
        pytest.param(DueFilter(school="Nowhere"), id="school"),
    ],
)
def test_unknown_name_is_refused(store: Store, asked: DueFilter) -> None:
    with pytest.raises(NoSuchName):
        titles(store, asked)


def test_horizon_is_counted_in_days(store: Store) -> None:
    a_policy(store, "Fire", next_review="1 December 2026")

    assert titles(store, within=10) == []
    assert titles(store, within=11) == ["Fire"]


def test_one_post_of_two_schools_is_one_name(store: Store) -> None:
    a_school(store, "Oakhanger School")
    for school in (SCHOOL, "Oakhanger"):
        add_post(store, "Headteacher", school=school, **RECORDING)
        a_policy(store, "Behaviour", officer="Headteacher", school=school)

    found = due(store, as_of=TODAY, asked=DueFilter(officer="Headteacher"))

    assert [policy.school for policy in found.policies] == [SCHOOL, "Oakhanger School"]
    assert (found.school, found.schools) == (None, 2)


@pytest.mark.parametrize(
    ("on", "listed"),
    [
        pytest.param("31 August 2026", [], id="before they held it"),
        pytest.param("1 September 2026", ["Behaviour"], id="from their first day in it"),
        pytest.param("31 October 2026", ["Behaviour"], id="on their last day"),
        pytest.param("1 November 2026", [], id="once they have left"),
    ],
)
def test_person_who_holds_a_post_owes_what_the_post_owes(store: Store, on: str, listed: list[str]) -> None:
    a_person(store, "Ada Inkwell", left="31 October 2026")
    holder = NewHolder("Inkwell", day("1 September 2026"))
    add_post(store, "Headteacher", holder=holder, school=None, **RECORDING)
    a_policy(store, "Behaviour", next_review="June 2017", officer="Headteacher")
    a_policy(store, "Lettings")

    found = due(store, as_of=day(on), asked=DueFilter(officer="Inkwell"))

    assert [policy.title for policy in found.policies] == listed


def test_policy_due_in_june_is_due_all_june_and_overdue_in_july(store: Store) -> None:
    a_policy(store, next_review="June 2017")

    days = ["1 April 2017", "2 April 2017", "31 May 2017", "1 June 2017", "30 June 2017", "1 July 2017"]
    standings = [due(store, as_of=day(each)).policies for each in days]
    assert [found[0].standing if found else None for found in standings] == [
        None,
        Standing.DUE_SOON,
        Standing.DUE_SOON,
        Standing.DUE,
        Standing.DUE,
        Standing.OVERDUE,
    ]


# Every policy


def test_every_policy_but_the_withdrawn_is_listed_by_title(store: Store) -> None:
    a_small_schedule(store)

    found = list_policies(store, as_of=TODAY)

    assert [(policy.title, policy.standing) for policy in found.policies] == [
        ("Attendance", Standing.OVERDUE),
        ("Behaviour", Standing.OVERDUE),
        ("Charging", Standing.DUE),
        ("Fire", Standing.DUE_SOON),
        ("Governance", Standing.IN_DATE),
        ("Lettings", Standing.UNSCHEDULED),
        ("Risk register", Standing.LIVE),
        ("Uniform", Standing.DRAFT),
    ]
    assert (found.school, found.counts[Standing.OVERDUE], found.counts[Standing.WITHDRAWN]) == (SCHOOL, 2, 0)


def test_policies_of_some_standings_can_be_asked_for(store: Store) -> None:
    a_small_schedule(store)

    found = list_policies(store, as_of=TODAY, standings=frozenset({Standing.WITHDRAWN, Standing.DRAFT}))

    assert [policy.title for policy in found.policies] == ["Homework", "Uniform"]


def test_policies_of_an_officer_can_be_asked_for(store: Store) -> None:
    a_small_schedule(store)

    found = list_policies(store, as_of=TODAY, asked=DueFilter(officer="Headteacher"))

    assert [(policy.title, policy.days_overdue) for policy in found.policies] == [("Behaviour", 3430)]
