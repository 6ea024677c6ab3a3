"""What is measured is made by processes of their own, so that their memory is not charged to what is measured."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def somewhere() -> Iterator[Path]:
    """A folder for all that a benchmark makes; it is gone afterwards."""
    with TemporaryDirectory(prefix="policyaudit-benchmark-") as name:
        yield Path(name)


def made(place: Path, program: str, *words: object) -> Path:
    """Let a program of ours make what is to be at that place."""
    subprocess.run([sys.executable, "-m", f"benchmarks.{program}", place, *map(str, words)], check=True)
    return place
