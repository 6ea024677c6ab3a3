import subprocess
import sys

import pytest

LIMITED = "from policyaudit.apart.limits import limit\nlimit(memory=512 * 2**20, seconds=1)\n"


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
    program = "import sys\nsys.modules['resource'] = None\n" + LIMITED + "bytes(600 * 2**20)\nprint('enough')"

    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert (ended.stdout, ended.stderr) == ("enough\n", "")
