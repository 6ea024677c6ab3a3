"""A list and the documents of its policies, together or one after the other."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from policyaudit.store.opening import Store
from policyaudit.usecases.confirm_rulings import Asked, settle_as_asked
from policyaudit.usecases.import_decisions import Decisions, Said, ValueKey
from policyaudit.usecases.read_folder import ReadDocument
from policyaudit.usecases.show_policy import show_policy
from tests.factories import (
    RECORDING,
    TODAY,
    a_document,
    a_policy,
    a_value_that_waits,
)
from tests.usecases.importing import OTHER_BODY, a_text
from tests.usecases.listing import (
    APPROVED,
    APPROVING,
    OTHERS,
    a_list,
    behaviour,
    found,
    known,
    outcomes,
    row,
    take_in,
    waiting,
)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["folder and list", "list and folder"])
def test_folder_and_list_fill_the_register_in_one_command(store: Store, tmp_path: Path, order: tuple[int, int]) -> None:
    document = a_document(tmp_path / "policies", "behaviour.txt", a_text(next_review="June 2026", reviewed="June 2025"))
    paths = [document, a_list(tmp_path, behaviour(Owner="Bursar", Next_review="June 2027"), *OTHERS)]

    proposal = take_in(store, *(paths[place] for place in order))

    assert outcomes(proposal) == ["contradiction", "new policy", "new policy", "new policy"]
    assert (known(store)["next"], known(store)["officer"]) == ("June 2026", "Bursar")
    assert waiting(store) == {"next_review": "June 2027"}


TEXTS = {
    "one text": [a_text(version="1.0", reviewed="June 2016", next_review="June 2017")],
    "an older text that comes later": [
        a_text(version="2.0", reviewed="June 2020", next_review="June 2021"),
        a_text(version="1.0", reviewed="June 2016", next_review="June 2017", Responsible_officer="Headteacher"),
    ],
    "a newer text without a date": [
        a_text(version="1.0", reviewed="June 2016", next_review="June 2017", Approved_by="Full governing board"),
        a_text(version="2.0", reviewed="June 2020", next_review=None, Approved_on="1 July 2020", Approved_by="Head"),
    ],
    "another form of a text": [
        a_text(version="1.0", reviewed="June 2016", next_review=None),
        a_text(version="1.0", reviewed="June 2016", next_review="June 2017", Review_cycle="annually"),
    ],
    "an approval": [a_text(version="1.0", Approved_on="1 July 2016", Approved_by="Governing body", reviewed=None)],
    "a number": [a_text(version="1.0", Policy_number="BE1", Committee="Pupils Committee")],
}


@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(
    "said",
    [
        behaviour(Next_review="June 2017", Last_review="June 2016", No="BE1"),
        behaviour(Next_review="June 2021", Last_review="June 2020", Owner="Headteacher", Committee="FGB"),
    ],
    ids=["as the older says", "as the newer says"],
)
def test_what_is_proposed_beside_documents_is_what_is_recorded(
    store: Store, tmp_path: Path, texts: Sequence[str], said: tuple[str, ...]
) -> None:
    paths = [a_document(tmp_path, f"{place}.txt", text) for place, text in enumerate(texts)]
    listed = a_list(tmp_path, said, *OTHERS)

    together = take_in(store, *paths, listed)  # which compares proposal and record

    assert outcomes(take_in(store, *paths, listed)) == ["held already"] * 4
    assert len(outcomes(together)) == 4


def test_what_a_document_says_perhaps_and_the_list_for_certain_counts(store: Store, tmp_path: Path) -> None:
    a_policy(store)
    a_value_that_waits(store, "policy_number", "BE1")
    a_value_that_waits(store, "responsible_officer", "Bursar")

    proposal = take_in(store, a_list(tmp_path, behaviour(No="BE1", Owner="Headteacher"), *OTHERS))

    assert (outcomes(proposal)[0], known(store)["number"], known(store)["officer"]) == (
        "completed",
        "BE1",
        "Headteacher",
    )
    assert waiting(store) == {"responsible_officer": "Bursar"}


def test_an_older_text_beside_the_list_only_fills_what_is_missing(store: Store, tmp_path: Path) -> None:
    newer = a_text(version="2.0", reviewed="June 2020", next_review="June 2021")
    take_in(store, a_document(tmp_path, "new.txt", newer))
    older = a_text(version="1.0", reviewed="June 2016", next_review="June 2017", Review_cycle="annually")
    listed = a_list(tmp_path, behaviour(Next_review="June 2021", Review_cycle="annually", Owner="Bursar"), *OTHERS)

    proposal = take_in(store, a_document(tmp_path, "old.txt", older), listed)

    assert {value.field for value in row(proposal).values} == {"responsible_officer"}


def test_another_form_of_a_text_beside_the_list_fills_the_same(store: Store, tmp_path: Path) -> None:
    text = a_text(next_review="June 2017", Approved_on="1 July 2016")
    take_in(store, a_document(tmp_path, "one.txt", text))
    other = a_document(tmp_path, "saved again.txt", text.replace("\n\n", "\n\n\n"))

    proposal = take_in(store, other, a_list(tmp_path, behaviour(Next_review="June 2018"), *OTHERS))

    assert (proposal.documents[0].outcome, outcomes(proposal)[0]) == ("another form", "contradiction")


def test_a_folder_that_comes_after_the_list_completes_what_the_list_says(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, behaviour(Owner="Bursar", Next_review="June 2026"), *OTHERS))
    text = a_text(reviewed="June 2025", next_review=None, Approved_on="1 July 2025", Approved_by="FGB")

    take_in(store, a_document(tmp_path, "behaviour.txt", text))

    page = show_policy(store, "Behaviour", as_of=TODAY)
    assert (known(store)["next"], known(store)["last"], known(store)["officer"]) == ("June 2026", "June 2025", "Bursar")
    assert [version.label for version in page.versions] == ["1.0"]
    assert [str(approval.approved) for approval in page.approvals] == ["1 July 2025"]


def test_a_text_that_comes_after_the_list_and_contradicts_it_waits(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, behaviour(Last_review="June 2025", Next_review="June 2026"), *OTHERS))
    path = a_document(tmp_path, "behaviour.txt", a_text(reviewed="June 2022", next_review="June 2024"))

    proposal = take_in(store, path)

    waits = {value.field: (value.value, value.others) for value in proposal.documents[0].waiting}
    assert waits == {"last_reviewed": ("June 2022", ("June 2025",)), "next_review": ("June 2024", ("June 2026",))}
    assert (known(store)["last"], known(store)["next"]) == ("June 2025", "June 2026")
    settle_as_asked(store, "Behaviour", Asked(accept=("next-review",)), school=None, today=TODAY, **RECORDING)
    assert known(store)["next"] == "June 2024"


def test_the_texts_of_several_policies_may_contradict_one_list(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, behaviour(Next_review="June 2026"), *OTHERS))
    behaves = a_document(tmp_path, "behaviour.txt", a_text(next_review="June 2024"))
    attends = a_document(
        tmp_path,
        "attendance.txt",
        a_text(title="Attendance Policy", reviewed=None, next_review="June 2023", body=OTHER_BODY),
    )

    proposal = take_in(store, behaves, attends)

    waits = [{value.field: value.value for value in document.waiting} for document in proposal.documents]
    assert waits == [{"next_review": "June 2024"}, {"next_review": "June 2023"}]


def test_somebody_may_rule_that_the_text_is_right(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, behaviour(Next_review="June 2026"), *OTHERS))
    path = a_document(tmp_path, "behaviour.txt", a_text(reviewed=None, next_review="June 2024"))
    (document,) = found(path)
    assert isinstance(document, ReadDocument)
    said = Decisions(values={ValueKey(document.sha256, "next_review", "June 2024"): Said("accept")})

    take_in(store, path, decisions=said)

    assert (known(store)["next"], waiting(store)) == ("June 2024", {})


def test_a_text_fills_the_version_that_the_list_names(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, ("Behaviour", "FGB", "1 July 2025", "2.1", "Yes"), *APPROVED, heading=APPROVING))
    text = a_text(version="2.1", reviewed="June 2025", next_review="June 2026", Approved_on="1 July 2025")

    proposal = take_in(store, a_document(tmp_path, "behaviour.txt", text))

    (version,) = show_policy(store, "Behaviour", as_of=TODAY).versions
    assert (proposal.documents[0].outcome, version.label) == ("another form", "2.1")
    assert (known(store)["last"], known(store)["next"]) == ("June 2025", "June 2026")
    page = show_policy(store, "Behaviour", as_of=TODAY)
    assert ([str(one.reviewed) for one in page.reviews], len(page.approvals)) == (["June 2025"], 1)


def test_a_newer_text_than_that_of_the_list_is_a_version_of_its_own(store: Store, tmp_path: Path) -> None:
    take_in(store, a_list(tmp_path, ("Behaviour", "FGB", "1 July 2022", "2.1", "Yes"), *APPROVED, heading=APPROVING))
    text = a_text(version="3.0", reviewed=None, next_review=None, Approved_on="1 July 2025")

    take_in(store, a_document(tmp_path, "behaviour.txt", text))

    labels = [version.label for version in show_policy(store, "Behaviour", as_of=TODAY).versions]
    assert labels == ["3.0", "2.1"]
