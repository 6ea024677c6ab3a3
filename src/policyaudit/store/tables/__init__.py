"""The tables of the register, keyed by school first."""

from policyaudit.store.tables import evidence, people, policies
from policyaudit.store.tables.columns import Table

METADATA = Table.metadata

# Rows of these are only ever added: triggers refuse UPDATE, DELETE and an INSERT over an existing key.
EVIDENCE: tuple[type[Table], ...] = (
    policies.Document,
    policies.VersionDocument,
    evidence.Revision,
    evidence.Review,
    evidence.Approval,
    evidence.Declaration,
    evidence.Acknowledgement,
    evidence.PackIssued,
    evidence.Journal,
)

__all__ = ["EVIDENCE", "METADATA", "Table", "evidence", "people", "policies"]
