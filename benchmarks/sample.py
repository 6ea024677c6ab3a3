"""The register of the sample school: `python -m benchmarks.sample PLACE`."""

import sys
from pathlib import Path

from policyaudit.store.opening import create_register, open_register
from policyaudit.usecases.demo import build_demo


def build(place: Path) -> None:
    """The sample school, with its history."""
    create_register(str(place))
    with open_register(str(place)) as store:
        build_demo(store)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
