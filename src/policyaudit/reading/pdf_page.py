"""One page of a PDF as geometry: its words, its ruled lines, the values of its form fields, and what to beware of."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import takewhile
from typing import Any

import pypdfium2.raw as pdfium

from policyaudit.reading.geometry import Box, Sheet
from policyaudit.reading.pdf_form import field_values
from policyaudit.reading.pdf_frame import Frame
from policyaudit.reading.pdf_notes import notes_on
from policyaudit.reading.pdf_words import is_unseen, printed_words

_MOST_OBJECTS = 20_000
_MOST_INSIDE = 50
_SIMPLE_PATH = 6  # segments: a line or a rectangle
_RECTANGLE = 4
_THIN = 3.0  # points
_SHORTEST = 8.0
_WHOLE = 0.95  # of the page: its background


def sheet_of(page: Any, form: Any) -> Sheet:  # noqa: ANN401 - pdfium's handles have no types
    """What is printed on a page, and filled in; `form` is the document's form, or None."""
    left, bottom, right, top = page.get_bbox()
    frame = Frame(left, bottom, right, top, turns=page.get_rotation() // 90)
    drawn = _drawn(page)
    rulings = tuple(ruling for path in drawn[pdfium.FPDF_PAGEOBJ_PATH] for ruling in _rulings(path, frame))
    has_picture = bool(drawn[pdfium.FPDF_PAGEOBJ_IMAGE]) or any(map(_shows_picture, drawn[pdfium.FPDF_PAGEOBJ_FORM]))
    with closing(page.get_textpage()) as text:
        printed = printed_words(text.raw, frame, rulings)
        is_by_ocr = has_picture and is_unseen(text.raw)
    words = tuple(replace(word, is_recognised=True) for word in printed.words) if is_by_ocr else printed.words
    notes = notes_on(page, frame, printed.words)
    values = tuple(field_values(page, form, frame, printed.words)) if form else ()
    return Sheet(
        height=frame.height,
        words=words + notes.words + values,
        rulings=rulings,
        has_picture=has_picture,
        is_blank=not any(drawn.values()),
        is_by_ocr=is_by_ocr,
        has_struck_words=printed.has_struck_words,
        comments=notes.comments,
    )


def _drawn(page: Any) -> dict[int, list[Any]]:  # noqa: ANN401
    """What is on a page besides its letters, by its type."""
    drawn: dict[int, list[Any]] = defaultdict(list)
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page, index)
        drawn[pdfium.FPDFPageObj_GetType(item)].append(item)
    return drawn


def _shows_picture(group: Any) -> bool:  # noqa: ANN401
    """Whether there is a picture in what a producer has drawn as one thing."""
    inside = (pdfium.FPDFFormObj_GetObject(group, index) for index in range(_MOST_INSIDE))
    kinds = (pdfium.FPDFPageObj_GetType(item) for item in takewhile(bool, inside))
    return pdfium.FPDF_PAGEOBJ_IMAGE in kinds


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
