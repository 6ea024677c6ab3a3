"""When the terms and half-terms of a school lie: its own dates where it gave them, else the default calendar."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.easter import easter

from policyaudit.domain.partial_date import PartialDate, Precision
from policyaudit.domain.season import Season, term_begun

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a school, or one half of it (1 or 2), as the school published it; both days included."""

    academic_year: int
    season: Season
    half: int | None
    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        if self.first_day > self.last_day:
            sentence = f"{self._name} ends on {self.last_day} before it begins on {self.first_day}"
            raise ValueError(sentence)
        if term_begun(self.first_day) != (self.academic_year, self.season, self.half or 1):
            sentence = f"{self._name} cannot begin on {self.first_day}"
            raise ValueError(sentence)

    @property
    def _name(self) -> str:
        half = f" {self.half}" if self.half else " term"
        return f"{self.season}{half} {self.academic_year}/{(self.academic_year + 1) % 100:02}"


def _default_span(season: Season, academic_year: int, half: int | None) -> tuple[date, date]:
    year = season.year_in(academic_year)
    if season is Season.AUTUMN:
        first, second_half, last = date(year, 9, 1), date(year, 11, 1), date(year, 12, 31)
    else:
        easter_monday: date = easter(year) + DAY
        spring_ends = max(date(year, 3, 31), easter_monday)
        if season is Season.SPRING:
            first, second_half, last = date(year, 1, 1), date(year, 2, 22), spring_ends
        else:
            first, second_half, last = spring_ends + DAY, date(year, 6, 1), date(year, 8, 31)
    return (second_half if half == 2 else first, second_half - DAY if half == 1 else last)  # noqa: PLR2004 - the second half


@dataclass(frozen=True, slots=True)
class TermCalendar:
    """The terms that a school published; for those it did not, the default calendar answers.

    The default calendar divides the year without gaps, so that no term is over before a school's could be:
    autumn from 1 September to 31 December, spring to 31 March or Easter Monday, whichever is later, summer to
    31 August. The second halves begin on 1 November, 22 February and 1 June; a half-term holiday belongs to the
    half before it.
    Source: the Education (Start of Compulsory School Age) Order 1998 ends the three terms of England on 31 December,
    31 March and 31 August; Easter Monday is ours, as a spring term may last until a late Easter.
    """

    terms: tuple[Term, ...] = ()

    def span(self, season: Season, *, academic_year: int, half: int | None = None) -> tuple[date, date]:
        """First and last day of a term or half-term: the school's own, else the default's."""
        own = self._own(season, academic_year, half)
        return own or _default_span(season, academic_year, half)

    def date_of(
        self, season: Season, *, academic_year: int, half: int | None = None, as_written: str | None = None
    ) -> PartialDate:
        """Some day of a term or half-term."""
        span = self.span(season, academic_year=academic_year, half=half)
        precision = Precision.HALF_TERM if half else Precision.TERM
        return PartialDate.of_span(span, precision=precision, as_written=as_written)

    def _own(self, season: Season, academic_year: int, half: int | None) -> tuple[date, date] | None:
        ours = {t.half: t for t in self.terms if (t.season, t.academic_year) == (season, academic_year)}
        if half in ours:
            return ours[half].first_day, ours[half].last_day
        if half is None and {1, 2} <= ours.keys():
            return ours[1].first_day, ours[2].last_day
        if half is not None and None in ours:
            return _within(ours[None], _default_span(season, academic_year, half))
        return None


def _within(term: Term, half: tuple[date, date]) -> tuple[date, date] | None:
    """The default half cut to the school's own term: a term that ends on 18 December ends its second half then."""
    first, last = max(half[0], term.first_day), min(half[1], term.last_day)
    return (first, last) if first <= last else None
