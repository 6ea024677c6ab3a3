"""How `audit import` looks on a terminal: what each document says and becomes, and what it comes to."""

from collections.abc import Iterator
from typing import NamedTuple

from policyaudit.cli.asking import somebody_is_there
from policyaudit.cli.colours import GREEN, YELLOW
from policyaudit.cli.field_words import field_words, place_words
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import counted, next_steps, paragraphs, points, sentences
from policyaudit.domain.clean_text import clean
from policyaudit.usecases.import_plan import Outcome
from policyaudit.usecases.import_proposal import ImportProposal, ProposedDocument
from policyaudit.usecases.import_values import ProposedValue

_OUTCOMES = {
    Outcome.NEW_POLICY: ("new policy", "new policies"),
    Outcome.NEW_VERSION: ("new version", "new versions"),
    Outcome.OTHER_FORM: ("other form of a text", "other forms of a text"),
    Outcome.HELD: ("held already", "held already"),
    Outcome.QUESTION: ("question", "questions"),
    Outcome.UNREAD: ("not read", "not read"),
    Outcome.PASSED_OVER: ("passed over", "passed over"),
}
_APART = (Outcome.QUESTION, Outcome.UNREAD, Outcome.PASSED_OVER)


class Import(NamedTuple):
    """What an import records, or would record."""

    proposal: ImportProposal
    recorded: bool

    @property
    def documents_recorded(self) -> int:
        """How many documents are recorded or were so before."""
        return sum(document.outcome not in _APART for document in self.proposal.documents)

    @property
    def has_news(self) -> bool:
        """Whether there is anything that the register does not hold yet."""
        return self.documents_recorded > self.proposal.count(Outcome.HELD)

    @property
    def documents(self) -> int:
        """How many documents there are, read or not."""
        return len(self.proposal.documents) - self.proposal.count(Outcome.PASSED_OVER)

    @property
    def unread(self) -> int:
        """How many files could not be read."""
        return self.proposal.count(Outcome.UNREAD)


def import_page(found: Import, terminal: Terminal) -> str:
    """Before it is recorded every value with its place; afterwards each document in a line; always what is open."""
    taken = [document for document in found.proposal.documents if document.outcome not in _APART]
    in_full = [document for document in taken if document.values and not found.recorded]
    in_a_line = [document for document in taken if document not in in_full]
    several = len({document.school for document in taken}) > 1 or bool(found.proposal.schools_added)
    rows = table(_documents(several=several), in_a_line, terminal) if in_a_line else ""
    told = sentences(_summary(found), terminal.width)
    steps = next_steps(_next_steps(found), terminal.width)
    beware = points("Beware:", _warnings(in_a_line), terminal.width)
    full = _in_full(in_full, terminal, several=several)
    return paragraphs([*full, rows, beware, *_open(found, terminal.width), told, steps])


def _warnings(documents: list[ProposedDocument]) -> Iterator[str]:
    """What to beware of in documents that are shown in a line; one that is held already was warned of before."""
    for document in documents:
        if document.outcome is not Outcome.HELD:
            yield from (f"{document.file_name}: {warning}" for warning in document.warnings)


def _documents(*, several: bool) -> tuple[Column[ProposedDocument], ...]:
    return (
        Column("File", lambda document: document.file_name, Giving.CUT, least=26),
        Column("Outcome", lambda document: document.outcome, colour=lambda _: GREEN),
        Column("Policy", lambda document: "\n".join(_filed(document, several=several)), Giving.WRAP),
        Column("To confirm", lambda document: str(len(document.waiting) or ""), right=True, colour=lambda _: YELLOW),
    )


_VALUES = (
    Column[ProposedValue]("Value", lambda value: field_words(value.field), once=True),
    Column[ProposedValue]("Read as", lambda value: value.value, Giving.WRAP),
    Column[ProposedValue]("Where", lambda value: place_words(value.line, value.page, value.part), Giving.WRAP),
    Column[ProposedValue](
        "", lambda value: None if value.counts else "to confirm", colour=lambda value: "" if value.counts else YELLOW
    ),
)


def _filed(document: ProposedDocument, *, several: bool) -> Iterator[str]:
    """The policy, its school where there are several, and what is strange about it."""
    yield f"{document.title}, version {document.version}" if document.version else document.title or ""
    if several:
        yield document.school or ""
    if document.question:
        yield document.question


def _in_full(documents: list[ProposedDocument], terminal: Terminal, *, several: bool) -> Iterator[str]:
    """Each document under its name: what it becomes, what to beware of, and its values."""
    for document in documents:
        said = [*_filed(document, several=several), *document.warnings]
        head = points(f"{clean(document.file_name)}: {document.outcome}", said, terminal.width)
        yield f"{head}\n{table(_VALUES, document.values, terminal)}"


def _open(found: Import, width: int) -> Iterator[str]:
    """What somebody has to decide, what could not be read, and what is no document; each next step once."""
    by_outcome = {outcome: [one for one in found.proposal.documents if one.outcome is outcome] for outcome in _APART}
    asked, unread, passed_over = by_outcome.values()
    yield points("Questions, not recorded:", (f"{one.file_name}: {one.question}" for one in asked), width)
    yield sentences(_once(asked), width)
    yield points("Not read:", (f"{one.question}; {one.next_step}" for one in unread), width)
    yield points("Passed over, for they are no documents:", (one.file_name for one in passed_over), width)


def _once(documents: list[ProposedDocument]) -> list[str]:
    return list(dict.fromkeys(f"{document.next_step}." for document in documents if document.next_step))


def _summary(found: Import) -> Iterator[str]:
    """How many documents end how."""
    counts = ((found.proposal.count(outcome), words) for outcome, words in _OUTCOMES.items())
    told = ", ".join(counted(count, *words) for count, words in counts if count)
    yield f"{counted(len(found.proposal.documents), 'file')}: {told or 'nothing to read'}."
    if found.proposal.schools_added:
        yield f"{'Schools added' if found.recorded else 'Schools to add'}: {'; '.join(found.proposal.schools_added)}."
    if found.proposal.values_waiting:
        waiting = counted(found.proposal.values_waiting, "value")
        yield f"To be confirmed before it counts: {waiting}."
    if not found.has_news:
        yield "There is nothing new to record."
    elif not found.recorded:
        yield "Nothing is recorded yet."


def _next_steps(found: Import) -> Iterator[tuple[str, str]]:
    """What to type next."""
    if found.recorded or not found.has_news:
        yield "audit due", "shows which reviews are owed"
    elif not somebody_is_there():
        yield "audit import PATH... --yes", "records it"
