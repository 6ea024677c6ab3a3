"""`audit review list` and `show`: the reviews that were held, latest first."""

from dataclasses import dataclass
from datetime import date, datetime

from policyaudit.domain.partial_date import PartialDate
from policyaudit.errors import UsageProblem
from policyaudit.store.reads import histories
from policyaudit.store.reads.histories import ReviewRow
from policyaudit.store.reads.mapping import Reads
from policyaudit.usecases.finding import Found, find_policy, school_scope, scope_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One review: when, what came of it, who recorded it; why it was taken back, if it was."""

    title: str
    number: str | None
    school: str
    reviewed: PartialDate
    outcome: str
    note: str | None
    recorded_by: str | None
    recorded_at: datetime
    voided: bool
    why_voided: str | None


@dataclass(frozen=True, slots=True)
class ReviewList:
    """Reviews of one policy, of one school, or of all, latest first."""

    school: str | None
    schools: int
    policy: str | None
    reviews: tuple[ReviewLine, ...]


class NoSuchReview(UsageProblem):
    """No review of the policy was held then."""

    def __init__(self, policy: str, on: PartialDate | None) -> None:
        when = f" of {on}" if on else ""
        super().__init__(f"no review of {policy}{when} is in the register", next_step=f'audit review list "{policy}"')


def list_reviews(
    reads: Reads, *, policy: str | None = None, since: date | None = None, school: str | None = None
) -> ReviewList:
    """The reviews that were held, of one policy or of all; `since` leaves out those that ended before that day."""
    scope = scope_of(reads, school)
    found = find_policy(reads, policy, school_id=scope.school_id) if policy else None
    rows = histories.reviews(reads, found.school_id if found else scope.school_id, found.key if found else None)
    lines = tuple(review_line(row) for row in rows if since is None or row.reviewed.latest >= since)
    return ReviewList(scope.school, scope.schools, found.name if found else None, lines)


def show_review(reads: Reads, typed: str, *, on: PartialDate | None = None, school: str | None = None) -> ReviewLine:
    """The review of a policy that was held then, without a date the latest. Raises `NoSuchReview`."""
    policy = find_policy(reads, typed, school_id=school_scope(reads, school))
    return review_line(review_held(reads, policy, on))


def review_held(reads: Reads, policy: Found, on: PartialDate | None) -> ReviewRow:
    """The standing review of that date, else a voided one; without a date the latest that stands."""
    rows = histories.reviews(reads, policy.school_id, policy.key)
    held = [row for row in rows if on is None or row.reviewed.span == on.span]
    if not held:
        raise NoSuchReview(policy.name, on)
    return next((row for row in held if not row.voided), held[0])


def review_line(row: ReviewRow) -> ReviewLine:
    """The review as a line of a list."""
    return ReviewLine(
        title=row.title,
        number=row.number,
        school=row.school,
        reviewed=row.reviewed,
        outcome=row.outcome,
        note=row.note,
        recorded_by=row.recorded_by,
        recorded_at=row.recorded_at,
        voided=row.voided,
        why_voided=row.why_voided,
    )
