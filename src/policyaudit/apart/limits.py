"""What a process of its own may use of the machine, set by itself before it begins."""

from contextlib import suppress
from pathlib import Path
from typing import Final

_NEARLY: Final = 0.95


def limit(*, memory: int, seconds: int | None = None) -> None:
    """Let this process have no more bytes of memory and no more seconds of CPU, where the system can do that.

    The command keeps the time as well. The seconds are for a process whose command was killed and keeps it no more.
    """
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - Windows has none

        limits = {resource.RLIMIT_CORE: 0, resource.RLIMIT_AS: memory, resource.RLIMIT_CPU: seconds}
        for kind, most in limits.items():
            if most is not None:
                with suppress(ValueError, OSError):  # a lower limit stands already
                    resource.setrlimit(kind, (most, most))


def came_near_its_memory() -> bool:
    """Whether this process has had nearly all the memory that it may have, where the system can tell.

    What it made cannot be relied on then: libraries go on without what they found no room for.
    """
    with suppress(ImportError, OSError):
        import resource  # noqa: PLC0415 - Windows has none

        most, _ = resource.getrlimit(resource.RLIMIT_AS)
        return most != resource.RLIM_INFINITY and _peak() > _NEARLY * most
    return False


def _peak() -> int:
    """The most bytes of memory that this process has had at a time."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kibibytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmPeak:"))
    return int(kibibytes) * 1024
