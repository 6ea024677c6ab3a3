"""What a process of its own may use of the machine, set by itself before it begins."""

from contextlib import suppress


def limit(*, memory: int, seconds: int | None = None) -> None:
    """Let this process have no more bytes of memory and no more seconds of CPU, where the system can do that.

    The command keeps the time as well. The seconds are for a process whose command was killed and keeps it no more.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        if seconds is not None:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
