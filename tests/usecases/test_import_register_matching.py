"""Of which policy a row speaks, and of which school."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from policyaudit.store.opening import Store
from policyaudit.usecases.list_policies import list_policies
from policyaudit.usecases.show_policy import show_policy
from tests.factories import (
    SCHOOL,
    TODAY,
    a_document,
    a_policy,
    a_school,
)
from tests.usecases.importing import a_text
from tests.usecases.listing import (
    BEHAVIOUR,
    HEADING,
    OTHER_SCHOOL,
    OTHERS,
    a_list,
    behaviour,
    outcomes,
    row,
    take_in,
    waiting,
)


@pytest.mark.parametrize(
    ("titles", "said", "question"),
    [
        pytest.param(
            [("Behaviour Policy", "BE1"), ("The Behaviour Policy", "BE2")],
            {"Owner": "Bursar"},
            "2 policies are called Behaviour Policy: which of them is it?",
            id="two policies of that title",
        ),
        pytest.param(
            [("Staff Absence", "BE1")],
            {"No": "BE1"},
            "its number BE1 is that of Staff Absence Policy: is it the same policy under another name?",
            id="the number of another policy",
        ),
        pytest.param(
            [("Staff Absence", "BE1"), ("Behaviour", None)],
            {"No": "BE1"},
            "its number BE1 is that of Staff Absence Policy, its title that of another policy: which of them is it?",
            id="number and title of two policies",
        ),
    ],
)
def test_a_row_that_may_be_of_two_policies_is_a_question(
    store: Store, tmp_path: Path, titles: Sequence[tuple[str, str | None]], said: dict[str, str], question: str
) -> None:
    for title, number in titles:
        _a_policy_read(store, tmp_path, title, number)

    proposal = take_in(store, a_list(tmp_path, behaviour(**said), *OTHERS))

    assert (outcomes(proposal)[0], row(proposal).question) == ("question", question)
    assert row(proposal).next_step is not None


def _a_policy_read(store: Store, folder: Path, title: str, number: str | None) -> None:
    """A policy as a document brings it, which may have the title of another."""
    more = {"Policy_number": number} if number else {}
    text = a_text(title=title if "olicy" in title else f"{title} Policy", body=f"This is about {title}.\n" * 9, **more)
    policy = a_document(folder, f"{title}.txt", text)
    take_in(store, policy)


def test_a_policy_is_known_by_its_number_under_a_title_that_was_changed(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Good Behaviour", number="BE1")

    proposal = take_in(store, a_list(tmp_path, BEHAVIOUR, *OTHERS))

    assert (row(proposal).outcome, row(proposal).title) == ("completed", "Good Behaviour")
    assert row(proposal).listed_as == "Behaviour Policy"


def test_numbers_that_only_count_the_rows_are_no_numbers_of_policies(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Behaviour Support", number="1")
    rows = [(title, str(place), *rest) for place, (title, _, *rest) in enumerate((BEHAVIOUR, *OTHERS), start=1)]

    take_in(store, a_list(tmp_path, *rows))

    numbers = [policy.number for policy in list_policies(store, as_of=TODAY).policies]
    assert numbers == [None, None, "1", None, None]


def test_a_number_that_two_rows_have_tells_no_policy_from_another(store: Store, tmp_path: Path) -> None:
    rows = [(title, "PU", *rest) for title, _, *rest in OTHERS]

    proposal = take_in(store, a_list(tmp_path, BEHAVIOUR, *rows))

    assert outcomes(proposal) == ["new policy"] * 4
    assert waiting(store, "Charging") == {"policy_number": "PU"}


def test_what_a_new_policy_resembles_is_told_and_never_linked(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Pupil Behaviour Management")

    proposal = take_in(store, a_list(tmp_path, ("Behaviour Management", *BEHAVIOUR[1:]), *OTHERS))

    assert (row(proposal).outcome, [one.title for one in row(proposal).resembles]) == (
        "new policy",
        ["Pupil Behaviour Management"],
    )


def test_a_title_that_waited_is_settled_by_the_list(store: Store, tmp_path: Path) -> None:
    take_in(store, a_document(tmp_path, "behaviour policy.txt", a_text(title=None, Policy_number="BE1")))

    proposal = take_in(store, a_list(tmp_path, ("Good Behaviour Policy", *BEHAVIOUR[1:]), *OTHERS))

    assert outcomes(proposal)[0] in {"completed", "contradiction"}
    assert "title" not in waiting(store, "BE1")
    assert show_policy(store, "BE1", as_of=TODAY).policy.title == "Good Behaviour Policy"


def test_a_row_goes_to_its_school(store: Store, tmp_path: Path) -> None:
    a_school(store, OTHER_SCHOOL)
    heading = (*HEADING, "School")
    rows = [(*BEHAVIOUR, SCHOOL), (*BEHAVIOUR, OTHER_SCHOOL), *((*other, "") for other in OTHERS)]

    proposal = take_in(store, a_list(tmp_path, *rows, heading=heading))

    assert outcomes(proposal) == ["new policy"] * 5
    assert [one.school for one in proposal.registers[0].rows] == [SCHOOL, OTHER_SCHOOL, SCHOOL, SCHOOL, SCHOOL]


@pytest.mark.parametrize(
    ("options", "outcome", "school"),
    [
        pytest.param({}, "question", None, id="it is asked"),
        pytest.param({"add_schools": True}, "new policy", OTHER_SCHOOL, id="it is added"),
        pytest.param({"school": SCHOOL}, "new policy", SCHOOL, id="everything goes to one"),
    ],
)
def test_a_school_that_is_not_held(
    store: Store, tmp_path: Path, options: dict[str, object], outcome: str, school: str | None
) -> None:
    rows = [(*one, OTHER_SCHOOL) for one in (BEHAVIOUR, *OTHERS)]

    proposal = take_in(store, a_list(tmp_path, *rows, heading=(*HEADING, "School")), **options)  # type: ignore[arg-type]

    assert (row(proposal).outcome, row(proposal).school) == (outcome, school)
    assert proposal.schools_added == ((OTHER_SCHOOL,) if "add_schools" in options else ())
