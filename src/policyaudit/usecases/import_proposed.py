"""What an import proposes of anything that it can file: a document, or a row of a list of policies."""

from dataclasses import dataclass

from policyaudit.usecases.import_likeness import Resemblance
from policyaudit.usecases.import_plan import Asks
from policyaudit.usecases.import_values import ProposedValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """The school it goes to, the values that are kept of it, and what somebody has to say first.

    `asks` is the kind of answer that the `question` needs, among the `candidates` if there are any. What is new may
    resemble policies that are there, and so belong to one of them.
    """

    school: str | None = None
    values: tuple[ProposedValue, ...] = ()
    question: str | None = None
    next_step: str | None = None
    asks: Asks | None = None
    candidates: tuple[str, ...] = ()
    resembles: tuple[Resemblance, ...] = ()

    @property
    def waiting(self) -> tuple[ProposedValue, ...]:
        """The values that do not count until somebody confirms them."""
        return tuple(value for value in self.values if not value.counts)
