"""What somebody says of a list before it is recorded."""

from pathlib import Path

import pytest

from policyaudit.store.opening import Store
from policyaudit.usecases.import_decisions import Answer, Decisions, Said
from policyaudit.usecases.show_policy import show_policy
from tests.factories import TODAY, a_document, a_policy, read
from tests.usecases.importing import OTHER_BODY, a_text
from tests.usecases.listing import (
    APPROVED,
    APPROVING,
    BEHAVIOUR,
    OTHER_SCHOOL,
    OTHERS,
    a_decision,
    a_list,
    behaviour,
    known,
    outcomes,
    row,
    source_of,
    take_in,
    waiting,
)


@pytest.mark.parametrize(
    ("said", "counts", "waits", "shown"),
    [
        pytest.param(Said("accept"), "June 2027", {}, ("confirmed", None), id="accepted"),
        pytest.param(Said("correct", "May 2027"), "May 2027", {}, ("corrected", "May 2027"), id="corrected"),
        pytest.param(Said("skip"), "June 2026", {"next_review": "June 2027"}, ("waiting", None), id="skipped"),
    ],
)
def test_what_somebody_says_of_a_contradiction_before_it_is_recorded_counts(  # noqa: PLR0917 - a table of four columns
    store: Store,
    tmp_path: Path,
    said: Said,
    counts: str,
    waits: dict[str, str],
    shown: tuple[str, str | None],
) -> None:
    a_policy(store, next_review="June 2026")
    path = a_list(tmp_path, behaviour(Next_review="June 2027"), *OTHERS)

    take_in(store, path, decisions=a_decision(path, 0, "next_review", "June 2027", said))

    (value,) = (one for one in show_policy(store, "Behaviour", as_of=TODAY).values if one.field == "next_review")
    assert (known(store)["next"], waiting(store)) == (counts, waits)
    assert (value.state, value.corrected_to) == shown
    assert outcomes(take_in(store, path)) == ["held already"] * 4


@pytest.mark.parametrize(
    ("value", "said", "counts"),
    [
        pytest.param("June 2026", Said("accept"), "June 2026", id="what was certain is accepted"),
        pytest.param("June 2026", Said("correct", "June 2026"), "June 2026", id="corrected to the same"),
        pytest.param("June 2026", Said("correct", "July 2026"), "July 2026", id="corrected to another"),
        pytest.param("bi-annual", Said("correct", "every two years"), "every two years", id="what was not understood"),
    ],
)
def test_what_somebody_says_of_a_new_policy_counts(
    store: Store, tmp_path: Path, value: str, said: Said, counts: str
) -> None:
    is_cycle = value == "bi-annual"
    path = a_list(tmp_path, behaviour(**{"Review_cycle" if is_cycle else "Next_review": value}), *OTHERS)
    field = "review_frequency" if is_cycle else "next_review"

    take_in(store, path, decisions=a_decision(path, 0, field, value, said))

    assert known(store)["cycle" if is_cycle else "next"] == counts


def test_all_that_is_so_sure_may_be_accepted_and_overrules_nothing(store: Store, tmp_path: Path) -> None:
    a_policy(store, next_review="June 2026")
    listed = a_list(tmp_path, ("Behaviour", "", "1 July 2025, 2 May 2024", "", "Yes"), *APPROVED, heading=APPROVING)
    take_in(store, listed, decisions=Decisions(accept_from=40))

    proposal = take_in(
        store, a_list(tmp_path, behaviour(Next_review="June 2027"), *OTHERS), decisions=Decisions(accept_from=40)
    )

    assert (outcomes(proposal)[0], waiting(store)) == ("contradiction", {"next_review": "June 2027"})
    assert [str(one.approved) for one in show_policy(store, "Behaviour", as_of=TODAY).approvals] == ["1 July 2025"]


def test_what_cannot_be_a_date_waits_however_much_is_accepted_at_once(store: Store, tmp_path: Path) -> None:
    path = a_list(tmp_path, behaviour(Next_review="Easter 2022"), *OTHERS)

    take_in(store, path, decisions=Decisions(accept_from=0))

    assert waiting(store) == {"next_review": "Easter 2022"}


def test_an_approval_that_somebody_accepts_stands_beside_the_one_that_is_held(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, ("Behaviour", "FGB", "1 July 2022", "", "Yes"), *APPROVED, heading=APPROVING))
    path = a_list(tmp_path, ("Behaviour", "FGB", "1 July 2025", "", "Yes"), *APPROVED, heading=APPROVING)

    take_in(store, path, decisions=a_decision(path, 0, "approved_on", "1 July 2025", Said("accept")))

    approvals = show_policy(store, "Behaviour", as_of=TODAY).approvals
    assert [str(one.approved) for one in approvals] == ["1 July 2025", "1 July 2022"]


def test_a_title_that_somebody_corrects_is_known_again(store: Store, tmp_path: Path) -> None:
    path = a_list(tmp_path, behaviour(Next_review="June 2026"), *OTHERS)
    said = a_decision(path, 0, "title", "Behaviour Policy", Said("correct", "Good Conduct"))

    take_in(store, path, decisions=said)

    assert known(store, "Good Conduct")["next"] == "June 2026"
    assert outcomes(take_in(store, path)) == ["held already"] * 4


def test_a_row_is_left_out_if_somebody_says_so(store: Store, tmp_path: Path) -> None:
    path = a_list(tmp_path, BEHAVIOUR, *OTHERS)

    proposal = take_in(store, path, decisions=Decisions(answers={source_of(path, 0): Answer(left_out=True)}))

    assert outcomes(proposal) == ["left out", "new policy", "new policy", "new policy"]


@pytest.mark.parametrize(
    ("said", "outcome", "question"),
    [
        pytest.param("Staff Absence", "completed", None, id="the policy by its title"),
        pytest.param("SA1", "completed", None, id="the policy by its number"),
        pytest.param("new policy", "new policy", None, id="a new one"),
        pytest.param(
            "Pay", "question", "there is no policy called Pay: which of them is it?", id="a policy that is not there"
        ),
    ],
)
def test_somebody_may_say_of_which_policy_a_row_speaks(
    store: Store, tmp_path: Path, said: str, outcome: str, question: str | None
) -> None:
    a_policy(store, "Staff Absence", number="SA1")
    path = a_list(tmp_path, behaviour(Next_review="June 2026"), *OTHERS)

    proposal = take_in(store, path, decisions=Decisions(answers={source_of(path, 0): Answer(policy=said)}))

    assert (row(proposal).outcome, row(proposal).question) == (outcome, question)


def test_where_somebody_filed_a_row_it_stays(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Staff Absence")
    path = a_list(tmp_path, behaviour(Next_review="June 2026"), *OTHERS)
    take_in(store, path, decisions=Decisions(answers={source_of(path, 0): Answer(policy="Staff Absence")}))

    again = take_in(store, path)

    assert (outcomes(again), row(again).title) == (["held already"] * 4, "Staff Absence")


def test_what_is_said_of_a_row_holds_for_its_title_in_another_list(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Staff Absence")
    first = a_list(tmp_path, behaviour(Next_review="June 2026"), *OTHERS)
    second = a_list(tmp_path, *OTHERS, BEHAVIOUR, name="Register of the office.txt")

    proposal = take_in(
        store, first, second, decisions=Decisions(answers={source_of(first, 0): Answer(policy="Staff Absence")})
    )

    assert {one.title for register in proposal.registers for one in register.rows if "Behaviour" in one.listed_as} == {
        "Staff Absence"
    }
    assert outcomes(proposal)[:4] == ["completed", "new policy", "new policy", "new policy"]


def test_what_is_said_of_a_document_holds_for_its_title_in_a_list(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Staff Absence")
    document = a_document(tmp_path, "behaviour.txt", a_text())
    path = a_list(tmp_path, behaviour(Next_review="June 2026"), *OTHERS)
    (text,) = read(document)

    proposal = take_in(
        store, document, path, decisions=Decisions(answers={text.sha256: Answer(policy="Staff Absence")})
    )

    assert (proposal.documents[0].title, row(proposal).title) == ("Behaviour Policy", "Behaviour Policy")
    assert store.rows("SELECT COUNT(*) FROM policy") == [(4,)]


def test_what_is_said_of_a_document_holds_for_another_of_its_title(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Staff Absence", number="SA1")
    one = a_document(tmp_path, "one.txt", a_text(title="Absence of Staff", version="1.0", reviewed="June 2016"))
    other = a_document(
        tmp_path, "other.txt", a_text(title="Absence of Staff", version=None, reviewed="June 2019", body=OTHER_BODY)
    )
    (text,) = read(one)

    proposal = take_in(store, one, other, decisions=Decisions(answers={text.sha256: Answer(policy="SA1")}))

    assert [each.outcome.value for each in proposal.documents] == ["new version", "new version"]
    assert store.rows("SELECT COUNT(*) FROM policy") == [(1,)]


def test_somebody_may_say_to_which_school_a_row_belongs(store: Store, tmp_path: Path) -> None:
    path = a_list(tmp_path, BEHAVIOUR, *OTHERS)

    proposal = take_in(store, path, decisions=Decisions(answers={source_of(path, 0): Answer(school=OTHER_SCHOOL)}))

    assert (row(proposal).school, proposal.schools_added) == (OTHER_SCHOOL, (OTHER_SCHOOL,))
