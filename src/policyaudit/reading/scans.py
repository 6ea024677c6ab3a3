"""Pages that are pictures, given a layer of text by ocrmypdf where it is installed.

Only the pages named are recognised; a page turned on its side is turned back. What is read so is a proposal.
"""

import struct
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from policyaudit.reading.programs import installed, run
from policyaudit.reading.refusals import NotRecognised, RecogniserMissing, TookTooLong, TooManyScanned

_PROGRAM, _READER = "ocrmypdf", "tesseract"
_SECONDS_TO_START = 60
_SECONDS_A_PAGE = 30
_MOST_PAGES = 200
# Small print of a poor scan is read better when it is drawn larger; a faint sign is enough to turn a page. A picture
# that lies askew is put straight, else the end of one line stands beside the beginning of the next.
_WORDS = "--quiet --output-type pdf --optimize 0 --skip-text --rotate-pages --rotate-pages-threshold 6".split()
_LARGER = ("--oversample", "200")
_STRAIGHT = ("--deskew",)
# Tesseract's threads wait for each other more than they work: with one it is several times faster.
_SETTINGS = {"OMP_THREAD_LIMIT": "1"}
_LANGUAGES = ("eng", "cym")
_A4_INCHES = 8.27
_DPI = (70, 600)  # the least and the most that is believed of a picture of a page
_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # the parts of a JPEG that say how large it is


def can_recognise() -> bool:
    """Whether ocrmypdf is installed, and Tesseract, which it needs."""
    return bool(installed(_PROGRAM) and installed(_READER))


def recognised_pages(
    content: bytes, pages: Sequence[int], *, are_pictures: bool = True, seconds: float | None = None
) -> bytes:
    """The PDF with text on these of its pages; of pages that are no pictures the letters are drawn as shapes."""
    if len(pages) > _MOST_PAGES:
        raise TooManyScanned(most=_MOST_PAGES)
    most = _SECONDS_TO_START + _SECONDS_A_PAGE * len(pages) if seconds is None else seconds
    words = (*(_STRAIGHT if are_pictures else ()), "--pages", ",".join(map(str, pages)))
    return _recognised(content, "scan.pdf", words, seconds=most)


def recognised_picture(content: bytes, *, seconds: float = _SECONDS_TO_START + _SECONDS_A_PAGE) -> bytes:
    """A PDF of one page, with text, from the picture of a page."""
    return _recognised(content, "picture", (*_STRAIGHT, "--image-dpi", str(_dpi(content))), seconds=seconds)


def _recognised(content: bytes, name: str, words: Sequence[str], *, seconds: float) -> bytes:
    program, reader = installed(_PROGRAM), installed(_READER)
    if program is None or reader is None:
        raise RecogniserMissing
    with TemporaryDirectory(prefix="policyaudit-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        (folder / name).write_bytes(content)
        said = (program, *_WORDS, *_LARGER, "--language", "+".join(_languages(reader)), *words, name, "made.pdf")
        if run(said, folder=folder, seconds=seconds, settings=_SETTINGS) is None:
            raise TookTooLong(seconds=round(seconds))
        try:
            return (folder / "made.pdf").read_bytes()
        except OSError:
            raise NotRecognised from None


@cache
def _languages(program: str) -> tuple[str, ...]:
    """English, and Welsh where it is installed."""
    held = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False).stdout.split()  # noqa: S603 - our own words
    return tuple(name for name in _LANGUAGES if name in held) or _LANGUAGES[:1]


def _dpi(content: bytes) -> int:
    """How many dots an inch has if the picture is of a page of A4: what cameras write of it means nothing."""
    least, most = _DPI
    return min(max(round(min(_size(content)) / _A4_INCHES), least), most)


def _size(content: bytes) -> tuple[int, int]:
    """Two sides of a JPEG or PNG in dots; none of one that is damaged."""
    if content.startswith(_PNG):
        return struct.unpack_from(">8x8xII", content.ljust(24))
    place = 2
    while place + 9 <= len(content) and content[place + 1] not in _FRAMES:
        place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")
    return struct.unpack_from(">HH", content[place + 5 :].ljust(4, b"\0"))
