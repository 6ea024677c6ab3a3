"""Where a document belongs once somebody has said so, or has said a part of it."""

from dataclasses import replace

from policyaudit.domain.naming import folded, title_key
from policyaudit.usecases.import_decisions import DOUBTFUL, NEW_POLICY, Answer, Order
from policyaudit.usecases.import_plan import (
    Asks,
    KnownPolicy,
    KnownSchool,
    Outcome,
    Place,
    label_of,
    place,
    place_of,
    title_of,
)
from policyaudit.usecases.read_folder import ReadDocument


def place_as_answered(document: ReadDocument, school: KnownSchool, answer: Answer) -> Place:
    """Where the document belongs among what the school holds, as it says itself and as somebody answers."""
    if answer.policy is None or document.sha256 in school.documents:
        where = place(document, school)
    elif answer.policy == NEW_POLICY:
        return Place(Outcome.NEW_POLICY)
    else:
        policy = _called(answer.policy, school)
        if policy is None:
            titles = tuple(each.title for each in school.policies)
            asked = f"there is no policy called {answer.policy}: to which does it belong?"
            return Place(Outcome.QUESTION, question=asked, asks=Asks.POLICY, candidates=titles)
        policy.is_also_called(title_of(document))
        where = place_of(document, policy)
    if where.asks is Asks.ORDER and where.policy is not None and answer.order is not None:
        return _in_order(where, where.policy, answer.order)
    return where


def _called(typed: str, school: KnownSchool) -> KnownPolicy | None:
    """The policy of that title or number."""
    for policy in school.policies:
        if title_key(policy.title) == title_key(typed) or (policy.number and folded(policy.number) == folded(typed)):
            return policy
    return None


def _in_order(where: Place, policy: KnownPolicy, order: Order) -> Place:
    oldest, newest = policy.versions[0], policy.versions[-1]
    if order == "newer":
        return Place(Outcome.NEW_VERSION, policy, newest, sequence=newest.sequence + 1)
    if order == "older":
        return Place(Outcome.NEW_VERSION, policy, oldest, sequence=oldest.sequence - 1)
    return Place(Outcome.OTHER_FORM, policy, where.version)


def without_taken_label(document: ReadDocument, where: Place) -> ReadDocument:
    """The document with its version's label in doubt where another version of the policy is called so already."""
    label, header = label_of(document), document.header
    known = where.policy.versions if where.policy and where.outcome is Outcome.NEW_VERSION else []
    if label is None or header.version is None or folded(label) not in {folded(one.label or "") for one in known}:
        return document
    return replace(document, header=replace(header, version=replace(header.version, confidence=DOUBTFUL)))
