"""What somebody decides of an import before it is recorded: of each value, and of where a document belongs.

A source is a document by its SHA-256, or one row of a register. Decisions name it, so that they never reach another
text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, NamedTuple

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.evidence import CERTAIN, Evidence, Reading
from policyaudit.usecases.field_values import FIELDS, can_stand, refuse_as_it_stands, value_of
from policyaudit.usecases.import_plan import title_of
from policyaudit.usecases.import_values import LISTS, ProposedValue, in_words
from policyaudit.usecases.read_folder import ReadDocument

NEW_POLICY: Final = "new policy"
SURE: Final = 1.0
DOUBTFUL: Final = CERTAIN - 0.01

Order = Literal["newer", "older", "same"]


class ValueKey(NamedTuple):
    """One value of one source, as it was read."""

    source: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of a value: it is right, it is another (`value`), or it is not to count yet."""

    word: Literal["accept", "correct", "skip"]
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Where a source belongs, as somebody says; None where the document itself may say.

    A school that the register does not hold is added. `policy` is a title, or `NEW_POLICY`; `order` says whether the
    text is newer or older than the one it is held against, or another form of it. `left_out` says that it is no policy,
    for good; False, that it is one though it was left out before.
    """

    school: str | None = None
    policy: str | None = None
    order: Order | None = None
    left_out: bool | None = None

    @property
    def brings_back(self) -> bool:
        """Whether it says that what was left out before is a policy after all."""
        placed = (self.school, self.policy, self.order)
        return self.left_out is False or (self.left_out is None and any(said is not None for said in placed))


NO_ANSWER: Final = Answer()


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything that somebody decides of an import; what is not named goes as it was proposed.

    Doubtful values of the confidence `accept_from`, in per cent, and above are accepted. With `only`, nothing was said
    of any other source: it is skipped, and asked again the next time.
    """

    values: Mapping[ValueKey, Said] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    accept_from: int | None = None
    only: frozenset[str] | None = None

    def answer(self, source: str) -> Answer:
        """Where the source belongs, as far as somebody has said."""
        return self.answers.get(source, NO_ANSWER)

    def skips(self, source: str) -> bool:
        """Whether the source was not there when the decisions were made, so that nothing becomes of it yet."""
        return self.only is not None and source not in self.only and source not in self.answers

    def said(self, source: str, name: str, value: str, confidence: float) -> Said | None:
        """What somebody says of a value; a doubtful one may be accepted by its confidence alone."""
        said = self.values.get(ValueKey(source, name, value))
        if said is None and self.accept_from is not None and self.accept_from <= round(confidence * 100):
            return Said("accept") if can_stand(name, value) else None
        return said


NOTHING_DECIDED: Final = Decisions()


def decided(document: ReadDocument, decisions: Decisions, calendar: TermCalendar) -> ReadDocument:
    """The document as it counts: what was accepted or corrected is certain, what was skipped is doubtful."""
    if decisions == NOTHING_DECIDED:
        return document
    header = document.header
    changed: dict[str, Any] = {
        name: new for name in FIELDS if (new := _read(document, name, decisions, calendar)) is not None
    }
    return replace(document, header=replace(header, **changed))


def _read(document: ReadDocument, name: str, decisions: Decisions, calendar: TermCalendar) -> Reading[Any] | None:
    """One field as it counts; None where nothing was said of it."""
    reading = getattr(document.header, name) or (_named_by_file(document) if name == "title" else None)
    if reading is None:
        return None
    said = decisions.said(document.sha256, name, in_words(reading.value), reading.confidence)
    match said:
        case None:
            return None
        case Said("correct", str() as text):
            return replace(reading, value=value_of(name, text, calendar=calendar), confidence=SURE)
        case Said("skip"):
            return replace(reading, confidence=min(reading.confidence, DOUBTFUL))
        case _:
            refuse_as_it_stands(name, in_words(reading.value), calendar=calendar)
            return replace(reading, confidence=SURE)


def _named_by_file(document: ReadDocument) -> Reading[str]:
    """The title that the file's name gives, where the text has none."""
    return Reading(title_of(document), 0.0, Evidence(0, document.file_name, "the file's name"))


def values_decided(
    values: Iterator[ProposedValue] | list[ProposedValue], source: str, decisions: Decisions, calendar: TermCalendar
) -> Iterator[ProposedValue]:
    """The values that are kept, each with what was said of it; of a list, what is skipped is not kept."""
    for value in values:
        said = decisions.said(source, value.field, value.value, value.confidence / 100)
        if said is None:
            yield value
        elif said.word == "skip":
            if value.field not in LISTS:
                yield replace(value, counts=False)
        elif said.word == "correct" and value.field in FIELDS:
            counts = in_words(value_of(value.field, said.value or "", calendar=calendar))
            is_same = counts == value.value
            yield replace(
                value,
                counts=True,
                settled="confirmed" if is_same else "corrected",
                corrected_to=None if is_same else counts,
            )
        else:
            yield replace(value, counts=True, settled=None if value.counts else "confirmed")
