"""What proves: revisions, reviews, approvals, acknowledgements, packs and the journal. Only ever added to.

Free text that may name somebody stands in `note`, apart, so that it can be erased while the evidence stays.
"""

from sqlalchemy import Index, UniqueConstraint

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
    points_to,
)


class Note(Table, table=True):
    """A remark or a reason, in somebody's words."""

    __tablename__ = "note"
    __table_args__ = (of_school(), STRICT)
    school_id: int = key()
    note_id: int = key()
    content: str | None = a_text(optional=True, private=True)
    salt: bytes | None = octets(optional=True)


class Revision(Table, table=True):
    """How a version came from the one before: minor keeps the sign-offs, material asks everybody again."""

    __tablename__ = "revision"
    __table_args__ = (
        points_to("version", "version_id"),
        points_to("note", "note_id", here=("decided_by_note_id",)),
        points_to("note", "note_id", here=("reason_note_id",)),
        one_of("kind", "minor", "material"),
        KEYED,
    )
    school_id: int = key()
    version_id: int = key()
    kind: str = a_text()
    decided_by_note_id: int | None = a_number(optional=True)
    reason_note_id: int | None = a_number(optional=True)
    text_difference: str | None = a_text(optional=True, private=True)
    salt: bytes | None = octets(optional=True)


class Review(Table, table=True):
    """A look at a policy on a date; it may end without a revision."""

    __tablename__ = "review"
    __table_args__ = (
        points_to("policy", "policy_id"),
        points_to("note", "note_id"),
        points_to("actor", "actor_id", here=("recorded_by",)),
        points_to("review", "review_id", here=("voids",)),
        UniqueConstraint("school_id", "voids"),
        one_of("outcome", "unchanged", "minor", "material", "not known"),
        is_partial_date("reviewed"),
        KEYED,
    )
    school_id: int = key()
    review_id: int = key()
    policy_id: int = a_number()
    reviewed_as_written: str | None = a_text(optional=True)
    reviewed_earliest: str | None = a_text(optional=True)
    reviewed_latest: str | None = a_text(optional=True)
    reviewed_precision: str | None = a_text(optional=True)
    outcome: str = a_text()
    note_id: int | None = a_number(optional=True)
    voids: int | None = a_number(optional=True)
    recorded_by: int = a_number(person="actor")
    recorded_at: str = a_text()


class Approval(Table, table=True):
    """Who approved a policy, and when. One of which more is known now stands in place of the one it `replaces`."""

    __tablename__ = "approval"
    __table_args__ = (
        points_to("policy", "policy_id"),
        points_to("version", "version_id"),
        points_to("committee", "committee_id"),
        points_to("note", "note_id", here=("approver_note_id",)),
        points_to("actor", "actor_id", here=("recorded_by",)),
        points_to("approval", "approval_id", here=("replaces",)),
        UniqueConstraint("school_id", "replaces"),
        is_partial_date("approved"),
        KEYED,
    )
    school_id: int = key()
    approval_id: int = key()
    policy_id: int = a_number()
    version_id: int | None = a_number(optional=True)
    committee_id: int | None = a_number(optional=True)
    approver_note_id: int | None = a_number(optional=True)
    approved_as_written: str | None = a_text(optional=True)
    approved_earliest: str | None = a_text(optional=True)
    approved_latest: str | None = a_text(optional=True)
    approved_precision: str | None = a_text(optional=True)
    replaces: int | None = a_number(optional=True)
    recorded_by: int = a_number(person="actor")
    recorded_at: str = a_text()


class Round(Table, table=True):
    """A set of versions that an audience signs together by one deadline."""

    __tablename__ = "round"
    __table_args__ = (of_school(), is_day("deadline"), STRICT)
    school_id: int = key()
    round_id: int = key()
    name: str = a_text()
    deadline: str = a_text()


class RoundMember(Table, table=True):
    """One version in a round."""

    __tablename__ = "round_member"
    __table_args__ = (points_to("round", "round_id"), points_to("version", "version_id"), KEYED)
    school_id: int = key()
    round_id: int = key()
    version_id: int = key()


class Declaration(Table, table=True):
    """The words that people put their name to; a new wording is a new declaration."""

    __tablename__ = "declaration"
    __table_args__ = (of_school(), KEYED)
    school_id: int = key()
    declaration_id: int = key()
    wording: str = a_text()


class Acknowledgement(Table, table=True):
    """One person's dated word on one version. A wrong one is voided by another that points to it."""

    __tablename__ = "acknowledgement"
    __table_args__ = (
        points_to("version", "version_id"),
        points_to("person", "person_id"),
        points_to("declaration", "declaration_id"),
        points_to("round", "round_id"),
        points_to("note", "note_id"),
        points_to("actor", "actor_id", here=("recorded_by",)),
        points_to("acknowledgement", "acknowledgement_id", here=("voids",)),
        UniqueConstraint("school_id", "voids"),
        one_of("state", "acknowledged", "declined", "queried", "voided"),
        one_of("means", "paper", "meeting", "email", "web"),
        is_day("signed_on"),
        Index(None, "school_id", "version_id", "person_id"),
        KEYED,
    )
    school_id: int = key()
    acknowledgement_id: int = key()
    version_id: int = a_number()
    person_id: int = a_number(person="person")
    signed_on: str = a_text()
    state: str = a_text()
    means: str = a_text()
    declaration_id: int = a_number()
    round_id: int | None = a_number(optional=True)
    note_id: int | None = a_number(optional=True)
    voids: int | None = a_number(optional=True)
    recorded_by: int = a_number(person="actor")
    recorded_at: str = a_text()


class PackIssued(Table, table=True):
    """A pack that was given out: what it was, as of which day, and the hash of its bytes."""

    __tablename__ = "pack_issued"
    __table_args__ = (points_to("actor", "actor_id", here=("issued_by",)), is_day("as_of"), KEYED)
    school_id: int = key()
    pack_id: int = key()
    kind: str = a_text()
    as_of: str = a_text()
    sha256: str = a_text()
    issued_by: int = a_number(person="actor")
    issued_at: str = a_text()


class Journal(Table, table=True):
    """One entry for each change, in the order in which they were recorded; `entry` is its canonical bytes."""

    __tablename__ = "journal"
    __table_args__ = (
        of_school(),
        Index(None, "school_id", "subject", "subject_id"),
        KEYED,
    )
    school_id: int = key()
    position: int = key()
    kind: str = a_text()
    subject: str = a_text()
    subject_id: str = a_text()
    claimed_on: str | None = a_text(optional=True)
    recorded_at: str = a_text()
    entry: bytes = octets()
