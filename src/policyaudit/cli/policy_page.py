"""How `audit policy list` and `audit policy show` look on a terminal."""

from collections.abc import Iterator

from policyaudit.cli.facts import facts_with_sources, listed
from policyaudit.cli.field_words import field_words
from policyaudit.cli.policy_columns import POLICIES
from policyaudit.cli.policy_facts import SHOWN, called, known_of, version_words
from policyaudit.cli.review_page import REVIEWS
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.where_known import each_once, places, quoted, remark
from policyaudit.cli.wording import begun, counted, day, next_steps, paragraphs, points, sentences, standings_told
from policyaudit.store.reads.histories import ApprovalRow, ValueRow
from policyaudit.usecases.list_policies import ListedPolicy, PolicyList
from policyaudit.usecases.policy_changes import PolicyChanged
from policyaudit.usecases.show_policy import PolicyPage

_SCHOOL = Column[ListedPolicy]("School", lambda policy: policy.school, Giving.WRAP, once=True)
_APPROVALS = (
    Column[ApprovalRow]("Approved", lambda approval: str(approval.approved or "")),
    Column[ApprovalRow]("By", lambda approval: approval.committee or approval.approver, Giving.WRAP),
    Column[ApprovalRow]("Version", lambda approval: approval.version),
)
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
    """One policy: how it stands and why, each with where it comes from; then its past, and what was read besides."""
    return paragraphs(
        [
            facts_with_sources(_titled(found.policy), known_of(found), terminal),
            _versions(found, terminal.width),
            listed("Reviews:", REVIEWS, found.reviews if _has_past(found) else (), terminal),
            listed("Approvals:", _APPROVALS, found.approvals if len(found.approvals) > 1 else (), terminal),
            listed("Also read:", _READ, _also_read(found), terminal),
            next_steps(_to_confirm(found.policy), terminal.width),
        ]
    )


def _has_past(found: PolicyPage) -> bool:
    """Whether there is more to tell of its reviews than the last one and its outcome."""
    return len(found.reviews) > 1 or any(review.note or review.voided for review in found.reviews)


def _versions(found: PolicyPage, width: int) -> str:
    """Each version in words; a single one that was read from a document is told by the facts."""
    versions = () if len(found.versions) == 1 and found.versions[0].files else found.versions
    return points("Versions:", (f"{called(version)}: {version_words(version)}" for version in versions), width)


def _to_confirm(policy: ListedPolicy) -> Iterator[tuple[str, str]]:
    if policy.values_waiting:
        yield f'audit confirm "{policy.title}"', f"settles {_that_wait(policy.values_waiting)}"


def _that_wait(values: int) -> str:
    return "the value that waits" if values == 1 else f"{counted(values, 'value')} that wait"


def policy_changed(done: PolicyChanged) -> str:
    """What is new of a policy, and what that leads to."""
    new = "; ".join(f"{what} {now or 'none'}" for what, now in done.new)
    told = [f"Changed {done.name}: {new}." if new else f"Nothing is new: {done.name} was so before."]
    if done.is_past:
        told.append("That next review lies in the past.")
    if done.settled:
        told.append(f"{begun(counted(done.settled, 'value'))} no longer to be confirmed.")
    return " ".join(told)


def _also_read(found: PolicyPage) -> tuple[_Same, ...]:
    """What was read and does not stand beside the facts, the same value out of several documents as one."""
    told = [value for known in found.known.values() for value in (*known.same, *known.otherwise)]
    rest = [value for value in found.values if value.field not in SHOWN or value not in told]
    return tuple(each_once(rest))


def _as_read(same: _Same) -> str:
    """The value, and below it the words that it was read from where they say more; a row of a log says the same."""
    words = "" if same[0].field == "version_history" else quoted(same[0])
    return "\n".join(filter(None, (same[0].value, words)))


def _remark(value: ValueRow) -> str:
    """Whether it waits or how it was settled, or that it counted before."""
    return remark(value) or ("no longer counts" if value.field in SHOWN else "")


_READ = (
    Column[_Same]("Read", lambda same: field_words(same[0].field), once=True),
    Column[_Same]("As", _as_read, Giving.WRAP, least=18),
    Column[_Same]("Where", lambda same: "\n".join(places(same)), Giving.WRAP, least=16),
    Column[_Same]("", lambda same: _remark(same[0]), Giving.WRAP),
)


def _titled(policy: ListedPolicy) -> str:
    return f"{policy.title} ({policy.number})" if policy.number else policy.title
