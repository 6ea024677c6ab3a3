import os
import shutil
import sys
from pathlib import Path

import pytest

from policyaudit.reading.programs import installed, off_the_network, run
from tests.reading.making_programs import SHELL, only_these

pytestmark = pytest.mark.skipif(not SHELL.exists(), reason="this system has no /bin/sh to write programs for")


def test_the_first_program_that_is_there_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only_these(tmp_path / "bin", {"second": "exit 0"}, monkeypatch)

    assert installed("first", "second") == str(tmp_path / "bin" / "second")
    assert installed("first") is None


def test_a_program_ends_with_its_own_code(tmp_path: Path) -> None:
    assert run([str(SHELL), "-c", "exit 3"], folder=tmp_path, seconds=60) == 3


def test_a_program_that_takes_too_long_is_ended_with_what_it_has_started(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "held")
    held = os.open(tmp_path / "held", os.O_RDONLY | os.O_NONBLOCK)
    program = "(exec 3>held; sleep 60) & exec 4>held; sleep 60"

    ended = run([str(SHELL), "-c", program], folder=tmp_path, seconds=0.5)

    os.set_blocking(held, True)
    assert ended is None
    assert os.read(held, 1) == b""  # nobody holds the other end any more
    os.close(held)


def test_a_program_knows_nothing_of_the_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLICYAUDIT_DB", "postgresql://secret")

    run([str(SHELL), "-c", "env > told"], folder=tmp_path, seconds=60, settings={"OMP_THREAD_LIMIT": "1"})

    told = (tmp_path / "told").read_text(encoding="utf-8")
    assert "secret" not in told
    assert f"HOME={tmp_path}\n" in told
    assert "OMP_THREAD_LIMIT=1\n" in told


def test_a_program_may_not_take_all_memory_nor_all_time(tmp_path: Path) -> None:
    run([str(SHELL), "-c", "(ulimit -v; ulimit -t; ulimit -c) > told"], folder=tmp_path, seconds=59.5)

    assert (tmp_path / "told").read_text(encoding="utf-8").split() == ["4000000", "60", "0"]


def test_a_program_has_no_network_where_the_system_can_take_it_away(tmp_path: Path) -> None:
    if not off_the_network():
        pytest.skip("this system does not let us take the network away")

    run([str(SHELL), "-c", "cat /proc/net/dev > told"], folder=tmp_path, seconds=60)

    told = (tmp_path / "told").read_text(encoding="utf-8")
    assert [line.split(":")[0].strip() for line in told.splitlines()[2:]] == ["lo"]


@pytest.mark.parametrize(
    ("script", "words"),
    [
        pytest.param('[ "$1" = --net ]', ("--net",), id="allowed"),
        pytest.param('[ "$1" = --user ]', ("--user", "--map-root-user", "--net"), id="allowed within its own names"),
        pytest.param("exit 1", None, id="not allowed"),
    ],
)
def test_the_network_is_taken_away_as_the_system_lets_us(
    script: str, words: tuple[str, ...] | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_these(tmp_path / "bin", {"unshare": script}, monkeypatch)

    assert off_the_network() == ((str(tmp_path / "bin" / "unshare"), *words) if words else ())


def test_where_nothing_limits_a_program_it_still_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only_these(tmp_path / "bin", {}, monkeypatch)

    assert run([sys.executable, "-c", "raise SystemExit(5)"], folder=tmp_path, seconds=60) == 5
    assert shutil.which("sh") is None
