"""Lists of policies in the head of a web page as it is stored: one record after another under the same keys."""

from collections.abc import Iterator, Sequence

from policyaudit.reading.lines import Line, Part
from policyaudit.reading.register import Meaning
from policyaudit.reading.register_grid import Cell, Grid, Record
from policyaudit.reading.register_words import topics_of

FOUND = "records"
_FEWEST = 3
_PAIR = 2
_WORDS = ("text", "label", "heading", "link text", "display name")  # that a page shows, where no key says "title"


def records_in(lines: Sequence[Line]) -> Iterator[Grid]:
    """Each list of records whose keys come again: "documents name", "documents file", "documents name" ..."""
    pairs = [line for line in lines if line.part is Part.FRONT_MATTER and len(line.cells) == _PAIR]
    for name in dict.fromkeys(_of(line) for line in pairs):
        grid = _grid([line for line in pairs if _of(line) == name], name)
        if grid:
            yield grid


def _of(line: Line) -> str:
    """What the records are called: "documents" of "documents name"; the key itself where a list holds plain names."""
    return line.cells[0].rpartition(" ")[0] or line.cells[0]


def _key(line: Line, name: str) -> str:
    return line.cells[0].removeprefix(name).strip()


def _grid(lines: Sequence[Line], name: str) -> Grid | None:
    """The records, each of which begins where the first key, or one that it already has, comes again."""
    keys = list(dict.fromkeys(_key(line, name) for line in lines))
    titles = next((at for at, key in enumerate(keys) if not key or _is_title(key)), None)
    records: list[dict[str, Line]] = []
    for line in lines:
        key = _key(line, name)
        if not records or key in records[-1]:
            records.append({})
        records[-1][key] = line
    if titles is None or len(records) < _FEWEST:
        return None
    rows: list[Record] = [tuple(_cell(record.get(key)) for key in keys) for record in records]
    return Grid(tuple(keys), tuple(rows), frozenset(line.number for line in lines), FOUND, titles_at=titles)


def _is_title(key: str) -> bool:
    return key in _WORDS or any(topic.says is Meaning.TITLE for topic in topics_of(key))


def _cell(line: Line | None) -> Cell | None:
    return Cell(line.cells[1], line) if line else None
