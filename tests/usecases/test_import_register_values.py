"""A row completes what is known of its policy, and never overrules it."""

from pathlib import Path

import pytest

from policyaudit.store.opening import Store
from policyaudit.usecases.confirm_rulings import Asked, settle_as_asked
from policyaudit.usecases.show_policy import show_policy
from tests.factories import (
    RECORDING,
    TODAY,
    a_document,
    a_policy,
    a_version,
)
from tests.usecases.importing import a_text
from tests.usecases.listing import (
    APPROVED,
    APPROVING,
    HEADING,
    OTHERS,
    a_list,
    behaviour,
    known,
    outcomes,
    take_in,
    waiting,
)


@pytest.mark.parametrize(
    ("held", "said", "outcome", "counts", "waits"),
    [
        pytest.param(
            {"next_review": "June 2026"},
            {"Next_review": "June 2027"},
            "contradiction",
            {"next": "June 2026"},
            {"next_review": "June 2027"},
            id="another next review",
        ),
        pytest.param(
            {"next_review": "June 2026"}, {"Next_review": "30/06/2026"}, "held already", {}, {}, id="the same month"
        ),
        pytest.param(
            {"next_review": "June 2026"},
            {"Review_cycle": "2 years"},
            "completed",
            {"next": "June 2026", "cycle": "2 years"},
            {},
            id="a cycle that was not known",
        ),
        pytest.param({"cycle": "annually"}, {"Review_cycle": "12 months"}, "held already", {}, {}, id="the same cycle"),
        pytest.param(
            {"cycle": "annually"},
            {"Review_cycle": "3 years"},
            "contradiction",
            {"cycle": "annually"},
            {"review_frequency": "3 years"},
            id="another cycle",
        ),
        pytest.param(
            {"cycle": "as required"}, {"Review_cycle": "as required"}, "held already", {}, {}, id="no fixed time"
        ),
        pytest.param({"officer": "none"}, {"Owner": "Bursar"}, "completed", {"officer": "Bursar"}, {}, id="an officer"),
        pytest.param(
            {},
            {"Review_cycle": "bi-annual"},
            "completed",
            {"cycle": None},
            {"review_frequency": "bi-annual"},
            id="a cycle with two meanings",
        ),
        pytest.param(
            {},
            {"Next_review": "June 1926"},
            "completed",
            {"next": None},
            {"next_review": "June 1926"},
            id="a year before all policies",
        ),
        pytest.param(
            {"last_reviewed": "June 2025"},
            {"Next_review": "June 2024"},
            "completed",
            {"next": None},
            {"next_review": "June 2024"},
            id="a next review before the last",
        ),
        pytest.param(
            {},
            {"Last_review": "June 2025", "Next_review": "June 2024"},
            "completed",
            {"last": "June 2025", "next": None},
            {"next_review": "June 2024"},
            id="a next review before the last in one row",
        ),
        pytest.param(
            {"committee": "FGB"},
            {"Committee": "Governing Body"},
            "held already",
            {},
            {},
            id="another name of the board",
        ),
        pytest.param({"number": "BE1"}, {"No": "BE1"}, "held already", {}, {}, id="the same number"),
        pytest.param(
            {"number": "BE1"},
            {"No": "BE2"},
            "contradiction",
            {"number": "BE1"},
            {"policy_number": "BE2"},
            id="another number",
        ),
    ],
)
def test_a_row_completes_what_is_known_and_never_overrules_it(  # noqa: PLR0917 - a table of five columns
    store: Store,
    tmp_path: Path,
    held: dict[str, str],
    said: dict[str, str],
    outcome: str,
    counts: dict[str, str | None],
    waits: dict[str, str],
) -> None:
    a_policy(store, **held)  # type: ignore[arg-type] # texts, all of them

    proposal = take_in(store, a_list(tmp_path, behaviour(**said), *OTHERS))

    assert outcomes(proposal)[0] == outcome
    assert waiting(store) == waits
    assert {name: known(store)[name] for name in counts} == counts


def test_a_post_under_committee_is_no_committee(store: Store, tmp_path: Path) -> None:
    heading = (*HEADING, "Approved by")
    rows = [(*other, "FGB") for other in OTHERS]

    take_in(store, a_list(tmp_path, (*behaviour(Committee="Headteacher"), "FGB"), *rows, heading=heading))

    assert waiting(store) == {"responsible_committee": "Headteacher"}
    assert known(store)["committee"] == "Full governing board"


@pytest.mark.parametrize(
    ("approver", "committee", "by"),
    [
        pytest.param("FGB", "Full governing board", "Full governing board", id="the board by its letters"),
        pytest.param("Pupils Committee", "Pupils Committee", "Pupils Committee", id="a committee"),
        pytest.param("Headteacher", None, "Headteacher", id="a post"),
        pytest.param("Governing body or Headteacher", None, "Governing body or Headteacher", id="one or the other"),
        pytest.param("Committee", None, "Committee", id="a committee without a name"),
    ],
)
def test_whoever_approves_is_kept_with_the_approval(
    store: Store, tmp_path: Path, approver: str, committee: str | None, by: str
) -> None:
    take_in(store, a_list(tmp_path, ("Behaviour", approver, "1 July 2025", "", "Yes"), *APPROVED, heading=APPROVING))

    page = show_policy(store, "Behaviour", as_of=TODAY)
    (approval,) = page.approvals
    assert (page.policy.committee, approval.committee or approval.approver) == (committee, by)
    assert (str(approval.approved), approval.version) == ("1 July 2025", None)


def test_the_list_completes_an_approval_of_which_less_is_known(store: Store, tmp_path: Path) -> None:
    heading = ("Policy", "Approved by", "Next review")
    rows = [(other[0], "FGB", "June 2027") for other in OTHERS]
    take_in(store, a_list(tmp_path, ("Behaviour", "Headteacher", "June 2027"), *rows, heading=heading))

    take_in(
        store, a_list(tmp_path, ("Behaviour", "Headteacher", "1 July 2025", "", "Yes"), *APPROVED, heading=APPROVING)
    )

    (approval,) = show_policy(store, "Behaviour", as_of=TODAY).approvals
    assert (approval.approver, str(approval.approved)) == ("Headteacher", "1 July 2025")


def test_whoever_approved_at_another_time_waits_as_the_time_does(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, ("Behaviour", "", "1 July 2025", "", "Yes"), *APPROVED, heading=APPROVING))

    take_in(store, a_list(tmp_path, ("Behaviour", "FGB", "1 July 2022", "", "Yes"), *APPROVED, heading=APPROVING))

    assert waiting(store) == {"approved_by": "FGB", "approved_on": "1 July 2022"}


def test_a_version_that_the_list_names_is_held_without_its_text(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, ("Behaviour", "FGB", "1 July 2025", "2.1", "Yes"), *APPROVED, heading=APPROVING))

    (version,) = show_policy(store, "Behaviour", as_of=TODAY).versions
    assert (version.label, str(version.in_force_from), version.files) == ("2.1", "1 July 2025", ())


@pytest.mark.parametrize(
    ("label", "outcome", "waits"),
    [
        pytest.param("1.0", "completed", {}, id="the same label"),
        pytest.param("v1.0", "completed", {}, id="the same label in more letters"),
        pytest.param("2.0", "contradiction", {"version": "2.0"}, id="another label"),
    ],
)
def test_the_label_of_a_text_that_is_held_is_not_changed(
    store: Store, tmp_path: Path, label: str, outcome: str, waits: dict[str, str]
) -> None:
    a_policy(store)
    a_version(store, label="1.0")

    proposal = take_in(store, a_list(tmp_path, ("Behaviour", "", "", label, "Yes"), *APPROVED, heading=APPROVING))

    assert (outcomes(proposal)[0], waiting(store)) == (outcome, waits)
    assert [version.label for version in show_policy(store, "Behaviour", as_of=TODAY).versions] == ["1.0"]


def test_a_text_without_a_label_does_not_take_that_of_the_list_by_itself(store: Store, tmp_path: Path) -> None:
    take_in(store, a_document(tmp_path, "one.txt", a_text(version=None)))

    take_in(store, a_list(tmp_path, ("Behaviour", "", "", "2.0", "Yes"), *APPROVED, heading=APPROVING))

    assert waiting(store) == {"version": "2.0"}
    settle_as_asked(store, "Behaviour", Asked(accept=("version",)), school=None, today=TODAY, **RECORDING)
    assert [version.label for version in show_policy(store, "Behaviour", as_of=TODAY).versions] == ["2.0"]
