"""How much CPU time and memory whole programs take, measured in turns, so that a busy machine slows all alike.

Nothing heavy is imported here: the memory that a process is charged with begins with that of the one that starts it.
"""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from resource import struct_rusage
from statistics import median
from time import perf_counter
from typing import Final

ROUNDS: Final = 11
_LINES, _COLUMNS = 40, 100  # of the terminal


@dataclass(frozen=True, slots=True)
class Used:
    """What one run took: seconds of CPU, in the program and all that it started, seconds by the clock, peak MiB."""

    cpu: float
    peak: float
    elapsed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program to be run: what it is called in the figures, its words, and what is put right before each run."""

    name: str
    words: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    on_terminal: bool = False
    before: Callable[[], object] = lambda: None


@dataclass(frozen=True, slots=True)
class Reference:
    """What ours is compared with, and how many times as long ours may take at most, where there is a goal."""

    program: Program
    at_most: float | None = None


def in_turns(*programs: Program) -> list[list[Used]]:
    """What each took, round by round; the first round, which fills the caches, is left out."""
    return [[used_by(program) for program in programs] for _ in range(ROUNDS + 1)][1:]


def compare(ours: Program, *references: Reference, at_most_mib: float | None = None) -> list[Used]:
    """Run all of them in turns and print how ours compares: the median of the ratios of each round. Gives our runs."""
    turns = in_turns(ours, *(reference.program for reference in references))
    own = [turn[0] for turn in turns]
    peak = max(used.peak for used in own)
    print(f"{ours.name}: {_milliseconds(own)}, {peak:.1f} MiB at its peak{goal(peak, at_most_mib)}")
    for place, reference in enumerate(references, 1):
        ratios = [turn[0].cpu / turn[place].cpu for turn in turns]
        theirs = f"{reference.program.name} ({_milliseconds([turn[place] for turn in turns])})"
        print(f"  {told(ratios)} x {theirs}{goal(median(ratios), reference.at_most)}")
    return own


def told(values: Sequence[float]) -> str:
    """The median and the spread."""
    return f"{figure(median(values))} ({figure(min(values))} to {figure(max(values))})"


def figure(value: float) -> str:
    """A figure to three digits, whole from a hundred on: 0.27, 7.15, 2,850."""
    return f"{value:.3g}" if value < 100 else f"{value:,.0f}"  # noqa: PLR2004 - as the sentence says


def goal(value: float, at_most: float | None) -> str:
    """Whether a goal is met, where there is one."""
    return "" if at_most is None else f"; goal at most {at_most:g}: {'met' if value <= at_most else 'MISSED'}"


def _milliseconds(runs: Sequence[Used]) -> str:
    return f"{figure(median(used.cpu for used in runs) * 1000)} ms"


def used_by(program: Program) -> Used:
    """Run it once and wait for it; what it prints goes nowhere, what it complains of ends the benchmark."""
    program.before()
    begun = perf_counter()
    environment = {**os.environ, **program.environment}
    if program.on_terminal:
        status, usage = _run_on_terminal(program, environment)
    else:
        running = subprocess.Popen(program.words, stdout=subprocess.DEVNULL, env=environment)
        _, status, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if status:
        sys.exit(f"{' '.join(program.words)} ended with {os.waitstatus_to_exitcode(status)}")
    return Used(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, perf_counter() - begun)


def _run_on_terminal(program: Program, environment: Mapping[str, str]) -> tuple[int, struct_rusage]:
    child, screen = pty.fork()
    if child == 0:
        os.execvpe(program.words[0], list(program.words), environment)  # noqa: S606 - words of ours, no shell
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("4H", _LINES, _COLUMNS, 0, 0))
    while _shown(screen):
        pass
    _, status, usage = os.wait4(child, 0)
    os.close(screen)
    return status, usage


def _shown(screen: int) -> bytes:
    try:
        return os.read(screen, 65536)
    except OSError:  # nobody writes to it any more
        return b""
