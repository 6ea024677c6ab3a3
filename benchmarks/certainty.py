"""What "certain" is worth: the share that is right of all that was read, by field, by reason, and school by school.

Leaving one school out: how sure a value is follows from how often values of its field, with its reason, were right in
the documents of all other schools. Where there are few of them the reason counts for more, then all values together.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.reading.scoring import Find, finds_in

_PRIOR: Final = 10
"""So many values of a kind count as much as what is known of a wider kind."""

_LEAST: Final = 0.95
"""The share of right values from which a kind is recorded without asking; those that are lie well above it."""


@dataclass(slots=True)
class Count:
    """How many values were read, and how many of them right; the same of those that were certain."""

    right: int = 0
    read: int = 0
    certain_right: int = 0
    certain: int = 0

    def add(self, find: Find) -> None:
        """Count one value that was read."""
        self.read += 1
        self.right += find.is_right
        self.certain += find.is_certain
        self.certain_right += find.is_certain and find.is_right


def print_certainty(folders: Iterable[Path]) -> None:
    """The tables for each folder of labelled documents."""
    for folder in folders:
        finds = [find for find in finds_in(folder) if find.said is not None]
        print(f"\n== How sure, and how often right: {len(finds)} values read in {folder.parent.name}/{folder.name}")
        _print_table("by field", finds, lambda find: find.field)
        _print_table("by reason", finds, _reason)
        _print_table("by confidence", finds, lambda find: f"{find.said.confidence:.2f}" if find.said else "")
        print("\nleaving one school out" + _HEAD)
        for school, count in _left_out(finds):
            print(_line(school, count))


_HEAD: Final = f"\n{'':44} {'right':>5} {'read':>5} {'share':>6}   {'certain: right':>14} {'read':>5} {'share':>6}"


def _print_table(title: str, finds: Sequence[Find], kind: Callable[[Find], str]) -> None:
    counts: defaultdict[str, Count] = defaultdict(Count)
    for find in finds:
        counts[kind(find)].add(find)
        counts["all of them"].add(find)
    print(f"\n{title}{_HEAD}")
    for name in sorted(counts, key=lambda name: (name == "all of them", name)):
        print(_line(name, counts[name]))


def _line(name: str, count: Count) -> str:
    first = f"{name[:44]:44} {count.right:5} {count.read:5} {_share(count.right, count.read)}"
    return f"{first}   {count.certain_right:14} {count.certain:5} {_share(count.certain_right, count.certain)}"


def _share(right: int, read: int) -> str:
    return f"{right / read:6.3f}" if read else f"{'-':>6}"


def _reason(find: Find) -> str:
    return find.said.reason if find.said else ""


def _left_out(finds: Sequence[Find]) -> Iterator[tuple[str, Count]]:
    """Each school's values, those certain that are so by all others'; then all schools together.

    Schools with a document or two are lines of one table: what counts is their sum.
    """
    total = Count()
    schools = Counter(find.case.school for find in finds)
    for school, _ in schools.most_common():
        own = [find for find in finds if find.case.school == school]
        sure = _is_sure_by([find for find in finds if find.case.school != school])
        count = Count()
        for find in own:
            for each in (count, total):
                each.read, each.right = each.read + 1, each.right + find.is_right
                if sure(find):
                    each.certain, each.certain_right = each.certain + 1, each.certain_right + find.is_right
        if len(schools) <= _MOST_SCHOOLS:
            yield school, count
    yield f"all {len(schools)} schools", total


_MOST_SCHOOLS: Final = 12


def _is_sure_by(others: Sequence[Find]) -> Callable[[Find], bool]:
    """Whether a value is certain, by how often values of its kind are right among others."""
    overall = _rate([find.is_right for find in others], 1.0)
    reasons, kinds = defaultdict[str, list[bool]](list), defaultdict[tuple[str, str], list[bool]](list)
    for find in others:
        reasons[_reason(find)].append(find.is_right)
        kinds[find.field, _reason(find)].append(find.is_right)

    def sure(find: Find) -> bool:
        of_reason = _rate(reasons[_reason(find)], overall)
        return find.is_certain and _rate(kinds[find.field, _reason(find)], of_reason) >= _LEAST

    return sure


def _rate(right: Sequence[bool], wider: float) -> float:
    return (sum(right) + _PRIOR * wider) / (len(right) + _PRIOR)
