"""What the command and its reader process say to each other: a document's bytes one way, its text or the reason back.

Nothing that comes back is ever run: it is JSON.
"""

import json
from typing import Any

from policyaudit.reading.lines import DocumentText, Line, Part
from policyaudit.reading.refusals import BY_NAME, Unreadable


def pack(outcome: DocumentText | Unreadable) -> bytes:
    """A document's text, or why there is none, as a message."""
    if isinstance(outcome, Unreadable):
        said: dict[str, object] = {"reason": type(outcome).__name__, "facts": outcome.facts}
    else:
        said = {
            "media_type": outcome.media_type,
            "title_property": outcome.title_property,
            "warnings": outcome.warnings,
            "pages_without_text": outcome.pages_without_text,
            "pages_by_ocr": outcome.pages_by_ocr,
            "lines": [
                [line.number, line.cells, line.page, line.part, line.table, line.heading, line.sheet, line.sheet_row]
                for line in outcome.lines
            ],
        }
    return json.dumps(said).encode()


def unpack(message: bytes) -> DocumentText | Unreadable:
    """The text, or why there is none, out of a message."""
    said = json.loads(message)
    if "reason" in said:
        return BY_NAME[said["reason"]](**said["facts"])
    return DocumentText(
        media_type=said["media_type"],
        lines=tuple(_line(row) for row in said["lines"]),
        title_property=said["title_property"],
        warnings=tuple(said["warnings"]),
        pages_without_text=tuple(said["pages_without_text"]),
        pages_by_ocr=tuple(said["pages_by_ocr"]),
    )


def _line(row: list[Any]) -> Line:
    number, cells, page, part, table, heading, sheet, sheet_row = row
    return Line(
        number=number,
        cells=tuple(cells),
        page=page,
        part=Part(part),
        table=table,
        heading=heading,
        sheet=sheet,
        sheet_row=sheet_row,
    )
