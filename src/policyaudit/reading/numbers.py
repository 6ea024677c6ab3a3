"""A policy's number where it stands before its title: "PSW23 Social Media Policy"."""

import re
from collections.abc import Iterator, Sequence

from policyaudit.reading.evidence import Reading
from policyaudit.reading.rows import Row, Zone
from policyaudit.reading.organisations import has_noun

_CODE = re.compile(r"(?P<code>[A-Z]{2,5}[-/ ]?\d{1,4}[a-z]?)\b[\s:.–-]+(?P<rest>[A-Z].{3,})")
_FRONT_ROWS = 10
_LONGEST = 110
_CONFIDENCE = 0.85


def numbers_beside_titles(rows: Sequence[Row]) -> Iterator[Reading[str]]:
    """Codes of letters and digits before a title, in the first lines and at the foot of the pages."""
    front = [row for row in rows if row.zone is Zone.FRONT][:_FRONT_ROWS]
    for row in [*front, *[row for row in rows if row not in front]]:
        for cell in row.cells:
            match = _CODE.match(cell)
            if match and len(cell) < _LONGEST and (has_noun(match["rest"]) or row in front):
                yield Reading(match["code"], _CONFIDENCE, row.evidence("code before the title"))
                return
