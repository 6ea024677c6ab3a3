"""`audit policy show`: everything that the register holds of one policy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from policyaudit.domain.next_review import disagree
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.policy import cycle_of
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.domain.schedule import HORIZON
from policyaudit.store.reads import histories, notes, policies, schedule, unsigned
from policyaudit.store.reads.histories import ApprovalRow, ValueRow
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.past import past_policies
from policyaudit.store.reads.waiting import waiting_of_policies
from policyaudit.usecases.finding import Found, find_policy, school_scope
from policyaudit.usecases.known_from import Entered, KnownFrom
from policyaudit.usecases.list_policies import ListedPolicy, listed_policy
from policyaudit.usecases.policy_sources import Stands, sources
from policyaudit.usecases.show_officers import Holders
from policyaudit.usecases.show_reviews import ReviewLine, review_line
from policyaudit.usecases.show_versions import VersionLine, version_lines


@dataclass(frozen=True, slots=True)
class GroupAsked:
    """A group that the policy asks to sign, and since when."""

    slug: str
    name: str
    since: date


@dataclass(frozen=True, slots=True)
class SigningProgress:
    """How many signatures the policy requires on a day, and how they stand."""

    required: int
    acknowledged: int
    late: int
    declined: int
    queried: int


@dataclass(frozen=True, slots=True)
class NextReview:
    """The next review as stated and as it follows from the cycle; the stated one counts, even if they disagree."""

    stated: PartialDate | None
    derived: PartialDate | None
    disagree: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyPage:
    """One policy on one day. `holder` is whoever holds the post that is responsible."""

    as_of: date
    policy: ListedPolicy
    status: str
    holder: str | None
    cycle: ReviewCycle | None
    anchor: str
    next_review: NextReview
    withdrawn_on: date | None
    why_withdrawn: str | None
    audience: tuple[GroupAsked, ...]
    signing: SigningProgress | None  # None where nobody is asked
    versions: tuple[VersionLine, ...]  # newest first
    reviews: tuple[ReviewLine, ...]  # latest first
    approvals: tuple[ApprovalRow, ...]
    values: tuple[ValueRow, ...]  # as they were read
    known: Mapping[str, KnownFrom]  # by field: where what counts comes from

    @property
    def entered(self) -> dict[str, Entered]:
        """By field, who entered what counts, and when."""
        return {field: one.entered for field, one in self.known.items() if one.entered}


def show_policy(
    reads: Reads, typed: str, *, as_of: date, within: int = HORIZON, school: str | None = None
) -> PolicyPage:
    """The policy that is meant. Raises `NoSuchName` and `SeveralSuchNames`."""
    found = find_policy(reads, typed, school_id=school_scope(reads, school), on=as_of)
    state = policies.policy_state(reads, found.school_id, found.key)
    rows = schedule.all_policies(reads, schedule.Chosen(found.school_id), as_of=as_of)
    row = next(row for row in rows if row.policy_id == found.key)
    then = past_policies(reads, found.school_id, as_of=as_of).get((found.school_id, found.key), state)
    policy = listed_policy(row, as_of, within, waiting_of_policies(reads, found.school_id))
    versions = tuple(reversed(version_lines(reads, found, as_of)))
    approvals = _approvals(reads, found, as_of)
    values = tuple(histories.values(reads, found.school_id, found.key))
    stands = Stands(
        policy, state.cycle_as_written, then.next_stated, _in_force(versions), approvals[0] if approvals else None
    )
    return PolicyPage(
        as_of=as_of,
        policy=policy,
        status=then.status,
        holder=_holder(reads, found, state.officer_post_id, as_of),
        cycle=cycle_of(state),
        anchor=state.anchor,
        next_review=NextReview(then.next_stated, then.next_derived, disagree(then.next_stated, then.next_derived)),
        withdrawn_on=state.withdrawn_on,
        why_withdrawn=notes.text_of(reads, found.school_id, state.withdrawn_note_id),
        audience=tuple(
            GroupAsked(group.slug, group.name, group.asked_from)
            for group in policies.audience(reads, found.school_id, found.key)
            if group.asked_from <= as_of
        ),
        signing=_signing(reads, found, as_of),
        versions=versions,
        reviews=tuple(
            review_line(review)
            for review in histories.reviews(reads, found.school_id, found.key)
            if review.reviewed.earliest <= as_of
        ),
        approvals=approvals,
        values=values,
        known=sources(reads, found, values, stands),
    )


def _approvals(reads: Reads, policy: Found, as_of: date) -> tuple[ApprovalRow, ...]:
    return tuple(
        approval
        for approval in histories.approvals(reads, policy.school_id, policy.key)
        if approval.approved is None or approval.approved.earliest <= as_of
    )


def _in_force(versions: Iterable[VersionLine]) -> VersionLine | None:
    return next((version for version in versions if version.is_in_force), None)


def _holder(reads: Reads, policy: Found, post_id: int | None, as_of: date) -> str | None:
    return Holders(reads, policy.school_id, as_of).of(policy.school_id, post_id) if post_id is not None else None


def _signing(reads: Reads, policy: Found, as_of: date) -> SigningProgress | None:
    for row in unsigned.progress(reads, as_of=as_of, school_id=policy.school_id, policy_id=policy.key):
        return SigningProgress(row.required, row.acknowledged, row.late, row.declined, row.queried)
    return None
