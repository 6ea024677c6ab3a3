"""What an edit changes of a policy, in the words that people use for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from policyaudit.domain.changes import PolicyAdded
from policyaudit.domain.next_review import choose_next_review
from policyaudit.domain.partial_date import PartialDate
from policyaudit.store.reads import names, policies
from policyaudit.store.reads.mapping import Reads


@dataclass(frozen=True, slots=True)
class PolicyChanged:
    """A policy by its name now, what is new of it (None: taken away), and how many waiting values that settles."""

    name: str
    new: tuple[tuple[str, str | None], ...]
    settled: int
    is_past: bool  # the next review that it now has is over already


@dataclass(frozen=True, slots=True)
class PolicyInWords:
    """What is known of a policy, each thing under its name."""

    said: tuple[tuple[str, str | None], ...]
    next_review: PartialDate | None

    def changed_to(self, after: "PolicyInWords", name: str, *, settled: int, today: date) -> PolicyChanged:
        """What is new, and whether the next review it leads to is over."""
        new = tuple(thing for before, thing in zip(self.said, after.said, strict=True) if thing != before)
        review = after.next_review
        is_past = review is not None and review != self.next_review and review.latest < today
        return PolicyChanged(name, new, settled, is_past)


def in_words(reads: Reads, policy: PolicyAdded) -> PolicyInWords:
    """The policy in words, with the groups it asks."""
    review = choose_next_review(policy.next_stated, policy.next_derived)
    asks = [row.slug for row in policies.audience(reads, policy.school_id, policy.policy_id)]
    said = (
        ("title", policy.title),
        ("number", policy.number),
        ("responsible", " and ".join(_officer(reads, policy)) or None),
        ("committee", _committee(reads, policy)),
        ("review cycle", policy.cycle_as_written),
        ("last review", str(policy.last_reviewed) if policy.last_reviewed else None),
        ("next review", str(review) if review else None),
        ("status", policy.status),
        ("anchor", policy.anchor),
        ("confidential", "yes" if policy.confidential else "no"),
        ("audience", ", ".join(asks) or None),
    )
    return PolicyInWords(said, review)


def _officer(reads: Reads, policy: PolicyAdded) -> Iterator[str]:
    for post in names.posts(reads, policy.school_id):
        if post.key[1] == policy.officer_post_id:
            yield post.shown
    for person in names.people(reads, policy.school_id):
        if person.key[1] == policy.officer_person_id:
            yield person.shown


def _committee(reads: Reads, policy: PolicyAdded) -> str | None:
    known = names.committees(reads, policy.school_id)
    return next((one.shown for one in known if one.key[1] == policy.committee_id), None)
