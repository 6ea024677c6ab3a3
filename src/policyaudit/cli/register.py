"""How a command reaches the register that is meant, and what it says of one that was brought up to date."""

import typer

from policyaudit.store.opening import Store, open_register
from policyaudit.store.target import register_target


def register(db: str | None) -> Store:
    """The register that --db names, else the usual one."""
    return open_register(register_target(db), announce=_tell)


def _tell(line: str) -> None:
    typer.echo(f"audit: {line}", err=True)
