"""Whether a document is a list of many policies with dates for each, and no policy itself."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from policyaudit.reading.dates import find_dates
from policyaudit.reading.labels import Label, label_at
from policyaudit.reading.lines import DocumentText, Line

_COLUMNS = 2
_FEWEST = 3  # a policy that is listed with one other is no register yet
_ON_REVIEW = frozenset({"next_review", "last_review", "review", "approval"})
_POLICY_HEAD = re.compile(
    r"(?:(?:name|title) of )?(?:the )?(?:polic(?:y|ies)|documents?|titles?)(?: (?:name|title))?\W*", re.IGNORECASE
)


def policies_listed(document: DocumentText) -> int:
    """How many policies a register lists, in the rows of a table or each above its dates; 0 for any other document.

    The list is half or more of the document: a policy may well end with a table of the policies beside it.
    """
    lines = [line for line in document.lines if line.text.strip()]
    for found in (list(_in_a_table(lines)), list(_above_their_dates(lines))):
        titles = {title.text.casefold() for title, _ in found}
        listed = {line.number for title, dates in found for line in (title, dates)}
        if len(titles) >= _FEWEST and len(listed) * 2 >= len(lines):
            return len(titles)
    return 0


def _in_a_table(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """The rows below a head with a column of titles and one of reviews, if most of them hold a date."""
    title_column = width = 0
    rows: list[tuple[Line, Line]] = []
    for line in lines:
        head = _title_column(line)
        if head is not None:
            title_column, width = head, len(line.cells)
        elif len(line.cells) == width and line.cells[title_column].strip():
            rows.append((Line(line.number, (line.cells[title_column].strip(),)), line))
    dated = [row for _, row in rows if any(map(find_dates, row.cells))]
    return iter(rows if len(dated) * 2 > len(rows) else ())


def _title_column(line: Line) -> int | None:
    """Where the titles stand under this row, if it is the head of a register."""
    if len(line.cells) < _COLUMNS or not any(map(_on_review, line.cells)):
        return None
    return next((place for place, cell in enumerate(line.cells) if _POLICY_HEAD.fullmatch(cell.strip())), None)


def _above_their_dates(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Each title, and the labelled date of review or approval on the line below it."""
    for above, line in pairwise(lines):
        label = _on_review(line.text)
        if label and find_dates(line.text[label.end :]) and label_at(above.text.strip()) is None:
            yield above, line


def _on_review(text: str) -> Label | None:
    """The label at the beginning of a text, if it speaks of a review or an approval."""
    label = label_at(text.strip())
    return label if label and label.is_set_off and label.topic.name in _ON_REVIEW else None
