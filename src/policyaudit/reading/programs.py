"""Programs of the system that read for us what we cannot: each in its own folder, within limits, off the network."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from math import ceil
from pathlib import Path

# No core file, blocks of 512 bytes for a file, kilobytes of memory, seconds of CPU: a program that wants more ends,
# also where the command that started it was itself ended from outside.
_LIMITS = 'ulimit -c 0; ulimit -f 1000000; ulimit -v 4000000; ulimit -t {seconds}; exec "$@"'
_WAYS_OFF_THE_NETWORK = (("--net",), ("--user", "--map-root-user", "--net"))
_KEPT = ("PATH", "SYSTEMROOT", "COMSPEC", "PATHEXT")  # of the environment; the last three are what Windows starts with


def installed(*names: str) -> str | None:
    """The path of the first of these programs that is on this computer."""
    return next((path for name in names if (path := shutil.which(name))), None)


def run(
    command: Sequence[str], *, folder: Path, seconds: float, settings: Mapping[str, str] | None = None
) -> int | None:
    """Run a program that may write in this folder only for as long; its exit code, or None if it was ended.

    Whatever it has started ends with it.
    """
    process = subprocess.Popen(  # noqa: S603 - the words are ours, the files' names are made by us
        [*off_the_network(), *_limited(seconds), *command],
        cwd=folder,
        env=_environment(folder) | dict(settings or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end_with_children(process)


def off_the_network() -> tuple[str, ...]:
    """The words before a command that leave it without a network, where this system lets us do that."""
    program = installed("unshare")
    return _way_off(program) if program else ()


@cache
def _way_off(program: str) -> tuple[str, ...]:
    for words in _WAYS_OFF_THE_NETWORK:
        way = (program, *words)
        if subprocess.run([*way, sys.executable, "--version"], capture_output=True, check=False).returncode == 0:  # noqa: S603 - our own words
            return way
    return ()


def _limited(seconds: float) -> tuple[str, ...]:
    """The words before a command that limit what it takes; Windows has no such shell."""
    shell = installed("sh")
    return (shell, "-c", _LIMITS.format(seconds=ceil(seconds)), "sh") if shell else ()


def _environment(folder: Path) -> dict[str, str]:
    """What a program is told of its surroundings: nothing of the person's own."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    places = dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), str(folder))
    return {**kept, **places, "LC_ALL": "C.UTF-8"}


def _end_with_children(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it has started."""
    if sys.platform == "win32":  # pragma: no cover - Windows has no groups of processes that end together
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
