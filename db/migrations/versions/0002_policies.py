"""Policies, their versions, the documents they were read from, and where each value came from."""

from alembic import op
from sqlalchemy import UniqueConstraint
from sqlalchemy import text as sql

from policyaudit.store.migration_words import (
    KEYED,
    STRICT,
    checked,
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

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "policy",
        number("school_id"),
        number("policy_id"),
        text("title"),
        text("title_key"),
        text("sort_key"),
        text("number", optional=True),
        text("status"),
        number("officer_post_id", optional=True),
        number("officer_person_id", optional=True),
        number("committee_id", optional=True),
        text("cycle_as_written", optional=True),
        number("cycle_months", optional=True),
        number("cycle_on_change"),
        text("anchor"),
        number("confidential"),
        *partial_date("last_reviewed"),
        *partial_date("next_stated"),
        *partial_date("next_derived"),
        text("due_from", optional=True),
        text("due_by", optional=True),
        text("withdrawn_on", optional=True),
        number("withdrawn_note_id", optional=True),
        keyed_by("policy", "policy_id"),
        of_school("policy"),
        points_to("policy", "post", "post_id", here="officer_post_id"),
        points_to("policy", "person", "person_id", here="officer_person_id"),
        points_to("policy", "committee", "committee_id"),
        points_to("policy", "note", "note_id", here="withdrawn_note_id"),
        one_of("policy", "status", "in force", "live", "draft", "withdrawn"),
        one_of("policy", "anchor", "due", "reviewed"),
        checked("policy", "cycle_months", "cycle_months BETWEEN 1 AND 1200"),
        is_partial_date("policy", "last_reviewed"),
        is_partial_date("policy", "next_stated"),
        is_partial_date("policy", "next_derived"),
        is_day("policy", "due_from"),
        is_day("policy", "due_by"),
        is_day("policy", "withdrawn_on"),
        **STRICT,
    )
    op.create_index(
        "ix_policy_due",
        "policy",
        ["due_from", "last_reviewed_earliest"],
        sqlite_where=sql("status = 'in force'"),
        postgresql_where=sql("status = 'in force'"),
    )
    op.create_index(
        "ix_policy_reviewed",
        "policy",
        ["last_reviewed_earliest"],
        sqlite_where=sql("status = 'in force'"),
        postgresql_where=sql("status = 'in force'"),
    )
    op.create_index(
        "ix_policy_not_in_force",
        "policy",
        ["status"],
        sqlite_where=sql("status <> 'in force'"),
        postgresql_where=sql("status <> 'in force'"),
    )
    op.create_index("ix_policy_school_id_title_key", "policy", ["school_id", "title_key"])
    op.create_table(
        "audience",
        number("school_id"),
        number("audience_id"),
        number("policy_id"),
        number("group_id"),
        text("asked_from"),
        text("until_on", optional=True),
        keyed_by("audience", "audience_id"),
        points_to("audience", "policy", "policy_id"),
        points_to("audience", "audience_group", "group_id"),
        is_day("audience", "asked_from"),
        is_day("audience", "until_on"),
        **STRICT,
    )
    op.create_table(
        "document",
        number("school_id"),
        text("sha256"),
        text("file_name"),
        text("media_type"),
        number("size"),
        octets("content"),
        text("text"),
        keyed_by("document", "sha256"),
        of_school("document"),
        **KEYED,
    )
    guard("document", ("school_id", "sha256"))
    op.create_table(
        "version",
        number("school_id"),
        number("version_id"),
        number("policy_id"),
        number("sequence"),
        text("label", optional=True),
        *partial_date("in_force_from"),
        keyed_by("version", "version_id"),
        points_to("version", "policy", "policy_id"),
        UniqueConstraint("school_id", "policy_id", "sequence", name="uq_version_school_id_policy_id_sequence"),
        is_partial_date("version", "in_force_from"),
        **STRICT,
    )
    op.create_table(
        "version_document",
        number("school_id"),
        number("version_id"),
        text("sha256"),
        keyed_by("version_document", "version_id", "sha256"),
        points_to("version_document", "version", "version_id"),
        points_to("version_document", "document", "sha256"),
        **KEYED,
    )
    guard("version_document", ("school_id", "version_id", "sha256"))
    op.create_table(
        "left_out",
        number("school_id"),
        text("sha256"),
        number("line"),
        text("file_name"),
        text("state"),
        number("recorded_by"),
        text("recorded_at"),
        octets("salt", optional=True),
        keyed_by("left_out", "sha256", "line"),
        of_school("left_out"),
        points_to("left_out", "actor", "actor_id", here="recorded_by"),
        one_of("left_out", "state", "left out", "brought back"),
        **STRICT,
    )
    op.create_table(
        "provenance",
        number("school_id"),
        number("provenance_id"),
        number("policy_id"),
        number("version_id", optional=True),
        text("field"),
        text("value"),
        text("sha256"),
        number("line", optional=True),
        number("page", optional=True),
        text("part"),
        text("evidence"),
        number("confidence"),
        text("reason"),
        text("state"),
        text("corrected_to", optional=True),
        number("settled_by", optional=True),
        text("settled_at", optional=True),
        octets("salt", optional=True),
        keyed_by("provenance", "provenance_id"),
        points_to("provenance", "policy", "policy_id"),
        points_to("provenance", "version", "version_id"),
        points_to("provenance", "actor", "actor_id", here="settled_by"),
        one_of("provenance", "state", "recorded", "waiting", "confirmed", "corrected", "dropped"),
        checked("provenance", "confidence", "confidence BETWEEN 0 AND 100"),
        **STRICT,
    )
    op.create_index("ix_provenance_school_id_policy_id", "provenance", ["school_id", "policy_id"])
