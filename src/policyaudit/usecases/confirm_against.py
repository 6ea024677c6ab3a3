"""What counts now of a policy where a value that waits says otherwise, and where that was read."""

from collections.abc import Iterator
from dataclasses import dataclass

from policyaudit.domain.naming import folded
from policyaudit.store.reads import held_values, waiting
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.waiting import CountingRow, WaitingRow
from policyaudit.usecases.import_register_facts import stated_values
from policyaudit.usecases.import_values import in_words


@dataclass(frozen=True, slots=True)
class Against:
    """What counts now in place of a value that waits; `read` is where it was read, None where somebody typed it."""

    value: str
    read: CountingRow | None


class Counting:
    """What counts now in the schools whose values wait: read once, and asked for each of the values."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads
        self._stated: dict[int, dict[tuple[int, str], str]] = {}
        self._read: dict[int, dict[tuple[int, str, str], CountingRow]] = {}

    def against(self, row: WaitingRow) -> Against | None:
        """What counts now of that field, if it is something else."""
        if row.school_id not in self._stated:
            self._stated[row.school_id] = dict(_stated(self._reads, row.school_id))
            counting = waiting.counting(self._reads, row.school_id)
            self._read[row.school_id] = {(one.policy_id, one.field, one.value): one for one in counting}
        counts = self._stated[row.school_id].get((row.policy_id, row.field))
        if counts is None or folded(counts) == folded(row.value):
            return None
        return Against(counts, self._read[row.school_id].get((row.policy_id, row.field, counts)))


def _stated(reads: Reads, school_id: int) -> Iterator[tuple[tuple[int, str], str]]:
    approvals = held_values.last_approvals(reads, school_id)
    for policy in held_values.stated_policies(reads, school_id):
        for field, value in stated_values(policy, approvals.get(policy.policy_id)):
            yield (policy.policy_id, field), in_words(value)
