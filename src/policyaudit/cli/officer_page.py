"""How `audit officer` looks on a terminal."""

from policyaudit.cli.colours import PLAIN, RED
from policyaudit.cli.facts import facts, listed, shown, span
from policyaudit.cli.policy_columns import POLICIES
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import begun, counted, day, paragraphs
from policyaudit.usecases.officers import PostEnded
from policyaudit.usecases.show_officers import OfficerLine, OfficerList, OfficerPage

_SCHOOL = Column[OfficerLine]("School", lambda line: line.school, Giving.WRAP, once=True)
_COLUMNS = (
    Column[OfficerLine]("Responsible", lambda line: line.name, Giving.WRAP, least=20),
    Column[OfficerLine]("Held by", lambda line: (line.holder or "vacant") if line.is_post else "", Giving.WRAP),
    Column[OfficerLine]("Policies", lambda line: f"{line.owes.policies:,}", right=True),
    Column[OfficerLine](
        "Overdue",
        lambda line: f"{line.owes.overdue:,}" if line.owes.overdue else "",
        right=True,
        colour=lambda line: RED if line.owes.overdue else PLAIN,
    ),
    Column[OfficerLine](
        "No date", lambda line: f"{line.owes.unscheduled:,}" if line.owes.unscheduled else "", right=True
    ),
    Column[OfficerLine]("Ended", lambda line: shown(line.ended)),
)


def officers_page(found: OfficerList, terminal: Terminal) -> str:
    """Each post, and each person who is responsible without one, with the reviews they owe."""
    columns = _COLUMNS if found.school else (_SCHOOL, *_COLUMNS)
    told = f"{begun(counted(len(found.officers), 'responsible officer'))} on {day(found.as_of)}."
    return paragraphs([table(columns, found.officers, terminal) if found.officers else "", told])


def officer_page(found: OfficerPage, terminal: Terminal) -> str:
    """One post: who holds and held it, and what it owes."""
    times = [f"{one.person or 'somebody erased'} {span(one.first, one.last)}".strip() for one in found.holders]
    known = (
        ("Held by", found.holder or "nobody"),
        ("Holders", "; ".join(times)),
        ("School", found.school),
        ("Ended", shown(found.ended)),
    )
    policies = listed(f"Owes {counted(len(found.policies), 'policy', 'policies')}:", POLICIES, found.policies, terminal)
    return paragraphs([facts(found.title, known, terminal.width), policies or "It owes no policy."])


def ended(done: PostEnded) -> str:
    """What ended, and who takes over."""
    theirs = counted(len(done.policies), "policy", "policies")
    over = f" {done.handed_to} is responsible for {theirs} from then." if done.handed_to and done.policies else ""
    return f"The post {done.title} ends on {day(done.on)}.{over}"
