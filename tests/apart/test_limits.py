import subprocess
import sys

import pytest

from policyaudit.apart.limits import came_near_its_memory

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
