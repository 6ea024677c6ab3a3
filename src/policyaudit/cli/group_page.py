"""How `audit group` looks on a terminal."""

from policyaudit.cli.facts import facts, listed, shown, span
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import begun, counted, day, paragraphs, points
from policyaudit.usecases.groups import GroupEnded, GroupMoved
from policyaudit.usecases.show_groups import GroupLine, GroupList, GroupPage, Member

_SCHOOL = Column[GroupLine]("School", lambda line: line.school, Giving.WRAP, once=True)
_COLUMNS = (
    Column[GroupLine]("Group", lambda line: line.slug, Giving.WRAP),
    Column[GroupLine]("Name", lambda line: line.name, Giving.WRAP),
    Column[GroupLine]("People", lambda line: f"{line.people:,}", right=True),
    Column[GroupLine]("Policies that ask it", lambda line: f"{line.policies:,}" if line.policies else "", right=True),
    Column[GroupLine]("Ended", lambda line: shown(line.ended)),
)
_PEOPLE = (
    Column[Member]("Name", lambda member: member.name, Giving.WRAP, least=20),
    Column[Member]("Role", lambda member: member.role, Giving.WRAP),
    Column[Member]("In the group", lambda member: span(member.since, member.until)),
)


def groups_page(found: GroupList, terminal: Terminal) -> str:
    """Each group with its people and the policies that ask it."""
    columns = _COLUMNS if found.school else (_SCHOOL, *_COLUMNS)
    told = f"{begun(counted(len(found.groups), 'group'))} on {day(found.as_of)}."
    return paragraphs([table(columns, found.groups, terminal) if found.groups else "", told])


def group_page(found: GroupPage, terminal: Terminal) -> str:
    """One group: who is in it, and what asks it."""
    known = (("Typed as", found.slug), ("School", found.school), ("Ended", shown(found.ended)))
    people = listed(f"{counted(len(found.people), 'person', 'people').capitalize()}:", _PEOPLE, found.people, terminal)
    asking = points("Asked to sign:", found.policies, terminal.width)
    head = facts(found.name, known, terminal.width)
    return paragraphs([head, people or "Nobody is in it.", asking or "No policy asks it to sign."])


def moved(done: GroupMoved, did: str, before: str) -> str:
    """Who came or went, and for whom nothing changed."""
    told = f"{did} {done.group}: {'; '.join(done.moved) or 'nobody'}."
    return f"{told} These {before}: {'; '.join(done.as_before)}." if done.as_before else told


def ended(done: GroupEnded) -> str:
    """What ended, and what that changes."""
    people, policies = counted(done.people, "person", "people"), counted(len(done.policies), "policy", "policies")
    return f"The group {done.name} ends on {day(done.on)}: {people} in it, {policies} no longer asking it."
