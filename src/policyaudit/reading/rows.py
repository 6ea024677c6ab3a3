"""A document's lines without what is only decoration, each with the part of the document it lies in.

`FRONT` is where documents name themselves, `BACK` their last lines, `FURNITURE` what is repeated on the pages,
`MIDDLE` the text between, `APPENDIX` what follows it: forms and lists that are not the policy's own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from policyaudit.reading.dates import read_date
from policyaudit.reading.evidence import Evidence
from policyaudit.reading.labels import label_at, labels_in
from policyaudit.reading.lines import DocumentText, Line, Part
from policyaudit.reading.long_lines import within_reason

ORDINAL = re.compile(r"^(?:appendix\s+\w+|\d+(?:\.\d+)*)[.):\s-]+", re.IGNORECASE)
"""The number before a heading."""

_FRONT_ROWS = 60
_FRONT_PAGES = 2
_BACK_ROWS = 14
_TOP_ROWS, _BOTTOM_ROWS = 3, 3
_LEADERS = re.compile(r"(?:\s*[.…_·]){4,}\s*|…+")
_DECORATION = re.compile(r"^(?:[#>*_\s]+(?=\w)|[•\-–*·▪●○◦o\uf0b7\uf0a7➢✓]\s+)|[*_#\s]+$")
_FEWEST_DOTS = 4
_EMPHASIS = "*_#"
_RAISED = re.compile(r"(?:st|nd|rd|th)")
_RAISED_LETTERS = ("st", "nd", "rd", "th")
_RAISED_ENDS = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)$")
_DAY_ENDS = re.compile(r"(?<!\d)\d{1,2}$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_BEGINNING = 24
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}\.")
_VARIABLE = re.compile(r"\s*\$(?P<name>\w+)\s*=\s*['\"]?(?P<value>.*?)['\"]?\s*;?\s*")  # of a page that is a program
_ENDS_A_BODY = re.compile(r"(?:Governing )?(?:Body|Board|Committee|Trustees|Governors)")
_DATE_OF_SOMEBODY = re.compile(r"date\b.*\b(?:by|of|for|at)$", re.IGNORECASE)
_BAR = re.compile(r"\s+[|¦]\s+")
_APPENDIX = re.compile(r"^[#*\s]*(?:appendix|appendices|annex|atodiad)\b.{0,60}$", re.IGNORECASE)
_ENDS = (".", "!", "?")
_WORD = re.compile(r"\w+")
_WORDS_OF_A_SENTENCE = 5
_BULLET = re.compile(r"^\s*(?:[•*·▪●○◦\uf0b7\uf0a7➢✓]|[-–o]\s|\d{1,3}[.)]\s)")
_PAGE_NUMBER = re.compile(
    r"\s*\|?\s*(?:(?:page|tudalen|p\.)\s*\d+(?:\s*(?:of|o|/)\s*\d+)?|\d{1,3}\s+of\s+\d{1,3}|(?:(?<=\s\s)|(?<=\t)|^)\d{1,3})\s*$",
    re.IGNORECASE,
)


class Zone(StrEnum):
    """Whereabouts in a document a row lies."""

    FRONT = "front"
    MIDDLE = "middle"
    APPENDIX = "appendix"
    END = "end of an appendix"
    BACK = "back"
    FURNITURE = "repeated on the pages"


@dataclass(frozen=True, slots=True)
class Row:
    """One line as a reader of labels sees it: cells without bullets, emphasis and dotted lines."""

    line: Line
    cells: tuple[str, ...]
    zone: Zone
    is_dotted: bool = False  # a dotted line stands in it, where somebody should have written
    is_bulleted: bool = False
    text: str = field(init=False, repr=False, compare=False)
    """The row's words, cells two spaces apart."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "  ".join(self.cells))  # once: every reader asks for it several times

    def evidence(self, reason: str) -> Evidence:
        """The row as the evidence for a value."""
        if self.zone is Zone.FURNITURE:
            reason = f"{reason}, {self.zone}"
        return Evidence(self.line.number, self.line.text, reason, self.line.page, self.line.part)


@lru_cache(maxsize=1)  # what a document says of itself, and what of it cannot be read, ask for the same rows
def rows_of(document: DocumentText) -> tuple[Row, ...]:
    """The rows that say something, in the order of the document."""
    lines = _with_whole_ordinals(within_reason([line for line in document.lines if line.text.strip()]))
    at_edges = _at_edges_of_pages(lines)
    repeats = Counter(_words_of(line) for line in at_edges)
    edges = {line.number for line in at_edges if repeats[_words_of(line)] > 1}
    rows = [
        _row(line, zone=Zone.FURNITURE if line.number in edges else zone)
        for line, zone in zip(lines, _zones(lines), strict=True)
    ]
    return tuple(_with_whole_labels(rows))


def _with_whole_labels(rows: list[Row]) -> list[Row]:
    """Rows whose label runs on in the line below made whole: "Date policy last" beside its value, then "reviewed"."""
    whole: list[Row] = []
    for row in rows:
        above = whole[-1] if whole else row
        if _names_a_body(above, row):
            whole[-1] = replace(above, cells=(f"{above.text} {row.text}",))
            continue
        joined = f"{above.cells[0]} {row.cells[0]}"
        label = label_at(joined) if _is_cut(above, row) else None
        if label and label.is_set_off and label.end == len(joined):
            whole[-1] = replace(above, cells=(joined, *above.cells[1:]))
            if len(row.cells) > 1:
                whole.append(replace(row, cells=("", *row.cells[1:])))
        else:
            whole.append(row)
    return whole


def _names_a_body(above: Row, row: Row) -> bool:
    """Whether a label for an approval goes on with who gave it: "Date approved", "by Local Governing", "Body"."""
    label = label_at(above.text) if len(above.cells) == len(row.cells) == 1 else None
    if label is None or label.topic.name != "approval" or not above.text.casefold().startswith("date"):
        return False
    goes_on = row.text.startswith("by ") and label.is_set_off
    return goes_on or (_ENDS_A_BODY.fullmatch(row.text) is not None and not label.is_set_off)


def _is_cut(above: Row, row: Row) -> bool:
    """Whether the first cell of a row may go on in the row below."""
    whole = label_at(above.cells[0])
    if len(above.cells) == len(row.cells) == 1:  # "Date approved by", "governors"
        return _DATE_OF_SOMEBODY.match(above.text) is not None and row.text[:1].islower()
    is_begun = len(above.cells) > 1 and above.text[:1].isupper() and not (whole and whole.is_set_off)
    return is_begun and row.text[:1].islower()


def _with_whole_ordinals(lines: list[Line]) -> list[Line]:
    """Lines with "5", "th", "May 2017" on three of them put together, as PDF files part raised letters."""
    whole: list[Line] = []
    for line in lines:
        above = whole[-1] if whole else line
        is_rest = bool(whole) and _goes_on(above, line)
        if whole and (is_rest or (_RAISED.fullmatch(line.text) and _DAY_ENDS.search(above.text))):
            cells = (*above.cells[:-1], above.cells[-1] + (" " if is_rest else "") + line.cells[0], *line.cells[1:])
            whole[-1] = replace(above, cells=cells)
        else:
            whole.append(line)
    return whole


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a date goes on in the next line: "5th" and "May 2017", "22 March" and "2021"."""
    text, above_text = line.text, above.text
    has_month = above_text.endswith(_RAISED_LETTERS) and _RAISED_ENDS.search(above_text) and text[:1].isalpha()
    return bool(has_month) or (_YEAR.fullmatch(text) is not None and _begins_a_date(above_text))


@lru_cache(maxsize=64)
def _begins_a_date(text: str) -> bool:
    return text[-1:].isalpha() and len(text) <= _LONGEST_BEGINNING and read_date(f"{text} 2020") is not None


def rows_labelled(rows: Sequence[Row], topic: str) -> Iterator[int]:
    """The places of rows that begin with a label of a topic, those in a list of contents aside."""
    for place, row in enumerate(rows):
        text = ORDINAL.sub("", row.cells[0])
        label = label_at(text) or (next(labels_in(text), None) if "/" in text else None)
        is_contents = row.is_dotted or row.text[-1:].isdigit()
        if label and label.start == 0 and label.topic.name == topic and label.is_set_off and not is_contents:
            yield place


def is_sentence(text: str) -> bool:
    """Whether a line is running text: no heading, label or entry in a list of contents."""
    ends = text.endswith(_ENDS) and (text[-2:-1].isalnum() or text[-2:-1] == "_")
    return ends and len(_WORD.findall(text)) >= _WORDS_OF_A_SENTENCE


def is_page_number(text: str) -> bool:
    """Whether a row holds a page number and nothing else."""
    return bool(text) and not without_page_number(text)


def without_page_number(text: str) -> str:
    """A footer's words without "Page 2 of 8"."""
    return (_PAGE_NUMBER.sub("", text) if text.rstrip()[-1:].isdigit() else text).strip(" |")


def _at_edges_of_pages(lines: list[Line]) -> list[Line]:
    """The first and last lines of every page, where a document knows its pages."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if line.page is not None:
            pages.setdefault(line.page, []).append(line)
    edges = [(*page[:_TOP_ROWS], *page[_TOP_ROWS:][-_BOTTOM_ROWS:]) for page in pages.values()]
    return [line for page in edges for line in page]


def _row(line: Line, *, zone: Zone) -> Row:
    text = line.text
    is_dotted = _is_dotted(text)
    plain = (part if _is_plain(part) else _DECORATION.sub("", part) for part in _parts(line, text))
    return Row(
        line=line,
        cells=tuple((_LEADERS.sub(" ", part) if is_dotted else part).strip() for part in plain),
        zone=Zone.FURNITURE if line.part in {Part.HEADER, Part.FOOTER} else zone,
        is_dotted=is_dotted,
        is_bulleted=_BULLET.match(text) is not None,
    )


def _is_dotted(text: str) -> bool:
    """Whether a line of dots stands in a text. Most hold too few of them, and counting is quicker than a search."""
    dots = text.count(".") + text.count("_") + text.count("·")
    return (dots >= _FEWEST_DOTS or "…" in text) and _LEADERS.search(text) is not None


def _is_plain(cell: str) -> bool:
    """Whether a cell begins and ends with what is no decoration, as most do; the letter o may be a bullet."""
    first, last = cell[:1], cell[-1:]
    return first.isalnum() and first != "o" and not last.isspace() and last not in _EMPHASIS


def _parts(line: Line, text: str) -> Sequence[str]:
    """A line's cells, parted at the bars that a footer has between its pieces; a table's cells stay whole.

    The number of a heading belongs to it, however far apart they stand.
    """
    cells = line.cells
    if "$" in text and (variable := _VARIABLE.fullmatch(text)):
        cells = variable.group("name", "value")
    if line.table is not None:
        return cells
    if len(cells) == 2 and _NUMBER.fullmatch(cells[0]) and cells[1][:1].isupper():  # noqa: PLR2004
        cells = (" ".join(cells),)
    has_bars = "|" in text or "¦" in text
    return [piece for cell in cells for piece in _BAR.split(cell)] if has_bars else cells


def _words_of(line: Line) -> str:
    return without_page_number(line.text).casefold()


def _zones(lines: list[Line]) -> list[Zone]:
    last = len(lines) - _BACK_ROWS
    zones: list[Zone] = []
    has_text = is_appendix = False
    for place, line in enumerate(lines):
        zone = _zone(line, place, last=last)
        has_text = has_text or zone is Zone.MIDDLE or is_sentence(line.text)
        is_appendix = is_appendix or (has_text and bool(_APPENDIX.match(line.text)))
        if is_appendix and line.part is Part.BODY:
            zone = Zone.END if place >= last else Zone.APPENDIX
        zones.append(zone)
    return zones


def _zone(line: Line, place: int, *, last: int) -> Zone:
    is_first_pages = line.page is None or line.page <= _FRONT_PAGES
    if line.part in {Part.FORM, Part.FRONT_MATTER, Part.TEXT_BOX} or (place < _FRONT_ROWS and is_first_pages):
        return Zone.FRONT
    return Zone.BACK if place >= last else Zone.MIDDLE
