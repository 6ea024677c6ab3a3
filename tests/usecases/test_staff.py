"""People come, change and leave; what they signed stays."""

from datetime import date
from typing import Any

import pytest

from policyaudit.errors import AuditError
from policyaudit.store.opening import Store
from policyaudit.usecases.groups import end_group
from policyaudit.usecases.memberships import GroupHasEnded
from policyaudit.usecases.officers import NewHolder, add_post, edit_post, end_post
from policyaudit.usecases.person_details import PersonDetails, PersonKnown
from policyaudit.usecases.show_staff import Presence, StaffFilter, list_staff, show_person
from policyaudit.usecases.staff import HasLeftBefore, PersonChanged, edit_person, person_leaves
from policyaudit.usecases.void import WrongSignature, void_acknowledgement
from tests.factories import (
    BY,
    NOW,
    RECORDING,
    TODAY,
    a_person,
    a_policy,
    a_school,
    a_signature,
    a_version,
    an_absence,
    day,
)


def edit(store: Store, typed: str, **details: Any) -> PersonChanged:  # noqa: ANN401 - whatever a person's details are
    return edit_person(store, typed, PersonDetails(**details), school=None, today=TODAY, **RECORDING)


def leaves(store: Store, typed: str, on: str = "31 August 2026") -> tuple[tuple[str, ...], tuple[str, ...]]:
    left = person_leaves(store, typed, on=day(on), school=None, **RECORDING)
    return left.posts, left.policies


def groups_of(store: Store, person: str) -> list[tuple[str, date | None, date | None]]:
    return [(time.name, time.first, time.last) for time in show_person(store, person, as_of=TODAY).groups]


# Adding


def test_somebody_new_is_in_all_staff_for_as_long_as_they_are_there(store: Store) -> None:
    a_person(store, " Mrs  Ada\tInkwell ", email="ada@larkmead.example", role="Teacher")

    person = show_person(store, "Inkwell", as_of=TODAY)

    assert (person.name, person.email, person.role) == ("Mrs Ada Inkwell", "ada@larkmead.example", "Teacher")
    assert groups_of(store, "Inkwell") == [("All staff", None, None)]


def test_groups_that_are_named_take_the_place_of_all_staff(store: Store) -> None:
    a_person(store, "Cora Ladle", groups=("governors", "Volunteers"))

    assert groups_of(store, "Ladle") == [("Governors", None, None), ("Volunteers", None, None)]


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        pytest.param({"name": ""}, "a person needs a name", id="no name"),
        pytest.param({"email": "ada at larkmead"}, "'ada at larkmead' is no e-mail address", id="no e-mail address"),
        pytest.param({"groups": ("teechers",)}, "there is no group called 'teechers'", id="no such group"),
        pytest.param(
            {"left": "1 May 2020"},
            "the last day given for Ada Inkwell, 1 May 2020, is before the first, 1 September 2024",
            id="left before they started",
        ),
    ],
)
def test_what_cannot_be_said_of_somebody_is_refused(store: Store, details: dict[str, Any], sentence: str) -> None:
    with pytest.raises(AuditError) as problem:
        a_person(store, **details)

    assert str(problem.value) == sentence
    assert list_staff(store, as_of=TODAY).people == ()


@pytest.mark.parametrize(
    ("name", "email", "is_known"),
    [
        pytest.param("Ada Inkwell", None, True, id="the name again"),
        pytest.param("ADA INKWELL", "other@larkmead.example", False, id="the name with another address"),
        pytest.param("A. Inkwell", "ADA@larkmead.example", True, id="the address again"),
        pytest.param("Bea Inkwell", None, False, id="another name"),
    ],
)
def test_people_who_cannot_be_told_apart_are_refused(
    store: Store, name: str, email: str | None, *, is_known: bool
) -> None:
    a_person(store, "Ada Inkwell", email="ada@larkmead.example")

    if is_known:
        with pytest.raises(PersonKnown, match=r"Ada Inkwell \(ada@larkmead.example\) is in the register already"):
            a_person(store, name, email=email)
    else:
        a_person(store, name, email=email)
    assert len(list_staff(store, as_of=TODAY).people) == 2 - is_known


def test_name_without_an_address_is_named_without_one(store: Store) -> None:
    a_person(store, "Ada Inkwell")

    with pytest.raises(PersonKnown) as problem:
        a_person(store, "Ada Inkwell", email="ada@larkmead.example")
    assert str(problem.value) == "Ada Inkwell is in the register already"
    assert problem.value.next_step is not None
    assert problem.value.next_step.startswith('audit staff edit "Ada Inkwell"')


def test_nobody_comes_into_a_group_that_has_ended(store: Store) -> None:
    end_group(store, "volunteers", on=TODAY, school=None, **RECORDING)

    with pytest.raises(GroupHasEnded, match="the group Volunteers ended on 20 November 2026"):
        a_person(store, "Cora Ladle", groups=("volunteers",))


@pytest.mark.parametrize(
    ("groups", "names"),
    [
        (("teaching",), ["All staff", "Teaching staff"]),
        (("Support staff",), ["All staff", "Support staff"]),
        (("governors", "volunteers"), ["Governors", "Volunteers"]),
        ((), ["All staff"]),
    ],
    ids=["teaching staff", "support staff by name", "no staff", "nothing said"],
)
def test_teaching_and_support_staff_are_all_staff_too(store: Store, groups: tuple[str, ...], names: list[str]) -> None:
    a_person(store, groups=groups)

    assert [group for group, _, _ in groups_of(store, "Inkwell")] == names


# Editing


def test_editing_changes_what_is_said_and_leaves_the_rest(store: Store) -> None:
    a_person(store, "Ada Inkwell", email="ada@larkmead.example", role="Teacher")

    found = edit(store, "Inkwell", name="Ada Blotter", role="Deputy Headteacher")

    person = show_person(store, "Blotter", as_of=TODAY)
    assert found.name == "Ada Blotter"
    assert (person.email, person.role, person.started) == (
        "ada@larkmead.example",
        "Deputy Headteacher",
        day("1 September 2024"),
    )


def test_editing_nothing_writes_nothing(store: Store) -> None:
    a_person(store)
    before = store.rows("SELECT COUNT(*) FROM journal")

    edit(store, "Inkwell", name="Ada Inkwell")

    assert store.rows("SELECT COUNT(*) FROM journal") == before


def test_editing_into_somebody_else_is_refused(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    a_person(store, "Bea Blotter")

    with pytest.raises(PersonKnown):
        edit(store, "Blotter", name="Ada Inkwell")


def test_groups_are_joined_from_today_and_left_after_yesterday(store: Store) -> None:
    a_person(store, groups=("support",))

    edit(store, "Inkwell", put_in=("teaching", "teaching"), take_out=("support", "governors"))

    assert groups_of(store, "Inkwell") == [
        ("All staff", None, None),
        ("Support staff", None, day("19 November 2026")),
        ("Teaching staff", TODAY, None),
    ]


# Leaving


def test_leaver_gives_up_posts_and_the_policies_that_name_them_are_told(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    add_post(store, "Headteacher", holder=NewHolder("Inkwell", day("1 September 2025")), school=None, **RECORDING)
    a_policy(store, "Behaviour", officer="Ada Inkwell")

    assert leaves(store, "Inkwell") == (("Headteacher",), ("Behaviour",))
    person = show_person(store, "Inkwell", as_of=TODAY)
    assert (person.left, person.presence) == (day("31 August 2026"), Presence.LEFT)
    assert person.posts[0].last == day("31 August 2026")


def test_leaver_leaves_once(store: Store) -> None:
    a_person(store)
    leaves(store, "Inkwell")

    with pytest.raises(HasLeftBefore, match="Ada Inkwell is recorded as leaving on 31 August 2026"):
        leaves(store, "Inkwell", "1 September 2026")


def test_leaving_by_mistake_is_taken_back(store: Store) -> None:
    a_person(store)
    leaves(store, "Inkwell")

    changed = edit(store, "Inkwell", left="none")

    assert changed.vacant == ()
    assert show_person(store, "Inkwell", as_of=TODAY).presence is Presence.HERE


def test_taking_a_leave_back_names_the_posts_that_nobody_has_held_since(store: Store) -> None:
    a_person(store)
    a_person(store, "Bea Blotter")
    for title in ("Headteacher", "SENDCo", "Online Safety Lead"):
        add_post(store, title, holder=NewHolder("Inkwell"), school=None, **RECORDING)
    leaves(store, "Inkwell")
    end_post(store, "Online Safety Lead", on=TODAY, school=None, **RECORDING)
    edit_post(store, "SENDCo", holder=NewHolder("Blotter", day("1 September 2026")), school=None, **RECORDING)

    changed = edit(store, "Inkwell", left="none")

    assert changed == PersonChanged("Ada Inkwell", ("Headteacher",), day("1 September 2026"))


# Listing


def a_small_staff(store: Store) -> None:
    a_person(store, "Ada Inkwell", groups=("all-staff", "teaching"))
    a_person(store, "Bea Blotter", started="1 January 2027")
    a_person(store, "Cora Ladle", left="31 August 2026")
    a_person(store, "Dot Crayon")
    an_absence(store, "Crayon", "1 November 2026")
    a_policy(store, ask=("all-staff",))
    a_version(store)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        pytest.param(
            StaffFilter(),
            [("Bea Blotter", "not started", 0), ("Dot Crayon", "away", 0), ("Ada Inkwell", "here", 1)],
            id="everybody who has not left, by surname",
        ),
        pytest.param(StaffFilter(left=True), [("Cora Ladle", "left", 0)], id="leavers"),
        pytest.param(StaffFilter(group="teaching"), [("Ada Inkwell", "here", 1)], id="a group"),
        pytest.param(StaffFilter(school="Larkmead", group="governors"), [], id="a group without people"),
    ],
)
def test_staff_are_listed_as_they_are_on_a_day(
    store: Store, asked: StaffFilter, listed: list[tuple[str, str, int]]
) -> None:
    a_small_staff(store)

    found = list_staff(store, as_of=TODAY, asked=asked)

    assert [(line.name, line.presence, line.owes) for line in found.people] == listed
    assert found.school == "Larkmead Primary School"


def test_as_of_a_day_of_the_past_shows_who_was_there_then(store: Store) -> None:
    a_small_staff(store)

    found = list_staff(store, as_of=day("1 August 2026"))

    assert [line.presence for line in found.people] == ["not started", "here", "here", "here"]


def test_staff_of_all_schools_are_listed_school_by_school(store: Store) -> None:
    a_school(store, "Oakhanger School")
    a_person(store, "Zoe Ladle")
    a_person(store, "Ada Inkwell", school="Oakhanger")

    found = list_staff(store, as_of=TODAY)

    assert (found.school, found.schools) == (None, 2)
    assert [(line.school, line.name) for line in found.people] == [
        ("Larkmead Primary School", "Zoe Ladle"),
        ("Oakhanger School", "Ada Inkwell"),
    ]


def test_page_of_a_person_shows_what_they_owe_and_what_they_signed(store: Store) -> None:
    a_person(store)
    for title in ("Behaviour", "Complaints"):
        a_policy(store, title, ask=("all-staff",))
        a_version(store, title)
    a_signature(store, "Inkwell", on="1 October 2025", means="email", note="forwarded by the office")
    wrong = WrongSignature(policy="Behaviour", person="Inkwell", reason="another Inkwell")
    void_acknowledgement(store, wrong, today=TODAY, **RECORDING)
    a_signature(store, "Inkwell", on="2 October 2025")
    an_absence(store, "Inkwell", "1 March 2026", "8 March 2026")

    page = show_person(store, "Inkwell", as_of=TODAY)

    assert [(owed.title, owed.days_late) for owed in page.owed] == [("Complaints", 242)]
    standing, voided = page.answers
    assert (standing.signed_on, standing.voided, standing.why_voided) == (day("2 October 2025"), False, None)
    assert (voided.means, voided.note, voided.voided, voided.why_voided) == (
        "email",
        "forwarded by the office",
        True,
        "another Inkwell",
    )
    assert (voided.recorded_by, voided.recorded_at) == (BY, NOW)
    assert [(span.first, span.last) for span in page.absences] == [(day("1 March 2026"), day("8 March 2026"))]
