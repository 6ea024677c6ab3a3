"""`audit sign`: record that people have read a version, on the day on which they signed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from policyaudit.domain.changes import Acknowledged, AcknowledgementState, Means
from policyaudit.domain.sign_off import Span, asks_again, in_force, was_superseded
from policyaudit.errors import NothingRecorded, UsageProblem
from policyaudit.store.opening import Store
from policyaudit.store.reads import policies, signing, unsigned
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.policies import VersionRow
from policyaudit.store.writes import Writer
from policyaudit.usecases.days import shown_day
from policyaudit.usecases.finding import Found, find_group, find_person, find_policy, school_scope
from policyaudit.usecases.show_versions import version_called
from policyaudit.usecases.typed import kept_text


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """What somebody asked to record, as typed. Without a version it is the one in force on the day of signing."""

    policy: str
    people: tuple[str, ...] = ()
    group: str | None = None
    all_except: tuple[str, ...] = ()
    on: date
    means: Means = "paper"
    state: AcknowledgementState = "acknowledged"
    version: str | None = None
    note: str | None = None
    school: str | None = None


@dataclass(frozen=True, slots=True)
class SignOffRecorded:
    """What was recorded: for whom, and who was left alone because they had signed or were absent.

    It counts for nothing that is owed where `asks_again` is a newer version that everybody has to sign, and for those
    who are `not_asked`.
    """

    policy: str
    version: str
    on: date
    state: AcknowledgementState
    recorded: tuple[str, ...]
    signed_before: tuple[str, ...]
    absent: tuple[str, ...]
    excepted: tuple[str, ...]
    asks_again: str | None = None
    not_asked: tuple[str, ...] = ()


class NotSignable(NothingRecorded):
    """Some of the signatures asked for cannot be right."""

    def __init__(self, problems: Sequence[str], *, next_step: str | None = None) -> None:
        mend = "nothing was recorded; mend these and sign again"
        super().__init__("; ".join(problems), next_step=next_step or mend)


def acknowledge(store: Store, wanted: SignOff, *, today: date, by: str, at: datetime) -> SignOffRecorded:
    """Records one acknowledgement for each person, all or none.

    Raises `NotSignable` for a day in the future, before the version was in force or after a newer one was, and for
    somebody not employed on that day; `NoSuchName` and `SeveralSuchNames` for names.
    """
    with store.transaction(by=by, at=at) as writer:
        policy = find_policy(writer, wanted.policy, school_id=school_scope(writer, wanted.school), on=wanted.on)
        version = _version(writer, policy, wanted, today)
        chosen = _Chosen(writer, policy, wanted)
        _check(chosen.people, wanted.on)
        signing_now = _without_signed(writer, policy, version, chosen, wanted)
        _record(writer, policy.school_id, version, [time.person_id for time in signing_now], wanted)
        return SignOffRecorded(
            policy=policy.name,
            version=version.shown,
            on=wanted.on,
            state=wanted.state,
            recorded=tuple(time.name for time in signing_now),
            signed_before=tuple(time.name for time in chosen.people if time not in signing_now),
            absent=chosen.absent,
            excepted=tuple(chosen.times[key].name for key in chosen.excepted),
            asks_again=_asks_again(writer, policy, version, today) if signing_now else None,
            not_asked=_not_asked(writer, policy, signing_now, {wanted.on, today}),
        )


def _asks_again(reads: Reads, policy: Found, signed: VersionRow, today: date) -> str | None:
    """The version that asks everybody again, newer than the one that was signed."""
    rows = policies.versions(reads, policy.school_id, policy.key)
    newest = asks_again([row.published for row in rows], today)
    asking = [row.shown for row in rows if newest is not None and row.sequence == newest.sequence > signed.sequence]
    return asking[0] if asking else None


def _not_asked(
    reads: Reads, policy: Found, people: Sequence[signing.PersonTime], days: Iterable[date]
) -> tuple[str, ...]:
    """Those whom the policy asks on none of these days."""
    asked = [unsigned.asked_for(reads, as_of=on, school_id=policy.school_id, policy_id=policy.key) for on in days]
    return tuple(time.name for time in people if not any(time.person_id in each for each in asked))


class _Chosen:
    """The people whom somebody named, one by one or as a group with exceptions."""

    def __init__(self, reads: Reads, policy: Found, wanted: SignOff) -> None:
        if bool(wanted.people) == bool(wanted.group):
            problem = "name the people who signed, or a group with --group"
            raise UsageProblem(problem, next_step="audit sign --help")
        if wanted.all_except and not wanted.group:
            problem = "--all-except needs the group that it takes people from"
            raise UsageProblem(problem, next_step="add --group all-staff, for example")
        school_id = policy.school_id
        self.times = {time.person_id: time for time in _told_apart(signing.people(reads, school_id))}
        self._away = signing.absences(reads, school_id)
        self._on = wanted.on
        self.excepted = [find_person(reads, name, school_id=school_id).key for name in wanted.all_except]
        self.absent: tuple[str, ...] = ()
        self.people = (
            self._by_name(reads, wanted, school_id) if wanted.people else self._by_group(reads, wanted, school_id)
        )

    def _by_name(self, reads: Reads, wanted: SignOff, school_id: int) -> list[signing.PersonTime]:
        keys = dict.fromkeys(find_person(reads, name, school_id=school_id).key for name in wanted.people)
        return [self.times[key] for key in keys]

    def _by_group(self, reads: Reads, wanted: SignOff, school_id: int) -> list[signing.PersonTime]:
        group = find_group(reads, wanted.group or "", school_id=school_id)
        spans = signing.members(reads, school_id, group.key)
        self._refuse_strangers(spans, group)
        inside = [
            time
            for key, time in self.times.items()
            if _covers(spans.get(key, ()), self._on) and time.employed.covers(self._on) and key not in self.excepted
        ]
        away = [time for time in inside if _covers(self._away.get(time.person_id, ()), self._on)]
        self.absent = tuple(time.name for time in away)
        return [time for time in inside if time not in away]

    def _refuse_strangers(self, spans: dict[int, list[Span]], group: Found) -> None:
        strangers = [self.times[key].name for key in self.excepted if key not in spans]
        if strangers:
            raise NotSignable([f"{name} is not in the group {group.name}" for name in strangers])


def _told_apart(people: Sequence[signing.PersonTime]) -> list[signing.PersonTime]:
    """The same, with the e-mail address behind a name that two people of the school have."""
    alike = Counter(time.name for time in people)
    return [
        replace(time, name=f"{time.name} ({time.email})") if time.email and alike[time.name] > 1 else time
        for time in people
    ]


def _covers(spans: Iterable[Span], on: date) -> bool:
    return any(span.covers(on) for span in spans)


def _version(reads: Reads, policy: Found, wanted: SignOff, today: date) -> VersionRow:
    """The version that is signed; refused where nobody can have signed it on that day."""
    rows = policies.versions(reads, policy.school_id, policy.key)
    if wanted.on > today:
        raise NotSignable([f"{shown_day(wanted.on)} is in the future"])
    state = policies.policy_state(reads, policy.school_id, policy.key)
    if state.status == "withdrawn" and state.withdrawn_on is not None and wanted.on > state.withdrawn_on:
        raise NotSignable([f"{policy.name} was withdrawn on {shown_day(state.withdrawn_on)}"])
    version = (
        version_called(rows, wanted.version, policy=policy.name)
        if wanted.version
        else _in_force(rows, wanted.on, policy)
    )
    begins = version.in_force_from
    if begins and wanted.on < begins.earliest:
        raise NotSignable(
            [f"{version.shown} of {policy.name} was not yet in force on {shown_day(wanted.on)}: from {begins}"]
        )
    published = [row.published for row in rows]
    if was_superseded(version.published, published, wanted.on):
        current = in_force(published, wanted.on)
        newer = f"version {current.label}" if current and current.label else "a newer version"
        raise NotSignable([f"{version.shown} of {policy.name} was superseded by {newer} on {shown_day(wanted.on)}"])
    return version


def _in_force(rows: Sequence[VersionRow], on: date, policy: Found) -> VersionRow:
    current = in_force([row.published for row in rows], on)
    if current is None:
        problem = f"{policy.name} had no version in force on {shown_day(on)}"
        add = f'audit version add "{policy.name}" LABEL --in-force DATE'
        raise NotSignable([problem], next_step=None if rows else add)
    return next(row for row in rows if row.sequence == current.sequence)


def _without_signed(
    reads: Reads, policy: Found, version: VersionRow, chosen: _Chosen, wanted: SignOff
) -> list[signing.PersonTime]:
    """Those of the people who have not said just that of this very version before."""
    said = {
        row.person_id
        for row in signing.given(reads, policy.school_id, policy.key)
        if row.version_id == version.version_id and _is_again(row, wanted)
    }
    return [time for time in chosen.people if time.person_id not in said]


def _is_again(row: signing.GivenRow, wanted: SignOff) -> bool:
    """A version is acknowledged once; declined or queried it may be on several days, and after it was acknowledged."""
    return row.state == wanted.state and (row.state == "acknowledged" or row.signed_on == wanted.on)


def _check(people: Sequence[signing.PersonTime], on: date) -> None:
    problems = [_unemployed(time, on) for time in people if not time.employed.covers(on)]
    if problems:
        raise NotSignable(problems)


def _unemployed(time: signing.PersonTime, on: date) -> str:
    first, last = time.employed.first, time.employed.last
    if first is not None and on < first:
        return f"{time.name} started on {shown_day(first)}, after {shown_day(on)}"
    return f"{time.name} left on {shown_day(last or on)}, before {shown_day(on)}"


def _record(writer: Writer, school_id: int, version: VersionRow, people: Sequence[int], wanted: SignOff) -> None:
    declaration_id, _ = signing.declaration(writer, school_id)
    note_id = writer.note(school_id, kept_text("the note", wanted.note)) if people else None
    writer.apply(
        [
            Acknowledged(
                school_id=school_id,
                acknowledgement_id=writer.new_id(school_id, "acknowledgement"),
                version_id=version.version_id,
                person_id=person,
                signed_on=wanted.on,
                state=wanted.state,
                means=wanted.means,
                declaration_id=declaration_id,
                note_id=note_id,
            )
            for person in people
        ]
    )
