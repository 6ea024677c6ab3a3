"""What somebody says of the columns of a register: `--map "Currently dated=last reviewed"`, or a file of such lines."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from policyaudit.domain.clean_text import clean
from policyaudit.domain.naming import folded
from policyaudit.errors import UsageProblem
from policyaudit.reading.register import Meaning, ReadColumn

_TABLE: Final = "columns"
_OTHER_WORDS: Final = {
    "policy": Meaning.TITLE,
    "policy number": Meaning.NUMBER,
    "officer": Meaning.OWNER,
    "responsible officer": Meaning.OWNER,
    "approved by": Meaning.APPROVAL,
    "cycle": Meaning.FREQUENCY,
    "review cycle": Meaning.FREQUENCY,
    "last review": Meaning.LAST_REVIEWED,
    "next": Meaning.NEXT_REVIEW,
    "approved on": Meaning.LAST_APPROVED,
}
_PASSED_OVER: Final = frozenset({"nothing", "none", "ignore", "ignored", "skip", "pass over", "passed over"})
_MEANINGS: Final = {folded(meaning.value): meaning for meaning in Meaning} | _OTHER_WORDS


class NoSuchMeaning(UsageProblem):
    """A word that is no meaning of a column."""

    def __init__(self, heading: str, typed: str) -> None:
        problem = f"{typed!r} is nothing that the column {heading!r} can hold"
        near = get_close_matches(folded(typed), _MEANINGS, n=1)
        hint = f"did you mean {_MEANINGS[near[0]].value!r}? " if near else ""
        known = ", ".join(meaning.value for meaning in Meaning)
        super().__init__(problem, next_step=f"{hint}it can be {known}, or the word nothing to pass the column over")


class NoSuchColumn(UsageProblem):
    """A heading that no list has."""

    def __init__(self, heading: str, headings: Sequence[str]) -> None:
        known = "; ".join(filter(None, headings))
        step = f"its columns are: {known}" if known else "name one as it stands at the head of the list"
        super().__init__(f"no list has a column {heading!r}", next_step=step)


class NotAMap(UsageProblem):
    """Words that do not say what a column holds, or a file that does not."""

    def __init__(self, typed: str, why: str) -> None:
        step = '--map "Currently dated=last reviewed", or a file that --save-map wrote'
        super().__init__(f"{typed!r} does not say what columns hold: {why}", next_step=step)


class NoColumns(UsageProblem):
    """Columns are to be written out, and there are none."""

    def __init__(self) -> None:
        super().__init__("none of these files was read as a list of policies", next_step="audit inspect FILE")


def read_map(typed: Iterable[str]) -> dict[str, Meaning | None]:
    """The meaning of each heading, None where the column is to be passed over; what is said later counts.

    Raises `NotAMap` and `NoSuchMeaning`.
    """
    said: dict[str, Meaning | None] = {}
    for words in typed:
        pairs = [words.rpartition("=")[::2]] if "=" in words else _saved(Path(words))
        said |= {clean(heading): _meaning(heading, meaning) for heading, meaning in pairs}
    return said


def _saved(path: Path) -> Iterator[tuple[str, str]]:
    try:
        columns = tomllib.loads(path.read_text(encoding="utf-8")).get(_TABLE)
    except FileNotFoundError:
        raise NotAMap(str(path), "there is no such file, and no =") from None
    except (OSError, UnicodeDecodeError):
        raise NotAMap(str(path), "it cannot be read") from None
    except tomllib.TOMLDecodeError as problem:
        raise NotAMap(str(path), _first_letter_small(str(problem))) from None
    if not isinstance(columns, dict) or not all(isinstance(meaning, str) for meaning in columns.values()):
        raise NotAMap(str(path), f"under [{_TABLE}] each heading has its meaning in quotation marks")
    yield from columns.items()


def _first_letter_small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _meaning(heading: str, typed: str) -> Meaning | None:
    if not folded(heading):
        whole = f"{heading}={typed}"
        raise NotAMap(whole, "it names no column")
    if not typed.strip() or folded(typed) in _PASSED_OVER:
        return None
    if folded(typed) not in _MEANINGS:
        raise NoSuchMeaning(clean(heading), clean(typed))
    return _MEANINGS[folded(typed)]


def refuse_unknown_columns(said: Mapping[str, Meaning | None], columns: Sequence[ReadColumn]) -> None:
    """Raises `NoSuchColumn` for a heading that none of the lists has."""
    known = {folded(column.heading) for column in columns}
    for heading in said:
        if folded(heading) not in known:
            raise NoSuchColumn(heading, list(dict.fromkeys(clean(column.heading) for column in columns)))


def saved_map(columns: Sequence[ReadColumn]) -> str:
    """The columns of lists as a file that `read_map` reads again: each heading with its meaning.

    Raises `NoColumns` where there is no list.
    """
    if not columns:
        raise NoColumns
    lines = [f"{_quoted(heading)} = {_quoted(meaning)}" for heading, meaning in _in_use(columns).items()]
    head = "# What the columns of a list of policies hold; empty where a column is passed over."
    return "\n".join(
        [head, f"# It can be {', '.join(meaning.value for meaning in Meaning)}.", "", f"[{_TABLE}]", *lines, ""]
    )


def _in_use(columns: Sequence[ReadColumn]) -> dict[str, str]:
    """The meaning of each heading; of one that was taken for several things nothing is said, so that it stays so."""
    taken: dict[str, list[ReadColumn]] = {}
    for column in columns:
        if folded(column.heading):
            taken.setdefault(folded(column.heading), []).append(column)
    alike = (same for same in taken.values() if len({column.meaning for column in same}) == 1)
    return {clean(same[0].heading): same[0].meaning.value if same[0].meaning else "" for same in alike}


def _quoted(text: str) -> str:
    escaped = re.sub(r'(["\\])', r"\\\1", text)
    return f'"{escaped}"'
