"""`audit report governors`: what the pack says on one day, taken from the register."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from policyaudit.domain.review_cycle import add_months
from policyaudit.domain.schedule import HORIZON, Standing, days_overdue
from policyaudit.store.reads import counts, names, policies, revisions, schedule, unsigned
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.schedule import Chosen, ScheduledPolicy
from policyaudit.usecases.due import standing_of
from policyaudit.usecases.finding import find_school, known_schools
from policyaudit.usecases.governors_pack import (
    GovernorsPack,
    GroupLine,
    OutstandingPerson,
    Progress,
    ReviewLine,
    RevisionLine,
    SchoolLine,
    SignOffLine,
    Standings,
    Unknown,
)
from policyaudit.usecases.unsigned import namesakes

MONTHS_OF_REVISIONS = 12
POLICIES_NAMED = 12  # of what one person owes, so that a row stays on its page


def governors_pack(
    reads: Reads, *, as_of: date, within: int = HORIZON, school: str | None = None, named: bool = False
) -> GovernorsPack:
    """The pack of one school, or of all schools of the register. Raises `NoSuchName` for an unknown school."""
    known = known_schools(reads)
    one = find_school(reads, school) if school or len(known) == 1 else None
    school_id = one.school_id if one else None
    scheduled = [_Standing(row, as_of, within) for row in schedule.all_policies(reads, Chosen(school_id), as_of=as_of)]
    in_force = [each for each in scheduled if each.policy.status in {"in force", "live"}]
    open_to_all = [each for each in in_force if not each.policy.confidential]
    progress = unsigned.progress(reads, as_of=as_of, school_id=school_id)
    pack = GovernorsPack(
        name=one.name if one else _together(known),
        as_of=as_of,
        within=within,
        standings=_standings(in_force),
        confidential=_standings(each for each in in_force if each.policy.confidential),
        sign_off=_progress(progress),
        confidential_sign_off=_progress(row for row in progress if row.confidential),
        unknown=_unknown(reads, in_force, as_of, school_id),
        trust=one.trust if one else None,
        drafts=sum(each.policy.status == "draft" for each in scheduled),
        withdrawn=sum(each.policy.status == "withdrawn" for each in scheduled),
        named=named,
    )
    pack = replace(
        pack,
        schools=() if one else _schools(known, in_force, progress),
        overdue=_lines(open_to_all, {Standing.OVERDUE}),
        unscheduled=_lines(open_to_all, {Standing.UNSCHEDULED}),
        upcoming=_lines(open_to_all, {Standing.DUE, Standing.DUE_SOON}),
    )
    return replace(
        pack,
        sign_offs=_sign_offs(reads, progress, as_of),
        groups=_groups(reads, as_of, school_id, named=named),
        revisions=_revisions(reads, as_of, school_id),
    )


def _together(schools: Iterable[names.SchoolRow]) -> str:
    """What several schools are called: as their trust, where they all belong to one."""
    first, *others = {school.trust for school in schools}
    return first if first and not others else "All schools"


class _Standing:
    """A policy with where it stands."""

    def __init__(self, policy: ScheduledPolicy, as_of: date, within: int) -> None:
        self.policy = policy
        self.as_of = as_of
        self.standing = standing_of(policy, as_of, within)

    @property
    def line(self) -> ReviewLine:
        policy, latest = self.policy, self.policy.next_review.latest if self.policy.next_review else None
        return ReviewLine(
            title=policy.title,
            school=policy.school,
            standing=self.standing,
            number=policy.number,
            responsible_officer=policy.responsible_officer,
            committee=policy.committee,
            last_reviewed=policy.last_reviewed,
            next_review=policy.next_review,
            days_overdue=days_overdue(latest, self.as_of),
            days_left=(latest - self.as_of).days if latest and latest >= self.as_of else None,
        )


def _standings(policies_in_force: Iterable[_Standing]) -> Standings:
    found = Counter(each.standing for each in policies_in_force)
    return Standings(
        overdue=found[Standing.OVERDUE],
        due=found[Standing.DUE],
        due_soon=found[Standing.DUE_SOON],
        in_date=found[Standing.IN_DATE],
        unscheduled=found[Standing.UNSCHEDULED],
        live=found[Standing.LIVE],
    )


def _progress(rows: Iterable[unsigned.PolicyProgress]) -> Progress:
    counted = list(rows)
    return Progress(
        required=sum(row.required for row in counted),
        acknowledged=sum(row.acknowledged for row in counted),
        late=sum(row.late for row in counted),
    )


def _unknown(reads: Reads, in_force: Sequence[_Standing], as_of: date, school_id: int | None) -> Unknown:
    asking = counts.policies_asking(reads, as_of=as_of, school_id=school_id)
    return Unknown(
        values_waiting=counts.values_waiting(reads, school_id=school_id),
        without_officer=sum(each.policy.responsible_officer is None for each in in_force),
        without_committee=sum(each.policy.committee is None for each in in_force),
        without_audience=sum((each.policy.school_id, each.policy.policy_id) not in asking for each in in_force),
        without_version=counts.policies_unsignable(reads, as_of=as_of, school_id=school_id),
        people=counts.employed(reads, as_of=as_of, school_id=school_id),
    )


def _schools(
    known: Sequence[names.SchoolRow], in_force: Sequence[_Standing], progress: Sequence[unsigned.PolicyProgress]
) -> tuple[SchoolLine, ...]:
    lines = (
        SchoolLine(
            school.name,
            _standings(each for each in in_force if each.policy.school_id == school.school_id),
            _progress(row for row in progress if row.school_id == school.school_id),
        )
        for school in known
    )
    return tuple(sorted(lines, key=lambda line: line.school.casefold()))


def _lines(listed: Iterable[_Standing], wanted: set[Standing]) -> tuple[ReviewLine, ...]:
    """The lines of these standings: earliest last day first, then by title."""
    return tuple(each.line for each in sorted((e for e in listed if e.standing in wanted), key=_urgency))


def _urgency(each: _Standing) -> tuple[date, str, str]:
    due = each.policy.next_review
    return due.latest if due else date.min, each.policy.sort_key, each.policy.school


def _sign_offs(reads: Reads, progress: Iterable[unsigned.PolicyProgress], as_of: date) -> tuple[SignOffLine, ...]:
    rows = sorted((row for row in progress if not row.confidential), key=_most_late)
    return tuple(
        SignOffLine(
            title=row.title,
            school=row.school,
            version=_version_in_force(reads, row, as_of),
            progress=Progress(row.required, row.acknowledged, row.late),
            number=row.number,
            declined=row.declined,
            queried=row.queried,
        )
        for row in rows
    )


def _most_late(row: unsigned.PolicyProgress) -> tuple[int, float]:
    """Each row stands for somebody who is asked, so that `required` is never 0."""
    return -row.late, row.acknowledged / row.required


def _version_in_force(reads: Reads, row: unsigned.PolicyProgress, as_of: date) -> str:
    """There is one: nobody owes a signature of a policy that has none."""
    begun = [
        version
        for version in policies.versions(reads, row.school_id, row.policy_id)
        if version.in_force_from is None or version.in_force_from.earliest <= as_of
    ]
    return begun[-1].label or "no label"


def _groups(reads: Reads, as_of: date, school_id: int | None, *, named: bool) -> tuple[GroupLine, ...]:
    rows = unsigned.progress_by_group(reads, as_of=as_of, school_id=school_id)
    owed = unsigned.unsigned(reads, as_of=as_of, school_id=school_id) if named else []
    asked = unsigned.asked_through(reads, as_of=as_of) if named else set()
    alike = namesakes(owed)
    return tuple(
        GroupLine(
            group=row.group,
            school=row.school,
            people=row.people,
            people_outstanding=row.people_outstanding,
            progress=Progress(row.required, row.acknowledged, row.late),
            names=_outstanding([one for one in owed if _through(row, one) in asked], as_of, alike),
        )
        for row in sorted(rows, key=lambda row: -row.late)
    )


def _through(group: unsigned.GroupProgress, one: unsigned.UnsignedPolicy) -> tuple[int, int, int, int]:
    return group.school_id, group.group_id, one.policy_id, one.person_id


def _outstanding(
    owed: Sequence[unsigned.UnsignedPolicy], as_of: date, alike: frozenset[str]
) -> tuple[OutstandingPerson, ...]:
    """The people of these signatures, most late first."""
    by_person: dict[tuple[str, int], list[unsigned.UnsignedPolicy]] = {}
    for one in owed:
        if not one.confidential:
            by_person.setdefault((one.person_sort_key, one.person_id), []).append(one)
    lines = [_person(ones, as_of, alike) for _, ones in sorted(by_person.items())]
    return tuple(sorted(lines, key=lambda line: -line.late))


def _person(ones: Sequence[unsigned.UnsignedPolicy], as_of: date, alike: frozenset[str]) -> OutstandingPerson:
    one, late = ones[0], [(as_of - one.deadline).days for one in ones if one.deadline < as_of]
    oldest_first = sorted(ones, key=lambda each: (each.deadline, each.policy_sort_key))
    return OutstandingPerson(
        one.person,
        len(ones),
        len(late),
        max(late, default=None),
        apart=one.email or one.role if one.person in alike else None,
        policies=tuple(each.title for each in oldest_first[:POLICIES_NAMED]),
        further=max(len(ones) - POLICIES_NAMED, 0),
    )


def _revisions(reads: Reads, as_of: date, school_id: int | None) -> tuple[RevisionLine, ...]:
    rows = revisions.revisions_between(reads, add_months(as_of, -MONTHS_OF_REVISIONS), as_of, school_id=school_id)
    return tuple(
        RevisionLine(
            title=row.title,
            school=row.school,
            version=row.label or "no label",
            in_force_from=row.in_force_from,
            kind=row.kind,
            number=row.number,
            decided_by=row.decided_by,
            reason=row.reason,
            sign_offs_kept=row.signatures if row.kind == "minor" else 0,
            asked_again=0 if row.kind == "minor" else row.reached,
        )
        for row in rows
        if not row.confidential
    )
