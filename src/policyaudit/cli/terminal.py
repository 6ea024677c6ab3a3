"""What the terminal, or whatever reads the output instead, can show: its width, colours and letters."""

import codecs
import os
import shutil
import sys
import unicodedata
from contextlib import suppress
from io import UnsupportedOperation
from typing import NamedTuple, TextIO

# Single characters for single characters, so that columns stay in line.
_PLAIN_LETTERS = {"─": "-", "–": "-", "—": "-", "·": "-", "•": "*", "…": "~", "‘": "'", "’": "'", "“": '"', "”": '"'}


ENDLESS = 10_000  # what a file or another program reads need not fit a window


class Terminal(NamedTuple):
    """How wide a line may be, and whether colours are shown."""

    width: int
    colours: bool


def this_terminal() -> Terminal:
    """The terminal that standard output goes to; without colours, and a row to a line, where there is none."""
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    shown = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if shown or os.environ.get("COLUMNS") else ENDLESS
    return Terminal(width, shown and not plain)


def put(text: str, *, end: str = "\n") -> None:
    """Write to standard output, at once."""
    sys.stdout.write(text + end)
    sys.stdout.flush()


def put_aside(text: str) -> None:
    """Write to standard error, beside what is asked for."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def write_what_it_can(*streams: TextIO) -> None:
    """Letters that a stream's encoding does not have are written as the nearest that it has, instead of failing."""
    codecs.register_error("nearest", _nearest)
    for stream in streams:
        stream.reconfigure(errors="nearest")  # type: ignore[attr-defined] # every stream that Python opens has it


def write_no_more() -> None:
    """Standard output takes no more: what is still on its way goes nowhere."""
    with suppress(UnsupportedOperation):  # a stream that is no file has nothing on its way
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _nearest(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    return "".join(_PLAIN_LETTERS.get(letter) or _without_accent(letter) for letter in letters), error.end


def _without_accent(letter: str) -> str:
    first = unicodedata.normalize("NFKD", letter)[0]
    return first if first.isascii() else "?"
