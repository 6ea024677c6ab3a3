"""From what somebody asks of all values that wait, field by field, to a ruling for each of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.errors import UsageProblem
from policyaudit.store.opening import Store
from policyaudit.usecases.confirm import (
    Left,
    Ruling,
    Settled,
    WaitingList,
    WaitingValue,
    Word,
    settle_what_can_be,
    waiting_values,
)
from policyaudit.usecases.field_values import field_called, refuse_as_it_stands, typed_name


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done with the values that wait; fields are named as somebody types them.

    `accept_from` accepts all values of that confidence, in per cent, and above.
    """

    accept: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    corrected: Mapping[str, str] = field(default_factory=dict)
    accept_from: int | None = None

    def __bool__(self) -> bool:
        return bool(self.accept or self.drop or self.corrected or self.accept_from is not None)


class SaidTwice(UsageProblem):
    """Two things are to be done with one field."""

    def __init__(self, field: str) -> None:
        super().__init__(f"two things are said of {typed_name(field)}", next_step="accept, correct or drop it")


class NothingWaits(UsageProblem):
    """No value of a field waits."""

    def __init__(self, field: str, policy: str | None) -> None:
        of = f" of {policy}" if policy else ""
        super().__init__(
            f"no {typed_name(field)}{of} waits to be confirmed", next_step="audit confirm  lists what does"
        )


class WhosePolicy(UsageProblem):
    """A correction for all policies at once."""

    def __init__(self, field: str) -> None:
        super().__init__(
            f"a {typed_name(field)} is corrected for one policy at a time",
            next_step=f'audit confirm POLICY --{typed_name(field)} "..."',
        )


class WhichOfThem(UsageProblem):
    """Documents of one policy say different things."""

    def __init__(self, field: str, values: Sequence[WaitingValue]) -> None:
        said = "; ".join(dict.fromkeys(value.first.value for value in values))
        super().__init__(
            f"{typed_name(field)} of {values[0].first.policy} could be any of these: {said}",
            next_step=f'audit confirm "{values[0].first.policy}" --{typed_name(field)} "..."  says which',
        )


@dataclass(frozen=True, slots=True)
class AsAsked:
    """What was settled, and what goes on waiting though it is as sure as was asked, each with its reason."""

    done: tuple[Settled, ...]
    left: tuple[Left, ...]


def settle_as_asked(
    store: Store, policy: str | None, asked: Asked, *, school: str | None, today: date, by: str, at: datetime
) -> AsAsked:
    """Settles what waits of one policy or of all, in one transaction.

    What is said of a field by its name is done, or nothing is. Of the values that are only so sure, those that cannot
    count go on waiting, and stop none of the others.
    """
    found = waiting_values(store, policy, school=school)
    words = _by_field(asked)
    _refuse(found, words)
    so_sure = [value for value in found.values if value.first.field not in words and _is_so_sure(value, asked)]
    left = list(_undecided(so_sure))
    waits = {one.value.key for one in left}
    accepted = {value.key for value in so_sure} - waits
    said = [
        Ruling(value, *words.get(value.first.field, _Word("accept")))
        for value in found.values
        if value.first.field in words or value.key in accepted
    ]
    done, refused = settle_what_can_be(
        store, said, may_wait=lambda value: value.key in accepted, today=today, by=by, at=at
    )
    return AsAsked(done, (*left, *refused))


def _is_so_sure(value: WaitingValue, asked: Asked) -> bool:
    """Whether a value is to be accepted for its confidence alone."""
    return asked.accept_from is not None and value.first.confidence >= asked.accept_from


def _undecided(so_sure: Sequence[WaitingValue]) -> Iterator[Left]:
    """The values that nobody can accept as they stand, and those of which only one can count: how sure a reading is
    does not decide between them.
    """
    readable = []
    for value in so_sure:
        try:
            refuse_as_it_stands(value.first.field, value.first.value, calendar=TermCalendar())
        except UsageProblem as why:
            yield Left(value, why)
        else:
            readable.append(value)
    for rivals in _rivals(readable):
        if len(rivals) > 1:
            several = WhichOfThem(rivals[0].first.field, rivals)
            yield from (Left(value, several) for value in rivals)


class _Word(NamedTuple):
    """What is said of a field: accept, correct or drop, and the words that are right."""

    word: Word
    said: str | None = None


def _by_field(asked: Asked) -> dict[str, _Word]:
    words: dict[str, _Word] = {}
    for name, word in (
        *((name, _Word("accept")) for name in asked.accept),
        *((name, _Word("drop")) for name in asked.drop),
        *((name, _Word("correct", text)) for name, text in asked.corrected.items()),
    ):
        of = field_called(name)
        if words.get(of, word) != word:
            raise SaidTwice(of)
        words[of] = word
    return words


def _refuse(found: WaitingList, words: Mapping[str, _Word]) -> None:
    for of, (word, _) in words.items():
        waits = [value for value in found.values if value.first.field == of]
        if not waits:
            raise NothingWaits(of, found.policy)
        if word == "correct" and found.policy is None:
            raise WhosePolicy(of)
        if word == "accept":
            _refuse_several(of, waits)


def _refuse_several(of: str, waits: Sequence[WaitingValue]) -> None:
    """Accepting two values of one field of one version would leave it to chance which of them counts."""
    for rivals in _rivals(waits):
        if len(rivals) > 1:
            raise WhichOfThem(of, rivals)


def _rivals(waits: Sequence[WaitingValue]) -> Iterator[list[WaitingValue]]:
    """The values by field and version, each set of words once; what a list of policies says is of the newest version.

    Of each policy the oldest version comes first, and what is of no version last.
    """
    newest: dict[tuple[int, int, str], int | None] = {}
    rivals: dict[tuple[int, int, str, int | None], dict[str, WaitingValue]] = {}
    for value in waits:
        first = value.first
        of = first.school_id, first.policy_id, first.field
        newest[of] = first.version_id or newest.get(of)
        rivals.setdefault((*of, newest[of]), {}).setdefault(first.value, value)
    yield from (list(same.values()) for same in rivals.values())
