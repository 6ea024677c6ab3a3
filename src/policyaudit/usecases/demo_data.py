"""The sample school as it stands in db/demo: one TOML file, a few CSV files, and the documents."""

import csv
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from policyaudit import assets
from policyaudit.domain.changes import AcknowledgementState, Means, Outcome, Status

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class DemoData:
    """The files of db/demo, read. `demo_day` is the day on which everything is meant to be looked at."""

    school: dict[str, Any]
    tables: dict[str, list[Row]]

    @property
    def demo_day(self) -> date:
        """The day that the sample pack is made for."""
        day: date = self.school["demo_day"]
        return day

    @property
    def started_at(self) -> datetime:
        """When the register was begun."""
        moment: datetime = self.school["started_at"]
        return moment


STATUSES: Final[dict[str, Status]] = {
    "in force": "in force",
    "live": "live",
    "draft": "draft",
    "withdrawn": "in force",  # until the day on which it was withdrawn
}
OUTCOMES: Final[dict[str, Outcome]] = {
    "unchanged": "unchanged",
    "minor": "minor",
    "material": "material",
    "not known": "not known",
}
STATES: Final[dict[str, AcknowledgementState]] = {
    "acknowledged": "acknowledged",
    "declined": "declined",
    "queried": "queried",
    "voided": "voided",
}
MEANS: Final[dict[str, Means]] = {"paper": "paper", "meeting": "meeting", "email": "email", "web": "web"}
TABLES = ("staff", "absences", "policies", "versions", "reviews", "acknowledgements", "voids")
FOLDER = assets.folder("db") / "demo"
DOCUMENTS = FOLDER / "documents"


def demo_data() -> DemoData:
    """Reads the sample school."""
    school = tomllib.loads((FOLDER / "school.toml").read_text(encoding="utf-8"))
    return DemoData(school, {name: _rows(name) for name in TABLES})


def _rows(name: str) -> list[Row]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str) -> date | None:
    """An ISO day, None for an empty cell."""
    return date.fromisoformat(text) if text else None
