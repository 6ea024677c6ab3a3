"""What an import does with each file, or would do: what people look at before they decide."""

from dataclasses import dataclass

from policyaudit.usecases.import_likeness import Resemblance
from policyaudit.usecases.import_plan import Asks, Outcome
from policyaudit.usecases.import_register import ProposedRegister
from policyaudit.usecases.import_values import ProposedValue, next_review_in


@dataclass(frozen=True, slots=True)
class ProposedDocument:
    """What an import does with one file; `question` is what somebody has to decide, or why it was not read.

    `source` names the text itself (the SHA-256 of the file), `asks` the kind of answer that the question needs, among
    the `candidates` if there are any. A new policy may resemble others, and so be a version of one of them.
    """

    file_name: str
    outcome: Outcome
    school: str | None = None
    title: str | None = None
    version: str | None = None
    question: str | None = None
    next_step: str | None = None
    values: tuple[ProposedValue, ...] = ()
    warnings: tuple[str, ...] = ()
    source: str | None = None
    asks: Asks | None = None
    candidates: tuple[str, ...] = ()
    resembles: tuple[Resemblance, ...] = ()

    @property
    def waiting(self) -> tuple[ProposedValue, ...]:
        """The values that do not count until somebody confirms them."""
        return tuple(value for value in self.values if not value.counts)

    @property
    def next_review(self) -> str | None:
        """The next review that it states for certain, or that somebody has said."""
        return next_review_in(self.values)


@dataclass(frozen=True, slots=True)
class ImportProposal:
    """What an import records, or would: the documents in the order read, the schools it adds, and the registers."""

    documents: tuple[ProposedDocument, ...]
    schools_added: tuple[str, ...]
    registers: tuple[ProposedRegister, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """How many documents end so."""
        return sum(document.outcome is outcome for document in self.documents)

    @property
    def values_waiting(self) -> int:
        """How many values would wait for somebody to confirm them."""
        of_documents = sum(len(document.waiting) for document in self.documents)
        return of_documents + sum(register.values_waiting for register in self.registers)
