"""Plain text and Markdown: each line as it stands in the file, tabs and wide gaps as cells."""

import re
from collections.abc import Iterator

from policyaudit.domain.clean_text import clean
from policyaudit.reading.cells import split_cells
from policyaudit.reading.characters import decode
from policyaudit.reading.formats import Kind
from policyaudit.reading.lines import DocumentText, Line, Part
from policyaudit.reading.refusals import NoText

# Marks that programs leave behind when they turn a document into text; none of them is the school's wording.
_RESIDUE = re.compile(
    r"\[bookmark: [^\]]*\]"
    r"|</?(?:p|br|b|i|u|em|strong|span|div|sup|sub|input)(?:\s[^<>]*)?/?>"
    r"|\*\*(?=\S)|(?<=\S)\*\*",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(#{1,6})\s+([^#].*)")
_TABLE_ROW = re.compile(r"\s*\|(.*)\|\s*")
_TABLE_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
_FRONT_MATTER = re.compile(r"---\s*\n(?:[ \t]*[\w-]+[ \t]*:.*\n|[ \t]+\S.*\n|-[ \t].*\n)+(?:---|\.\.\.)[ \t]*(?:\n|$)")


def read_plain(content: bytes) -> DocumentText:
    """Read the lines of a text file; a line's number is its number in the file."""
    text = decode(content).replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    rows = front.group().count("\n") if front else 0
    lines = (*_front_matter(text, rows), *_body(text, rows))
    if not lines:
        raise NoText(kind="a text file")
    return DocumentText(media_type=Kind.PLAIN, lines=lines)


def _front_matter(text: str, rows: int) -> Iterator[Line]:
    """The named values that some Markdown files start with."""
    for number, row in enumerate(text.split("\n")[1 : max(rows - 1, 0)], start=2):
        key, colon, value = row.partition(":")
        cells = (clean(key), clean(value).strip("\"'")) if colon else (clean(row),)
        yield Line(number=number, cells=cells, part=Part.FRONT_MATTER)


def _body(text: str, after: int) -> Iterator[Line]:
    """The lines below the front matter; a form feed starts a new page."""
    page, table, inside = (1 if "\f" in text else None), 0, False
    for number, row in enumerate(text.split("\n"), start=1):
        is_row = bool(_TABLE_ROW.fullmatch(row))
        table, inside = table + (is_row and not inside), is_row
        page = page and page + row.count("\f")
        cells = () if number <= after else _cells(row, is_row=is_row)
        if any(cells):
            yield _line(number, cells, page=page, table=table if is_row else None)


def _line(number: int, cells: tuple[str, ...], *, page: int | None, table: int | None) -> Line:
    """One line; a Markdown heading loses its marks and keeps its level."""
    heading = _HEADING.fullmatch(cells[0]) if len(cells) == 1 else None
    if heading:
        cells = (heading.group(2).rstrip("# "),)
    return Line(number=number, cells=cells, page=page, table=table, heading=len(heading.group(1)) if heading else None)


def _cells(row: str, *, is_row: bool) -> tuple[str, ...]:
    """A table row's cells, empty ones too; else what tabs and wide gaps set apart."""
    if is_row:
        return () if _TABLE_RULE.fullmatch(row) else tuple(map(_tidy, row.strip()[1:-1].split("|")))
    return tuple(filter(None, map(_tidy, split_cells(row))))


def _tidy(cell: str) -> str:
    """A cell's words without what programs left behind."""
    return clean(_RESIDUE.sub(" ", cell))
