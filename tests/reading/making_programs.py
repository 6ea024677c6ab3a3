"""Programs of the system as tests want them: scripts by their names in a folder that is all of the search path."""

from pathlib import Path

import pytest

SHELL = Path("/bin/sh")


def only_these(folder: Path, programs: dict[str, str], patch: pytest.MonkeyPatch) -> None:
    """Make these scripts, by their names, all that is installed."""
    folder.mkdir()
    for name, script in programs.items():
        path = folder / name
        path.write_text(f"#!{SHELL}\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
    patch.setenv("PATH", str(folder))
