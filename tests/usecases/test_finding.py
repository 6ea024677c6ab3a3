"""What somebody types finds one school, policy, person, post, committee or group, or is told which it could be."""

from dataclasses import replace

import pytest

from policyaudit.domain.naming import NoSuchName, SeveralSuchNames, title_key
from policyaudit.errors import AuditError
from policyaudit.store.opening import Store
from policyaudit.store.reads.policies import policy_state
from policyaudit.usecases.finding import (
    NoSchool,
    Scope,
    find_committee,
    find_group,
    find_person,
    find_policy,
    find_post,
    find_school,
    school_scope,
    scope_of,
)
from policyaudit.usecases.officers import add_post
from policyaudit.usecases.policies import withdraw_policy
from tests.factories import RECORDING, SCHOOL, TODAY, a_person, a_policy, a_school


def test_register_without_a_school_says_how_to_begin(empty_store: Store) -> None:
    with pytest.raises(NoSchool) as problem:
        find_school(empty_store, None)

    assert problem.value.next_step == "audit init --school NAME"


def test_without_a_name_the_first_school_is_meant(store: Store) -> None:
    a_school(store, "Oakhanger School")

    assert find_school(store, None).name == SCHOOL
    assert find_school(store, "oakhanger").name == "Oakhanger School"


def test_question_about_no_school_is_about_the_only_one_or_all(store: Store) -> None:
    one = scope_of(store, None)
    a_school(store, "Oakhanger School")

    assert one == Scope(SCHOOL, 1, 1)
    assert scope_of(store, None) == Scope(None, None, 2)
    assert scope_of(store, "Oakhanger") == Scope("Oakhanger School", 2, 2)
    assert (school_scope(store, None), school_scope(store, "Oakhanger")) == (None, 2)


def test_everything_is_found_by_what_one_would_type(store: Store) -> None:
    a_policy(store, "Behaviour", number="PS1")
    a_person(store, "Mrs Ada Inkwell", email="a.inkwell@larkmead.example")
    add_post(store, "Headteacher", school=None, **RECORDING)

    assert find_policy(store, "ps1", school_id=None).name == "Behaviour"
    assert find_person(store, "inkwell", school_id=None).name == "Mrs Ada Inkwell"
    assert find_person(store, "A.Inkwell@larkmead.example", school_id=None).name == "Mrs Ada Inkwell"
    assert find_post(store, "headt", school_id=None).name == "Headteacher"
    assert find_committee(store, "FGB", school_id=None).name == "Full governing board"
    assert find_group(store, "Teaching staff", school_id=None).name == "teaching"


@pytest.mark.parametrize(
    ("find", "listed_by"),
    [
        pytest.param(find_policy, "audit policy list", id="policy"),
        pytest.param(find_person, "audit staff list", id="person"),
        pytest.param(find_post, "audit officer list", id="post"),
        pytest.param(find_committee, "audit committee list", id="committee"),
        pytest.param(find_group, "audit group list", id="group"),
    ],
)
def test_name_near_to_nothing_leads_to_the_list(store: Store, find: type, listed_by: str) -> None:
    with pytest.raises(NoSuchName) as problem:
        find(store, "xyzzy", school_id=None)

    assert problem.value.next_step == listed_by


def test_withdrawn_policy_is_found_where_no_other_is_called_so(store: Store) -> None:
    a_policy(store, "Homework")
    withdraw_policy(store, "Homework", on=TODAY, reason=None, school=None, **RECORDING)
    assert find_policy(store, "Homework", school_id=None).name == "Homework"

    a_policy(store, "Homework and projects")
    assert find_policy(store, "homework", school_id=None).name == "Homework and projects"


def test_things_of_one_name_are_told_apart_by_their_school(store: Store) -> None:
    a_school(store, "Oakhanger School")

    with pytest.raises(SeveralSuchNames, match=r"teaching \(Larkmead Primary School\); teaching \(Oakhanger School\)"):
        find_group(store, "teaching", school_id=None)
    assert find_group(store, "teaching oakhanger", school_id=None).school_id == 2
    assert find_group(store, "teaching", school_id=2).school_id == 2


def test_people_of_one_name_are_told_apart_by_their_address(store: Store) -> None:
    a_person(store, "Jo Blotter", email="jo@larkmead.example")
    a_person(store, "Jo Blotter", email="j.blotter@larkmead.example")

    with pytest.raises(AuditError, match=r"Jo Blotter \(jo@larkmead.example\); Jo Blotter \(j.blotter@"):
        find_person(store, "Blotter", school_id=None)
    assert find_person(store, "jo@larkmead.example", school_id=None).name == "Jo Blotter"


def rename(store: Store, policy_id: int, title: str) -> None:
    """Give a policy the title of another, as documents of one title in several forms may."""
    with store.transaction(**RECORDING) as writer:
        writer.apply([replace(policy_state(writer, 1, policy_id), title=title, title_key=title_key(title))])


def test_policies_called_alike_can_each_be_reached(store: Store) -> None:
    titles = ("Social media policy", "Social-media policy")
    a_policy(store, "Social Media Policy", number="PSW23")
    for number, title in enumerate(titles, start=2):
        a_policy(store, f"Draft {number}")
        rename(store, number, title)

    with pytest.raises(SeveralSuchNames) as problem:
        find_policy(store, "social media policy", school_id=None)
    shown = [f"{title} (no. {key})" for title, key in zip(titles, (2, 3), strict=True)]
    found = [find_policy(store, typed, school_id=None).key for typed in (*shown, "no. 2", "PSW23")]

    assert str(problem.value).endswith(f": {'; '.join(shown)}; Social Media Policy (PSW23)")
    assert problem.value.next_step == "type more of the name, its number or what stands in brackets"
    assert found == [2, 3, 2, 1]


@pytest.mark.parametrize(
    ("find", "typed", "next_step"),
    [
        pytest.param(find_policy, "behaviour", "type more of the name or its number", id="policies"),
        pytest.param(find_person, "ada", "type more of the name or the e-mail address", id="people"),
        pytest.param(find_post, "head", "type more of the name", id="posts have neither number nor address"),
    ],
)
def test_several_names_say_how_to_choose(store: Store, find: type, typed: str, next_step: str) -> None:
    for name in ("Behaviour at lunch", "Behaviour on the bus"):
        a_policy(store, name)
    for name in ("Ada Inkwell", "Ada Quill"):
        a_person(store, name)
    for title in ("Head of school", "Head of year"):
        add_post(store, title, school=None, **RECORDING)

    with pytest.raises(SeveralSuchNames) as problem:
        find(store, typed, school_id=None)

    assert problem.value.next_step == next_step


def test_names_of_several_schools_may_be_told_apart_by_the_option(store: Store) -> None:
    a_school(store, "Oakhanger School")

    with pytest.raises(SeveralSuchNames) as problem:
        find_group(store, "teaching", school_id=None)

    assert problem.value.next_step == "type more of the name or what stands in brackets, or add --school NAME"
