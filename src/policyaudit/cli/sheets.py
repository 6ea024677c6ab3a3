"""Sheets as they come in and go out: the bytes of one, and a CSV file that spreadsheets open with the right letters."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from policyaudit.errors import NothingRecorded, UsageProblem
from policyaudit.reports.listing import cell

# A spreadsheet takes a file without this mark for one in its own old letters; on standard output nobody wants it.
_MARK = "\ufeff"


class NoSheet(UsageProblem):
    """There is no file of that name."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"there is no file {path}", next_step="check the name")


class FolderForSheet(UsageProblem):
    """A folder where a sheet is to be."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is a folder, not a sheet",
            next_step="name the CSV file itself; audit import reads a folder of policies",
        )


class SheetUnread(NothingRecorded):
    """A file that may not be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} cannot be opened", next_step="check that you may read it, and that it is not open elsewhere"
        )


def bytes_of(path: Path) -> bytes:
    """The bytes of a sheet."""
    if path.is_dir():
        raise FolderForSheet(path)
    if not path.is_file():
        raise NoSheet(path)
    try:
        return path.read_bytes()
    except OSError:
        raise SheetUnread(path) from None


def csv_bytes(heading: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """A heading and rows as the bytes of a CSV file; what a spreadsheet would run is text."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\n")
    lines.writerows([[cell(value) for value in row] for row in (heading, *rows)])
    return (_MARK + written.getvalue()).encode()
