"""What a process of its own may use of the machine and how long it lives, seen to by itself."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import IO, Final

_NEARLY: Final = 0.95


def limit(*, memory: int, seconds: int | None = None) -> None:
    """Let this process have no more bytes of memory and no more seconds of CPU, where the system can do that."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - Windows has none

        limits = {resource.RLIMIT_CORE: 0, resource.RLIMIT_AS: memory, resource.RLIMIT_CPU: seconds}
        for kind, most in limits.items():
            if most is not None:
                with suppress(ValueError, OSError):  # a lower limit stands already
                    resource.setrlimit(kind, (most, most))


@contextmanager
def while_awaited(questions: IO[bytes]) -> Iterator[None]:
    """Work that ends, and this process with it, when the command is gone that waits for the answer.

    It is done once the last question has come: the command says no more, but keeps the way open until it is answered.
    """
    done = Event()
    Thread(target=_end_once_closed, args=(questions.fileno(), done), name=while_awaited.__name__, daemon=True).start()
    yield
    done.set()


def _end_once_closed(way: int, done: Event) -> None:
    os.read(way, 1)
    if not done.is_set():
        os._exit(0)


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
