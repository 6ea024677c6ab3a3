"""Reads the texts that the sample school's documents are made from.

`@` lines set the file, its title, its day and what stands in the margins. `%` is a title, `#` a heading, `-` a point of
a list, cells separated by ` | ` a row of a table, whose first row is its head; a row that begins with `|` belongs to a
table without one. Lines of a paragraph are joined, but a line that begins with "Label: " starts another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
MADE = Path(__file__).parents[2] / "db" / "demo" / "documents"
LABELLED = re.compile(r"[A-Z][^.:]{0,40}: \S")
KINDS = {"%": "title", "#": "heading", "-": "point"}


@dataclass(frozen=True, slots=True)
class Block:
    """One thing on the page: title, heading, paragraph, point, or a table with a head or with labels."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document before it is made; a margin that is not set is empty."""

    file: str
    title: str
    dated: str
    blocks: tuple[Block, ...]
    header: str = ""
    footer: str = ""

    @property
    def margins(self) -> dict[str, str]:
        """What stands in the header and the footer, where they are set."""
        return {side: text for side, text in (("header", self.header), ("footer", self.footer)) if text}


def sources() -> list[Source]:
    """All texts, in the order of their names."""
    return [read_source(path.read_text(encoding="utf-8")) for path in sorted(TEXTS.glob("*.txt"))]


def read_source(text: str) -> Source:
    """The settings and blocks of one text."""
    lines = text.splitlines()
    settings = dict(line[1:].split(" ", 1) for line in lines if line.startswith("@"))
    blocks = _tables(_blocks(line.strip() for line in lines if not line.startswith("@")))
    return Source(**settings, blocks=tuple(blocks))


def _blocks(lines: Iterator[str]) -> Iterator[Block]:
    written: list[str] = []
    for line in lines:
        if written and (not line or line[0] in "%#-|" or " | " in line or LABELLED.match(line)):
            yield _block(" ".join(written))
            written = []
        written += [line] if line else []
    if written:
        yield _block(" ".join(written))


def _block(line: str) -> Block:
    if " | " in line:
        cells = tuple(line.removeprefix("| ").split(" | "))
        return Block("labels" if line.startswith("| ") else "table", rows=(cells,))
    kind = KINDS.get(line[0], "paragraph")
    return Block(kind, line if kind == "paragraph" else line[2:])


def _tables(blocks: Iterator[Block]) -> Iterator[Block]:
    for _, rows in groupby(blocks, key=lambda block: block.kind if block.rows else id(block)):
        group = list(rows)
        yield Block(group[0].kind, group[0].text, tuple(row for block in group for row in block.rows))
