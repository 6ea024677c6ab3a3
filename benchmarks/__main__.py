"""`python -m benchmarks [NAME ...]`: all benchmarks, or those named, each in a process of its own."""

import subprocess
import sys
from typing import Final

from benchmarks.machine import compile_everything, described

ALL: Final = ("due", "starting", "unsigned", "importing", "reading", "pack")


def main(names: list[str]) -> None:
    """Run them one after the other."""
    unknown = set(names) - set(ALL)
    if unknown:
        sys.exit(f"there is no benchmark {', '.join(sorted(unknown))}: name some of {', '.join(ALL)}")
    compile_everything()
    print(described(), flush=True)
    for name in names or ALL:
        print(flush=True)
        subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
