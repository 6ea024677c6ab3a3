"""The named values that Markdown files may start with: between `---` (YAML) or `+++` (TOML), as sites keep them.

Only plain pairs, quoted values and lists are read, line by line; whatever else stands there stays as it is written.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from policyaudit.domain.clean_text import clean
from policyaudit.reading.lines import Line, Part

_KEY = r"(?:\"[^\"\n]{1,60}\"|'[^'\n]{1,60}'|\w[\w .-]{0,60})[ \t]*"
# What follows a name, and lines that are no pair: deeper ones, entries of lists, comments, empty ones.
_OTHER_ROWS = r"[ \t]+\S.*\n|-[ \t].*\n|\#.*\n|[ \t]*\n"
_YAML = re.compile(rf"---[ \t]*\n(?>{_KEY}:.*\n|{_OTHER_ROWS})+(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TOML = re.compile(rf"\+\+\+[ \t]*\n(?>{_KEY}=.*\n|[\[\]].*\n|{_OTHER_ROWS})+\+\+\+[ \t]*(?:\n|\Z)")
_PAIR = re.compile(rf"({_KEY})[:=](.*)")
_PAIR_BELOW = re.compile(rf"({_KEY})[:=]((?:[ \t].*)?)")  # "09:15" and "https://" are no pairs
_COMMENT = re.compile(r"(?:^|[ \t])\#.*$")
_QUOTED = re.compile(r"([\"'])(.*?)\1[ \t]*,?[ \t]*(?:\#.*)?")
_LIST = re.compile(r"\[(.*)\]")
_NOTHING = {"null", "~", "|", ">", "|-", ">-", "[", "{}"}


@dataclass(frozen=True, slots=True)
class _Row:
    """One line that says something; `is_below` where it belongs to the name above."""

    number: int
    key: str
    value: str
    is_below: bool


def front_matter(text: str) -> tuple[tuple[Line, ...], int]:
    """The lines of the named values at the start of a text, each with its number, and how many lines they take."""
    found = _YAML.match(text) or _TOML.match(text)
    rows = found.group().rstrip("\n").split("\n") if found else []
    return tuple(_lines(list(_rows(rows[1:-1])))), len(rows)


def _lines(rows: Sequence[_Row]) -> Iterator[Line]:
    """Each value beside its name; the entries of a list, and further names below a name, beside that one."""
    above = ""
    for row, after in zip_longest(rows, rows[1:]):
        above = above if row.is_below else row.key
        key = f"{above} {row.key}".strip() if row.is_below else row.key
        has_more = after is not None and after.is_below
        if row.value or not has_more:
            cells = (key, row.value) if key else (row.value,)
            yield Line(row.number, cells, part=Part.FRONT_MATTER)


def _rows(rows: Sequence[str]) -> Iterator[_Row]:
    for number, row in enumerate(rows, start=2):
        words = row.strip().removeprefix("- ").strip()
        is_below = row[:1] in {" ", "\t", "-"}
        pair = (_PAIR_BELOW if is_below else _PAIR).fullmatch(words)
        key, value = (_plain(pair[1]), _plain(pair[2])) if pair else ("", _plain(words))
        if words[:1] not in {"", "#", "[", "]"}:
            yield _Row(number, key, value, is_below)


def _plain(value: str) -> str:
    """A value without quotation marks, brackets and comments; what stands for nothing is empty."""
    value = _unquoted(value)
    if entries := _LIST.fullmatch(value):
        return ", ".join(filter(None, map(_unquoted, entries[1].split(","))))
    return "" if value in _NOTHING else value


def _unquoted(value: str) -> str:
    quoted = _QUOTED.fullmatch(value.strip())
    return clean(quoted[2] if quoted else _COMMENT.sub("", value))
