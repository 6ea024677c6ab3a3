"""The journal: one entry for each change, in the order in which they were recorded."""

from alembic import op

from policyaudit.store.migration_words import KEYED, guard, keyed_by, number, octets, of_school, text

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "journal",
        number("school_id"),
        number("position"),
        text("kind"),
        text("subject"),
        text("subject_id"),
        text("claimed_on", optional=True),
        text("recorded_at"),
        octets("entry"),
        keyed_by("journal", "position"),
        of_school("journal"),
        **KEYED,
    )
    op.create_index("ix_journal_school_id_subject_subject_id", "journal", ["school_id", "subject", "subject_id"])
    guard("journal", ("school_id", "position"))
