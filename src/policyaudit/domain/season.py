"""The three terms of a school year, and which of them a day begins."""

from datetime import date
from enum import StrEnum


class Season(StrEnum):
    """The three terms of a school year, in their order; a school may call them otherwise (Michaelmas, Lent)."""

    AUTUMN = "Autumn"
    SPRING = "Spring"
    SUMMER = "Summer"

    def year_in(self, academic_year: int) -> int:
        """The calendar year in which this term of an academic year lies: spring 2023/24 lies in 2024."""
        return academic_year if self is Season.AUTUMN else academic_year + 1

    def academic_year_in(self, year: int) -> int:
        """The year in which the academic year began whose term lies in a calendar year: spring 2024 is of 2023/24."""
        return year if self is Season.AUTUMN else year - 1


SEASONS = tuple(Season)

# (month, day) from which a first day can only be that of the next half-term, on any calendar of these islands:
# Scottish schools begin in August, a spring holiday apart from Easter lets summer begin in March.
_HALVES_FROM = (
    ((1, 1), Season.SPRING, 1),
    ((2, 1), Season.SPRING, 2),
    ((3, 16), Season.SUMMER, 1),
    ((5, 16), Season.SUMMER, 2),
    ((7, 15), Season.AUTUMN, 1),
    ((10, 1), Season.AUTUMN, 2),
)


def term_begun(first_day: date) -> tuple[int, Season, int]:
    """Academic year, season and half of the half-term that begins on a day."""
    season, half = next(
        (season, half) for since, season, half in reversed(_HALVES_FROM) if (first_day.month, first_day.day) >= since
    )
    return season.academic_year_in(first_day.year), season, half
