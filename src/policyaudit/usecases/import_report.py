"""The whole proposal as rows that somebody can mend: what becomes of each document, and every value of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from policyaudit.usecases.import_plan import Outcome
from policyaudit.usecases.import_proposal import ImportProposal, ProposedDocument
from policyaudit.usecases.import_values import ProposedValue, proposed_values
from policyaudit.usecases.read_folder import FoundFile, ReadDocument

_NOT_MENDED = (Outcome.UNREAD, Outcome.PASSED_OVER)


@dataclass(frozen=True, slots=True)
class ReportedDocument:
    """One document of a proposal, and the values that are kept of it, or would be once its question is answered."""

    document: ProposedDocument
    values: tuple[ProposedValue, ...]

    @property
    def says(self) -> str:
        """What somebody has to look at: a question, another school, titles that it resembles."""
        like = " or ".join(f"{one.title} ({one.per_cent} %)" for one in self.document.resembles)
        told = (self.document.question, f"resembles {like}" if like else None, *self.document.warnings)
        return "; ".join(one for one in told if one)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """A proposal with everything in it that can be mended."""

    documents: tuple[ReportedDocument, ...]

    @property
    def values_waiting(self) -> int:
        """How many values would wait for somebody's word."""
        return sum(not value.counts for one in self.documents for value in one.values)

    @property
    def questions(self) -> int:
        """How many documents are questions."""
        return sum(one.document.outcome is Outcome.QUESTION for one in self.documents)


def report_of(proposal: ImportProposal, files: Sequence[FoundFile]) -> ImportReport:
    """The proposal as it is written to a file; what could not be read cannot be mended there."""
    read = {one.sha256: one for one in files if isinstance(one, ReadDocument)}
    reported = [
        ReportedDocument(one, tuple(_values(one, read))) for one in proposal.documents if one.outcome not in _NOT_MENDED
    ]
    return ImportReport(tuple(reported))


def _values(one: ProposedDocument, read: dict[str, ReadDocument]) -> Sequence[ProposedValue]:
    """The values of a document; those of a question as they will be, so that all is mended at once."""
    if one.outcome is Outcome.QUESTION and one.asks is not None and one.source in read:
        return proposed_values(read[one.source], is_filed_as_named=True)
    return one.values
