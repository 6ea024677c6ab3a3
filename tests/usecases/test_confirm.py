"""A value that waits is accepted, corrected or dropped; then it counts, and says who said so."""

import pytest

from policyaudit.domain.naming import NoSuchName
from policyaudit.errors import AuditError
from policyaudit.store.opening import Store, open_register
from policyaudit.store.reads import counts
from policyaudit.usecases.confirm import NoLongerWaits, Ruling, Settled, Word, settle, waiting_values
from policyaudit.usecases.confirm_rulings import Asked, settle_as_asked
from policyaudit.usecases.show_policy import PolicyPage, show_policy
from tests.factories import (
    BY,
    NOW,
    RECORDING,
    TODAY,
    a_person,
    a_policy,
    a_review,
    a_school,
    a_signature,
    a_value_that_waits,
    a_version,
    when,
)


def page(store: Store, policy: str = "Behaviour") -> PolicyPage:
    return show_policy(store, policy, as_of=TODAY)


def ruled(store: Store, word: Word = "accept", said: str | None = None) -> tuple[Settled, ...]:
    """Everything that waits is settled so."""
    waits = waiting_values(store, None, school=None).values
    return settle(store, [Ruling(value, word, said) for value in waits], today=TODAY, **RECORDING)


def asked(store: Store, policy: str | None = None, **said: object) -> list[tuple[str, str]]:
    """What was settled, field and state."""
    wanted = Asked(**said)  # type: ignore[arg-type] # as each test says
    settled = settle_as_asked(store, policy, wanted, school=None, today=TODAY, **RECORDING)
    return [(one.value.first.field, one.state) for one in settled.done]


# What waits


def test_same_value_of_several_documents_is_asked_once(store: Store) -> None:
    a_policy(store)
    for value in ("June 2027", "July 2027", "June 2027"):
        a_value_that_waits(store, value=value)

    found = waiting_values(store, "Behaviour", school=None)

    assert found.policy == "Behaviour"
    assert [(value.first.value, len(value.read)) for value in found.values] == [("June 2027", 2), ("July 2027", 1)]
    assert found.values[0].key == (1, (1, 3))
    assert found.values[0].files == ()


def test_values_of_every_school_are_listed_unless_one_is_named(store: Store) -> None:
    a_school(store, "Oakhanger School")
    a_policy(store, "Behaviour")
    a_policy(store, "Lockdown", school="Oakhanger")
    a_value_that_waits(store, policy="Behaviour")
    a_value_that_waits(store, policy="Lockdown")

    everything = waiting_values(store, None, school=None)
    one = waiting_values(store, None, school="Oakhanger")

    assert [value.first.policy for value in everything.values] == ["Behaviour", "Lockdown"]
    assert (everything.school, everything.schools) == (None, 2)
    assert [value.first.school for value in one.values] == ["Oakhanger School"]


def test_policy_that_is_not_there_is_refused_by_name(store: Store) -> None:
    with pytest.raises(NoSuchName):
        waiting_values(store, "Behaviour", school=None)


# What accepting does


def test_accepted_next_review_counts_and_says_who_accepted_it(store: Store) -> None:
    a_policy(store)
    a_value_that_waits(store)

    (done,) = ruled(store)

    shown = page(store)
    assert (done.state, done.counts) == ("confirmed", "June 2027")
    assert shown.policy.next_review == when("June 2027")
    (value,) = shown.values
    assert (value.state, value.corrected_to, value.settled_by, value.settled_at) == ("confirmed", None, BY, NOW)
    assert shown.policy.values_waiting == 0


def test_corrected_value_counts_and_what_was_read_stays(store: Store) -> None:
    a_policy(store)
    a_value_that_waits(store)

    ruled(store, "correct", "Autumn term 2027")

    shown = page(store)
    assert str(shown.policy.next_review) == "Autumn term 2027"
    (value,) = shown.values
    assert (value.value, value.state, value.corrected_to) == ("June 2027", "corrected", "Autumn term 2027")


def test_dropped_value_stays_to_be_seen_and_counts_for_nothing(store: Store) -> None:
    a_policy(store)
    a_value_that_waits(store)

    (done,) = ruled(store, "drop")

    shown = page(store)
    assert (done.state, done.counts, shown.policy.next_review) == ("dropped", None, None)
    assert [(value.state, value.settled_by) for value in shown.values] == [("dropped", BY)]


def test_number_officer_committee_and_cycle_count_for_the_policy(store: Store) -> None:
    a_policy(store, last_reviewed="June 2026")
    a_value_that_waits(store, "policy_number", "PS1")
    a_value_that_waits(store, "responsible_officer", "Headteacher")
    a_value_that_waits(store, "responsible_committee", "Resources Committee")
    a_value_that_waits(store, "review_frequency", "annually")

    ruled(store)

    shown = page(store)
    assert (shown.policy.number, shown.policy.responsible_officer) == ("PS1", "Headteacher")
    assert (shown.policy.committee, str(shown.policy.next_review)) == ("Resources Committee", "June 2027")


def test_title_that_is_corrected_is_the_policys(store: Store) -> None:
    a_policy(store, "lunch rules 0")
    a_value_that_waits(store, "title", "lunch rules 0", policy="lunch")

    ruled(store, "correct", "Midday Supervision")

    assert page(store, "Midday").policy.title == "Midday Supervision"


def test_school_that_a_document_names_moves_nothing(store: Store) -> None:
    a_policy(store)
    a_value_that_waits(store, "organisation", "Oakhanger School")

    ruled(store)

    shown = page(store)
    assert (shown.policy.school, shown.values[0].state) == ("Larkmead Primary School", "confirmed")


def test_last_review_is_a_review_that_was_held(store: Store) -> None:
    a_policy(store)
    a_value_that_waits(store, "last_reviewed", "June 2026")

    ruled(store)

    shown = page(store)
    assert shown.policy.last_reviewed == when("June 2026")
    assert [str(review.reviewed) for review in shown.reviews] == ["June 2026"]


def test_review_that_is_known_is_not_held_twice(store: Store) -> None:
    a_policy(store)
    a_review(store, on="June 2026")
    a_value_that_waits(store, "last_reviewed", "June 2026")

    ruled(store)

    assert len(page(store).reviews) == 1


def test_values_of_an_older_version_only_fill_what_is_not_known(store: Store) -> None:
    a_policy(store, officer=None, next_review="June 2030")
    a_version(store, label="1.0", in_force="June 2020")
    a_version(store, label="2.0", in_force="June 2026")
    a_value_that_waits(store, "next_review", "June 2021", version="1.0")
    a_value_that_waits(store, "last_reviewed", "June 2020", version="1.0")
    a_value_that_waits(store, "policy_number", "PS1", version="1.0")
    a_value_that_waits(store, "review_frequency", "annually", version="1.0")

    ruled(store)

    shown = page(store)
    assert (shown.policy.number, str(shown.policy.next_review)) == ("PS1", "June 2030")
    assert shown.policy.last_reviewed is None
    assert [str(review.reviewed) for review in shown.reviews] == ["June 2020"]
    assert shown.cycle is not None


def test_cycle_of_an_older_version_gives_way_to_the_one_that_is_known(store: Store) -> None:
    a_policy(store, cycle="every two years", number="PS9")
    a_version(store, label="1.0", in_force="June 2020")
    a_version(store, label="2.0", in_force="June 2026")
    a_value_that_waits(store, "review_frequency", "annually", version="1.0")
    a_value_that_waits(store, "policy_number", "PS1", version="1.0")

    ruled(store)

    shown = page(store)
    assert shown.cycle is not None
    assert (shown.cycle.months, shown.policy.number) == (24, "PS9")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("statutory", "yes", id="whether the law asks for it"),
        pytest.param("document_date", "June 2026", id="the date of the document"),
    ],
)
def test_what_nothing_follows_from_is_settled_all_the_same(store: Store, field: str, value: str) -> None:
    a_policy(store)
    a_value_that_waits(store, field, value)
    a_value_that_waits(store, "responsible_officer", "Headteacher")

    assert asked(store, accept_from=0) == [(field, "confirmed"), ("responsible_officer", "confirmed")]
    assert page(store).policy.values_waiting == 0


@pytest.mark.parametrize(
    ("said", "settled"),
    [
        pytest.param({"drop": ("statutory",)}, [("statutory", "dropped")], id="dropped"),
        pytest.param({"corrected": {"statutory": "No"}}, [("statutory", "corrected")], id="corrected"),
        pytest.param({"accept_from": 0}, [], id="a total is no yes"),
    ],
)
def test_flag_that_is_none_is_dropped_or_corrected(
    store: Store, said: dict[str, object], settled: list[tuple[str, str]]
) -> None:
    a_policy(store)
    a_value_that_waits(store, "statutory", "6")

    assert asked(store, "Behaviour", **said) == settled


# Versions and approvals


def test_label_and_day_count_for_their_own_version(store: Store) -> None:
    a_policy(store)
    a_version(store, label="1.0", in_force="June 2020")
    a_version(store, label="2.0", in_force="June 2026")
    a_value_that_waits(store, "version", "1.1", version="1.0")
    a_value_that_waits(store, "effective_from", "May 2020", version="1.0")

    ruled(store)

    versions = [(line.label, str(line.in_force_from)) for line in page(store).versions]
    assert versions == [("2.0", "June 2026"), ("1.1", "May 2020")]


def test_approver_and_day_become_one_approval(store: Store) -> None:
    a_policy(store, cycle="annually")
    a_version(store, label="1.0")
    a_value_that_waits(store, "approved_on", "12 June 2026", version="1.0")
    a_value_that_waits(store, "approved_by", "Full governing board", version="1.0")

    ruled(store)

    shown = page(store)
    (approval,) = shown.approvals
    assert (approval.committee, approval.version, str(approval.approved)) == (
        "Full governing board",
        "1.0",
        "12 June 2026",
    )
    assert (shown.policy.committee, str(shown.policy.next_review)) == ("Full governing board", "12 June 2027")


def test_approver_who_is_no_body_is_kept_by_name_and_the_committee_stays(store: Store) -> None:
    a_policy(store, committee="Full governing board")
    a_version(store, label="1.0")
    a_value_that_waits(store, "approved_by", "Headteacher", version="1.0")
    a_value_that_waits(store, "approved_on", "June 2026", version="1.0")
    a_value_that_waits(store, "approved_by", "Resources Committee", version="1.0")

    ruled(store)

    shown = page(store)
    told = {(approval.committee, approval.approver, str(approval.approved)) for approval in shown.approvals}
    assert told == {(None, "Headteacher", "June 2026"), ("Resources Committee", None, "None")}
    assert shown.policy.committee == "Full governing board"


def test_approval_of_no_version_stands_for_itself(store: Store) -> None:
    a_policy(store)
    a_value_that_waits(store, "approved_on", "June 2026")

    ruled(store)

    assert [(str(one.approved), one.version) for one in page(store).approvals] == [("June 2026", None)]


def test_version_without_a_day_is_in_force_from_its_approval(store: Store) -> None:
    a_policy(store)
    _version_without_a_day(store)
    a_value_that_waits(store, "approved_on", "12 June 2026", version="1.0")

    ruled(store)

    assert [str(line.in_force_from) for line in page(store).versions] == ["12 June 2026"]


def test_version_that_was_signed_before_its_approval_keeps_no_day(store: Store) -> None:
    a_policy(store, ask=("all-staff",))
    a_person(store)
    _version_without_a_day(store)
    a_signature(store, "Ada", on="1 October 2025")
    a_value_that_waits(store, "approved_on", "12 June 2026", version="1.0")

    ruled(store)

    shown = page(store)
    assert [line.in_force_from for line in shown.versions] == [None]
    assert [str(one.approved) for one in shown.approvals] == ["12 June 2026"]


def _version_without_a_day(store: Store) -> None:
    from policyaudit.domain.changes import Revised, VersionAdded

    with store.transaction(**RECORDING) as writer:
        writer.apply([VersionAdded(school_id=1, version_id=1, policy_id=1, sequence=1, label="1.0")])
        writer.apply([Revised(school_id=1, version_id=1, kind="material")])


# Refusals: nothing of what was said is recorded


@pytest.mark.parametrize(
    ("field", "said", "sentence"),
    [
        pytest.param("next_review", "31 June 2027", "there is no 31 June", id="a day that is none"),
        pytest.param(
            "review_frequency", "bi-annually", "cannot be used as a review cycle", id="a cycle of two meanings"
        ),
        pytest.param("title", "...", "a policy needs a name", id="a title without a letter"),
        pytest.param("statutory", "6", "'6' does not say whether the policy is statutory", id="a flag that is none"),
        pytest.param("title", "Lockdown", "this school has 'Lockdown' already", id="another policy's title"),
        pytest.param("policy_number", "HS1", "the number HS1 is taken", id="another policy's number"),
        pytest.param("version", "2.0", "Behaviour has a version 2.0 already", id="another version's label"),
        pytest.param("effective_from", "June 2027", "cannot be in force from June 2027", id="after the next version"),
    ],
)
def test_value_that_cannot_be_is_refused_with_its_reason(store: Store, field: str, said: str, sentence: str) -> None:
    a_policy(store)
    a_policy(store, "Lockdown", number="HS1")
    a_version(store, label="1.0", in_force="June 2020")
    a_version(store, label="2.0", in_force="June 2026")
    version = "1.0" if field in {"version", "effective_from"} else None
    a_value_that_waits(store, "responsible_officer", "Headteacher")
    a_value_that_waits(store, field, "1 May 2027", version=version)

    with pytest.raises(AuditError, match=sentence):
        asked(
            store, "Behaviour", accept=("officer",), corrected={field.replace("effective_from", "in-force-from"): said}
        )

    assert page(store).policy.values_waiting == 2
    assert page(store).policy.responsible_officer is None


def test_value_that_somebody_else_has_settled_is_told(store: Store) -> None:
    a_policy(store)
    a_value_that_waits(store)
    (value,) = waiting_values(store, None, school=None).values
    ruled(store)

    with pytest.raises(NoLongerWaits, match="'June 2027' of Behaviour no longer waits"):
        settle(store, [Ruling(value, "drop")], today=TODAY, **RECORDING)


# By field and by confidence


def test_each_field_is_settled_as_asked(store: Store) -> None:
    a_policy(store)
    a_value_that_waits(store, "next_review")
    a_value_that_waits(store, "responsible_officer", "Headteacher")
    a_value_that_waits(store, "policy_number", "PS1")
    a_value_that_waits(store, "title", "Behaviour")

    done = asked(store, "Behaviour", accept=("next-review",), drop=("officer",), corrected={"number": "PS2"})

    assert done == [("next_review", "confirmed"), ("responsible_officer", "dropped"), ("policy_number", "corrected")]
    assert page(store).policy.values_waiting == 1


def test_values_of_a_confidence_and_above_are_accepted_where_they_can_be_read(store: Store) -> None:
    a_policy(store)
    a_value_that_waits(store, "next_review", confidence=70)
    a_value_that_waits(store, "responsible_officer", "Headteacher", confidence=69)
    a_value_that_waits(store, "review_frequency", "bi-annually", confidence=79)

    assert asked(store, accept_from=70) == [("next_review", "confirmed")]
    assert asked(store, accept_from=0) == [("responsible_officer", "confirmed")]


def test_two_values_of_one_field_wait_however_sure_they_are(store: Store) -> None:
    a_policy(store)
    a_version(store, label="1")
    a_version(store, label="2")
    a_value_that_waits(store, value="June 2026", version="1", confidence=90)
    a_value_that_waits(store, value="June 2027", version="2", confidence=90)
    a_value_that_waits(store, value="July 2027", confidence=80)  # by a list of policies, of what is there now
    a_value_that_waits(store, "responsible_officer", "Headteacher", version="2", confidence=80)
    a_value_that_waits(store, "responsible_officer", "Headteacher", confidence=80)

    assert asked(store, accept_from=85) == [("next_review", "confirmed"), ("next_review", "confirmed")]
    assert page(store).policy.next_review == when("June 2027")


def test_two_values_of_one_field_that_are_both_so_sure_go_on_waiting(store: Store) -> None:
    a_policy(store)
    a_version(store, label="2")
    a_value_that_waits(store, value="June 2027", version="2", confidence=90)
    a_value_that_waits(store, value="July 2027", confidence=80)
    a_value_that_waits(store, "responsible_officer", "Headteacher", version="2", confidence=80)
    a_value_that_waits(store, "responsible_officer", "Headteacher", confidence=80)

    assert asked(store, accept_from=0) == [("responsible_officer", "confirmed"), ("responsible_officer", "confirmed")]
    assert page(store).policy.values_waiting == 2
    with pytest.raises(AuditError, match="next-review of Behaviour could be any of these: June 2027; July 2027"):
        asked(store, "Behaviour", accept=("next-review",))


def test_value_that_cannot_be_stops_no_other_and_says_why(store: Store) -> None:
    a_policy(store)
    a_policy(store, "Lockdown", number="HS1")
    for field, value in (
        ("next_review", "ASAP"),
        ("policy_number", "HS1"),
        ("title", "Lockdown"),
        ("responsible_officer", "Headteacher"),
    ):
        a_value_that_waits(store, field, value)

    settled = settle_as_asked(store, None, Asked(accept_from=0), school=None, today=TODAY, **RECORDING)

    assert [one.value.first.field for one in settled.done] == ["responsible_officer"]
    assert [(one.value.first.field, str(one.why)) for one in settled.left] == [
        ("next_review", "'ASAP' cannot be used as a date: it names no month or year"),
        ("policy_number", "the number HS1 is taken: 'Lockdown' has it"),
        ("title", "this school has 'Lockdown' already"),
    ]
    shown = page(store)
    assert (shown.policy.responsible_officer, shown.policy.number, shown.policy.values_waiting) == (
        "Headteacher",
        None,
        3,
    )


def test_same_value_of_several_documents_is_counted_once(store: Store) -> None:
    a_policy(store)
    a_value_that_waits(store)
    a_value_that_waits(store)

    assert (page(store).policy.values_waiting, counts.values_waiting(store, school_id=None)) == (1, 1)
    assert len(waiting_values(store, None, school=None).values) == 1


def test_correction_settles_every_value_of_its_field(store: Store) -> None:
    a_policy(store)
    a_value_that_waits(store, value="June 2027")
    a_value_that_waits(store, value="July 2027")

    done = asked(store, "Behaviour", corrected={"next-review": "July 2027"})

    assert done == [("next_review", "corrected"), ("next_review", "confirmed")]
    assert str(page(store).policy.next_review) == "July 2027"


@pytest.mark.parametrize(
    ("policy", "said", "sentence"),
    [
        pytest.param("Behaviour", {"accept": ("colour",)}, "there is no field 'colour'", id="an unknown field"),
        pytest.param("Behaviour", {"accept": ("officer",)}, "no officer of Behaviour waits", id="nothing waits"),
        pytest.param(None, {"accept": ("officer",)}, "no officer waits", id="nothing waits anywhere"),
        pytest.param(
            "Behaviour",
            {"accept": ("next-review",)},
            "next-review of Behaviour could be any of these: June 2027; July 2027",
            id="two values of one field",
        ),
        pytest.param(
            None,
            {"corrected": {"next-review": "June 2027"}},
            "corrected for one policy at a time",
            id="for all policies",
        ),
        pytest.param(
            "Behaviour",
            {"drop": ("next-review",), "corrected": {"next_review": "June 2027"}},
            "two things are said of next-review",
            id="two things of one field",
        ),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is(
    store: Store, policy: str | None, said: dict[str, object], sentence: str
) -> None:
    a_policy(store)
    a_value_that_waits(store, value="June 2027")
    a_value_that_waits(store, value="July 2027")

    with pytest.raises(AuditError, match=sentence):
        asked(store, policy, **said)

    assert page(store).policy.values_waiting == 2


def test_either_engine_lists_and_settles_alike(register_target: str) -> None:
    with open_register(register_target) as store:
        a_school(store)
        a_policy(store)
        a_version(store, label="1.0")
        a_value_that_waits(store, "responsible_officer", "Headteacher")
        a_value_that_waits(store, "approved_on", "12 June 2026", version="1.0")
        a_value_that_waits(store, "approved_by", "Full governing board", version="1.0")

        fields = [value.first.field for value in waiting_values(store, None, school=None).values]
        ruled(store)

        shown = page(store)
        assert fields == ["approved_on", "approved_by", "responsible_officer"]  # what is of no version comes last
        assert [(one.committee, str(one.approved)) for one in shown.approvals] == [
            ("Full governing board", "12 June 2026")
        ]
        assert {value.settled_by for value in shown.values} == {BY}
