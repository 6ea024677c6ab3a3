"""A document is filed under the school that it names; one that is not there is asked or added."""

from dataclasses import replace
from pathlib import Path

import pytest

from policyaudit.domain.naming import NoSuchName
from policyaudit.store.opening import Store
from policyaudit.usecases.due import due
from policyaudit.usecases.import_documents import accept_import, propose_import
from policyaudit.usecases.import_plan import Outcome
from policyaudit.usecases.import_schools import ImportOptions
from policyaudit.usecases.list_policies import list_policies
from policyaudit.usecases.show_policy import PolicyPage, show_policy
from tests.factories import RECORDING, SCHOOL, TODAY, a_document, a_school, read
from tests.usecases.importing import OTHER_BODY, a_text, bring_in, outcomes


def page(store: Store, typed: str = "Behaviour") -> PolicyPage:
    return show_policy(store, typed, as_of=TODAY)


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


def test_document_that_may_name_a_school_we_ask_about_is_asked_about_too(store: Store, tmp_path: Path) -> None:
    certain, doubtful = read(
        a_document(tmp_path, "a.txt", a_text(school="Oakhanger Primary School")),
        a_document(tmp_path, "b.txt", a_text(school="Oakhanger Primary School", title="Attendance", body=OTHER_BODY)),
    )
    named = doubtful.header.organisation
    assert named is not None
    unsure = replace(doubtful, header=replace(doubtful.header, organisation=replace(named, confidence=0.6)))

    proposal = propose_import(store, [unsure, certain], options=ImportOptions())

    asked = "it names Oakhanger Primary School, which this register does not hold"
    assert [document.question for document in proposal.documents] == [asked, asked]


def test_document_without_a_school_beside_one_we_ask_about_goes_to_the_first(store: Store, tmp_path: Path) -> None:
    asked = a_text(school="Oakhanger Primary School")
    nameless = a_text(school=None, title="Attendance Policy", body=OTHER_BODY)

    proposal = bring_in(store, tmp_path, asked, nameless)

    assert [(one.outcome, one.school) for one in proposal.documents] == [
        (Outcome.QUESTION, None),
        (Outcome.NEW_POLICY, SCHOOL),
    ]


@pytest.mark.parametrize("add_schools", [True, False], ids=["of several schools", "of one school"])
def test_school_that_is_named_perhaps_is_asked_where_there_are_several(
    store: Store, tmp_path: Path, *, add_schools: bool
) -> None:
    (document,) = read(a_document(tmp_path, "a.txt", a_text(school="Oakhanger Primary School")))
    named = document.header.organisation
    assert named is not None
    unsure = replace(document, header=replace(document.header, organisation=replace(named, confidence=0.6)))

    (proposed,) = propose_import(store, [unsure], options=ImportOptions(add_schools=add_schools)).documents

    if add_schools:
        assert proposed.question == "it may be of Oakhanger Primary School, which this register does not hold"
    else:
        assert (proposed.school, [value.field for value in proposed.waiting]) == (SCHOOL, ["organisation"])
