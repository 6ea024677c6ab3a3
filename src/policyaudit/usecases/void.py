"""`audit sign --void`: take a wrong acknowledgement back, by a new one that points to it and says why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from policyaudit.domain.changes import Acknowledged
from policyaudit.errors import NothingRecorded
from policyaudit.store.opening import Store
from policyaudit.store.reads import policies, signing
from policyaudit.store.writes import Writer
from policyaudit.usecases.days import shown_day
from policyaudit.usecases.finding import Found, find_person, find_policy, school_scope
from policyaudit.usecases.show_versions import version_called
from policyaudit.usecases.typed import kept_reason


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongSignature:
    """The acknowledgement that somebody takes back, as typed; version and day tell several apart."""

    policy: str
    person: str
    reason: str
    version: str | None = None
    on: date | None = None
    school: str | None = None


@dataclass(frozen=True, slots=True)
class Voided:
    """What was taken back: whose, of which version, of which day, and what it said."""

    policy: str
    person: str
    version: str
    signed_on: date
    state: str


class NothingToVoid(NothingRecorded):
    """Nobody acknowledged that, or it was voided before."""

    def __init__(self, person: str, what: str) -> None:
        super().__init__(f"no acknowledgement by {person} of {what} stands", next_step=f'audit staff show "{person}"')


class SeveralToVoid(NothingRecorded):
    """More than one acknowledgement may be meant, or what was meant may have been voided before."""

    def __init__(self, person: str, what: str, standing: Sequence[str]) -> None:
        super().__init__(
            f"which acknowledgement by {person} of {what} is it? There stand: {'; '.join(standing)}",
            next_step="say which with --on DAY or --version LABEL",
        )


def void_acknowledgement(store: Store, wrong: WrongSignature, *, today: date, by: str, at: datetime) -> Voided:
    """Voids the one acknowledgement that fits; the person owes the signature again.

    Raises `NothingToVoid`, and `SeveralToVoid` where another may be meant.
    """
    reason = kept_reason(wrong.reason, option="--note")
    with store.transaction(by=by, at=at) as writer:
        policy = find_policy(writer, wrong.policy, school_id=school_scope(writer, wrong.school))
        person = find_person(writer, wrong.person, school_id=policy.school_id)
        given = _given(writer, policy, person, wrong)
        voiding = Acknowledged(
            school_id=policy.school_id,
            acknowledgement_id=writer.new_id(policy.school_id, "acknowledgement"),
            version_id=given.version_id,
            person_id=person.key,
            signed_on=today,
            state="voided",
            means=given.means,
            declaration_id=given.declaration_id,
            note_id=writer.note(policy.school_id, reason),
            voids=given.acknowledgement_id,
        )
        writer.apply([voiding])
        rows = policies.versions(writer, policy.school_id, policy.key)
        version = next(row for row in rows if row.version_id == given.version_id)
        return Voided(policy.name, person.name, version.shown, given.signed_on, given.state)


def _given(writer: Writer, policy: Found, person: Found, wrong: WrongSignature) -> signing.GivenRow:
    rows = policies.versions(writer, policy.school_id, policy.key)
    version = version_called(rows, wrong.version, policy=policy.name) if wrong.version else None
    fitting = [
        one
        for one in signing.given(writer, policy.school_id, policy.key)
        if one.person_id == person.key
        and (version is None or one.version_id == version.version_id)
        and (wrong.on is None or one.signed_on == wrong.on)
    ]
    what = f"{version.shown} of {policy.name}" if version else policy.name
    what = f"{what} on {shown_day(wrong.on)}" if wrong.on else what
    if not fitting:
        raise NothingToVoid(person.name, what)
    if _may_mean_another(writer, policy, person, wrong, fitting):
        raise SeveralToVoid(person.name, what, [_told(one, rows) for one in fitting])
    return fitting[-1]


def _may_mean_another(
    writer: Writer, policy: Found, person: Found, wrong: WrongSignature, fitting: Sequence[signing.GivenRow]
) -> bool:
    """They stand for several days or versions; or one was taken back before and the same was typed again.

    Answers to one version on one day are taken back from the last to the first, as nothing else tells them apart.
    """
    if wrong.version is None and wrong.on is None:
        return len(fitting) > 1 or signing.taken_back(writer, policy.school_id, policy.key, person.key) > 0
    return len({(one.version_id, one.signed_on) for one in fitting}) > 1


def _told(given: signing.GivenRow, rows: Sequence[policies.VersionRow]) -> str:
    version = next(row for row in rows if row.version_id == given.version_id)
    return f"{version.shown}, {given.state} on {shown_day(given.signed_on)}"
