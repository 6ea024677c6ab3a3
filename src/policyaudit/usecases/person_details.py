"""What somebody says of a person, and when it cannot be so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal, TypeVar

from policyaudit.domain.changes import PersonAdded
from policyaudit.domain.naming import folded, surname_first
from policyaudit.errors import NothingRecorded, UsageProblem
from policyaudit.store.reads.staff import PersonRow
from policyaudit.usecases.days import DatesCross
from policyaudit.usecases.typed import NAME, kept_name, kept_text

_EMAIL: Final = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")
P = TypeVar("P", bound=PersonAdded)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """What somebody says of a person, as typed; None leaves a thing as it is, "none" takes a leaving date away.

    `put_in` and `take_out` are groups; without a group somebody new is in all-staff.
    """

    name: str | None = None
    email: str | None = None
    role: str | None = None
    started: date | None = None
    left: date | Literal["none"] | None = None
    put_in: tuple[str, ...] = ()
    take_out: tuple[str, ...] = ()


class NoAddress(UsageProblem):
    """Something that is no e-mail address."""

    def __init__(self, typed: str) -> None:
        super().__init__(f"{typed!r} is no e-mail address", next_step="write it like j.example@school.example")


class PersonKnown(NothingRecorded):
    """Two people who cannot be told apart."""

    def __init__(self, name: str, email: str | None) -> None:
        known = f"{name} ({email})" if email else name
        super().__init__(
            f"{known} is in the register already",
            next_step=f'audit staff edit "{email or name}"; for somebody else of that name give both an e-mail address',
        )


def somebody_new(school_id: int, person_id: int) -> PersonAdded:
    """A person of whom nothing has been said yet."""
    return PersonAdded(school_id=school_id, person_id=person_id, name="", name_key="", sort_key="")


def with_details(person: P, details: PersonDetails) -> P:
    """The person with what was said of them. Raises `NoAddress`, `NotKept` and `DatesCross`."""
    if details.name is not None:
        name = kept_name("a person", details.name)
        person = replace(person, name=name, name_key=folded(name), sort_key=surname_first(name))
    changed = replace(
        person,
        email=_address(details.email) or person.email,
        role=kept_text("a role", details.role, limit=NAME) or person.role,
        started_on=details.started or person.started_on,
        left_on=None if details.left == "none" else details.left or person.left_on,
    )
    if changed.started_on and changed.left_on and changed.left_on < changed.started_on:
        raise DatesCross(changed.name, first=changed.started_on, last=changed.left_on)
    return changed


def _address(typed: str | None) -> str | None:
    text = kept_text("an e-mail address", typed, limit=NAME)
    if text is not None and not _EMAIL.fullmatch(text):
        raise NoAddress(text)
    return text


def same_address(one: str | None, other: str | None) -> bool:
    """Both are known and are the same, whatever the letters' size."""
    return one is not None and other is not None and one.casefold() == other.casefold()


def refuse_double(person: PersonAdded, known: Iterable[PersonRow]) -> None:
    """Raises `PersonKnown` for the same e-mail address, or the same name where no address tells the two apart."""
    for other in known:
        if other.person_id == person.person_id:
            continue
        apart = person.email is not None and other.email is not None
        if same_address(person.email, other.email) or (person.name_key == other.name_key and not apart):
            raise PersonKnown(other.name, other.email)
