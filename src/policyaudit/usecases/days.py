"""Days as our sentences say them, and what is wrong where an end comes before its beginning."""

from datetime import date, timedelta
from typing import Final

from policyaudit.errors import NothingRecorded

ONE_DAY: Final = timedelta(days=1)


class DatesCross(NothingRecorded):
    """Somebody's last day would be before their first."""

    def __init__(self, name: str, *, first: date, last: date) -> None:
        super().__init__(
            f"the last day given for {name}, {shown_day(last)}, is before the first, {shown_day(first)}",
            next_step="check the two dates",
        )


def shown_day(day: date) -> str:
    """The day in the British form."""
    return f"{day.day} {day:%B %Y}"
