"""All that a register holds, table by table: names instead of numbers, dates as they were written and as days."""

from dataclasses import dataclass
from typing import Final

from policyaudit.store.reads.mapping import Reads


@dataclass(frozen=True, slots=True)
class Listing:
    """One table of the export: its name, the names of its columns, and the statement that gives its rows."""

    name: str
    columns: tuple[str, ...]
    sql: str


def _listing(name: str, columns: dict[str, str], rest: str) -> Listing:
    """Columns by name, each with what stands in it; `rest` is the statement from FROM on."""
    chosen = ", ".join(columns.values())
    return Listing(name, tuple(columns), f"SELECT {chosen} {rest}")


def _dated(name: str, column: str) -> dict[str, str]:
    """A partial date as three columns: as it was written, and its first and last day."""
    return {name: f"{column}_as_written", f"{name}_from": f"{column}_earliest", f"{name}_to": f"{column}_latest"}


_OF_SCHOOL: Final = "(CAST(:school AS INTEGER) IS NULL OR school.school_id = CAST(:school AS INTEGER))"
_PERSON: Final = "COALESCE(person.name, '(erased)')"
_ACTOR: Final = "COALESCE(actor.name, '(erased)')"
_SCHOOL: Final = {"school": "school.name"}
_POLICY: Final = {**_SCHOOL, "policy": "policy.title", "number": "policy.number"}
_VERSION: Final = {**_POLICY, "version": "version.label", "version_order": "version.sequence"}
_JOIN_POLICY: Final = "JOIN policy ON policy.school_id = school.school_id"
_JOIN_VERSION: Final = (
    f"{_JOIN_POLICY} JOIN version ON version.school_id = school.school_id AND version.policy_id = policy.policy_id"
)
_BY_POLICY: Final = f"WHERE {_OF_SCHOOL} ORDER BY school.school_id, policy.sort_key, policy.policy_id"


def _note(alias: str, column: str) -> str:
    return f"LEFT JOIN note AS {alias} ON {alias}.school_id = school.school_id AND {alias}.note_id = {column}"


def _actor(table: str) -> str:
    return f"JOIN actor ON actor.school_id = school.school_id AND actor.actor_id = {table}.recorded_by"


LISTINGS: Final = (
    _listing(
        "schools",
        {**_SCHOOL, "nation": "school.nation", "kind": "school.kind", "trust": "school.trust"},
        f"FROM school WHERE {_OF_SCHOOL} ORDER BY school.school_id",
    ),
    _listing(
        "terms",
        {
            **_SCHOOL,
            "academic_year": "term.academic_year",
            "season": "term.season",
            "half": "term.half",
            "first_day": "term.first_day",
            "last_day": "term.last_day",
        },
        f"FROM school JOIN term ON term.school_id = school.school_id WHERE {_OF_SCHOOL}"
        " ORDER BY school.school_id, term.first_day, term.term_id",
    ),
    _listing(
        "policies",
        {
            **_POLICY,
            "status": "policy.status",
            "responsible_post": "post.title",
            "responsible_person": f"CASE WHEN policy.officer_person_id IS NOT NULL THEN {_PERSON} END",
            "committee": "committee.name",
            "review_cycle": "policy.cycle_as_written",
            "review_cycle_months": "policy.cycle_months",
            "confidential": "CASE policy.confidential WHEN 1 THEN 'yes' ELSE 'no' END",
            **_dated("last_reviewed", "policy.last_reviewed"),
            **_dated("next_review_stated", "policy.next_stated"),
            **_dated("next_review_derived", "policy.next_derived"),
            "withdrawn_on": "policy.withdrawn_on",
            "why_withdrawn": "why.content",
        },
        f"FROM school {_JOIN_POLICY}"
        " LEFT JOIN post ON post.school_id = school.school_id AND post.post_id = policy.officer_post_id"
        " LEFT JOIN person ON person.school_id = school.school_id AND person.person_id = policy.officer_person_id"
        " LEFT JOIN committee ON committee.school_id = school.school_id"
        f" AND committee.committee_id = policy.committee_id {_note('why', 'policy.withdrawn_note_id')} {_BY_POLICY}",
    ),
    _listing(
        "audiences",
        {
            **_POLICY,
            "group": "audience_group.name",
            "asked_from": "audience.asked_from",
            "until": "audience.until_on",
        },
        f"FROM school {_JOIN_POLICY}"
        " JOIN audience ON audience.school_id = school.school_id AND audience.policy_id = policy.policy_id"
        " JOIN audience_group ON audience_group.school_id = school.school_id"
        f" AND audience_group.group_id = audience.group_id {_BY_POLICY}, audience.audience_id",
    ),
    _listing(
        "versions",
        {
            **_VERSION,
            **_dated("in_force_from", "version.in_force_from"),
            "revision": "revision.kind",
            "decided_by": "decided.content",
            "reason": "reason.content",
            "text_difference": "revision.text_difference",
        },
        f"FROM school {_JOIN_VERSION}"
        " JOIN revision ON revision.school_id = school.school_id AND revision.version_id = version.version_id"
        f" {_note('decided', 'revision.decided_by_note_id')} {_note('reason', 'revision.reason_note_id')}"
        f" {_BY_POLICY}, version.sequence",
    ),
    _listing(
        "documents",
        {
            **_VERSION,
            "file": "document.file_name",
            "media_type": "document.media_type",
            "size": "document.size",
            "sha256": "document.sha256",
        },
        f"FROM school {_JOIN_VERSION}"
        " JOIN version_document ON version_document.school_id = school.school_id"
        " AND version_document.version_id = version.version_id"
        " JOIN document ON document.school_id = school.school_id AND document.sha256 = version_document.sha256"
        f" {_BY_POLICY}, version.sequence, document.file_name, document.sha256",
    ),
    _listing(
        "left_out",
        {
            **_SCHOOL,
            "file": "left_out.file_name",
            "line": "NULLIF(left_out.line, 0)",
            "sha256": "left_out.sha256",
            "state": "left_out.state",
            "recorded_by": _ACTOR,
            "recorded_at": "left_out.recorded_at",
        },
        "FROM school JOIN left_out ON left_out.school_id = school.school_id"
        f" {_actor('left_out')} WHERE {_OF_SCHOOL}"
        " ORDER BY school.school_id, left_out.file_name, left_out.sha256, left_out.line",
    ),
    _listing(
        "values_read",
        {
            **_POLICY,
            "field": "provenance.field",
            "value": "provenance.value",
            "state": "provenance.state",
            "confidence": "provenance.confidence",
            "line": "provenance.line",
            "page": "provenance.page",
            "part": "provenance.part",
            "evidence": "provenance.evidence",
            "reason": "provenance.reason",
            "sha256": "provenance.sha256",
            "corrected_to": "provenance.corrected_to",
            "settled_by": f"CASE WHEN provenance.settled_by IS NOT NULL THEN {_ACTOR} END",
            "settled_at": "provenance.settled_at",
        },
        f"FROM school {_JOIN_POLICY}"
        " JOIN provenance ON provenance.school_id = school.school_id AND provenance.policy_id = policy.policy_id"
        " LEFT JOIN actor ON actor.school_id = school.school_id AND actor.actor_id = provenance.settled_by"
        f" {_BY_POLICY}, provenance.provenance_id",
    ),
    _listing(
        "reviews",
        {
            **_POLICY,
            "review": "review.review_id",
            **_dated("reviewed", "review.reviewed"),
            "outcome": "review.outcome",
            "note": "note.content",
            "voids": "review.voids",
            "recorded_by": _ACTOR,
            "recorded_at": "review.recorded_at",
        },
        f"FROM school {_JOIN_POLICY}"
        " JOIN review ON review.school_id = school.school_id AND review.policy_id = policy.policy_id"
        f" {_actor('review')} {_note('note', 'review.note_id')} {_BY_POLICY}, review.review_id",
    ),
    _listing(
        "approvals",
        {
            **_POLICY,
            "approval": "approval.approval_id",
            "version": "version.label",
            "committee": "committee.name",
            "approver": "note.content",
            **_dated("approved", "approval.approved"),
            "replaces": "approval.replaces",
            "recorded_by": _ACTOR,
            "recorded_at": "approval.recorded_at",
        },
        f"FROM school {_JOIN_POLICY}"
        " JOIN approval ON approval.school_id = school.school_id AND approval.policy_id = policy.policy_id"
        " LEFT JOIN version ON version.school_id = school.school_id AND version.version_id = approval.version_id"
        " LEFT JOIN committee ON committee.school_id = school.school_id"
        f" AND committee.committee_id = approval.committee_id {_actor('approval')}"
        f" {_note('note', 'approval.approver_note_id')} {_BY_POLICY}, approval.approval_id",
    ),
    _listing(
        "committees",
        {
            **_SCHOOL,
            "committee": "committee.name",
            "alias": "committee_alias.alias",
            "ended_on": "committee.ended_on",
        },
        "FROM school JOIN committee ON committee.school_id = school.school_id"
        " LEFT JOIN committee_alias ON committee_alias.school_id = school.school_id"
        f" AND committee_alias.committee_id = committee.committee_id WHERE {_OF_SCHOOL}"
        " ORDER BY school.school_id, committee.sort_key, committee.committee_id, committee_alias.alias_id",
    ),
    _listing(
        "posts",
        {
            **_SCHOOL,
            "post": "post.title",
            "holder": f"CASE WHEN holder.holder_id IS NOT NULL THEN {_PERSON} END",
            "from": "holder.from_on",
            "until": "holder.until_on",
            "ended_on": "post.ended_on",
        },
        "FROM school JOIN post ON post.school_id = school.school_id"
        " LEFT JOIN holder ON holder.school_id = school.school_id AND holder.post_id = post.post_id"
        " LEFT JOIN person ON person.school_id = school.school_id AND person.person_id = holder.person_id"
        f" WHERE {_OF_SCHOOL} ORDER BY school.school_id, post.title_key, holder.holder_id",
    ),
    _listing(
        "people",
        {
            **_SCHOOL,
            "name": _PERSON,
            "email": "person.email",
            "role": "person.role",
            "started_on": "person.started_on",
            "left_on": "person.left_on",
        },
        f"FROM school JOIN person ON person.school_id = school.school_id WHERE {_OF_SCHOOL}"
        " ORDER BY school.school_id, person.sort_key, person.person_id",
    ),
    _listing(
        "absences",
        {**_SCHOOL, "name": _PERSON, "from": "absence.from_on", "until": "absence.until_on"},
        "FROM school JOIN absence ON absence.school_id = school.school_id"
        " JOIN person ON person.school_id = school.school_id AND person.person_id = absence.person_id"
        f" WHERE {_OF_SCHOOL} ORDER BY school.school_id, absence.absence_id",
    ),
    _listing(
        "groups",
        {
            **_SCHOOL,
            "group": "audience_group.name",
            "typed_as": "audience_group.slug",
            "name": f"CASE WHEN membership.membership_id IS NOT NULL THEN {_PERSON} END",
            "from": "membership.from_on",
            "until": "membership.until_on",
            "ended_on": "audience_group.ended_on",
        },
        "FROM school JOIN audience_group ON audience_group.school_id = school.school_id"
        " LEFT JOIN membership ON membership.school_id = school.school_id"
        " AND membership.group_id = audience_group.group_id"
        " LEFT JOIN person ON person.school_id = school.school_id AND person.person_id = membership.person_id"
        f" WHERE {_OF_SCHOOL} ORDER BY school.school_id, audience_group.slug, membership.membership_id",
    ),
    _listing(
        "acknowledgements",
        {
            **_VERSION,
            "acknowledgement": "given.acknowledgement_id",
            "name": _PERSON,
            "state": "given.state",
            "signed_on": "given.signed_on",
            "means": "given.means",
            "declaration": "declaration.wording",
            "note": "note.content",
            "voids": "given.voids",
            "recorded_by": _ACTOR,
            "recorded_at": "given.recorded_at",
        },
        f"FROM school {_JOIN_VERSION}"
        " JOIN acknowledgement AS given ON given.school_id = school.school_id AND given.version_id = version.version_id"
        " JOIN person ON person.school_id = school.school_id AND person.person_id = given.person_id"
        " JOIN declaration ON declaration.school_id = school.school_id"
        f" AND declaration.declaration_id = given.declaration_id {_actor('given')} {_note('note', 'given.note_id')}"
        f" {_BY_POLICY}, version.sequence, given.acknowledgement_id",
    ),
    _listing(
        "packs",
        {
            **_SCHOOL,
            "kind": "pack_issued.kind",
            "as_of": "pack_issued.as_of",
            "sha256": "pack_issued.sha256",
            "issued_by": _ACTOR,
            "issued_at": "pack_issued.issued_at",
        },
        "FROM school JOIN pack_issued ON pack_issued.school_id = school.school_id"
        " JOIN actor ON actor.school_id = school.school_id AND actor.actor_id = pack_issued.issued_by"
        f" WHERE {_OF_SCHOOL} ORDER BY school.school_id, pack_issued.pack_id",
    ),
)


def rows_of(reads: Reads, listing: Listing, school_id: int | None) -> list[tuple[str | int | None, ...]]:
    """The rows of one table, of one school or of all."""
    return reads.rows(listing.sql, school=school_id)
