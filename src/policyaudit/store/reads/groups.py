"""The groups of a school, and the policies that ask them to sign."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from policyaudit.domain.changes import GroupEdited
from policyaudit.domain.sign_off import Span
from policyaudit.store.reads.mapping import Reads, day

_GROUPS: Final = """
    SELECT audience_group.school_id, audience_group.group_id, school.name, audience_group.slug, audience_group.name,
           audience_group.ended_on
    FROM audience_group JOIN school ON school.school_id = audience_group.school_id
    WHERE (CAST(:school AS INTEGER) IS NULL OR audience_group.school_id = CAST(:school AS INTEGER))
      AND (CAST(:grp AS INTEGER) IS NULL OR audience_group.group_id = CAST(:grp AS INTEGER))
    ORDER BY school.name_key, audience_group.slug
"""
_ASKINGS: Final = """
    SELECT audience.school_id, audience.audience_id, audience.group_id, audience.policy_id, policy.title,
           policy.number, policy.status, policy.withdrawn_on, audience.asked_from, audience.until_on
    FROM audience
    JOIN policy ON policy.school_id = audience.school_id AND policy.policy_id = audience.policy_id
    WHERE (CAST(:school AS INTEGER) IS NULL OR audience.school_id = CAST(:school AS INTEGER))
      AND (CAST(:grp AS INTEGER) IS NULL OR audience.group_id = CAST(:grp AS INTEGER))
    ORDER BY audience.school_id, policy.sort_key, audience.policy_id, audience.asked_from, audience.audience_id
"""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group that people are asked to sign in; `ended_on` once it has ended."""

    school_id: int
    group_id: int
    school: str
    slug: str
    name: str
    ended_on: date | None

    @property
    def state(self) -> GroupEdited:
        """The row as the change that would write it so again."""
        return GroupEdited(
            school_id=self.school_id, group_id=self.group_id, slug=self.slug, name=self.name, ended_on=self.ended_on
        )


@dataclass(frozen=True, slots=True)
class AskingRow:
    """A policy that asks a group, and from when until when."""

    school_id: int
    audience_id: int
    group_id: int
    policy_id: int
    title: str
    number: str | None
    status: str
    withdrawn_on: date | None
    span: Span

    def covers(self, on: date) -> bool:
        """It is in force and asks on that day."""
        is_withdrawn_later = self.withdrawn_on is not None and self.withdrawn_on > on
        in_force = is_withdrawn_later if self.status == "withdrawn" else self.status != "draft"
        return in_force and self.span.covers(on)


def groups(reads: Reads, school_id: int | None, group_id: int | None = None) -> list[GroupRow]:
    """Every group, or one, those that have ended too."""
    rows = reads.rows(_GROUPS, school=school_id, grp=group_id)
    return [GroupRow(*(*row[:5], day(row[5]))) for row in rows]


def askings(reads: Reads, school_id: int | None, group_id: int | None = None) -> list[AskingRow]:
    """Which policies ask, asked or will ask which group, by title."""
    rows = reads.rows(_ASKINGS, school=school_id, grp=group_id)
    return [AskingRow(*(*row[:7], day(row[7]), Span(day(row[8]), day(row[9])))) for row in rows]
