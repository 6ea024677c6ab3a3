"""Policies are added, described, asked of groups and withdrawn; their next review follows."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from policyaudit.domain.naming import NoSuchName
from policyaudit.errors import AuditError, NothingRecorded, UsageProblem
from policyaudit.reading.cycles import read_cycle
from policyaudit.store.opening import Store
from policyaudit.store.reads.counts import values_waiting as waiting_in
from policyaudit.store.reads.policies import policy_state
from policyaudit.usecases.list_policies import list_policies
from policyaudit.usecases.officers import NewHolder, add_post
from policyaudit.usecases.policies import PolicyDetails, edit_policy, withdraw_policy
from policyaudit.usecases.policy_changes import PolicyChanged
from policyaudit.usecases.show_policy import GroupAsked, PolicyPage, SigningProgress, show_policy
from policyaudit.usecases.typed import NotKept
from tests.factories import (
    RECORDING,
    TODAY,
    a_person,
    a_policy,
    a_review,
    a_school,
    a_signature,
    a_version,
    day,
    when,
)
from tests.usecases.importing import a_text, bring_in


def change(store: Store, typed: str = "Behaviour", **details: Any) -> PolicyChanged:  # noqa: ANN401 - whatever a policy's details are
    return edit_policy(store, typed, PolicyDetails(**details), school=None, today=TODAY, **RECORDING)


def edit(store: Store, typed: str = "Behaviour", **details: Any) -> str:  # noqa: ANN401 - as above
    return change(store, typed, **details).name


def withdraw(store: Store, typed: str, reason: str | None = None) -> None:
    withdraw_policy(store, typed, on=TODAY, reason=reason, school=None, **RECORDING)


def page(store: Store, typed: str = "Behaviour") -> PolicyPage:
    return show_policy(store, typed, as_of=TODAY)


def test_policy_is_kept_as_it_is_described(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    add_post(store, "Headteacher", holder=NewHolder("Inkwell"), school=None, **RECORDING)
    a_policy(
        store,
        " Behaviour  Policy ",
        number=" PS1 ",
        officer="Headteacher",
        committee="FGB",
        cycle="every two years",
        last_reviewed="June 2016",
        anchor="due",
        confidential=True,
    )

    shown = page(store)

    policy = shown.policy
    assert (policy.title, policy.number, policy.responsible_officer, policy.committee, policy.confidential) == (
        "Behaviour Policy",
        "PS1",
        "Headteacher",
        "Full governing board",
        True,
    )
    assert (shown.holder, shown.anchor, shown.cycle) == ("Ada Inkwell", "due", read_cycle("every two years"))
    assert (str(policy.last_reviewed), str(policy.next_review)) == ("June 2016", "June 2018")


@pytest.mark.parametrize("title", ["", " ", "?!"], ids=["nothing", "a space", "punctuation"])
def test_policy_without_a_title_is_refused(store: Store, title: str) -> None:
    with pytest.raises(NotKept, match="a policy needs a name"):
        a_policy(store, title)


@pytest.mark.parametrize(
    ("title", "number", "sentence"),
    [
        pytest.param(
            "The BEHAVIOUR policy", None, "this school has 'Behaviour' already", id="its title, said otherwise"
        ),
        pytest.param("Conduct", "ps1", "the number ps1 is taken: 'Behaviour' has it", id="its number"),
    ],
)
def test_school_has_a_policy_once(store: Store, title: str, number: str | None, sentence: str) -> None:
    a_policy(store, "Behaviour", number="PS1")
    a_policy(store, "Attendance")
    a_school(store, "Oakhanger School")

    with pytest.raises(NothingRecorded, match=sentence):
        a_policy(store, title, number=number)
    with pytest.raises(NothingRecorded, match=sentence):
        edit(store, "Attendance", title=title, number=number)
    a_policy(store, title, number=number, school="Oakhanger")


def test_editing_changes_what_is_said_and_leaves_the_rest(store: Store) -> None:
    a_policy(store, number="PS1", committee="FGB", cycle="annually", last_reviewed="June 2026")

    assert edit(store, title="Behaviour and rewards", cycle=read_cycle("every three years")) == "Behaviour and rewards"

    policy = page(store).policy
    assert (policy.number, policy.committee, str(policy.next_review)) == ("PS1", "Full governing board", "June 2029")


def test_editing_nothing_writes_nothing(store: Store) -> None:
    a_policy(store)
    before = store.rows("SELECT COUNT(*) FROM journal")

    edit(store, title="Behaviour", status="in force")

    assert store.rows("SELECT COUNT(*) FROM journal") == before


def test_edit_says_what_is_new_and_whether_the_next_review_is_over(store: Store) -> None:
    add_post(store, "Headteacher", school=None, **RECORDING)
    a_person(store, "Ada Inkwell")
    a_policy(store, number="PS1", next_review="June 2027")

    first = change(store, officer="Ada Inkwell, Headteacher", committee="FGB", ask=("teaching",), number="none")
    past = change(store, next_review=when("6 July 2026"))
    again = change(store, next_review=when("6 July 2026"))

    assert first.new == (
        ("number", None),
        ("responsible", "Headteacher and Ada Inkwell"),
        ("committee", "Full governing board"),
        ("audience", "teaching"),
    )
    assert (past.new, past.is_past, first.is_past) == ((("next review", "6 July 2026"),), True, False)
    assert (again.new, again.is_past) == ((), False)


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        pytest.param({}, "nothing was said that is to change of Behaviour", id="no option"),
        pytest.param({"asked_from": TODAY}, "nothing was said that is to change", id="a day for no group"),
        pytest.param({"title": ""}, "a policy needs a name", id="no title"),
        pytest.param({"number": " "}, "the number is empty", id="no number"),
        pytest.param({"officer": ""}, "the officer is empty", id="no officer"),
        pytest.param({"committee": ""}, "the committee is empty", id="no committee"),
    ],
)
def test_edit_that_says_nothing_is_refused(store: Store, details: dict[str, Any], sentence: str) -> None:
    a_policy(store)

    with pytest.raises(UsageProblem, match=sentence):
        edit(store, **details)


def test_policies_of_one_title_can_be_given_numbers_and_titles_of_their_own(store: Store) -> None:
    a_policy(store, "Behaviour")
    a_policy(store, "Conduct")
    with store.transaction(**RECORDING) as writer:  # as documents of one title and several forms may bring them in
        writer.apply([replace(policy_state(writer, 1, 2), title="Behaviour", title_key="behaviour")])

    edit(store, "no. 1", number="PS1")
    edit(store, "no. 2", title="Behaviour on trips")

    assert [(policy.title, policy.number) for policy in list_policies(store, as_of=TODAY).policies] == [
        ("Behaviour", "PS1"),
        ("Behaviour on trips", None),
    ]


def test_what_is_said_by_hand_settles_what_a_document_proposes(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, a_text(title=None, school=None), prefix="kites")
    waiting = [value.field for value in page(store, "kites").values if value.state == "waiting"]

    settled = change(store, "kites", title="Kite flying").settled

    assert (waiting, settled, waiting_in(store, school_id=None)) == (["title"], 1, 0)
    assert [value.state for value in page(store, "kite").values if value.field == "title"] == ["corrected"]
    assert change(store, "kite", title="Kite flying").settled == 0


@pytest.mark.parametrize(
    ("details", "next_step"),
    [
        pytest.param({"officer": "School Nurse"}, 'audit officer add "School Nurse"', id="a post"),
        pytest.param(
            {"officer": "Headteacher of Year"},
            "did you mean 'Headteacher'? If it is new: audit officer add \"Headteacher of Year\"",
            id="a post like another",
        ),
        pytest.param({"officer": "Mrs Flora Crayon"}, 'audit staff add "Mrs Flora Crayon"', id="a person"),
        pytest.param({"committee": "Kite club"}, 'audit committee add "Kite club"', id="a committee"),
    ],
)
def test_unknown_name_says_how_to_add_it(store: Store, details: dict[str, Any], next_step: str) -> None:
    add_post(store, "Headteacher", school=None, **RECORDING)

    with pytest.raises(NoSuchName) as problem:
        a_policy(store, **details)

    assert problem.value.next_step == next_step


def test_officer_and_committee_can_be_taken_away(store: Store) -> None:
    add_post(store, "Headteacher", school=None, **RECORDING)
    a_policy(store, officer="Headteacher", committee="FGB")

    edit(store, officer="none", committee="none")

    assert (page(store).policy.responsible_officer, page(store).policy.committee) == (None, None)


def test_stated_review_counts_and_a_disagreement_is_seen(store: Store) -> None:
    a_policy(store, cycle="annually", last_reviewed="June 2026", next_review="March 2027")

    next_review = page(store).next_review

    assert (str(next_review.stated), str(next_review.derived), next_review.disagree) == (
        "March 2027",
        "June 2027",
        True,
    )
    assert str(page(store).policy.next_review) == "March 2027"


def test_stated_review_can_be_taken_away_so_that_the_cycle_counts(store: Store) -> None:
    a_policy(store, cycle="annually", last_reviewed="June 2026", next_review="March 2027")

    edit(store, next_review="none")

    assert (page(store).next_review.stated, str(page(store).policy.next_review)) == (None, "June 2027")


@pytest.mark.parametrize(
    "details",
    [{"officer": "Nobody"}, {"committee": "Nobody"}, {"ask": ("nobody",)}],
    ids=["officer", "committee", "group"],
)
def test_unknown_name_is_refused_and_nothing_recorded(store: Store, details: dict[str, Any]) -> None:
    with pytest.raises(NoSuchName):
        a_policy(store, **details)

    assert list_policies(store, as_of=TODAY).policies == ()


# Asking


def test_groups_are_asked_from_a_day_and_once(store: Store) -> None:
    a_policy(store, ask=("teaching",), asked_from="1 October 2025")

    edit(store, ask=("teaching", "support"))

    assert page(store).audience == (
        GroupAsked("support", "Support staff", TODAY),
        GroupAsked("teaching", "Teaching staff", day("1 October 2025")),
    )


def test_group_that_is_no_longer_asked_owes_nothing_from_today(store: Store) -> None:
    a_person(store, groups=("teaching",))
    a_policy(store, ask=("teaching",))
    a_version(store)
    assert page(store).signing == SigningProgress(1, 0, 1, 0, 0)

    edit(store, no_longer_ask=("teaching", "support"))

    assert page(store).audience == ()
    assert page(store).signing is None


# Withdrawing


def test_withdrawn_policy_says_when_and_why(store: Store) -> None:
    a_policy(store)
    withdraw(store, "Behaviour", "merged with  Conduct")

    shown = page(store)

    assert (shown.status, shown.withdrawn_on, shown.why_withdrawn) == ("withdrawn", TODAY, "merged with Conduct")


def test_withdrawn_policy_is_not_withdrawn_again(store: Store) -> None:
    a_policy(store)
    withdraw(store, "Behaviour")

    with pytest.raises(NothingRecorded, match="Behaviour was withdrawn before"):
        withdraw(store, "Behaviour")
    assert page(store).why_withdrawn is None


def test_title_of_a_withdrawn_policy_is_free_again(store: Store) -> None:
    a_policy(store)
    withdraw(store, "Behaviour")

    a_policy(store)

    assert page(store).status == "in force"


def test_policy_is_not_in_force_again_beside_another_of_its_title(store: Store) -> None:
    a_policy(store, number="B1")
    withdraw(store, "Behaviour")
    a_policy(store, number="B2")

    with pytest.raises(NothingRecorded, match="this school has 'Behaviour' already"):
        edit(store, "B1", status="in force")


def test_title_of_a_policy_is_not_free_before_it_is_withdrawn(store: Store) -> None:
    a_policy(store)
    withdraw_policy(store, "Behaviour", on=day("21 November 2026"), reason=None, school=None, **RECORDING)

    with pytest.raises(NothingRecorded, match="this school has 'Behaviour' already"):
        a_policy(store)


# The page


def test_page_holds_versions_reviews_and_approvals(store: Store) -> None:
    a_person(store)
    a_policy(store, ask=("all-staff",))
    a_version(store, label="1.0")
    a_version(store, label="1.1", in_force="1 October 2025", kind="minor")
    a_version(store, label="2.0", in_force="1 January 2027")
    a_signature(store, "Inkwell", version="1.1", on="1 December 2025")
    a_review(store, on="June 2026", note="no change")

    shown = page(store)

    assert [(line.label, line.kind, line.is_in_force, line.signatures) for line in shown.versions] == [
        ("2.0", "material", False, 0),
        ("1.1", "minor", True, 1),
        ("1.0", "first", False, 0),
    ]
    assert [(str(review.reviewed), review.note) for review in shown.reviews] == [("June 2026", "no change")]
    assert (shown.approvals, shown.values) == ((), ())
    assert shown.policy.last_reviewed == when("June 2026")


def test_page_of_an_unknown_policy_is_none(store: Store) -> None:
    with pytest.raises(AuditError, match="there is no policy called 'Behaviour'"):
        page(store)
