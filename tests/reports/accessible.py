"""What would stop a screen reader in a PDF: each problem in a few words, none where all is well."""

from collections.abc import Iterator
from itertools import pairwise

import pikepdf

from tests.reports.reading_pdfs import Tag, tags_of

_LEVELS = ("H1", "H2", "H3", "H4", "H5", "H6")
# Source: ISO 14289-1 (PDF/UA-1), 7.2; ISO 32000-1, tables 333 to 337.
_PARENTS = {
    "THead": {"Table"},
    "TBody": {"Table"},
    "TR": {"THead", "TBody"},
    "TH": {"TR"},
    "TD": {"TR"},
    "Caption": {"Table"},
    "LI": {"L"},
    "LBody": {"LI"},
}


def problems_of(pdf: pikepdf.Pdf) -> list[str]:
    """Everything that is wrong with language, title, headings, tables, lists, links and pictures."""
    tags = tags_of(pdf)
    return [*_of_document(pdf), *_of_headings(tags), *_of_places(tags), *_of_tables(tags), *_of_pictures(tags)]


def _of_document(pdf: pikepdf.Pdf) -> Iterator[str]:
    if str(pdf.Root.get("/Lang", "")) != "en-GB":
        yield "the language is not said"
    if not str(pdf.docinfo.get("/Title", "")) or not pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary()).get(
        "/DisplayDocTitle"
    ):
        yield "the title is not shown"
    if b'pdfuaid:part="1"' not in pdf.Root.Metadata.read_bytes():
        yield "it does not say that it is PDF/UA-1"
    if any(page.get("/Tabs") != "/S" for page in pdf.pages if "/Annots" in page):
        yield "links are not reached in reading order"


def _of_headings(tags: list[Tag]) -> Iterator[str]:
    levels = [_LEVELS.index(tag.kind) + 1 for tag in tags if tag.kind in _LEVELS]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield "there is not one heading of the first level, at the top"
    yield from (f"heading {deeper} follows heading {level}" for level, deeper in pairwise(levels) if deeper > level + 1)


def _of_places(tags: list[Tag]) -> Iterator[str]:
    for tag in tags:
        parent = tag.path[-1] if tag.path else "the document"
        if tag.kind in _PARENTS and parent not in _PARENTS[tag.kind]:
            yield f"{tag.kind} stands in {parent}"
        if tag.kind == "Link" and "Link" in tag.path:
            yield "a link stands in a link"


def _of_tables(tags: list[Tag]) -> Iterator[str]:
    heads = {bytes(tag.element.ID) for tag in tags if tag.kind == "TH" and "/ID" in tag.element}
    for tag in tags:
        if tag.kind == "TD":
            named = [
                bytes(head) for head in tag.element.get("/A", pikepdf.Dictionary()).get("/Headers", pikepdf.Array())
            ]
            if len(named) < 2 or not heads.issuperset(named):  # of its row and of its column
                yield "a cell does not know the heads of its row and column"


def _of_pictures(tags: list[Tag]) -> Iterator[str]:
    yield from ("a picture has no words" for tag in tags if tag.kind == "Figure" and not tag.alt)
