"""Policies, their versions, the documents they were read from, and where each value came from."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from policyaudit.store.tables.columns import (
    KEYED,
    STRICT,
    Table,
    a_number,
    a_text,
    is_day,
    is_partial_date,
    key,
    octets,
    of_school,
    one_of,
    partial_index,
    points_to,
    text_key,
)


class Policy(Table, table=True):
    """A titled document that the school keeps and reviews.

    `next_stated` is what the school wrote, `next_derived` what its cycle gives; `due_from` and `due_by` are
    the days of the one that counts.
    """

    __tablename__ = "policy"
    __table_args__ = (
        of_school(),
        points_to("post", "post_id", here=("officer_post_id",)),
        points_to("person", "person_id", here=("officer_person_id",)),
        points_to("committee", "committee_id"),
        points_to("note", "note_id", here=("withdrawn_note_id",)),
        one_of("status", "in force", "live", "draft", "withdrawn"),
        one_of("anchor", "due", "reviewed"),
        CheckConstraint("cycle_months BETWEEN 1 AND 1200", name="cycle_months"),
        is_partial_date("last_reviewed"),
        is_partial_date("next_stated"),
        is_partial_date("next_derived"),
        is_day("due_from"),
        is_day("due_by"),
        is_day("withdrawn_on"),
        Index(None, "school_id", "title_key"),
        partial_index("ix_policy_due", "due_from", "last_reviewed_earliest", where="status = 'in force'"),
        partial_index("ix_policy_reviewed", "last_reviewed_earliest", where="status = 'in force'"),
        partial_index("ix_policy_not_in_force", "status", where="status <> 'in force'"),
        STRICT,
    )
    school_id: int = key()
    policy_id: int = key()
    title: str = a_text()
    title_key: str = a_text(unlisted=True)
    sort_key: str = a_text(unlisted=True)
    number: str | None = a_text(optional=True)
    status: str = a_text()
    officer_post_id: int | None = a_number(optional=True)
    officer_person_id: int | None = a_number(optional=True, person="person")
    committee_id: int | None = a_number(optional=True)
    cycle_as_written: str | None = a_text(optional=True)
    cycle_months: int | None = a_number(optional=True)
    cycle_on_change: int = a_number()
    anchor: str = a_text()
    confidential: int = a_number()
    last_reviewed_as_written: str | None = a_text(optional=True)
    last_reviewed_earliest: str | None = a_text(optional=True)
    last_reviewed_latest: str | None = a_text(optional=True)
    last_reviewed_precision: str | None = a_text(optional=True)
    next_stated_as_written: str | None = a_text(optional=True)
    next_stated_earliest: str | None = a_text(optional=True)
    next_stated_latest: str | None = a_text(optional=True)
    next_stated_precision: str | None = a_text(optional=True)
    next_derived_as_written: str | None = a_text(optional=True)
    next_derived_earliest: str | None = a_text(optional=True)
    next_derived_latest: str | None = a_text(optional=True)
    next_derived_precision: str | None = a_text(optional=True)
    due_from: str | None = a_text(optional=True)
    due_by: str | None = a_text(optional=True)
    withdrawn_on: str | None = a_text(optional=True)
    withdrawn_note_id: int | None = a_number(optional=True)


class Audience(Table, table=True):
    """A group that a policy asks to sign, from the day it was asked."""

    __tablename__ = "audience"
    __table_args__ = (
        points_to("policy", "policy_id"),
        points_to("audience_group", "group_id"),
        is_day("asked_from"),
        is_day("until_on"),
        STRICT,
    )
    school_id: int = key()
    audience_id: int = key()
    policy_id: int = a_number()
    group_id: int = a_number()
    asked_from: str = a_text()
    until_on: str | None = a_text(optional=True)


class Document(Table, table=True):
    """The bytes of a document, once per school, with the text that was read out of them. Only ever added."""

    __tablename__ = "document"
    __table_args__ = (of_school(), KEYED)
    school_id: int = key()
    sha256: str = text_key()
    file_name: str = a_text(unlisted=True)
    media_type: str = a_text()
    size: int = a_number()
    content: bytes = octets()
    text: str = a_text(unlisted=True)


class Version(Table, table=True):
    """One issue of a policy's text. `sequence` orders them; the label is the school's own."""

    __tablename__ = "version"
    __table_args__ = (
        points_to("policy", "policy_id"),
        UniqueConstraint("school_id", "policy_id", "sequence"),
        is_partial_date("in_force_from"),
        STRICT,
    )
    school_id: int = key()
    version_id: int = key()
    policy_id: int = a_number()
    sequence: int = a_number()
    label: str | None = a_text(optional=True)
    in_force_from_as_written: str | None = a_text(optional=True)
    in_force_from_earliest: str | None = a_text(optional=True)
    in_force_from_latest: str | None = a_text(optional=True)
    in_force_from_precision: str | None = a_text(optional=True)


class VersionDocument(Table, table=True):
    """A document that holds a version's text; the same words in two file formats are two of one version."""

    __tablename__ = "version_document"
    __table_args__ = (points_to("version", "version_id"), points_to("document", "sha256"), KEYED)
    school_id: int = key()
    version_id: int = key()
    sha256: str = text_key()


class LeftOut(Table, table=True):
    """A file that somebody said is no policy, by its bytes; `line` is that of one row of a list, 0 for all of a file.

    What is left out is not asked again, until somebody brings it back.
    """

    __tablename__ = "left_out"
    __table_args__ = (
        of_school(),
        points_to("actor", "actor_id", here=("recorded_by",)),
        one_of("state", "left out", "brought back"),
        STRICT,
    )
    school_id: int = key()
    sha256: str = text_key()
    line: int = key()
    file_name: str = a_text(private=True)
    state: str = a_text()
    recorded_by: int = a_number(person="actor")
    recorded_at: str = a_text()
    salt: bytes | None = octets(optional=True)


class Provenance(Table, table=True):
    """Where one value was read: document, line, confidence; whether it counts or waits, and who settled it how."""

    __tablename__ = "provenance"
    __table_args__ = (
        points_to("policy", "policy_id"),
        points_to("version", "version_id"),
        points_to("actor", "actor_id", here=("settled_by",)),
        one_of("state", "recorded", "waiting", "confirmed", "corrected", "dropped"),
        CheckConstraint("confidence BETWEEN 0 AND 100", name="confidence"),
        Index(None, "school_id", "policy_id"),
        STRICT,
    )
    school_id: int = key()
    provenance_id: int = key()
    policy_id: int = a_number()
    version_id: int | None = a_number(optional=True)
    field: str = a_text()
    value: str = a_text(private=True)
    sha256: str = a_text()
    line: int | None = a_number(optional=True)
    page: int | None = a_number(optional=True)
    part: str = a_text()
    evidence: str = a_text(private=True)
    confidence: int = a_number()
    reason: str = a_text()
    state: str = a_text()
    corrected_to: str | None = a_text(optional=True, private=True)
    settled_by: int | None = a_number(optional=True, person="actor")
    settled_at: str | None = a_text(optional=True)
    salt: bytes | None = octets(optional=True)
