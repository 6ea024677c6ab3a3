"""Programs that write to and read from one register at the same time, or are killed while they write.

Run as `python -m tests.store.writing_programs kill|share TARGET`. Each program is a fork, so that all of them need
to be loaded only once; nothing waits for a clock, a program says by a byte how far it has come.
"""

import os
import signal
import sys
from collections.abc import Callable
from datetime import timedelta

from policyaudit.store.opening import Store, open_register
from tests.store.writing import MORNING, a_note

KILLS = 20
NOTES = 50  # in each of the three steps of a transaction
WRITERS, READERS, EACH = 4, 2, 25
AGREES = (
    "SELECT (SELECT COUNT(*) FROM note), (SELECT COUNT(*) FROM journal WHERE subject = 'note'),"
    " (SELECT MAX(position) FROM journal), (SELECT COUNT(*) FROM journal)"
)


def kill_writers(target: str) -> None:
    """Kill one writer after another, each a step further into what it writes."""
    for steps in range(1, KILLS + 1):
        progress, say = os.pipe()
        writer = _fork(lambda say=say: _write_until_killed(target, say))  # type: ignore[misc]  # bound here and now
        for _ in range(steps):
            os.read(progress, 1)
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        os.close(progress)
        os.close(say)


def _write_until_killed(target: str, say: int) -> None:
    with open_register(target) as store:
        while True:
            with store.transaction(by="School office", at=MORNING) as writer:
                for _ in range(3):
                    writer.apply([a_note(writer.new_id(1, "note"), "x" * 500) for _ in range(NOTES)])
                    os.write(say, b".")


def share(target: str) -> None:
    """Let four write and two read, and fail unless all end well."""
    writers = [_fork(lambda name=f"writer {number}": _write(target, name)) for number in range(WRITERS)]  # type: ignore[misc]
    readers = [_fork(lambda: _read(target)) for _ in range(READERS)]
    endings = [os.waitpid(program, 0)[1] for program in writers + readers]
    sys.exit(any(endings))


def _write(target: str, name: str) -> None:
    with open_register(target) as store:
        for number in range(EACH):
            with store.transaction(by=name, at=MORNING + timedelta(seconds=number)) as writer:
                writer.note(1, f"{name}, {number}")


def _read(target: str) -> None:
    with open_register(target) as store:
        for _ in range(EACH):
            _check(store)


def _check(store: Store) -> None:
    ((notes, entries, last, positions),) = store.rows(AGREES)
    if notes != entries or last != positions:
        sys.exit(f"{notes} notes with {entries} entries; {positions} positions up to {last}")


def _fork(work: Callable[[], None]) -> int:
    program = os.fork()
    if program == 0:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - a fork must not go on as its parent
            os.write(2, f"{error!r}\n".encode())
            os._exit(1)
        os._exit(0)
    return program


if __name__ == "__main__":
    {"kill": kill_writers, "share": share}[sys.argv[1]](sys.argv[2])
