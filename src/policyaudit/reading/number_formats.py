"""What a cell shows of the number that it holds, by its format: "1.10", "£1,200", "June 2017", "30/06/2017"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from policyaudit.reading.format_codes import Sign, date_pieces, sections, signs
from policyaudit.reading.shown_dates import Piece, Shows, shown

_LONGEST_CODE = 255
_SECONDS, _MINUTES, _HOURS = 86_400, 1_440, 24
_DAY_NOUGHT = datetime(1899, 12, 30)  # noqa: DTZ001 - what a cell shows has no zone
_LEAP_DAY = 60  # Excel counts a 29 February 1900, which never was
_LAST_DAY = 2_958_465  # the end of the year 9999
_DAYS_TO_1904 = 1_462
_TIMES = {Shows.HOUR, Shows.MINUTE, Shows.SECOND}
_UNUSUAL = re.compile(r"[0#?]E[+-]|[0#?]\s*/\s*[0-9#?]|[0#?],+(?![0#?,])", re.IGNORECASE)
_LARGEST = 1e15  # beyond this no digit is certain


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A format, and the calendar of its workbook: days are counted from 1900, or from 1904 on old Macs."""

    code: str = "General"
    is_1904: bool = False

    def show(self, value: float) -> str:
        """What the cell says. A date that the calendar does not have, such as its day nought, says nothing."""
        first, *others = sections(self.code[:_LONGEST_CODE])
        section = _section(value, first, others)
        if any(sort == "elapsed" for sort, _ in signs(section)):
            return f"{int(value * _HOURS)}:{round(value * _MINUTES) % 60:02}"
        if pieces := date_pieces(section):
            return self._date(value, pieces)
        return _number(value if section == first else abs(value), section)

    def _date(self, value: float, pieces: Sequence[Piece]) -> str:
        if all(piece in _TIMES for piece in pieces if isinstance(piece, Shows)):
            return shown(_DAY_NOUGHT + timedelta(seconds=round(value % 1 * _SECONDS)), pieces)
        moment = moment_of(value, is_1904=self.is_1904)
        return shown(moment, pieces) if moment else ""


def moment_of(days: float, *, is_1904: bool = False) -> datetime | None:
    """The moment that a number of days stands for, to the second; None outside the calendar."""
    if not (is_1904 or days >= 1) or not 0 <= days < _LAST_DAY - _DAYS_TO_1904 * is_1904 + 1:
        return None
    shifted = days + (_DAYS_TO_1904 if is_1904 else days < _LEAP_DAY)
    return _DAY_NOUGHT + timedelta(seconds=round(shifted * _SECONDS))


def general(value: float) -> str:
    """A number as it is: no more digits than it has, and none that only computing left behind."""
    return f"{value:.0f}" if value.is_integer() and abs(value) < _LARGEST else f"{value:.10g}"


def _section(value: float, first: str, others: Sequence[str]) -> str:
    """The section of a format that a number is shown by: for those below nought and nought there may be others."""
    if value < 0 and others:
        return others[0]
    return others[1] if value == 0 and len(others) > 1 else first


def _number(value: float, section: str) -> str:
    found = signs(section)
    digits = [sign for sort, sign in found if sort == "digits"]
    if len(digits) > 1 or _UNUSUAL.search(section) or abs(value) >= _LARGEST:
        return general(value)
    percent = 100 if ("other", "%") in found else 1
    return ("-" if value < 0 else "") + "".join(_said(abs(value) * percent, found)).strip()


def _said(value: float, found: Sequence[Sign]) -> Iterator[str]:
    for sort, sign in found:
        if sort == "digits":
            yield _rounded(Decimal(repr(value)), sign)
        else:
            yield general(value) if sort == "general" else sign


def _rounded(value: Decimal, digits: str) -> str:
    """A number with as many digits before and behind its point as the format has places for them."""
    whole, _, decimals = digits.partition(".")
    rounded = value.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    before, _, behind = f"{rounded:{',' if ',' in whole else ''}f}".partition(".")
    kept = len(behind.rstrip("0"))
    behind = behind[: max(kept, decimals.count("0"))]
    return before.zfill(whole.count("0")) + (f".{behind}" if behind else "")
