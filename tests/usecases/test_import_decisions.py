"""What somebody decides of a proposal is what is recorded: of each value, and of where a document belongs."""

from dataclasses import replace
from pathlib import Path

import pytest

from policyaudit.errors import AuditError
from policyaudit.reading.evidence import Reading
from policyaudit.store.opening import Store
from policyaudit.usecases.import_decisions import NEW_POLICY, Answer, Decisions, Said, ValueKey
from policyaudit.usecases.import_documents import accept_import, propose_import
from policyaudit.usecases.import_plan import Asks
from policyaudit.usecases.import_proposal import ImportProposal, ProposedDocument
from policyaudit.usecases.import_schools import ImportOptions
from policyaudit.usecases.read_folder import ReadDocument
from policyaudit.usecases.show_policy import PolicyPage, show_policy
from tests.factories import BY, RECORDING, TODAY, a_document, a_policy, a_school, a_version, read
from tests.usecases.importing import BODY, OTHER_BODY, a_text, bring_in

DOUBT = 0.6


def page(store: Store, typed: str = "Behaviour") -> PolicyPage:
    return show_policy(store, typed, as_of=TODAY)


def a_reading(folder: Path, text: str, *doubtful: str, name: str = "new.txt") -> ReadDocument:
    """A document of which these fields are doubtful."""
    (document,) = read(a_document(folder, name, text))
    readings: dict[str, Reading[str]] = {field: getattr(document.header, field) for field in doubtful}
    changed = {field: replace(reading, confidence=DOUBT) for field, reading in readings.items()}
    return replace(document, header=replace(document.header, **changed))  # type: ignore[arg-type] # the fields' own


def imported(store: Store, *documents: ReadDocument, decisions: Decisions | None = None) -> ImportProposal:
    """Imports the documents with these decisions; the proposal said the same before."""
    decided = decisions or Decisions()
    proposed = propose_import(store, documents, options=ImportOptions(), decisions=decided)
    recorded = accept_import(store, documents, options=ImportOptions(), decisions=decided, **RECORDING)
    assert recorded == proposed
    return recorded


def said(document: ReadDocument, field: str, value: str, word: Said) -> Decisions:
    return Decisions(values={ValueKey(document.sha256, field, value): word})


def answered(document: ReadDocument, answer: Answer) -> Decisions:
    return Decisions(answers={document.sha256: answer})


def only(proposal: ImportProposal) -> ProposedDocument:
    (document,) = proposal.documents
    return document


# Values


def test_accepted_value_counts_and_says_who_accepted_it(store: Store, tmp_path: Path) -> None:
    document = a_reading(tmp_path, a_text(), "next_review")

    proposal = imported(store, document, decisions=said(document, "next_review", "June 2017", Said("accept")))

    (value,) = [value for value in page(store).values if value.field == "next_review"]
    assert (value.state, value.settled_by, value.confidence) == ("confirmed", BY, 60)
    assert (str(page(store).policy.next_review), only(proposal).next_review) == ("June 2017", "June 2017")
    assert proposal.values_waiting == 0


def test_corrected_value_counts_in_place_of_what_was_read(store: Store, tmp_path: Path) -> None:
    document = a_reading(tmp_path, a_text(), "next_review")

    proposal = imported(
        store, document, decisions=said(document, "next_review", "June 2017", Said("correct", "July 2018"))
    )

    (value,) = [value for value in page(store).values if value.field == "next_review"]
    assert (value.value, value.state, value.corrected_to) == ("June 2017", "corrected", "July 2018")
    assert (str(page(store).policy.next_review), only(proposal).next_review) == ("July 2018", "July 2018")


def test_correction_by_the_same_words_is_an_acceptance(store: Store, tmp_path: Path) -> None:
    document = a_reading(tmp_path, a_text(), "next_review")

    imported(store, document, decisions=said(document, "next_review", "June 2017", Said("correct", "june 2017")))

    assert [value.state for value in page(store).values if value.field == "next_review"] == ["confirmed"]


def test_certain_value_can_be_corrected_and_skipped_and_needs_no_acceptance(store: Store, tmp_path: Path) -> None:
    document = a_reading(tmp_path, a_text(Policy_number="PS1", Responsible_officer="Headteacher"))
    words = {
        ValueKey(document.sha256, "policy_number", "PS1"): Said("correct", "PS2"),
        ValueKey(document.sha256, "next_review", "June 2017"): Said("skip"),
        ValueKey(document.sha256, "responsible_officer", "Headteacher"): Said("accept"),
    }

    proposal = imported(store, document, decisions=Decisions(values=words))

    states = {value.field: value.state for value in page(store).values}
    assert (page(store).policy.number, page(store).policy.next_review) == ("PS2", None)
    assert (states["policy_number"], states["next_review"], states["responsible_officer"]) == (
        "corrected",
        "waiting",
        "recorded",
    )
    assert proposal.values_waiting == 1


def test_doubtful_values_are_accepted_from_a_confidence_on(store: Store, tmp_path: Path) -> None:
    document = a_reading(tmp_path, a_text(Responsible_officer="Headteacher"), "next_review", "responsible_officer")
    both = propose_import(store, [document], options=ImportOptions(), decisions=Decisions(accept_from=60))
    none = propose_import(store, [document], options=ImportOptions(), decisions=Decisions(accept_from=61))

    assert (both.values_waiting, none.values_waiting) == (0, 2)


def test_what_means_two_things_waits_until_somebody_says_which(store: Store, tmp_path: Path) -> None:
    document = a_reading(tmp_path, a_text(Review_cycle="bi-annually"))

    asked = propose_import(store, [document], options=ImportOptions(), decisions=Decisions(accept_from=0))
    with pytest.raises(AuditError, match="'bi-annually' cannot be used as a review cycle"):
        imported(store, document, decisions=said(document, "review_frequency", "bi-annually", Said("accept")))
    word = Said("correct", "every two years")
    imported(store, document, decisions=said(document, "review_frequency", "bi-annually", word))

    assert [value.field for value in only(asked).waiting] == ["review_frequency"]
    cycle = page(store).cycle
    assert cycle is not None
    assert cycle.months == 24


def test_title_that_the_files_name_gives_can_be_corrected(store: Store, tmp_path: Path) -> None:
    document = a_reading(tmp_path, a_text(title=None), name="lunch.txt")

    proposal = imported(
        store, document, decisions=said(document, "title", "lunch", Said("correct", "Midday Supervision"))
    )

    assert only(proposal).title == "Midday Supervision"
    assert page(store, "Midday").values[0].corrected_to == "Midday Supervision"


def test_of_a_list_what_is_skipped_is_not_kept_and_the_rest_is(store: Store, tmp_path: Path) -> None:
    log = "Version history\nVersion\tDate\tChange\n1\t6 May 2018\tInitial issue\n2\t7 May 2019\tSpelling\n"
    document = a_reading(tmp_path, f"{a_text(version=None)}\n{log}")
    certain = tuple(replace(row, confidence=0.95) for row in document.header.version_history)
    document = replace(document, header=replace(document.header, version_history=certain))
    words = {
        ValueKey(document.sha256, "version_history", "1 – 6 May 2018 – Initial issue"): Said("skip"),
        ValueKey(document.sha256, "version_history", "2 – 7 May 2019 – Spelling"): Said("accept"),
    }

    imported(store, document, decisions=Decisions(values=words))

    assert [one.value for one in page(store).values if one.field == "version_history"] == ["2 – 7 May 2019 – Spelling"]


def test_correction_that_cannot_be_read_records_nothing(store: Store, tmp_path: Path) -> None:
    document = a_reading(tmp_path, a_text(), "next_review")

    with pytest.raises(AuditError, match="there is no 31 June"):
        imported(store, document, decisions=said(document, "next_review", "June 2017", Said("correct", "31 June 2017")))

    assert store.rows("SELECT COUNT(*) FROM policy") == [(0,)]


# Where a document belongs


def test_document_that_is_left_out_is_not_recorded(store: Store, tmp_path: Path) -> None:
    document = a_reading(tmp_path, a_text())

    proposal = imported(store, document, decisions=answered(document, Answer(left_out=True)))

    assert (only(proposal).outcome, only(proposal).title) == ("left out", "Behaviour Policy")


def test_with_a_list_of_sources_any_other_is_skipped(store: Store, tmp_path: Path) -> None:
    wanted = a_reading(tmp_path, a_text())
    other = a_reading(tmp_path, a_text(title="Attendance Policy", body=OTHER_BODY), name="other.txt")

    proposal = imported(store, wanted, other, decisions=Decisions(only=frozenset({wanted.sha256})))

    assert [document.outcome.value for document in proposal.documents] == ["new policy", "skipped"]


def test_new_policy_that_resembles_another_is_filed_as_somebody_says(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Anti-Bullying Policy")
    document = a_reading(tmp_path, a_text(title="Bullying Policy"))

    alone = propose_import(store, [document], options=ImportOptions())
    linked = imported(store, document, decisions=answered(document, Answer(policy="anti-bullying")))

    assert only(alone).outcome == "new policy"
    assert [one.title for one in only(alone).resembles] == ["Anti-Bullying Policy"]
    assert (only(linked).outcome, only(linked).resembles) == ("new version", ())
    assert store.rows("SELECT title FROM policy") == [("Bullying Policy",)]  # as its newest text is called


def test_policy_is_also_meant_by_its_number(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Anti-Bullying Policy", number="SG 7")
    document = a_reading(tmp_path, a_text(title="Being Kind Policy"))

    proposal = imported(store, document, decisions=answered(document, Answer(policy="sg 7")))

    assert only(proposal).outcome == "new version"


def test_policy_that_is_not_there_is_asked_again_with_those_that_are(store: Store, tmp_path: Path) -> None:
    a_policy(store, "Attendance")
    document = a_reading(tmp_path, a_text())

    asked = only(imported(store, document, decisions=answered(document, Answer(policy="Lockdown"))))

    assert (asked.outcome, asked.asks, asked.candidates) == ("question", Asks.POLICY, ("Attendance",))
    assert asked.question == "there is no policy called Lockdown: to which does it belong?"


def test_document_that_may_be_no_policy_is_filed_once_somebody_says_it_is_one(store: Store, tmp_path: Path) -> None:
    document = a_reading(tmp_path, "# About this folder\n\nThe drawer on the left holds the signed copies.\n")

    asked = only(imported(store, document))
    filed = only(imported(store, document, decisions=answered(document, Answer(policy=NEW_POLICY))))

    assert (asked.outcome, asked.asks) == ("question", Asks.POLICY)
    assert filed.outcome == "new policy"


def test_title_of_two_policies_is_a_question_with_both(store: Store, tmp_path: Path) -> None:
    for number in ("PS1", "PS2"):
        bring_in(store, tmp_path, a_text(Policy_number=number, body=BODY + number), prefix=number)
    document = a_reading(tmp_path, a_text(body=OTHER_BODY))

    asked = only(propose_import(store, [document], options=ImportOptions()))
    filed = only(imported(store, document, decisions=answered(document, Answer(policy="PS2", order="newer"))))

    assert (asked.asks, asked.candidates) == (Asks.POLICY, ("Behaviour Policy", "Behaviour Policy"))
    assert filed.outcome == "new version"


def test_school_that_is_not_there_is_added_or_another_is_meant(store: Store, tmp_path: Path) -> None:
    a_school(store, "Hedgerow Primary School")
    document = a_reading(tmp_path, a_text(school="Oakhanger Primary School"))

    asked = only(propose_import(store, [document], options=ImportOptions()))
    elsewhere = propose_import(
        store,
        [document],
        options=ImportOptions(),
        decisions=answered(document, Answer(school="Hedgerow Primary School")),
    )
    added = imported(store, document, decisions=answered(document, Answer(school="Oakhanger Primary School")))

    assert (asked.asks, asked.candidates) == (
        Asks.SCHOOL,
        ("Oakhanger Primary School", "Larkmead Primary School", "Hedgerow Primary School"),
    )
    assert only(elsewhere).school == "Hedgerow Primary School"
    assert (only(added).school, added.schools_added) == ("Oakhanger Primary School", ("Oakhanger Primary School",))


def test_what_is_held_stays_where_it_is_whatever_is_said(store: Store, tmp_path: Path) -> None:
    document = a_reading(tmp_path, a_text())
    imported(store, document)

    again = imported(
        store, document, decisions=answered(document, Answer(school="Elsewhere School", policy=NEW_POLICY))
    )

    assert (only(again).outcome, again.schools_added) == ("held already", ())


# Older, newer or the same


@pytest.mark.parametrize(
    ("order", "versions"),
    [
        pytest.param("newer", [None, "1.0"], id="newer"),
        pytest.param("older", ["1.0", None], id="older"),
        pytest.param("same", ["1.0"], id="the same"),
    ],
)
def test_text_that_cannot_be_put_in_order_goes_where_somebody_says(
    order: str, versions: list[str | None], store: Store, tmp_path: Path
) -> None:
    bring_in(store, tmp_path, a_text())
    document = a_reading(tmp_path, a_text(version=None, reviewed=None, next_review=None, body=OTHER_BODY))

    asked = only(propose_import(store, [document], options=ImportOptions()))
    imported(store, document, decisions=answered(document, Answer(order=order)))  # type: ignore[arg-type] # as listed

    assert asked.asks is Asks.ORDER
    assert [line.label for line in page(store).versions] == versions


def test_label_that_another_version_has_waits(store: Store, tmp_path: Path) -> None:
    bring_in(store, tmp_path, a_text())
    document = a_reading(tmp_path, a_text(body=OTHER_BODY))

    filed = only(imported(store, document, decisions=answered(document, Answer(order="newer"))))

    assert (filed.outcome, filed.version, [value.field for value in filed.waiting]) == (
        "new version",
        None,
        ["version"],
    )
    assert [line.label for line in page(store).versions] == [None, "1.0"]


def test_answer_to_a_question_that_is_not_asked_changes_nothing(store: Store, tmp_path: Path) -> None:
    a_policy(store)
    a_version(store, label="0.9", in_force="June 2015")
    document = a_reading(tmp_path, a_text())

    proposal = imported(store, document, decisions=answered(document, Answer(order="older")))

    assert only(proposal).outcome in {"new version", "new policy"}
