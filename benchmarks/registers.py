"""Registers of any size to measure with, recorded through the store like any other: `python -m benchmarks.registers`.

A trust with a hundred policies to a school. Each policy has three versions; one in twelve is overdue (825 of 10,000),
the reviews of the others lie beyond the horizon, in the three years after the day on which the register is looked at.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from benchmarks import AS_OF
from policyaudit.domain.changes import Change, CommitteeAdded, PolicyAdded, PostAdded, Revised, VersionAdded
from policyaudit.domain.naming import folded, natural_key, title_key
from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.policy import due_when
from policyaudit.store.opening import create_register, open_register
from policyaudit.store.writes import Writer
from policyaudit.usecases.start import NewSchool, begin_school

POLICIES_OF_A_SCHOOL: Final = 100
VERSIONS: Final = 3
OVERDUE_OF_10_000: Final = 825
_STARTED: Final = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)
_SUBJECTS: Final = (
    "Attendance",
    "Behaviour and relationships",
    "Charging and remissions",
    "Complaints",
    "Data protection",
    "Educational visits",
    "First aid",
    "Health and safety",
    "Online safety",
    "Staff code of conduct",
)
_POSTS: Final = ("Headteacher", "School business manager", "Designated safeguarding lead", "SENCo")
_COMMITTEES: Final = ("Finance and premises", "Curriculum", "Staffing")


def build(path: Path, policies: int) -> None:
    """A register of so many policies at `path`."""
    create_register(str(path))
    with open_register(str(path)) as store, store.transaction(by="School office", at=_STARTED) as writer:
        for first in range(0, policies, POLICIES_OF_A_SCHOOL):
            school_id = _school(writer, first // POLICIES_OF_A_SCHOOL)
            numbers = range(first, min(first + POLICIES_OF_A_SCHOOL, policies))
            added = [_policy(school_id, number) for number in numbers]
            writer.apply(added)
            writer.apply(version for policy in added for version in _versions(writer, policy))
            writer.apply(_revised(school_id, 1 + place) for place in range(len(added) * VERSIONS))


def _school(writer: Writer, number: int) -> int:
    """A school with the posts that owe its reviews and the committees that approve its policies."""
    school_id = begin_school(writer, NewSchool(name=f"Sample School {number + 1}", trust="Sample Trust"))
    posts = [
        PostAdded(school_id=school_id, post_id=post_id, title=title, title_key=folded(title))
        for post_id, title in enumerate(_POSTS, 1)
    ]
    committees = [
        CommitteeAdded(
            school_id=school_id,
            committee_id=writer.new_id(school_id, "committee"),
            name=name,
            name_key=folded(name),
            sort_key=natural_key(name),
        )
        for name in _COMMITTEES
    ]
    writer.apply([*posts, *committees])
    return school_id


def _policy(school_id: int, number: int) -> PolicyAdded:
    place = number % POLICIES_OF_A_SCHOOL
    title = f"{_SUBJECTS[place % len(_SUBJECTS)]} policy {place // len(_SUBJECTS) + 1}"
    next_review = _next_review(number)
    policy = PolicyAdded(
        school_id=school_id,
        policy_id=place + 1,
        title=title,
        title_key=title_key(title),
        sort_key=natural_key(title),
        number=f"SP{place + 1:03}",
        officer_post_id=place % len(_POSTS) + 1,
        committee_id=place % (len(_COMMITTEES) + 1) + 1,
        last_reviewed=PartialDate.of_month(next_review.earliest.year - 3, next_review.earliest.month),
        next_stated=next_review,
    )
    return due_when(policy)


def _next_review(number: int) -> PartialDate:
    """Overdue ones lie evenly among the others; every other date is known to the month only."""
    is_overdue = number * OVERDUE_OF_10_000 % 10_000 < OVERDUE_OF_10_000
    day = AS_OF + timedelta(days=-40 - number % 700 if is_overdue else 95 + number % 900)
    return PartialDate.of_month(day.year, day.month) if number % 2 else PartialDate.of_day(day)


def _versions(writer: Writer, policy: PolicyAdded) -> Iterator[Change]:
    for sequence in range(1, VERSIONS + 1):
        yield VersionAdded(
            school_id=policy.school_id,
            version_id=writer.new_id(policy.school_id, "version"),
            policy_id=policy.policy_id,
            sequence=sequence,
            label=f"{sequence}.0",
            in_force_from=PartialDate.of_month(2019 + 2 * sequence, 9),
        )


def _revised(school_id: int, version_id: int) -> Revised:
    """Every third version is a minor revision of the one before."""
    return Revised(school_id=school_id, version_id=version_id, kind="material" if version_id % VERSIONS else "minor")


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]))
