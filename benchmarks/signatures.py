"""A register of one school in which everybody must sign everything: `python -m benchmarks.signatures PLACE`.

A hundred people, a thousand policies; nine in ten signatures are given. Recorded through the store like any other.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from policyaudit.domain.changes import (
    Acknowledged,
    AudienceAsked,
    Change,
    MembershipAdded,
    PersonAdded,
    PolicyAdded,
    Revised,
    VersionAdded,
)
from policyaudit.domain.partial_date import PartialDate
from policyaudit.store.opening import create_register, open_register
from policyaudit.usecases.start import NewSchool, begin_school

PEOPLE: Final = 100
POLICIES: Final = 1_000
_RECORDED: Final = datetime(2026, 10, 1, 8, 0, tzinfo=UTC)
_IN_FORCE, _SIGNED = date(2026, 9, 1), date(2026, 9, 10)
_ALL_STAFF: Final = 1  # the first group of every school


def build(place: Path) -> None:
    """The register at that place."""
    create_register(str(place))
    with open_register(str(place)) as store, store.transaction(by="School office", at=_RECORDED) as writer:
        school_id = begin_school(writer, NewSchool(name="Sample School"))
        for changes in (_people(school_id), _policies(school_id), _versions(school_id), _signatures(school_id)):
            writer.apply(changes)


def _people(school_id: int) -> Iterator[Change]:
    people = [f"person {number:03}" for number in range(1, PEOPLE + 1)]
    for number, name in enumerate(people, 1):
        yield PersonAdded(school_id=school_id, person_id=number, name=name.title(), name_key=name, sort_key=name)
    for number in range(1, PEOPLE + 1):
        yield MembershipAdded(school_id=school_id, membership_id=number, group_id=_ALL_STAFF, person_id=number)


def _policies(school_id: int) -> Iterator[Change]:
    titles = [f"policy {number:04}" for number in range(1, POLICIES + 1)]
    for number, title in enumerate(titles, 1):
        yield PolicyAdded(school_id=school_id, policy_id=number, title=title.title(), title_key=title, sort_key=title)
    for number in range(1, POLICIES + 1):
        yield AudienceAsked(
            school_id=school_id, audience_id=number, policy_id=number, group_id=_ALL_STAFF, asked_from=_IN_FORCE
        )


def _versions(school_id: int) -> Iterator[Change]:
    for number in range(1, POLICIES + 1):
        yield VersionAdded(
            school_id=school_id,
            version_id=number,
            policy_id=number,
            sequence=1,
            label="1.0",
            in_force_from=PartialDate.of_day(_IN_FORCE),
        )
    for number in range(1, POLICIES + 1):
        yield Revised(school_id=school_id, version_id=number, kind="material")


def _signatures(school_id: int) -> Iterator[Change]:
    given = [(version, person) for version in range(1, POLICIES + 1) for person in range(1, PEOPLE + 1)]
    for number, (version, person) in enumerate((pair for pair in given if sum(pair) % 10), 1):
        yield Acknowledged(
            school_id=school_id,
            acknowledgement_id=number,
            version_id=version,
            person_id=person,
            signed_on=_SIGNED,
            state="acknowledged",
            means="paper",
            declaration_id=1,
        )


if __name__ == "__main__":
    build(Path(sys.argv[1]))
