"""What waits of a policy gives way to what somebody, or a document, says for certain."""

from collections.abc import Mapping

from policyaudit.domain.changes import PolicyAdded, ValueSettled
from policyaudit.store.reads import holdings
from policyaudit.store.writes import Writer


def settled_by_hand(writer: Writer, policy: PolicyAdded, said: Mapping[str, str | None]) -> list[ValueSettled]:
    """How the waiting values of these fields end: confirmed by the same words, corrected by others.

    None is said where the policy has no such thing at all: the value is dropped.
    """
    return [
        ValueSettled(
            school_id=policy.school_id,
            provenance_id=key,
            state="dropped" if words is None else "confirmed" if words == value else "corrected",
            corrected_to=words if words != value else None,
        )
        for field, words in said.items()
        for key, value in holdings.waiting_values(writer, policy.school_id, policy.policy_id, field)
    ]
