"""`audit officer`: the posts that owe reviews, and who holds them from when until when."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from policyaudit.domain.changes import HolderAdded, HolderEnded, PostAdded
from policyaudit.domain.naming import folded
from policyaudit.errors import NothingRecorded
from policyaudit.store.opening import Store
from policyaudit.store.reads import posts
from policyaudit.store.reads.posts import HolderRow, PostRow
from policyaudit.store.writes import Writer
from policyaudit.usecases.days import ONE_DAY, shown_day
from policyaudit.usecases.finding import Found, find_person, find_post, find_school, school_scope
from policyaudit.usecases.handing_over import StillNamed, handed_over
from policyaudit.usecases.typed import kept_name


@dataclass(frozen=True, slots=True)
class NewHolder:
    """Who holds a post from which day, as typed; without a day since anybody remembers."""

    person: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class PostEnded:
    """A post that ends on a last day, and the policies that another post owes from then."""

    title: str
    on: date
    handed_to: str | None
    policies: tuple[str, ...]


class PostKnown(NothingRecorded):
    """Two posts of one title."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"this school has a post {title} already", next_step=f'audit officer edit "{title}" --holder PERSON'
        )


class PostHasEnded(NothingRecorded):
    """A post that has ended ends again, or is to be held."""

    def __init__(self, title: str, on: date) -> None:
        super().__init__(
            f"the post {title} ended on {shown_day(on)}", next_step=f'audit officer add "{title}" begins it again'
        )


class HeldFromLater(NothingRecorded):
    """Somebody would hold a post before the one who holds it came."""

    def __init__(self, post: str, row: HolderRow) -> None:
        since = f" from {shown_day(row.span.first)}" if row.span.first else ""
        super().__init__(
            f"{row.person or 'somebody'} holds the post {post}{since}",
            next_step="give the new holder a later first day with --from",
        )


def add_post(
    store: Store, title: str, *, holder: NewHolder | None = None, school: str | None, by: str, at: datetime
) -> Found:
    """Adds a post; one of that title that had ended begins again. Raises `PostKnown`."""
    kept = kept_name("a post", title)
    with store.transaction(by=by, at=at) as writer:
        school_id = find_school(writer, school).school_id
        before = _called(writer, school_id, kept)
        if before is not None and before.ended_on is None:
            raise PostKnown(before.title)
        if before is not None:
            post_id = before.post_id
            writer.apply([replace(before.state, title=kept, ended_on=None)])
        else:
            post_id = writer.new_id(school_id, "post")
            writer.apply([PostAdded(school_id=school_id, post_id=post_id, title=kept, title_key=folded(kept))])
        found = Found(school_id, post_id, kept)
        _hold(writer, found, holder)
        return found


def edit_post(
    store: Store,
    typed: str,
    *,
    title: str | None = None,
    holder: NewHolder | None = None,
    school: str | None,
    by: str,
    at: datetime,
) -> Found:
    """Gives a post another title or another holder; whoever held it does so until the day before."""
    with store.transaction(by=by, at=at) as writer:
        found = find_post(writer, typed, school_id=school_scope(writer, school))
        row = _that_lasts(writer, found)
        kept = kept_name("a post", title) if title is not None else row.title
        if kept != row.title:
            other = _called(writer, found.school_id, kept)
            if other is not None and other.post_id != found.key:
                raise PostKnown(other.title)
            writer.apply([replace(row.state, title=kept, title_key=folded(kept))])
        found = Found(found.school_id, found.key, kept)
        _hold(writer, found, holder)
        return found


def end_post(
    store: Store,
    typed: str,
    *,
    on: date,
    hand_to: str | None = None,
    school: str | None,
    by: str,
    at: datetime,
) -> PostEnded:
    """Ends a post with a last day; the policies that name it go to another. Raises `StillNamed` without one."""
    with store.transaction(by=by, at=at) as writer:
        found = find_post(writer, typed, school_id=school_scope(writer, school))
        row = _that_lasts(writer, found)
        next_one = find_post(writer, hand_to, school_id=found.school_id) if hand_to else None
        theirs = posts.policies_of(writer, found.school_id, post_id=found.key)
        if next_one is not None and next_one != found:
            handed_over(writer, found.school_id, theirs, post_id=_that_lasts(writer, next_one).post_id)
        elif theirs:
            raise StillNamed(row.title, theirs, kind="post")
        _end_holders(writer, found, last_day=on)
        writer.apply([replace(row.state, ended_on=on)])
        titles = tuple(title for _, title in theirs)
        return PostEnded(row.title, on, next_one.name if next_one else None, titles)


def _called(writer: Writer, school_id: int, title: str) -> PostRow | None:
    return next((row for row in posts.posts(writer, school_id) if row.title_key == folded(title)), None)


def _that_lasts(writer: Writer, found: Found) -> PostRow:
    (row,) = posts.posts(writer, found.school_id, found.key)
    if row.ended_on is not None:
        raise PostHasEnded(row.title, row.ended_on)
    return row


def _hold(writer: Writer, post: Found, holder: NewHolder | None) -> None:
    """Ends whoever holds the post, and begins the new holder."""
    if holder is None:
        return
    person = find_person(writer, holder.person, school_id=post.school_id)
    since = holder.since or date.min
    for row in posts.holders(writer, post.school_id, post_id=post.key):
        if (row.span.first or date.min) >= since and (row.span.last or date.max) >= since:
            raise HeldFromLater(post.name, row)
    if holder.since is not None:
        _end_holders(writer, post, last_day=holder.since - ONE_DAY)
    holder_id = writer.new_id(post.school_id, "holder")
    added = HolderAdded(
        school_id=post.school_id,
        holder_id=holder_id,
        post_id=post.key,
        person_id=person.key,
        from_on=holder.since,
    )
    writer.apply([added])


def _end_holders(writer: Writer, post: Found, *, last_day: date) -> None:
    rows = posts.holders(writer, post.school_id, post_id=post.key)
    held = [row for row in rows if row.span.last is None or row.span.last > last_day]
    writer.apply([HolderEnded(school_id=row.school_id, holder_id=row.holder_id, until_on=last_day) for row in held])
