"""`audit policy`: add, edit and withdraw policies, and say whom they ask to sign."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, Literal

from policyaudit.domain.changes import AudienceAsked, AudienceReleased, PolicyAdded, Status
from policyaudit.domain.clean_text import clean
from policyaudit.domain.naming import folded, natural_key, title_key
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.policy import P, on_calendar, rescheduled, with_cycle
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.errors import NothingRecorded, UsageProblem
from policyaudit.store.opening import Store
from policyaudit.store.reads import names
from policyaudit.store.reads import policies as reading
from policyaudit.store.writes import Writer
from policyaudit.usecases.days import ONE_DAY
from policyaudit.usecases.finding import Found, find_group, find_policy, find_school, school_scope
from policyaudit.usecases.memberships import groups_to_join
from policyaudit.usecases.owners import known_committee, known_officer
from policyaudit.usecases.policy_changes import PolicyChanged, in_words
from policyaudit.usecases.settled_by_hand import settled_by_hand
from policyaudit.usecases.typed import LABEL, TITLE, kept_name, kept_text

NOTHING: Final = "none"
# What somebody says by hand, and the field of a document whose proposals that settles.
_SETTLES: Final = {
    "title": "title",
    "number": "policy_number",
    "officer": "responsible_officer",
    "committee": "responsible_committee",
    "cycle": "review_frequency",
    "last_reviewed": "last_reviewed",
    "next_review": "next_review",
}


class NothingToChange(UsageProblem):
    """An edit that does not say what to change."""

    def __init__(self, policy: str) -> None:
        super().__init__(
            f"nothing was said that is to change of {policy}", next_step="audit policy edit --help  lists what can be"
        )


class NothingInIt(UsageProblem):
    """An option with nothing in it."""

    def __init__(self, what: str) -> None:
        super().__init__(f"the {what} is empty", next_step=f"give one; {NOTHING!r} takes it away")


class NumberTaken(NothingRecorded):
    """A number that another policy of the school has."""

    def __init__(self, number: str, title: str) -> None:
        super().__init__(f"the number {number} is taken: {title!r} has it", next_step="give another number")


class TitleTaken(NothingRecorded):
    """A title that another policy of the school has."""

    def __init__(self, title: str) -> None:
        super().__init__(f"this school has {title!r} already", next_step=f'audit policy edit "{title}"')


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyDetails:
    """What somebody says of a policy, as typed; None leaves a thing as it is, "none" takes it away."""

    title: str | None = None
    number: str | None = None
    officer: str | None = None
    committee: str | None = None
    cycle: ReviewCycle | None = None
    last_reviewed: PartialDate | None = None
    next_review: PartialDate | Literal["none"] | None = None  # as stated: without one it follows from the cycle
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
        refuse_double(writer, policy, today)
        writer.apply([_scheduled(writer, policy)])
        _ask(writer, Found(school_id, policy.policy_id, title), details, today)
        return Found(school_id, policy.policy_id, title)


def edit_policy(
    store: Store, typed: str, details: PolicyDetails, *, school: str | None, today: date, by: str, at: datetime
) -> PolicyChanged:
    """Changes what is said of a policy and leaves the rest; its next review is derived anew.

    What is said by hand settles what a document proposes for it. Raises `NothingToChange` where nothing is said.
    """
    with store.transaction(by=by, at=at) as writer:
        policy = find_policy(writer, typed, school_id=school_scope(writer, school), on=today)
        if replace(details, asked_from=None) == PolicyDetails():
            raise NothingToChange(policy.name)
        state = reading.policy_state(writer, policy.school_id, policy.key)
        before = in_words(writer, state)
        changed = _scheduled(writer, _with(writer, state, details))
        if changed != state:
            refuse_double(writer, changed, today, before=state)
            writer.apply([changed])
        _ask(writer, policy, details, today)
        settled = _settle(writer, changed, details)
        return before.changed_to(in_words(writer, changed), changed.title, settled=settled, today=today)


def _settle(writer: Writer, policy: PolicyAdded, details: PolicyDetails) -> int:
    """What waits in the fields that were said gives way; gives how many values that are."""
    said = {field: getattr(details, name) for name, field in _SETTLES.items() if getattr(details, name) is not None}
    words = {field: _in_words(value) for field, value in said.items()}
    settled = settled_by_hand(writer, policy, words)
    writer.apply(settled)
    return len(settled)


def _in_words(said: str | PartialDate | ReviewCycle) -> str | None:
    if isinstance(said, ReviewCycle):
        return said.as_written
    return None if said == NOTHING else clean(str(said))


def withdraw_policy(
    store: Store, typed: str, *, on: date, reason: str | None, school: str | None, by: str, at: datetime
) -> Found:
    """Takes a policy out of force from a day on; what was signed stays."""
    with store.transaction(by=by, at=at) as writer:
        policy = find_policy(writer, typed, school_id=school_scope(writer, school))
        state = reading.policy_state(writer, policy.school_id, policy.key)
        if state.status == "withdrawn":
            problem = f"{policy.name} was withdrawn before"
            raise NothingRecorded(
                problem, next_step=f'audit policy edit "{policy.name}" --status "in force"  undoes it'
            )
        note_id = writer.note(policy.school_id, kept_text("the reason", reason))
        writer.apply([replace(state, status="withdrawn", withdrawn_on=on, withdrawn_note_id=note_id)])
        return policy


def refuse_double(writer: Writer, policy: PolicyAdded, today: date, *, before: PolicyAdded | None = None) -> None:
    """A title or a number is given to one policy of a school, those withdrawn by today aside.

    Raises `TitleTaken` and `NumberTaken`.
    """
    if before is not None and before.status == "withdrawn" != policy.status:
        before = None  # its title and number were free as long as it was withdrawn
    is_new_title = before is None or before.title_key != policy.title_key
    number = folded(policy.number) if policy.number and (before is None or before.number != policy.number) else None
    for one in names.policies(writer, policy.school_id, on=today):
        if one.key[1] == policy.policy_id:
            continue
        if policy.number and number in {folded(alias) for alias in one.aliases}:
            raise NumberTaken(policy.number, one.shown)
        if is_new_title and title_key(one.shown) == policy.title_key:
            raise TitleTaken(one.shown)


def _with(writer: Writer, policy: P, details: PolicyDetails) -> P:
    """The policy with what was said of it."""
    for what in ("number", "officer", "committee"):
        if getattr(details, what) is not None and not getattr(details, what).strip():
            raise NothingInIt(what)
    if details.title is not None:
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
        number=_number(details.number) if details.number else policy.number,
        last_reviewed=details.last_reviewed or policy.last_reviewed,
        next_stated=None if details.next_review == NOTHING else details.next_review or policy.next_stated,
        anchor=details.anchor or policy.anchor,
        confidential=policy.confidential if details.confidential is None else details.confidential,
    )


def _officer(writer: Writer, school_id: int, typed: str) -> tuple[int | None, int | None]:
    return (None, None) if typed == NOTHING else known_officer(writer, school_id, typed)


def _number(typed: str) -> str | None:
    return None if typed == NOTHING else kept_text("a number", typed, limit=LABEL)


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
