"""`audit school statutory`: what the law and guidance ask of a school, and which of its policies answers it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.requirement import Applying, Asked, Duty, Held, answer_key, applying
from policyaudit.store.reads import schedule
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.schedule import ScheduledPolicy
from policyaudit.usecases.catalogue import catalogue
from policyaudit.usecases.finding import find_school
from policyaudit.usecases.statutory_likeness import near_titles


@dataclass(frozen=True, slots=True)
class Demand:
    """How much is asked of a school of a nation and a kind.

    `policies` and `other_papers` are asked of each such school, `on_condition` of some; what rests on a weak source is
    `to_be_checked` and in none of the others.
    """

    policies: int
    other_papers: int
    on_condition: int
    to_be_checked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementLine:
    """One thing that is asked of the school, the source that asks it, and what answers it.

    `perhaps` are policies under titles like it, where none is called so: nobody has said whether they answer it.
    """

    key: str
    title: str
    paper: str
    is_policy: bool
    asked: Asked
    only_where: str | None
    review_months: int | None
    approvers: tuple[str, ...]
    published: bool | None
    staff_acknowledge: str
    legal_basis: str | None
    source_url: str | None
    source_date: PartialDate | None
    evidence: str
    confidence: str
    held: Held
    policies: tuple[str, ...]
    perhaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatutoryList:
    """What is asked: policies first, what is missing before what is held, and the firmest of it first.

    `counts` tells of the policies that are asked of each such school how many are held, drafts, perhaps
    held under another title, or missing. `notes` say what is to be known of the nation's schools as a whole.
    """

    as_of: date
    school: str
    nation: str
    kind: str
    policies_in_register: int
    only_missing: bool
    requirements: tuple[RequirementLine, ...]
    demand: Demand
    counts: dict[Held, int]
    notes: tuple[str, ...]


_HELD: Final = list(Held)
_ASKED: Final = list(Asked)
_TO_DO: Final = frozenset((Held.MISSING, Held.PERHAPS, Held.DRAFT))


def demand(nation: str, kind: str) -> Demand:
    """How much the law and guidance ask of a school of that nation and kind."""
    return _demand(_asked_of(nation, kind))


def statutory(reads: Reads, typed: str | None, *, as_of: date, only_missing: bool = False) -> StatutoryList:
    """What is asked of the school of that name, without a name of the first; only what is missing, if one wants that.

    A policy answers what it is called: by its title or by another name that the catalogue knows, never by likeness;
    where only titles like it are held, perhaps they do.
    What is no longer asked is listed only where the school still holds it.
    """
    school = find_school(reads, typed)
    policies = [
        policy
        for policy in schedule.all_policies(reads, schedule.Chosen(school.school_id), as_of=as_of)
        if policy.status != "withdrawn"
    ]
    asked = _asked_of(school.nation, school.kind)
    lines = sorted(_lines(asked, policies), key=_first_to_do)
    listed = [line for line in lines if line.held in _TO_DO or not only_missing]
    firm = {one.requirement.key for one in asked if one.is_firm and one.requirement.is_policy}
    held = Counter(line.held for line in lines if line.key in firm)
    return StatutoryList(
        as_of,
        school.name,
        school.nation,
        school.kind,
        len(policies),
        only_missing,
        tuple(listed),
        _demand(asked),
        {each: held[each] for each in (Held.HELD, Held.DRAFT, Held.PERHAPS, Held.MISSING)},
        tuple(one.requirement.title for one in asked if one.requirement.duty is Duty.NOTE),
    )


def _asked_of(nation: str, kind: str) -> tuple[Applying, ...]:
    return applying(catalogue(), nation=nation, kind=kind)


def _demand(asked: tuple[Applying, ...]) -> Demand:
    firm = Counter(one.requirement.is_policy for one in asked if one.is_firm)
    sure = [one for one in asked if one.requirement.asked in {Asked.MUST, Asked.SHOULD}]
    unsure = sum(one.requirement.asked is Asked.UNSURE for one in asked)
    return Demand(firm[True], firm[False], sum(not one.is_firm for one in sure), unsure)


def _lines(asked: tuple[Applying, ...], policies: list[ScheduledPolicy]) -> Iterator[RequirementLine]:
    called = [(answer_key(policy.title), policy) for policy in policies]
    known = {key for one in asked for key in one.requirement.answer_keys}
    others = {policy.title: _titled(policy) for key, policy in called if key not in known}
    for one in asked:
        keys = one.requirement.answer_keys
        answers = [policy for key, policy in called if key in keys]
        if one.requirement.duty is not Duty.NOTE and (answers or one.requirement.asked is not Asked.WITHDRAWN):
            near = () if answers else near_titles(one.requirement, others)
            yield _line(one, answers, tuple(others[title] for title in near))


def _line(one: Applying, answers: list[ScheduledPolicy], perhaps: tuple[str, ...]) -> RequirementLine:
    asked = one.requirement
    held = one.held({policy.status for policy in answers})
    return RequirementLine(
        key=asked.key,
        title=asked.title,
        paper=asked.paper,
        is_policy=asked.is_policy,
        asked=asked.asked,
        only_where=one.only_where,
        review_months=asked.review_months,
        approvers=asked.approvers,
        published=asked.published,
        staff_acknowledge=asked.staff_acknowledge,
        legal_basis=asked.legal_basis,
        source_url=asked.source_url,
        source_date=asked.source_date,
        evidence=asked.evidence.value,
        confidence=asked.confidence.value,
        held=Held.PERHAPS if held is Held.MISSING and perhaps else held,
        policies=tuple(map(_titled, answers)),
        perhaps=perhaps,
    )


def _titled(policy: ScheduledPolicy) -> str:
    return f"{policy.title} ({policy.number})" if policy.number else policy.title


def _first_to_do(line: RequirementLine) -> tuple[bool, int, int]:
    return not line.is_policy, _HELD.index(line.held), _ASKED.index(line.asked)
