"""What is filled in on a PDF form: each value as a word in its place on the page, each tick box with its tick."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pypdfium2.raw as pdfium

from policyaudit.reading.geometry import Box, Word
from policyaudit.reading.pdf_frame import Frame
from policyaudit.reading.pdf_notes import annotations, box_of, said

_CHOICES = {pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX}
_TEXTS = {pdfium.FPDF_FORMFIELD_TEXTFIELD, *_CHOICES}
_TICKS = {pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON}
_TICKED, _UNTICKED = "☒", "☐"
_MOST_OPTIONS = 500


def field_values(page: Any, form: Any, frame: Frame, words: tuple[Word, ...]) -> Iterator[Word]:  # noqa: ANN401 - pdfium's handles have no types
    """What is filled in, each value as one word where it stands, after the words that it belongs to."""
    for field in annotations(page):
        kind = pdfium.FPDFAnnot_GetFormFieldType(form, field)
        box = box_of(field, frame)
        if kind in _TEXTS:
            yield from _field(form, field, box, words)
        elif kind in _TICKS:
            yield from _tick(form, field, box, words)


def _field(form: Any, field: Any, box: Box, words: tuple[Word, ...]) -> Iterator[Word]:  # noqa: ANN401
    """A field's value on the line of what is printed before it; where nothing is, its name comes first."""
    value = _value(form, field)
    if not value:
        return
    bases = [word.base for word in words if box.top <= word.base <= box.bottom and word.left < box.left]
    base, size = (bases[-1] if bases else box.bottom), box.bottom - box.top
    if not bases:
        yield Word(_name(form, field), box.left, box.left, base, size, is_field=True)
    yield Word(value, box.left, box.right, base, size, is_field=True)


def _tick(form: Any, field: Any, box: Box, words: tuple[Word, ...]) -> Iterator[Word]:  # noqa: ANN401
    """A tick box on the line of the words beside it; one that stands alone says nothing."""
    beside = [word for word in words if box.top <= word.base <= box.bottom]
    if beside:
        nearest = min(beside, key=lambda word: abs(word.left - box.right))
        sign = _TICKED if pdfium.FPDFAnnot_IsChecked(form, field) else _UNTICKED
        yield Word(sign, box.left, box.right, nearest.base, nearest.size)


def _value(form: Any, field: Any) -> str:  # noqa: ANN401
    """What is filled in: of a list what is chosen in it, as it is shown."""
    count = min(pdfium.FPDFAnnot_GetOptionCount(form, field), _MOST_OPTIONS)
    chosen = [
        said(partial(pdfium.FPDFAnnot_GetOptionLabel, form, field, index))
        for index in range(count)
        if pdfium.FPDFAnnot_IsOptionSelected(form, field, index)
    ]
    return ", ".join(chosen) or said(partial(pdfium.FPDFAnnot_GetFormFieldValue, form, field)).strip()


def _name(form: Any, field: Any) -> str:  # noqa: ANN401
    """What the form itself calls a field."""
    told = said(partial(pdfium.FPDFAnnot_GetFormFieldAlternateName, form, field))
    return told or said(partial(pdfium.FPDFAnnot_GetFormFieldName, form, field)).replace("_", " ")
