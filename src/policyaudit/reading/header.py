"""What a policy document says of itself, each value with its evidence and its confidence."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise
from typing import Any

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.audience import found_audience
from policyaudit.reading.certainty import as_sure_as_its_kind
from policyaudit.reading.choosing import (
    board_first,
    choose,
    choose_latest,
    not_before,
    not_the_next,
    readings_of,
    settle_reviews,
)
from policyaudit.reading.document_dates import found_document_dates
from policyaudit.reading.evidence import CERTAIN, Evidence, LoggedVersion, Reading
from policyaudit.reading.finds import Found
from policyaudit.reading.labelled import found_under_labels
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.numbers import numbers_beside_titles
from policyaudit.reading.organisations import name_over, organisations_in
from policyaudit.reading.recognised import all_doubted
from policyaudit.reading.related import found_related
from policyaudit.reading.review_sentences import found_in_sentences
from policyaudit.reading.rows import Row, rows_of
from policyaudit.reading.sentences import sentences_of
from policyaudit.reading.titles import titles_in
from policyaudit.reading.version_log import lines_of, logged_versions, newest_version, versions_in_titles

__all__ = ["CERTAIN", "Evidence", "Header", "LoggedVersion", "Reading", "read_header"]

_DEFAULT_CALENDAR = TermCalendar()


@dataclass(frozen=True, slots=True)
class Header:
    """Everything a document says of itself; None or () where its text does not say."""

    title: Reading[str] | None = None
    organisation: Reading[str] | None = None
    policy_number: Reading[str] | None = None
    version: Reading[str] | None = None
    responsible_officer: Reading[str] | None = None
    responsible_committee: Reading[str] | None = None
    approved_by: Reading[str] | None = None
    approved_on: Reading[PartialDate] | None = None
    last_reviewed: Reading[PartialDate] | None = None
    next_review: Reading[PartialDate] | None = None
    review_frequency: Reading[ReviewCycle] | None = None
    version_history: tuple[Reading[LoggedVersion], ...] = ()
    signed_by: tuple[Reading[str], ...] = ()
    effective_from: Reading[PartialDate] | None = None
    document_date: Reading[PartialDate] | None = None
    statutory: Reading[bool] | None = None
    applies_to: tuple[Reading[str], ...] = ()
    related_policies: tuple[Reading[str], ...] = ()


def read_header(document: DocumentText, *, calendar: TermCalendar = _DEFAULT_CALENDAR) -> Header:
    """Read what a document says of itself: its title, school, officer, dates and the rest."""
    stated = _changed(_stated(document, calendar), as_sure_as_its_kind)
    pages = document.pages_by_ocr
    return Header(**all_doubted(stated, pages)) if pages else stated


def _stated(document: DocumentText, calendar: TermCalendar) -> Header:
    rows = rows_of(document)
    logged = logged_versions(rows, calendar)
    free = [row for row in rows if row.line.number not in lines_of(logged)]
    titles = titles_in(rows, document)
    found = _found(free, calendar, titles[0].value if titles else "")
    text = {field: choose(readings_of(str, found, field)) for field in _TEXTS}
    dates = _dates(found)
    versions = [*([newest] if (newest := newest_version(logged)) else []), *versions_in_titles(free)]
    title = choose([*readings_of(str, found, "title"), *titles])
    return Header(
        title=title,
        organisation=choose(_organisations(rows, found, title)),
        policy_number=choose(
            [*readings_of(str, found, "policy_number"), *numbers_beside_titles(free, title.value if title else "")]
        ),
        version=choose([*readings_of(str, found, "version"), *versions]),
        responsible_officer=text["responsible_officer"],
        responsible_committee=text["responsible_committee"],
        approved_by=choose(_beside(dates["approved_on"], readings_of(str, found, "approved_by"))),
        **dates,
        review_frequency=choose(readings_of(ReviewCycle, found, "review_frequency")),
        version_history=logged,
        signed_by=_each_once(readings_of(str, found, "signed_by")),
        statutory=choose(readings_of(bool, found, "statutory")),
        applies_to=_each_once(readings_of(str, found, "applies_to")),
        related_policies=_each_once(readings_of(str, found, "related_policies")),
    )


def _changed(header: Header, change: Callable[[str, Reading[Any]], Reading[Any]]) -> Header:
    """The header with each reading changed by its field."""
    read: dict[str, Any] = {}
    for field in fields(header):
        value = getattr(header, field.name)
        if value:
            is_list = isinstance(value, tuple)
            read[field.name] = (
                tuple(change(field.name, each) for each in value) if is_list else change(field.name, value)
            )
    return Header(**read)


def _organisations(rows: Sequence[Row], found: Sequence[Found], title: Reading[str] | None) -> list[Reading[str]]:
    """The organisations that labels or lines name; where there is none the name that may stand over the title."""
    named = [*readings_of(str, found, "organisation"), *organisations_in(rows)]
    return named or name_over(title, rows)


_TEXTS = ("responsible_officer", "responsible_committee")
_BESIDE = 0.06


def _found(rows: Sequence[Row], calendar: TermCalendar, title: str) -> list[Found]:
    labelled = list(found_under_labels(rows, calendar, title=title))
    sentences = list(sentences_of(rows))
    taken = frozenset(_explained(labelled, rows))
    return [
        *labelled,
        *found_in_sentences(sentences, calendar, title=title),
        *found_document_dates(rows, calendar, title=title, taken=taken),
        *found_related(rows, sentences),
        *found_audience(rows, sentences),
    ]


def _explained(found: Sequence[Found], rows: Sequence[Row]) -> Iterator[int]:
    """The lines whose dates belong to a label, the second line of a date that runs over two among them."""
    following = {row.line.number: below.line.number for row, below in pairwise(rows)}
    for each in found:
        if isinstance(each.reading.value, PartialDate):
            line = each.reading.evidence.line
            yield line
            if each.reading.evidence.reason.startswith("value over two lines"):
                yield following[line]


def _dates(found: Sequence[Found]) -> dict[str, Reading[PartialDate] | None]:
    """The dates, chosen one after the other since each bears on the next."""
    approved_on = choose_latest(board_first(readings_of(PartialDate, found, "approved_on")))
    document_date = choose(readings_of(PartialDate, found, "document_date"))
    stated_next = readings_of(PartialDate, found, "next_review")
    stated_last = not_the_next(readings_of(PartialDate, found, "last_reviewed"), stated_next)
    bare_last, bare_next = settle_reviews(
        readings_of(PartialDate, found, "review"),
        known=[approved_on, choose(stated_last), document_date],
        stated_next=stated_next,
    )
    last_reviewed = choose_latest([*stated_last, *bare_last], is_history=True)
    anchor = approved_on or last_reviewed
    return {
        "approved_on": approved_on,
        "document_date": document_date,
        "effective_from": choose(readings_of(PartialDate, found, "effective_from")),
        "last_reviewed": last_reviewed,
        "next_review": choose_latest(not_before([*stated_next, *bare_next], anchor)),
    }


def _beside(dated: Reading[PartialDate] | None, readings: Sequence[Reading[str]]) -> list[Reading[str]]:
    """The approving bodies, surer where one stands on the line of the approval's date."""
    line = dated.evidence.line if dated else None
    return [
        replace(each, confidence=round(each.confidence + _BESIDE, 2)) if each.evidence.line == line else each
        for each in readings
    ]


def _each_once(readings: Sequence[Reading[str]]) -> tuple[Reading[str], ...]:
    return tuple({reading.value.casefold(): reading for reading in reversed(readings)}.values())[::-1]
