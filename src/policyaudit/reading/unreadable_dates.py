"""Values under a label for a date that are no date, so that nobody believes they were read: "31/06/2026"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from policyaudit.reading.dates import DEFAULT_CALENDAR, find_dates, impossible_dates, looks_like_date, why_unreadable
from policyaudit.reading.labels import Label
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.rows import Row, Zone, is_page_number, rows_of
from policyaudit.reading.segments import Segment, segments_of
from policyaudit.reading.values import is_blank, tidy, values_under

_LONGEST = 60  # characters: a longer text under a label is a sentence
_ONE_DATE = frozenset({"next_review", "last_review", "review", "effective", "document_date"})


def unreadable_dates(document: DocumentText) -> Iterator[str]:
    """What stands under a date's label and is none: `line 7: '31/06/2026' under "Next review" is no date: ...`."""
    rows = [row for row in rows_of(document) if row.zone is not Zone.APPENDIX]
    said: set[tuple[str, str]] = set()
    for row, below in pairwise([*rows, None]):
        for label, text, where in _labelled(row, below) if row else ():
            for written, why in _no_dates(label, text):
                name = label.text.strip(" :")
                if (name.casefold(), written) not in said:  # a footer says it on every page
                    said.add((name.casefold(), written))
                    yield f"line {where.line.number}: '{written}' under \"{name}\" is no date: {why}"


def _labelled(row: Row, below: Row | None) -> Iterator[tuple[Label, str, Row]]:
    """The labels for dates in a row, each with the text beside it, or in the cell below where all cells are labels."""
    segments = segments_of(row)
    is_head = len(segments) > 1 and all(segment.label and not segment.text for segment in segments)
    if is_head and below and len(below.cells) == len(segments):
        beside: Sequence[tuple[Segment, str, Row]] = [
            (segment, cell, below) for segment, cell in zip(segments, below.cells, strict=True)
        ]
    else:
        beside = [(one, one.text or _plain(other), row) for one, other in pairwise([*segments, None]) if one]
    for segment, text, where in beside:
        if segment.label and segment.label.is_set_off and segment.label.topic.takes("date"):
            yield segment.label, text, where


def _plain(segment: Segment | None) -> str:
    return segment.whole if segment and segment.is_plain else ""


def _no_dates(label: Label, text: str) -> Iterator[tuple[str, str]]:
    """What of a text has the form of a date and is none; else the whole text, if it is meant for a date."""
    if is_blank(text) or is_page_number(text):
        return
    impossible = impossible_dates(text)
    yield from impossible
    is_for_a_date = label.topic.name in _ONE_DATE or label.asks_a_date
    is_meant = len(text) <= _LONGEST and looks_like_date(text) and not find_dates(text)
    if not impossible and is_for_a_date and is_meant and not values_under(label, text, DEFAULT_CALENDAR):
        yield tidy(text), why_unreadable(text)
