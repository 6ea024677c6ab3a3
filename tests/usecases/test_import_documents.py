"""A folder of documents is filed by what the documents say; what nobody can know is asked, and nothing comes twice."""

from dataclasses import replace
from pathlib import Path

from policyaudit.store.opening import Store
from policyaudit.usecases.due import due
from policyaudit.usecases.import_documents import accept_import, propose_import
from policyaudit.usecases.import_plan import Outcome
from policyaudit.usecases.import_proposal import ImportProposal
from policyaudit.usecases.import_schools import ImportOptions
from policyaudit.usecases.read_folder import FoundFile, PassedOver, UnreadDocument
from policyaudit.usecases.show_policy import PolicyPage, show_policy
from tests.factories import RECORDING, TODAY, a_document, a_person, a_policy, a_version, read, when
from tests.usecases.importing import OTHER_BODY, a_text, bring_in, outcomes


def page(store: Store, typed: str = "Behaviour") -> PolicyPage:
    return show_policy(store, typed, as_of=TODAY)


def versions(store: Store) -> list[tuple[str | None, str]]:
    return [(line.label, line.kind) for line in reversed(page(store).versions)]


# A new policy


def test_document_becomes_a_policy_with_what_it_states(store: Store, tmp_path: Path) -> None:
    text = a_text(
        Policy_number="PS1",
        Responsible_officer="Headteacher",
        Committee="Resources Committee",
        Approved_by="Full governing board on 12 June 2016",
        Review_cycle="annually",
    )

    proposal = bring_in(store, tmp_path, text)

    shown = page(store)
    policy, (version,) = shown.policy, shown.versions
    assert outcomes(proposal) == ["new policy"]
    assert (policy.title, policy.number, policy.responsible_officer, policy.committee) == (
        "Behaviour Policy",
        "PS1",
        "Headteacher",
        "Resources Committee",
    )
    assert (policy.last_reviewed, policy.next_review) == (when("June 2016"), when("June 2017"))
    assert shown.cycle is not None
    assert shown.cycle.months == 12
    assert (version.label, version.in_force_from, version.reason) == (
        "1.0",
        when("12 June 2016"),
        "read from a document",
    )
    assert [str(review.reviewed) for review in shown.reviews] == ["June 2016"]
    assert [approval.committee for approval in shown.approvals] == ["Full governing board"]


def test_each_value_says_where_it_was_read(store: Store, tmp_path: Path) -> None:
    proposal = bring_in(store, tmp_path, a_text())

    (value,) = [value for value in page(store).values if value.field == "next_review"]
    assert (value.value, value.state, value.file_name, value.line) == ("June 2017", "recorded", "doc-0.txt", 6)
    assert value.evidence == "Date of next review: June 2017"
    assert proposal.values_waiting == 0


def test_without_a_title_the_files_name_stands_for_it_and_waits(store: Store, tmp_path: Path) -> None:
    proposal = bring_in(store, tmp_path, a_text(title=None), prefix="lunch_time-rules")

    assert [document.title for document in proposal.documents] == ["lunch time rules 0"]
    assert proposal.values_waiting == 1
    assert due(store, as_of=TODAY).values_waiting == 1


def test_doubtful_value_waits_and_does_not_count(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, a_text(next_review="31 June 2017", Review_cycle="bi-annually"))

    assert page(store).policy.next_review is None


def test_approver_who_is_no_body_is_kept_by_name(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, a_text(Approved_by="Headteacher"))

    (approval,) = page(store).approvals
    assert (approval.committee, approval.approver, approval.approved) == (None, "Headteacher", None)


def test_committee_that_approved_is_the_policys_where_no_other_is_named(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, a_text(Approved_by="Pupils and Curriculum Committee"))

    assert page(store).policy.committee == "Pupils and Curriculum Committee"


def test_officer_who_is_in_the_register_is_not_added_again(store: Store, tmp_path: Path) -> None:
    a_person(store, "Ada Inkwell")

    bring_in(
        store,
        tmp_path,
        a_text(Person_responsible="Ada Inkwell, Headteacher"),
        a_text(title="Attendance Policy", body=OTHER_BODY, Person_responsible="Ada Inkwell, Headteacher"),
    )

    assert store.rows("SELECT COUNT(*) FROM person") == [(1,)]
    assert store.rows("SELECT title FROM post") == [("Headteacher",)]
    assert page(store).policy.responsible_officer == "Ada Inkwell, Headteacher"


# Nothing twice


def test_same_bytes_are_recorded_once(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, a_text())
    before = store.rows("SELECT COUNT(*) FROM policy")

    assert outcomes(bring_in(store, tmp_path, a_text())) == ["held already"]
    assert outcomes(bring_in(store, tmp_path, a_text(), a_text(), prefix="copy")) == ["held already"] * 2
    assert store.rows("SELECT COUNT(*) FROM policy") == before


def test_same_words_saved_again_are_another_form(store: Store, tmp_path: Path) -> None:
    proposal = bring_in(store, tmp_path, a_text(), a_text().replace("\n\n", "\n\n\n"))

    assert outcomes(proposal) == ["new policy", "another form"]
    assert page(store).versions[0].files == ("doc-0.txt", "doc-1.txt")


def test_another_form_fills_what_was_missing_and_changes_nothing_else(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, a_text(next_review=None, Review_cycle="annually", Policy_number="PS1"))

    form = a_text(next_review="June 2018", Review_cycle="every two years", Responsible_officer="Headteacher")
    assert outcomes(_other_format(store, tmp_path, form)) == ["another form"]

    shown = page(store)
    assert shown.policy.responsible_officer == "Headteacher"
    assert shown.cycle is not None
    assert shown.cycle.months == 12
    assert (shown.policy.number, str(shown.policy.next_review)) == ("PS1", "June 2018")
    assert len(shown.reviews) == 1


def _other_format(store: Store, folder: Path, text: str) -> ImportProposal:
    """The same document as a file of another type."""
    (document,) = read(a_document(folder, "form.txt", text))
    other = replace(document, text=replace(document.text, media_type="application/pdf"))
    return accept_import(store, [other], options=ImportOptions(), **RECORDING)


def test_what_a_later_import_finds_is_held_against_every_form_of_every_version(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Behaviour")
    a_version(store, label="0.9", in_force="June 2015")
    bring_in(store, tmp_path, a_text(), a_text().replace("\n\n", "\n\n\n"))

    again = a_text().replace("\n\n", "\n \n")

    assert outcomes(bring_in(store, tmp_path, again, prefix="later")) == ["another form"]
    assert versions(store) == [("0.9", "first"), ("1.0", "material")]


# What is kept beside


def test_log_of_versions_and_what_the_law_asks_are_kept_as_they_are_read(store: Store, tmp_path: Path) -> None:
    log = "Version history\nVersion\tDate\tChange\n1\t6 May 2018\tInitial issue\n2\t\tSpelling corrections\n"

    bring_in(store, tmp_path, f"{a_text(version=None, Statutory='Yes')}\n{log}")

    kept = {(value.field, value.value) for value in page(store).values}
    assert ("version_history", "1 – 6 May 2018 – Initial issue") in kept
    assert ("version_history", "2 – Spelling corrections") in kept


# Files


def test_file_that_cannot_be_read_stops_nothing(store: Store, tmp_path: Path) -> None:
    unread = UnreadDocument("broken.pdf", "broken.pdf is empty", "ask for the file again")
    documents: list[FoundFile] = [unread, PassedOver("a.jpg"), *read(a_document(tmp_path, "policy.txt", a_text()))]

    proposal = propose_import(store, documents, options=ImportOptions())

    assert outcomes(proposal) == ["not read", "passed over", "new policy"]
    assert proposal.count(Outcome.UNREAD) == 1
    assert (proposal.documents[0].question, proposal.documents[0].next_step) == (
        "broken.pdf is empty",
        "ask for the file again",
    )


def test_proposal_changes_nothing(store: Store, tmp_path: Path) -> None:
    before = store.rows("SELECT COUNT(*) FROM journal")

    propose_import(store, read(a_document(tmp_path, "policy.txt", a_text())), options=ImportOptions())

    assert store.rows("SELECT COUNT(*) FROM journal") == before
