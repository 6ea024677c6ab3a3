"""What whoever goes through a proposal is shown: a question with its answers, a doubtful value with all that helps."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from policyaudit.cli.field_words import field_words, place_words
from policyaudit.cli.other_school import stays_words
from policyaudit.cli.wording import counted, points, sentences
from policyaudit.domain.clean_text import clean
from policyaudit.domain.naming import title_key
from policyaudit.usecases.import_decisions import NEW_POLICY, NO_ANSWER, Answer, Decisions, Order
from policyaudit.usecases.import_plan import Asks, Outcome
from policyaudit.usecases.import_proposal import ImportProposal, ProposedDocument
from policyaudit.usecases.import_register import ProposedRow, RowOutcome
from policyaudit.usecases.import_values import ProposedValue

_ORDERS: Final[tuple[tuple[Order, str], ...]] = (
    ("newer", "it is newer than the text we hold"),
    ("older", "it is older"),
    ("same", "it is another form of the same text"),
)
_RECORDED: Final = {
    "new policy": ("new policy", "new policies"),
    "new version": ("new version", "new versions"),
    "another form": ("other form of a text", "other forms of a text"),
    "completed": ("policy completed", "policies completed"),
    "contradiction": ("contradiction that waits", "contradictions that wait"),
}
_NOT_RECORDED: Final = {
    "question": ("question", "questions"),
    "not read": ("file that cannot be read", "files that cannot be read"),
    "left out": ("left out", "left out"),
    "left out before": ("left out before", "left out before"),
    "skipped": ("skipped", "skipped"),
    "passed over": ("passed over", "passed over"),
    "held already": ("held already", "held already"),
}
_NO_POLICY: Final = ("it is no policy: leave it out, and do not ask again", Answer(left_out=True))
_GROUP: Final = re.compile(r"\b(?:trusts?|federation|partnership|academies|diocese|council|authority)\b", re.IGNORECASE)
_LONGEST: Final = 300  # characters of a line that are shown

Proposed = ProposedDocument | ProposedRow
Choices = dict[str, tuple[str, Answer]]  # by what is typed: what it is called, and what it means


class Beside(NamedTuple):
    """What is shown beside a value: the line above that says what it is, and why it cannot be accepted as it stands.

    `stays` tells of a school's name that the document is filed elsewhere, whatever is said of the name.
    """

    above: str | None
    refused: str | None
    stays: bool = False


def in_turn(proposal: ImportProposal) -> list[Proposed]:
    """The documents, then the rows of lists of policies."""
    return [*proposal.documents, *(row for register in proposal.registers for row in register.rows)]


def asked_together(one: Proposed, proposal: ImportProposal, decisions: Decisions) -> list[Proposed]:
    """A document or row, and what says the same of the same policy in other files: one answer holds for all of them.

    Of a file that says it twice the first counts; what somebody has spoken of already goes as they said.
    """
    if one.asks is Asks.SCHOOL:
        return [other for other in in_turn(proposal) if other.question == one.question and other.asks is one.asks]
    by_file = {_file(one): one}
    for other in in_turn(proposal) if one.asks is not Asks.ORDER else ():
        if _says_the_same(other, one) and not _is_answered(other, decisions):
            by_file.setdefault(_file(other), other)
    return list(by_file.values())


def _is_answered(one: Proposed, decisions: Decisions) -> bool:
    said = decisions.answer(one.source or "")
    return said.policy is not None or said.left_out is not None


def _file(one: Proposed) -> str:
    return (one.source or "").partition(":")[0]


def _says_the_same(other: Proposed, one: Proposed) -> bool:
    """The same title in the same school, and the same question; what resembles others takes along what does not."""
    is_same_question = not one.asks or (other.question, other.candidates) == (one.question, one.candidates)
    return is_same_question and other.school == one.school and _title(other) == _title(one)


def _title(one: Proposed) -> str:
    return title_key((one.listed_as if isinstance(one, ProposedRow) else one.title) or "")


def for_another(answer: Answer, one: Proposed) -> Answer:
    """What is said of a policy, for another file that speaks of it: only one of them can be the new policy."""
    if answer.policy != NEW_POLICY:
        return answer
    return Answer(policy=one.title) if one.asks else NO_ANSWER


def ahead(proposal: ImportProposal) -> Iterator[str]:
    """What would be recorded now, and what would not."""
    counts = Counter(one.outcome.value for one in in_turn(proposal))
    waiting = counted(proposal.values_waiting, "value")
    yield f"\nThis would be recorded: {_told(counts, _RECORDED) or 'nothing'}; {waiting} still to confirm."
    if left := _told(counts, _NOT_RECORDED):
        yield f"Not recorded: {left}."


def _told(counts: Mapping[str, int], words: Mapping[str, tuple[str, str]]) -> str:
    return ", ".join(counted(counts[name], *words[name]) for name in words if counts[name])


def choices_for(one: Proposed, proposal: ImportProposal) -> Choices:
    """What may be answered to the question of a document, or to what its title resembles."""
    if one.asks is Asks.SCHOOL:
        named, *known = one.candidates
        listed = [(_adding(named), named), *((f"file it under {school}", school) for school in known)]
        return _numbered([*((called, Answer(school=school)) for called, school in listed), _NO_POLICY])
    if one.asks is Asks.ORDER:
        return _numbered([*((called, Answer(order=order)) for order, called in _ORDERS), _NO_POLICY])
    titles = dict.fromkeys([*one.candidates, *(other.title for other in one.resembles)])
    belonging = [
        (f"it belongs to {title}{_from_where(title, one, proposal)}", Answer(policy=title)) for title in titles
    ]
    return _numbered([*belonging, ("it is a new policy", Answer(policy=NEW_POLICY)), _NO_POLICY])


def _adding(named: str) -> str:
    """A school that would be added; what is called a trust may be no school, and that is said."""
    warned = ", which by its name is no single school" if _GROUP.search(named) else ""
    return f"add {named} to the register as a school{warned}"


def _from_where(title: str, one: Proposed, proposal: ImportProposal) -> str:
    """Whether a policy is only in this import, and in which file."""
    new = {Outcome.NEW_POLICY.value, RowOutcome.NEW_POLICY.value}
    files = [
        called(other)
        for other in in_turn(proposal)
        if other is not one and other.outcome.value in new and title_key(other.title or "") == title_key(title)
    ]
    return f" (another in this import: {files[0]})" if files else ""


def _numbered(answers: list[tuple[str, Answer]]) -> Choices:
    return {str(number): answer for number, answer in enumerate(answers, start=1)}


def called(one: Proposed) -> str:
    """The file, and which row of it."""
    return clean(f"{one.file_name}, row {one.row}" if isinstance(one, ProposedRow) else one.file_name)


def question(documents: Sequence[Proposed], choices: Choices, width: int) -> str:
    """The question, for one file or for all of which it is the same, and the answers by number."""
    first = documents[0]
    *more, last = [called(one) for one in documents]
    files = sentences([f"{', '.join(more)} and {last}" if more else last], width)
    asked = (
        first.question if first.asks else f"{first.title} resembles a policy that is there, or another in this import"
    )
    told = [asked or "", *(f"{key}: {words}" for key, (words, _) in choices.items())]
    return points(f"\n{files}", told, width)


def value(document: Proposed, value: ProposedValue, proposal: ImportProposal, width: int, *, more: Beside) -> str:
    """A doubtful value with all that helps to judge it."""
    above, others = more.above, [other for other in value.others if other != value.held]
    told = [
        f"{field_words(value.field)}: {value.value} ({value.confidence} % sure)",
        *(f"or {other}" for other in others),
        *([_contradiction(document, value, proposal)] if value.held is not None else []),
        f"{place_words(value.line, value.page, value.part)}: “{clean(value.evidence, limit=_LONGEST)}”",
        *([f"below “{clean(above, limit=_LONGEST)}”"] if above else []),
        f"Read by: {value.reason}",
        *([f"It cannot be accepted as it stands: {more.refused}"] if more.refused else []),
        *([stays_words(document.school or "", document.file_name)] if more.stays else []),
    ]
    return points(f"\n{called(document)}: {clean(document.title or '')}", told, width)


def _contradiction(one: Proposed, value: ProposedValue, proposal: ImportProposal) -> str:
    """Both sides, and which counts now: where another file of this import says it, with its line."""
    says = "list" if isinstance(one, ProposedRow) else "document"
    places = (
        f"{called(other)}, {place_words(held.line, held.page, held.part)}"
        for other in in_turn(proposal)
        if other.school == one.school and title_key(other.title or "") == title_key(one.title or "")
        for held in other.values
        if held.counts and (held.field, held.counted_as) == (value.field, value.held)
    )
    place = next(places, "")
    held = f"the policy says {value.held} ({place})" if place else f"the register says {value.held}"
    return f"The {says} says {value.value}; {held}, which counts now"
