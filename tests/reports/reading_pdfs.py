"""What a PDF says and how it is built, as a reader or a screen reader finds it."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pypdfium2


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, one space between words."""
    document = pypdfium2.PdfDocument(pdf)
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_bounded()) for page in document]


def text_of(pdf: bytes) -> str:
    """The text of the whole document, one space between words."""
    return " ".join(pages_of(pdf))


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The document as a tree of PDF objects."""
    return pikepdf.open(io.BytesIO(pdf))


def dictionaries_of(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """All dictionaries of the document: its pages, fonts, links and actions."""
    return [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]


@dataclass(frozen=True)
class Tag:
    """One element of the structure tree: its kind, its place from the top, its alternative text, its object."""

    kind: str
    path: tuple[str, ...]
    alt: str | None
    element: pikepdf.Object


def tags_of(pdf: pikepdf.Pdf) -> list[Tag]:
    """All elements of the structure tree, in reading order."""
    return [tag for root in pdf.Root.StructTreeRoot.K for tag in _tags_below(root, ())]


def _tags_below(element: pikepdf.Object, path: tuple[str, ...]) -> Iterator[Tag]:
    if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
        return
    kind = str(element.S).removeprefix("/")
    yield Tag(kind, path, str(element.Alt) if "/Alt" in element else None, element)
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        yield from _tags_below(kid, (*path, kind))


def bookmarks_of(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    """The outline: level and title of each bookmark."""
    with pdf.open_outline() as outline:
        return list(_bookmarks_below(list(outline.root), 1))


def _bookmarks_below(items: list[pikepdf.OutlineItem], level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, item.title
        yield from _bookmarks_below(list(item.children), level + 1)
