"""How often values of each kind were right when nobody had seen the documents: what db/reading/weights.toml holds.

`first_readings.csv` keeps what the rules of the day read plainly enough in each set of documents before anybody looked
at them. A kind is a field with a reason. Few values of a kind say little: ten more are added that are right as often as
the wider kind, the reason in all fields, and to that ten that are right as often as what is recorded must be.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LEAST: Final = 0.94
"""The share of right values below which a kind is asked."""

_PRIOR: Final = 10
_FEWEST: Final = 2
"""One value says nothing of its kind."""

_FILE: Final = Path(__file__).with_name("first_readings.csv")


@dataclass(frozen=True, slots=True)
class FirstReading:
    """One value that was read in a document at first sight."""

    documents: str
    school: str
    field: str
    reason: str
    is_right: bool


@dataclass(frozen=True, slots=True)
class Shares:
    """The share of right values by reason, and by field and reason."""

    reasons: Mapping[str, float]
    kinds: Mapping[tuple[str, str], float]

    def of(self, field: str, reason: str) -> float:
        """The share of a kind; the least of all where it was never met."""
        return self.kinds.get((field, reason), self.reasons.get(reason, LEAST))


def first_readings() -> list[FirstReading]:
    """All of them, in the order in which they were made."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return [
            FirstReading(row["set"], row["school"], row["field"], row["reason"], row["right"] == "1")
            for row in csv.DictReader(file)
        ]


def shares_of(readings: Iterable[FirstReading]) -> Shares:
    """How often each kind was right among these."""
    by_reason, by_kind = defaultdict[str, list[bool]](list), defaultdict[tuple[str, str], list[bool]](list)
    for reading in readings:
        by_reason[reading.reason].append(reading.is_right)
        by_kind[reading.field, reading.reason].append(reading.is_right)
    reasons = {reason: _share(right, LEAST) for reason, right in by_reason.items() if len(right) >= _FEWEST}
    kinds = {kind: right for kind, right in by_kind.items() if kind[1] in reasons}
    return Shares(reasons, {kind: _share(right, reasons[kind[1]]) for kind, right in kinds.items()})


def _share(right: Sequence[bool], wider: float) -> float:
    return (sum(right) + _PRIOR * wider) / (len(right) + _PRIOR)


def as_toml(shares: Shares) -> str:
    """The tables of weights.toml: every reason, and of the fields those kinds on which it depends whether we ask."""
    lines = ["[right.reasons]"]
    lines += [f'"{reason}" = {share:.2f}' for reason, share in sorted(shares.reasons.items())]
    fields = defaultdict[str, list[str]](list)
    for (field, reason), share in sorted(shares.kinds.items()):
        if (share < LEAST) != (shares.reasons[reason] < LEAST):
            fields[field].append(f'"{reason}" = {share:.2f}')
    for field, kinds in fields.items():
        lines += ["", f"[right.fields.{field}]", *kinds]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(as_toml(shares_of(first_readings())))
