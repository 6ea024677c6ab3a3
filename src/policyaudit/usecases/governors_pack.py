"""What the governors' pack says on one day, as plain values without a sentence.

Lists come in the order in which they are printed. A policy that is confidential is counted everywhere and
listed nowhere; drafts and withdrawn policies are neither. Counts of days are whole days.
"""

from dataclasses import dataclass
from datetime import date

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.schedule import Standing


@dataclass(frozen=True, slots=True)
class Standings:
    """How many policies in force have each standing."""

    overdue: int = 0
    due: int = 0
    due_soon: int = 0
    in_date: int = 0
    unscheduled: int = 0
    live: int = 0

    @property
    def policies(self) -> int:
        """All policies in force."""
        return self.overdue + self.due + self.due_soon + self.in_date + self.unscheduled + self.live

    @property
    def upcoming(self) -> int:
        """Policies whose review has come or begins soon."""
        return self.due + self.due_soon


@dataclass(frozen=True, slots=True)
class Progress:
    """How far acknowledgements have come: of `required`, so many are given and so many are late."""

    required: int = 0
    acknowledged: int = 0
    late: int = 0  # not given, and the deadline has passed

    @property
    def outstanding(self) -> int:
        """Required and not given, late or not."""
        return self.required - self.acknowledged


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """One school of a register that holds several."""

    school: str
    standings: Standings
    sign_off: Progress


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One policy whose review is overdue, due, due soon or has no date."""

    title: str
    school: str
    standing: Standing
    number: str | None = None
    responsible_officer: str | None = None
    committee: str | None = None
    last_reviewed: PartialDate | None = None
    next_review: PartialDate | None = None
    days_overdue: int | None = None  # after the last day of the next review's span; None unless overdue
    days_left: int | None = None  # to that last day, 0 on it; None if overdue or unscheduled


@dataclass(frozen=True, slots=True)
class SignOffLine:
    """How far one policy's acknowledgements have come: the version in force, and who has to have signed."""

    title: str
    school: str
    version: str
    progress: Progress
    number: str | None = None
    declined: int = 0  # among the outstanding
    queried: int = 0  # among the outstanding


@dataclass(frozen=True, slots=True)
class OutstandingPerson:
    """One person who owes acknowledgements."""

    name: str
    outstanding: int
    late: int = 0
    longest_late_days: int | None = None  # of the oldest one that is late; None if none is
    apart: str | None = None  # e-mail address or role, where somebody else who owes is called the same
    policies: tuple[str, ...] = ()  # titles of what is outstanding, the earliest deadline first, twelve at most
    further: int = 0  # policies beyond those


@dataclass(frozen=True, slots=True)
class GroupLine:
    """How far one group's acknowledgements have come. A person may be in several groups."""

    group: str
    school: str
    people: int  # in the group on that day
    people_outstanding: int  # of these, who owe at least one
    progress: Progress
    names: tuple[OutstandingPerson, ...] = ()  # empty unless names were asked for


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """One revision of the last twelve months."""

    title: str
    school: str
    version: str
    in_force_from: PartialDate
    kind: str  # "first", "minor" or "material"
    number: str | None = None
    decided_by: str | None = None
    reason: str | None = None
    sign_offs_kept: int = 0  # acknowledgements that the revision carried forward
    asked_again: int = 0  # people whom it asked to sign; again, unless it is the first


@dataclass(frozen=True, slots=True)
class Unknown:
    """What the register does not know, so that the pack can say what it cannot say."""

    values_waiting: int = 0  # values read from documents that nobody has confirmed; never counted
    without_officer: int = 0  # policies in force
    without_committee: int = 0
    without_audience: int = 0  # policies in force that ask nobody to acknowledge them
    without_version: int = 0  # policies in force that ask somebody, and have no version in force to acknowledge
    people: int = 0  # employed on the day; 0 means that the staff list is empty


@dataclass(frozen=True, slots=True)
class GovernorsPack:
    """Everything that governors receive about one school, or all schools of a trust, on one day."""

    name: str  # the school, or the trust if there are several schools
    as_of: date
    within: int  # days: a review that begins within so many days is due soon
    standings: Standings  # all policies in force, confidential ones included
    confidential: Standings  # those of them that are listed nowhere
    sign_off: Progress  # all policies, confidential ones included
    confidential_sign_off: Progress
    unknown: Unknown
    trust: str | None = None  # the trust that a single school belongs to
    schools: tuple[SchoolLine, ...] = ()  # by name; empty if there is only one
    overdue: tuple[ReviewLine, ...] = ()  # longest overdue first
    unscheduled: tuple[ReviewLine, ...] = ()  # by title
    upcoming: tuple[ReviewLine, ...] = ()  # due and due soon, fewest days left first
    sign_offs: tuple[SignOffLine, ...] = ()  # most late first, then the least complete
    groups: tuple[GroupLine, ...] = ()  # most late first
    revisions: tuple[RevisionLine, ...] = ()  # newest first
    named: bool = False  # names were asked for
    drafts: int = 0
    withdrawn: int = 0
