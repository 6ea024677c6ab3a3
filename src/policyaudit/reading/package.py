"""The zip file that an office document is: its parts, unpacked one by one within limits."""

import struct
import zlib
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from policyaudit.reading.office_xml import Handlers, parse
from policyaudit.reading.refusals import Damaged, Hostile, Locked, UnpacksTooLarge

# What Python raises over a zip file that is not whole, depending on where it is not.
ZIP_FAULTS = (BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)

_MEGABYTE = 1_000_000
_LARGEST_PART = 32  # MB; the text of a thousand pages takes about ten
_LARGEST_WHOLE = 1_000  # MB; pictures may unpack to a lot, and are never unpacked here
_MOST_PARTS = 10_000
_ENCRYPTED = 0x1
_CUT_SHORT = "it was not saved or copied whole"
_CANNOT_UNPACK = "one of its parts cannot be unpacked"
_NO_TEXT = "the part with its text is missing"


class Package:
    """An office document's parts by their names in the zip file; no name is ever a path on the disk."""

    def __init__(self, content: bytes, *, kind: str) -> None:
        self._kind = kind
        try:
            self._zip = ZipFile(BytesIO(content))
        except ZIP_FAULTS:
            raise self._broken(_CUT_SHORT) from None
        self._parts = {info.filename: info for info in self._zip.infolist()}
        self._check_directory()

    def tree(self, name: str, *, each: Handlers | None = None) -> Element | None:
        """The XML of one part, or None if there is no such part; `each` as for `parse`."""
        info = self._parts.get(name)
        return None if info is None else parse(self._unpack(info), kind=self._kind, each=each)

    def required(self, name: str, *, each: Handlers | None = None) -> Element:
        """The XML of the part without which there is no document."""
        tree = self.tree(name, each=each)
        if tree is None:
            raise self._broken(_NO_TEXT)
        return tree

    def _broken(self, what: str) -> Damaged:
        """Say that the document does not hold together, and how that shows."""
        return Damaged(kind=self._kind, what=what)

    def _check_directory(self) -> None:
        """Refuse by what the directory says, before anything is unpacked."""
        if len(self._parts) > _MOST_PARTS:
            raise Hostile(what=f"it has more than {_MOST_PARTS} parts")
        if sum(info.file_size for info in self._parts.values()) > _LARGEST_WHOLE * _MEGABYTE:
            raise UnpacksTooLarge(limit=_LARGEST_WHOLE)

    def _unpack(self, info: ZipInfo) -> bytes:
        """The bytes of a part; what the directory says of its size is not believed."""
        if info.flag_bits & _ENCRYPTED:
            raise Locked
        if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise self._broken(_CANNOT_UNPACK)
        if info.file_size > _LARGEST_PART * _MEGABYTE:
            raise UnpacksTooLarge(limit=_LARGEST_PART)
        try:
            with self._zip.open(info) as part:
                return part.read(_LARGEST_PART * _MEGABYTE)
        except ZIP_FAULTS:
            raise self._broken(_CANNOT_UNPACK) from None
