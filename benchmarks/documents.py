"""A folder of a hundred policy documents: `python -m benchmarks.documents PLACE [TIMES]`.

The sample school's documents, each a dozen times under another title and number: Word, OpenDocument, text, and PDF.
Their running text stands in them so many TIMES, for real policies are longer than ours: six times is ten pages or so.
"""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

from tests.demo_documents.__main__ import make
from tests.demo_documents.source import Block, Source, sources

DOCUMENTS: Final = 100
_ENDINGS: Final = (".docx", ".txt", ".odt", ".docx", ".txt", ".docx", ".txt", ".odt", ".docx", ".pdf")

_RUNNING: Final = ("heading", "paragraph", "point")


def build(folder: Path, times: int = 1) -> None:
    """The documents in that folder."""
    folder.mkdir()
    originals = [_longer(source, times) for source in sources()]
    for number in range(DOCUMENTS):
        document = _another(originals[number % len(originals)], number)
        if document.file.endswith(".txt"):
            (folder / document.file).write_text("\n\n".join(map(_text, document.blocks)), encoding="utf-8")
        else:
            make(document, folder)


def _longer(source: Source, times: int) -> Source:
    """The same policy with its running text repeated."""
    running = tuple(block for block in source.blocks if block.kind in _RUNNING)
    return replace(source, blocks=source.blocks + running * (times - 1))


def _another(source: Source, number: int) -> Source:
    """The same policy under another title, number and file name."""
    title = f"{source.title} {number}"
    blocks = tuple(_renamed(block, source.title, title, number) for block in source.blocks)
    return replace(source, file=f"{number:03}{_ENDINGS[number % 10]}", title=title, blocks=blocks, footer=title)


def _renamed(block: Block, title: str, new: str, number: int) -> Block:
    return replace(block, text=block.text.replace(title, new), rows=tuple(_numbered(row, number) for row in block.rows))


def _numbered(row: tuple[str, ...], number: int) -> tuple[str, ...]:
    labels = ("", *row)
    return tuple(
        f"SP{number:03}" if label == "Policy number" else cell for label, cell in zip(labels, row, strict=False)
    )


def _text(block: Block) -> str:
    return "\n".join([block.text, *(": ".join(row) for row in block.rows)]).strip()


if __name__ == "__main__":
    place, *times = sys.argv[1:]
    build(Path(place), *map(int, times))
