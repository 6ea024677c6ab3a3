"""Listings for other programs: the same values under the same names, as JSON and as CSV."""

import csv
import io
import json
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from typing import Any, Final

from policyaudit.domain.clean_text import clean
from policyaudit.domain.partial_date import PartialDate

# Wide forms of the same signs are run too, where the spreadsheet's language writes them.
_RUN_BY_SPREADSHEETS: Final = tuple("=+-@\t\r＝＋－＠")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet: their place in a result, and for each named column the place of its value in a row."""

    rows_at: str
    columns: dict[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """What a listing promises: its name and number, what stands at the top, and the names of its columns.

    Each promised name leads to the place of its value in a result, such as `next_review.latest`. The number goes up
    when a name is taken away or comes to mean something else; a name may be added at any time.
    """

    name: str
    about: dict[str, str] = field(default_factory=dict)
    rows: str | None = None  # what the rows are called; None where there are none
    columns: dict[str, str] = field(default_factory=dict)
    rows_at: str | None = None  # their place in a result, where it is not their name
    version: int = 1
    sheet: Sheet | None = None  # where a sheet has other rows than the object of JSON

    @property
    def as_sheet(self) -> Sheet:
        """What a sheet of it has as rows."""
        return self.sheet or self.as_object

    @property
    def as_object(self) -> Sheet:
        """What an object of JSON has as rows."""
        return Sheet(self.rows_at or self.rows or "", self.columns)


def as_json(form: Form, found: object) -> str:
    """One JSON object: the form, what stands at the top, and the rows."""
    document: dict[str, Any] = {
        "format": {"name": f"policyaudit.{form.name}", "version": form.version},
        **{name: _plain(_at(found, place)) for name, place in form.about.items()},
    }
    if form.rows:
        rows = _rows(form.as_object, found)
        document[form.rows] = [{name: _plain(value) for name, value in row.items()} for row in rows]
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_csv(form: Form, found: object) -> str:
    """A line of names, then a line for each row."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\n")
    lines.writerow(form.as_sheet.columns)
    lines.writerows([cell(value) for value in row.values()] for row in _rows(form.as_sheet, found))
    return written.getvalue()


def cell(value: object) -> str | int:
    """A value as one cell of a sheet. What a spreadsheet would run gets an apostrophe and so stays text."""
    plain = _plain(value)
    if plain is None or isinstance(plain, bool):
        return {None: "", True: "yes", False: "no"}[plain]
    if isinstance(plain, int):
        return plain
    text = "; ".join(map(str, plain)) if isinstance(plain, list) else str(plain)
    return "\n".join(_text_only(line) for line in text.split("\n"))


def _text_only(line: str) -> str:
    return f"'{line}" if line.lstrip().startswith(_RUN_BY_SPREADSHEETS) or line.startswith(("\t", "\r")) else line


def _rows(sheet: Sheet, found: object) -> list[dict[str, Any]]:
    """The promised columns of each row; no row where there are none."""
    rows = _at(found, sheet.rows_at) if sheet.rows_at else ()
    return [{name: _at(row, place) for name, place in sheet.columns.items()} for row in rows]


def _at(holder: Any, place: str) -> Any:  # noqa: ANN401 - any result may be listed
    """The value at that place; None where something on the way there is not known."""
    for name in place.split("."):
        holder = None if holder is None else getattr(holder, name)
    return holder


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a result holds
    """The value as JSON knows it: dates as text at the precision that was written, text cleaned."""
    match value:
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case PartialDate() | date():
            return str(value)
        case str():
            return "\n".join(clean(line) for line in value.split("\n"))
        case dict():
            return {_plain(key): _plain(one) for key, one in value.items()}
        case _:
            return _parts(value)


def _parts(value: Any) -> Any:  # noqa: ANN401 - as above
    """A list, or a value of several fields; anything else is plain already."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return value
