"""A date that a document bears without a label: under its title, in its footer, or alone on its last line."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from policyaudit.domain.partial_date import PartialDate, Precision
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.dates import find_dates, read_date
from policyaudit.reading.finds import Found, found
from policyaudit.reading.labels import labels_in
from policyaudit.reading.rows import Row, Zone, is_sentence, without_page_number
from policyaudit.reading.titles import speaks_of
from policyaudit.reading.wordings import pattern

_COVER_ROWS = 18
_LAST_ROWS = 6
_LONGEST_FOOTER = 110
_EXACT = frozenset({Precision.DAY, Precision.MONTH})


def found_document_dates(
    rows: Sequence[Row], calendar: TermCalendar, *, title: str, taken: frozenset[int]
) -> Iterator[Found]:
    """Dates of the document itself; `taken` are the lines whose dates a label explains."""
    free = [row for row in rows if row.line.number not in taken]
    free = [row for row in free if row.zone not in {Zone.APPENDIX, Zone.END}]
    first = [row for row in free if row.zone is not Zone.BACK][:_COVER_ROWS]
    cover = list(_outside_the_text(first))
    yield from _alone(cover, calendar, layout="month and year under the title", title=title)
    yield from _in_footers(free, calendar, title=title)
    last = list(_outside_the_text(reversed(free[-_LAST_ROWS:])))[::-1]
    yield from _alone(last, calendar, layout="last line", title="")


def _outside_the_text(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows before the first sentence."""
    return takewhile(lambda row: not is_sentence(row.text), rows)


def _alone(rows: Sequence[Row], calendar: TermCalendar, *, layout: str, title: str) -> Iterator[Found]:
    """Dates that fill a line, brackets aside, or follow the title on its line."""
    for row in rows:
        text = without_page_number(row.text).strip()
        if len(row.cells) > 1 or row.is_bulleted or any(labels_in(text)) or not (date := _date_at_end(text, calendar)):
            continue
        if pattern("somebody_elses_date").search(text) and not pattern("somebody_elses_date").search(title):
            continue
        before = text[: -len(date.as_written)] if text.endswith(date.as_written) else text.partition(date.as_written)[0]
        if not before.strip(" (–-") or (title and speaks_of(before, title)):
            yield found("document_date", date, row, layout=layout)
            return


def _in_footers(rows: Sequence[Row], calendar: TermCalendar, *, title: str) -> Iterator[Found]:
    """The title and a date on one line at the foot of a page: "Accessibility - February 2019"."""
    for row in rows:
        for cell in row.cells:
            text = without_page_number(cell).strip()
            date = _date_at_end(text, calendar) if len(text) <= _LONGEST_FOOTER else None
            if date is None or pattern("somebody_elses_date").search(text):
                continue
            is_alone = row.zone is Zone.FURNITURE and _is_date_alone(text, row)
            if is_alone or speaks_of(text[: text.rfind(date.as_written)], title):
                yield found("document_date", date, row, layout="date in the footer")
                return


def _is_date_alone(text: str, row: Row) -> bool:
    """Whether a cell of a footer holds a date and nothing else, and no label stands in the others."""
    return read_date(text) is not None and not any(any(labels_in(cell)) for cell in row.cells)


def _date_at_end(text: str, calendar: TermCalendar) -> PartialDate | None:
    text = text.strip(" ()[]")
    dates = [each for each in find_dates(text, calendar=calendar) if each.end == len(text)]
    return dates[-1].date if dates and dates[-1].date.precision in _EXACT else None
