"""`audit review`: record that a policy was looked at; its next review follows."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from policyaudit.domain.changes import Approved, Outcome, Reviewed
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.policy import after_review, in_terms_of
from policyaudit.errors import NothingRecorded
from policyaudit.store.opening import Store
from policyaudit.store.reads import policies
from policyaudit.usecases.finding import find_policy, school_scope
from policyaudit.usecases.owners import known_committee
from policyaudit.usecases.typed import kept_text


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReview:
    """A review as somebody reports it; `next_review` is what the school states, else the cycle gives it."""

    policy: str
    on: PartialDate
    outcome: Outcome = "unchanged"
    next_review: PartialDate | None = None
    approved_by: str | None = None
    note: str | None = None
    school: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewRecorded:
    """The policy and when it is next due; None where neither cycle nor anybody says."""

    policy: str
    reviewed: PartialDate
    next_review: PartialDate | None


class NextReviewBeforeReview(NothingRecorded):
    """The next review is to be over before the one that is recorded was held."""

    def __init__(self, stated: PartialDate, held: PartialDate) -> None:
        super().__init__(
            f"the next review, {stated}, lies before this one, {held}",
            next_step="leave --next-review out and it follows from the cycle, or name a later date",
        )


def record_review(store: Store, held: HeldReview, *, today: date, by: str, at: datetime) -> ReviewRecorded:
    """Records the review. One that is surely older than the last is kept, and changes no date.

    Raises `NothingRecorded` for a day in the future, and `NextReviewBeforeReview`.
    """
    if held.on.earliest > today:
        problem = f"{held.on} is in the future"
        raise NothingRecorded(problem, next_step="record a review once it was held")
    with store.transaction(by=by, at=at) as writer:
        policy = find_policy(writer, held.policy, school_id=school_scope(writer, held.school))
        calendar = policies.term_calendar(writer, policy.school_id)
        stated = in_terms_of(held.next_review, calendar) if held.next_review else None
        held = replace(held, on=in_terms_of(held.on, calendar), next_review=stated)
        if stated is not None and stated.latest < held.on.earliest:
            raise NextReviewBeforeReview(stated, held.on)
        state = policies.policy_state(writer, policy.school_id, policy.key)
        reviewed = Reviewed(
            school_id=policy.school_id,
            review_id=writer.new_id(policy.school_id, "review"),
            policy_id=policy.key,
            reviewed=held.on,
            outcome=held.outcome,
            note_id=writer.note(policy.school_id, kept_text("the note", held.note)),
        )
        writer.apply([reviewed])
        if held.approved_by:
            approved = Approved(
                school_id=policy.school_id,
                approval_id=writer.new_id(policy.school_id, "approval"),
                policy_id=policy.key,
                committee_id=known_committee(writer, policy.school_id, held.approved_by),
                approved=held.on,
            )
            writer.apply([approved])
        if not _is_older(held.on, state.last_reviewed):
            state = after_review(state, held.on, stated=held.next_review, calendar=calendar)
            writer.apply([state])
        return ReviewRecorded(policy.name, held.on, state.next_stated or state.next_derived)


def _is_older(held: PartialDate, last: PartialDate | None) -> bool:
    """The review was surely held before the last one: 12 June is not older than "June"."""
    return last is not None and held.latest < last.earliest
