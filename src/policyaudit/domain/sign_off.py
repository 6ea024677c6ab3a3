"""Who must sign which version of a policy, by when, and whether they have. All spans include both ends.

The rules stand here once, for one policy and one person. The store answers the same question for a whole register in
one statement of SQL; a test holds both against each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

DAYS_TO_SIGN: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Span:
    """Some days in a row; an open end is None."""

    first: date | None = None
    last: date | None = None

    def covers(self, day: date) -> bool:
        """The day lies in the span."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """A version of a policy as signing sees it; `earliest` and `latest` bound the day from which it is in force.

    Both are None where the school never wrote that day: then it has been in force as long as anybody asks.
    """

    sequence: int
    kind: Literal["minor", "material"]
    earliest: date | None = None
    latest: date | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """One person's dated word on the version of that sequence; `voided` where a later entry took it back."""

    sequence: int
    signed_on: date
    state: Literal["acknowledged", "declined", "queried"] = "acknowledged"
    voided: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A group was asked to sign, and somebody is in that group: both spans."""

    asking: Span
    membership: Span


@dataclass(frozen=True, slots=True)
class Signatory:
    """What signing needs to know of one person: employed when, absent when, and through which groups asked."""

    employed: Span
    asked: tuple[Asked, ...] = ()
    absences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Obligation:
    """A signature that is owed: at or after which version, and by when."""

    sequence: int
    deadline: date

    def days_late(self, as_of: date) -> int:
        """Whole days after the deadline; 0 on it and before."""
        return max((as_of - self.deadline).days, 0)


def in_force(versions: Iterable[PublishedVersion], on: date) -> PublishedVersion | None:
    """The newest version that is in force on that day."""
    begun = [version for version in versions if version.earliest is None or version.earliest <= on]
    return max(begun, key=lambda version: version.sequence, default=None)


def asks_again(versions: Iterable[PublishedVersion], on: date) -> PublishedVersion | None:
    """The last material version in force on that day: signatures of older ones do not count any more."""
    return in_force((version for version in versions if version.kind == "material"), on)


def was_superseded(version: PublishedVersion, versions: Iterable[PublishedVersion], on: date) -> bool:
    """A newer version was surely in force on that day already."""
    return any(
        newer.sequence > version.sequence and newer.latest is not None and newer.latest <= on for newer in versions
    )


def standing_acknowledgement(
    given: Iterable[Acknowledgement], *, since: PublishedVersion, as_of: date
) -> Acknowledgement | None:
    """The acknowledgement that counts on that day: of that version or a later one, not voided, the newest."""
    counting = (
        one
        for one in given
        if one.state == "acknowledged" and not one.voided and one.sequence >= since.sequence and one.signed_on <= as_of
    )
    return max(counting, key=lambda one: (one.sequence, one.signed_on), default=None)


def obligation(
    versions: tuple[PublishedVersion, ...],
    signatory: Signatory,
    given: tuple[Acknowledgement, ...],
    *,
    as_of: date,
) -> Obligation | None:
    """What this person owes for this policy on that day, or None: not asked, not there, absent, or signed."""
    version = asks_again(versions, as_of)
    asked_since = _asked_since(signatory, as_of)
    if version is None or asked_since is None or not _is_there(signatory, as_of):
        return None
    if standing_acknowledgement(given, since=version, as_of=as_of) is not None:
        return None
    deadline = deadline_to_sign(
        asked_since,
        version.latest,
        signatory.employed.first,
        last_absent=_last_absent(signatory, as_of),
    )
    return Obligation(version.sequence, deadline)


def deadline_to_sign(asked_since: date, *begun: date | None, last_absent: date | None) -> date:
    """Fourteen days after the latest of: asked, version in force, started, returned (the day after `last_absent`)."""
    days = [asked_since, *(day for day in begun if day is not None)]
    if last_absent is not None:
        days.append(last_absent + timedelta(days=1))
    return max(days) + DAYS_TO_SIGN


def _asked_since(signatory: Signatory, as_of: date) -> date | None:
    """The day from which the person has been asked, through the first group that reached them."""
    reached = [
        max(one.asking.first or date.min, one.membership.first or date.min)
        for one in signatory.asked
        if one.asking.covers(as_of) and one.membership.covers(as_of)
    ]
    return min(reached, default=None)


def _is_there(signatory: Signatory, as_of: date) -> bool:
    return signatory.employed.covers(as_of) and not any(absence.covers(as_of) for absence in signatory.absences)


def _last_absent(signatory: Signatory, as_of: date) -> date | None:
    ended = [
        absence.last
        for absence in signatory.absences
        if absence.last is not None and (absence.first or absence.last) <= absence.last < as_of
    ]
    return max(ended, default=None)
