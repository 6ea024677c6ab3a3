"""PDF files: the lines of their pages, headers and footers once each, and what is filled in."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import chain
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from policyaudit.domain.clean_text import clean
from policyaudit.reading.formats import NAMES, Kind
from policyaudit.reading.geometry import Row, Sheet
from policyaudit.reading.layout import rows_of
from policyaudit.reading.lines import DocumentText, Line, Part
from policyaudit.reading.pdf_damage import is_damaged
from policyaudit.reading.pdf_page import sheet_of
from policyaudit.reading.refusals import Damaged, Drawn, Hostile, Locked, NoText, Scan, Unreadable, WrongKind, pages
from policyaudit.reading.running_heads import Leaf, RunningHead, running_heads
from policyaudit.reading.warnings import DAMAGED, XFA_FORM, comments_unread, pages_unread, struck_out

_MOST_PAGES = 5_000
_XFA = "a form (XFA) that only Adobe Acrobat can show"
_LOCKED = {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}


def read_pdf(content: bytes) -> DocumentText:
    """Read the lines of a PDF; pages without text are told, a document of such pages is a scan."""
    with closing(_opened(content)) as document:
        sheets = [_sheet(document, index) for index in range(len(document))]
        title, is_xfa = _title(document), document.get_formtype() == pdfium.FORMTYPE_XFA_FOREGROUND
    leaves = [_leaf(number, sheet) for number, sheet in enumerate(sheets, start=1)]
    wordless = [leaf.page for leaf in leaves if not leaf.rows]
    damaged = is_damaged(content)
    if damaged and wordless:
        raise Damaged(kind=NAMES[Kind.PDF], what="some of its pages cannot be read")
    if len(wordless) == len(leaves):
        raise _wordless(sheets)
    unread = tuple(page for page in wordless if not sheets[page - 1].is_blank)
    return DocumentText(
        media_type=Kind.PDF,
        lines=tuple(_lines(*running_heads(leaves))),
        title_property=title,
        warnings=(*([DAMAGED] if damaged else []), *([XFA_FORM] if is_xfa else []), *_warnings(sheets, unread)),
        pages_without_text=unread,
        pages_by_ocr=_numbers(sheets, lambda sheet: sheet.is_by_ocr),
    )


def _title(document: Any) -> str | None:  # noqa: ANN401
    """The title among the document's properties, if it can be made out."""
    try:
        return clean(document.get_metadata_value("Title"), limit=300) or None
    except UnicodeDecodeError:
        return None


def _wordless(sheets: Sequence[Sheet]) -> Unreadable:
    """What to say of a PDF without a word: pages that are pictures are a scan."""
    count = len(sheets)
    if all(sheet.is_blank for sheet in sheets):
        return NoText(kind=f"a PDF of {pages(count)}")
    reason = Scan if any(sheet.has_picture for sheet in sheets) else Drawn
    return reason(pages=pages(count), count=count)


def _warnings(sheets: Sequence[Sheet], unread: tuple[int, ...]) -> Iterator[str]:
    """What a reader should know of the text."""
    if unread:
        yield pages_unread(unread)
    if struck := _numbers(sheets, lambda sheet: sheet.has_struck_words):
        yield struck_out(struck)
    if count := sum(sheet.comments for sheet in sheets):
        yield comments_unread(count)


def _numbers(sheets: Sequence[Sheet], wanted: Callable[[Sheet], bool]) -> tuple[int, ...]:
    """The numbers of the pages of which something is true."""
    return tuple(number for number, sheet in enumerate(sheets, start=1) if wanted(sheet))


def _opened(content: bytes) -> Any:  # noqa: ANN401 - pdfium's handles have no types
    """The document, if it opens without a password and has a believable number of pages."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from None
    if len(document) > _MOST_PAGES:
        document.close()
        raise Hostile(what=f"it says that it has more than {_MOST_PAGES} pages")
    if document.get_formtype() == pdfium.FORMTYPE_XFA_FULL:
        document.close()
        raise WrongKind(kind=_XFA, instead="open it in Adobe Acrobat, print it to a PDF and import that")
    document.init_forms()
    return document


def _refusal(error: pypdfium2.PdfiumError) -> Unreadable:
    """Why a PDF does not open."""
    if error.err_code in _LOCKED:
        return Locked()
    return Damaged(kind=NAMES[Kind.PDF], what="it was not saved or copied whole")


def _leaf(number: int, sheet: Sheet) -> Leaf:
    """A page with its rows."""
    rows = (cleaned for row in rows_of(sheet) if any((cleaned := _clean(row)).cells))
    return Leaf(page=number, height=sheet.height, rows=tuple(rows))


def _sheet(document: Any, index: int) -> Sheet:  # noqa: ANN401
    """What is printed on a page, nothing if it does not load."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return Sheet(height=0)
    with closing(page):
        return sheet_of(page, document.formenv)


def _clean(row: Row) -> Row:
    """The row with clean cells; a line that is no table has no empty ones."""
    cells = tuple(map(clean, row.cells))
    kept = cells if row.table else tuple(filter(None, cells))
    return Row(cells=kept, base=row.base, table=row.table, is_form=row.is_form)


def _lines(heads: Sequence[RunningHead], leaves: Sequence[Leaf]) -> Iterator[Line]:
    """Headers, then the pages, then footers, numbered through."""
    headers = [head for head in heads if head.part is Part.HEADER]
    footers = [head for head in heads if head.part is Part.FOOTER]
    unnumbered = chain(map(_of_head, headers), _of_pages(leaves), map(_of_head, footers))
    for number, line in enumerate(unnumbered, start=1):
        yield replace(line, number=number)


def _of_head(head: RunningHead) -> Line:
    return Line(number=0, cells=head.cells, page=head.page, part=head.part)


def _of_pages(leaves: Sequence[Leaf]) -> Iterator[Line]:
    """The lines of all pages; a table counts on from those of the pages before."""
    tables: dict[tuple[int, int], int] = {}
    for leaf in leaves:
        for row in leaf.rows:
            table = tables.setdefault((leaf.page, row.table), len(tables) + 1) if row.table else None
            part = Part.FORM if row.is_form else Part.BODY
            yield Line(number=0, cells=row.cells, page=leaf.page, part=part, table=table)
