"""What somebody leaves out of an import for good: it is remembered by its bytes, and may be brought back."""

from dataclasses import dataclass, field

from policyaudit.domain.changes import LeftOutSet, LeftOutState
from policyaudit.reading.evidence import Reading
from policyaudit.store.writes import Writer
from policyaudit.usecases.import_decisions import Decisions
from policyaudit.usecases.import_plan import Outcome
from policyaudit.usecases.import_schools import Schools


@dataclass(frozen=True, slots=True)
class LeavingOut:
    """What was left out before, and what this import leaves out and brings back.

    A source is a file by its SHA-256, or one row of a list: that with the number of its line behind it.
    """

    schools: Schools
    writer: Writer | None
    decisions: Decisions
    _now: set[str] = field(default_factory=set)  # a folder may hold a file twice

    def why_apart(self, source: str, *, is_asked_for: bool = False) -> Outcome | None:
        """Why nothing becomes of a source that is not held: it is left out, now or before, or nothing was said of it.

        What was left out before takes part again where somebody says so, or `is_asked_for`.
        """
        said = self.decisions.answer(source)
        is_back = said.brings_back or (is_asked_for and not said.left_out)
        if not is_back and any(source in school.left_out for school in self.schools.searched):
            return Outcome.LEFT_OUT_BEFORE
        if said.left_out:
            return Outcome.LEFT_OUT
        return Outcome.SKIPPED if self.decisions.skips(source) else None

    def leave(self, source: str, file_name: str, *, named: Reading[str] | None) -> None:
        """Remembers that a source is no policy, in the school that it names, else in the first."""
        if source not in self._now:
            self._now.add(source)
            self._set(self.schools.nearest(named).school_id, source, file_name, "left out")

    def bring_back(self, source: str, file_name: str) -> None:
        """What was left out before is a policy after all."""
        for school in self.schools.searched:
            if source in school.left_out:
                school.left_out.remove(source)
                self._set(school.school_id, source, file_name, "brought back")

    def _set(self, school_id: int, source: str, file_name: str, state: LeftOutState) -> None:
        if self.writer:
            sha256, _, line = source.partition(":")
            said = LeftOutSet(school_id=school_id, sha256=sha256, line=int(line or 0), file_name=file_name, state=state)
            self.writer.apply([said])
