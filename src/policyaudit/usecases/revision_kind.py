"""Whether a new text asks people to sign again, whatever it says of its own version and dates."""

import re
from collections.abc import Iterator
from typing import Final

from policyaudit.domain.partial_date import PartialDate, Precision
from policyaudit.domain.revision import Proposal, propose
from policyaudit.reading.header import Header, read_header
from policyaudit.reading.lines import DocumentText, Line

# These differ in every version, and nobody has to do anything else because of them.
_DATES: Final = ("approved_on", "last_reviewed", "next_review", "effective_from", "document_date")
_CALLED: Final = r"\b(?:version|ver|v|issue)\b[ .:]*"


def proposed_kind(old: str, new: str) -> Proposal:
    """What two texts speak for, minor or material, apart from the label, the dates and the log of their versions."""
    return propose(_without_version(old), _without_version(new))


def _without_version(text: str) -> str:
    lines = text.split("\n")
    cells = (Line(number, tuple(line.split("\t"))) for number, line in enumerate(lines, start=1))
    header = read_header(DocumentText("text/plain", tuple(cells)))
    for number, words in _said_once(header):
        lines[number - 1] = lines[number - 1].replace(words, "")
    for row in header.version_history:
        lines[row.evidence.line - 1] = ""
    everywhere = "|".join(_said_everywhere(header))
    return re.sub(everywhere, "", "\n".join(lines), flags=re.IGNORECASE) if everywhere else "\n".join(lines)


def _said_once(header: Header) -> Iterator[tuple[int, str]]:
    """The words that say which version it is and from when, where they were read; a year alone may mean much else."""
    if header.version:
        yield header.version.evidence.line, header.version.value
    for date, line in _dates(header):
        yield line, date.as_written


def _said_everywhere(header: Header) -> Iterator[str]:
    """What a heading or the foot of a page says again: the version by that word, and a date that is no bare year."""
    if header.version:
        yield _CALLED + re.escape(header.version.value)
    for date, _ in _dates(header):
        if date.precision is not Precision.YEAR:
            yield re.escape(date.as_written)


def _dates(header: Header) -> Iterator[tuple[PartialDate, int]]:
    for field in _DATES:
        chosen = getattr(header, field)
        for reading in (chosen, *chosen.others) if chosen is not None else ():
            yield reading.value, reading.evidence.line
