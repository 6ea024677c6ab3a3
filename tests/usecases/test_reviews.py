"""A review sets the next one, and is taken back by a new entry where it was not held so."""

import pytest

from policyaudit.domain.naming import NoSuchName
from policyaudit.errors import NothingRecorded
from policyaudit.store.opening import Store
from policyaudit.usecases.record_review import HeldReview, NextReviewBeforeReview, ReviewRecorded, record_review
from policyaudit.usecases.show_policy import show_policy
from policyaudit.usecases.show_reviews import NoSuchReview, list_reviews, show_review
from policyaudit.usecases.typed import NotKept
from policyaudit.usecases.void_review import ReviewVoided, VoidedBefore, void_review
from tests.factories import (
    BY,
    NOW,
    RECORDING,
    SCHOOL,
    TODAY,
    a_person,
    a_policy,
    a_review,
    a_school,
    a_signature,
    a_version,
    day,
    when,
)


def review(store: Store, on: str, **details: str) -> ReviewRecorded:
    stated = when(details.pop("next_review")) if "next_review" in details else None
    held = HeldReview(policy="Behaviour", on=when(on), next_review=stated, **details)  # type: ignore[arg-type]  # names and notes
    return record_review(store, held, today=TODAY, **RECORDING)


def void(store: Store, on: str | None = None, reason: str = "of another policy") -> ReviewVoided:
    return void_review(store, "Behaviour", on=when(on) if on else None, reason=reason, school=None, **RECORDING)


def dates(store: Store) -> tuple[str, str]:
    policy = show_policy(store, "Behaviour", as_of=TODAY).policy
    return str(policy.last_reviewed), str(policy.next_review)


def test_next_review_follows_from_the_cycle(store: Store) -> None:
    a_policy(store, cycle="annually")

    recorded = review(store, "June 2026")

    assert (recorded.policy, str(recorded.reviewed), str(recorded.next_review)) == (
        "Behaviour",
        "June 2026",
        "June 2027",
    )
    assert dates(store) == ("June 2026", "June 2027")


def test_next_review_is_what_was_stated_with_it(store: Store) -> None:
    a_policy(store, cycle="annually")

    recorded = review(store, "June 2026", next_review="March 2028")

    assert str(recorded.next_review) == "March 2028"


def test_without_a_cycle_nobody_knows_the_next_one(store: Store) -> None:
    a_policy(store, next_review="June 2017")

    assert review(store, "June 2026").next_review is None


def test_review_older_than_the_last_one_changes_no_date(store: Store) -> None:
    a_policy(store, cycle="annually", last_reviewed="June 2026")

    review(store, "June 2025")

    assert dates(store) == ("June 2026", "June 2027")
    assert len(list_reviews(store).reviews) == 1


def test_review_of_the_future_is_refused(store: Store) -> None:
    a_policy(store)

    with pytest.raises(NothingRecorded, match="December 2026 is in the future"):
        review(store, "December 2026")
    review(store, "November 2026")


def test_review_changes_no_signature(store: Store) -> None:
    a_person(store)
    a_policy(store, ask=("all-staff",))
    a_version(store)
    a_signature(store, "Inkwell")

    review(store, "June 2026")

    signing = show_policy(store, "Behaviour", as_of=TODAY).signing
    assert signing is not None
    assert (signing.required, signing.acknowledged) == (1, 1)


def test_approval_is_kept_with_the_committee(store: Store) -> None:
    a_policy(store)

    review(store, "12 June 2026", approved_by="FGB")

    (approval,) = show_policy(store, "Behaviour", as_of=TODAY).approvals
    assert (approval.committee, str(approval.approved)) == ("Full governing board", "12 June 2026")


def test_unknown_committee_is_refused_and_nothing_recorded(store: Store) -> None:
    a_policy(store)

    with pytest.raises(NoSuchName):
        review(store, "12 June 2026", approved_by="Nobody")
    assert list_reviews(store).reviews == ()


# Listing


def test_reviews_are_listed_latest_first(store: Store) -> None:
    a_school(store, "Oakhanger School")
    a_policy(store, "Behaviour", number="PS1")
    a_policy(store, "Attendance", school="Oakhanger")
    a_review(store, "Behaviour", on="June 2024", note="no change")
    a_review(store, "Attendance", on="June 2025")
    a_review(store, "Behaviour", on="June 2026")

    every = list_reviews(store)
    one = list_reviews(store, policy="Behaviour", since=day("1 July 2024"), school="Larkmead")

    assert [(line.title, str(line.reviewed)) for line in every.reviews] == [
        ("Behaviour", "June 2026"),
        ("Attendance", "June 2025"),
        ("Behaviour", "June 2024"),
    ]
    assert (every.school, every.schools, every.policy) == (None, 2, None)
    assert [str(line.reviewed) for line in one.reviews] == ["June 2026"]
    assert (one.school, one.policy) == (SCHOOL, "Behaviour")


def test_review_says_who_recorded_it_when(store: Store) -> None:
    a_policy(store, number="PS1")
    a_review(store, on="June 2025", note=" no  change ")
    a_review(store, on="June 2026")

    line = show_review(store, "Behaviour", on=when("June 2025"))

    assert (line.number, line.school, line.outcome, line.note) == ("PS1", SCHOOL, "unchanged", "no change")
    assert (line.recorded_by, line.recorded_at, line.voided) == (BY, NOW, False)
    assert str(show_review(store, "Behaviour").reviewed) == "June 2026"


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        pytest.param(None, "no review of Behaviour is in the register", id="none at all"),
        pytest.param("June 2024", "no review of Behaviour of June 2024 is in the register", id="none then"),
    ],
)
def test_review_that_was_not_held_is_not_found(store: Store, on: str | None, sentence: str) -> None:
    a_policy(store)

    with pytest.raises(NoSuchReview) as problem:
        show_review(store, "Behaviour", on=when(on) if on else None)
    assert str(problem.value) == sentence


# Voiding


def test_without_a_voided_review_the_one_before_counts_again(store: Store) -> None:
    a_policy(store, cycle="annually")
    review(store, "June 2025")
    review(store, "June 2026")

    voided = void(store)

    assert (str(voided.reviewed), str(voided.last_reviewed), str(voided.next_review)) == (
        "June 2026",
        "June 2025",
        "June 2026",
    )
    assert dates(store) == ("June 2025", "June 2026")
    lines = list_reviews(store).reviews
    assert [(str(line.reviewed), line.voided, line.why_voided) for line in lines] == [
        ("June 2026", True, "of another policy"),
        ("June 2025", False, None),
    ]


def test_without_any_review_nothing_is_known_again(store: Store) -> None:
    a_policy(store, cycle="annually")
    review(store, "June 2026")

    assert void(store).last_reviewed is None
    assert dates(store) == ("None", "None")


def test_voiding_an_older_review_changes_no_date(store: Store) -> None:
    a_policy(store, cycle="annually", last_reviewed="June 2026")
    review(store, "June 2025")

    void(store, "June 2025")

    assert dates(store) == ("June 2026", "June 2027")


def test_review_is_voided_once(store: Store) -> None:
    a_policy(store)
    review(store, "June 2026")
    void(store)

    with pytest.raises(VoidedBefore, match="the review of Behaviour of June 2026 was voided before"):
        void(store)
    review(store, "June 2026")
    assert show_review(store, "Behaviour", on=when("June 2026")).voided is False


def test_review_is_voided_with_a_reason(store: Store) -> None:
    a_policy(store)
    review(store, "June 2026")

    with pytest.raises(NotKept, match="only taken back with a reason"):
        void(store, reason="?")


def test_next_review_before_the_review_is_refused(store: Store) -> None:
    a_policy(store)

    with pytest.raises(NextReviewBeforeReview, match="the next review, 1 October 2026, lies before this one, 1 Nov"):
        review(store, "1 November 2026", next_review="1 October 2026")

    assert list_reviews(store).reviews == ()
    assert str(review(store, "1 November 2026", next_review="November 2026").next_review) == "November 2026"
