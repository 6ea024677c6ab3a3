"""Plain text and Markdown: each line as it stands in the file, tabs and wide gaps as cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from policyaudit.reading.characters import decode
from policyaudit.reading.flow import Block, Cell, LineWriter, Paragraph, Table
from policyaudit.reading.formats import Kind
from policyaudit.reading.front_matter import front_matter
from policyaudit.reading.html_blocks import page_of
from policyaudit.reading.lines import DocumentText, Line
from policyaudit.reading.markdown import has_struck_out, rows_of
from policyaudit.reading.refusals import NoText
from policyaudit.reading.warnings import STRUCK_OUT
from policyaudit.reading.web_page import without_program

# What makes a page out of words; the marks for paragraphs, breaks and bold type are left behind by converters, too.
_STRUCTURE = re.compile(
    r"^[ \t]*<(?:li|td|th|tr|table|ul|ol|dl|h[1-6]|div|section|article|details)(?=[\s>])", re.IGNORECASE | re.MULTILINE
)
_FEWEST_MARKS = 2


def read_plain(content: bytes) -> DocumentText:
    """Read the lines of a text file; a line's number is its number in the file, unless there is a web page in it."""
    text = decode(content).replace("\r\n", "\n").replace("\r", "\n")
    front, taken = front_matter(text)
    rows = text.split("\n")[taken:]
    is_page = len(_STRUCTURE.findall(text)) >= _FEWEST_MARKS
    lines = (*front, *(_of_page(rows, taken) if is_page else _body(rows, taken)))
    if not lines:
        raise NoText(kind="a text file")
    return DocumentText(media_type=Kind.PLAIN, lines=lines, warnings=(STRUCK_OUT,) if has_struck_out(text) else ())


def _body(rows: Sequence[str], before: int) -> Iterator[Line]:
    """The lines of rows, after so many before; a form feed starts a new page."""
    pages = list(accumulate(row.count("\f") for row in rows))
    for row in rows_of(rows):
        page = pages[row.number - 1] + 1 if pages[-1] else None
        yield Line(before + row.number, row.cells, page=page, table=row.table, heading=row.heading)


def _of_page(rows: Sequence[str], before: int) -> Iterator[Line]:
    """The lines of a text with parts of a web page in it, counted on; around those parts, rows of Markdown."""
    page = page_of(without_program("\n".join(rows)), keeps_lines=True)
    writer = LineWriter()
    for part, blocks in page.parts:
        for block in blocks:
            writer.write(_blocks(block), part=part)
    return (replace(line, number=before + line.number) for line in writer.lines)


def _blocks(block: Block) -> Iterator[Block]:
    """What a block of a page says, its rows of Markdown as paragraphs and tables."""
    if isinstance(block, Table) or block.heading:
        yield block
        return
    for table, rows in groupby(rows_of(block.text.split("\n")), key=lambda row: row.table):
        if table:
            yield Table(tuple(tuple(Cell((Paragraph(cell),)) for cell in row.cells) for row in rows))
        else:
            yield from (Paragraph("\t".join(row.cells), heading=row.heading) for row in rows)
