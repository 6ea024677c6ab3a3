"""What people put on a PDF page after it was made: words typed on it, and comments beside it."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pypdfium2.raw as pdfium

from policyaudit.reading.geometry import Box, Word
from policyaudit.reading.pdf_frame import Frame

_COMMENTS = {
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_CARET,
}
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_SIZE = 11.0  # points; how high typed-on letters most often are


@dataclass(slots=True)
class Notes:
    """What was put on a page: words with their places, and how many comments there are."""

    words: tuple[Word, ...] = ()
    comments: int = 0


def notes_on(page: Any, frame: Frame, words: Sequence[Word]) -> Notes:  # noqa: ANN401 - pdfium's handles have no types
    """The words typed on a page, on the lines of those printed there, and the number of its comments."""
    notes = Notes()
    for note in annotations(page):
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        if kind == pdfium.FPDF_ANNOT_FREETEXT:
            notes.words += tuple(_typed(note, frame, words))
        notes.comments += kind in _COMMENTS
    return notes


def annotations(page: Any) -> Iterator[Any]:  # noqa: ANN401
    """All that is put on a page and seen, fields of forms included."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        try:
            if not pdfium.FPDFAnnot_GetFlags(note) & _UNSEEN:
                yield note
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def box_of(note: Any, frame: Frame) -> Box:  # noqa: ANN401
    """Where something put on a page stands."""
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(note, rectangle)
    return frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)


def said(ask: Callable[[Any, int], int]) -> str:
    """A text that pdfium gives to whoever brings the room for it."""
    length = ask(None, 0)
    text = ctypes.create_string_buffer(max(length, 2))
    ask(ctypes.cast(text, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return text.raw[: max(length - 2, 0)].decode("utf-16-le", "ignore")


def _typed(note: Any, frame: Frame, words: Sequence[Word]) -> Iterator[Word]:  # noqa: ANN401
    """The lines typed on a page from the top of their box down, each on the line of what is printed beside it."""
    box = box_of(note, frame)
    text = said(partial(pdfium.FPDFAnnot_GetStringValue, note, b"Contents"))
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    height = (box.bottom - box.top) / max(len(lines), 1)
    for number, line in enumerate(lines, start=1):
        low = box.top + number * height
        beside = [word.base for word in words if low - height <= word.base <= low and word.left < box.left]
        base = beside[-1] if beside else low - height / 4
        yield Word(line, box.left, box.right, base, min(height, _SIZE), is_field=True)
