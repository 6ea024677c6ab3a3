"""How `audit committee` looks on a terminal."""

from policyaudit.cli.colours import PLAIN, RED
from policyaudit.cli.facts import facts, listed, shown
from policyaudit.cli.policy_columns import POLICIES
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import begun, counted, day, paragraphs
from policyaudit.usecases.committees import CommitteeEnded
from policyaudit.usecases.show_committees import CommitteeLine, CommitteeList, CommitteePage

_SCHOOL = Column[CommitteeLine]("School", lambda line: line.school, Giving.WRAP, once=True)
_COLUMNS = (
    Column[CommitteeLine]("Committee", lambda line: line.name, Giving.WRAP, least=20),
    Column[CommitteeLine]("Also called", lambda line: ", ".join(line.aliases), Giving.WRAP),
    Column[CommitteeLine]("Policies", lambda line: f"{line.owes.policies:,}", right=True),
    Column[CommitteeLine](
        "Overdue",
        lambda line: f"{line.owes.overdue:,}" if line.owes.overdue else "",
        right=True,
        colour=lambda line: RED if line.owes.overdue else PLAIN,
    ),
    Column[CommitteeLine](
        "No date", lambda line: f"{line.owes.unscheduled:,}" if line.owes.unscheduled else "", right=True
    ),
    Column[CommitteeLine]("Ended", lambda line: shown(line.ended)),
)


def committees_page(found: CommitteeList, terminal: Terminal) -> str:
    """Each committee with its policies, and those of them that are overdue."""
    columns = _COLUMNS if found.school else (_SCHOOL, *_COLUMNS)
    told = f"{begun(counted(len(found.committees), 'committee'))} on {day(found.as_of)}."
    return paragraphs([table(columns, found.committees, terminal) if found.committees else "", told])


def committee_page(found: CommitteePage, terminal: Terminal) -> str:
    """One committee, and the policies it approves."""
    known = (("Also called", ", ".join(found.aliases)), ("School", found.school), ("Ended", shown(found.ended)))
    policies = listed(
        f"Approves {counted(len(found.policies), 'policy', 'policies')}:", POLICIES, found.policies, terminal
    )
    return paragraphs([facts(found.name, known, terminal.width), policies or "It approves no policy."])


def ended(done: CommitteeEnded) -> str:
    """What ended, and who takes over."""
    over = (
        f" {done.handed_to} approves {counted(len(done.policies), 'policy', 'policies')} from then."
        if done.handed_to and done.policies
        else ""
    )
    return f"The committee {done.name} ends on {day(done.on)}.{over}"
