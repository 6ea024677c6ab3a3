"""How `audit staff show` looks on a terminal."""

from policyaudit.cli.facts import facts, listed, shown, span
from policyaudit.cli.table import Column, Giving
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import counted, day, paragraphs
from policyaudit.usecases.show_staff import Answer, GroupTime, PersonPage
from policyaudit.usecases.unsigned import Owed


def _remark(answer: Answer) -> str:
    """What is to be known of an answer that is not simply a signature."""
    said = [answer.state] if answer.state != "acknowledged" else []
    voided = [f"voided: {answer.why_voided}"] if answer.voided else []
    return "; ".join([*said, *voided, *([answer.note] if answer.note else [])])


_OWED = (
    Column[Owed]("Policy", lambda owed: owed.title, Giving.WRAP),
    Column[Owed]("By", lambda owed: day(owed.deadline, short=True)),
    Column[Owed]("Late", lambda owed: counted(owed.days_late, "day") if owed.days_late else "", right=True),
    Column[Owed]("Answer", lambda owed: owed.answer),
)
_ANSWERS = (
    Column[Answer]("Policy", lambda answer: answer.title, Giving.WRAP, least=20),
    Column[Answer]("Version", lambda answer: answer.version),
    Column[Answer]("Signed", lambda answer: day(answer.signed_on, short=True)),
    Column[Answer]("Recorded", lambda answer: day(answer.recorded_at, short=True)),
    Column[Answer]("By", lambda answer: answer.recorded_by, Giving.WRAP),
    Column[Answer]("", _remark, Giving.WRAP),
)


def person_page(found: PersonPage, terminal: Terminal) -> str:
    """One person: their time here, what they owe, what they signed."""
    known = (
        ("Role", found.role),
        ("E-mail", found.email),
        ("School", found.school),
        ("Presence", found.presence),
        ("Started", shown(found.started)),
        ("Left", shown(found.left)),
        ("Groups", "; ".join(map(_time, found.groups))),
        ("Posts", "; ".join(map(_time, found.posts))),
        ("Away", "; ".join(span(away.first, away.last) for away in found.absences)),
    )
    owed = listed("Still to sign:", _OWED, found.owed, terminal)
    answers = listed("Signed:", _ANSWERS, found.answers, terminal)
    nothing = f"Nothing is to be signed on {day(found.as_of)}."
    return paragraphs([facts(found.name, known, terminal.width), owed or nothing, answers])


def _time(of: GroupTime) -> str:
    return f"{of.name} {span(of.first, of.last)}".strip()
