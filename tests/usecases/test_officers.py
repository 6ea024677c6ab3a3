"""Posts are held by one person after another, and end by handing over what they owe."""

from datetime import date

import pytest

from policyaudit.errors import AuditError
from policyaudit.store.opening import Store
from policyaudit.usecases.handing_over import StillNamed
from policyaudit.usecases.officers import (
    HeldFromLater,
    NewHolder,
    PostEnded,
    PostHasEnded,
    PostKnown,
    add_post,
    edit_post,
    end_post,
)
from policyaudit.usecases.owed_reviews import ReviewsOwed
from policyaudit.usecases.policies import withdraw_policy
from policyaudit.usecases.show_officers import list_officers, show_officer
from policyaudit.usecases.staff import person_leaves
from tests.factories import RECORDING, TODAY, a_person, a_policy, day


def add(store: Store, title: str = "Headteacher", holder: str | None = None, since: str | None = None) -> str:
    return add_post(store, title, holder=_held(holder, since), school=None, **RECORDING).name


def edit(
    store: Store, typed: str, title: str | None = None, holder: str | None = None, since: str | None = None
) -> str:
    return edit_post(store, typed, title=title, holder=_held(holder, since), school=None, **RECORDING).name


def end(store: Store, typed: str, hand_to: str | None = None) -> PostEnded:
    return end_post(store, typed, on=TODAY, hand_to=hand_to, school=None, **RECORDING)


def _held(holder: str | None, since: str | None) -> NewHolder | None:
    return NewHolder(holder, day(since) if since else None) if holder else None


def holder_on(store: Store, on: str) -> str | None:
    return show_officer(store, "Head", as_of=day(on)).holder


def times_held(store: Store) -> list[tuple[str | None, date | None, date | None]]:
    return [(held.person, held.first, held.last) for held in show_officer(store, "Head", as_of=TODAY).holders]


def test_new_holder_ends_the_time_of_the_one_before(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    a_person(store, "Bea Blotter")
    add(store, holder="Inkwell", since="1 September 2025")

    edit(store, "Headteacher", holder="Blotter", since="1 September 2026")

    assert times_held(store) == [
        ("Ada Inkwell", day("1 September 2025"), day("31 August 2026")),
        ("Bea Blotter", day("1 September 2026"), None),
    ]
    days = ["31 August 2025", "31 August 2026", "1 September 2026"]
    assert [holder_on(store, each) for each in days] == [None, "Ada Inkwell", "Bea Blotter"]


def test_holder_of_whom_nobody_knows_since_when_gives_way_too(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    a_person(store, "Bea Blotter")
    add(store, holder="Inkwell")

    with pytest.raises(HeldFromLater, match=r"^Ada Inkwell holds the post Headteacher$"):
        edit(store, "Headteacher", holder="Blotter")
    edit(store, "Headteacher", holder="Blotter", since="1 September 2026")

    assert times_held(store)[0] == ("Ada Inkwell", None, day("31 August 2026"))


def test_holder_does_not_come_before_the_one_who_is_there(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    add(store, holder="Inkwell", since="1 September 2026")

    with pytest.raises(HeldFromLater, match="Ada Inkwell holds the post Headteacher from 1 September 2026"):
        edit(store, "Headteacher", holder="Inkwell", since="1 May 2026")


def test_post_is_vacant_once_its_holder_has_left(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    add(store, holder="Inkwell", since="1 September 2025")
    person_leaves(store, "Inkwell", on=day("31 August 2026"), school=None, **RECORDING)

    assert [holder_on(store, each) for each in ("31 August 2026", "1 September 2026")] == ["Ada Inkwell", None]


def test_post_is_renamed_but_not_as_another_is_called(store: Store) -> None:
    add(store, "Headteacher")
    add(store, "School Business Manager")

    assert edit(store, "Headteacher", title="Head teacher") == "Head teacher"
    with pytest.raises(PostKnown, match="this school has a post School Business Manager already"):
        edit(store, "Head teacher", title="school business manager")
    assert edit(store, "Head teacher", title="HEAD TEACHER") == "HEAD TEACHER"


def test_second_post_of_one_title_is_refused(store: Store) -> None:
    add(store, "Headteacher")

    with pytest.raises(PostKnown):
        add(store, "headteacher")


@pytest.mark.parametrize("hand_to", [None, "Headteacher"], ids=["to nobody", "to itself"])
def test_post_does_not_end_while_it_owes_reviews(store: Store, hand_to: str | None) -> None:
    add(store)
    a_policy(store, officer="Headteacher")

    with pytest.raises(StillNamed, match="1 policy names the post Headteacher: Behaviour"):
        end(store, "Headteacher", hand_to)


def test_post_hands_over_what_it_owes(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    add(store, holder="Inkwell")
    add(store, "Executive Headteacher")
    a_policy(store, officer="Headteacher")

    ended = end(store, "Headteacher", "Executive")

    assert (ended.handed_to, ended.policies) == ("Executive Headteacher", ("Behaviour",))
    page = show_officer(store, "headteacher", as_of=TODAY)
    assert (page.ended, page.policies, page.holders[0].last) == (TODAY, (), TODAY)
    assert [policy.title for policy in show_officer(store, "Executive", as_of=TODAY).policies] == ["Behaviour"]


def test_post_that_has_ended_stays_as_it_is_until_it_begins_again(store: Store) -> None:
    add(store)
    end(store, "Headteacher")

    for attempt in (lambda: end(store, "Headteacher"), lambda: edit(store, "Headteacher", title="Head")):
        with pytest.raises(PostHasEnded, match="the post Headteacher ended on 20 November 2026"):
            attempt()
    add(store, "Headteacher")
    assert show_officer(store, "Headteacher", as_of=TODAY).ended is None


def test_officers_are_posts_and_people_with_what_they_owe(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    a_person(store, "Bea Blotter")
    add(store, holder="Inkwell")
    add(store, "Caretaker")
    a_policy(store, "Behaviour", officer="Headteacher", next_review="June 2017")
    a_policy(store, "Complaints", officer="Headteacher")
    a_policy(store, "Fire", officer="Bea Blotter", next_review="June 2027")
    a_policy(store, "Lettings")

    found = list_officers(store, as_of=TODAY)

    assert [(line.name, line.is_post, line.holder, line.owes) for line in found.officers] == [
        ("Caretaker", True, None, ReviewsOwed(0, 0, 0)),
        ("Headteacher", True, "Ada Inkwell", ReviewsOwed(2, 1, 1)),
        ("Bea Blotter", False, "Bea Blotter", ReviewsOwed(1, 0, 0)),
    ]


def test_page_of_a_post_shows_how_its_policies_stand(store: Store) -> None:
    add(store)
    a_policy(store, "Behaviour", officer="Headteacher", next_review="June 2017")
    a_policy(store, "Old", officer="Headteacher")
    withdraw_policy(store, "Old", on=TODAY, reason=None, school=None, **RECORDING)

    (policy,) = show_officer(store, "Headteacher", as_of=TODAY).policies

    assert (policy.title, policy.standing, policy.days_overdue) == ("Behaviour", "overdue", 3430)


def test_holder_must_be_somebody(store: Store) -> None:
    with pytest.raises(AuditError, match="there is no person called 'Nobody'"):
        add(store, holder="Nobody")
