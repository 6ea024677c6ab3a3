"""Who has signed what and who has not, counted by the engine. The rules are those of `domain.sign_off`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from policyaudit.domain.sign_off import DAYS_TO_SIGN, deadline_to_sign
from policyaudit.store.reads.in_force import IN_FORCE
from policyaudit.store.reads.mapping import Reads, day

# One school or, where none is asked for, all: a span of its key lets the engine begin where that school does.
_OF_SCHOOL: Final = "BETWEEN COALESCE(CAST(:school AS INTEGER), 1) AND COALESCE(CAST(:school AS INTEGER), 2147483647)"
_REACHED: Final = """
    FROM audience
    JOIN membership
      ON membership.school_id = audience.school_id AND membership.group_id = audience.group_id
    WHERE audience.asked_from <= :as_of AND (audience.until_on IS NULL OR audience.until_on >= :as_of)
      AND (membership.from_on IS NULL OR membership.from_on <= :as_of)
      AND (membership.until_on IS NULL OR membership.until_on >= :as_of)
"""
# Policies with their last material version in force; people who are there; which policies reach them, and since when;
# what each last answered. Each is made once (MATERIALIZED): an engine that folds them into one another has been seen to
# look through all signatures anew for each pair of policy and person.
_OWED: Final = f"""
WITH last_material AS MATERIALIZED (
    SELECT version.school_id, version.policy_id, MAX(version.sequence) AS sequence
    FROM version
    JOIN revision ON revision.school_id = version.school_id AND revision.version_id = version.version_id
    WHERE revision.kind = 'material'
      AND (version.in_force_from_earliest IS NULL OR version.in_force_from_earliest <= :as_of)
      AND version.school_id {_OF_SCHOOL}
      AND (CAST(:policy AS INTEGER) IS NULL OR version.policy_id = CAST(:policy AS INTEGER))
    GROUP BY version.school_id, version.policy_id
), wanted AS MATERIALIZED (
    SELECT version.school_id, version.policy_id, version.sequence, version.in_force_from_latest AS in_force_latest
    FROM last_material
    JOIN version
      ON version.school_id = last_material.school_id AND version.policy_id = last_material.policy_id
     AND version.sequence = last_material.sequence
    JOIN policy ON policy.school_id = version.school_id AND policy.policy_id = version.policy_id
    WHERE {IN_FORCE}
), absent AS MATERIALIZED (
    SELECT school_id, person_id,
           MAX(CASE WHEN until_on IS NULL OR until_on >= :as_of THEN 1 ELSE 0 END) AS away,
           MAX(CASE WHEN until_on >= from_on AND until_on < :as_of THEN until_on END) AS last_absent
    FROM absence WHERE from_on <= :as_of AND school_id {_OF_SCHOOL}
    GROUP BY school_id, person_id
), present AS MATERIALIZED (
    SELECT person.school_id, person.person_id, person.started_on, absent.last_absent
    FROM person
    LEFT JOIN absent ON absent.school_id = person.school_id AND absent.person_id = person.person_id
    WHERE (person.started_on IS NULL OR person.started_on <= :as_of)
      AND (person.left_on IS NULL OR person.left_on >= :as_of)
      AND COALESCE(absent.away, 0) = 0 AND person.school_id {_OF_SCHOOL}
), asked AS MATERIALIZED (
    SELECT audience.school_id, audience.policy_id, membership.person_id,
           MIN(CASE WHEN membership.from_on > audience.asked_from
                    THEN membership.from_on ELSE audience.asked_from END) AS since
    {_REACHED}
      AND audience.school_id {_OF_SCHOOL}
      AND (CAST(:policy AS INTEGER) IS NULL OR audience.policy_id = CAST(:policy AS INTEGER))
    GROUP BY audience.school_id, audience.policy_id, membership.person_id
), answered AS MATERIALIZED (
    SELECT given.school_id, version.policy_id, given.person_id,
           MAX(CASE given.state WHEN 'acknowledged' THEN version.sequence END) AS signed,
           MAX(CASE given.state WHEN 'declined' THEN version.sequence END) AS declined,
           MAX(CASE given.state WHEN 'queried' THEN version.sequence END) AS queried
    FROM acknowledgement AS given
    JOIN version ON version.school_id = given.school_id AND version.version_id = given.version_id
    LEFT JOIN acknowledgement AS voiding
      ON voiding.school_id = given.school_id AND voiding.voids = given.acknowledgement_id
    WHERE given.state <> 'voided' AND given.signed_on <= :as_of AND voiding.acknowledgement_id IS NULL
      AND given.school_id {_OF_SCHOOL}
      AND (CAST(:policy AS INTEGER) IS NULL OR version.policy_id = CAST(:policy AS INTEGER))
    GROUP BY given.school_id, version.policy_id, given.person_id
), owed AS MATERIALIZED (
    SELECT asked.school_id, asked.policy_id, asked.person_id, asked.since, present.started_on, present.last_absent,
           wanted.in_force_latest, wanted.sequence,
           CASE WHEN answered.signed >= wanted.sequence THEN 1 ELSE 0 END AS is_signed,
           CASE WHEN answered.declined >= wanted.sequence THEN 2
                WHEN answered.queried >= wanted.sequence THEN 1 END AS answer
    FROM asked
    JOIN wanted ON wanted.school_id = asked.school_id AND wanted.policy_id = asked.policy_id
    JOIN present ON present.school_id = asked.school_id AND present.person_id = asked.person_id
    LEFT JOIN answered
      ON answered.school_id = asked.school_id AND answered.policy_id = asked.policy_id
     AND answered.person_id = asked.person_id
)
"""
_UNSIGNED: Final = f"""{_OWED}
SELECT school.name, policy.title, policy.number, person.name, person.sort_key, policy.sort_key,
       owed.school_id, owed.policy_id, owed.person_id, owed.sequence, owed.answer,
       owed.since, owed.in_force_latest, owed.started_on, owed.last_absent, policy.confidential,
       person.email, person.role
FROM owed
JOIN school ON school.school_id = owed.school_id
JOIN policy ON policy.school_id = owed.school_id AND policy.policy_id = owed.policy_id
JOIN person ON person.school_id = owed.school_id AND person.person_id = owed.person_id
WHERE owed.is_signed = 0
ORDER BY school.name_key, policy.sort_key, policy.policy_id, person.sort_key, person.person_id
"""
_LATE: Final = """
    owed.is_signed = 0 AND owed.since < :late AND COALESCE(owed.in_force_latest, '') < :late
    AND COALESCE(owed.started_on, '') < :late AND COALESCE(owed.last_absent, '') < :back
"""
_PROGRESS: Final = f"""{_OWED}, counted AS MATERIALIZED (
    SELECT owed.school_id, owed.policy_id, COUNT(*) AS required, SUM(owed.is_signed) AS signed,
           SUM(CASE WHEN {_LATE} THEN 1 ELSE 0 END) AS late,
           SUM(CASE WHEN owed.is_signed = 0 AND owed.answer = 2 THEN 1 ELSE 0 END) AS declined,
           SUM(CASE WHEN owed.is_signed = 0 AND owed.answer = 1 THEN 1 ELSE 0 END) AS queried
    FROM owed
    GROUP BY owed.school_id, owed.policy_id
)
SELECT school.name, policy.title, policy.number, counted.school_id, counted.policy_id,
       counted.required, counted.signed, counted.late, counted.declined, counted.queried, policy.confidential
FROM counted
JOIN school ON school.school_id = counted.school_id
JOIN policy ON policy.school_id = counted.school_id AND policy.policy_id = counted.policy_id
ORDER BY school.name_key, policy.sort_key, counted.policy_id
"""
_BY_GROUP: Final = f"""{_OWED}, through AS MATERIALIZED (
    SELECT DISTINCT audience.school_id, audience.group_id, audience.policy_id, membership.person_id
    {_REACHED}
      AND audience.school_id {_OF_SCHOOL}
), counted AS MATERIALIZED (
    SELECT through.school_id, through.group_id, COUNT(*) AS required, SUM(owed.is_signed) AS signed,
           SUM(CASE WHEN {_LATE} THEN 1 ELSE 0 END) AS late, COUNT(DISTINCT owed.person_id) AS people,
           COUNT(DISTINCT CASE WHEN owed.is_signed = 0 THEN owed.person_id END) AS people_outstanding
    FROM through
    JOIN owed
      ON owed.school_id = through.school_id AND owed.policy_id = through.policy_id
     AND owed.person_id = through.person_id
    GROUP BY through.school_id, through.group_id
)
SELECT school.name, audience_group.name, counted.school_id, counted.group_id,
       counted.required, counted.signed, counted.late, counted.people, counted.people_outstanding
FROM counted
JOIN school ON school.school_id = counted.school_id
JOIN audience_group
  ON audience_group.school_id = counted.school_id AND audience_group.group_id = counted.group_id
ORDER BY school.name_key, audience_group.slug
"""
_BY_PERSON: Final = f"""{_OWED}
SELECT owed.school_id, owed.person_id, COUNT(*), SUM(owed.is_signed)
FROM owed
GROUP BY owed.school_id, owed.person_id
"""
_ASKED_THROUGH: Final = f"""
SELECT DISTINCT audience.school_id, audience.group_id, audience.policy_id, membership.person_id
{_REACHED}
"""
_ASKED_FOR: Final = f"""
SELECT DISTINCT membership.person_id
{_REACHED}
  AND audience.school_id = :school AND audience.policy_id = :policy
"""
_ANSWERS: Final = {None: None, 1: "queried", 2: "declined"}


@dataclass(frozen=True, slots=True)
class UnsignedPolicy:
    """One person who owes one policy a signature; `answer` is declined or queried where they said so instead."""

    school: str
    title: str
    number: str | None
    person: str
    person_sort_key: str
    policy_sort_key: str
    school_id: int
    policy_id: int
    person_id: int
    sequence: int
    answer: str | None
    deadline: date
    confidential: bool
    email: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class PolicyProgress:
    """How far the signatures of one policy have come."""

    school: str
    title: str
    number: str | None
    school_id: int
    policy_id: int
    required: int
    acknowledged: int
    late: int
    declined: int
    queried: int
    confidential: bool


@dataclass(frozen=True, slots=True)
class GroupProgress:
    """How far the signatures that one group was asked for have come; a person may be in several groups."""

    school: str
    group: str
    school_id: int
    group_id: int
    required: int
    acknowledged: int
    late: int
    people: int
    people_outstanding: int


def unsigned(
    reads: Reads, *, as_of: date, school_id: int | None = None, policy_id: int | None = None
) -> list[UnsignedPolicy]:
    """Everybody who owes a signature on that day, by school, policy and surname."""
    rows = reads.rows(_UNSIGNED, as_of=as_of.isoformat(), school=school_id, policy=policy_id)
    return [
        UnsignedPolicy(*(*row[:10], _ANSWERS[row[10]], _deadline(row[11:15]), bool(row[15]), *row[16:])) for row in rows
    ]


def progress(
    reads: Reads, *, as_of: date, school_id: int | None = None, policy_id: int | None = None
) -> list[PolicyProgress]:
    """For each policy that asks somebody: how many signatures it requires, has, lacks too late."""
    rows = reads.rows(_PROGRESS, **_late(as_of), as_of=as_of.isoformat(), school=school_id, policy=policy_id)
    return [PolicyProgress(*(*row[:10], bool(row[10]))) for row in rows]


def progress_by_person(
    reads: Reads, *, as_of: date, school_id: int | None = None, policy_id: int | None = None
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each person who is asked, by school and id: how many signatures are required of them, and given."""
    rows = reads.rows(_BY_PERSON, as_of=as_of.isoformat(), school=school_id, policy=policy_id)
    return {(school, person): (required, signed) for school, person, required, signed in rows}


def progress_by_group(reads: Reads, *, as_of: date, school_id: int | None = None) -> list[GroupProgress]:
    """The same for each group that is asked for anything."""
    rows = reads.rows(_BY_GROUP, **_late(as_of), as_of=as_of.isoformat(), school=school_id, policy=None)
    return [GroupProgress(*row) for row in rows]


def asked_through(reads: Reads, *, as_of: date) -> set[tuple[int, int, int, int]]:
    """School, group, policy and person of everybody whom a group's membership asks to sign a policy on that day."""
    return {
        (school, group, policy, person)
        for school, group, policy, person in reads.rows(_ASKED_THROUGH, as_of=as_of.isoformat())
    }


def asked_for(reads: Reads, *, as_of: date, school_id: int, policy_id: int) -> set[int]:
    """Everybody whom the policy asks on that day through a group, leavers and people who are away too."""
    rows = reads.rows(_ASKED_FOR, as_of=as_of.isoformat(), school=school_id, policy=policy_id)
    return {person for (person,) in rows}


def _deadline(days: Sequence[str | None]) -> date:
    asked_since, in_force_latest, started_on, last_absent = map(day, days)
    return deadline_to_sign(asked_since or date.min, in_force_latest, started_on, last_absent=last_absent)


def _late(as_of: date) -> dict[str, str]:
    """The days before which an obligation must have begun to be late by now, so that no date is reckoned in SQL."""
    last_in_time = as_of - DAYS_TO_SIGN
    return {"late": last_in_time.isoformat(), "back": (last_in_time - timedelta(days=1)).isoformat()}
