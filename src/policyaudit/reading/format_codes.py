"""The codes of Excel's number formats taken apart: sections, and the signs in each.

Source: ECMA-376 part 1, sections 18.8.30 (the formats that have numbers) and 18.8.31 (the codes).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from policyaudit.reading.shown_dates import Piece, Shows

BUILT_IN: Final = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: "£#,##0", 6: "£#,##0", 7: "£#,##0.00", 8: "£#,##0.00",
    9: "0%", 10: "0.00%",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    41: "#,##0", 42: "£#,##0", 43: "#,##0.00", 44: "£#,##0.00",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
    # The computer's own short date, and the short dates of eastern calendars, as they look in Britain.
    **dict.fromkeys((14, *range(27, 37), *range(50, 59)), "dd/mm/yyyy"), 22: "dd/mm/yyyy hh:mm",
}  # fmt: skip

Sign = tuple[str, str]
"""One sign of a code: its sort, and its characters.

The sorts are text, general (the number as it is), digits, date, elapsed (time beyond a day), and other.
"""

_PART = re.compile(r'"[^"]*"?|\\.|\[[^\]]*\]|.', re.DOTALL)
_SIGN = re.compile(
    r"""(?P<text>"[^"]*"?|\\.|\[\$[^\]]*\])
    |(?P<none>[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]|AM/PM|A/P)
    |(?P<elapsed>\[[hms]+\])
    |(?P<general>General|@)
    |(?P<date>y+|m+|d+|h+|s+(?:\.0+)?)
    |(?P<digits>[0\#?][0\#?,]*(?:\.[0\#?]*)?|\.[0\#?]+)
    |(?P<other>.)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_LONG_DATE = re.compile(r"\[\$-F800\]", re.IGNORECASE)  # the computer's own, too
_LETTERS = {"m": Shows.MONTH_NAME, "y": Shows.YEAR, "h": Shows.HOUR, "s": Shows.SECOND}
_LONGEST_NUMBER = 2  # "mm" is the number of the month, "mmm" its name


@lru_cache(maxsize=1_000)
def sections(code: str) -> tuple[str, ...]:
    """The parts of a code: for numbers above nought, below it, nought itself, and text."""
    parts = [""]
    for part in _PART.findall(code):
        if part == ";":
            parts.append("")
        else:
            parts[-1] += part
    return tuple(parts)


@lru_cache(maxsize=1_000)
def signs(section: str) -> tuple[Sign, ...]:
    """The signs of one section, without those that only colour it, fill it or leave a gap."""
    found = ((sign.lastgroup or "", sign.group()) for sign in _SIGN.finditer(section))
    return tuple((sort, _text(sign) if sort == "text" else sign) for sort, sign in found if sort != "none")


@lru_cache(maxsize=1_000)
def date_pieces(section: str) -> tuple[Piece, ...]:
    """What a section shows of a date or time, in order; nothing if it shows a number."""
    if _LONG_DATE.match(section):
        return (Shows.DAY, " ", Shows.MONTH_NAME, " ", Shows.YEAR)
    found = signs(section)
    letters = [sign[0].lower() for sort, sign in found if sort == "date"]
    return tuple(_pieces(found, ["", *letters, ""])) if letters else ()


def _pieces(found: Sequence[Sign], letters: Sequence[str]) -> Iterator[Piece]:
    place = 0
    for sort, sign in found:
        place += sort == "date"
        yield _piece(sign, before=letters[place - 1], after=letters[place + 1]) if sort == "date" else sign


def _piece(sign: str, *, before: str, after: str) -> Shows:
    """What a run of one letter shows; "mm" after hours or before seconds is minutes."""
    letter, is_number = sign[0].lower(), len(sign) <= _LONGEST_NUMBER
    if letter == "m" and is_number:
        return Shows.MINUTE if before == "h" or after == "s" else Shows.MONTH
    if letter == "d":
        return Shows.DAY if is_number else Shows.WEEKDAY
    return _LETTERS[letter]


def _text(sign: str) -> str:
    """The characters that stand for themselves: quoted, after a backslash, or the sign of a currency."""
    if sign.startswith("[$"):
        return sign[2:-1].partition("-")[0]
    return sign[1:] if sign.startswith("\\") else sign.strip('"')
