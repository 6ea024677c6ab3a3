"""Figures that stand below a listing."""

from datetime import date
from typing import Final

from policyaudit.store.reads.in_force import IN_FORCE
from policyaudit.store.reads.mapping import Reads

_WAITING: Final = """
    SELECT COUNT(*) FROM (
        SELECT DISTINCT school_id, policy_id, version_id, field, value FROM provenance
        WHERE state = 'waiting' AND (CAST(:school AS INTEGER) IS NULL OR school_id = CAST(:school AS INTEGER))
    ) AS each_once
"""
_EMPLOYED: Final = """
    SELECT COUNT(*) FROM person
    WHERE name IS NOT NULL AND (started_on IS NULL OR started_on <= :as_of)
      AND (left_on IS NULL OR left_on >= :as_of)
      AND EXISTS (SELECT 1 FROM membership
                  WHERE membership.school_id = person.school_id AND membership.person_id = person.person_id)
      AND (CAST(:school AS INTEGER) IS NULL OR school_id = CAST(:school AS INTEGER))
"""
_ASKING: Final = """
    SELECT DISTINCT school_id, policy_id FROM audience
    WHERE asked_from <= :as_of AND (until_on IS NULL OR until_on >= :as_of)
      AND (CAST(:school AS INTEGER) IS NULL OR school_id = CAST(:school AS INTEGER))
"""
_UNSIGNABLE: Final = f"""
    SELECT COUNT(*) FROM policy
    WHERE {IN_FORCE}
      AND (CAST(:school AS INTEGER) IS NULL OR policy.school_id = CAST(:school AS INTEGER))
      AND (CAST(:policy AS INTEGER) IS NULL OR policy.policy_id = CAST(:policy AS INTEGER))
      AND EXISTS (SELECT 1 FROM audience
                  WHERE audience.school_id = policy.school_id AND audience.policy_id = policy.policy_id
                    AND audience.asked_from <= :as_of AND (audience.until_on IS NULL OR audience.until_on >= :as_of))
      AND NOT EXISTS (SELECT 1 FROM version
                      WHERE version.school_id = policy.school_id AND version.policy_id = policy.policy_id
                        AND (version.in_force_from_earliest IS NULL OR version.in_force_from_earliest <= :as_of))
"""


def values_waiting(reads: Reads, *, school_id: int | None) -> int:
    """How many values wait for somebody to confirm them; one that several documents of a version say is one."""
    ((count,),) = reads.rows(_WAITING, school=school_id)
    return int(count)


def employed(reads: Reads, *, as_of: date, school_id: int | None) -> int:
    """How many people who are in any group are there on that day."""
    ((count,),) = reads.rows(_EMPLOYED, as_of=as_of.isoformat(), school=school_id)
    return int(count)


def policies_asking(reads: Reads, *, as_of: date, school_id: int | None) -> set[tuple[int, int]]:
    """School and id of each policy that asks somebody to sign on that day."""
    return {(school, policy) for school, policy in reads.rows(_ASKING, as_of=as_of.isoformat(), school=school_id)}


def policies_unsignable(reads: Reads, *, as_of: date, school_id: int | None, policy_id: int | None = None) -> int:
    """How many policies in force ask somebody to sign on that day, and have no version in force to be signed."""
    ((count,),) = reads.rows(_UNSIGNABLE, as_of=as_of.isoformat(), school=school_id, policy=policy_id)
    return int(count)
