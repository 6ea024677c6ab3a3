"""What a row of a register adds to what is known of its policy: values that fill a gap, and values that contradict."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from policyaudit.domain.naming import title_key
from policyaudit.domain.partial_date import PartialDate
from policyaudit.usecases.import_plan import KnownPolicy
from policyaudit.usecases.import_register_facts import Held, HeldPolicies, Value, body_named
from policyaudit.usecases.import_register_values import BEFORE_THE_LAST, RowValue, lies_before
from policyaudit.usecases.import_values import in_words

_UNLABELLED = "the text that is held does not say its version"
_OF_ANOTHER_APPROVAL = "it is of an approval that is not the one that is held"


def new_values(
    values: Iterable[RowValue], policy: KnownPolicy | None, held: Held, *, among: HeldPolicies, sha256: str
) -> list[RowValue]:
    """The values of a row that are not held yet, in its order.

    One that contradicts what is held waits, with what is held as its other; so does one that somebody should look at.
    What the same sheet said before, or was laid before somebody once, is not new.
    """
    compared = [one for value in values for one in _compared(value, policy, held, among)]
    approvals = {one.field: one for one in compared}
    is_other = (on := approvals.get("approved_on")) is not None and bool(on.proposed.others)
    return [
        one.waiting(_OF_ANOTHER_APPROVAL) if is_other and one.field == "approved_by" and one.counts else one
        for one in compared
        if one.field == "title" or not held.was_read(one.field, one.proposed.value, sha256, counts=one.counts)
    ]


def _title(value: RowValue, policy: KnownPolicy | None, held: Held) -> Iterator[RowValue]:
    """A list gives a new policy its title and renames none: where it calls a policy otherwise, that is kept beside it.

    A title that waits is borne out by the same words; by others it is asked which of the two is right.
    """
    shown = value.proposed
    if policy is None or shown.settled == "corrected":
        yield value
    elif title_key(policy.title) == title_key(shown.value):
        if policy.title_waits:
            yield replace(value, said=policy.title)
    elif policy.title_waits and value.is_ruled:
        yield value
    elif title_key(shown.value) not in {title_key(words) for of, words, _ in held.read if of == "title"}:
        only_kept = replace(shown, counts=True, settled=None)
        yield value.waiting(held=policy.title) if policy.title_waits else RowValue(None, only_kept)


def _compared(value: RowValue, policy: KnownPolicy | None, held: Held, among: HeldPolicies) -> Iterator[RowValue]:
    if value.field == "title":
        yield from _title(value, policy, held)
        return
    known = held.values.get(value.field)
    if known is None:
        yield _filling(value, policy, held)
    elif value.is_ruled or not _agrees(value, known, among):
        yield value if value.is_ruled or value.field == "statutory" else value.waiting(held=in_words(known))


def _agrees(value: RowValue, known: Value, among: HeldPolicies) -> bool:
    if value.said is None:
        return False
    return among.agree(value.field, known, in_words(value.said) if isinstance(value.said, bool) else value.said)


def _filling(value: RowValue, policy: KnownPolicy | None, held: Held) -> RowValue:
    """A value of which nothing is known yet; where it can hardly be right beside the others, it waits."""
    if not value.counts or value.proposed.settled:
        return value
    if value.field == "version" and policy is not None and policy.versions:
        return value.waiting(_UNLABELLED)
    last = held.values.get("last_reviewed")
    if value.field == "next_review" and isinstance(value.said, PartialDate) and isinstance(last, PartialDate):
        return value.waiting(BEFORE_THE_LAST) if lies_before(value.said, last) else value
    return value


def learn(held: Held, news: Iterable[RowValue], sha256: str) -> None:
    """What a row adds is known to the rows below it, and to the sheets that follow."""
    for value in news:
        shown = value.proposed
        held.read.add((shown.field, shown.value, sha256))
        if value.counts and value.said is not None:
            held.values[shown.field] = in_words(value.said) if isinstance(value.said, bool) else value.said
        if shown.settled:
            held.settled.add((shown.field, shown.value))
        elif not value.counts:
            held.waits.add((shown.field, shown.value))
    body = body_named(str(held.values.get("approved_by", "")))
    if body:
        held.values.setdefault("responsible_committee", body)


def contradicts(value: RowValue) -> bool:
    """Whether the value says other than what is held."""
    return bool(value.proposed.others)
