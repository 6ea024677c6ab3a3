"""A date that names a term lies on the days that the school has set for it."""

from datetime import date

from policyaudit.store.opening import Store
from policyaudit.store.reads import policies
from policyaudit.usecases.calendars import calendar_of
from policyaudit.usecases.finding import find_policy
from policyaudit.usecases.policies import PolicyDetails, edit_policy
from policyaudit.usecases.record_review import HeldReview, record_review
from policyaudit.usecases.schools import set_term
from tests.factories import RECORDING, TODAY, a_policy, a_review, when


def autumn_begins_late(store: Store) -> None:
    term = when("Autumn term 2027")
    set_term(store, term, first_day=date(2027, 9, 6), last_day=date(2027, 12, 17), school=None, **RECORDING)


def due(store: Store) -> tuple[date | None, date | None]:
    policy = find_policy(store, "Behaviour", school_id=None)
    state = policies.policy_state(store, policy.school_id, policy.key)
    return state.due_from, state.due_by


def test_next_review_in_a_term_is_due_on_the_days_of_the_schools_own_term(store: Store) -> None:
    autumn_begins_late(store)

    a_policy(store, "Behaviour", next_review="Autumn term 2027")

    assert due(store) == (date(2027, 9, 6), date(2027, 12, 17))


def test_editing_the_next_review_keeps_to_the_schools_own_term(store: Store) -> None:
    autumn_begins_late(store)
    a_policy(store, "Behaviour", next_review="June 2027")

    edit_policy(
        store,
        "Behaviour",
        PolicyDetails(next_review=when("Autumn term 2027")),
        school=None,
        today=TODAY,
        **RECORDING,
    )

    assert due(store) == (date(2027, 9, 6), date(2027, 12, 17))


def test_review_that_states_a_term_keeps_to_the_schools_own(store: Store) -> None:
    autumn_begins_late(store)
    a_policy(store, "Behaviour", cycle="annually")

    held = HeldReview(policy="Behaviour", on=when("2 November 2026"), next_review=when("Autumn term 2027"))
    record_review(store, held, today=TODAY, **RECORDING)

    assert due(store) == (date(2027, 9, 6), date(2027, 12, 17))


def test_review_on_a_day_of_the_month_that_was_known_counts_as_the_last_one(store: Store) -> None:
    a_policy(store, "Behaviour", cycle="annually", last_reviewed="June 2026")

    a_review(store, on="12 June 2026")

    assert due(store) == (date(2027, 6, 12), date(2027, 6, 12))


def test_documents_are_read_by_the_schools_own_terms(store: Store) -> None:
    autumn_begins_late(store)

    calendar = calendar_of(store, None)

    assert [term.first_day for term in calendar.terms] == [date(2027, 9, 6)]
