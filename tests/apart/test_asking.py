import os
import sys
from pathlib import Path

import pytest

from policyaudit.apart.asking import Apart, Silence

BEGINS = """
import os, signal, sys, time
from policyaudit.apart.messages import receive, send
questions, answers = sys.stdin.buffer, sys.stdout.buffer
"""
TELLS_ITS_NUMBER = BEGINS + "while receive(questions, most=99) is not None: send(answers, str(os.getpid()).encode())\n"


def apart(program: str, *, seconds: float = 60, most: int = 99) -> Apart:
    return Apart((sys.executable, "-c", program), seconds=seconds, most=most)


def is_gone(number: int) -> bool:
    """Whether there is no process of that number, not even one that has ended and waits to be asked how."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    return False


def number_of(process: Apart) -> int:
    answer = process.ask(b"?")
    assert isinstance(answer, bytes)
    return int(answer)


def test_one_process_answers_all() -> None:
    with apart(TELLS_ITS_NUMBER) as process:
        numbers = {number_of(process) for _ in range(3)}

    assert len(numbers) == 1


def test_nothing_of_it_is_left_behind() -> None:
    with apart(TELLS_ITS_NUMBER) as process:
        number = number_of(process)

    assert is_gone(number)


def test_nothing_is_begun_once_it_is_over() -> None:
    with apart(TELLS_ITS_NUMBER) as process:
        number_of(process)

    assert process.ask(b"?") is Silence.ENDED


def test_one_that_does_not_end_by_itself_is_stopped() -> None:
    with apart(TELLS_ITS_NUMBER + "time.sleep(600)") as process:
        number = number_of(process)

    assert is_gone(number)


def test_one_is_stopped_at_once_when_the_command_is_interrupted(tmp_path: Path) -> None:
    told = tmp_path / "number"
    program = BEGINS + f"open({str(told)!r}, 'w').write(str(os.getpid())); os.kill(os.getppid(), signal.SIGINT)\n"

    with pytest.raises(KeyboardInterrupt), apart(program + "time.sleep(600)") as process:
        process.ask(b"?")

    assert is_gone(int(told.read_text()))


def test_one_that_takes_too_long_is_stopped_and_the_next_is_another() -> None:
    with apart(BEGINS + "time.sleep(600)", seconds=0.1) as process:
        answers = [process.ask(b"?") for _ in range(2)]

    assert answers == [Silence.LATE, Silence.LATE]


@pytest.mark.parametrize(
    "program",
    [
        pytest.param("raise SystemExit(3)", id="ends before it is asked"),
        pytest.param(BEGINS + "receive(questions, most=10**7); print('odd')", id="says half a message"),
        pytest.param(BEGINS + "receive(questions, most=10**7); send(answers, bytes(100))", id="says too much"),
        pytest.param(BEGINS + "os.kill(os.getpid(), signal.SIGABRT)", id="is brought down"),
    ],
)
def test_one_that_ends_or_says_nothing_sound_is_silent(program: str) -> None:
    with apart(program) as process:
        answers = [process.ask(bytes(3_000_000)) for _ in range(2)]

    assert answers == [Silence.ENDED, Silence.ENDED]


def test_one_that_is_never_asked_is_never_started() -> None:
    with Apart(("/there/is/no/such/program",), seconds=1, most=1) as process:
        assert isinstance(process, Apart)
