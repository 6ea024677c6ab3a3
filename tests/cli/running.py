"""How the tests run `audit`: in this process for what it says, as a process of its own for what it loads."""

import os
import signal
import subprocess
import sys
import threading
import time

from typer.testing import CliRunner, Result

from policyaudit.cli.app import app

_PLAIN = {"NO_COLOR": None, "TERM": "dumb", "COLUMNS": "80", "POLICYAUDIT_DB": None, "POLICYAUDIT_DEBUG": None}
_END_OF_TYPING, _QUESTIONS = "\x04", 5  # whoever is asked more than was typed ends the conversation, not the test run
_OWN = {*_PLAIN, "PYTHONUNBUFFERED"}  # what a process of its own must not take over from the machine


def audit(*words: object, typed: str | None = None, **environment: str | None) -> Result:
    """What `audit` says when it is typed with these words; `typed` is what somebody answers to questions."""
    runner = CliRunner(env={**_PLAIN, **environment})
    return runner.invoke(app, [str(word) for word in words], input=typed, catch_exceptions=False, prog_name="audit")


def process(
    *words: object, stdout: int | None = subprocess.PIPE, **environment: str
) -> subprocess.CompletedProcess[str]:
    """The same as a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in _OWN}
    return subprocess.run(
        [sys.executable, "-m", "policyaudit", *map(str, words)],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**kept, "COLUMNS": "80", **environment},
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def modules_loaded_by(*words: object) -> set[str]:
    """The names of all modules that are loaded once `audit` with these words has ended."""
    program = (
        "import sys\n"
        "sys.argv = ['audit', *sys.argv[1:]]\n"
        "from policyaudit.cli.app import app\n"
        "try: app(prog_name='audit')\n"
        "finally: print(*sys.modules, sep='\\n', file=sys.stderr)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return set(ended.stderr.split())


def at_a_terminal(
    *words: object, typed: str = "", stopped_at: str | None = None, **environment: str
) -> tuple[int, str]:
    """The same for somebody who sits at a colour terminal: the exit code, and all that stands on the screen.

    `stopped_at` is a question at which they press Ctrl-C.
    """
    ours, theirs = os.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in _OWN}
    running = subprocess.Popen(
        [sys.executable, "-m", "policyaudit", *map(str, words)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**kept, "TERM": "xterm", "COLUMNS": "80", **environment},
    )
    os.close(theirs)
    screen = b""
    if stopped_at is None:
        typed += _END_OF_TYPING * _QUESTIONS
    os.write(ours, typed.encode())
    while more := _read_some(ours):
        screen += more
        if stopped_at is not None and stopped_at.encode() in screen:
            threading.Thread(target=_press_until_it_ends, args=(running,), daemon=True).start()
            stopped_at = None
    os.close(ours)
    return running.wait(timeout=60), screen.decode().replace("\r\n", "\n")


def _press_until_it_ends(running: subprocess.Popen[bytes]) -> None:
    """Ctrl-C, and once more where one was lost between the question and the wait for its answer."""
    while running.poll() is None:
        running.send_signal(signal.SIGINT)
        time.sleep(2)


def _read_some(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # the other end was closed
        return b""
