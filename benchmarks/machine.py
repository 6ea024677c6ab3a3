"""On what the figures were taken: the machine, and the versions of all that counts."""

import compileall
import os
import platform
import sqlite3
import sys
import sysconfig
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

_LIBRARIES: Final = ("typer", "sqlmodel", "sqlalchemy", "weasyprint", "pypdfium2")


def compile_everything() -> None:
    """Compile ours and the packages: some machines forbid Python to keep what it compiled, and all would be slower."""
    import policyaudit  # noqa: PLC0415 - the figures do not need it

    for folder in (Path(policyaudit.__file__).parent, sysconfig.get_path("purelib")):
        compileall.compile_dir(str(folder), quiet=2, workers=0)


def described() -> str:
    """The day, the machine and the versions, in two lines."""
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return (
        f"{datetime.now(UTC).date()}, {os.cpu_count()} cores, {_processor()}, {platform.system()}\n"
        f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}, {libraries}"
    )


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.machine()
    return next((line.partition(": ")[2] for line in told.splitlines() if line.startswith("model name")), "unknown")
