"""Which policy a row of a register speaks of: by its number, else by its title; never by likeness alone."""

from dataclasses import dataclass
from functools import lru_cache

from policyaudit.domain.naming import folded, title_key
from policyaudit.reading.evidence import Reading
from policyaudit.reading.register import RegisterRow
from policyaudit.usecases.import_decisions import NEW_POLICY
from policyaudit.usecases.import_plan import KnownPolicy, KnownSchool
from policyaudit.usecases.import_register_facts import HeldPolicies

_key = lru_cache(maxsize=16_384)(title_key)  # every row is held against every policy
_folded = lru_cache(maxsize=16_384)(folded)


@dataclass(frozen=True, slots=True)
class Match:
    """The policy that is held already, None for a new one; or what somebody has to say first, and of which policies."""

    policy: KnownPolicy | None = None
    question: str | None = None
    candidates: tuple[str, ...] = ()


def match(
    row: RegisterRow, number: str | None, school: KnownSchool, *, held: HeldPolicies, before: int | None
) -> Match:
    """The policy under which this row was filed `before`, else the one of that number, else of that title."""
    title = row.title
    if filed := [policy for policy in school.policies if policy.policy_id == before]:
        return Match(filed[0])
    called = [policy for policy in school.policies if _key(policy.title) == _key(title.value)]
    by_title = called or [policy for policy in school.policies if _key(title.value) in policy.also_called]
    by_number = [policy for policy in school.policies if number and policy.number and _same(policy.number, number)]
    if by_number:
        return _numbered(title, number or "", by_number[0], by_title)
    return _titled(title, by_title or [policy for policy in school.policies if held.was_called(policy, title.value)])


def _titled(title: Reading[str], called: list[KnownPolicy]) -> Match:
    """The policy that is called so, if it is one; a new one if there is none."""
    if len(called) > 1:
        asked = f"{len(called)} policies are called {called[0].title}: which of them is it?"
        return Match(question=asked, candidates=_titles(called))
    if called:
        return Match(called[0])
    return Match() if title.is_certain else Match(question="it is not certain that this is the title of a policy")


def match_as_said(row: RegisterRow, said: str, school: KnownSchool) -> Match:
    """The policy that somebody says a row speaks of, by its title or number; or a new one.

    Any other row of that title speaks of it as well.
    """
    if said == NEW_POLICY:
        return Match()
    for policy in school.policies:
        if _key(policy.title) == _key(said) or (policy.number and _same(policy.number, said)):
            policy.is_also_called(row.title.value)
            return Match(policy)
    asked = f"there is no policy called {said}: which of them is it?"
    return Match(question=asked, candidates=_titles(school.policies))


def _numbered(title: Reading[str], number: str, policy: KnownPolicy, by_title: list[KnownPolicy]) -> Match:
    """The policy of that number, unless another has the title, or its own title has no word of it."""
    if policy.title_waits or any(one is policy for one in by_title):
        return Match(policy)
    if by_title:
        asked = f"its number {number} is that of {policy.title}, its title that of another policy: which of them is it?"
        return Match(question=asked, candidates=_titles([policy, *by_title]))
    if _words(title.value) & _words(policy.title):
        return Match(policy)
    asked = f"its number {number} is that of {policy.title}: is it the same policy under another name?"
    return Match(question=asked, candidates=_titles([policy]))


def _same(one: str, other: str) -> bool:
    return _folded(one) == _folded(other)


def _words(title: str) -> set[str]:
    """The words of a title that may tell it from another."""
    return {word for word in _key(title).split() if len(word) > len("and")}


def _titles(policies: list[KnownPolicy]) -> tuple[str, ...]:
    return tuple(policy.title for policy in policies)
