"""The policies in order of their next review."""

from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from policyaudit.domain.partial_date import PartialDate
from policyaudit.store.reads.mapping import Reads, officer, partial

if TYPE_CHECKING:
    from policyaudit.store.reads.past import PastPolicy

_COLUMNS: Final = """
    school.name, policy.title, policy.number, policy.status, person.name, post.title, committee.name,
    policy.last_reviewed_as_written, policy.last_reviewed_earliest,
    policy.last_reviewed_latest, policy.last_reviewed_precision,
    COALESCE(policy.next_stated_as_written, policy.next_derived_as_written),
    COALESCE(policy.next_stated_earliest, policy.next_derived_earliest),
    COALESCE(policy.next_stated_latest, policy.next_derived_latest),
    COALESCE(policy.next_stated_precision, policy.next_derived_precision),
    policy.policy_id, policy.school_id, policy.confidential, policy.sort_key,
    policy.officer_post_id, policy.officer_person_id, policy.committee_id,
    CASE WHEN policy.last_reviewed_earliest > :as_of OR (policy.status = 'withdrawn' AND policy.withdrawn_on > :as_of)
         THEN 1 ELSE 0 END
"""
_JOINS: Final = """
    FROM policy
    JOIN school ON school.school_id = policy.school_id
    LEFT JOIN person ON person.school_id = policy.school_id AND person.person_id = policy.officer_person_id
    LEFT JOIN post ON post.school_id = policy.school_id AND post.post_id = policy.officer_post_id
    LEFT JOIN committee
      ON committee.school_id = policy.school_id AND committee.committee_id = policy.committee_id
"""
_CHOSEN: Final = """
    (CAST(:school AS INTEGER) IS NULL OR policy.school_id = CAST(:school AS INTEGER))
    AND (CAST(:officer AS TEXT) IS NULL
         OR EXISTS (SELECT 1 FROM post WHERE post.title_key = :officer
                    AND post.school_id = policy.school_id AND post.post_id = policy.officer_post_id)
         OR EXISTS (SELECT 1 FROM person WHERE person.name_key = :officer
                    AND person.school_id = policy.school_id AND person.person_id = policy.officer_person_id)
         OR EXISTS (SELECT 1 FROM holder
                    JOIN person ON person.school_id = holder.school_id AND person.person_id = holder.person_id
                    WHERE person.name_key = :officer
                    AND holder.school_id = policy.school_id AND holder.post_id = policy.officer_post_id
                    AND (holder.from_on IS NULL OR holder.from_on <= :as_of)
                    AND (holder.until_on IS NULL OR holder.until_on >= :as_of)
                    AND (person.left_on IS NULL OR person.left_on >= :as_of)))
    AND (CAST(:committee AS TEXT) IS NULL
         OR EXISTS (SELECT 1 FROM committee WHERE committee.name_key = :committee
                    AND committee.school_id = policy.school_id AND committee.committee_id = policy.committee_id))
"""
# Policies whose last review was held, or whose withdrawal falls, after the day that is asked about stand otherwise on
# that day: the last two branches find them by their indexes, and `past` says how.
_REVIEWED_BY_THEN: Final = "COALESCE(policy.last_reviewed_earliest, '') <= :as_of"
SCHEDULED: Final = f"""
    SELECT {_COLUMNS} {_JOINS}
    WHERE policy.status = 'in force' AND policy.due_from <= :until AND {_REVIEWED_BY_THEN} AND {_CHOSEN}
    UNION ALL
    SELECT {_COLUMNS} {_JOINS}
    WHERE policy.status = 'in force' AND policy.due_from IS NULL AND {_REVIEWED_BY_THEN} AND {_CHOSEN}
    UNION ALL
    SELECT {_COLUMNS} {_JOINS}
    WHERE policy.status = 'in force' AND policy.last_reviewed_earliest > :as_of AND {_CHOSEN}
    UNION ALL
    SELECT {_COLUMNS} {_JOINS}
    WHERE policy.status <> 'in force' AND policy.status = 'withdrawn' AND policy.withdrawn_on > :as_of AND {_CHOSEN}
"""
_ALL: Final = f"""
    SELECT {_COLUMNS} {_JOINS}
    WHERE {_CHOSEN}
    ORDER BY school.name_key, policy.sort_key, policy.policy_id
"""
COUNTS: Final = f"""
    SELECT 'in date', COUNT(*) FROM policy
    WHERE policy.status = 'in force' AND policy.due_from > :until AND {_REVIEWED_BY_THEN} AND {_CHOSEN}
    UNION ALL
    SELECT policy.status, COUNT(*) FROM policy
    WHERE policy.status <> 'in force' AND {_CHOSEN}
      AND (policy.status <> 'withdrawn' OR policy.withdrawn_on IS NULL OR policy.withdrawn_on <= :as_of)
    GROUP BY policy.status
"""


class Chosen(NamedTuple):
    """Which policies are asked for: of one school, one officer's, one committee's; all where nothing is said.

    Officer and committee are given by their keys, `domain.naming.folded`.
    """

    school_id: int | None = None
    officer: str | None = None
    committee: str | None = None


class ScheduledPolicy(NamedTuple):
    """A policy with what its schedule says."""

    school: str
    title: str
    number: str | None
    status: str
    responsible_officer: str | None
    committee: str | None
    last_reviewed: PartialDate | None
    next_review: PartialDate | None
    policy_id: int
    school_id: int
    confidential: bool
    sort_key: str
    post_id: int | None
    person_id: int | None
    committee_id: int | None


def due_by(reads: Reads, chosen: Chosen, *, as_of: date, until: date) -> list[ScheduledPolicy]:
    """Policies in force whose next review begins by `until`, and those that have none; in no order.

    With them come those that stood otherwise on the day, `as_of`, than they stand now, whatever they are due.
    """
    return _as_they_were(reads, chosen, reads.rows(SCHEDULED, **_values(chosen, as_of), until=until.isoformat()), as_of)


def all_policies(reads: Reads, chosen: Chosen, *, as_of: date) -> list[ScheduledPolicy]:
    """Every policy as it stood on that day, drafts and withdrawn ones too, by school and title."""
    return _as_they_were(reads, chosen, reads.rows(_ALL, **_values(chosen, as_of)), as_of)


def counts_beyond(reads: Reads, chosen: Chosen, *, as_of: date, until: date) -> dict[str, int]:
    """How many policies `due_by` leaves out: in date, live, draft, withdrawn."""
    return dict(reads.rows(COUNTS, **_values(chosen, as_of), until=until.isoformat()))


def _values(chosen: Chosen, as_of: date) -> dict[str, int | str | None]:
    return {
        "school": chosen.school_id,
        "officer": chosen.officer,
        "committee": chosen.committee,
        "as_of": as_of.isoformat(),
    }


def _as_they_were(reads: Reads, chosen: Chosen, rows: list[tuple[Any, ...]], as_of: date) -> list[ScheduledPolicy]:
    scheduled = [_policy(row) for row in rows]
    if not any(row[22] for row in rows):
        return scheduled
    from policyaudit.store.reads.past import past_policies  # noqa: PLC0415 - reads JSON, which few days ask for

    past = past_policies(reads, chosen.school_id, as_of=as_of)
    return [_then(policy, past.get((policy.school_id, policy.policy_id))) for policy in scheduled]


def _then(policy: ScheduledPolicy, past: "PastPolicy | None") -> ScheduledPolicy:
    if past is None:
        return policy
    return policy._replace(status=past.status, last_reviewed=past.last_reviewed, next_review=past.next_review)


def _policy(row: tuple[Any, ...]) -> ScheduledPolicy:
    last_reviewed, next_review = partial(row[7:11]), partial(row[11:15])
    return ScheduledPolicy(
        *(
            *row[:4],
            officer(row[4], row[5]),
            row[6],
            last_reviewed,
            next_review,
            *row[15:17],
            bool(row[17]),
            *row[18:22],
        )
    )
