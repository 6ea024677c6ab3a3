import subprocess
import sys


def test_the_module_is_the_command() -> None:
    run = subprocess.run([sys.executable, "-m", "policyaudit", "--help"], capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr
    assert "Usage: audit" in run.stdout
