import os
import signal
import subprocess
import sys
import threading
from typing import IO, cast

import pytest

from policyaudit.apart.limits import came_near_its_memory, while_awaited

LIMITED = "from policyaudit.apart.limits import limit\nlimit(memory=512 * 2**20, seconds=1)\n"
ASKED = "{}\nfrom policyaudit.apart.limits import came_near_its_memory\nprint(came_near_its_memory())\n"


def test_memory_is_limited() -> None:
    program = LIMITED + "bytes(100 * 2**20)\nprint('enough')\nbytes(600 * 2**20)"

    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert ended.stdout == "enough\n"
    assert "MemoryError" in ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no CPU time: there only the command keeps the time")
def test_a_process_that_nobody_waits_for_any_more_runs_out_of_time() -> None:
    ended = subprocess.run([sys.executable, "-c", LIMITED + "while True: pass"], capture_output=True, check=False)

    assert ended.returncode < 0


def test_a_machine_that_knows_no_limits_works_without() -> None:
    program = "import sys\nsys.modules['resource'] = None\n" + LIMITED + ASKED.format("bytes(600 * 2**20)")

    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert (ended.stdout, ended.stderr) == ("False\n", "")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much memory a process has had")
def test_a_process_knows_that_it_has_had_nearly_all_its_memory() -> None:
    program = (
        LIMITED + ASKED.format("") + ASKED.format("try: [bytes(2**20) for _ in range(600)]\nexcept MemoryError: pass")
    )

    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert ended.stdout == "False\nTrue\n"


def test_a_process_without_a_limit_never_comes_near_it() -> None:
    assert not came_near_its_memory()


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGKILL], ids=["ended", "killed"])
def test_a_process_does_not_outlive_its_command(ending: signal.Signals) -> None:
    answering = "import sys, time\nfrom policyaudit.apart.limits import while_awaited\n"
    sleeps = answering + "with while_awaited(sys.stdin.buffer): print('begun', flush=True); time.sleep(600)"
    command = "import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', sys.argv[1]], stdin=-1).wait()"
    running = subprocess.Popen([sys.executable, "-c", command, sleeps], stdout=subprocess.PIPE)
    told = cast("IO[bytes]", running.stdout)
    told.readline()

    running.send_signal(ending)

    with running:
        assert told.read() == b""  # ends only when the last process that can write to it has ended


def test_a_process_that_has_its_answer_ends_as_it_likes() -> None:
    reading, writing = os.pipe()

    with os.fdopen(reading, "rb") as questions:
        with while_awaited(questions):
            waiting = [thread for thread in threading.enumerate() if thread.name == "while_awaited"]
        os.close(writing)
        for thread in waiting:
            thread.join()

    assert waiting
