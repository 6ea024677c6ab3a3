"""Small old Excel workbooks made for tests, by xlwt, and the file around them by hand."""

from collections.abc import Callable, Sequence
from io import BytesIO
from struct import pack
from typing import Any

import xlwt  # type: ignore[import-untyped]  # it has none


def styled(code: str) -> Any:  # noqa: ANN401 a library without types
    """A style with this number format."""
    style = xlwt.XFStyle()
    style.num_format_str = code
    return style


def xls(rows: Sequence[Sequence[object]], *, more: Callable[[Any, Any], object] | None = None) -> bytes:
    """A workbook whose sheet "Policies" has these rows; a value with a format of its own is a pair of both."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Policies")
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            if isinstance(value, tuple):
                sheet.write(row, column, value[0], styled(value[1]))
            elif value is not None:
                sheet.write(row, column, value)
    if more:
        more(book, sheet)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def record(kind: int, layout: str, *values: object) -> bytes:
    """One record of a workbook."""
    body = pack(f"<{layout}", *values)
    return pack("<HH", kind, len(body)) + body


def ole(name: str, stream: bytes, *, small: bool = False) -> bytes:
    """A file with one stream in it; a small one lies in the stream of small ones."""
    sectors = [stream[at : at + 512].ljust(512, b"\0") for at in range(0, len(stream), 512)]
    first, table_at, last = 3, 0, 0xFFFFFFFE
    chain = [0xFFFFFFFD, last, last, *range(first + 1, first + len(sectors)), last]
    table = pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff")
    count = -(-len(stream) // 64)
    small_table = pack(f"<{count}I", *range(1, count), last).ljust(512, b"\xff")
    root = _entry("Root Entry", 5, first if small else last, len(stream) if small else 0)
    directory = (root + _entry(name, 2, 0 if small else first, len(stream))).ljust(512, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<HHHHH6xII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1)
    header += pack("<IIIIIII", 1, 0, 4096, 2 if small else last, int(small), last, 0)
    header += pack("<109I", table_at, *[0xFFFFFFFF] * 108)
    return header + table + directory + small_table + b"".join(sectors)


def _entry(name: str, sort: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le")
    return letters.ljust(64, b"\0") + pack("<HB49xII4x", len(letters) + 2, sort, start, size)
