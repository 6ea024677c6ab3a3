"""A text of a policy that is held is a new version, or a question where nobody can know."""

from dataclasses import replace
from pathlib import Path

import pytest

from policyaudit.store.opening import Store
from policyaudit.usecases.edit_version import edit_version
from policyaudit.usecases.import_documents import propose_import
from policyaudit.usecases.import_plan import Outcome, numbers_in
from policyaudit.usecases.import_schools import ImportOptions
from policyaudit.usecases.list_policies import list_policies
from policyaudit.usecases.policies import withdraw_policy
from policyaudit.usecases.show_policy import PolicyPage, show_policy
from policyaudit.usecases.show_versions import show_version
from tests.factories import RECORDING, TODAY, a_document, a_policy, read, when
from tests.usecases.importing import BODY, OTHER_BODY, a_text, bring_in, outcomes


def page(store: Store, typed: str = "Behaviour") -> PolicyPage:
    return show_policy(store, typed, as_of=TODAY)


def versions(store: Store) -> list[tuple[str | None, str]]:
    return [(line.label, line.kind) for line in reversed(page(store).versions)]


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

    bring_in(store, tmp_path, a_text())

    assert outcomes(bring_in(store, tmp_path, older, prefix="later")) == ["new version"]

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


def test_older_text_lends_no_date_to_the_text_in_force(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, a_text(reviewed=None, next_review=None, Approved_on="1 September 2026"))

    older = a_text(version="0.9", reviewed="September 2023", next_review="September 2024", body=OTHER_BODY)
    assert outcomes(bring_in(store, tmp_path, older, prefix="later")) == ["new version"]

    assert (page(store).policy.last_reviewed, page(store).policy.next_review) == (None, None)


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
    bring_in(store, tmp_path, a_text())

    proposal = bring_in(store, tmp_path, second, prefix="later")

    assert [document.question for document in proposal.documents] == [question]
    assert outcomes(proposal) == ["question"]
    assert versions(store) == [("1.0", "first")]


@pytest.mark.parametrize("title", ["BEHAVIOUR POLICY", None], ids=["doubtful title", "title of the file's name only"])
def test_doubtful_title_alone_attaches_a_text_to_no_policy(store: Store, tmp_path: Path, title: str | None) -> None:
    bring_in(store, tmp_path, a_text())

    (document,) = read(a_document(tmp_path, "Behaviour Policy.txt", a_text(title=title, version=None, body=OTHER_BODY)))
    doubted = replace(document.header.title, confidence=0.72) if document.header.title else None
    proposal = propose_import(
        store, [replace(document, header=replace(document.header, title=doubted))], options=ImportOptions()
    )

    assert [(one.outcome, one.question) for one in proposal.documents] == [
        (Outcome.QUESTION, "its title is doubtful and its text is another: does it belong to Behaviour Policy?")
    ]


def test_doubtful_title_beside_the_policys_number_is_not_kept(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, a_text(Policy_number="PS1"))
    later = a_text(title="Behaving Well", version="2.0", reviewed="June 2020", body=OTHER_BODY, Policy_number="PS1")
    (document,) = read(a_document(tmp_path, "later.txt", later))
    assert document.header.title is not None
    doubted = replace(document.header, title=replace(document.header.title, confidence=0.72))

    (proposed,) = propose_import(store, [replace(document, header=doubted)], options=ImportOptions()).documents

    assert (proposed.outcome, proposed.title) == (Outcome.NEW_VERSION, "Behaviour Policy")
    assert "title" not in [value.field for value in proposed.values]


def test_title_of_two_policies_needs_a_number(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, a_text(Policy_number="PS1"), a_text(Policy_number="ST4", body=OTHER_BODY))

    proposal = bring_in(store, tmp_path, a_text(version="2.0", reviewed="June 2020"), prefix="later")

    assert [document.question for document in proposal.documents] == [
        "2 policies are called Behaviour Policy, and it states no number: which of them is it?"
    ]


def test_raised_figure_in_a_label_is_no_number() -> None:
    assert (numbers_in("3²"), numbers_in("v1.10")) == ((), (1, 10))


def test_a_version_of_no_known_day_is_in_no_others_way(store: Store, tmp_path: Path) -> None:
    newer = a_text(version="2.0", reviewed="June 2017", next_review="June 2018", body=OTHER_BODY)
    bring_in(store, tmp_path, a_text(), newer)

    edit_version(store, "Behaviour", "2.0", label=None, in_force_from=when("July 2017"), school=None, **RECORDING)

    shown = show_version(store, "Behaviour", "2.0", as_of=TODAY).version
    assert shown.in_force_from == when("July 2017")
