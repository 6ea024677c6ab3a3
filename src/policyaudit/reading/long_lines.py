"""Lines that no page could hold, in pieces, and documents that nobody writes, without their middle.

What a policy says of itself stands in short lines near its beginning and its end; patterns would take minutes over a
text that runs on for ever.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from policyaudit.reading.lines import Line

_LONGEST = 1500  # characters of a paragraph
_CELLS = 40  # of a table's row
_FIRST, _LAST = 3000, 1000  # lines with words; a policy of 100 pages has some 4,000
_LONGEST_WORD = 80
_ENDLESS = re.compile(rf"(\S{{{_LONGEST_WORD}}})\S+")


def within_reason(lines: Sequence[Line]) -> list[Line]:
    """The lines, none longer than a paragraph, no word longer than a word; the middle of an endless text left out."""
    kept = lines if len(lines) <= _FIRST + _LAST else [*lines[:_FIRST], *lines[-_LAST:]]
    return [piece for line in kept for piece in _pieces(line)]


def _pieces(line: Line) -> Iterator[Line]:
    if len(line.cells) <= _CELLS and max(map(len, line.cells), default=0) <= _LONGEST_WORD:  # as most are
        yield line
        return
    cells = tuple(map(_without_endless_words, line.cells))
    if cells == line.cells and len(cells) <= _CELLS and max(map(len, cells)) <= _LONGEST:
        yield line
    elif len(cells) == 1 and len(cells[0]) > _LONGEST:
        yield from (replace(line, cells=(part,)) for part in _parts(cells[0]))
    else:
        yield replace(line, cells=tuple(cell[:_LONGEST] for cell in cells[:_CELLS]))


def _without_endless_words(cell: str) -> str:
    return _ENDLESS.sub(r"\1", cell) if max(map(len, cell.split()), default=0) > _LONGEST_WORD else cell


def _parts(text: str) -> Iterator[str]:
    """A text parted where a sentence ends, else between two words."""
    while len(text) > _LONGEST:
        end = text.rfind(". ", 0, _LONGEST) + 1 or text.rfind(" ", 0, _LONGEST) + 1 or _LONGEST
        yield text[:end].strip()
        text = text[end:]
    yield text.strip()
