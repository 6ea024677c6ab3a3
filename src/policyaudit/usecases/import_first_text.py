"""The first text of a policy that is known already, from a list of policies or by hand: what it says beside that."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from policyaudit.usecases.import_decisions import DOUBTFUL
from policyaudit.usecases.import_plan import KnownPolicy, Outcome, Place
from policyaudit.usecases.import_register_facts import HeldPolicies
from policyaudit.usecases.import_values import ProposedValue, in_words
from policyaudit.usecases.read_folder import ReadDocument

# What a policy is known by may be compared with what its first text says.
_COMPARED: Final = (
    "policy_number",
    "responsible_officer",
    "responsible_committee",
    "review_frequency",
    "last_reviewed",
    "next_review",
    "approved_on",
    "approved_by",
)


def is_first_text(where: Place) -> bool:
    """Whether the policy is known and no text of it is held."""
    return without_text(where) is not None


def without_text(where: Place) -> KnownPolicy | None:
    """The policy to which a document gives its first text; None for any other document."""
    policy = where.policy if where.outcome in {Outcome.NEW_VERSION, Outcome.OTHER_FORM} else None
    return policy if policy is not None and not any(version.texts for version in policy.versions) else None


def contradicted(document: ReadDocument, policy: KnownPolicy, held: HeldPolicies) -> dict[str, str]:
    """What is held of a policy, in words, for each field of which the text says something else for certain."""
    known = held.of(policy).values
    return {
        of: in_words(known[of])
        for of in _COMPARED
        if of in known
        and (reading := getattr(document.header, of)) is not None
        and reading.is_certain
        and not held.agree(of, known[of], reading.value)
    }


def without(document: ReadDocument, fields: Iterable[str]) -> ReadDocument:
    """The document with these fields in doubt: what is held counts until somebody says otherwise."""
    header = document.header
    doubted = {of: replace(reading, confidence=DOUBTFUL) for of in fields if (reading := getattr(header, of))}
    return replace(document, header=replace(header, **doubted)) if doubted else document


def as_they_count(values: Iterable[ProposedValue], held: Mapping[str, str]) -> Iterator[ProposedValue]:
    """The values; one that contradicts what is held waits, with that among its others."""
    for value in values:
        if value.field in held and value.counts:
            yield replace(value, counts=False, others=(held[value.field], *value.others), held=held[value.field])
        else:
            yield value
