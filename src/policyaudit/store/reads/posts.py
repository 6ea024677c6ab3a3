"""The posts of a school, who holds them, and the policies that name a post, a person or a committee."""

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
