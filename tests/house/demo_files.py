"""Reads the files of the sample school as plain values, without any code of the tool."""

import csv
import re
import tomllib
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

DEMO = Path(__file__).parents[2] / "db" / "demo"
Row = dict[str, str]


@cache
def school() -> dict[str, Any]:
    return tomllib.loads((DEMO / "school.toml").read_text(encoding="utf-8"))


@cache
def rows(name: str) -> list[Row]:
    with (DEMO / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def demo_day() -> date:
    day = school()["demo_day"]
    assert isinstance(day, date)
    return day


def people() -> dict[str, Row]:
    return {row["name"]: row for row in rows("staff")}


def policies() -> dict[str, Row]:
    return {row["number"]: row for row in rows("policies")}


def versions_of(number: str) -> list[Row]:
    return [row for row in rows("versions") if row["policy_number"] == number]


def begins(version: Row) -> date:
    """The day from which a version is in force; long ago where the school knows less than the day."""
    day = version["in_force_from"]
    return date.fromisoformat(day) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else date.min


def moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def line(row: Row) -> str:
    return " ".join(value for value in row.values() if value)
