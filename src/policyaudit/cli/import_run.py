"""One run of `audit import`: the files that were read, what somebody decides of them, and recording it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from policyaudit.cli.asking import agreed, somebody_is_there, talk
from policyaudit.cli.import_dialogue import can_be_gone_through, decide
from policyaudit.cli.import_page import Import
from policyaudit.cli.import_report import decisions_from
from policyaudit.cli.problems import Interrupted
from policyaudit.cli.register import Recording
from policyaudit.store.opening import Store
from policyaudit.usecases.import_decisions import NOTHING_DECIDED, Decisions
from policyaudit.usecases.import_documents import accept_import, propose_import
from policyaudit.usecases.import_proposal import ImportProposal
from policyaudit.usecases.import_report import ImportReport, report_of
from policyaudit.usecases.import_schools import ImportOptions
from policyaudit.usecases.import_values import ProposedValue
from policyaudit.usecases.read_folder import FoundFile, ReadDocument

_UNRECORDED = "stopped before it was finished: nothing is recorded, and what was said is not kept"
_IN_PARTS = "stop here (q) at a question ends the questions, and then records what was said so far"


class Run(NamedTuple):
    """The files of an import, and into which register and how they are filed."""

    store: Store
    files: Sequence[FoundFile]
    options: ImportOptions

    def propose(self, decisions: Decisions = NOTHING_DECIDED) -> ImportProposal:
        """What would be recorded with these decisions."""
        return propose_import(self.store, self.files, options=self.options, decisions=decisions)

    def report(self) -> ImportReport:
        """The proposal as it goes to a file."""
        return report_of(self.propose(), self.files, self.store)

    def mended(self, path: Path | None) -> Decisions:
        """What a mended proposal decides; nothing where there is none."""
        if path is None:
            return NOTHING_DECIDED
        return decisions_from(self.store, path, self.report(), school=self.options.school)

    def asked(self, found: Import, said: Decisions, *, may_ask: bool) -> Decisions | None:
        """What whoever sits at the terminal decides; None where nobody does, or nothing is to be recorded."""
        if not may_ask or not somebody_is_there():
            return None
        if not can_be_gone_through(found.proposal):
            return said if found.has_news and agreed("Record it?", yes=False) else None
        try:
            return decide(talk(), self.propose, said, has_news=found.has_news, line_above=self._line_above)
        except KeyboardInterrupt:
            raise Interrupted(_UNRECORDED, next_step=_IN_PARTS) from None

    def _line_above(self, source: str, value: ProposedValue) -> str | None:
        """What stands above a value that was read because of it."""
        if value.line is None or "below" not in value.reason:
            return None
        texts = (one.text for one in self.files if isinstance(one, ReadDocument) and one.sha256 == source)
        before = (line.text for text in texts for line in text.lines if line.number < (value.line or 0))
        return next((line for line in reversed(list(before)) if line.strip()), None)

    def record(self, decisions: Decisions, recording: Recording) -> Import:
        """Record it as it was decided."""
        recorded = accept_import(self.store, self.files, options=self.options, decisions=decisions, **recording)
        return Import(recorded, recorded=True)
