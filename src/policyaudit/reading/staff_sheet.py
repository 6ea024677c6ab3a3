"""A sheet of staff: which column is which, and what each row says of a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Final

from policyaudit.domain.naming import folded
from policyaudit.domain.partial_date import Precision
from policyaudit.reading.csv_sheet import Sheet, SheetRefused, SheetRow
from policyaudit.reading.dates import read_date, why_unreadable
from policyaudit.reading.lines import DocumentText

# Each column by the names that schools and their systems give it, folded.
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("name", "full name", "staff name", "staff member", "employee", "employee name", "person"),
    "first name": ("first name", "firstname", "forename", "forenames", "given name", "chosen first name"),
    "surname": ("surname", "last name", "lastname", "family name", "legal surname"),
    "e-mail": ("e mail", "email", "e mail address", "email address", "work email", "work e mail", "mail"),
    "role": ("role", "job title", "title of post", "post", "position", "job", "job role"),
    "groups": ("groups", "group", "staff group", "staff groups", "team", "teams"),
    "started": ("started", "start date", "start", "date started", "started on", "joined", "date of joining"),
    "left": ("left", "leaving date", "date of leaving", "left on", "end date", "date left", "leave date"),
}
_DATES: Final = ("started", "left")
WHY_LEFT_OUT: Final = "why it was left out"  # the column that our own file of bad rows has before the sheet's
_TOP: Final = 10  # rows in which the heading of a sheet stands
_TELLING: Final = 2  # columns that tell what a sheet lists
_RUN_BY_SPREADSHEETS: Final = tuple("=+-@＝＋－＠")


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow:
    """What one row says; what it leaves empty is None, and `groups` is None without such a column."""

    number: int
    name: str
    email: str | None
    role: str | None
    groups: tuple[str, ...] | None
    started: date | None
    left: date | None


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be recorded, as it stands in the sheet, and why."""

    number: int
    cells: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaffSheet:
    """The rows of a sheet, those that can be read and those that cannot."""

    heading: tuple[str, ...]
    rows: tuple[StaffRow, ...]
    bad: tuple[BadRow, ...]
    cells: Mapping[int, tuple[str, ...]]


def read_staff(sheet: Sheet, *, file_name: str) -> StaffSheet:
    """What the sheet says of whom; our own file of rows that were left out is read back without their reasons.

    Raises `SheetRefused` for a heading that is not known, or stands there twice.
    """
    sheet = _without_reasons(sheet)
    columns = _columns(sheet.heading, file_name)
    read = [_row(row, columns) for row in sheet.rows]
    return StaffSheet(
        sheet.heading,
        tuple(row for row in read if isinstance(row, StaffRow)),
        tuple(row for row in read if isinstance(row, BadRow)),
        {row.number: row.cells for row in sheet.rows},
    )


def lists_staff(text: DocumentText) -> bool:
    """Whether a sheet seems to be one of staff: a row near its top names columns that such a sheet has."""
    meant = {word: column for column, words in COLUMNS.items() for word in words}
    for line in text.lines[:_TOP]:
        columns = {meant[folded(cell)] for cell in line.cells if folded(cell) in meant}
        if len(columns) >= _TELLING and columns & {"name", "surname", "first name"}:
            return True
    return False


def _without_reasons(sheet: Sheet) -> Sheet:
    """The sheet as it was before its bad rows were written to a file of their own."""
    if folded(WHY_LEFT_OUT) not in map(folded, sheet.heading):
        return sheet
    place = [folded(words) for words in sheet.heading].index(folded(WHY_LEFT_OUT))
    rows = (SheetRow(row.number, tuple(map(_as_typed, _leave_out(row.cells, place)))) for row in sheet.rows)
    return Sheet(_leave_out(sheet.heading, place), tuple(rows))


def _leave_out(cells: tuple[str, ...], place: int) -> tuple[str, ...]:
    return cells[:place] + cells[place + 1 :]


def _as_typed(cell: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip().startswith(_RUN_BY_SPREADSHEETS) else cell


def _columns(heading: tuple[str, ...], file_name: str) -> dict[str, int]:
    """The place of each column that is there."""
    meant = {word: column for column, words in COLUMNS.items() for word in words}
    columns: dict[str, int] = {}
    for place, words in enumerate(heading):
        column = meant.get(folded(words))
        if column is None:
            raise _unknown_column(words, place, file_name)
        if column in columns:
            step = "leave one of the two"
            raise SheetRefused(file_name, f"the column {column} stands there twice", row=1, next_step=step)
        columns[column] = place
    if not {"name", "surname"} & columns.keys():
        step = "call the column with the names 'name', or two columns 'first name' and 'surname'"
        raise SheetRefused(file_name, "no column says who is meant", row=1, next_step=step)
    return columns


def _unknown_column(words: str, place: int, file_name: str) -> SheetRefused:
    near = get_close_matches(folded(words), [word for words in COLUMNS.values() for word in words], n=1)
    step = f"did you mean {near[0]!r}?" if near else f"take it out, or call it one of: {', '.join(COLUMNS)}"
    why = f"the column {words!r} is not known" if words else f"column {place + 1} has no heading"
    return SheetRefused(file_name, why, row=1, next_step=step)


def _row(row: SheetRow, columns: Mapping[str, int]) -> StaffRow | BadRow:
    width = len(columns)
    if len(row.cells) != width:
        return BadRow(row.number, row.cells, (f"it has {len(row.cells)} cells where the heading has {width}",))
    cells = {column: row.cells[place] for column, place in columns.items()}
    days = {column: _day(cells[column]) for column in _DATES if cells.get(column)}
    reasons = [f"{column}: {why}" for column, why in days.items() if isinstance(why, str)]
    name = cells.get("name") or f"{cells.get('first name', '')} {cells.get('surname', '')}".strip()
    if not folded(name):
        reasons.insert(0, "it names nobody")
    if reasons:
        return BadRow(row.number, row.cells, tuple(reasons))
    found = {column: day for column, day in days.items() if isinstance(day, date)}
    return StaffRow(
        number=row.number,
        name=name,
        email=cells.get("e-mail") or None,
        role=cells.get("role") or None,
        groups=_groups(cells["groups"]) if "groups" in cells else None,
        started=found.get("started"),
        left=found.get("left"),
    )


def _day(text: str) -> date | str:
    """The day, or why it is none."""
    read = read_date(text)
    if read is None:
        return f"'{text}' cannot be used as a day: {why_unreadable(text)}"
    if read.precision is not Precision.DAY:
        return f"'{text}' names no day, only the {read.precision}"
    return read.earliest


def _groups(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in text.replace(";", ",").split(","))))
