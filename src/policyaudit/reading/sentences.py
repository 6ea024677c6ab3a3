"""A document's running text as sentences, each with the row it begins on."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyaudit.reading.rows import Row, Zone

# A full stop after an initial or a title of address ends no sentence: "Mrs A. Onyx".
_STOP = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bRev\.)(?<!\bSt\.)\s+(?=[A-ZÀ-Ý\d\"“‘'(])|\n"
)
_LABEL = re.compile(r"[A-ZÀ-Ý][^.:]{2,40}:\s")
_LONGEST = 600
_WRAPPED = 150  # a longer line is a paragraph
_FEW = 50  # one such line in fifty, and lines are paragraphs
_HALF_A_LINE = 45


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and the row it begins on."""

    text: str
    row: Row


def sentences_of(rows: Sequence[Row]) -> Iterator[Sentence]:
    """The sentences of a document in order; headings and rows of a table are sentences of their own."""
    running = [row for row in rows if row.zone is not Zone.FURNITURE and row.text]
    is_wrapped = sum(len(row.text) > _WRAPPED for row in running) * _FEW < len(running)
    text, starts = _joined(running, is_wrapped=is_wrapped)
    position = 0
    for stop in [*_STOP.finditer(text), None]:
        end = stop.start() if stop else len(text)
        sentence = text[position:end].strip()
        if sentence:
            yield Sentence(sentence[:_LONGEST], running[bisect_right(starts, position) - 1])
        position = stop.end() if stop else end


def _joined(rows: Sequence[Row], *, is_wrapped: bool) -> tuple[str, list[int]]:
    """All rows as one text, and where in it each row begins."""
    starts: list[int] = []
    parts: list[str] = []
    length = 0
    for row, following in zip(rows, [*rows[1:], None], strict=False):
        starts.append(length)
        piece = row.text + ("\n" if _ends(row, following, is_wrapped=is_wrapped) else " ")
        parts.append(piece)
        length += len(piece)
    return "".join(parts), starts


def _ends(row: Row, following: Row | None, *, is_wrapped: bool) -> bool:
    """Whether a paragraph ends with this row."""
    if following is None or row.line.heading or following.line.heading or following.is_bulleted:
        return True
    if row.is_dotted:  # somebody was to write there, and the sentence goes on
        return False
    if _LABEL.match(following.text) or row.line.table or len(row.cells) > 1 or row.line.part is not following.line.part:
        return True
    if not following.text[0].isupper() or row.text.endswith((",", ";")):
        return False
    return not is_wrapped or len(row.text) < _HALF_A_LINE
