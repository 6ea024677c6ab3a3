"""How `audit due` looks on a terminal."""

from collections.abc import Iterator

from policyaudit.cli.colours import PLAIN, RED, STANDING
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import counted, day, next_steps, paragraphs, sentences, short_date
from policyaudit.domain.schedule import Standing
from policyaudit.usecases.due import DueList, DuePolicy

_NONE = "No policy is in force yet."
_NOT_COUNTED = {Standing.DRAFT, Standing.WITHDRAWN}


def due_page(found: DueList, terminal: Terminal) -> str:
    """The policies, most overdue first, then what they come to and what to do next."""
    rows = table(_columns(several=found.school is None), found.policies, terminal) if found.policies else ""
    return paragraphs(
        [rows, sentences(_summary(found), terminal.width), next_steps(_next_steps(found), terminal.width)]
    )


def _columns(*, several: bool) -> tuple[Column[DuePolicy], ...]:
    return (
        Column("Standing", lambda policy: policy.standing, colour=lambda policy: STANDING[policy.standing]),
        Column("Policy", _title_and_school if several else _title, Giving.WRAP, least=23, leads=True),
        Column("Due", lambda policy: short_date(policy.next_review)),
        Column("Late", _late, right=True, colour=lambda policy: RED if policy.days_overdue else PLAIN),
        Column("Responsible", lambda policy: policy.responsible_officer, Giving.WRAP, least=15),
    )


def _title(policy: DuePolicy) -> str:
    return f"{policy.title} ({policy.number})" if policy.number else policy.title


def _title_and_school(policy: DuePolicy) -> str:
    return f"{_title(policy)}\n{policy.school}"


def _late(policy: DuePolicy) -> str:
    return counted(policy.days_overdue, "day") if policy.days_overdue else ""


def _summary(found: DueList) -> Iterator[str]:
    """What it comes to: what is owed, what is not, what waits."""
    number = found.counts
    in_force = _in_force(found)
    if not in_force:
        yield _nothing(found)
        return
    owed = (
        (number[Standing.OVERDUE], "overdue"),
        (number[Standing.UNSCHEDULED], "without a review date"),
        (number[Standing.DUE], "due now"),
        (number[Standing.DUE_SOON], f"due within {counted(found.within, 'day')}"),
        (number[Standing.IN_DATE], "in date"),
        (number[Standing.LIVE], "live"),
    )
    told = ", ".join(f"{count:,} {what}" for count, what in owed if count)
    yield f"{counted(in_force, 'policy', 'policies')} on {day(found.as_of)}: {told}."
    if found.values_waiting:
        waiting = counted(found.values_waiting, "value")
        yield f"{waiting} read from documents {'waits' if found.values_waiting == 1 else 'wait'} to be confirmed."


def _in_force(found: DueList) -> int:
    return sum(count for standing, count in found.counts.items() if standing not in _NOT_COUNTED)


def _nothing(found: DueList) -> str:
    """Why no policy is listed: nobody's at all, or none of those that were asked for."""
    named = [f"{found.officer!r} is responsible for"] if found.officer else []
    named += [f"{found.committee!r} approves"] if found.committee else []
    return f"No policy that {' and '.join(named)} is in force on {day(found.as_of)}." if named else _NONE


def _next_steps(found: DueList) -> Iterator[tuple[str, str]]:
    """What to type next."""
    standings = {policy.standing for policy in found.policies}
    if found.officer and not _in_force(found):
        yield "audit officer list", "who is responsible for how many policies"
    if found.committee and not _in_force(found):
        yield "audit committee list", "which committee approves how many policies"
    if not any(found.counts.values()) and not found.officer and not found.committee:
        yield "audit import FOLDER", "reads your policies into the register"
    if standings & {Standing.OVERDUE, Standing.DUE}:
        yield "audit review add POLICY --on DAY", "once a review was held"
    if Standing.UNSCHEDULED in standings:
        yield "audit policy edit POLICY --next-review DATE", "once a date is known"
    if found.values_waiting:
        yield "audit confirm", "goes through the values that wait"


def is_late(found: DueList) -> bool:
    """Whether a review is overdue or has no date."""
    return bool(found.counts[Standing.OVERDUE] or found.counts[Standing.UNSCHEDULED])
