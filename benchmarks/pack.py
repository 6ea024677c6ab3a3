"""The governors' pack of the sample school as a whole process, from the register to the PDF on the disk."""

from typing import Final

from benchmarks import AS_OF
from benchmarks.making import made, somewhere
from benchmarks.measuring import Reference, compare, goal
from benchmarks.references import EMPTY, audit

AT_MOST_SECONDS: Final = 3


def main() -> None:
    """Measure and print."""
    with somewhere() as folder:
        register = made(folder / "sample.db", "sample")
        words = ("report", "governors", "--db", register, "--as-of", AS_OF, "--out", folder / "pack.pdf")
        runs = compare(audit(*words, name="audit report governors, the sample school"), Reference(EMPTY))
        slowest = max(used.cpu for used in runs)
        print(f"  the slowest took {slowest:.2f} s{goal(slowest, AT_MOST_SECONDS)}")


if __name__ == "__main__":
    main()
