"""The pieces of a row: a label with the text after it, or a text of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from policyaudit.reading.dates import ends_with_a_date, read_date
from policyaudit.reading.labels import Label, labels_in
from policyaudit.reading.rows import Row
from policyaudit.reading.wordings import pattern

_REACH_BACK = 95  # characters before a place in which a law may be named
_BEFORE_A_REMARK = frozenset("(/|•·–—-")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a row: a label with the text after it, or a text of its own."""

    label: Label | None
    text: str
    whole: str  # the label and the text

    @property
    def is_plain(self) -> bool:
        """Whether it may be the value of another label."""
        return self.label is None or not self.label.is_set_off


def segments_of(row: Row) -> tuple[Segment, ...]:
    """The labels and texts of a row, in order."""
    return _segments_of(row.cells)


@lru_cache(maxsize=4096)  # of the rows of one document, which are asked for several times
def _segments_of(all_cells: tuple[str, ...]) -> tuple[Segment, ...]:
    cells = [cell for cell in all_cells if cell]
    return tuple(
        segment
        for place, cell in enumerate(cells, start=1)
        for segment in _segments(cell, is_last=place == len(cells), is_alone=len(cells) == 1)
    )


def _segments(cell: str, *, is_last: bool, is_alone: bool) -> Iterator[Segment]:
    labels = [
        label
        for label in labels_in(cell, before_a_cell=not is_last)
        if _is_label(label, cell, is_last=is_last, is_alone=is_alone)
    ]
    before = cell[: labels[0].start].strip() if labels else cell
    if before:
        yield Segment(None, before, before)
    ends = [*(label.start for label in labels[1:]), len(cell)]
    for label, end in zip(labels, ends, strict=False):
        yield Segment(label, cell[label.end : end].strip(" \t.;|"), cell[label.start : end].strip())


def _is_label(label: Label, cell: str, *, is_last: bool, is_alone: bool) -> bool:
    """Whether it is one: a word such as "Policy" only with a colon or a dash after it, or in a cell left of another."""
    before = cell[: label.start].rstrip(" ,;")[-1:]
    if label.start and _is_of_a_law(cell, label.start) and ":" not in cell[label.start : label.end]:
        return False
    is_piece = not is_alone and not label.start and ends_with_a_date(cell[label.end :])  # "approved LGB 11.03.19"
    is_low = not label.is_set_off and cell[label.start].islower()
    if is_low and not is_piece and not _is_remark(label, cell, before=before):
        return False
    has_mark = cell[: label.end].rstrip().endswith((":", "-", "–", "—", "="))
    if label.topic.name == "date" and read_date(cell[label.end :]):
        return True
    return has_mark or not label.needs_a_mark or (label.end == len(cell) and not is_last)


def _is_of_a_law(cell: str, start: int) -> bool:
    """Whether a law or a paper of the government is named shortly before a place in a cell."""
    return pattern("has_its_own_date").search(cell, max(0, start - _REACH_BACK), start) is not None


def _is_remark(label: Label, cell: str, *, before: str) -> bool:
    """Whether a label without a mark is a remark that ends its line: "Pay Policy (updated May 2020)"."""
    return (before in _BEFORE_A_REMARK or before.isdigit()) and ends_with_a_date(cell[label.end :])
