"""Going through a proposal at the terminal: its questions first, then what titles resemble, then each doubtful value.

Nothing is recorded here: what is said goes into one `Decisions`, and the proposal is made anew with it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from policyaudit.cli import import_asked as shown
from policyaudit.cli.asking import Talk, letter
from policyaudit.cli.field_words import field_words
from policyaudit.cli.import_asked import Proposed, choices_for, in_turn
from policyaudit.cli.wording import counted, points, sentences
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.errors import AuditError
from policyaudit.usecases.field_values import can_stand, refuse_as_it_stands, value_of
from policyaudit.usecases.import_decisions import NO_ANSWER, NOTHING_DECIDED, Answer, Decisions, Said, ValueKey
from policyaudit.usecases.import_plan import Asks
from policyaudit.usecases.import_proposal import ImportProposal
from policyaudit.usecases.import_values import ProposedValue

_FIRST: Final = {"a": "record what is certain", "r": "go through it first", "n": "record nothing"}
_WITHOUT_NEWS: Final = {"r": "go through it", "n": "record nothing"}
_BACK: Final = {"b": "back to the one before"}
_LEAVING: Final = {"s": "skip for now", "q": "stop here"}
_PLACING: Final = frozenset({"title", "organisation", "policy_number", "version"})  # what tells where a text belongs

LineAbove = Callable[[str, ProposedValue], str | None]  # of a source: the line that says what a value below it is


def can_be_gone_through(proposal: ImportProposal) -> bool:
    """Whether there is anything that somebody can decide: a question, a resemblance, a doubtful value."""
    return any(one.asks or one.resembles or one.waiting for one in in_turn(proposal))


def decide(
    talk: Talk,
    propose: Callable[[Decisions], ImportProposal],
    start: Decisions = NOTHING_DECIDED,
    *,
    has_news: bool,
    line_above: LineAbove = lambda _source, _value: None,
) -> Decisions | None:
    """What is to be recorded: all that is certain, or what somebody says value by value; None for nothing.

    `start` is what was decided before.
    """
    first = letter(talk, _FIRST if has_news else _WITHOUT_NEWS, last="n")
    if first != "r":
        return start if first == "a" else None
    review = _Review(talk, propose, start, line_above)
    while review.goes_on and (asked := review.next_question()):
        asked()
    talk.tell(sentences(shown.ahead(propose(review.decisions)), talk.width))
    answer = letter(talk, {"y": "yes", "n": "no"}, last="n", question="Record this? [y/n]")
    return review.decisions if answer == "y" else None


class _Moment(NamedTuple):
    """How far the questions had come before one of them was asked."""

    decisions: Decisions
    asked: frozenset[object]
    skipped: frozenset[ValueKey]


@dataclass(slots=True)
class _Review:
    """How far the questions have come: what was said so far, and what was asked already."""

    talk: Talk
    propose: Callable[[Decisions], ImportProposal]
    decisions: Decisions
    line_above: LineAbove
    goes_on: bool = True
    _asked: frozenset[object] = frozenset()
    _skipped: frozenset[ValueKey] = frozenset()
    _past: list[_Moment] = field(default_factory=list)
    _found: ImportProposal | None = None  # None once an answer may lead to other questions

    def next_question(self) -> Callable[[], None] | None:
        """The next thing that was not asked yet."""
        documents = in_turn(self._proposal())
        for key, ask in [*self._questions(documents), *self._values(documents)]:
            if key not in self._asked:
                self._past.append(_Moment(self.decisions, self._asked, self._skipped))
                self._asked |= {key}
                return ask
        return None

    def _proposal(self) -> ImportProposal:
        if self._found is None:
            self._found = self.propose(self.decisions)
        return self._found

    def _questions(self, documents: list[Proposed]) -> Iterator[tuple[object, Callable[[], None]]]:
        for one in documents:
            if one.asks is not None or one.resembles:
                yield _key(one), _asking(self._ask_where, one)

    def _values(self, documents: list[Proposed]) -> Iterator[tuple[object, Callable[[], None]]]:
        for one in documents:
            for value in one.waiting:
                key = ValueKey(one.source or "", value.field, value.value)
                yield key, _asking(self._ask_value, (one, value, key))

    def _ask_where(self, one: Proposed) -> None:
        """Asks where something belongs, once for all that asks the same."""
        alike = shown.asked_together(one, self._proposal(), self.decisions)
        self._asked |= set(map(_key, alike))
        choices = choices_for(one, self._proposal())
        self.talk.tell(shown.question(alike, choices, self.talk.width))
        leaving = self._before() | _LEAVING
        told = "Type a number, " + ", ".join(f"{word} ({key})" for key, word in leaving.items())
        chosen = letter(self.talk, {key: key for key in choices} | leaving, last="q", question=told)
        if self._is_left(chosen) or chosen not in choices:
            return
        _, answer = choices[chosen]
        answers = dict(self.decisions.answers)
        for other in alike:
            said = answer if other is one else shown.for_another(answer, one)
            if said != NO_ANSWER:
                answers[other.source or ""] = _both(self.decisions.answer(other.source or ""), said)
        self.decisions, self._found = replace(self.decisions, answers=answers), None

    def _before(self) -> dict[str, str]:
        """The way back, where something was asked before."""
        return _BACK if len(self._past) > 1 else {}

    def _is_left(self, chosen: str) -> bool:
        """Whether the question is left for the one before, or for good."""
        self.goes_on = chosen != "q"
        if chosen == "b":
            self._past.pop()
            self.decisions, self._asked, self._skipped = self._past.pop()
            self._found = None
        return chosen in {"b", "q"}

    def _ask_value(self, asked: tuple[Proposed, ProposedValue, ValueKey]) -> None:
        document, value, key = asked
        more = shown.Beside(self.line_above(key.source, value), _why_refused(value), self._stays(document, key))
        self.talk.tell(shown.value(document, value, self._proposal(), self.talk.width, more=more))
        chosen = letter(self.talk, self._rulings(value, is_refused=more.refused is not None), last="q")
        if self._is_left(chosen):
            return
        words = self._corrected(value) if chosen == "c" else None
        if words is not None:
            self._say(key, Said("correct", words))
        elif chosen in {"a", "all"}:
            self._say(key, Said("accept"))
            if chosen == "all":
                self._accept_from(value.confidence)
        else:
            self._skipped |= {key}

    def _stays(self, document: Proposed, key: ValueKey) -> bool:
        """Whether a document is filed where it is even if the other school that it names was read rightly."""
        if key.field != "organisation":
            return False
        accepted = replace(self.decisions, values={**self.decisions.values, key: Said("accept")})
        then = in_turn(self.propose(accepted))
        return any(one.source == document.source and one.school == document.school for one in then)

    def _rulings(self, value: ProposedValue, *, is_refused: bool) -> dict[str, str]:
        """What may be said of a value, and what that does; one that cannot be is not to be accepted."""
        if is_refused:
            return {"c": "correct"} | self._before() | {"s": "skip", "q": "stop"}
        many = sum(self._goes_with(one, other, value) for one in in_turn(self._proposal()) for other in one.waiting)
        told = f"accept this and all that are at least {value.confidence} % sure: {counted(many, 'value')}"
        so_sure = {"all": told} if many > 1 else {}
        return {"a": "accept", "c": "correct"} | self._before() | {"s": "skip"} | so_sure | {"q": "stop"}

    def _goes_with(self, one: Proposed, other: ProposedValue, value: ProposedValue) -> bool:
        """Whether a value is accepted with this one: as sure, not spoken of, and one that contradicts nothing."""
        key = ValueKey(one.source or "", other.field, other.value)
        return other is value or (
            other.confidence >= value.confidence
            and other.held is None
            and key not in self._skipped
            and key not in self.decisions.values
            and can_stand(other.field, other.value)
        )

    def _accept_from(self, confidence: int) -> None:
        """Accepts all that is so sure; what was skipped stays so, and what was accepted before stays accepted."""
        before = self.decisions.accept_from
        values = dict.fromkeys(self._skipped, Said("skip")) | dict(self.decisions.values)
        least = confidence if before is None else min(before, confidence)
        self.decisions, self._found = replace(self.decisions, accept_from=least, values=values), None

    def _corrected(self, value: ProposedValue) -> str | None:
        """What is right instead; asked again until it can be read, None where it is skipped after all."""
        while (words := self.talk.ask(f"{field_words(value.field)} is: ")) not in {None, "s"}:
            if not words:
                self.talk.tell("Nothing was typed: type what is right, or s to skip it.")
                continue
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


def _why_refused(value: ProposedValue) -> str | None:
    """Why a value cannot be accepted as it stands, if it cannot."""
    try:
        refuse_as_it_stands(value.field, value.value, calendar=TermCalendar())
    except AuditError as refused:
        return str(refused)
    return None


def _key(one: Proposed) -> object:
    """What tells a question from those that were asked before; a school is asked once for all the files."""
    return ("school", one.question) if one.asks is Asks.SCHOOL else (one.source, one.asks, one.question)


def _both(before: Answer, new: Answer) -> Answer:
    """What was said of a document before and what is said now: its school first, then the policy, then the order."""
    return Answer(
        new.school or before.school, new.policy or before.policy, new.order or before.order, left_out=new.left_out
    )


def _asking(ask: Callable[..., None], of: object) -> Callable[[], None]:
    return lambda: ask(of)
