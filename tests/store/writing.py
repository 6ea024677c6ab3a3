"""What store tests write with: a school, people and moments that are the same every day."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import count

from policyaudit.domain.changes import (
    Change,
    Declared,
    NoteWritten,
    PersonAdded,
    PolicyAdded,
    PostAdded,
    SchoolAdded,
    VersionAdded,
)
from policyaudit.store.opening import Store, open_register
from policyaudit.store.writes import Writer

MORNING = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
IN_FORCE = date(2026, 9, 1)


def counted_salts() -> Callable[[], bytes]:
    """Salts 1, 2, 3 and so on, so that commitments come out alike."""
    numbers = count(1)
    return lambda: next(numbers).to_bytes(32, "big")


def a_school(name: str = "Larkmead Primary School", school_id: int = 1) -> SchoolAdded:
    return SchoolAdded(school_id=school_id, name=name, name_key=name.casefold(), nation="england", kind="maintained")


def a_person(person_id: int = 1, name: str = "Ada Inkwell", school_id: int = 1) -> PersonAdded:
    return PersonAdded(
        school_id=school_id, person_id=person_id, name=name, name_key=name.casefold(), sort_key=name.casefold()
    )


def a_post(post_id: int = 1, title: str = "Headteacher") -> PostAdded:
    return PostAdded(school_id=1, post_id=post_id, title=title, title_key=title.casefold())


def a_policy(policy_id: int = 1, title: str = "Attendance") -> PolicyAdded:
    return PolicyAdded(
        school_id=1, policy_id=policy_id, title=title, title_key=title.casefold(), sort_key=title.casefold()
    )


def a_note(note_id: int, content: str = "as agreed", school_id: int = 1) -> NoteWritten:
    return NoteWritten(school_id=school_id, note_id=note_id, content=content)


def what_a_sign_off_needs() -> list[Change]:
    """A school with a person, and a policy in one version with its declaration."""
    return [
        a_school(),
        a_person(),
        a_policy(),
        VersionAdded(school_id=1, version_id=1, policy_id=1, sequence=1, label="1.0"),
        Declared(school_id=1, declaration_id=1, wording="I have read this policy."),
    ]


@contextmanager
def recording(target: str, *, by: str = "School office", at: datetime = MORNING) -> Iterator[Writer]:
    """One transaction on a register that is opened and closed around it."""
    with open_register(target) as store, store.transaction(by=by, at=at, salt=counted_salts()) as writer:
        yield writer


def record(target: str, *changes: Change) -> int:
    """Apply changes in one transaction; the journal position reached."""
    with recording(target) as writer:
        return writer.apply(changes)


def entries(store: Store) -> list[tuple[int, int, str, str]]:
    """Each journal entry's school, position, kind and subject."""
    return store.rows("SELECT school_id, position, kind, subject_id FROM journal ORDER BY school_id, position")
