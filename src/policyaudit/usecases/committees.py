"""`audit committee`: add committees, give them other names, end them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from policyaudit.domain.changes import CommitteeAdded, CommitteeAliasAdded
from policyaudit.domain.naming import folded, natural_key
from policyaudit.errors import NothingRecorded
from policyaudit.store.opening import Store
from policyaudit.store.reads import committees, posts
from policyaudit.store.reads.committees import CommitteeRow
from policyaudit.store.writes import Writer
from policyaudit.usecases.days import shown_day
from policyaudit.usecases.finding import Found, find_committee, find_school, school_scope
from policyaudit.usecases.handing_over import StillNamed, handed_over
from policyaudit.usecases.typed import kept_name


@dataclass(frozen=True, slots=True)
class CommitteeEnded:
    """A committee that ends on a last day, and the policies that another one approves from then."""

    name: str
    on: date
    handed_to: str | None
    policies: tuple[str, ...]


class CommitteeKnown(NothingRecorded):
    """Two committees that go by one name."""

    def __init__(self, name: str, committee: str) -> None:
        super().__init__(
            f"{name} is what this school calls its committee {committee} already",
            next_step=f'audit committee show "{committee}"',
        )


class CommitteeHasEnded(NothingRecorded):
    """A committee that has ended ends again, or is to take policies over."""

    def __init__(self, name: str, on: date) -> None:
        super().__init__(
            f"the committee {name} ended on {shown_day(on)}", next_step=f'audit committee add "{name}" begins it again'
        )


def add_committee(
    store: Store, name: str, *, aliases: Sequence[str] = (), school: str | None, by: str, at: datetime
) -> Found:
    """Adds a committee; one of that name that had ended begins again. Raises `CommitteeKnown`."""
    kept = kept_name("a committee", name)
    with store.transaction(by=by, at=at) as writer:
        school_id = find_school(writer, school).school_id
        before = next((row for row in _rows(writer, school_id) if row.name_key == folded(kept)), None)
        if before is not None and before.ended_on is not None:
            committee_id = before.committee_id
            writer.apply([replace(before.state, name=kept, ended_on=None)])
        else:
            _refuse_double(writer, school_id, kept)
            committee_id = writer.new_id(school_id, "committee")
            added = CommitteeAdded(
                school_id=school_id,
                committee_id=committee_id,
                name=kept,
                name_key=folded(kept),
                sort_key=natural_key(kept),
            )
            writer.apply([added])
        found = Found(school_id, committee_id, kept)
        _add_aliases(writer, found, aliases)
        return found


def edit_committee(
    store: Store,
    typed: str,
    *,
    name: str | None = None,
    aliases: Sequence[str] = (),
    school: str | None,
    by: str,
    at: datetime,
) -> Found:
    """Gives a committee another name, or names beside it; the old name stays one, since documents go on using it."""
    with store.transaction(by=by, at=at) as writer:
        found = find_committee(writer, typed, school_id=school_scope(writer, school))
        (row,) = _rows(writer, found.school_id, found.key)
        kept = kept_name("a committee", name) if name is not None else row.name
        if kept != row.name:
            _refuse_double(writer, found.school_id, kept, but=found.key)
            writer.apply([replace(row.state, name=kept, name_key=folded(kept), sort_key=natural_key(kept))])
            aliases = [row.name, *aliases]
        found = Found(found.school_id, found.key, kept)
        _add_aliases(writer, found, aliases)
        return found


def end_committee(
    store: Store,
    typed: str,
    *,
    on: date,
    hand_to: str | None = None,
    school: str | None,
    by: str,
    at: datetime,
) -> CommitteeEnded:
    """Ends a committee with a last day; the policies it approves go to another. Raises `StillNamed` without one."""
    with store.transaction(by=by, at=at) as writer:
        found = find_committee(writer, typed, school_id=school_scope(writer, school))
        row = _that_lasts(writer, found)
        next_one = find_committee(writer, hand_to, school_id=found.school_id) if hand_to else None
        theirs = posts.policies_of(writer, found.school_id, committee_id=found.key)
        if next_one is not None and next_one != found:
            handed_over(writer, found.school_id, theirs, committee_id=_that_lasts(writer, next_one).committee_id)
        elif theirs:
            raise StillNamed(row.name, theirs, kind="committee")
        writer.apply([replace(row.state, ended_on=on)])
        titles = tuple(title for _, title in theirs)
        return CommitteeEnded(row.name, on, next_one.name if next_one else None, titles)


def _rows(writer: Writer, school_id: int, committee_id: int | None = None) -> list[CommitteeRow]:
    return committees.committees(writer, school_id, committee_id)


def _that_lasts(writer: Writer, found: Found) -> CommitteeRow:
    (row,) = _rows(writer, found.school_id, found.key)
    if row.ended_on is not None:
        raise CommitteeHasEnded(row.name, row.ended_on)
    return row


def _refuse_double(writer: Writer, school_id: int, name: str, *, but: int | None = None) -> None:
    """A name means one committee, whether it is its own or another name of it."""
    shown = {row.committee_id: row.name for row in _rows(writer, school_id)}
    keys = {folded(known): committee_id for committee_id, known in shown.items()}
    keys |= {row.alias_key: row.committee_id for row in committees.aliases(writer, school_id)}
    owner = keys.get(folded(name))
    if owner is not None and owner != but:
        raise CommitteeKnown(name, shown[owner])


def _add_aliases(writer: Writer, committee: Found, aliases: Sequence[str]) -> None:
    for alias in aliases:
        kept = kept_name("a committee", alias)
        _refuse_double(writer, committee.school_id, kept, but=committee.key)
        known = {row.alias_key for row in committees.aliases(writer, committee.school_id)}
        if folded(kept) in known | {folded(committee.name)}:
            continue
        added = CommitteeAliasAdded(
            school_id=committee.school_id,
            alias_id=writer.new_id(committee.school_id, "committee_alias"),
            committee_id=committee.key,
            alias=kept,
            alias_key=folded(kept),
        )
        writer.apply([added])
