"""Labels and the values under them: on the same line, in the cell to the right or below, or on lines further on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from policyaudit.reading.labels import Label, labels_in
from policyaudit.reading.rows import Row, is_page_number

_PROSE = 95  # a line longer than this is running text, neither a label nor a value
_PATIENCE = 9  # rows after which a label no longer waits for a value
_TEXT_PATIENCE = 2  # rows after which it no longer waits for a name or a committee


@dataclass(frozen=True, slots=True)
class Pair:
    """A label, a text that may be its value, and how the two stand to each other."""

    label: Label
    text: str
    row: Row
    layout: str
    context: Label | None = None  # the label before it on its line


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a row: a label with the text after it, or a text of its own."""

    label: Label | None
    text: str


@dataclass(slots=True)
class _Waiting:
    """Labels that stand alone, with the place of their row, and the kinds of value that they still lack."""

    labels: list[tuple[int, Label]] = field(default_factory=list)

    def take(self, place: int, segment: Segment, reads: "Reads") -> Label | None:
        """The label that has been waiting longest for this text, no longer waiting, or None."""
        self.labels = [known for known in self.labels if place - known[0] <= _PATIENCE]
        for known in self.labels:
            kinds = reads(known[1], segment.text)
            if "date" in kinds or (kinds and place - known[0] <= _TEXT_PATIENCE):
                self.labels.remove(known)
                return known[1]
        return None


Reads = Callable[[Label, str], frozenset[str]]
"""The kinds of value that can be read in a text under a label: none if it is no value for it."""


def segments_of(row: Row) -> tuple[Segment, ...]:
    """The labels and texts of a row, in order."""
    cells = [cell for cell in row.cells if cell]
    return tuple(
        segment for place, cell in enumerate(cells, start=1) for segment in _segments(cell, is_last=place == len(cells))
    )


def pairs_in(rows: Sequence[Row], reads: Reads) -> Iterator[Pair]:
    """Every label with the text that is its value, in the order of the document."""
    waiting = _Waiting()
    below: tuple[Segment, ...] = ()
    for place, row in enumerate(rows):
        if is_page_number(row.text):
            continue
        segments = segments_of(row)
        if below:
            yield from _under_a_header(below, row, reads)
            below = ()
            continue
        if _is_header(segments, rows[place + 1 : place + 2], reads):
            below = segments
        elif row.is_dotted or _is_prose(row):
            waiting.labels.clear()
            yield from _in_row(place, row, _Waiting(), reads)
        else:
            yield from _in_row(place, row, waiting, reads)


def _segments(cell: str, *, is_last: bool) -> Iterator[Segment]:
    labels = [label for label in labels_in(cell) if _is_label(label, cell, is_last=is_last)]
    before = cell[: labels[0].start].strip() if labels else cell
    if before:
        yield Segment(None, before)
    ends = [*(label.start for label in labels[1:]), len(cell)]
    for label, end in zip(labels, ends, strict=False):
        yield Segment(label, cell[label.end : end].strip(" \t.;|"))


def _is_label(label: Label, cell: str, *, is_last: bool) -> bool:
    """A word such as "Policy" is a label only with a colon or a dash after it, or alone in a cell with another beside it."""
    has_mark = cell[: label.end].rstrip().endswith((":", "-", "–", "—", "="))
    return has_mark or not label.needs_a_mark or (label.end == len(cell) and not is_last)


def _is_prose(row: Row) -> bool:
    return len(row.cells) == 1 and len(row.text) > _PROSE


def _is_header(segments: Sequence[Segment], following: Sequence[Row], reads: Reads) -> bool:
    """Whether a row holds nothing but labels, and the row below it a value for one of them in the same cell."""
    bare = [segment.label for segment in segments if segment.label and not segment.text]
    if len(bare) < 2 or len(bare) * 2 < len(segments) or not following:  # noqa: PLR2004 two make a header
        return False
    values = segments_of(following[0])
    return len(values) == len(segments) and any(
        over.label and not under.label and reads(over.label, under.text)
        for over, under in zip(segments, values, strict=True)
    )


def _under_a_header(header: Sequence[Segment], row: Row, reads: Reads) -> Iterator[Pair]:
    for over, under in zip(header, segments_of(row), strict=True):
        if over.label and reads(over.label, under.text):
            yield Pair(over.label, under.text, row, "cell below")


def _in_row(place: int, row: Row, waiting: _Waiting, reads: Reads) -> Iterator[Pair]:
    left: Label | None = None  # a label without a value yet in this row
    context: Label | None = None
    for segment in segments_of(row):
        label = segment.label
        if label and segment.text and reads(label, segment.text):
            yield Pair(label, segment.text, row, "label on the same line", context)
            left = None
        elif label and not segment.text:
            if left:
                waiting.labels.append((place, left))
            left = label
        elif left and reads(left, segment.text):
            yield Pair(left, segment.text, row, "cell to the right", context)
            left = None
        elif taker := waiting.take(place, segment, reads):
            yield Pair(taker, segment.text, row, "line below")
        context = label or context
    if left and not row.is_dotted:
        waiting.labels.append((place, left))
