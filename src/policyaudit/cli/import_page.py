"""How `audit import` looks on a terminal: what needs a person, what becomes of each document, and what it comes to."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from policyaudit.cli import import_groups as grouped
from policyaudit.cli.asking import somebody_is_there
from policyaudit.cli.import_full import in_full
from policyaudit.cli.import_lines import ImportLine, import_lines
from policyaudit.cli.register_import_page import APART, is_known, register_head, register_listed, register_page
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import counted, next_steps, paragraphs, sentences
from policyaudit.usecases.import_plan import Outcome
from policyaudit.usecases.import_proposal import ImportProposal, ProposedDocument
from policyaudit.usecases.import_register import RowOutcome

_OUTCOMES = {
    Outcome.NEW_POLICY: ("new policy", "new policies"),
    Outcome.NEW_VERSION: ("new version", "new versions"),
    Outcome.OTHER_FORM: ("other form of a text", "other forms of a text"),
    Outcome.HELD: ("held already", "held already"),
    Outcome.QUESTION: ("question", "questions"),
    Outcome.UNREAD: ("not read", "not read"),
    Outcome.LEFT_OUT: ("left out", "left out"),
    Outcome.LEFT_OUT_BEFORE: ("left out before", "left out before"),
    Outcome.SKIPPED: ("skipped", "skipped"),
    Outcome.PASSED_OVER: ("passed over", "passed over"),
}
_APART = (Outcome.QUESTION, Outcome.UNREAD, Outcome.SKIPPED, Outcome.PASSED_OVER)
_BEFORE = (Outcome.HELD, Outcome.LEFT_OUT_BEFORE)
_FEW = 3  # so many documents are shown with every value


class Import(NamedTuple):
    """What an import records, or would record; `full` where every value is to be shown of however many documents.

    `mended` is the file from which decisions were taken.
    """

    proposal: ImportProposal
    recorded: bool
    full: bool = False
    mended: Path | None = None

    @property
    def documents_settled(self) -> int:
        """How many documents, and lists of policies, are recorded or left out, or were so before."""
        lists = sum(any(row.outcome not in APART for row in each.rows) for each in self.proposal.registers)
        return lists + sum(document.outcome not in _APART for document in self.proposal.documents)

    @property
    def has_news(self) -> bool:
        """Whether there is anything that the register does not hold yet."""
        is_new = any(one.outcome not in (*_APART, *_BEFORE) for one in self.proposal.documents)
        return is_new or any(register.has_news for register in self.proposal.registers)

    @property
    def is_known(self) -> bool:
        """Whether something is held already, and nothing is new beside it, unless a question is answered."""
        return bool(self.documents_settled) and not self.has_news

    @property
    def documents(self) -> int:
        """How many documents and lists there are, read or not."""
        return self.files - self.proposal.count(Outcome.PASSED_OVER)

    @property
    def files(self) -> int:
        """How many files there are."""
        return len(self.proposal.documents) + len(self.proposal.registers)

    @property
    def questions(self) -> int:
        """How many questions wait for an answer, of documents and of rows."""
        of_rows = sum(register.count(RowOutcome.QUESTION) for register in self.proposal.registers)
        return self.proposal.count(Outcome.QUESTION) + of_rows

    @property
    def unread(self) -> int:
        """How many files could not be read."""
        return self.proposal.count(Outcome.UNREAD)

    @property
    def registers(self) -> tuple[dict[str, object], ...]:
        """The lists of policies, as other programs are told of them."""
        return tuple(map(register_listed, self.proposal.registers))

    @property
    def lines(self) -> tuple[ImportLine, ...]:
        """The lines of a sheet, documents and rows of lists one below the other."""
        return import_lines(self.proposal)

    @property
    def with_values(self) -> list[ProposedDocument]:
        """The documents that are shown in full: all that are new, where they are few or somebody asks for it."""
        new = [document for document in self.proposal.documents if document.values]
        return new if not self.recorded and (self.full or len(new) <= _FEW) else []


def import_page(found: Import, terminal: Terminal) -> str:
    """First what needs a person, then each document: in full where there are few, in a line where there are many.

    What is held already, and was told when it was recorded, is only counted.
    """
    documents, width = found.proposal.documents, terminal.width
    registers = found.proposal.registers
    full = found.with_values
    lines = [one for one in documents if one not in full]
    several = len({one.school for one in documents if one.school}) > 1
    return paragraphs(
        [
            _nothing_new(found),
            *grouped.questions(documents, width),
            *(in_full(one, terminal, several=several) for one in full),
            grouped.unread(documents, width, briefly=found.is_known and not found.full),
            grouped.warnings(lines, width),
            grouped.remarks((one for one in lines if one.outcome not in (*_APART, *_BEFORE)), width),
            grouped.resemblances(lines, width),
            "" if found.recorded else grouped.doubts(lines, terminal),
            *grouped.groups(lines, terminal, full=found.full),
            *(
                register_page(one, terminal, recorded=found.recorded, full=found.full)
                for one in registers
                if found.full or not is_known(one)
            ),
            sentences((register_head(one) for one in registers if is_known(one) and not found.full), width),
            grouped.passed_over(documents, width),
            sentences(_summary(found), width),
            next_steps(_next_steps(found), width),
        ]
    )


def _nothing_new(found: Import) -> str:
    """What the page begins with where everything was imported before."""
    if not found.is_known:
        return ""
    asks = counted(found.questions, "question")
    return f"There is nothing new to record{f', and {asks} to answer' if found.questions else ''}."


def _summary(found: Import) -> Iterator[str]:
    """How many documents end how."""
    counts = ((found.proposal.count(outcome), words) for outcome, words in _OUTCOMES.items())
    told = ", ".join(counted(count, *words) for count, words in counts if count)
    lists = counted(len(found.proposal.registers), "list of policies", "lists of policies")
    told = ", ".join(filter(None, [lists if found.proposal.registers else "", told]))
    yield f"{counted(found.files, 'file')}: {told or 'nothing to read'}."
    if found.proposal.schools_added:
        yield f"{'Schools added' if found.recorded else 'Schools to add'}: {'; '.join(found.proposal.schools_added)}."
    if found.proposal.values_waiting:
        waiting = counted(found.proposal.values_waiting, "value")
        yield f"To be confirmed before it counts: {waiting}."
    if found.questions and not found.has_news:
        yield "Nothing is recorded before that is answered."
    elif found.has_news and not found.recorded:
        yield "Nothing is recorded yet."


def _next_steps(found: Import) -> Iterator[tuple[str, str]]:
    """What to type next; whoever sits at a terminal is asked instead."""
    waits, asks = found.proposal.values_waiting, found.questions
    if found.recorded and waits:
        yield "audit confirm", "goes through the values that wait"
    if found.proposal.count(Outcome.LEFT_OUT_BEFORE):
        yield "audit import FILE", "asks again of one file that was left out before"
    if found.recorded or (found.is_known and not asks):
        yield "audit due", "shows which reviews are owed"
    elif (found.has_news or asks) and not somebody_is_there():
        if found.has_news:
            again = f" --from {found.mended}" if found.mended else ""
            yield f"audit import PATH...{again} --yes", "records it"
        if (waits or asks) and not found.mended:
            yield "audit import PATH... --report FILE.xlsx", "writes it to a sheet to be mended"
