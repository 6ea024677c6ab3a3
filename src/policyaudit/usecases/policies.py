"""`audit policy`: add, edit and withdraw policies, and say whom they ask to sign."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from policyaudit.domain.changes import AudienceAsked, AudienceReleased, PolicyAdded, Status
from policyaudit.domain.naming import folded, natural_key, title_key
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.policy import P, on_calendar, rescheduled, with_cycle
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.errors import NothingRecorded
from policyaudit.store.opening import Store
from policyaudit.store.reads import names
from policyaudit.store.reads import policies as reading
from policyaudit.store.writes import Writer
from policyaudit.usecases.days import ONE_DAY
from policyaudit.usecases.finding import Found, find_group, find_policy, find_school, school_scope
from policyaudit.usecases.memberships import groups_to_join
from policyaudit.usecases.owners import known_committee, known_officer
from policyaudit.usecases.typed import LABEL, TITLE, kept_name, kept_text

NOTHING: Final = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyDetails:
    """What somebody says of a policy, as typed; None leaves a thing as it is, "none" takes it away."""

    title: str | None = None
    number: str | None = None
    officer: str | None = None
    committee: str | None = None
    cycle: ReviewCycle | None = None
    last_reviewed: PartialDate | None = None
    next_review: PartialDate | None = None
    status: Status | None = None
    anchor: str | None = None
    confidential: bool | None = None
    ask: tuple[str, ...] = ()
    no_longer_ask: tuple[str, ...] = ()
    asked_from: date | None = None


def add_policy(
    store: Store, details: PolicyDetails, *, school: str | None, today: date, by: str, at: datetime
) -> Found:
    """Adds a policy. Raises `NothingRecorded` if the school has one of that title or number."""
    title = kept_name("a policy", details.title or "", limit=TITLE)
    with store.transaction(by=by, at=at) as writer:
        school_id = find_school(writer, school).school_id
        policy = PolicyAdded(
            school_id=school_id,
            policy_id=writer.new_id(school_id, "policy"),
            title=title,
            title_key=title_key(title),
            sort_key=natural_key(title),
        )
        policy = _with(writer, policy, details)
        _refuse_double(writer, policy)
        writer.apply([_scheduled(writer, policy)])
        _ask(writer, Found(school_id, policy.policy_id, title), details, today)
        return Found(school_id, policy.policy_id, title)


def edit_policy(
    store: Store, typed: str, details: PolicyDetails, *, school: str | None, today: date, by: str, at: datetime
) -> Found:
    """Changes what is said of a policy and leaves the rest; its next review is derived anew."""
    with store.transaction(by=by, at=at) as writer:
        policy = find_policy(writer, typed, school_id=school_scope(writer, school))
        state = reading.policy_state(writer, policy.school_id, policy.key)
        changed = _scheduled(writer, _with(writer, state, details))
        if changed != state:
            _refuse_double(writer, changed)
            writer.apply([changed])
        _ask(writer, policy, details, today)
        return policy._replace(name=changed.title)


def withdraw_policy(
    store: Store, typed: str, *, on: date, reason: str | None, school: str | None, by: str, at: datetime
) -> Found:
    """Takes a policy out of force from a day on; what was signed stays."""
    with store.transaction(by=by, at=at) as writer:
        policy = find_policy(writer, typed, school_id=school_scope(writer, school))
        state = reading.policy_state(writer, policy.school_id, policy.key)
        if state.status == "withdrawn":
            problem = f"{policy.name} was withdrawn before"
            raise NothingRecorded(problem)
        note_id = writer.note(policy.school_id, kept_text("the reason", reason))
        writer.apply([replace(state, status="withdrawn", withdrawn_on=on, withdrawn_note_id=note_id)])
        return policy


def _refuse_double(writer: Writer, policy: PolicyAdded) -> None:
    """A title or a number means one policy of a school, withdrawn ones aside."""
    number = folded(policy.number) if policy.number else None
    for one in names.policies(writer, policy.school_id):
        same_number = number is not None and number in {folded(alias) for alias in one.aliases}
        is_other = one.key[1] != policy.policy_id
        if is_other and (same_number or title_key(one.shown) == policy.title_key):
            problem = f"this school has {one.shown!r} already"
            raise NothingRecorded(problem, next_step=f'audit policy edit "{one.shown}"')


def _with(writer: Writer, policy: P, details: PolicyDetails) -> P:
    """The policy with what was said of it."""
    if details.title:
        title = kept_name("a policy", details.title, limit=TITLE)
        policy = replace(policy, title=title, title_key=title_key(title), sort_key=natural_key(title))
    if details.officer:
        post_id, person_id = _officer(writer, policy.school_id, details.officer)
        policy = replace(policy, officer_post_id=post_id, officer_person_id=person_id)
    if details.committee:
        nobody = details.committee == NOTHING
        committee_id = None if nobody else known_committee(writer, policy.school_id, details.committee)
        policy = replace(policy, committee_id=committee_id)
    policy = with_cycle(policy, details.cycle) if details.cycle else policy
    if details.status:  # nobody can say that a policy is withdrawn but by withdrawing it
        policy = replace(policy, status=details.status, withdrawn_on=None, withdrawn_note_id=None)
    return replace(
        policy,
        number=kept_text("a number", details.number, limit=LABEL) or policy.number,
        last_reviewed=details.last_reviewed or policy.last_reviewed,
        next_stated=details.next_review or policy.next_stated,
        anchor=details.anchor or policy.anchor,
        confidential=policy.confidential if details.confidential is None else details.confidential,
    )


def _officer(writer: Writer, school_id: int, typed: str) -> tuple[int | None, int | None]:
    return (None, None) if typed == NOTHING else known_officer(writer, school_id, typed)


def _scheduled(writer: Writer, policy: P) -> P:
    approved = reading.approved_on(writer, policy.school_id, policy.policy_id)
    calendar = reading.term_calendar(writer, policy.school_id)
    return rescheduled(on_calendar(policy, calendar), approved=approved, calendar=calendar)


def _ask(writer: Writer, policy: Found, details: PolicyDetails, today: date) -> None:
    """Asks the groups that are not asked yet, from today or the day that was said, and releases others from today."""
    asked = {row.group_id: row for row in reading.audience(writer, policy.school_id, policy.key)}
    new = [key for key in groups_to_join(writer, policy.school_id, details.ask) if key not in asked]
    writer.apply(
        [
            AudienceAsked(
                school_id=policy.school_id,
                audience_id=writer.new_id(policy.school_id, "audience"),
                policy_id=policy.key,
                group_id=group_id,
                asked_from=details.asked_from or today,
            )
            for group_id in new
        ]
    )
    typed = [find_group(writer, group, school_id=policy.school_id).key for group in details.no_longer_ask]
    ended = [asked[key] for key in typed if key in asked]
    writer.apply(
        [
            AudienceReleased(school_id=policy.school_id, audience_id=row.audience_id, until_on=today - ONE_DAY)
            for row in ended
        ]
    )
