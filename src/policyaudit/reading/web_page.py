"""Web pages: the text that is seen, as lines; a page that only stands in place of the document is refused."""

import re
from collections.abc import Iterator, Sequence

from policyaudit.domain.clean_text import clean
from policyaudit.reading.characters import decode_page
from policyaudit.reading.flow import LineWriter
from policyaudit.reading.formats import NAMES, Kind
from policyaudit.reading.html_blocks import Page, page_of
from policyaudit.reading.lines import DocumentText, Line, Part
from policyaudit.reading.refusals import NoText, WrongKind
from policyaudit.reading.warnings import STRUCK_OUT

_PROGRAM = re.compile(r"<\?.*?(?:\?>|\Z)|<%.*?(?:%>|\Z)|\{%[^{}]{0,500}%\}|\{\{[^{}]{0,500}\}\}", re.DOTALL)
_BARRED = re.compile(
    r"""\b(?:sign(?:ed)?[ -]?in|log(?:ged)?[ -]?[io]n|session\ has|expired|timed\ out|access\ denied|forbidden
    |permission|not\ authori[sz]ed|request\ access|not\ (?:be\ )?found|just\ a\ moment|human
    |enable\ (?:javascript|cookies))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_FEW_WORDS, _WORDS_BESIDE_A_PASSWORD = 40, 150
_LONGEST_QUOTED = 80


def read_html(content: bytes) -> DocumentText:
    """Read the lines of a web page."""
    page = page_of(without_program(decode_page(content)))
    lines = _lines(page)
    if not lines:
        raise NoText(kind=f"a {NAMES[Kind.HTML]}")
    _refuse_what_bars_the_way(page, lines)
    return DocumentText(
        media_type=Kind.HTML,
        lines=lines,
        title_property=clean(page.title, limit=300) or None,
        warnings=tuple(_warnings(page)),
    )


def without_program(markup: str) -> str:
    """A page as it was written, without the parts that a server would have run."""
    return _PROGRAM.sub(" ", markup)


def _lines(page: Page) -> tuple[Line, ...]:
    writer = LineWriter()
    for part, blocks in page.parts:
        writer.write(blocks, part=part)
    return tuple(writer.lines)


def _refuse_what_bars_the_way(page: Page, lines: Sequence[Line]) -> None:
    """Refuse a page saved where somebody meant to save a document: "Please sign in", "Access denied"."""
    said = [line.text for line in lines if line.part is Part.BODY]
    words = sum(len(text.split()) for text in said)
    in_rows = {line.text for line in lines if len(line.cells) > 1}  # of a table, which such a page has not
    telling = [text for text in (*said, page.title) if text not in in_rows and _BARRED.search(text)]
    if words <= (_WORDS_BESIDE_A_PASSWORD if page.asks_for_password else _FEW_WORDS) and telling:
        raise WrongKind(
            kind=f"a web page that stands in place of the document: “{clean(telling[0], limit=_LONGEST_QUOTED)}”",
            instead="open the site in a browser, download the document itself and import that",
        )


def _warnings(page: Page) -> Iterator[str]:
    if page.has_struck_out:
        yield STRUCK_OUT
    if page.hidden:
        passages = "1 hidden passage, which is" if page.hidden == 1 else f"{page.hidden:,} hidden passages, which are"
        yield f"has {passages} not read"
