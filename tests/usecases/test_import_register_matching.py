"""Of which policy a row speaks, and of which school."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from policyaudit.store.opening import Store
from policyaudit.usecases.import_decisions import NEW_POLICY, Answer, Decisions, Said
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
    a_decision,
    a_list,
    behaviour,
    outcomes,
    row,
    source_of,
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


def test_a_title_that_waited_is_borne_out_by_the_list(store: Store, tmp_path: Path) -> None:
    take_in(store, a_document(tmp_path, "behaviour policy.txt", a_text(title=None, Policy_number="BE1")))

    take_in(store, a_list(tmp_path, ("The Behaviour Policy", *BEHAVIOUR[1:]), *OTHERS))

    assert "title" not in waiting(store, "BE1")
    assert show_policy(store, "BE1", as_of=TODAY).policy.title == "behaviour policy"


def test_of_a_title_that_waits_and_that_of_the_list_somebody_is_asked(store: Store, tmp_path: Path) -> None:
    take_in(store, a_document(tmp_path, "behaviour policy.txt", a_text(title=None, Policy_number="BE1")))
    path = a_list(tmp_path, ("Good Behaviour Policy", *BEHAVIOUR[1:]), *OTHERS)

    proposal = take_in(store, path)

    titles = [(value.value, value.others) for value in row(proposal).contradictions if value.field == "title"]
    assert titles == [("Good Behaviour Policy", ("behaviour policy",))]
    assert show_policy(store, "BE1", as_of=TODAY).policy.title == "behaviour policy"
    assert outcomes(take_in(store, path))[0] == "held already"


def test_of_two_titles_the_one_that_is_accepted_counts(store: Store, tmp_path: Path) -> None:
    take_in(store, a_document(tmp_path, "behaviour policy.txt", a_text(title=None, Policy_number="BE1")))
    path = a_list(tmp_path, ("Good Behaviour Policy", *BEHAVIOUR[1:]), *OTHERS)

    take_in(store, path, decisions=a_decision(path, 0, "title", "Good Behaviour Policy", Said("accept")))

    assert show_policy(store, "BE1", as_of=TODAY).policy.title == "Good Behaviour Policy"
    assert "title" not in waiting(store, "BE1")


def test_a_list_renames_no_policy_and_its_words_are_kept(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Whistleblowing Policy for Staff")
    path = a_list(tmp_path, ("Speaking Up (63)", "", *BEHAVIOUR[2:]), *OTHERS)
    belongs = Decisions(answers={source_of(path, 0): Answer(policy="Whistleblowing Policy for Staff")})

    take_in(store, path, decisions=belongs)

    page = show_policy(store, "Whistleblowing", as_of=TODAY)
    kept = [(value.value, value.state) for value in page.values if value.field == "title"]
    assert (page.policy.title, kept) == ("Whistleblowing Policy for Staff", [("Speaking Up (63)", "recorded")])
    assert outcomes(take_in(store, path)) == ["held already"] * 4


@pytest.mark.parametrize(
    ("second", "outcome"),
    [
        pytest.param(("Lettings", "", "", "", "June 2024"), "question", id="another date"),
        pytest.param(("Lettings Policy", "", "Bursar", "", ""), "question", id="something more"),
        pytest.param(("Lettings", "", "", "", "June 2025"), "held already", id="nothing more"),
    ],
)
def test_two_rows_of_one_title_are_joined_by_nobody_unasked(
    store: Store, tmp_path: Path, second: tuple[str, ...], outcome: str
) -> None:
    first = ("Lettings", "", "", "", "June 2025", "", "")
    path = a_list(tmp_path, first, (*second, "", ""), *OTHERS)

    proposal = take_in(store, path)

    assert outcomes(proposal)[:2] == ["new policy", outcome]
    if outcome == "question":
        asked = "row 2 is called Lettings as well, and this row says more: are they one policy?"
        assert (row(proposal, 1).question, row(proposal, 1).candidates) == (asked, ("Lettings",))


@pytest.mark.parametrize(
    ("said", "policies"), [pytest.param("Lettings", 4, id="they are one"), pytest.param("new", 5, id="they are two")]
)
def test_somebody_says_whether_two_rows_of_one_title_are_one_policy(
    store: Store, tmp_path: Path, said: str, policies: int
) -> None:
    rows = [("Lettings", "", "", "", date, "", "") for date in ("June 2025", "June 2024")]
    path = a_list(tmp_path, *rows, *OTHERS)
    answer = Answer(policy=NEW_POLICY if said == "new" else said)

    take_in(store, path, decisions=Decisions(answers={source_of(path, 1): answer}))

    assert len(list_policies(store, as_of=TODAY).policies) == policies
    assert set(outcomes(take_in(store, path))) == {"held already"}


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
