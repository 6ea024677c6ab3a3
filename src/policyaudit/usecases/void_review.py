"""`audit review void`: take a review back that was not held so, by a new entry that points to it and says why."""

from dataclasses import dataclass, replace
from datetime import datetime

from policyaudit.domain.changes import Reviewed
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.policy import rescheduled
from policyaudit.errors import NothingRecorded
from policyaudit.store.opening import Store
from policyaudit.store.reads import histories, policies
from policyaudit.store.writes import Writer
from policyaudit.usecases.finding import Found, find_policy, school_scope
from policyaudit.usecases.show_reviews import review_held
from policyaudit.usecases.typed import kept_reason


@dataclass(frozen=True, slots=True)
class ReviewVoided:
    """The review that was taken back, and the dates of its policy as they are without it."""

    policy: str
    reviewed: PartialDate
    last_reviewed: PartialDate | None
    next_review: PartialDate | None


class VoidedBefore(NothingRecorded):
    """A review is taken back a second time."""

    def __init__(self, policy: str, reviewed: PartialDate) -> None:
        super().__init__(
            f"the review of {policy} of {reviewed} was voided before", next_step=f'audit review list "{policy}"'
        )


def void_review(
    store: Store, typed: str, *, on: PartialDate | None, reason: str, school: str | None, by: str, at: datetime
) -> ReviewVoided:
    """Voids the review of that date, without a date the latest. Raises `NoSuchReview` and `VoidedBefore`.

    The policy's next review is reckoned anew from the review before; a date that was stated for it stays.
    """
    kept = kept_reason(reason)
    with store.transaction(by=by, at=at) as writer:
        policy = find_policy(writer, typed, school_id=school_scope(writer, school))
        held = review_held(writer, policy, on)
        if held.voided:
            raise VoidedBefore(policy.name, held.reviewed)
        voiding = Reviewed(
            school_id=policy.school_id,
            review_id=writer.new_id(policy.school_id, "review"),
            policy_id=policy.key,
            reviewed=held.reviewed,
            outcome="not known",
            note_id=writer.note(policy.school_id, kept),
            voids=held.review_id,
        )
        writer.apply([voiding])
        return _without(writer, policy, held.reviewed)


def _without(writer: Writer, policy: Found, reviewed: PartialDate) -> ReviewVoided:
    state = policies.policy_state(writer, policy.school_id, policy.key)
    if state.last_reviewed is not None and state.last_reviewed.span == reviewed.span:
        standing = [row for row in histories.reviews(writer, policy.school_id, policy.key) if not row.voided]
        state = replace(state, last_reviewed=standing[0].reviewed if standing else None)
        approved = policies.approved_on(writer, policy.school_id, policy.key)
        calendar = policies.term_calendar(writer, policy.school_id)
        state = rescheduled(state, approved=approved, calendar=calendar)
        writer.apply([state])
    return ReviewVoided(policy.name, reviewed, state.last_reviewed, state.next_stated or state.next_derived)
