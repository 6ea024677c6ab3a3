"""The reader process as the command sees it: started when first needed, ended and replaced when it hangs or dies."""

import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from threading import Event, Timer
from types import TracebackType
from typing import IO, Self, cast

from policyaudit.reading.exchange import receive, send, unpack
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.refusals import ReaderStopped, TookTooLong, Unreadable

_SECONDS = 15
_MOST_ANSWERED = 64_000_000  # bytes
_GOODBYE = 3  # seconds for the process to end by itself
# -P: a file called zipfile.py in the folder that is being imported is not ours to run.
_COMMAND = (sys.executable, "-P", "-m", "policyaudit.reading.worker")


class Reader:
    """Reads documents in a process of its own, each within a time."""

    def __init__(self, *, seconds: float = _SECONDS, command: Sequence[str] = _COMMAND) -> None:
        self._seconds, self._command = seconds, command
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def read(self, content: bytes) -> DocumentText | Unreadable:
        """The text of a document, or why there is none."""
        process, late = self._started(), Event()
        timer = Timer(self._seconds, _stop, (process, late))
        timer.start()
        answer = _answer(process, content)
        timer.cancel()
        timer.join()
        if answer is None or late.is_set():
            self._end()
        if answer is None:
            return TookTooLong(seconds=round(self._seconds)) if late.is_set() else ReaderStopped()
        return unpack(answer)

    def _started(self) -> subprocess.Popen[bytes]:
        """The process, a new one if there is none."""
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - our own module, no word of it from outside
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._process

    def _end(self) -> None:
        """Tell the process that there is no more; one that does not listen is stopped."""
        process, self._process = self._process, None
        if process is None:
            return
        for stream in _streams(process):
            with suppress(OSError):
                stream.close()
        try:
            process.wait(timeout=_GOODBYE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answer(process: subprocess.Popen[bytes], content: bytes) -> bytes | None:
    """What the process says to a document; None if it ends instead."""
    documents, answers = _streams(process)
    try:
        send(documents, content)
        return receive(answers, most=_MOST_ANSWERED)
    except OSError:
        return None


def _streams(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    """The way to the process and the way back, both of which were asked for."""
    return cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)


def _stop(process: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    process.kill()
