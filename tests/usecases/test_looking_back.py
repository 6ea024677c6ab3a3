"""A day gone by is answered as it was: reviews held later do not count, and a withdrawal takes effect on its day."""

from collections.abc import Iterator

import pytest

from policyaudit.domain.changes import Status
from policyaudit.domain.schedule import Standing
from policyaudit.store.opening import Store, open_register
from policyaudit.usecases.acknowledge import NotSignable
from policyaudit.usecases.due import DueList, due
from policyaudit.usecases.fill_pack import governors_pack
from policyaudit.usecases.list_policies import list_policies
from policyaudit.usecases.officers import add_post
from policyaudit.usecases.owed_reviews import ReviewsOwed
from policyaudit.usecases.policies import PolicyDetails, edit_policy, withdraw_policy
from policyaudit.usecases.record_review import HeldReview, record_review
from policyaudit.usecases.show_committees import list_committees
from policyaudit.usecases.show_groups import list_groups
from policyaudit.usecases.show_officers import list_officers
from policyaudit.usecases.show_policy import show_policy
from policyaudit.usecases.unsigned import unsigned
from policyaudit.usecases.void_review import void_review
from tests.factories import RECORDING, TODAY, a_person, a_policy, a_review, a_school, a_signature, a_version, day, when


@pytest.fixture
def store(register_target: str) -> Iterator[Store]:
    """A register of one school, on each engine in turn."""
    with open_register(register_target) as opened:
        a_school(opened)
        yield opened


@pytest.fixture
def uniform(store: Store) -> Store:
    """The uniform policy was due in September and reviewed in October."""
    a_policy(store, "Uniform", last_reviewed="September 2025", cycle="annually", next_review="September 2026")
    held = HeldReview(policy="Uniform", on=when("10 October 2026"), next_review=when("October 2027"))
    record_review(store, held, today=TODAY, **RECORDING)
    return store


def stood(store: Store, on: str) -> list[tuple[str, Standing, str]]:
    found = list_policies(store, as_of=day(on), standings=frozenset(Standing))
    return [(policy.title, policy.standing, str(policy.next_review)) for policy in found.policies]


def owed(found: DueList) -> list[tuple[str, Standing]]:
    return [(policy.title, policy.standing) for policy in found.policies]


@pytest.mark.parametrize(
    ("on", "standing", "next_review"),
    [
        pytest.param("15 September 2026", Standing.DUE, "September 2026", id="before it was late"),
        pytest.param("5 October 2026", Standing.OVERDUE, "September 2026", id="before the review"),
        pytest.param("10 October 2026", Standing.IN_DATE, "October 2027", id="on the day of the review"),
        pytest.param("20 November 2026", Standing.IN_DATE, "October 2027", id="today"),
    ],
)
def test_review_counts_from_the_day_on_which_it_was_held(
    uniform: Store, on: str, standing: Standing, next_review: str
) -> None:
    found = due(uniform, as_of=day(on))

    assert stood(uniform, on) == [("Uniform", standing, next_review)]
    assert owed(found) == ([] if standing is Standing.IN_DATE else [("Uniform", standing)])
    assert {each: count for each, count in found.counts.items() if count} == {standing: 1}


def test_pack_for_a_day_gone_by_says_what_was_overdue_then(uniform: Store) -> None:
    pack = governors_pack(uniform, as_of=day("5 October 2026"))

    assert [(line.title, line.days_overdue, str(line.last_reviewed)) for line in pack.overdue] == [
        ("Uniform", 5, "September 2025")
    ]


def test_page_for_a_day_gone_by_shows_the_dates_and_reviews_of_that_day(uniform: Store) -> None:
    before = show_policy(uniform, "Uniform", as_of=day("5 October 2026"))
    after = show_policy(uniform, "Uniform", as_of=day("10 October 2026"))

    assert (str(before.policy.last_reviewed), str(before.next_review.stated)) == ("September 2025", "September 2026")
    assert (before.reviews, len(after.reviews)) == ((), 1)
    assert str(after.next_review.stated) == "October 2027"


def test_each_review_counts_until_the_next(store: Store) -> None:
    a_policy(store, "Uniform", last_reviewed="June 2023", cycle="annually")
    for on in ("June 2024", "June 2025", "June 2026"):
        a_review(store, "Uniform", on=on)

    told = [stood(store, f"1 September {year}")[0][2] for year in (2023, 2024, 2025, 2026)]

    assert told == ["June 2024", "June 2025", "June 2026", "June 2027"]


def test_review_that_was_voided_never_counts(store: Store) -> None:
    a_policy(store, "Uniform", cycle="annually")
    a_review(store, "Uniform", on="June 2023")
    a_review(store, "Uniform", on="June 2024")
    void_review(store, "Uniform", on=None, reason="another policy", school=None, **RECORDING)
    a_review(store, "Uniform", on="June 2026")

    assert stood(store, "1 September 2024")[0][2] == "June 2024"


def test_what_the_register_did_not_know_yet_is_unscheduled(store: Store) -> None:
    a_policy(store, "Uniform", last_reviewed="June 2026", next_review="June 2027")

    assert owed(due(store, as_of=day("1 May 2026"))) == [("Uniform", Standing.UNSCHEDULED)]


def test_policies_without_a_later_review_stay_as_they_are(uniform: Store) -> None:
    a_policy(uniform, "Fire", next_review="June 2026")

    assert owed(due(uniform, as_of=day("5 October 2026"))) == [
        ("Fire", Standing.OVERDUE),
        ("Uniform", Standing.OVERDUE),
    ]


def test_officers_and_committees_owed_on_a_day_what_was_overdue_then(store: Store) -> None:
    add_post(store, "Headteacher", school=None, **RECORDING)
    a_policy(store, "Uniform", next_review="June 2026", cycle="annually", officer="Headteacher", committee="FGB")
    a_review(store, "Uniform", on="10 October 2026")

    for on, owes in (("5 October 2026", ReviewsOwed(1, 1)), ("10 October 2026", ReviewsOwed(1))):
        assert [line.owes for line in list_officers(store, as_of=day(on)).officers] == [owes]
        assert [line.owes for line in list_committees(store, as_of=day(on)).committees] == [owes]


# Withdrawals


@pytest.mark.parametrize("status", ["in force", "live", "draft"])
def test_policy_stands_as_before_until_the_day_of_its_withdrawal(store: Store, status: Status) -> None:
    a_policy(store, "Lone working", status=status)
    a_policy(store, "Fire", status="live")
    before = stood(store, "20 November 2026")[1]

    withdraw_policy(store, "Lone", on=day("31 August 2027"), reason=None, school=None, **RECORDING)

    assert stood(store, "30 August 2027")[1] == before
    assert stood(store, "31 August 2027")[1] == ("Lone working", Standing.WITHDRAWN, "None")
    assert due(store, as_of=day("30 August 2027")).counts[before[1]] == (2 if status == "live" else 1)
    assert due(store, as_of=day("31 August 2027")).counts[Standing.WITHDRAWN] == 1


def test_withdrawn_policy_was_in_force_before_its_day(store: Store) -> None:
    a_policy(store, "Lone working", next_review="June 2026")
    withdraw_policy(store, "Lone", on=day("1 November 2026"), reason=None, school=None, **RECORDING)

    assert owed(due(store, as_of=day("31 October 2026"))) == [("Lone working", Standing.OVERDUE)]
    assert show_policy(store, "Lone", as_of=day("31 October 2026")).status == "in force"
    assert owed(due(store, as_of=day("1 November 2026"))) == []


def test_signatures_are_owed_until_the_day_of_the_withdrawal(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    a_policy(store, "Lone working", ask=("all-staff",))
    a_version(store, "Lone", in_force="1 September 2026")
    withdraw_policy(store, "Lone", on=day("1 November 2026"), reason=None, school=None, **RECORDING)

    for on, owing in (("31 October 2026", 1), ("1 November 2026", 0)):
        pack = governors_pack(store, as_of=day(on))
        (group,) = (group for group in list_groups(store, as_of=day(on)).groups if group.slug == "all-staff")
        assert len(unsigned(store, as_of=day(on)).owed) == owing
        assert (pack.sign_off.required, len(pack.revisions), group.policies) == (owing, owing, owing)


def test_policy_without_a_version_cannot_be_signed_until_it_is_withdrawn(store: Store) -> None:
    a_policy(store, "Lone working", ask=("all-staff",))
    withdraw_policy(store, "Lone", on=day("1 November 2026"), reason=None, school=None, **RECORDING)

    told = [
        governors_pack(store, as_of=day(on)).unknown.without_version for on in ("31 October 2026", "1 November 2026")
    ]

    assert told == [1, 0]


def test_signature_of_a_day_after_the_withdrawal_is_refused(store: Store) -> None:
    a_person(store, "Ada Inkwell")
    a_policy(store, "Lone working", ask=("all-staff",))
    a_version(store, "Lone", in_force="1 September 2026")
    withdraw_policy(store, "Lone", on=day("1 November 2026"), reason=None, school=None, **RECORDING)

    with pytest.raises(NotSignable, match="Lone working was withdrawn on 1 November 2026"):
        a_signature(store, "Ada Inkwell", policy="Lone", on="2 November 2026")

    a_signature(store, "Ada Inkwell", policy="Lone", on="1 November 2026")


@pytest.mark.parametrize("status", ["in force", "live", "draft"])
def test_policy_that_is_in_force_again_says_nothing_of_a_withdrawal(store: Store, status: Status) -> None:
    a_policy(store, "Lone working")
    withdraw_policy(store, "Lone", on=day("1 November 2026"), reason="merged", school=None, **RECORDING)

    edit_policy(store, "Lone", PolicyDetails(status=status), school=None, today=TODAY, **RECORDING)

    shown = show_policy(store, "Lone", as_of=TODAY)
    assert (shown.status, shown.withdrawn_on, shown.why_withdrawn) == (status, None, None)


def test_name_means_the_policy_that_was_in_force_on_the_day(store: Store) -> None:
    a_policy(store, "Phones", number="P1")
    withdraw_policy(store, "Phones", on=day("1 November 2026"), reason=None, school=None, **RECORDING)
    a_policy(store, "Phones and tablets", number="P2")

    shown = [
        show_policy(store, typed, as_of=day(on)).policy.number
        for typed, on in (("Phones", "31 October 2026"), ("Phones", "1 November 2026"), ("P1", "1 November 2026"))
    ]

    assert shown == ["P1", "P2", "P1"]
