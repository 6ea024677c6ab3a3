"""The committees of a school, and the names they go by."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from policyaudit.domain.changes import CommitteeEdited
from policyaudit.store.reads.mapping import Reads, day

_COMMITTEES: Final = """
    SELECT committee.school_id, committee.committee_id, school.name, committee.name, committee.name_key,
           committee.sort_key, committee.ended_on
    FROM committee JOIN school ON school.school_id = committee.school_id
    WHERE (CAST(:school AS INTEGER) IS NULL OR committee.school_id = CAST(:school AS INTEGER))
      AND (CAST(:committee AS INTEGER) IS NULL OR committee.committee_id = CAST(:committee AS INTEGER))
    ORDER BY school.name_key, committee.sort_key, committee.committee_id
"""
_ALIASES: Final = """
    SELECT school_id, committee_id, alias, alias_key FROM committee_alias
    WHERE (CAST(:school AS INTEGER) IS NULL OR school_id = CAST(:school AS INTEGER))
    ORDER BY school_id, committee_id, alias_id
"""


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """A committee; `ended_on` once there is none any more."""

    school_id: int
    committee_id: int
    school: str
    name: str
    name_key: str
    sort_key: str
    ended_on: date | None

    @property
    def state(self) -> CommitteeEdited:
        """The row as the change that would write it so again."""
        return CommitteeEdited(
            school_id=self.school_id,
            committee_id=self.committee_id,
            name=self.name,
            name_key=self.name_key,
            sort_key=self.sort_key,
            ended_on=self.ended_on,
        )


@dataclass(frozen=True, slots=True)
class AliasRow:
    """Another name of a committee, and its key for comparing."""

    school_id: int
    committee_id: int
    alias: str
    alias_key: str


def committees(reads: Reads, school_id: int | None, committee_id: int | None = None) -> list[CommitteeRow]:
    """Every committee, or one, by name; those that have ended too."""
    rows = reads.rows(_COMMITTEES, school=school_id, committee=committee_id)
    return [CommitteeRow(*(*row[:6], day(row[6]))) for row in rows]


def aliases(reads: Reads, school_id: int | None) -> list[AliasRow]:
    """The other names of committees, in the order in which they were added."""
    return [AliasRow(*row) for row in reads.rows(_ALIASES, school=school_id)]
