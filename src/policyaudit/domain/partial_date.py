"""A date known to the day, the month, the term, the half-term, the academic year or the year. Both ends included."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from policyaudit.domain.season import Season, term_begun

FIRST_YEAR = 1950
LAST_YEAR = 2100
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

# What schools call a term besides its season; a school that writes Michaelmas is answered with Michaelmas.
TERM_NAMES = {
    "Michaelmas": Season.AUTUMN,
    "Christmas": Season.AUTUMN,
    "Advent": Season.AUTUMN,
    "Lent": Season.SPRING,
    "Hilary": Season.SPRING,
    "Easter": Season.SPRING,
    "Trinity": Season.SUMMER,
    "Pentecost": Season.SUMMER,
}
_ACADEMIC_YEAR_WRITTEN = r"[0-9]{2} ?(?:/|–|-|to) ?[0-9]{2}"


class Precision(StrEnum):
    """How exactly a date was written, most exact first."""

    DAY = "day"
    MONTH = "month"
    HALF_TERM = "half-term"
    TERM = "term"
    ACADEMIC_YEAR = "academic year"
    YEAR = "year"


def last_of_month(year: int, month: int) -> date:
    """The last day of a month: 29 February 2024."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def academic_year_name(begins: int) -> str:
    """An academic year by the two years it touches: 2023/24."""
    return f"{begins}/{(begins + 1) % 100:02}"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as exact as the school wrote it: some day from `earliest` to `latest`, both included."""

    earliest: date
    latest: date
    precision: Precision
    as_written: str

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            sentence = f"a date cannot begin on {self.earliest} and end before, on {self.latest}"
            raise ValueError(sentence)
        if self.earliest.year < FIRST_YEAR or self.latest.year > LAST_YEAR:
            sentence = f"{self.as_written!r} lies outside {FIRST_YEAR} to {LAST_YEAR}"
            raise ValueError(sentence)

    @classmethod
    def of_span(cls, span: tuple[date, date], *, precision: Precision, as_written: str | None = None) -> "PartialDate":
        """The date that fills a span; without `as_written` it is written in the British form."""
        dated = cls(*span, precision=precision, as_written=as_written or "")
        return dated.in_british_form() if as_written is None else dated

    @classmethod
    def of_day(cls, day: date, as_written: str | None = None) -> "PartialDate":
        """One day."""
        return cls.of_span((day, day), precision=Precision.DAY, as_written=as_written)

    @classmethod
    def of_month(cls, year: int, month: int, as_written: str | None = None) -> "PartialDate":
        """Some day of a month."""
        span = date(year, month, 1), last_of_month(year, month)
        return cls.of_span(span, precision=Precision.MONTH, as_written=as_written)

    @classmethod
    def of_academic_year(cls, begins: int, as_written: str | None = None) -> "PartialDate":
        """Some day of an academic year, 1 September to 31 August."""
        span = date(begins, 9, 1), date(begins + 1, 8, 31)
        return cls.of_span(span, precision=Precision.ACADEMIC_YEAR, as_written=as_written)

    @classmethod
    def of_year(cls, year: int, as_written: str | None = None) -> "PartialDate":
        """Some day of a calendar year."""
        span = date(year, 1, 1), date(year, 12, 31)
        return cls.of_span(span, precision=Precision.YEAR, as_written=as_written)

    @property
    def span(self) -> tuple[date, date]:
        """First and last day that it can be."""
        return self.earliest, self.latest

    def overlaps(self, other: "PartialDate") -> bool:
        """Whether both can be one and the same day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def in_british_form(self) -> "PartialDate":
        """The same date, written as we write it."""
        return replace(self, as_written=str(self))

    def __str__(self) -> str:
        year = self.earliest.year
        match self.precision:
            case Precision.DAY:
                return f"{self.earliest.day} {MONTHS[self.earliest.month - 1]} {year}"
            case Precision.MONTH:
                return f"{MONTHS[self.earliest.month - 1]} {year}"
            case Precision.HALF_TERM:
                return f"{self._term_name} {self._term_year}"
            case Precision.TERM:
                return f"{self._term_name} term {self._term_year}"
            case Precision.ACADEMIC_YEAR:
                return academic_year_name(year)
            case _:
                return str(year)

    @property
    def notation(self) -> str | dict[str, str]:
        """The date as machines compare it: 2023-09-30, 2017-06, 2023/24, 2024; a term is a name and its year."""
        match self.precision:
            case Precision.DAY:
                return self.earliest.isoformat()
            case Precision.MONTH:
                return self.earliest.isoformat()[:7]
            case Precision.HALF_TERM | Precision.TERM:
                return {"term": self._term_name, "year": self._term_year}
            case _:
                return str(self)

    @property
    def _term_name(self) -> str:
        """`Autumn`, `Autumn 2`, or the school's own word for it."""
        _, season, half = term_begun(self.earliest)
        words = self.as_written.casefold().split()
        own = (name for name, of in TERM_NAMES.items() if of is season and name.casefold() in words)
        name = next(own, season.value)
        return f"{name} {half}" if self.precision is Precision.HALF_TERM else name

    @property
    def _term_year(self) -> str:
        """The year as the school counts: 2021, or 2020/21 where it wrote so."""
        academic_year, season, _ = term_begun(self.earliest)
        if re.search(_ACADEMIC_YEAR_WRITTEN, self.as_written):
            return academic_year_name(academic_year)
        return str(season.year_in(academic_year))
