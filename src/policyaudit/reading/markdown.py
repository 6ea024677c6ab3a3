"""The rows of a text without the marks of Markdown (headings, tables, links); plain text stays as it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from policyaudit.domain.clean_text import clean
from policyaudit.reading.cells import split_cells

# Marks that programs leave behind when they turn a document into text; none of them is the school's wording.
_RESIDUE = re.compile(
    r"\[bookmark: [^\]]*\]"
    r"|</?(?:p|br|b|i|u|em|strong|span|div|sup|sub|input)(?:\s[^<>]*)?/?>"
    r"|<(?:https?://|mailto:)[^<>\s]*>"
    r"|\*\*(?=\S)|(?<=\S)\*\*",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[\[\]<&*_\\{~]")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*(?:\s+[\"'][^\"']*[\"'])?\)")
_ADDRESS = r"(?:<[^<>]*>|\{[%{][^{}]*\}+|[^()\s]*[/.#:][^()\s]*(?:\([^()\s]*\)[^()\s]*)?)"
_LINK = re.compile(rf"\[([^\[\]]*)\](?:\({_ADDRESS}(?:\s+[\"'][^\"']*[\"'])?\)(?:\{{[^{{}}]*\}})?|\[[\w -]*\])")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]]+\]:\s+\S+(?:\s+[\"'(].*)?")
_PROGRAM = re.compile(r"\{%[^{}]*%\}|\{\{[^{};]*\}\}|\{:[^{}]*\}")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,4});")
_STRONG = re.compile(r"(?<![\w_])__(?=[^\s_])([^_]+)(?<=[^\s_])__(?![\w_])")
_EMPHASIS = re.compile(
    r"(?<![\w*\\])\*(?=[^\s*])([^*]+)(?<=[^\s*\\])\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_]+)(?<=[^\s_])_(?![\w_])"
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_STRUCK = re.compile(r"~~(?=\S)[^~]+(?<=\S)~~")
_HEADING = re.compile(r"(#{1,6})\s+([^#].*)")
_UNDERLINE = re.compile(r"\s{0,3}={3,}\s*")
_RULE = re.compile(r"[\s|:-]*\|[\s|:-]*")
_BORDERED = re.compile(r"\s*\|(.*)\|\s*")
_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Row:
    """One row that says something: its cells, the number of the table it is in, the level of a heading."""

    number: int
    cells: tuple[str, ...]
    table: int | None = None
    heading: int | None = None


def rows_of(rows: Sequence[str]) -> Iterator[Row]:
    """The rows of a text that say something, counted from 1."""
    tables, table = _table_rows(rows), 0
    for number, row in enumerate(rows, start=1):
        place = number - 1
        table += place in tables and place - 1 not in tables
        if place in tables:
            cells = () if _is_rule(row) else _table_cells(row)
            yield from [Row(number, cells, table=table)] if any(cells) else []
        elif cells := tuple(filter(None, map(without_marks, split_cells(row)))):
            is_underlined = number < len(rows) and bool(_UNDERLINE.fullmatch(rows[number]))
            yield from _row(number, cells, is_underlined=is_underlined)


def without_marks(text: str) -> str:
    """Words without the marks of Markdown: links keep their text, pictures and what is struck out nothing."""
    if not _MARKED.search(text):
        return clean(text)
    if _DEFINITION.fullmatch(text):
        return ""
    text = _LINK.sub(r"\1", _PICTURE.sub(" ", text))
    for marks in (_PROGRAM, _STRUCK, _RESIDUE):
        text = marks.sub(" ", text)
    text = _STRONG.sub(r"\1", text)
    text = _EMPHASIS.sub(lambda found: found[1] or found[2], text)
    return clean(_ENTITY.sub(lambda found: unescape(found[0]), _ESCAPED.sub(r"\1", text)))


def has_struck_out(text: str) -> bool:
    """Whether some of a text's words are struck out."""
    return _STRUCK.search(text) is not None


def _row(number: int, cells: tuple[str, ...], *, is_underlined: bool) -> Iterator[Row]:
    """A row outside of tables; a heading loses its marks and keeps its level."""
    heading = _HEADING.fullmatch(cells[0]) if len(cells) == 1 else None
    if heading:
        yield Row(number, (heading[2].rstrip("# "),), heading=len(heading[1]))
    elif number == 1 or not _UNDERLINE.fullmatch(cells[0]):
        yield Row(number, cells, heading=1 if is_underlined and len(cells) == 1 else None)


def _table_rows(rows: Sequence[str]) -> set[int]:
    """The places of the rows of tables: between bars, or above and below a rule with bars in it ("--- | ---")."""
    found = {place for place, row in enumerate(rows) if "|" in row and _BORDERED.fullmatch(row)}
    for rule in [place for place, row in enumerate(rows) if "|" in row and _is_rule(row)]:
        found.update({rule - 1, rule} if rule and "|" in rows[rule - 1] else ())
        below = rule + 1
        while rule in found and below < len(rows) and "|" in rows[below] and not _is_rule(rows[below]):
            found.add(below)
            below += 1
    return found


def _is_rule(row: str) -> bool:
    return "-" in row and _RULE.fullmatch(row) is not None


def _table_cells(row: str) -> tuple[str, ...]:
    """The cells of a row of a table, empty ones too."""
    bordered = _BORDERED.fullmatch(row)
    return tuple(map(without_marks, _BAR.split(bordered[1] if bordered else row.strip().removeprefix("|"))))
