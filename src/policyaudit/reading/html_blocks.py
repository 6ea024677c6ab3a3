"""The paragraphs and tables of a web page, as somebody who looks at it sees them."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from policyaudit.reading.flow import Block, Paragraph
from policyaudit.reading.html_tables import OpenCell, OpenTable
from policyaudit.reading.lines import Part
from policyaudit.reading.refusals import Hostile

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_UNSEEN = frozenset(
    "audio canvas datalist iframe math noscript object script select style svg template textarea video".split()
)
_BLOCKS = frozenset(
    """address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre section summary
    table tbody td tfoot th thead tr ul""".split()
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HEADING = re.compile("h[1-6]")
_STRUCK_OUT, _LINE_THROUGH = {"del", "s", "strike"}, re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ROWS, _CELLS, _TEXTS = {"tr"}, {"td", "th"}, {"main", "article"}
_IN_HEADINGS = {"div", "button"}
_END_BY_THEMSELVES = {"li", "p", "td", "th", "tr", "dt", "dd"}  # where the next one begins
_FURNITURE = {"nav": Part.HEADER, "footer": Part.FOOTER}
_HOLD_LINES = {"div", "section", "article", "main", "body", "html", "center"}  # their own words keep line ends
_DEEPEST = 100  # tables inside each other


@dataclass(slots=True)
class Page:
    """What a page shows, part by part, and its title."""

    parts: list[tuple[Part, list[Block]]] = field(default_factory=list)
    title: str = ""
    hidden: int = 0
    has_struck_out: bool = False
    asks_for_password: bool = False


def page_of(markup: str, *, keeps_lines: bool = False) -> Page:
    """The page that this mark-up makes; with `keeps_lines` words in no paragraph, list or table stay in their lines."""
    reader = _Reader(keeps_lines=keeps_lines)
    reader.feed(markup)
    reader.close()
    reader.end()
    return reader.page


class _Reader(HTMLParser):
    """Follows the mark-up; end tags that are missing are taken as read where the next element shows it."""

    def __init__(self, *, keeps_lines: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page([(Part.BODY, [])])
        self._keeps_lines, self._holds_lines = keeps_lines, keeps_lines
        self._words: list[str] = []
        self._heading: int | None = None
        self._tables: list[tuple[OpenTable, OpenCell | None]] = []
        self._unseen: list[str] = []
        self._is_title = self._is_after_link = self._is_hidden = False
        self._texts = self._preformatted = self._titles = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a start tag."""
        if self._unseen and not (tag in _END_BY_THEMSELVES and self._unseen == [tag]):
            self._unseen += [] if tag in _VOID else [tag]
            return
        self._unseen = []
        named = dict(attrs)
        if _is_unseen(tag, named):
            self._unseen = [] if tag in _VOID else [tag]
            self._is_hidden = tag not in _UNSEEN
        elif _is_struck_out(tag, named):
            self._unseen, self._is_hidden = [tag], False
            self.page.has_struck_out = True
        elif tag in _BLOCKS:
            self._begin_block(tag, named)
        else:
            self._begin_inline(tag, named)

    def handle_endtag(self, tag: str) -> None:
        """Take an end tag."""
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
            return
        if self._unseen and self._unseen[0] not in _END_BY_THEMSELVES:
            return
        self._unseen = []
        if tag in _BLOCKS:
            self._end_block(tag)
        self._is_title = self._is_title and tag != "title"
        self._is_after_link = tag == "a"

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self._unseen:
            if self._is_hidden and data.strip():
                self.page.hidden, self._is_hidden = self.page.hidden + 1, False
        elif self._is_title:
            self.page.title += data if self._titles == 1 else ""
        else:
            keeps = self._holds_lines or self._preformatted
            self._words.append(data if keeps else _SPACE.sub(" ", data))
            self._is_after_link = False

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Pass over what office programs leave in a page ("<![if !supportLists]>"); the parser knows few of these."""
        return self.parse_bogus_comment(i, report=bool(report))

    def end(self) -> None:
        """End what is still open."""
        self._flush()
        while self._tables:
            self._end_table()

    def _begin_inline(self, tag: str, named: dict[str, str | None]) -> None:
        if tag == "br":
            self._words.append(" " if self._holds_lines else "\n")
        elif tag == "title":
            self._is_title, self._titles = True, self._titles + 1
        elif tag == "input":
            self.page.asks_for_password |= named.get("type") == "password"
        elif tag == "a" and self._is_after_link:
            self._words.append(" ")

    def _begin_block(self, tag: str, named: dict[str, str | None]) -> None:
        self._flush()
        self._holds_lines = self._keeps_lines and tag in _HOLD_LINES
        self._texts += tag in _TEXTS
        self._preformatted += tag == "pre"
        if tag not in _IN_HEADINGS:
            self._heading = int(tag[1]) if _HEADING.fullmatch(tag) else None
        if tag == "table":
            self._begin_table(named)
        elif tag in _ROWS or tag in _CELLS:
            self._begin_cells(tag, named)
        elif tag in _FURNITURE and not self._texts and not self._tables:
            self.page.parts.append((_FURNITURE[tag], []))

    def _end_block(self, tag: str) -> None:
        self._flush()
        self._holds_lines = self._keeps_lines
        self._texts -= bool(self._texts) and tag in _TEXTS
        self._preformatted -= bool(self._preformatted) and tag == "pre"
        if _HEADING.fullmatch(tag):
            self._heading = None
        if tag == "table" and self._tables:
            self._end_table()
        elif tag in _ROWS or tag in _CELLS:
            self._end_cell()
        elif tag in _FURNITURE and self.page.parts[-1][0] is _FURNITURE[tag]:
            self.page.parts.append((Part.BODY, []))

    def _begin_table(self, named: dict[str, str | None]) -> None:
        if len(self._tables) == _DEEPEST:
            raise Hostile(what=f"its tables lie more than {_DEEPEST} deep inside each other")
        self._tables.append((OpenTable(is_layout=named.get("role") in {"presentation", "none"}), None))

    def _end_table(self) -> None:
        table, _ = self._tables.pop()
        self._here().extend(table.blocks())

    def _begin_cells(self, tag: str, named: dict[str, str | None]) -> None:
        """Begin a row, or a cell in it; outside of tables both are nothing."""
        if not self._tables:
            return
        table, _ = self._tables[-1]
        if tag in _ROWS:
            table.begin_row()
            self._tables[-1] = table, None
        else:
            cell = table.begin_cell(columns=named.get("colspan"), rows=named.get("rowspan"))
            self._tables[-1] = table, cell

    def _end_cell(self) -> None:
        if self._tables:
            self._tables[-1] = self._tables[-1][0], None

    def _here(self) -> list[Block]:
        """Where the next block goes: into the innermost cell that is open, else into the page."""
        cells = (cell for _, cell in reversed(self._tables) if cell is not None)
        cell = next(cells, None)
        return self.page.parts[-1][1] if cell is None else cell.blocks

    def _flush(self) -> None:
        """End the paragraph."""
        words = "".join(self._words)
        if words.strip():
            self._here().append(Paragraph(words, heading=self._heading))
        self._words, self._is_after_link = [], False


def _is_unseen(tag: str, named: dict[str, str | None]) -> bool:
    """Whether an element is never shown."""
    return tag in _UNSEEN or "hidden" in named or _NOT_SHOWN.search(named.get("style") or "") is not None


def _is_struck_out(tag: str, named: dict[str, str | None]) -> bool:
    """Whether an element's words are crossed out."""
    return tag in _STRUCK_OUT or (tag not in _VOID and _LINE_THROUGH.search(named.get("style") or "") is not None)
