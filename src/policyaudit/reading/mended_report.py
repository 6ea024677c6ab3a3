"""A proposal that was written to a file, mended by somebody and given back: its rows, each with its place.

Columns are known by their headings, in any order; a workbook is read like any other document, apart and within limits.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from policyaudit.domain.clean_text import clean
from policyaudit.errors import NothingRecorded
from policyaudit.reading.lines import DocumentText, Line
from policyaudit.reading.opening import read_document
from policyaudit.reading.sheet_warnings import says_hidden

DOCUMENTS: Final = "Documents"
VALUES: Final = "Values"
FORM: Final = "policyaudit.proposal"
FORM_VERSION: Final = 1
# The columns that are read back; a report has more of them, for whoever mends it.
ANSWERS: Final = ("Decision", "Right school", "Belongs to", "Order")
RULINGS: Final = ("Field", "Value", "Decision", "Correct")
SOURCE: Final = "Document"  # the SHA-256 of the file
NAMES: Final = "Names"  # a sheet with the names to choose from, and the documents that the proposal was written of
_NEEDED: Final = {DOCUMENTS: (*ANSWERS, SOURCE), VALUES: (*RULINGS, SOURCE)}
_LARGEST: Final = 50_000_000  # bytes


class NoReport(NothingRecorded):
    """A file that is no mended proposal."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path} is no proposal of an import: {why}",
            next_step="audit import PATH... --report FILE.xlsx  writes one, to be mended and given back",
        )


class Hidden(NothingRecorded):
    """A mended proposal of which a part does not show; what is decided there must not be passed over unseen."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path} {why}",
            next_step="show all its rows and columns, clear its filters, save it, and give it once more",
        )


@dataclass(frozen=True, slots=True)
class MendedRow:
    """One row: where it stands, whether it is about a document or one of its values, and its cells by heading."""

    place: str
    is_document: bool
    cells: Mapping[str, str]

    def says(self, column: str) -> str:
        """What stands in a column; nothing where it is empty."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class MendedReport:
    """The rows of a mended proposal, and the sources of which it was written, those of deleted rows included."""

    rows: tuple[MendedRow, ...]
    written_of: frozenset[str] = frozenset()


def read_mended(path: Path) -> MendedReport:
    """A mended proposal, a workbook or JSON.

    Raises `NoReport` and `Hidden`, or why the file cannot be read.
    """
    if path.suffix.casefold() == ".json" and path.is_file():
        return _from_json(path)
    workbook = read_document(path)
    _refuse_hidden(path, workbook, "row")
    try:
        return MendedReport(tuple(_from_sheets(path, workbook)), frozenset(_written_of(workbook)))
    except NoReport:
        _refuse_hidden(path, workbook)  # a column that is needed, or a sheet
        raise


def _refuse_hidden(path: Path, workbook: DocumentText, what: str = "") -> None:
    for warning in workbook.warnings:
        if says_hidden(warning, what):
            raise Hidden(path, warning)


def _from_sheets(path: Path, workbook: DocumentText) -> Iterator[MendedRow]:
    headings: dict[str, tuple[str, ...]] = {}
    for line in workbook.lines:
        if line.sheet not in _NEEDED:
            continue
        if line.sheet not in headings:
            headings[line.sheet] = line.cells
            _refuse_missing(path, line.sheet, line.cells)
            continue
        yield _row(line, headings[line.sheet])
    for sheet in _NEEDED:
        if sheet not in headings:
            raise NoReport(path, f"it has no sheet {sheet}")


def _written_of(workbook: DocumentText) -> Iterator[str]:
    """What stands under the documents' heading on the sheet of names; nothing where somebody has taken that away."""
    headings, *names = [line.cells for line in workbook.lines if line.sheet == NAMES] or [()]
    if SOURCE in headings:
        place = headings.index(SOURCE)
        yield from (cells[place].strip() for cells in names if len(cells) > place)


def _refuse_missing(path: Path, sheet: str, headings: tuple[str, ...]) -> None:
    missing = [column for column in _NEEDED[sheet] if column not in headings]
    if missing:
        raise NoReport(path, f"sheet {sheet} has no column {', '.join(missing)}")


def _row(line: Line, headings: tuple[str, ...]) -> MendedRow:
    cells = dict(zip(headings, line.cells, strict=False))
    return MendedRow(f"sheet {line.sheet}, row {line.sheet_row}", line.sheet == DOCUMENTS, cells)


def _from_json(path: Path) -> MendedReport:
    """The same from JSON, in which the values stand under their document."""
    try:
        if path.stat().st_size > _LARGEST:
            raise NoReport(path, f"it is larger than {_LARGEST // 1_000_000} MB")
        content = json.loads(path.read_bytes())
        form = content["format"]
        is_ours = form["name"] == FORM and form.get("version", FORM_VERSION) == FORM_VERSION
        documents = content["documents"] if is_ours else ()
        rows = [row for number, one in enumerate(documents, start=1) for row in _of_document(path, one, number)]
        written_of = frozenset(str(source) for source in content.get("written_of", ()))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise NoReport(path, "it is no JSON that this program has written") from None
    if not is_ours:
        raise NoReport(path, "its format has another name or another version")
    return MendedReport(tuple(rows), written_of)


def _of_document(path: Path, one: Mapping[str, Any], number: int) -> Iterator[MendedRow]:
    place = f"document {number}"
    answers = {"Right school": one["right_school"], "Belongs to": one["belongs_to"], "Order": one["order"]}
    about = {"File": one["file"], SOURCE: one["sha256"]}
    yield MendedRow(place, is_document=True, cells=_texts(path, place, about | {"Decision": one["decision"]} | answers))
    for count, value in enumerate(one["values"], start=1):
        said = about | {name: value[name.lower()] for name in RULINGS}
        of_value = f"{place}, value {count}"
        yield MendedRow(of_value, is_document=False, cells=_texts(path, of_value, said))


def _texts(path: Path, place: str, cells: Mapping[str, object]) -> dict[str, str]:
    """What stands in JSON as cells; a year may be written as a number, and nothing else but text is taken for text."""
    for name, cell in cells.items():
        if cell is not None and (isinstance(cell, bool) or not isinstance(cell, str | int)):
            raise NoReport(path, f"{place} says something under {name.lower().replace(' ', '_')!r} that is no text")
    return {name: "" if cell is None else clean(str(cell)) for name, cell in cells.items()}
