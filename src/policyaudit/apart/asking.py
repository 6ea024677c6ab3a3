"""A process of its own as the command sees it: started when first asked, ended when it is late, dies or is done."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from enum import Enum
from threading import Event, Lock, Timer
from types import TracebackType
from typing import IO, Final, Self, cast

from policyaudit.apart.messages import receive, send

_GOODBYE: Final = 3  # seconds for the process to end by itself


class Silence(Enum):
    """Why there is no answer."""

    LATE = "it took too long"
    ENDED = "it ended instead, or said more than it may"


class Apart:
    """Asks a process of its own, which is ended and replaced when it is late or dies; used with `with`.

    `environment` is what it is told besides what this process was.
    """

    def __init__(
        self, command: Sequence[str], *, seconds: float, most: int, environment: Mapping[str, str] | None = None
    ) -> None:
        self._command, self._seconds, self._most = command, seconds, most
        self._environment = {**os.environ, **environment} if environment else None
        self._process: subprocess.Popen[bytes] | None = None
        self._turn, self._is_over = Lock(), False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end(at_once=kind is not None)  # after Ctrl-C for example nobody waits for an answer any more

    def end(self, *, at_once: bool = False) -> None:
        """Tell the process that there is no more; one that does not listen is stopped. None is left behind, and none
        begun by another thread that goes on asking.
        """
        with self._turn:
            self._is_over = True
        self._let_go(at_once=at_once)

    def _let_go(self, *, at_once: bool = False) -> None:
        with self._turn:
            process, self._process = self._process, None
        if process is None:
            return
        if at_once:
            process.kill()
        for stream in _streams(process):
            with suppress(OSError):
                stream.close()
        try:
            process.wait(timeout=_GOODBYE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def ask(self, message: bytes) -> bytes | Silence:
        """The answer, of at most so many bytes and within the time of this process, or why there is none."""
        process, late = self._started(), Event()
        if process is None:
            return Silence.ENDED
        timer = Timer(self._seconds, _stop, (process, late))
        timer.start()
        try:
            answer = self._answer(process, message)
        finally:
            timer.cancel()
            timer.join()
        if answer is None or late.is_set():
            self._let_go()
        if answer is None:
            return Silence.LATE if late.is_set() else Silence.ENDED
        return answer

    def _answer(self, process: subprocess.Popen[bytes], message: bytes) -> bytes | None:
        """What the process says; None if it ends instead."""
        questions, answers = _streams(process)
        try:
            send(questions, message)
            return receive(answers, most=self._most)
        except OSError:
            return None

    def _started(self) -> subprocess.Popen[bytes] | None:
        """The process, a new one if there is none; None once all is over."""
        with self._turn:
            if self._process is None and not self._is_over:
                self._process = subprocess.Popen(  # noqa: S603 - a module of ours, no word of it from outside
                    self._command,
                    env=self._environment,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )
            return self._process


def _streams(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    """The way to the process and the way back, both of which were asked for."""
    return cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)


def _stop(process: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    process.kill()
