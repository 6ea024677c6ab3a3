"""`audit confirm`: the values that wait for somebody's word, and settling them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Literal

from policyaudit.errors import NothingRecorded, UsageProblem
from policyaudit.store.opening import Store
from policyaudit.store.reads import waiting as reading
from policyaudit.store.reads.mapping import Reads
from policyaudit.store.reads.waiting import WaitingRow
from policyaudit.store.writes import Writer
from policyaudit.usecases.confirm_against import Against, Counting
from policyaudit.usecases.finding import find_policy, scope_of
from policyaudit.usecases.settle_value import mark_settled, settle_value

Word = Literal["accept", "correct", "drop"]


@dataclass(frozen=True, slots=True)
class WaitingValue:
    """One value that waits; `read` are the places where the same value of the same version stands, `against` is what
    counts now where that is something else.
    """

    read: tuple[WaitingRow, ...]
    against: Against | None = None

    @property
    def first(self) -> WaitingRow:
        """The first place."""
        return self.read[0]

    @property
    def key(self) -> tuple[int, tuple[int, ...]]:
        """The school, and the numbers of the places."""
        return self.first.school_id, tuple(row.provenance_id for row in self.read)

    @property
    def files(self) -> tuple[str, ...]:
        """The documents in which it stands."""
        return tuple(row.file_name for row in self.read if row.file_name)


@dataclass(frozen=True, slots=True)
class WaitingList:
    """The values that wait: of one school or all `schools`, and of one policy where one was asked for."""

    school: str | None
    schools: int
    policy: str | None
    values: tuple[WaitingValue, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What somebody says of a value that waits: it is right, it is another, or it does not count at all."""

    value: WaitingValue
    word: Word
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """A value that no longer waits: how it was settled, and what counts now; None where it was dropped."""

    value: WaitingValue
    state: str
    counts: str | None


@dataclass(frozen=True, slots=True)
class Left:
    """A value that goes on waiting though it is sure enough, and what refuses it."""

    value: WaitingValue
    why: Exception


class _CannotBe(Exception):
    """A value that cannot be settled; the others can."""

    def __init__(self, left: Left) -> None:
        super().__init__()
        self.left = left


class NoLongerWaits(NothingRecorded):
    """Somebody else has settled a value in the meantime."""

    def __init__(self, row: WaitingRow) -> None:
        super().__init__(f"{row.value!r} of {row.policy} no longer waits", next_step="audit confirm")


def waiting_values(reads: Reads, policy: str | None, *, school: str | None) -> WaitingList:
    """The values that wait, by school, policy and version. Raises `NoSuchName` and `SeveralSuchNames`."""
    scope = scope_of(reads, school)
    if policy is None:
        rows, name = reading.waiting(reads, scope.school_id), None
    else:
        found = find_policy(reads, policy, school_id=scope.school_id)
        rows, name = reading.waiting(reads, found.school_id, found.key), found.name
    return WaitingList(scope.school, scope.schools, name, tuple(_each_once(rows, Counting(reads))))


def _each_once(rows: Sequence[WaitingRow], counting: Counting) -> Iterator[WaitingValue]:
    """The same value of the same version as one, wherever it stands; fields in the order in which they come first."""
    for _, of_version in groupby(rows, key=lambda row: (row.school_id, row.policy_id, row.version_id)):
        same: dict[tuple[str, str], list[WaitingRow]] = {}
        for row in of_version:
            same.setdefault((row.field, row.value), []).append(row)
        yield from (WaitingValue(tuple(read), counting.against(read[0])) for read in same.values())


def settle(store: Store, rulings: Sequence[Ruling], *, today: date, by: str, at: datetime) -> tuple[Settled, ...]:
    """Settles these values, all of them or none. Raises what refuses one, and `NoLongerWaits`."""
    with store.transaction(by=by, at=at) as writer:
        return tuple(_settle(writer, ruling, today=today) for ruling in rulings)


def settle_what_can_be(
    store: Store,
    rulings: Sequence[Ruling],
    *,
    may_wait: Callable[[WaitingValue], bool],
    today: date,
    by: str,
    at: datetime,
) -> tuple[tuple[Settled, ...], tuple[Left, ...]]:
    """Settles these values in one transaction, without those that cannot be and `may_wait`; gives both.

    What is refused leaves nothing behind: it is all done once more without it.
    """
    left: list[Left] = []
    rulings = list(rulings)
    while True:
        try:
            with store.transaction(by=by, at=at) as writer:
                return tuple(_settle_or_leave(writer, one, may_wait, today) for one in rulings), tuple(left)
        except _CannotBe as refused:
            left.append(refused.left)
            rulings = [one for one in rulings if one.value.key != refused.left.value.key]


def _settle_or_leave(writer: Writer, ruling: Ruling, may_wait: Callable[[WaitingValue], bool], today: date) -> Settled:
    try:
        return _settle(writer, ruling, today=today)
    except (UsageProblem, NothingRecorded) as why:
        if may_wait(ruling.value):
            raise _CannotBe(Left(ruling.value, why)) from None
        raise


def _settle(writer: Writer, ruling: Ruling, *, today: date) -> Settled:
    first, read = ruling.value.first, ruling.value.read
    still = {row.provenance_id for row in reading.waiting(writer, first.school_id, first.policy_id)}
    if not still.issuperset(row.provenance_id for row in read):
        raise NoLongerWaits(first)
    if ruling.word == "drop":
        mark_settled(writer, read, "dropped", None)
        return Settled(ruling.value, "dropped", None)
    said = ruling.said if ruling.word == "correct" else None
    state, counts = settle_value(writer, read, said, today=today)
    return Settled(ruling.value, state, counts)
