"""Going through a proposal at the terminal: its questions first, then what titles resemble, then each doubtful value.

Nothing is recorded here: what is said goes into one `Decisions`, and the proposal is made anew with it.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from policyaudit.cli.asking import Talk, letter
from policyaudit.cli.field_words import field_words, place_words
from policyaudit.cli.wording import counted, points, sentences
from policyaudit.domain.clean_text import clean
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.errors import AuditError
from policyaudit.usecases.field_values import can_stand, value_of
from policyaudit.usecases.import_decisions import NEW_POLICY, NOTHING_DECIDED, Answer, Decisions, Order, Said, ValueKey
from policyaudit.usecases.import_plan import Asks
from policyaudit.usecases.import_proposal import ImportProposal, ProposedDocument
from policyaudit.usecases.import_register import ProposedRow
from policyaudit.usecases.import_values import ProposedValue

_FIRST: Final = {"a": "record what is certain", "r": "go through it first", "n": "record nothing"}
_WITHOUT_NEWS: Final = {"r": "go through it", "n": "record nothing"}
_NUMBER: Final = "Type a number, s to skip or q to stop here"
_ORDERS: Final[tuple[tuple[Order, str], ...]] = (
    ("newer", "it is newer than the text we hold"),
    ("older", "it is older"),
    ("same", "it is another form of the same text"),
)
_LEAVING: Final = {"s": "skip", "q": "stop here"}
_VALUE: Final = {"a": "accept", "c": "correct", "s": "skip", "all": "accept all so sure", "q": "stop"}
_PLACING: Final = frozenset({"title", "organisation", "policy_number", "version"})  # what tells where a text belongs
_LONGEST: Final = 300  # characters of a line that are shown

Proposed = ProposedDocument | ProposedRow
Choices = dict[str, tuple[str, Answer]]  # by what is typed: what it is called, and what it means


def can_be_gone_through(proposal: ImportProposal) -> bool:
    """Whether there is anything that somebody can decide: a question, a resemblance, a doubtful value."""
    return any(one.asks or one.resembles or one.waiting for one in _in_turn(proposal))


def _in_turn(proposal: ImportProposal) -> list[Proposed]:
    """The documents, then the rows of lists of policies."""
    return [*proposal.documents, *(row for register in proposal.registers for row in register.rows)]


def _called(one: Proposed) -> str:
    """The file, and which row of it."""
    return clean(f"{one.file_name}, row {one.row}" if isinstance(one, ProposedRow) else one.file_name)


def decide(
    talk: Talk, propose: Callable[[Decisions], ImportProposal], start: Decisions = NOTHING_DECIDED, *, has_news: bool
) -> Decisions | None:
    """What is to be recorded: all that is certain, or what somebody says value by value; None for nothing.

    `start` is what was decided before.
    """
    first = letter(talk, _FIRST if has_news else _WITHOUT_NEWS, last="n")
    if first != "r":
        return start if first == "a" else None
    decisions = go_through(talk, propose, start)
    talk.tell(sentences(_ahead(propose(decisions)), talk.width))
    return decisions if letter(talk, {"y": "yes", "n": "no"}, last="n", question="Record this? [y/n]") == "y" else None


def _ahead(proposal: ImportProposal) -> Iterator[str]:
    """What would be recorded now."""
    counts = Counter(one.outcome.value for one in _in_turn(proposal))
    told = ", ".join(f"{count:,} {outcome}" for outcome, count in counts.items())
    yield f"\nThis would be recorded: {told}; {counted(proposal.values_waiting, 'value')} still to confirm."


def go_through(talk: Talk, propose: Callable[[Decisions], ImportProposal], start: Decisions) -> Decisions:
    """Asks until everything is decided or skipped, or somebody stops; gives what was said."""
    review = _Review(talk, propose, start)
    while review.goes_on and (asked := review.next_question()):
        asked()
    return review.decisions


@dataclass(slots=True)
class _Review:
    """How far the questions have come: what was said so far, and what was asked already."""

    talk: Talk
    propose: Callable[[Decisions], ImportProposal]
    decisions: Decisions
    goes_on: bool = True
    _asked: set[object] = field(default_factory=set)
    _found: ImportProposal | None = None  # None once an answer may lead to other questions

    def next_question(self) -> Callable[[], None] | None:
        """The next thing that was not asked yet."""
        self._found = self._found or self.propose(self.decisions)
        documents = _in_turn(self._found)
        for key, ask in [*self._questions(documents), *self._values(documents)]:
            if key not in self._asked:
                self._asked.add(key)
                return ask
        return None

    def _questions(self, documents: list[Proposed]) -> Iterator[tuple[object, Callable[[], None]]]:
        for one in documents:
            if one.asks is Asks.SCHOOL:  # asked once for all the files that name the same school
                alike = [other for other in documents if other.question == one.question and other.asks is one.asks]
                yield ("school", one.question), _asking(self._ask_where, alike)
            elif one.asks is not None or one.resembles:
                yield (one.source, one.asks, one.question), _asking(self._ask_where, [one])

    def _values(self, documents: list[Proposed]) -> Iterator[tuple[object, Callable[[], None]]]:
        for one in documents:
            for value in one.waiting:
                key = ValueKey(one.source or "", value.field, value.value)
                yield key, _asking(self._ask_value, (one, value, key))

    def _ask_where(self, documents: list[Proposed]) -> None:
        choices = choices_for(documents[0])
        self.talk.tell(_question(documents, choices, self.talk.width))
        chosen = letter(self.talk, {key: key for key in choices} | _LEAVING, last="q", question=_NUMBER)
        self.goes_on = chosen != "q"
        if chosen not in choices:
            return
        _, answer = choices[chosen]
        answers = dict(self.decisions.answers)
        for one in documents:
            source = one.source or ""
            answers[source] = _both(answers.get(source, Answer()), answer)
        self.decisions = replace(self.decisions, answers=answers)
        self._found = None

    def _ask_value(self, asked: tuple[Proposed, ProposedValue, ValueKey]) -> None:
        document, value, key = asked
        self.talk.tell(_value(document, value, self.talk.width))
        chosen = self._ruling(value)
        self.goes_on = chosen != "q"
        if chosen == "all":
            self.decisions, self._found = replace(self.decisions, accept_from=value.confidence), None
        elif chosen == "a":
            self._say(key, Said("accept"))
        elif chosen == "c" and (words := self._corrected(value)):
            self._say(key, Said("correct", words))

    def _ruling(self, value: ProposedValue) -> str:
        """What is to become of a value; what means two things cannot be accepted as it stands."""
        while True:
            chosen = letter(self.talk, _VALUE, last="q")
            if chosen != "a" or can_stand(value.field, value.value):
                return chosen
            self.talk.tell(f"{value.value} means two things: correct it to one of them.")

    def _corrected(self, value: ProposedValue) -> str | None:
        """What is right instead; asked again until it can be read, None where nothing is typed."""
        while words := self.talk.ask(f"{field_words(value.field)} is: "):
            try:
                value_of(value.field, words, calendar=TermCalendar())
            except AuditError as refused:
                self.talk.tell(
                    points("", filter(None, (str(refused), refused.next_step)), self.talk.width).lstrip("\n")
                )
            else:
                return words
        return None

    def _say(self, key: ValueKey, said: Said) -> None:
        self.decisions = replace(self.decisions, values={**self.decisions.values, key: said})
        if key.field in _PLACING:
            self._found = None


def choices_for(document: Proposed) -> Choices:
    """What may be answered to the question of a document, or to what its title resembles."""
    if document.asks is Asks.SCHOOL:
        named, *known = document.candidates
        listed = [(f"add {named} to the register", named), *((f"file it under {school}", school) for school in known)]
        return _numbered([(called, Answer(school=school)) for called, school in listed])
    if document.asks is Asks.ORDER:
        return _numbered([(called, Answer(order=order)) for order, called in _ORDERS])
    titles = dict.fromkeys([*document.candidates, *(one.title for one in document.resembles)])
    belonging = [(f"it belongs to {title}", Answer(policy=title)) for title in titles]
    return _numbered([*belonging, ("it is a new policy", Answer(policy=NEW_POLICY))])


def _numbered(answers: list[tuple[str, Answer]]) -> Choices:
    return {str(number): answer for number, answer in enumerate(answers, start=1)}


def _both(before: Answer, new: Answer) -> Answer:
    """What was said of a document before and what is said now: its school first, then the policy, then the order."""
    return Answer(new.school or before.school, new.policy or before.policy, new.order or before.order)


def _asking(ask: Callable[..., None], of: object) -> Callable[[], None]:
    return lambda: ask(of)


def _question(documents: list[Proposed], choices: Choices, width: int) -> str:
    """The question, for one file or for all of which it is the same, and the answers by number."""
    first = documents[0]
    files = _called(first) + (f" and {len(documents) - 1:,} more" if len(documents) > 1 else "")
    asked = first.question if first.asks else f"{first.title} resembles a policy that is there"
    told = [asked or "", *(f"{key}: {called}" for key, (called, _) in choices.items())]
    return points(f"\n{files}", told, width)


def _value(document: Proposed, value: ProposedValue, width: int) -> str:
    """A doubtful value with all that helps to judge it."""
    told = [
        f"{field_words(value.field)}: {value.value} ({value.confidence} % sure)",
        *(f"or {other}" for other in value.others),
        f"{place_words(value.line, value.page, value.part)}: “{clean(value.evidence, limit=_LONGEST)}”",
        f"Read by: {value.reason}",
    ]
    return points(f"\n{_called(document)}: {clean(document.title or '')}", told, width)
