"""How `audit policy list` and `audit policy show` look on a terminal."""

from collections.abc import Iterator, Sequence

from policyaudit.cli.facts import facts, listed, shown
from policyaudit.cli.field_words import field_words, place_words
from policyaudit.cli.options import today
from policyaudit.cli.policy_columns import POLICIES
from policyaudit.cli.review_page import REVIEWS
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.version_page import VERSIONS
from policyaudit.cli.wording import begun, counted, day, next_steps, paragraphs, sentences, standings_told
from policyaudit.store.reads.histories import ApprovalRow, ValueRow
from policyaudit.usecases.list_policies import ListedPolicy, PolicyList
from policyaudit.usecases.policy_changes import PolicyChanged
from policyaudit.usecases.show_policy import PolicyPage, SigningProgress

_SCHOOL = Column[ListedPolicy]("School", lambda policy: policy.school, Giving.WRAP, once=True)
_APPROVALS = (
    Column[ApprovalRow]("Approved", lambda approval: str(approval.approved or "")),
    Column[ApprovalRow]("By", lambda approval: approval.committee or approval.approver, Giving.WRAP),
    Column[ApprovalRow]("Version", lambda approval: approval.version),
)
_SETTLED = {"confirmed": "accepted", "corrected": "corrected", "dropped": "dropped"}
_MOST_PLACES = 3  # of one value in several documents
_Same = tuple[ValueRow, ...]


def policies_page(found: PolicyList, terminal: Terminal) -> str:
    """Policies by title, and how many stand how."""
    columns = POLICIES if found.school else (_SCHOOL, *POLICIES)
    rows = table(columns, found.policies, terminal) if found.policies else ""
    number = begun(counted(len(found.policies), "policy", "policies"))
    told = f"{number} on {day(found.as_of)}{standings_told(found.counts)}."
    steps = next_steps(_next_steps(found), terminal.width)
    return paragraphs([rows, sentences([told], terminal.width), steps])


def _next_steps(found: PolicyList) -> Iterator[tuple[str, str]]:
    if not found.policies:
        yield "audit import FOLDER", "reads policies"
        yield "audit policy add TITLE", "adds one"
    if any(policy.values_waiting for policy in found.policies):
        yield "audit confirm", "goes through the values that wait"


def policy_page(found: PolicyPage, terminal: Terminal) -> str:
    """One policy: how it stands, who owes and approves it, its versions, reviews and approvals, and what was read."""
    return paragraphs(
        [
            facts(_titled(found.policy), _known(found), terminal.width),
            listed("Versions:", VERSIONS, found.versions, terminal),
            listed("Reviews:", REVIEWS, found.reviews, terminal),
            listed("Approvals:", _APPROVALS, found.approvals, terminal),
            listed("Read from documents:", _values(found), _each_once(found.values), terminal),
            next_steps(_to_confirm(found.policy), terminal.width),
        ]
    )


def _to_confirm(policy: ListedPolicy) -> Iterator[tuple[str, str]]:
    if policy.values_waiting:
        yield f'audit confirm "{policy.title}"', f"settles {counted(policy.values_waiting, 'value')} that wait"


def policy_changed(done: PolicyChanged) -> str:
    """What is new of a policy, and what that leads to."""
    new = "; ".join(f"{what} {now or 'none'}" for what, now in done.new)
    told = [f"Changed {done.name}: {new}." if new else f"Nothing is new: {done.name} was so before."]
    if done.is_past:
        told.append("That next review lies in the past.")
    if done.settled:
        told.append(f"{begun(counted(done.settled, 'value'))} no longer to be confirmed.")
    return " ".join(told)


def _values(found: PolicyPage) -> tuple[Column[_Same], ...]:
    several = len({value.file_name for value in found.values}) > 1
    return (
        Column("Read", lambda same: field_words(same[0].field), once=True),
        Column("As", lambda same: same[0].value, Giving.WRAP),
        Column("Where", lambda same: "\n".join(_places(same, several=several)), Giving.WRAP),
        Column("", lambda same: _remark(same[0]), Giving.WRAP),
    )


def _remark(value: ValueRow) -> str:
    """That it waits, or how it was settled, by whom and when."""
    if value.state == "recorded":
        return ""
    if value.settled_by is None or value.settled_at is None:
        return "to confirm"
    how = f"corrected to {value.corrected_to}" if value.corrected_to else _SETTLED[value.state]
    return f"{how} by {value.settled_by}, {day(today(value.settled_at), short=True)}"


def _each_once(values: Sequence[ValueRow]) -> tuple[_Same, ...]:
    """The same value out of several documents as one."""
    same: dict[tuple[str, str, str, str], list[ValueRow]] = {}
    for value in values:
        same.setdefault((value.field, value.value, value.state, _remark(value)), []).append(value)
    return tuple(map(tuple, same.values()))


def _places(same: _Same, *, several: bool) -> Iterator[str]:
    """Where the value stands, and in which documents if there are several; the first few where there are many."""
    for value in same[:_MOST_PLACES]:
        place = place_words(value.line, value.page, value.part)
        yield f"{value.file_name}, {place}" if several and value.file_name else place
    if len(same) > _MOST_PLACES:
        yield f"and {counted(len(same) - _MOST_PLACES, 'other document')}"


def _titled(policy: ListedPolicy) -> str:
    return f"{policy.title} ({policy.number})" if policy.number else policy.title


def _known(found: PolicyPage) -> tuple[tuple[str, str | None], ...]:
    """What is known of the policy, one thing on a line."""
    policy, late = found.policy, found.policy.days_overdue
    stands = f"{policy.standing} by {counted(late, 'day')}" if late else str(policy.standing)
    return (
        ("Standing", f"{stands} on {day(found.as_of)}"),
        ("School", policy.school),
        ("Responsible", _responsible(found)),
        ("Committee", policy.committee),
        ("Review cycle", found.cycle.as_written if found.cycle else None),
        ("Last review", str(policy.last_reviewed or "")),
        ("Next review", _next_review(found)),
        ("Withdrawn" if found.status == "withdrawn" else "Ends", shown(found.withdrawn_on)),
        ("Why", found.why_withdrawn),
        ("Confidential", "yes: packs count it and do not list it" if policy.confidential else None),
        ("Asks to sign", ", ".join(group.slug for group in found.audience)),
        ("Signatures", _progress(found.signing) if found.signing else None),
    )


def _responsible(found: PolicyPage) -> str | None:
    officer = found.policy.responsible_officer
    return f"{officer} ({found.holder})" if officer and found.holder else officer


def _next_review(found: PolicyPage) -> str | None:
    """The date that counts, and how it is known."""
    dates = found.next_review
    if dates.disagree:
        return f"{dates.stated}, as stated; the review cycle gives {dates.derived}"
    return (
        f"{dates.stated}, as stated" if dates.stated else f"{dates.derived}, from the cycle" if dates.derived else None
    )


def _progress(signing: SigningProgress) -> str:
    answers = ((signing.late, "late"), (signing.declined, "declined"), (signing.queried, "queried"))
    more = "".join(f", {count:,} {what}" for count, what in answers if count)
    return f"{signing.acknowledged:,} of {signing.required:,}{more}"
