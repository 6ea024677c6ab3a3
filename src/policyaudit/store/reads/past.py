"""What counted of a policy on a day gone by: reviews held later, and a withdrawal still to come, do not.

The journal holds the complete row of a policy at each of its changes; only policies that have changed so are looked up.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final, NamedTuple

from policyaudit.domain.next_review import choose_next_review
from policyaudit.domain.partial_date import PartialDate
from policyaudit.store.reads.mapping import Reads, partial

_WITHDRAWN: Final = "withdrawn"
_ENTRIES: Final = """
    SELECT policy.school_id, policy.policy_id, journal.entry
    FROM policy
    JOIN journal
      ON journal.school_id = policy.school_id AND journal.subject = 'policy'
     AND journal.subject_id = CAST(policy.policy_id AS TEXT)
    WHERE (policy.last_reviewed_earliest > :as_of OR (policy.status = 'withdrawn' AND policy.withdrawn_on > :as_of))
      AND (CAST(:school AS INTEGER) IS NULL OR policy.school_id = CAST(:school AS INTEGER))
    ORDER BY policy.school_id, policy.policy_id, journal.position DESC
"""


class PastPolicy(NamedTuple):
    """How a policy stood, and the dates of its schedule, as they were on a day."""

    status: str
    last_reviewed: PartialDate | None
    next_stated: PartialDate | None
    next_derived: PartialDate | None

    @property
    def next_review(self) -> PartialDate | None:
        """The next review that counted."""
        return choose_next_review(self.next_stated, self.next_derived)


def past_policies(reads: Reads, school_id: int | None, *, as_of: date) -> dict[tuple[int, int], PastPolicy]:
    """The policies that were reviewed, or are withdrawn, after that day, by school and id; as they were on it.

    One that the register first heard of with a later review had no date then that anybody knows.
    """
    rows = reads.rows(_ENTRIES, school=school_id, as_of=as_of.isoformat())
    return {
        key: _on([json.loads(bytes(row[2]))["values"] for row in entries], as_of.isoformat())
        for key, entries in groupby(rows, key=lambda row: (row[0], row[1]))
    }


def _on(newest_first: Sequence[Mapping[str, Any]], as_of: str) -> PastPolicy:
    known = (values for values in newest_first if (values["last_reviewed_earliest"] or "") <= as_of)
    dates = next(known, {})
    return PastPolicy(_status(newest_first, as_of), *(_dated(dates, name) for name in PastPolicy._fields[1:]))


def _status(newest_first: Sequence[Mapping[str, Any]], as_of: str) -> str:
    """The status, and before the day of a withdrawal what it was until somebody recorded that."""
    last = newest_first[0]
    if last["status"] != _WITHDRAWN or (last["withdrawn_on"] or "") <= as_of:
        return str(last["status"])
    return next((str(values["status"]) for values in newest_first if values["status"] != _WITHDRAWN), "in force")


def _dated(values: Mapping[str, Any], name: str) -> PartialDate | None:
    return partial([values.get(f"{name}_{part}") for part in ("as_written", "earliest", "latest", "precision")])
