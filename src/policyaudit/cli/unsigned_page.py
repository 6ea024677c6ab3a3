"""How `audit unsigned` looks on a terminal."""

from collections.abc import Iterator, Sequence

from policyaudit.cli.colours import PLAIN, RED, YELLOW
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import counted, day, next_steps, paragraphs, sentences
from policyaudit.usecases.unsigned import Owed, UnsignedList


def page_by_policy(found: UnsignedList, terminal: Terminal) -> str:
    """Each signature that is owed, the policies one after the other."""
    return _page(found, (_policy(found)._replace(once=True), _person(found), *_WHEN), terminal)


def page_by_person(found: UnsignedList, terminal: Terminal) -> str:
    """Each signature that is owed, the people one after the other."""
    return _page(found, (_person(found)._replace(once=True), _policy(found), *_WHEN), terminal)


def _page(found: UnsignedList, columns: Sequence[Column[Owed]], terminal: Terminal) -> str:
    rows = table(columns, found.owed, terminal) if found.owed else ""
    return paragraphs(
        [rows, sentences(_summary(found), terminal.width), next_steps(_next_steps(found), terminal.width)]
    )


def _policy(found: UnsignedList) -> Column[Owed]:
    several = found.school is None
    return Column("Policy", lambda owed: f"{owed.title}\n{owed.school}" if several else owed.title, Giving.WRAP)


def _person(found: UnsignedList) -> Column[Owed]:
    return Column("Person", lambda owed: _told_apart(owed, found), Giving.WRAP)


def _told_apart(owed: Owed, found: UnsignedList) -> str:
    """The person; below a name that two share, what tells them apart."""
    apart = owed.email or owed.role
    return f"{owed.person}\n{apart}" if apart and owed.person in found.namesakes else owed.person


_WHEN = (
    Column[Owed]("By", lambda owed: day(owed.deadline, short=True)),
    Column[Owed](
        "Late",
        lambda owed: counted(owed.days_late, "day") if owed.days_late else "",
        right=True,
        colour=lambda owed: RED if owed.days_late else PLAIN,
    ),
    Column[Owed]("Answer", lambda owed: owed.answer, colour=lambda owed: YELLOW if owed.answer else PLAIN),
)


def _summary(found: UnsignedList) -> Iterator[str]:
    """What it comes to, of everything that was asked for."""
    asked_for, on = counted(found.required, "signature"), day(found.as_of)
    if not found.required:
        yield f"{found.person or 'Nobody'} is {'not ' if found.person else ''}asked to sign{_what(found)} on {on}."
    elif not found.owed:
        yield f"Nothing is missing on {on}: {found.acknowledged:,} of {asked_for} asked for are given."
    else:
        people = counted(found.people, "person", "people")
        yield f"{counted(len(found.owed), 'signature')} missing from {people} on {on}, {found.late:,} late."
        yield f"{found.acknowledged:,} of {asked_for} asked for are given."
    if found.without_version and found.policy:
        yield f"{found.policy} asks for signatures, but has no version in force yet."
    elif found.without_version:
        policies = counted(found.without_version, "policy asks", "policies ask")
        yield f"{policies} for signatures with no version in force yet."


def _what(found: UnsignedList) -> str:
    return f" {found.policy}" if found.policy else ""


def _next_steps(found: UnsignedList) -> Iterator[tuple[str, str]]:
    """What to type next."""
    if found.owed:
        yield "audit sign POLICY PERSON --on DAY", "records what was signed"
    if found.without_version:
        yield "audit version add POLICY LABEL --in-force DATE", "gives a version to sign"
    elif found.person and not found.required:
        yield "audit staff show PERSON", "shows their groups"
    elif not found.required:
        yield "audit policy edit POLICY --ask GROUP", "says who is to sign it"
