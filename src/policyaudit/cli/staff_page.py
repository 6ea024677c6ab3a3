"""How `audit staff` looks on a terminal."""

from collections import Counter
from collections.abc import Collection

from policyaudit.cli.asking import somebody_is_there
from policyaudit.cli.colours import PLAIN, YELLOW
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import counted, day, next_steps, paragraphs, points, sentences
from policyaudit.usecases.show_staff import Presence, StaffLine, StaffList
from policyaudit.usecases.staff import PersonChanged, PersonHasLeft
from policyaudit.usecases.staff_plan import StaffImported


def _presence(line: StaffLine) -> str:
    """What is to be known of somebody who is not simply there."""
    if line.presence is Presence.LEFT and line.left:
        return f"left {day(line.left, short=True)}"
    if line.presence is Presence.NOT_STARTED and line.started:
        return f"from {day(line.started, short=True)}"
    return "" if line.presence is Presence.HERE else line.presence


_SCHOOL = Column[StaffLine]("School", lambda line: line.school, Giving.WRAP, once=True)
_COLUMNS = (
    Column[StaffLine]("Role", lambda line: line.role, Giving.WRAP),
    Column[StaffLine]("Groups", lambda line: ", ".join(line.groups), Giving.WRAP),
    Column[StaffLine]("", _presence, colour=lambda _: YELLOW),
    Column[StaffLine](
        "To sign",
        lambda line: f"{line.owes:,}" if line.owes else "",
        right=True,
        colour=lambda line: YELLOW if line.owes else PLAIN,
    ),
)


def _name(alike: Collection[str]) -> Column[StaffLine]:
    """The name; below one that two people have, what tells them apart."""
    return Column(
        "Name",
        lambda line: f"{line.name}\n{line.email}" if line.email and line.name in alike else line.name,
        Giving.WRAP,
        least=20,
    )


def staff_page(found: StaffList, terminal: Terminal) -> str:
    """People by surname, and how many signatures each owes."""
    bearers = Counter(line.name for line in found.people)
    alike = {name for name, people in bearers.items() if people > 1}
    columns = (_name(alike), *_COLUMNS) if found.school else (_SCHOOL, _name(alike), *_COLUMNS)
    owing = sum(1 for line in found.people if line.owes)
    people = f"{counted(len(found.people), 'person', 'people')} on {day(found.as_of)}"
    told = f"{people}; {owing:,} of them still to sign." if found.people else f"Nobody is here on {day(found.as_of)}."
    steps = [] if found.people else [("audit staff import FILE", "reads a list of staff")]
    rows = table(columns, found.people, terminal) if found.people else ""
    return paragraphs([rows, sentences([told], terminal.width), next_steps(steps, terminal.width)])


def sheet_page(found: StaffImported, terminal: Terminal, *, recorded: bool) -> str:
    """Whom a sheet of staff adds and changes, and which of its rows are left out."""
    added, changed = len(found.added), len(found.changed)
    told = f"{counted(added, 'person', 'people')} added, {changed:,} changed, {found.unchanged:,} as before."
    steps = [] if recorded or somebody_is_there() else [("audit staff import FILE --yes", "records it")]
    return paragraphs(
        [
            points("Added:" if recorded else "To add:", ["; ".join(found.added)] if added else [], terminal.width),
            points(
                "Changed:" if recorded else "To change:", ["; ".join(found.changed)] if changed else [], terminal.width
            ),
            points(
                "Left out:", (f"row {row.number}: {'; '.join(row.reasons)}" for row in found.left_out), terminal.width
            ),
            told if recorded else f"{told} Nothing is recorded yet.",
            next_steps(steps, terminal.width),
        ]
    )


def changed_page(changed: PersonChanged, terminal: Terminal) -> str:
    """Who was changed, and which posts do not come back to them by themselves."""
    vacant = [f"Still vacant: {'; '.join(changed.vacant)}."] if changed.vacant else []
    since = day(changed.since) if changed.since else ""
    steps = [
        (f'audit officer edit "{post}" --holder "{changed.name}" --from "{since}"', "puts them back into it")
        for post in changed.vacant
    ]
    said = sentences([f"Changed {changed.name}.", *vacant], terminal.width)
    return paragraphs([said, next_steps(steps, terminal.width)])


def has_left(gone: PersonHasLeft) -> str:
    """Who leaves, and what is without them."""
    vacant = f" Vacant from then: {'; '.join(gone.posts)}." if gone.posts else ""
    theirs = f" Still responsible for: {'; '.join(gone.policies)}." if gone.policies else ""
    return f"{gone.name} leaves on {day(gone.on)}.{vacant}{theirs}"
