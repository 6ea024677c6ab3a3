"""What proves: revisions, reviews, approvals, acknowledgements and packs, and the rounds around them."""

from alembic import op
from sqlalchemy import UniqueConstraint

from policyaudit.store.migration_words import (
    KEYED,
    STRICT,
    guard,
    is_day,
    is_partial_date,
    keyed_by,
    number,
    octets,
    of_school,
    one_of,
    partial_date,
    points_to,
    text,
)

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "revision",
        number("school_id"),
        number("version_id"),
        text("kind"),
        number("decided_by_note_id", optional=True),
        number("reason_note_id", optional=True),
        text("text_difference", optional=True),
        octets("salt", optional=True),
        keyed_by("revision", "version_id"),
        points_to("revision", "version", "version_id"),
        points_to("revision", "note", "note_id", here="decided_by_note_id"),
        points_to("revision", "note", "note_id", here="reason_note_id"),
        one_of("revision", "kind", "minor", "material"),
        **KEYED,
    )
    guard("revision", ("school_id", "version_id"))
    op.create_table(
        "review",
        number("school_id"),
        number("review_id"),
        number("policy_id"),
        *partial_date("reviewed"),
        text("outcome"),
        number("note_id", optional=True),
        number("voids", optional=True),
        number("recorded_by"),
        text("recorded_at"),
        keyed_by("review", "review_id"),
        points_to("review", "policy", "policy_id"),
        points_to("review", "note", "note_id"),
        points_to("review", "actor", "actor_id", here="recorded_by"),
        points_to("review", "review", "review_id", here="voids"),
        UniqueConstraint("school_id", "voids", name="uq_review_school_id_voids"),
        one_of("review", "outcome", "unchanged", "minor", "material", "not known"),
        is_partial_date("review", "reviewed"),
        **KEYED,
    )
    guard("review", ("school_id", "review_id"), ("school_id", "voids"))
    op.create_table(
        "approval",
        number("school_id"),
        number("approval_id"),
        number("policy_id"),
        number("version_id", optional=True),
        number("committee_id", optional=True),
        number("approver_note_id", optional=True),
        *partial_date("approved"),
        number("replaces", optional=True),
        number("recorded_by"),
        text("recorded_at"),
        keyed_by("approval", "approval_id"),
        points_to("approval", "policy", "policy_id"),
        points_to("approval", "version", "version_id"),
        points_to("approval", "committee", "committee_id"),
        points_to("approval", "note", "note_id", here="approver_note_id"),
        points_to("approval", "actor", "actor_id", here="recorded_by"),
        points_to("approval", "approval", "approval_id", here="replaces"),
        UniqueConstraint("school_id", "replaces", name="uq_approval_school_id_replaces"),
        is_partial_date("approval", "approved"),
        **KEYED,
    )
    guard("approval", ("school_id", "approval_id"), ("school_id", "replaces"))
    op.create_table(
        "round",
        number("school_id"),
        number("round_id"),
        text("name"),
        text("deadline"),
        keyed_by("round", "round_id"),
        of_school("round"),
        is_day("round", "deadline"),
        **STRICT,
    )
    op.create_table(
        "round_member",
        number("school_id"),
        number("round_id"),
        number("version_id"),
        keyed_by("round_member", "round_id", "version_id"),
        points_to("round_member", "round", "round_id"),
        points_to("round_member", "version", "version_id"),
        **KEYED,
    )
    op.create_table(
        "declaration",
        number("school_id"),
        number("declaration_id"),
        text("wording"),
        keyed_by("declaration", "declaration_id"),
        of_school("declaration"),
        **KEYED,
    )
    guard("declaration", ("school_id", "declaration_id"))
    op.create_table(
        "acknowledgement",
        number("school_id"),
        number("acknowledgement_id"),
        number("version_id"),
        number("person_id"),
        text("signed_on"),
        text("state"),
        text("means"),
        number("declaration_id"),
        number("round_id", optional=True),
        number("note_id", optional=True),
        number("voids", optional=True),
        number("recorded_by"),
        text("recorded_at"),
        keyed_by("acknowledgement", "acknowledgement_id"),
        points_to("acknowledgement", "version", "version_id"),
        points_to("acknowledgement", "person", "person_id"),
        points_to("acknowledgement", "declaration", "declaration_id"),
        points_to("acknowledgement", "round", "round_id"),
        points_to("acknowledgement", "note", "note_id"),
        points_to("acknowledgement", "actor", "actor_id", here="recorded_by"),
        points_to("acknowledgement", "acknowledgement", "acknowledgement_id", here="voids"),
        UniqueConstraint("school_id", "voids", name="uq_acknowledgement_school_id_voids"),
        one_of("acknowledgement", "state", "acknowledged", "declined", "queried", "voided"),
        one_of("acknowledgement", "means", "paper", "meeting", "email", "web"),
        is_day("acknowledgement", "signed_on"),
        **KEYED,
    )
    op.create_index(
        "ix_acknowledgement_school_id_version_id_person_id", "acknowledgement", ["school_id", "version_id", "person_id"]
    )
    guard("acknowledgement", ("school_id", "acknowledgement_id"), ("school_id", "voids"))
    op.create_table(
        "pack_issued",
        number("school_id"),
        number("pack_id"),
        text("kind"),
        text("as_of"),
        text("sha256"),
        number("issued_by"),
        text("issued_at"),
        keyed_by("pack_issued", "pack_id"),
        points_to("pack_issued", "actor", "actor_id", here="issued_by"),
        is_day("pack_issued", "as_of"),
        **KEYED,
    )
    guard("pack_issued", ("school_id", "pack_id"))
