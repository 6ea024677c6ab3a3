"""Going through the values that wait, one after the other; each answer is recorded before the next is asked."""

from collections.abc import Callable
from datetime import date
from typing import Final

from policyaudit.cli.asking import Talk, letter
from policyaudit.cli.confirm_page import against_words, places, still_waiting
from policyaudit.cli.field_words import field_words
from policyaudit.cli.other_school import stays_words
from policyaudit.cli.problems import Interrupted
from policyaudit.cli.register import Recording
from policyaudit.cli.wording import begun, counted, points
from policyaudit.domain.clean_text import clean
from policyaudit.errors import AuditError
from policyaudit.store.opening import Store
from policyaudit.usecases.confirm import Ruling, Settled, WaitingList, WaitingValue, settle, waiting_values
from policyaudit.usecases.field_values import can_stand

_ANSWERS: Final = {"a": "accept", "c": "correct", "d": "drop", "s": "skip", "q": "quit"}
_WITHOUT_ACCEPTING: Final = {key: word for key, word in _ANSWERS.items() if key != "a"}
_LONGEST: Final = 300  # characters of a line that are shown


def go_through(
    store: Store, found: WaitingList, talk: Talk, *, today: date, recording: Callable[[], Recording]
) -> list[Settled]:
    """Asks of each value, and says at the end how many were settled and how many still wait."""
    done: list[Settled] = []
    try:
        for number, value in enumerate(found.values, start=1):
            talk.tell(_shown(value, number, len(found.values), talk.width))
            if not _settled(store, talk, value, done, today=today, recording=recording):
                break
    except KeyboardInterrupt:
        stopped = f"stopped: {counted(len(done), 'value')} settled, {_still_waiting(store, found)}"
        raise Interrupted(stopped, next_step="audit confirm  goes on") from None
    talk.tell(f"{begun(counted(len(done), 'value'))} settled. {begun(_still_waiting(store, found))}.")
    return done


def _still_waiting(store: Store, found: WaitingList) -> str:
    return still_waiting(len(waiting_values(store, None, school=found.school).values))


def _settled(
    store: Store,
    talk: Talk,
    value: WaitingValue,
    done: list[Settled],
    *,
    today: date,
    recording: Callable[[], Recording],
) -> bool:
    """Settles a value as it is answered, asked again where that is refused; whether the next one is to be asked."""
    answers = _ANSWERS if can_stand(value.first.field, value.first.value) else _WITHOUT_ACCEPTING
    while (answer := letter(talk, answers, last="q")) in {"a", "c", "d"}:
        try:
            ruling = _ruling(talk, value, answer)
            if ruling is not None:
                done += settle(store, [ruling], today=today, **recording())
                return True
        except AuditError as refused:
            talk.tell(_refusal(refused, talk.width))
        else:
            talk.tell("Nothing was typed.")
    return answer != "q"


def _ruling(talk: Talk, value: WaitingValue, answer: str) -> Ruling | None:
    """What the answer means; None where the right words were to be typed and were not."""
    if answer != "c":
        return Ruling(value, "accept" if answer == "a" else "drop")
    said = talk.ask(f"{field_words(value.first.field)} is: ")
    return Ruling(value, "correct", said) if said else None


def _shown(value: WaitingValue, number: int, of: int, width: int) -> str:
    """The value with all that helps to judge it."""
    first = value.first
    version = f", version {first.version}" if first.version else ""
    told = [
        f"{field_words(first.field)}: {first.value} ({first.confidence} % sure)",
        f"{', '.join(places(value))}: “{clean(first.evidence, limit=_LONGEST)}”",
        f"Read by: {first.reason}",
        *([f"But {against}"] if (against := against_words(value)) else []),
        *([stays_words(first.school, first.file_name)] if first.field == "organisation" else []),
    ]
    return points(f"\n{number} of {of}: {clean(first.policy)}{clean(version)} – {clean(first.school)}", told, width)


def _refusal(refused: AuditError, width: int) -> str:
    return points("That was not recorded:", filter(None, (str(refused), refused.next_step)), width)
