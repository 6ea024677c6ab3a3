"""Where the register is: a path to an SQLite file, or the address of a database on a PostgreSQL server."""

import os
from pathlib import Path


def register_target(db: str | None) -> str:
    """The register that is meant: what --db says, else POLICYAUDIT_DB, else the one in the person's own data folder."""
    return db or os.environ.get("POLICYAUDIT_DB") or str(_data_folder() / "register.db")


def _data_folder() -> Path:
    import platformdirs  # noqa: PLC0415 - only where nothing else names a register

    return platformdirs.user_data_path("policyaudit", appauthor=False)


def is_on_server(target: str) -> bool:
    """Whether the register lives on a PostgreSQL server rather than in a file."""
    return target.startswith(("postgresql://", "postgres://"))


def shown(target: str) -> str:
    """The target as it may be printed: an address without its password and options."""
    if not is_on_server(target):
        return target
    scheme, _, rest = target.partition("://")
    server, slash, database = rest.partition("?")[0].partition("/")
    person, at, host = server.rpartition("@")
    return f"{scheme}://{person.partition(':')[0]}{at}{host}{slash}{database}"
