"""What is recorded by now of the values that a mended proposal decides: a decision that comes too late is told."""

from policyaudit.store.reads import held_values
from policyaudit.store.reads.mapping import Reads
from policyaudit.usecases.finding import known_schools
from policyaudit.usecases.import_decisions import Said

_TOO_LATE = {
    "waiting": "it is recorded by now and waits; audit confirm settles it",
    "recorded": "it is recorded by now and counts; audit policy edit changes it",
}
_AS_RECORDED = {"waiting": "skip", "recorded": "accept"}  # a sheet that is given twice says the same


class RecordedValues:
    """How the values that were read of documents, and of rows of lists, stand in the register."""

    def __init__(self, reads: Reads) -> None:
        self._states: dict[tuple[str, int | None, str, str], str] = {}
        for school in known_schools(reads):
            for one in held_values.values_read(reads, school.school_id):
                for line in (one.line, None):
                    self._states[one.sha256, line, one.field, one.value] = one.state

    def why_too_late(self, source: str, row: int | None, *, field: str, value: str, said: Said) -> str | None:
        """Why a decision on a value of this document, or of this row of it, can change nothing any more."""
        state = self._states.get((source.partition(":")[0], row, field, value), "")
        return None if said.word == _AS_RECORDED.get(state) else _TOO_LATE.get(state)
