import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from policyaudit.errors import ExitCode
from policyaudit.reports.drawing import draw
from policyaudit.reports.drawing_answers import Outcome
from policyaudit.reports.drawing_problems import DrawingFault, DrawingTookTooLong, PangoMissing, TooLargeToDraw
from policyaudit.reports.pdf import render_pdf

PAGE = '<html lang="en-GB"><title>A page</title><body><h1>{}</h1></body></html>'
STYLE = '<link rel="stylesheet" href="base/print.css"><body>'
GROWS = """
import sys
from policyaudit.apart.limits import limit
from policyaudit.reports.drawing_worker import serve
limit(memory=256 * 2**20)
serve(sys.stdin.buffer, sys.stdout.buffer)
"""
ANSWERS = """
import sys
from policyaudit.apart.messages import receive, send
from policyaudit.reports.drawing_answers import Outcome, pack
receive(sys.stdin.buffer, most=10**6)
send(sys.stdout.buffer, pack(Outcome("{}"), b"said"))
"""


def test_a_page_comes_back_as_it_is_drawn() -> None:
    page = PAGE.format("Ysgol Tŷ Gŵyn")

    assert render_pdf(page) == draw(page)


def test_nothing_is_left_in_the_folder_for_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))

    monkeypatch.setattr(tempfile, "tempdir", None)  # it is asked for again

    render_pdf(PAGE.replace("<body>", STYLE).format("Ysgol"))

    assert list(tmp_path.iterdir()) == []


def test_the_time_is_told_in_minutes() -> None:
    problem = DrawingTookTooLong(minutes=10)

    assert str(problem) == "the PDF was not written: drawing its pages took over 10 minutes"


def test_what_draws_is_not_loaded_by_the_command() -> None:
    program = f"import sys\nfrom policyaudit.reports.pdf import render_pdf\nrender_pdf({PAGE!r})\nprint(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()

    assert "policyaudit.reports.pdf" in loaded
    assert not {"weasyprint", "policyaudit.reports.drawing", "jinja2"} & set(loaded)


def test_a_page_that_takes_too_long_is_given_up_in_a_sentence() -> None:
    with pytest.raises(DrawingTookTooLong) as refused:
        render_pdf(PAGE, seconds=0)

    assert refused.value.next_step == (
        "ask for less: one school with --school NAME, fewer days with --within DAYS, or no --names"
    )
    assert refused.value.exit_code is ExitCode.OUTPUT_NOT_WRITTEN


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_a_page_that_takes_too_much_memory_is_given_up_in_a_sentence() -> None:
    rows = "<table>{}</table>".format("<tr><th>Attendance</th><td>overdue</td></tr>" * 3000)

    with pytest.raises(TooLargeToDraw) as refused:
        render_pdf(PAGE.format(rows), command=(sys.executable, "-c", GROWS))

    assert str(refused.value) == (
        "the PDF was not written: its pages took more memory than they may, or drawing them was stopped"
    )
    assert refused.value.next_step
    assert refused.value.exit_code is ExitCode.OUTPUT_NOT_WRITTEN


@pytest.mark.parametrize(
    ("outcome", "problem"),
    [(Outcome.NO_PANGO, PangoMissing), (Outcome.NO_MEMORY, TooLargeToDraw), (Outcome.FAULT, DrawingFault)],
)
def test_what_the_process_lacks_is_said_by_the_command(outcome: Outcome, problem: type[Exception]) -> None:
    command = (sys.executable, "-c", ANSWERS.format(outcome))

    with pytest.raises(problem):
        render_pdf(PAGE, command=command)


def test_what_was_not_foreseen_is_handed_on_as_it_was_said() -> None:
    with pytest.raises(DrawingFault, match="said"):
        render_pdf(PAGE, command=(sys.executable, "-c", ANSWERS.format(Outcome.FAULT)))


def test_a_process_that_is_brought_down_is_told_in_a_sentence() -> None:
    command = (sys.executable, "-c", "import os; os.abort()")

    with pytest.raises(TooLargeToDraw):
        render_pdf(PAGE, command=command)
