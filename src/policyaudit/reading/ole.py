"""The streams inside a file of the kind that Office wrote before 2007, by their names.

Source: [MS-CFB] sections 2.2 (header), 2.3 and 2.4 (chains of sectors), 2.6 (directory).
"""

from collections.abc import Sequence
from itertools import islice
from struct import error, iter_unpack, unpack_from

_TABLES_IN_HEADER = 109
_LAST = 0xFFFFFFFA  # numbers from here on end a chain
_ENTRY, _ROOT, _SMALL = 128, 5, 64
_SIZES = range(7, 17)  # powers of two that a sector's size may have


def stream(content: bytes, name: str) -> bytes | None:
    """The bytes of one stream; None if there is none of this name, or the file does not hold together."""
    try:
        return _Container(content).stream(name)
    except (error, ValueError):
        return None


class _Container:
    """A file that is cut into sectors, with a table of which follows which."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        [shift] = unpack_from("<H", content, 0x1E)
        if shift not in _SIZES:
            raise ValueError
        self._size = 1 << shift
        self._most = len(content) // self._size + 1
        self._table = self._whole_table()
        first_entry, self._cutoff, self._first_small = unpack_from("<I4xII", content, 0x30)
        directory = self._chain(first_entry)
        self._entries = [directory[at : at + _ENTRY] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]

    def stream(self, name: str) -> bytes | None:
        """The bytes of one stream."""
        for entry in self._entries:
            start, size = unpack_from("<II", entry, 116)
            if entry[: max(unpack_from("<H", entry, 64)[0] - 2, 0)] == name.encode("utf-16-le"):
                return (self._chain(start) if size >= self._cutoff else self._small_chain(start))[:size]
        return None

    def _whole_table(self) -> Sequence[int]:
        """Which sector follows each; the list of the sectors that hold this may itself go on in others."""
        holders = list(unpack_from(f"<{_TABLES_IN_HEADER}I", self._content, 0x4C))
        [further] = unpack_from("<I", self._content, 0x44)
        for _ in range(self._most):
            if further >= _LAST:
                break
            *more, further = _numbers(self._sector(further)) or [_LAST]
            holders += more
        held = (self._sector(holder) for holder in holders if holder < _LAST)
        return [number for sector in islice(held, self._most) for number in _numbers(sector)]

    def _sector(self, number: int) -> bytes:
        return self._content[(number + 1) * self._size : (number + 2) * self._size]

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in _followed(first, self._table, most=self._most))

    def _small_chain(self, first: int) -> bytes:
        """Short streams lie together in one, cut smaller."""
        root = next((entry for entry in self._entries if entry[66] == _ROOT), bytes(_ENTRY))
        together = self._chain(unpack_from("<I", root, 116)[0])
        table = _numbers(self._chain(self._first_small))
        places = _followed(first, table, most=self._most * self._size // _SMALL)
        return b"".join(together[place * _SMALL : (place + 1) * _SMALL] for place in places)


def _followed(first: int, table: Sequence[int], *, most: int) -> list[int]:
    """The numbers of a chain; one that bites its own tail ends when it is as long as any can be."""
    numbers: list[int] = []
    while first < len(table) and len(numbers) < most:
        numbers.append(first)
        first = table[first]
    return numbers


def _numbers(sector: bytes) -> list[int]:
    return [number for (number,) in iter_unpack("<I", sector[: len(sector) // 4 * 4])]
