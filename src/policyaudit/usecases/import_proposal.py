"""What an import does with each file, or would do: what people look at before they decide."""

from dataclasses import dataclass

from policyaudit.usecases.import_plan import Outcome
from policyaudit.usecases.import_proposed import Proposed
from policyaudit.usecases.import_register import ProposedRegister
from policyaudit.usecases.import_values import next_review_in


@dataclass(frozen=True, slots=True)
class ProposedDocument(Proposed):
    """What an import does with one file; `question` is what somebody has to decide, or why it was not read.

    `source` names the text itself (the SHA-256 of the file).
    """

    file_name: str
    outcome: Outcome
    title: str | None = None
    version: str | None = None
    warnings: tuple[str, ...] = ()
    source: str | None = None

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
