"""A document's own table or list of its versions, and the version that it is itself."""

import re
from collections.abc import Iterator, Sequence

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.dates import find_dates, read_date
from policyaudit.reading.evidence import LoggedVersion, Reading
from policyaudit.reading.rows import Row, Zone
from policyaudit.reading.wordings import pattern

_VERSION_HEAD = re.compile(r"^(?:document )?(?:version|ver|issue|rev(?:ision)?|fersiwn)\b", re.IGNORECASE)
_DATE_HEAD = re.compile(r"\b(?:date|dated|released?|dyddiad)\b", re.IGNORECASE)
_NOT_A_LOG = re.compile(r"\b(?:next|cycle|owner|committee)\b", re.IGNORECASE)
_APPROVED = re.compile(r"\bapproved by\b", re.IGNORECASE)
_LABEL = re.compile(r"(?:v|ver|version|issue|draft|rev)?[\s.]*\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?", re.IGNORECASE)
_NAMED_LABEL = re.compile(r"(?:v|ver|version|issue)[\s.]*\d{1,3}(?:\.\d{1,3}){0,2}", re.IGNORECASE)
_INLINE = re.compile(
    r"\b(?:version|issue|v)\s?\.?:?\s?(\d{1,3}(?:\.\d{1,3}){0,2})\b(?!\.\d|\s*(?:of\b|/\s*\d))", re.IGNORECASE
)
_COLUMNS = 2
_MOST_HEADS = 7
_MOST_ROWS = 300
_MOST_LINES = 5  # of one version whose cells stand below each other
_FRONT_ROWS = 14
_LONGEST_TITLE = 70
_SURE, _LIKELY = 0.92, 0.85


def logged_versions(rows: Sequence[Row], calendar: TermCalendar) -> tuple[Reading[LoggedVersion], ...]:
    """The versions that the document lists, in its own order."""
    for place, row in enumerate(rows):
        is_header = _is_header(row)
        if not is_header and not _is_title(row):
            continue
        following = rows[place + 1 : place + 1 + _MOST_ROWS]
        if is_header:
            logged = tuple(_table(row, following, calendar))
        else:
            logged = (
                tuple(_bare_table([row, *following], calendar))
                or tuple(_bullets(following, calendar))
                or tuple(_stacked(following, calendar))
            )
        if logged:
            return logged
    return ()


def newest_version(logged: Sequence[Reading[LoggedVersion]]) -> Reading[str] | None:
    """The version that the document is, by its own list: the last dated row, else the last row."""
    named = [reading for reading in logged if reading.value.label]
    if not named:
        return None
    newest = named[-1]
    for reading in named:
        if _is_later(reading.value.dated, newest.value.dated):
            newest = reading
    return Reading(newest.value.label or "", newest.confidence, newest.evidence)


def versions_in_titles(rows: Sequence[Row]) -> Iterator[Reading[str]]:
    """A version that the first lines, the headers or the footers name without a label: "SOCIAL MEDIA Version 1.1"."""
    front = [row for row in rows if row.zone is Zone.FRONT][:_FRONT_ROWS]
    for row in [*front, *[row for row in rows if row.zone is Zone.FURNITURE]]:
        for cell in row.cells if row.line.table is None else ():
            match = _INLINE.search(cell)
            if match and len(cell) < _LONGEST_TITLE and not cell.endswith("."):
                yield Reading(match[1], _LIKELY, row.evidence("in a title, header or footer"))
                break


def lines_of(logged: Sequence[Reading[LoggedVersion]]) -> frozenset[int]:
    """The lines that the list of versions takes up; each may go on in the lines below."""
    begun = sorted({reading.evidence.line for reading in logged})
    following = [*begun[1:], begun[-1] + begun[-1] - begun[-2]] if len(begun) > 1 else []
    gone_on = {
        line for one, other in zip(begun, following, strict=False) for line in range(one, min(other, one + _MOST_LINES))
    }
    return frozenset({*begun, *gone_on})


def _is_title(row: Row) -> bool:
    """Whether a row is the title of a list of versions, or begins with one."""
    log = pattern("version_log")
    return log.match(row.text) is not None or (len(row.cells) > 1 and log.match(row.cells[0]) is not None)


def _is_header(row: Row) -> bool:
    cells = [cell for cell in row.cells if cell]
    if len(cells) < _COLUMNS or not any(map(_VERSION_HEAD.match, cells)) or not any(map(_DATE_HEAD.search, cells)):
        return False
    is_approval = _APPROVED.search(row.text) and not pattern("version_described").search(row.text)
    return not _NOT_A_LOG.search(row.text) and not is_approval


def _table(header: Row, rows: Sequence[Row], calendar: TermCalendar) -> Iterator[Reading[LoggedVersion]]:
    last: Reading[LoggedVersion] | None = None
    above = header.line.number
    for place, row in enumerate(rows):
        version = _version_cell(header, row)
        if version is None:
            goes_on = _runs_on(row) or _is_end_of_cell(row, above, rows[place + 1 : place + 2], header)
            if last is None or not goes_on:
                break
            last = _longer(last, row)
        else:
            if last:
                yield last
            last = Reading(_logged(header, row, version, calendar), _SURE, row.evidence("row of the version table"))
        above = row.line.number
    if last:
        yield last


def _version_cell(header: Row, row: Row) -> str | None:
    if len(row.cells) < _COLUMNS:
        return None
    column = next(place for place, cell in enumerate(header.cells) if _VERSION_HEAD.match(cell))
    same_shape = len(row.cells) == len(header.cells)
    cell = row.cells[column] if same_shape else row.cells[min(column, len(row.cells) - 1)]
    is_date = read_date(cell) is not None and "." not in cell
    return cell if _LABEL.fullmatch(cell) and not is_date else None


def _logged(header: Row, row: Row, version: str, calendar: TermCalendar) -> LoggedVersion:
    cells = [cell for cell in row.cells if cell and cell != version]
    dated = next((date for cell in cells if (date := read_date(cell, calendar=calendar))), None)
    texts = [cell for cell in cells if read_date(cell, calendar=calendar) is None]
    described = _described(header, row) or max(texts, key=len, default=None)
    return LoggedVersion(_plain_label(version), dated, described)


def _described(header: Row, row: Row) -> str | None:
    if len(row.cells) != len(header.cells):
        return None
    columns = zip(header.cells, row.cells, strict=True)
    return next((cell for head, cell in columns if cell and pattern("version_described").search(head)), None)


def _plain_label(text: str) -> str:
    return re.sub(r"^(?:version|ver|issue|rev|v)[\s.]*", "", text.strip(), flags=re.IGNORECASE)


def _runs_on(row: Row) -> bool:
    """Whether a row without a version goes on with the description above it."""
    return len(row.cells) <= _COLUMNS and bool(row.text) and row.text[0].islower()


def _is_end_of_cell(row: Row, above: int, following: Sequence[Row], header: Row) -> bool:
    """Whether a line of one cell, between two versions, holds the end of the cell above it."""
    is_between = bool(following) and _version_cell(header, following[0]) is not None
    return len(row.cells) == 1 and row.line.number == above + 1 and is_between


def _longer(reading: Reading[LoggedVersion], row: Row) -> Reading[LoggedVersion]:
    value = reading.value
    description = f"{value.description or ''} {row.text}".strip()
    return Reading(LoggedVersion(value.label, value.dated, description), reading.confidence, reading.evidence)


def _bare_table(rows: Sequence[Row], calendar: TermCalendar) -> Iterator[Reading[LoggedVersion]]:
    """Rows of a version and a date below the word History, without heads over their columns."""
    for place, row in enumerate(rows):
        cells = [cell for cell in row.cells if cell and not pattern("version_log").match(cell)]
        if not cells and place == 0:
            continue
        if len(cells) < _COLUMNS or not _NAMED_LABEL.fullmatch(cells[0]):
            return
        dated = next((date for cell in cells[1:] if (date := read_date(cell, calendar=calendar))), None)
        texts = [cell for cell in cells[1:] if read_date(cell, calendar=calendar) is None]
        logged = LoggedVersion(_plain_label(cells[0]), dated, max(texts, key=len, default=None))
        yield Reading(logged, _LIKELY, row.evidence("row below the word History"))


def _stacked(rows: Sequence[Row], calendar: TermCalendar) -> Iterator[Reading[LoggedVersion]]:
    """Versions with one cell a line below their heads: "1.0", "23.05.18", "New policy"."""
    texts = [row.text for row in rows]
    heads = next((place for place, text in enumerate(texts[:_MOST_HEADS]) if _LABEL.fullmatch(text)), 0)
    if not heads or not any(map(_VERSION_HEAD.match, texts[:heads])):
        return
    place = heads
    while place + heads <= len(rows) and _LABEL.fullmatch(texts[place]):
        dated = next(
            (date for text in texts[place + 1 : place + heads] if (date := read_date(text, calendar=calendar))), None
        )
        if dated is None:
            return
        rest = [text for text in texts[place + 1 : place + heads] if read_date(text, calendar=calendar) is None]
        logged = LoggedVersion(_plain_label(texts[place]), dated, max(rest, key=len, default=None))
        yield Reading(logged, _LIKELY, rows[place].evidence("lines below the heads of the version table"))
        place += heads


def _bullets(rows: Sequence[Row], calendar: TermCalendar) -> Iterator[Reading[LoggedVersion]]:
    """Lines that begin with a date: "2013-11-25 : Changed the designated person"; heads may stand over them."""
    last: Reading[LoggedVersion] | None = None
    heads = next((row for row in rows[:1] if len(row.cells) >= _COLUMNS and _DATE_HEAD.search(row.cells[0])), None)
    for row in rows[1:] if heads else rows:
        first = next(iter(find_dates(row.text, calendar=calendar)), None)
        if first is None or row.text[: first.start].strip(" •*-"):
            if last is None or not _runs_on(row):
                break
            last = _longer(last, row)
            continue
        if last:
            yield last
        described = _described(heads, row) if heads else None
        description = described or row.text[first.end :].strip(" :–-\t") or None
        last = Reading(LoggedVersion(None, first.date, description), _SURE, row.evidence("line of the change history"))
    if last:
        yield last


def _is_later(one: PartialDate | None, other: PartialDate | None) -> bool:
    return bool(one and other and one.earliest > other.earliest)
