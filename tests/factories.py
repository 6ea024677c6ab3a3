"""A school with policies and people for tests: each factory records one thing, and only what matters is named.

Days are typed as a school writes them. Everything is recorded on one day, `TODAY`, by one person, `BY`.
"""

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, TypedDict

from policyaudit.domain.changes import AcknowledgementState, Means, RevisionKind, Status, ValueRead
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.cycles import read_cycle
from policyaudit.reading.dates import read_date
from policyaudit.store.opening import Store, create_register, open_register
from policyaudit.store.reads import policies
from policyaudit.usecases.absences import person_is_away
from policyaudit.usecases.acknowledge import SignOff, acknowledge
from policyaudit.usecases.finding import Found, find_policy
from policyaudit.usecases.person_details import PersonDetails
from policyaudit.usecases.policies import PolicyDetails, add_policy
from policyaudit.usecases.read_folder import ReadDocument, read_folder
from policyaudit.usecases.record_review import HeldReview, record_review
from policyaudit.usecases.staff import add_person
from policyaudit.usecases.start import NewSchool, add_school
from policyaudit.usecases.versions import Effect, NewVersion, VersionFile, publish

TODAY: Final = date(2026, 11, 20)
NOW: Final = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
BY: Final = "Dora Foolscap"
SCHOOL: Final = "Larkmead Primary School"


class Recording(TypedDict):
    """Who records, and when."""

    by: str
    at: datetime


RECORDING: Final[Recording] = {"by": BY, "at": NOW}


def when(text: str) -> PartialDate:
    """The date that is typed so."""
    read = read_date(text)
    assert read is not None, text
    return read


def day(text: str) -> date:
    """The day that is typed so."""
    return when(text).earliest


def a_register(folder: Path) -> Store:
    """A register in a file of its own, with one school."""
    target = str(folder / "register.db")
    create_register(target)
    store = open_register(target)
    a_school(store)
    return store


def a_school(store: Store, name: str = SCHOOL, *, trust: str | None = None, nation: str = "england") -> int:
    """A school with its groups, its full governing board and its declaration."""
    return add_school(store, NewSchool(name=name, trust=trust, nation=nation), **RECORDING)


def a_policy(
    store: Store,
    title: str = "Behaviour",
    *,
    next_review: str | None = None,
    last_reviewed: str | None = None,
    cycle: str | None = None,
    number: str | None = None,
    officer: str | None = None,
    committee: str | None = None,
    status: Status | None = None,
    anchor: str | None = None,
    confidential: bool | None = None,
    ask: tuple[str, ...] = (),
    asked_from: str = "1 September 2025",
    school: str | None = None,
) -> Found:
    """A policy in force, which asks nobody unless groups are named."""
    details = PolicyDetails(
        title=title,
        number=number,
        officer=officer,
        committee=committee,
        cycle=read_cycle(cycle) if cycle else None,
        last_reviewed=when(last_reviewed) if last_reviewed else None,
        next_review=when(next_review) if next_review else None,
        status=status,
        anchor=anchor,
        confidential=confidential,
        ask=ask,
        asked_from=day(asked_from),
    )
    return add_policy(store, details, school=school, today=TODAY, **RECORDING)


def a_version(
    store: Store,
    policy: str = "Behaviour",
    label: str = "1.0",
    *,
    in_force: str = "1 September 2025",
    kind: RevisionKind | None = None,
    text: str | None = None,
    school: str | None = None,
) -> Effect:
    """A version of a policy, the first or a material one unless another kind is named or two texts speak for it."""
    version = NewVersion(
        policy=policy,
        label=label,
        in_force_from=when(in_force),
        kind=kind or (None if text else "material"),
        reason="spelling only" if kind == "minor" else None,
        document=a_file(text) if text else None,
        school=school,
    )
    return publish(store, version, today=TODAY, **RECORDING)


def a_file(text: str, name: str = "policy.txt") -> VersionFile:
    """A text file that holds the text of a version."""
    content = text.encode()
    return VersionFile(name, "text/plain", content, text, hashlib.sha256(content).hexdigest())


def a_person(
    store: Store,
    name: str = "Ada Inkwell",
    *,
    email: str | None = None,
    role: str | None = None,
    started: str | None = "1 September 2024",
    left: str | None = None,
    groups: tuple[str, ...] = (),
    school: str | None = None,
) -> Found:
    """Somebody who has been there for a year, in all-staff unless groups are named."""
    details = PersonDetails(
        name=name,
        email=email,
        role=role,
        started=day(started) if started else None,
        left=day(left) if left else None,
        put_in=groups,
    )
    return add_person(store, details, school=school, **RECORDING)


def an_absence(store: Store, person: str, first: str, last: str | None = None) -> None:
    """Days on which somebody is away."""
    person_is_away(store, person, first=day(first), last=day(last) if last else None, school=None, **RECORDING)


def a_signature(
    store: Store,
    *people: str,
    policy: str = "Behaviour",
    on: str = "1 October 2025",
    version: str | None = None,
    state: AcknowledgementState = "acknowledged",
    means: Means = "paper",
    note: str | None = None,
) -> None:
    """Acknowledgements by these people."""
    wanted = SignOff(policy=policy, people=people, on=day(on), version=version, state=state, means=means, note=note)
    acknowledge(store, wanted, today=TODAY, **RECORDING)


def a_review(store: Store, policy: str = "Behaviour", *, on: str = "1 October 2025", note: str | None = None) -> None:
    """A review that ended without a new text."""
    record_review(store, HeldReview(policy=policy, on=when(on), note=note), today=TODAY, **RECORDING)


def a_value_that_waits(
    store: Store,
    field: str = "next_review",
    value: str = "June 2027",
    *,
    policy: str = "Behaviour",
    version: str | None = None,
    confidence: int = 62,
    at: datetime = NOW,
) -> None:
    """A doubtful value that was read for a policy, for one version of it if that is named."""
    found = find_policy(store, policy, school_id=None)
    labels = {row.label: row.version_id for row in policies.versions(store, found.school_id, found.key)}
    with store.transaction(by=BY, at=at) as writer:
        read = ValueRead(
            school_id=found.school_id,
            provenance_id=writer.new_id(found.school_id, "provenance"),
            policy_id=found.key,
            version_id=labels[version] if version else None,
            field=field,
            value=value,
            sha256="0" * 64,
            line=4,
            page=None,
            part="body",
            evidence=f"It says: {value}",
            confidence=confidence,
            reason="label on the same line",
            state="waiting",
        )
        writer.apply([read])


def a_document(folder: Path, name: str, text: str) -> Path:
    """A text file in a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def read(*paths: Path) -> list[ReadDocument]:
    """What the documents in these files and folders say; each of them can be read."""
    found = list(read_folder(paths, calendar=TermCalendar()))
    return [document for document in found if isinstance(document, ReadDocument)]
