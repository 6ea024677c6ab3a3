"""The records of an old Excel workbook (.xls) that say how its cells are shown; its texts are read elsewhere.

Source: [MS-XLS] sections 2.1.7.20 (streams), 2.4 (records), 2.5.133 (values of formulas), 2.5.217 (short numbers).
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from struct import error, pack, unpack, unpack_from

from policyaudit.reading.format_codes import BUILT_IN
from policyaudit.reading.number_formats import NumberFormat
from policyaudit.reading.sheet_lines import MOST_CELLS, too_large

_BEGIN, _END = 0x0809, 0x000A
_LOCKED, _SHEET, _FORMAT, _STYLE, _CALENDAR = 0x002F, 0x0085, 0x041E, 0x00E0, 0x0022
_ROW, _COLUMNS, _NOTE = 0x0208, 0x007D, 0x001C
_FORMULA, _NUMBER, _SHORT_NUMBER, _SHORT_NUMBERS, _ERROR = 0x0006, 0x0203, 0x027E, 0x00BD, 0x0205
_ROW_IS_HIDDEN, _COLUMNS_ARE_HIDDEN = 0x20, 0x01
_NO_NUMBER = b"\xff\xff"
_IS_ERROR = 2

Place = tuple[int, int]
"""A row and a column, counted from 1."""


@dataclass(slots=True)
class SheetRecords:
    """What the records of one sheet say of its cells."""

    numbers: dict[Place, tuple[float, int]] = field(default_factory=dict)
    errors: list[Place] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    comments: int = 0

    def read(self, workbook: bytes, start: int) -> None:
        """Take in the records of the sheet that starts here; those that are cut short are passed over."""
        readers: Mapping[int, Callable[[bytes], None]] = {
            _ROW: self._row,
            _COLUMNS: self._columns,
            _NOTE: self._note,
            _FORMULA: self._formula,
            _NUMBER: self._number,
            _SHORT_NUMBER: self._short_number,
            _SHORT_NUMBERS: self._short_numbers,
            _ERROR: self._error,
        }
        for kind, record in _records(workbook, start):
            with suppress(error):
                readers.get(kind, _pass)(record)

    def _row(self, record: bytes) -> None:
        row, options = unpack_from("<H10xH", record)
        if options & _ROW_IS_HIDDEN:
            self.hidden_rows.add(row + 1)

    def _columns(self, record: bytes) -> None:
        first, last, options = unpack_from("<HH4xH", record)
        if options & _COLUMNS_ARE_HIDDEN:
            self.hidden_columns.append(range(first + 1, last + 2))

    def _note(self, _: bytes) -> None:
        self.comments += 1

    def _number(self, record: bytes) -> None:
        row, column, style, number = unpack_from("<HHHd", record)
        self._put(row, column, number, style)

    def _short_number(self, record: bytes) -> None:
        row, column, style, number = unpack_from("<HHHI", record)
        self._put(row, column, _long(number), style)

    def _short_numbers(self, record: bytes) -> None:
        row, column = unpack_from("<HH", record)
        for place in range((len(record) - 6) // 6):
            style, number = unpack_from("<HI", record, 4 + 6 * place)
            self._put(row, column + place, _long(number), style)

    def _formula(self, record: bytes) -> None:
        row, column, style, sort, mark = unpack_from("<HHHB5x2s", record)
        if mark != _NO_NUMBER:
            self._put(row, column, unpack_from("<d", record, 6)[0], style)
        elif sort == _IS_ERROR:
            self.errors.append((row + 1, column + 1))

    def _error(self, record: bytes) -> None:
        row, column, is_error = unpack_from("<HH3x?", record)
        if is_error:
            self.errors.append((row + 1, column + 1))

    def _put(self, row: int, column: int, number: float, style: int) -> None:
        self.numbers[row + 1, column + 1] = number, style
        if len(self.numbers) > MOST_CELLS:
            raise too_large()


class BookRecords:
    """What the records of a workbook say: its formats, and its sheets in the order of their tabs."""

    def __init__(self, workbook: bytes) -> None:
        self.is_locked = self._is_1904 = False
        self._codes, self._styles, self._starts = dict(BUILT_IN), list[int](), list[int]()
        for kind, record in _records(workbook, 0):
            with suppress(error):
                self._take(kind, record)
        self._workbook = workbook

    def sheet(self, number: int) -> SheetRecords:
        """What is said of the sheet with this number, from 0; nothing where its records are not found."""
        records = SheetRecords()
        if number < len(self._starts):
            records.read(self._workbook, self._starts[number])
        return records

    def number_format(self, style: int) -> NumberFormat:
        """How a cell of this style shows its number."""
        key = self._styles[style] if style < len(self._styles) else 0
        return NumberFormat(self._codes.get(key, "General"), is_1904=self._is_1904)

    def _take(self, kind: int, record: bytes) -> None:
        if kind == _SHEET:
            self._starts.append(unpack_from("<I", record)[0])
        elif kind == _STYLE:
            self._styles.append(unpack_from("<2xH", record)[0])
        elif kind == _FORMAT:
            key, _, is_wide = unpack_from("<HH?", record)
            self._codes[key] = record[5:].decode("utf-16-le" if is_wide else "latin-1", "replace")
        elif kind == _CALENDAR:
            self._is_1904 = unpack_from("<H", record)[0] == 1
        self.is_locked |= kind == _LOCKED


def _records(workbook: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records of the part that starts here, without those of charts in it."""
    depth = 0
    while start + 4 <= len(workbook):
        kind, length = unpack_from("<HH", workbook, start)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth < 1:
            return
        if depth == 1:
            yield kind, workbook[start + 4 : start + 4 + length]
        start += 4 + length


def _long(number: int) -> float:
    """A number that was kept short: an integer or the upper part of a float, and perhaps of hundredths."""
    in_hundredths, is_integer = number & 1, number & 2
    if is_integer:
        [value] = unpack("<i", pack("<I", number))
        value >>= 2
    else:
        [value] = unpack("<d", pack("<II", 0, number & ~3))
    return float(value / 100 if in_hundredths else value)


def _pass(_: bytes) -> None:
    """Pass a record over."""
