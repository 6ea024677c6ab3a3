"""A folder of documents is filed by what the documents say; what nobody can know is asked, and nothing comes twice."""

from dataclasses import replace
from pathlib import Path

import pytest

from policyaudit.domain.naming import NoSuchName
from policyaudit.store.opening import Store
from policyaudit.usecases.due import due
from policyaudit.usecases.import_documents import ImportProposal, accept_import, propose_import
from policyaudit.usecases.import_plan import Outcome
from policyaudit.usecases.import_schools import ImportOptions
from policyaudit.usecases.list_policies import list_policies
from policyaudit.usecases.policies import withdraw_policy
from policyaudit.usecases.read_folder import FoundFile, PassedOver, UnreadDocument
from policyaudit.usecases.show_policy import PolicyPage, show_policy
from tests.factories import RECORDING, SCHOOL, TODAY, a_document, a_person, a_policy, a_school, a_version, read, when
from tests.usecases.importing import BODY, OTHER_BODY, a_text, bring_in, outcomes


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


# New versions


def test_newer_text_is_a_new_version_and_its_dates_count(store: Store, tmp_path: Path) -> None:
    newer = a_text(version="2.0", reviewed="June 2020", next_review="June 2021", body=BODY.replace("must", "should"))

    assert outcomes(bring_in(store, tmp_path, a_text(), newer)) == ["new policy", "new version"]

    assert versions(store) == [("1.0", "first"), ("2.0", "material")]
    assert page(store).versions[0].reason == "an obligation changed: should"
    assert (page(store).policy.last_reviewed, page(store).policy.next_review) == (when("June 2020"), when("June 2021"))


def test_newer_text_that_states_no_next_review_leaves_none(store: Store, tmp_path: Path) -> None:
    newer = a_text(version="2.0", reviewed="June 2020", next_review=None)

    bring_in(store, tmp_path, a_text(), newer)

    assert page(store).policy.next_review is None


def test_older_text_goes_before_and_changes_no_date(store: Store, tmp_path: Path) -> None:
    older = a_text(version="0.9", reviewed="June 2010", next_review="June 2011", Policy_number="PS1")

    assert outcomes(bring_in(store, tmp_path, a_text(), older)) == ["new policy", "new version"]

    assert versions(store) == [("0.9", "first"), ("1.0", "material")]
    assert (page(store).policy.next_review, page(store).policy.number) == (when("June 2017"), "PS1")


def test_only_spelling_and_the_version_itself_make_a_minor_version(store: Store, tmp_path: Path) -> None:
    newer = a_text(
        version="1.10", reviewed="June 2020", next_review="June 2021", body=BODY.replace("behaves", "behave")
    )

    bring_in(store, tmp_path, a_text(version="1.9"), newer)

    assert versions(store) == [("1.9", "first"), ("1.10", "minor")]
    assert page(store).versions[0].reason == "only spelling, punctuation or layout changed"


def test_date_alone_puts_texts_in_order(store: Store, tmp_path: Path) -> None:
    proposal = bring_in(
        store,
        tmp_path,
        a_text(version=None),
        a_text(version=None, reviewed="June 2020", next_review=None, body=OTHER_BODY),
    )

    assert outcomes(proposal) == ["new policy", "new version"]


def test_policy_without_a_version_gets_its_first(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Behaviour")

    assert outcomes(bring_in(store, tmp_path, a_text())) == ["new version"]
    assert versions(store) == [("1.0", "first")]


def test_policy_is_known_by_its_number_whatever_its_title(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, a_text(Policy_number="PS1"))

    newer = a_text(title="Conduct Policy", version="2.0", reviewed="June 2020", body=OTHER_BODY, Policy_number="PS1")
    proposal = bring_in(store, tmp_path, newer, prefix="later")

    assert outcomes(proposal) == ["new version"]
    assert [policy.title for policy in list_policies(store, as_of=TODAY).policies] == ["Conduct Policy"]


def test_two_policies_of_one_title_and_other_numbers_are_two(store: Store, tmp_path: Path) -> None:
    proposal = bring_in(store, tmp_path, a_text(Policy_number="PS1"), a_text(Policy_number="ST4", body=OTHER_BODY))

    assert outcomes(proposal) == ["new policy", "new policy"]


def test_withdrawn_policy_is_not_brought_back(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, a_text())
    withdraw_policy(store, "Behaviour", on=TODAY, reason=None, school=None, **RECORDING)

    newer = a_text(version="2.0", reviewed="June 2020")
    assert outcomes(bring_in(store, tmp_path, newer, prefix="later")) == ["new policy"]


# Questions


@pytest.mark.parametrize(
    ("second", "question"),
    [
        pytest.param(
            a_text(body=OTHER_BODY),
            "it calls itself version 1.0 as one we hold does, but its text is another",
            id="one label, two texts",
        ),
        pytest.param(
            a_text(body=BODY.replace("Parents are told", "Families are told")),
            "it is nearly the text we hold and has no version of its own: is it a new version, or a copy?",
            id="nearly the same words",
        ),
        pytest.param(
            a_text(version=None, reviewed=None, next_review=None, body=OTHER_BODY),
            "neither its version nor its dates say whether it is older or newer than the text we hold",
            id="no order",
        ),
        pytest.param(
            a_text(version="2.0", reviewed="June 2010", body=OTHER_BODY),
            "neither its version nor its dates say whether it is older or newer than the text we hold",
            id="label and date disagree",
        ),
    ],
)
def test_what_the_texts_do_not_say_is_asked_and_not_recorded(
    store: Store, tmp_path: Path, second: str, question: str
) -> None:
    proposal = bring_in(store, tmp_path, a_text(), second)

    assert [document.question for document in proposal.documents] == [None, question]
    assert outcomes(proposal) == ["new policy", "question"]
    assert versions(store) == [("1.0", "first")]


# Schools


def test_unknown_school_is_a_question(store: Store, tmp_path: Path) -> None:
    proposal = bring_in(store, tmp_path, a_text(school="Oakhanger Primary School"))

    (document,) = proposal.documents
    assert (document.outcome, document.school) == (Outcome.QUESTION, None)
    assert document.question == "it names Oakhanger Primary School, which this register does not hold"
    assert list_policies(store, as_of=TODAY).policies == ()


def test_unknown_school_is_added_where_one_asks_so(store: Store, tmp_path: Path) -> None:
    proposal = bring_in(
        store,
        tmp_path,
        a_text(school="Oakhanger Primary School"),
        a_text(school="The Oakhanger Primary School", title="Attendance Policy", body=OTHER_BODY),
        add_schools=True,
    )

    assert proposal.schools_added == ("Oakhanger Primary School",)
    listed = [(policy.title, policy.school) for policy in list_policies(store, as_of=TODAY).policies]
    assert listed == [
        ("Attendance Policy", "Oakhanger Primary School"),
        ("Behaviour Policy", "Oakhanger Primary School"),
    ]


def test_everything_is_filed_under_the_school_that_is_named(store: Store, tmp_path: Path) -> None:
    a_school(store, "Oakhanger Primary School")

    proposal = bring_in(
        store,
        tmp_path,
        a_text(),
        a_text(school="Oakhanger Primary School", title="Attendance Policy", body=OTHER_BODY),
        school="Oakhanger",
    )

    assert [document.school for document in proposal.documents] == ["Oakhanger Primary School"] * 2
    assert [document.question for document in proposal.documents] == [f"it names another school, {SCHOOL}", None]


def test_school_that_is_named_must_be_there(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NoSuchName):
        bring_in(store, tmp_path, a_text(), school="Nowhere")


def test_name_of_the_trust_is_its_first_schools(empty_store: Store, tmp_path: Path) -> None:
    a_school(empty_store, trust="Quill Academy Trust")

    proposal = bring_in(empty_store, tmp_path, a_text(school="Quill Academy Trust"))

    assert [(document.outcome, document.school) for document in proposal.documents] == [(Outcome.NEW_POLICY, SCHOOL)]


def test_document_that_names_no_school_goes_to_the_first(store: Store, tmp_path: Path) -> None:
    a_school(store, "Oakhanger Primary School")

    proposal = bring_in(store, tmp_path, a_text(school=None))

    assert [document.school for document in proposal.documents] == [SCHOOL]


def test_fuller_form_of_a_nameless_text_is_known_again(store: Store, tmp_path: Path) -> None:
    nameless = a_text(school=None, title=None, reviewed=None, next_review=None)
    bring_in(store, tmp_path, nameless)

    fuller = a_text(school="Oakhanger Primary School", reviewed=None, next_review=None)
    (document,) = read(a_document(tmp_path, "fuller.txt", fuller))
    other = replace(document, text=replace(document.text, media_type="application/pdf"))
    proposal = accept_import(store, [other], options=ImportOptions(add_schools=True), **RECORDING)

    assert outcomes(proposal) == ["another form"]
    assert page(store).policy.title == "Behaviour Policy"
    assert due(store, as_of=TODAY).values_waiting == 0


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
