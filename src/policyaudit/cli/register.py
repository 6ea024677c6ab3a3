"""How a command reaches the register that is meant, and in whose name it records."""

from datetime import UTC, datetime
from typing import TypedDict

from policyaudit.cli.options import acting
from policyaudit.cli.terminal import put_aside
from policyaudit.store.opening import Store, open_register
from policyaudit.store.target import register_target


class Recording(TypedDict):
    """Who records, and when."""

    by: str
    at: datetime


def register(db: str | None) -> Store:
    """The register that --db names, else the usual one."""
    return open_register(register_target(db), announce=tell_of_migration)


def recording(by: str | None) -> Recording:
    """Who records, now."""
    return Recording(by=acting(by), at=datetime.now(UTC))


def tell_of_migration(line: str) -> None:
    """Say on standard error that the register was brought up to date, and where its backup copy is."""
    put_aside(f"audit: {line}")
