"""Labels and the values under them: on the same line, in the cell to the right or below, or on lines further on."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from policyaudit.reading.dates import looks_like_date, read_date
from policyaudit.reading.labels import Label
from policyaudit.reading.rows import Row, Zone, is_page_number
from policyaudit.reading.segments import Segment, segments_of

_RESTS_OF_A_DATE = ("2020", "June 2020")  # what may follow "June" or "5th" on the next line
_FEW_WORDS = 9  # of a value that does not stand right below its label: a longer text is a sentence
_TWO = 2
_HELD_AGAIN = frozenset({"last_review", "reviewer"})
_PROSE = 95  # a line longer than this is running text, neither a label nor a value
_PATIENCE = 9  # rows after which a label no longer waits for a value
_CLOSE, _SOME = 6, 2  # rows and labels of a block, such as the one in which a policy is approved
_TEXT_PATIENCE = 2  # rows after which it no longer waits for a name or a committee


@dataclass(frozen=True, slots=True)
class Pair:
    """A label, a text that may be its value, and how the two stand to each other."""

    label: Label
    text: str
    row: Row
    layout: str
    context: Label | None = None  # the label before it on its line
    is_in_block: bool = False  # other labels for dates stand close by


@dataclass(frozen=True, slots=True)
class _Alone:
    """A label that stands alone, the place of its row, and whether it has met a name already."""

    label: Label
    place: int
    is_named: bool = False


@dataclass(slots=True)
class _Waiting:
    """Labels that have not met all their values yet, in the order of the document."""

    labels: list[_Alone] = field(default_factory=list)
    context: Label | None = None  # the last label, for a "Date" on the line below
    place: int = 0  # of the row where a label or a value was met last
    last: Label | None = None  # that met a date last, and may meet more: each review below the one before

    def add(self, label: Label | None, place: int) -> None:
        """Let a label, if there is one, wait for the rows to come."""
        if label:
            self.labels.append(_Alone(label, place))
            self.place, self.last = place, None

    def take(self, place: int, text: str, reads: "Reads") -> Label | None:
        """The label that has been waiting longest for this text, or None; with a name it still waits for its date.

        A label right above, with none over it, comes first: there each label has its value below.
        """
        self.labels = [alone for alone in self.labels if place - alone.place <= _PATIENCE]
        for index, alone in sorted(enumerate(self.labels), key=lambda each: not self._is_right_above(each[1], place)):
            kinds = reads(alone.label, text)
            is_sentence = len(text.split()) > _FEW_WORDS or text[0].islower()
            if is_sentence and not self._is_right_above(alone, place):
                continue
            if "date" in kinds:
                del self.labels[index]
            elif kinds and not alone.is_named and place - self.place <= _TEXT_PATIENCE:
                self.labels[index] = replace(alone, is_named=True)
                if any(
                    other.label.topic is alone.label.topic for other in self.labels if other.label is not alone.label
                ):
                    del self.labels[index]
            else:
                continue
            self.place = place
            self.last = alone.label if "date" in kinds else None
            return alone.label
        if self.last and place == self.place + 1 and self.last.topic.name in _HELD_AGAIN:
            self.place = place
            return self.last if read_date(text) else None
        return None

    def _is_right_above(self, alone: _Alone, place: int) -> bool:
        above = [other.place for other in self.labels]
        return alone.place == place - 1 and place - 2 not in above

    def right_above(self, place: int, segment: Segment, reads: "Reads") -> Label | None:
        """The label of a flag right above a word that might be a label itself: "Status" over "Statutory"."""
        alone = next((each for each in self.labels if self._is_right_above(each, place)), None)
        return alone.label if alone and "flag" in reads(alone.label, segment.whole) else None

    def asks_a_number(self, place: int) -> bool:
        """Whether the label right above may have a bare number as its value: an issue, a version."""
        return any(alone.place == place - 1 and alone.label.topic.takes("version", "number") for alone in self.labels)


_Parted = tuple[Row, tuple[Segment, ...]]
"""A row and its pieces."""

Reads = Callable[[Label, str], frozenset[str]]
"""The kinds of value that can be read in a text under a label: none if it is no value for it."""


def pairs_in(rows: Sequence[Row], reads: Reads) -> Iterator[Pair]:
    """Every label with the text that is its value, in the order of the document."""
    parted = [(row, segments_of(row)) for row in rows]
    dated = [place for place, (_, segments) in enumerate(parted) if _has_label_for_a_date(segments)]
    blocks = {row.line.number for place, (row, _) in enumerate(parted) if _is_near_some(place, dated)}
    for pair in _pairs(parted, reads):
        yield replace(pair, is_in_block=pair.row.line.number in blocks)


def _has_label_for_a_date(segments: Sequence[Segment]) -> bool:
    return any(each.label and each.label.is_set_off and each.label.topic.takes("date") for each in segments)


def _is_near_some(place: int, dated: Sequence[int]) -> bool:
    """Whether several labels for dates stand close by."""
    near = bisect_right(dated, place + _CLOSE) - bisect_left(dated, place - _CLOSE)
    return near >= _SOME


def _pairs(parted: Sequence[_Parted], reads: Reads) -> Iterator[Pair]:
    waiting = _Waiting()
    below: tuple[Segment, ...] = ()
    for place, (row, segments) in enumerate(parted):
        if is_page_number(row.text) and not waiting.asks_a_number(place):
            continue
        if below and (beneath := tuple(_under_a_header(below, row, segments, reads))):
            yield from beneath
            continue
        below = ()
        if _is_header(segments, parted[place + 1 : place + 2], reads):
            below = segments
        elif row.is_dotted or _is_prose(row):
            waiting.labels.clear()
            yield from _in_row(place, parted, _Waiting(), reads)
        else:
            yield from _in_row(place, parted, waiting, reads)


def _is_prose(row: Row) -> bool:
    return len(row.cells) == 1 and len(row.text) > _PROSE


def _is_header(segments: Sequence[Segment], following: Sequence[_Parted], reads: Reads) -> bool:
    """Whether a row holds nothing but labels, and the row below it a value for one of them in the same cell."""
    bare = [segment.label for segment in segments if segment.label and not segment.text]
    if len(bare) < 2 or len(bare) * 2 < len(segments) or not following:  # noqa: PLR2004 two make a header
        return False
    [(_, values)] = following
    return len(values) == len(segments) and any(
        over.label and not under.label and reads(over.label, under.text)
        for over, under in zip(segments, values, strict=True)
    )


def _under_a_header(header: Sequence[Segment], row: Row, segments: Sequence[Segment], reads: Reads) -> Iterator[Pair]:
    if len(segments) != len(header):
        return
    for over, under in zip(header, segments, strict=True):
        if over.label and reads(over.label, under.text):
            yield Pair(over.label, under.text, row, "cell below")


@lru_cache(maxsize=512)
def _begins_a_date(text: str) -> bool:
    return any(read_date(f"{text} {rest}") for rest in _RESTS_OF_A_DATE if text)


def _over_two_lines(label: Label, segment: Segment, following: Sequence[_Parted], reads: Reads) -> str | None:
    """A date that begins on this line and ends on the next: "5th" and "December 2023", "January" and "2020"."""
    if not following or not _begins_a_date(segment.text):
        return None
    joined = (f"{segment.text} {cell}" for cell in following[0][0].cells)
    return next((text for text in joined if read_date(text) and "date" in reads(label, text)), None)


def _in_row(place: int, parted: Sequence[_Parted], waiting: _Waiting, reads: Reads) -> Iterator[Pair]:
    row, segments = parted[place]
    following = parted[place + 1 : place + 2]
    left: Label | None = None  # a label without a value yet in this row
    context = waiting.context
    for segment in segments:
        label = segment.label
        if left and _is_its_value(left, segment, reads, is_last=segment is segments[-1]):
            yield Pair(left, segment.whole, row, "cell to the right", context)
            left = None
        elif label and segment.text and reads(label, segment.text):
            yield Pair(label, segment.text, row, "label on the same line", context)
            left = None
        elif (taker := label or left) and (text := _over_two_lines(taker, segment, following, reads)):
            yield Pair(taker, text, row, "value over two lines", context)
            left = None
        elif label and not segment.text and (above := waiting.right_above(place, segment, reads)):
            yield Pair(above, segment.whole, row, "line below")
        elif label and not segment.text:
            waiting.add(left, place)
            left = label
        elif left and segment.is_plain and reads(left, segment.whole):
            yield Pair(left, segment.whole, row, "cell to the right", context)
            left = None
        elif left and len(segments) == _TWO and _is_no_date(left, segment):
            left = None  # "Governor approval", "not required"
        elif not left and (taker := _label_above(place, row, segment, waiting, reads)):
            yield Pair(taker, segment.whole, row, "line below")
        context = label if label and label.topic.name != "date" else context
    waiting.context = context if segments and segments[0].label else None
    waiting.add(None if row.is_dotted else left, place)


def _is_its_value(left: Label, segment: Segment, reads: Reads, *, is_last: bool) -> bool:
    """Whether a piece is the value of the label to its left, though it begins like a label itself.

    "Session 2024/25" is the date that a review is due, "Statutory" a policy's status.
    """
    if segment.label is None:
        return False
    is_value = read_date(segment.whole) is not None or (is_last and not segment.text)
    return is_value and bool(reads(left, segment.whole))


def _is_no_date(left: Label, segment: Segment) -> bool:
    """Whether a text stands where a date would, and is none."""
    return segment.label is None and left.topic.takes("date") and not looks_like_date(segment.whole)


def _label_above(place: int, row: Row, segment: Segment, waiting: _Waiting, reads: Reads) -> Label | None:
    """The label on a line above that has been waiting for this piece."""
    may_take = segment.is_plain and row.zone is not Zone.FURNITURE
    return waiting.take(place, segment.whole, reads) if may_take else None
