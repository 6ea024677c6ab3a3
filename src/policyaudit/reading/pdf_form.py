"""What is filled in on a PDF form: each value as a word in its place on the page."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from policyaudit.reading.geometry import Word
from policyaudit.reading.pdf_frame import Frame

_TEXT_FIELDS = {pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX}


def field_values(page: Any, form: Any, frame: Frame, words: tuple[Word, ...]) -> Iterator[Word]:  # noqa: ANN401
    """What is filled in, each value as one word where it stands, after the words that it belongs to."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        field = pdfium.FPDFPage_GetAnnot(page, index)
        try:
            if pdfium.FPDFAnnot_GetFormFieldType(form, field) in _TEXT_FIELDS:
                yield from _field(form, field, frame, words)
        finally:
            pdfium.FPDFPage_CloseAnnot(field)


def _field(form: Any, field: Any, frame: Frame, words: tuple[Word, ...]) -> Iterator[Word]:  # noqa: ANN401
    """A field's value on the line of what is printed before it; where nothing is, its name comes first."""
    value = _said(pdfium.FPDFAnnot_GetFormFieldValue, form, field).strip()
    if not value:
        return
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(field, rectangle)
    box = frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
    bases = [word.base for word in words if box.top <= word.base <= box.bottom and word.left < box.left]
    base, size = (bases[-1] if bases else box.bottom), box.bottom - box.top
    if not bases:
        name = _said(pdfium.FPDFAnnot_GetFormFieldAlternateName, form, field)
        name = name or _said(pdfium.FPDFAnnot_GetFormFieldName, form, field).replace("_", " ")
        yield Word(name, box.left, box.left, base, size, is_field=True)
    yield Word(value, box.left, box.right, base, size, is_field=True)


def _said(ask: Any, form: Any, field: Any) -> str:  # noqa: ANN401
    """A text that pdfium gives of a field."""
    length = ask(form, field, None, 0)
    text = ctypes.create_string_buffer(max(length, 2))
    ask(form, field, ctypes.cast(text, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return text.raw[: length - 2].decode("utf-16-le", "ignore")
