"""What "certain" is worth: the share that is right of all that was read, by field, by reason, and school by school."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.shares import LEAST, FirstReading, first_readings, shares_of
from tests.reading.scoring import Find, finds_in

_HEAD: Final = f"\n{'':44} {'right':>5} {'read':>5} {'share':>6}   {'certain: right':>14} {'read':>5} {'share':>6}"


@dataclass(slots=True)
class Count:
    """How many values were read, and how many of them right; the same of those that were certain."""

    right: int = 0
    read: int = 0
    certain_right: int = 0
    certain: int = 0

    def add(self, *, is_right: bool, is_certain: bool) -> None:
        """Count one value that was read."""
        self.read += 1
        self.right += is_right
        self.certain += is_certain
        self.certain_right += is_certain and is_right


def print_certainty(folders: Iterable[Path]) -> None:
    """The tables for each folder of labelled documents, then what the first readings predict of the next school."""
    for folder in folders:
        finds = [find for find in finds_in(folder) if find.said is not None]
        print(f"\n== How sure, and how often right: {len(finds)} values read in {folder.parent.name}/{folder.name}")
        _print_table("by field", finds, lambda find: find.field)
        _print_table("by reason", finds, lambda find: find.said.reason if find.said else "")
        _print_table("by confidence", finds, lambda find: f"{find.said.confidence:.2f}" if find.said else "")
    _print_left_out(first_readings())


def _print_table(title: str, finds: Sequence[Find], kind: Callable[[Find], str]) -> None:
    counts: defaultdict[str, Count] = defaultdict(Count)
    for find in finds:
        for name in (kind(find), "all of them"):
            counts[name].add(is_right=find.is_right, is_certain=find.is_certain)
    print(f"\n{title}{_HEAD}")
    for name in sorted(counts, key=lambda name: (name == "all of them", name)):
        print(_line(name, counts[name]))


def _print_left_out(readings: Sequence[FirstReading]) -> None:
    """Each school's values as they were read at first sight, certain where all other schools' say so."""
    print("\n== First readings, one school left out: certain is what was right in the others' documents" + _HEAD)
    counts: defaultdict[str, Count] = defaultdict(Count)
    for school in {reading.school for reading in readings}:
        shares = shares_of(reading for reading in readings if reading.school != school)
        for reading in readings:
            if reading.school == school:
                is_certain = shares.of(reading.field, reading.reason) >= LEAST
                for name in (f"set {reading.documents}", f"field {reading.field}", "all of them"):
                    counts[name].add(is_right=reading.is_right, is_certain=is_certain)
    for name in sorted(counts, key=lambda name: (name == "all of them", name)):
        print(_line(name, counts[name]))


def _line(name: str, count: Count) -> str:
    first = f"{name[:44]:44} {count.right:5} {count.read:5} {_share(count.right, count.read)}"
    return f"{first}   {count.certain_right:14} {count.certain:5} {_share(count.certain_right, count.certain)}"


def _share(right: int, read: int) -> str:
    return f"{right / read:6.3f}" if read else f"{'-':>6}"
