"""The posts of a school, who holds them, and how much each post or person owes."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from policyaudit.domain.changes import PostEdited
from policyaudit.domain.sign_off import Span
from policyaudit.store.reads.mapping import Reads, day

_POSTS: Final = """
    SELECT post.school_id, post.post_id, school.name, post.title, post.title_key, post.ended_on
    FROM post JOIN school ON school.school_id = post.school_id
    WHERE (CAST(:school AS INTEGER) IS NULL OR post.school_id = CAST(:school AS INTEGER))
      AND (CAST(:post AS INTEGER) IS NULL OR post.post_id = CAST(:post AS INTEGER))
    ORDER BY school.name_key, post.title_key
"""
_HOLDERS: Final = """
    SELECT holder.school_id, holder.holder_id, holder.post_id, holder.person_id, post.title, person.name,
           holder.from_on, holder.until_on
    FROM holder
    JOIN post ON post.school_id = holder.school_id AND post.post_id = holder.post_id
    JOIN person ON person.school_id = holder.school_id AND person.person_id = holder.person_id
    WHERE (CAST(:school AS INTEGER) IS NULL OR holder.school_id = CAST(:school AS INTEGER))
      AND (CAST(:post AS INTEGER) IS NULL OR holder.post_id = CAST(:post AS INTEGER))
      AND (CAST(:person AS INTEGER) IS NULL OR holder.person_id = CAST(:person AS INTEGER))
    ORDER BY holder.school_id, post.title_key, COALESCE(holder.from_on, ''), holder.holder_id
"""
_OWNERS: Final = """
    SELECT policy.school_id, school.name, policy.officer_post_id,
           CASE WHEN policy.officer_post_id IS NULL THEN policy.officer_person_id END, post.title,
           CASE WHEN policy.officer_post_id IS NULL THEN person.name END, COUNT(*),
           SUM(CASE WHEN policy.status = 'in force' AND policy.due_by < :as_of THEN 1 ELSE 0 END),
           SUM(CASE WHEN policy.status = 'in force' AND policy.due_by IS NULL THEN 1 ELSE 0 END)
    FROM policy
    JOIN school ON school.school_id = policy.school_id
    LEFT JOIN post ON post.school_id = policy.school_id AND post.post_id = policy.officer_post_id
    LEFT JOIN person ON person.school_id = policy.school_id AND person.person_id = policy.officer_person_id
    WHERE policy.status IN ('in force', 'live')
      AND (policy.officer_post_id IS NOT NULL OR policy.officer_person_id IS NOT NULL)
      AND (CAST(:school AS INTEGER) IS NULL OR policy.school_id = CAST(:school AS INTEGER))
    GROUP BY 1, 2, 3, 4, 5, 6, school.name_key, post.title_key,
             CASE WHEN policy.officer_post_id IS NULL THEN person.sort_key END
    ORDER BY school.name_key, post.title_key NULLS LAST,
             CASE WHEN policy.officer_post_id IS NULL THEN person.sort_key END NULLS LAST, 4
"""
_OWNED: Final = """
    SELECT policy_id, title FROM policy
    WHERE school_id = :school AND status <> 'withdrawn'
      AND (officer_post_id = CAST(:post AS INTEGER) OR officer_person_id = CAST(:person AS INTEGER)
           OR committee_id = CAST(:committee AS INTEGER))
    ORDER BY sort_key, policy_id
"""


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post that owes reviews; `ended_on` once there is none any more."""

    school_id: int
    post_id: int
    school: str
    title: str
    title_key: str
    ended_on: date | None

    @property
    def state(self) -> PostEdited:
        """The row as the change that would write it so again."""
        return PostEdited(
            school_id=self.school_id,
            post_id=self.post_id,
            title=self.title,
            title_key=self.title_key,
            ended_on=self.ended_on,
        )


@dataclass(frozen=True, slots=True)
class HolderRow:
    """Somebody's time in a post; the name is None once they are erased."""

    school_id: int
    holder_id: int
    post_id: int
    person_id: int
    post: str
    person: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class ReviewsOwed:
    """How many policies in force somebody is responsible for, how many of those are overdue or have no date."""

    policies: int
    overdue: int
    unscheduled: int


NOTHING_OWED: Final = ReviewsOwed(0, 0, 0)


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """A post, or a person named without one, and the reviews that it owes."""

    school_id: int
    school: str
    post_id: int | None
    person_id: int | None
    post: str | None
    person: str | None
    owes: ReviewsOwed


def posts(reads: Reads, school_id: int | None, post_id: int | None = None) -> list[PostRow]:
    """Every post, or one, by title; those that have ended too."""
    rows = reads.rows(_POSTS, school=school_id, post=post_id)
    return [PostRow(*(*row[:5], day(row[5]))) for row in rows]


def holders(
    reads: Reads, school_id: int | None, *, post_id: int | None = None, person_id: int | None = None
) -> list[HolderRow]:
    """Who holds, held or will hold which post, by post, earliest first."""
    rows = reads.rows(_HOLDERS, school=school_id, post=post_id, person=person_id)
    return [HolderRow(*(*row[:6], Span(day(row[6]), day(row[7])))) for row in rows]


def owners(reads: Reads, school_id: int | None, *, as_of: date) -> list[OwnerRow]:
    """Every post, then every person without one, that a policy in force names, with what they owe on that day."""
    return [
        OwnerRow(*(*row[:6], ReviewsOwed(*row[6:])))
        for row in reads.rows(_OWNERS, school=school_id, as_of=as_of.isoformat())
    ]


def policies_of(
    reads: Reads,
    school_id: int,
    *,
    post_id: int | None = None,
    person_id: int | None = None,
    committee_id: int | None = None,
) -> list[tuple[int, str]]:
    """Id and title of the policies, drafts too, that name this post, person or committee."""
    rows = reads.rows(_OWNED, school=school_id, post=post_id, person=person_id, committee=committee_id)
    return [(policy_id, title) for policy_id, title in rows]
