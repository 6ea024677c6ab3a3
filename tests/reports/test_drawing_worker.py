import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from policyaudit.apart.messages import receive, send
from policyaudit.reports.drawing import draw
from policyaudit.reports.drawing_answers import Outcome, unpack
from policyaudit.reports.drawing_worker import answer_to, serve

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


def test_a_page_is_answered_with_its_pdf() -> None:
    pages, answers = BytesIO(), BytesIO()
    send(pages, PAGE.encode())
    pages.seek(0)

    serve(pages, answers)

    answers.seek(0)
    assert unpack(receive(answers, most=10**6) or b"") == (Outcome.DRAWN, draw(PAGE))


def test_nothing_is_answered_when_there_is_no_page() -> None:
    answers = BytesIO()

    serve(BytesIO(), answers)

    assert answers.getvalue() == b""


def test_what_was_not_foreseen_is_told_with_its_place() -> None:
    outcome, told = unpack(answer_to(b"\xff"))

    assert outcome is Outcome.FAULT
    assert b"drawing_worker.py" in told
    assert b"UnicodeDecodeError" in told


def told_by(program: str, page: bytes = b"", **environment: str) -> tuple[Outcome, bytes]:
    """What a process that runs this program answers to a page."""
    pages = BytesIO()
    send(pages, page)
    ended = subprocess.run(
        [sys.executable, "-c", BEGINS + program],
        input=pages.getvalue(),
        capture_output=True,
        check=True,
        env={**os.environ, **environment},
    )
    return unpack(receive(BytesIO(ended.stdout), most=10**6) or b"")


def test_without_pango_that_is_the_answer(tmp_path: Path) -> None:
    (tmp_path / "libpango-1.0.so.0").touch()  # found before the real one, and not a library

    answer = told_by("serve(pages, answers)", PAGE.encode(), LD_LIBRARY_PATH=str(tmp_path))

    assert answer == (Outcome.NO_PANGO, b"")


@only_linux
def test_a_page_for_which_there_is_no_memory_is_answered_so() -> None:
    program = "limit(memory=2**31)\nsend(answers, answer_to(bytes(2**31 - 2**29)))"

    answer = told_by(program)

    assert answer == (Outcome.NO_MEMORY, b"")


@only_linux
def test_what_was_drawn_with_hardly_any_memory_left_is_not_given_out() -> None:
    program = "limit(memory=2**30)\ntry: bytes_until_there_are_no_more()\nexcept MemoryError: serve(pages, answers)"

    answer = told_by(program, PAGE.encode())

    assert answer == (Outcome.NO_MEMORY, b"")
