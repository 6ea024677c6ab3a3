"""A policy's number where it stands before its title: "PSW23 Social Media Policy"."""

import re
from collections.abc import Iterator, Sequence

from policyaudit.reading.dates import read_date
from policyaudit.reading.evidence import Reading
from policyaudit.reading.lines import Part
from policyaudit.reading.organisations import has_noun
from policyaudit.reading.rows import Row, Zone, without_page_number
from policyaudit.reading.titles import same_title

_CODE = re.compile(
    r"(?P<code>(?![A-Z]+[-/ ]?(?:19|20)\d\d\b)[A-Z]{2,5}[-/ ]?\d{2,4}[a-z]?)\b(?:[\s:.–-]+(?P<rest>\w.*))?$"
)
_NUMBERED = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,2})?|[A-Z]\d{1,3})[.):]?\s+(?P<rest>[A-Z].*)")
_FRONT_ROWS = 10
_FIRST_ROWS = 3
_LONGEST = 110
_CONFIDENCE, _LIKELY = 0.85, 0.75  # a number may be that of a chapter


def numbers_beside_titles(rows: Sequence[Row], title: str) -> Iterator[Reading[str]]:
    """Codes of letters and digits before a title, in the first lines and at the foot of the pages."""
    front = [row for row in rows if row.zone is Zone.FRONT][:_FRONT_ROWS]
    for row in rows[:_FIRST_ROWS]:
        numbered = _NUMBERED.match(row.text)
        if numbered and same_title(numbered["rest"], title):
            yield Reading(numbered["number"], _LIKELY, row.evidence("number before the title"))
            return
    at_front = {row.line.number for row in front}
    for row in [*front, *[row for row in rows if row.line.number not in at_front]]:
        for cell in row.cells:
            match = _CODE.match(without_page_number(cell)) if len(cell) < _LONGEST else None
            if match is None or read_date(match["rest"] or "-"):
                continue
            rest = match["rest"] or ""
            if same_title(rest, title) or _is_of_policy(row, rest, front):
                is_foot = row.zone is Zone.FURNITURE
                reason = "code at the head or foot of the pages" if is_foot else "code before the title"
                yield Reading(match["code"], _CONFIDENCE, row.evidence(reason))
                return


def _is_of_policy(row: Row, rest: str, front: Sequence[Row]) -> bool:
    """Whether a code stands before a title, or alone at the foot of the pages."""
    if row.line.part is Part.FOOTER or row.line.part is Part.HEADER or (row in front[:_FIRST_ROWS] and not rest):
        return True
    return bool(rest) and (row in front or has_noun(rest)) and rest[0].isupper()
