"""The whole proposal as rows that somebody can mend: what becomes of each document or row, and every value."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policyaudit.domain.naming import natural_key
from policyaudit.store.reads import names
from policyaudit.store.reads.mapping import Reads
from policyaudit.usecases.import_likeness import Resemblance, resembles_words
from policyaudit.usecases.import_plan import Outcome
from policyaudit.usecases.import_proposal import ImportProposal, ProposedDocument
from policyaudit.usecases.import_register import ProposedRow
from policyaudit.usecases.import_values import ProposedValue, next_review_in, proposed_values
from policyaudit.usecases.read_folder import FoundFile, ReadDocument

_NOT_MENDED = (Outcome.UNREAD, Outcome.PASSED_OVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A document, or one row of a list of policies, and the values that are kept of it.

    Those of a question are the ones that will be kept once it is answered. `becomes` is what the import does with it.
    """

    file_name: str
    source: str
    becomes: str
    school: str | None
    title: str | None
    version: str | None = None
    question: str | None
    candidates: tuple[str, ...]
    resembles: tuple[Resemblance, ...]
    warnings: tuple[str, ...] = ()
    values: tuple[ProposedValue, ...]
    row: int | None = None  # of a list of policies

    @property
    def next_review(self) -> str | None:
        """The next review that counts."""
        return next_review_in(self.values)

    @property
    def says(self) -> str:
        """What somebody has to look at: a question, another school, titles that it resembles."""
        like = f"resembles {resembles_words(self.resembles)}" if self.resembles else None
        told = (self.question, like, *self.warnings)
        return "; ".join(one for one in told if one)

    @property
    def is_held(self) -> bool:
        """Whether there is nothing new in it."""
        return self.becomes == Outcome.HELD

    @property
    def is_question(self) -> bool:
        """Whether somebody has to decide something of it first."""
        return self.becomes == Outcome.QUESTION


@dataclass(frozen=True, slots=True)
class ImportReport:
    """A proposal with everything in it that can be mended; the rows of lists that are `held` already are not shown.

    `schools` and `policies` are the names that somebody may choose from, in their order.
    """

    documents: tuple[Reported, ...]
    held: tuple[Reported, ...] = ()
    schools: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()

    @property
    def values_waiting(self) -> int:
        """How many values would wait for somebody's word."""
        return sum(not value.counts for one in self.documents for value in one.values)

    @property
    def questions(self) -> int:
        """How many documents are questions."""
        return sum(one.is_question for one in self.documents)


def report_of(proposal: ImportProposal, files: Sequence[FoundFile], reads: Reads | None = None) -> ImportReport:
    """The proposal as it is written to a file; what could not be read cannot be mended there.

    With the register, its schools and policies are among those that may be chosen.
    """
    rows = [_row(row) for register in proposal.registers for row in register.rows]
    shown = (*_documents(proposal, files), *(row for row in rows if not row.is_held))
    schools = [*proposal.schools_added, *(one.school for one in shown if one.school)]
    titles = [one.title for one in shown if one.title and not one.is_question]
    if reads is not None:
        schools += [school.name for school in names.schools(reads)]
        titles += [policy.shown for policy in names.policies(reads, None)]
    return ImportReport(shown, tuple(row for row in rows if row.is_held), _in_order(schools), _in_order(titles))


def _in_order(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(found), key=natural_key))


def _documents(proposal: ImportProposal, files: Sequence[FoundFile]) -> Iterator[Reported]:
    read = {one.sha256: one for one in files if isinstance(one, ReadDocument)}
    for one in proposal.documents:
        if one.source is not None and one.outcome not in _NOT_MENDED:
            yield Reported(
                file_name=one.file_name,
                source=one.source,
                becomes=one.outcome.value,
                school=one.school,
                title=one.title,
                version=one.version,
                question=one.question,
                candidates=one.candidates,
                resembles=one.resembles,
                warnings=one.warnings,
                values=tuple(_values(one, read)),
            )


def _values(one: ProposedDocument, read: dict[str, ReadDocument]) -> Sequence[ProposedValue]:
    """The values of a document; those of a question as they will be, so that all is mended at once."""
    if one.asks is not None and one.source in read:
        return proposed_values(read[one.source], is_filed_as_named=True)
    return one.values


def _row(row: ProposedRow) -> Reported:
    return Reported(
        file_name=f"{row.file_name}, row {row.row}",
        source=row.source,
        becomes=row.outcome.value,
        school=row.school,
        title=row.title,
        question=row.question,
        candidates=row.candidates,
        resembles=row.resembles,
        values=row.values,
        row=row.row,
    )
