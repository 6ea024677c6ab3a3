"""The options that many commands share, each said once: its name, its help, and how its words become a value."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Final, Literal

import typer

from policyaudit.errors import UsageProblem

LISTING: Final = "Options of every listing"
REGISTER: Final = "Options of every command"
_ISO_DAY: Final = re.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}")
_DAYS_IN: Final = {"": 1, "d": 1, "day": 1, "days": 1, "w": 7, "week": 7, "weeks": 7}


class NotADay(UsageProblem):
    """Words that were to be a day and are not."""

    def __init__(self, text: str, why: str) -> None:
        super().__init__(f"{text!r} cannot be used as a day: {why}", next_step="write it like 30 September 2026")


class NotASpan(UsageProblem):
    """Words that were to be a number of days and are not."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} is not a number of days", next_step="write it like 60, 90 days or 8 weeks")


class NobodyActs(UsageProblem):
    """Nobody is known who records."""

    def __init__(self) -> None:
        super().__init__("it is not known who records this", next_step='add --by "Your Name"')


def read_day(text: str) -> date:
    """The day that somebody typed, in any way a school writes a day."""
    if _ISO_DAY.fullmatch(text):  # what programs write is read at once, without loading the whole grammar
        with suppress(ValueError):
            return date.fromisoformat(text)
    from policyaudit.domain.partial_date import Precision
    from policyaudit.reading.dates import read_date, why_unreadable

    found = read_date(text)
    if found is None:
        raise NotADay(text, why_unreadable(text))
    if found.precision is not Precision.DAY:
        raise NotADay(text, f"it names no day, only the {found.precision}")
    return found.earliest


def read_days(text: str) -> int:
    """The number of days that somebody typed: 60, 60d, 8 weeks."""
    found = re.fullmatch(r"\s*(\d{1,5})\s*([a-z]*)\s*", text.lower())
    if not found or found[2] not in _DAYS_IN:
        raise NotASpan(text)
    return int(found[1]) * _DAYS_IN[found[2]]


def today(now: datetime | None = None) -> date:
    """Today in the school's zone: Greenwich time, and an hour later in summer.

    Source: Summer Time Order 2002, from the last Sunday of March to the last Sunday of October, each at one o'clock
    Greenwich time.
    """
    now = now or datetime.now(UTC)
    begins, ends = (_last_sunday(now.year, month) for month in (3, 10))
    return (now + timedelta(hours=begins <= now < ends)).date()


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def acting(by: str | None) -> str:
    """Who records this: the name given, else whoever is logged in, as it is kept."""
    import getpass

    from policyaudit.usecases.typed import kept_name

    try:
        return kept_name("whoever records this", by or getpass.getuser())
    except (KeyError, OSError):
        raise NobodyActs from None


Format = Annotated[
    Literal["table", "json", "csv"],
    typer.Option("--format", metavar="FORMAT", help="How to show it: table, json or csv.", rich_help_panel=LISTING),
]
AsJson = Annotated[bool, typer.Option("--json", help="Short for --format json.", rich_help_panel=LISTING)]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        parser=read_day,
        help="Show it as it stands on that day.  [default: today]",
        rich_help_panel=LISTING,
    ),
]
School = Annotated[
    str | None,
    typer.Option("--school", metavar="NAME", help="Only this school, by name or part of it.", rich_help_panel=LISTING),
]
OfSchool = Annotated[
    str | None,
    typer.Option(
        "--school",
        metavar="NAME",
        help="The school, where the register holds several: its name or part of it.",
        rich_help_panel=REGISTER,
    ),
]
Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="REGISTER",
        help="The register: a file, or the address of a PostgreSQL database.  [default: POLICYAUDIT_DB, else "
        "register.db in your own data folder]",
        rich_help_panel=REGISTER,
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        envvar="POLICYAUDIT_BY",
        show_envvar=False,
        help="Who records this.  [default: POLICYAUDIT_BY, else your login name]",
        rich_help_panel=REGISTER,
    ),
]
On = Annotated[
    date | None, typer.Option("--on", metavar="DAY", parser=read_day, help="The day it is from.  [default: today]")
]
LastDay = Annotated[
    date | None, typer.Option("--on", metavar="DAY", parser=read_day, help="The last day.  [default: today]")
]
Replace = Annotated[bool, typer.Option("--replace", help="Write over what is there, unless it is a register.")]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict", help="End with exit code 1 where something is late, for scripts.", rich_help_panel=LISTING
    ),
]
