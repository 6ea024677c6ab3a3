"""The words printed on a PDF page, without those that are struck out.

pdfium is called directly, since its Python layer would cost a call for each letter.
"""

import ctypes
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pypdfium2.raw as pdfium

from policyaudit.reading.geometry import Box, Word
from policyaudit.reading.pdf_frame import Frame
from policyaudit.reading.pdf_struck import Letter, Lines, struck

_SPACE = 0x20
# How pdfium gives a hyphen at the end of a line.
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
_LETTERS_TRIED = 60


@dataclass(frozen=True, slots=True)
class Printed:
    """The words of a page in the order of its letters, and whether some were left out as struck out."""

    words: tuple[Word, ...]
    has_struck_words: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """A word, and the numbers of its first and last letter on the page."""

    word: Word
    first: int
    last: int


def printed_words(text: Any, frame: Frame, rulings: Sequence[Box]) -> Printed:  # noqa: ANN401 - pdfium's handles have no types
    """The words of a page but for those that a line strikes out."""
    letters = [pdfium.FPDFText_GetUnicode(text, index) for index in range(pdfium.FPDFText_CountChars(text))]
    runs = list(_runs(text, frame, letters, out=()))
    out = frozenset(_struck_out(text, frame, runs, Lines(rulings)))
    kept = _runs(text, frame, letters, out=out) if out else runs
    return Printed(tuple(run.word for run in kept), has_struck_words=bool(out))


def is_unseen(text: Any) -> bool:  # noqa: ANN401
    """Whether most letters of a page are not shown: text recognition lays them over the picture that it read."""
    count = pdfium.FPDFText_CountChars(text)
    tried = [pdfium.FPDFText_GetTextObject(text, index) for index in range(0, count, count // _LETTERS_TRIED + 1)]
    modes = [pdfium.FPDFTextObj_GetTextRenderMode(piece) for piece in tried if piece]
    return modes.count(pdfium.FPDF_TEXTRENDERMODE_INVISIBLE) * 2 > len(modes)


def _runs(text: Any, frame: Frame, letters: Sequence[int], *, out: Collection[int]) -> Iterator[_Run]:  # noqa: ANN401
    """The words that letters make, in their order."""
    for is_word, run in groupby(
        enumerate(letters), key=lambda at: (at[1] > _SPACE or at[1] in _HYPHENS) and at[0] not in out
    ):
        if is_word:
            indexes, numbers = zip(*run, strict=True)
            said = "".join(_HYPHENS.get(number) or chr(number) for number in numbers)
            yield _Run(_word(text, frame, said, (indexes[0], indexes[-1])), indexes[0], indexes[-1])


def _word(text: Any, frame: Frame, said: str, ends: tuple[int, int]) -> Word:  # noqa: ANN401
    """A word from the boxes of its first and last letter."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, ends[0], x, y)
    first, last = (_box(text, frame, index) for index in ends)
    return Word(
        text=said,
        left=first.left,
        right=max(first.right, last.right),
        base=frame.shown(x.value, y.value)[1],
        size=max(first.bottom - first.top, 1.0),
    )


def _box(text: Any, frame: Frame, index: int) -> Box:  # noqa: ANN401
    """Where one letter stands."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    return frame.box(box.left, box.bottom, box.right, box.top)


def _struck_out(text: Any, frame: Frame, runs: Sequence[_Run], lines: Lines) -> Iterator[int]:  # noqa: ANN401
    """The numbers of the letters that a line strikes out."""
    met: dict[Box, list[_Run]] = {}
    for run in runs:
        for line in lines.crossing(run.word):
            met.setdefault(line, []).append(run)
    for line, crossed in met.items():
        base = crossed[0].word.base
        indexes = (index for run in crossed for index in range(run.first, run.last + 1))
        yield from struck(line, [_letter(text, frame, index, base) for index in indexes], base=base)


def _letter(text: Any, frame: Frame, index: int, base: float) -> Letter:  # noqa: ANN401
    """One letter with the place that it takes on its line, and the top of its ink."""
    edges = [ctypes.c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(text, index, *edges)
    left, right, bottom, top = (edge.value for edge in edges)
    place = _box(text, frame, index)
    return Letter(index, place.left, place.right, height=base - frame.box(left, bottom, right, top).top)
