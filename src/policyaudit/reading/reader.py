"""The reader process as the command sees it: it takes documents apart, each within a time."""

import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from policyaudit.apart.asking import Apart, Silence
from policyaudit.reading.exchange import unpack
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.refusals import ReaderStopped, TookTooLong, Unreadable

_SECONDS = 15
_MOST_ANSWERED = 64_000_000  # bytes
# -P: a file called zipfile.py in the folder that is being imported is not ours to run.
_COMMAND = (sys.executable, "-P", "-m", "policyaudit.reading.worker")


class Reader:
    """Reads documents in a process of its own, each within a time."""

    def __init__(self, *, seconds: float = _SECONDS, command: Sequence[str] = _COMMAND) -> None:
        self._seconds, self._process = seconds, Apart(command, seconds=seconds, most=_MOST_ANSWERED)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.end(at_once=kind is not None)

    def read(self, content: bytes) -> DocumentText | Unreadable:
        """The text of a document, or why there is none."""
        answer = self._process.ask(content)
        if isinstance(answer, Silence):
            return TookTooLong(seconds=round(self._seconds)) if answer is Silence.LATE else ReaderStopped()
        return unpack(answer)
