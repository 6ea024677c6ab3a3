"""A document's lines without what is only decoration, each with the part of the document it lies in.

`FRONT` is where documents name themselves, `BACK` their last lines, `FURNITURE` what is repeated on the pages,
`MIDDLE` the text between.
"""

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from policyaudit.reading.evidence import Evidence
from policyaudit.reading.lines import DocumentText, Line, Part

_FRONT_ROWS = 60
_FRONT_PAGES = 2
_BACK_ROWS = 25
_LEADERS = re.compile(r"(?:\s*[.…_·]){4,}\s*|…+")
_DECORATION = re.compile(r"^(?:[#>*_\s]+(?=\w)|[•\-–*·▪●○◦o\uf0b7\uf0a7➢✓]\s+)|[*_#\s]+$")
_BULLET = re.compile(r"^\s*(?:[•*·▪●○◦\uf0b7\uf0a7➢✓]|[-–o]\s|\d{1,3}[.)]\s)")
_PAGE_NUMBER = re.compile(
    r"\s*\|?\s*(?:(?:page|tudalen|p\.)\s*\d+(?:\s*(?:of|o|/)\s*\d+)?|\d+\s*(?:of|/)\s*\d+|\b\d{1,3})\s*$", re.IGNORECASE
)


class Zone(StrEnum):
    """Whereabouts in a document a row lies."""

    FRONT = "front"
    MIDDLE = "middle"
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
    times: int = 1  # how often the same words stand in the document, page numbers aside

    @property
    def text(self) -> str:
        """The row's words, cells two spaces apart."""
        return "  ".join(self.cells)

    def evidence(self, reason: str) -> Evidence:
        """This row as the evidence for a value."""
        if self.zone is Zone.FURNITURE:
            reason = f"{reason}, {self.zone}"
        return Evidence(self.line.number, self.line.text, reason, self.line.page, self.line.part)


def rows_of(document: DocumentText) -> tuple[Row, ...]:
    """The rows that say something, in the order of the document."""
    lines = [line for line in document.lines if line.text.strip()]
    repeats = Counter(_words_of(line) for line in lines)
    zones = _zones(lines)
    rows = [_row(line, times=repeats[_words_of(line)], zone=zone) for line, zone in zip(lines, zones, strict=True)]
    return tuple(rows)


def is_page_number(text: str) -> bool:
    """Whether a row holds a page number and nothing else."""
    return not without_page_number(text)


def without_page_number(text: str) -> str:
    """A footer's words without "Page 2 of 8"."""
    return _PAGE_NUMBER.sub("", text).strip(" |")


def _row(line: Line, *, times: int, zone: Zone) -> Row:
    cells = tuple(_LEADERS.sub(" ", _DECORATION.sub("", cell)).strip() for cell in line.cells)
    is_repeated = times > 1 and line.page is not None
    return Row(
        line=line,
        cells=tuple(cells),
        zone=Zone.FURNITURE if is_repeated or line.part in {Part.HEADER, Part.FOOTER} else zone,
        is_dotted=bool(_LEADERS.search(line.text)),
        is_bulleted=bool(_BULLET.match(line.text)),
        times=times,
    )


def _words_of(line: Line) -> str:
    return without_page_number(line.text).casefold()


def _zones(lines: list[Line]) -> list[Zone]:
    last = len(lines) - _BACK_ROWS
    return [_zone(line, place, last=last) for place, line in enumerate(lines)]


def _zone(line: Line, place: int, *, last: int) -> Zone:
    is_first_pages = line.page is None or line.page <= _FRONT_PAGES
    if line.part in {Part.FORM, Part.FRONT_MATTER, Part.TEXT_BOX} or (place < _FRONT_ROWS and is_first_pages):
        return Zone.FRONT
    return Zone.BACK if place >= last else Zone.MIDDLE
