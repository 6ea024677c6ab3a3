import subprocess
import sys
from pathlib import Path

import pytest

from policyaudit.apart.asking import Apart
from policyaudit.reports.drawing import draw
from policyaudit.reports.drawing_answers import Outcome, unpack
from policyaudit.reports.drawing_worker import answer_to

PAGE = '<html lang="en-GB"><title>A page</title><body><h1>Larkmead</h1></body></html>'
BEGINS = """
import sys
from policyaudit.apart.limits import limit
from policyaudit.apart.messages import send
from policyaudit.reports.drawing_worker import answer_to, serve
pages, answers = sys.stdin.buffer, sys.stdout.buffer
def bytes_until_there_are_no_more(): [bytes(2**20) for _ in range(2000)]
"""
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory and tells how much was had")


def told_by(program: str, page: str = PAGE) -> tuple[Outcome, bytes]:
    """What a process that runs this program answers to a page."""
    with Apart((sys.executable, "-c", BEGINS + program), seconds=60, most=10**6) as process:
        answer = process.ask(page.encode())
    assert isinstance(answer, bytes), answer
    return unpack(answer)


def test_a_page_is_answered_with_its_pdf() -> None:
    answer = told_by("serve(pages, answers)")

    assert answer == (Outcome.DRAWN, draw(PAGE))


def test_nothing_is_answered_when_there_is_no_page() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", BEGINS + "serve(pages, answers)"], input=b"", capture_output=True, check=True
    )

    assert (ended.stdout, ended.stderr) == (b"", b"")


def test_what_was_not_foreseen_is_told_with_its_place() -> None:
    outcome, told = unpack(answer_to(b"\xff"))

    assert outcome is Outcome.FAULT
    assert b"drawing_worker.py" in told
    assert b"UnicodeDecodeError" in told


def test_without_pango_that_is_the_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    (tmp_path / "libpango-1.0.so.0").touch()  # found before the real one, and not a library

    answer = told_by("serve(pages, answers)")

    assert answer == (Outcome.NO_PANGO, b"")


@only_linux
def test_a_page_for_which_there_is_no_memory_is_answered_so() -> None:
    program = "limit(memory=2**31)\nsend(answers, answer_to(bytes(2**31 - 2**29)))"

    answer = told_by(program)

    assert answer == (Outcome.NO_MEMORY, b"")


@only_linux
def test_what_was_drawn_with_hardly_any_memory_left_is_not_given_out() -> None:
    program = "limit(memory=2**30)\ntry: bytes_until_there_are_no_more()\nexcept MemoryError: serve(pages, answers)"

    answer = told_by(program)

    assert answer == (Outcome.NO_MEMORY, b"")
