"""One page of a PDF as geometry: its words, its ruled lines and the values of its form fields.

pdfium is called directly, since its Python layer would cost a call for each letter.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pypdfium2.raw as pdfium

from policyaudit.reading.geometry import Box, Sheet, Word
from policyaudit.reading.pdf_form import field_values
from policyaudit.reading.pdf_frame import Frame

_SPACE = 0x20
# How pdfium gives a hyphen at the end of a line.
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
_MOST_OBJECTS = 20_000
_SIMPLE_PATH = 6  # segments: a line or a rectangle
_RECTANGLE = 4
_THIN = 3.0  # points
_SHORTEST = 8.0
_WHOLE = 0.95  # of the page: its background


def sheet_of(page: Any, form: Any) -> Sheet:  # noqa: ANN401 - pdfium's handles have no types
    """What is printed on a page, and filled in; `form` is the document's form, or None."""
    left, bottom, right, top = page.get_bbox()
    frame = Frame(left, bottom, right, top, turns=page.get_rotation() // 90)
    text = page.get_textpage()
    try:
        words = tuple(_words(text.raw, frame))
    finally:
        text.close()
    values = tuple(field_values(page, form, frame, words)) if form else ()
    drawn = _drawn(page)
    return Sheet(
        height=frame.height,
        words=words + values,
        rulings=tuple(ruling for path in drawn[pdfium.FPDF_PAGEOBJ_PATH] for ruling in _rulings(path, frame)),
        has_picture=bool(drawn[pdfium.FPDF_PAGEOBJ_IMAGE]),
    )


def _words(text: Any, frame: Frame) -> Iterator[Word]:  # noqa: ANN401
    """The words of a page in the order of its letters."""
    letters = [pdfium.FPDFText_GetUnicode(text, index) for index in range(pdfium.FPDFText_CountChars(text))]
    for is_word, run in groupby(enumerate(letters), key=lambda at: at[1] > _SPACE or at[1] in _HYPHENS):
        if is_word:
            indexes, numbers = zip(*run, strict=True)
            said = "".join(_HYPHENS.get(number) or chr(number) for number in numbers)
            yield _word(text, frame, said, (indexes[0], indexes[-1]))


def _word(text: Any, frame: Frame, said: str, ends: tuple[int, int]) -> Word:  # noqa: ANN401
    """A word from the boxes of its first and last letter."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    pdfium.FPDFText_GetCharOrigin(text, ends[0], x, y)
    boxes = []
    for index in ends:
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        boxes.append(frame.box(box.left, box.bottom, box.right, box.top))
    return Word(
        text=said,
        left=boxes[0].left,
        right=max(boxes[0].right, boxes[1].right),
        base=frame.shown(x.value, y.value)[1],
        size=max(boxes[0].bottom - boxes[0].top, 1.0),
    )


def _drawn(page: Any) -> dict[int, list[Any]]:  # noqa: ANN401
    """What is on a page besides its letters, by its type."""
    drawn: dict[int, list[Any]] = defaultdict(list)
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page, index)
        drawn[pdfium.FPDFPageObj_GetType(item)].append(item)
    return drawn


def _rulings(path: Any, frame: Frame) -> Iterator[Box]:  # noqa: ANN401
    """A straight line, or the edges of a rectangle; what has more corners is a drawing."""
    segments = pdfium.FPDFPath_CountSegments(path)
    if segments <= _SIMPLE_PATH:
        edges = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(path, *edges)
        yield from _edges(frame.box(*(edge.value for edge in edges)), frame, segments)


def _edges(box: Box, frame: Frame, segments: int) -> Iterator[Box]:
    """A thin box as it is; a rectangle as its four sides; a page's background not at all."""
    width, height = box.right - box.left, box.bottom - box.top
    if min(width, height) <= _THIN:
        yield from [box] if max(width, height) >= _SHORTEST else []
    elif segments >= _RECTANGLE and not (width > frame.width * _WHOLE and height > frame.height * _WHOLE):
        yield Box(box.left, box.top, box.right, box.top)
        yield Box(box.left, box.bottom, box.right, box.bottom)
        yield Box(box.left, box.top, box.left, box.bottom)
        yield Box(box.right, box.top, box.right, box.bottom)
