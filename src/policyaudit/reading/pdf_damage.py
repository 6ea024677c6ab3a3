"""Whether a PDF was damaged on its way: packed pieces of it that no longer unpack.

pdfium reads on past damage and says nothing; a page of a policy may be missing then.
"""

import re
import zlib
from collections.abc import Iterator

# The start of a piece packed in the common way and in no other way on top of it.
_PACKED = re.compile(rb"/Filter\s*(?:/FlateDecode|\[\s*/FlateDecode\s*\])[^>]*>>\s*stream\r?\n")
_STEP = 65_536
_MOST = 64_000_000  # bytes unpacked in all; what lies beyond is taken to be whole


def is_damaged(content: bytes) -> bool:
    """Whether a packed piece of the file does not unpack; in a locked file that cannot be told."""
    if b"/Encrypt" in content:
        return False
    unpacked = 0
    try:
        for start in _PACKED.finditer(content):
            for length in _unpacking(memoryview(content)[start.end() :]):
                unpacked += length
                if unpacked > _MOST:
                    return False
    except zlib.error:
        return True
    return False


def _unpacking(packed: memoryview) -> Iterator[int]:
    """How many bytes come out of a piece, step by step, until it ends."""
    unpacker, place = zlib.decompressobj(), 0
    waiting = b""
    while not unpacker.eof and (waiting or place < len(packed)):
        step = waiting or packed[place : place + _STEP]
        place += 0 if waiting else _STEP
        yield len(unpacker.decompress(step, _STEP))
        waiting = unpacker.unconsumed_tail
