"""From HTML to a PDF, drawn in a process of its own: a report that grows without end costs itself and nothing else."""

import sys
from collections.abc import Sequence
from tempfile import TemporaryDirectory
from typing import Final

from policyaudit.apart.asking import Apart, Silence
from policyaudit.reports.drawing_answers import Outcome, unpack
from policyaudit.reports.drawing_problems import DrawingFault, DrawingTookTooLong, PangoMissing, TooLargeToDraw
from policyaudit.reports.drawing_worker import SECONDS

_MOST_DRAWN: Final = 64_000_000  # bytes
# -P: a file called zipfile.py in the folder where the command runs is not ours to run.
_COMMAND: Final = (sys.executable, "-P", "-m", "policyaudit.reports.drawing_worker")


def render_pdf(html: str, *, seconds: float = SECONDS, command: Sequence[str] = _COMMAND) -> bytes:
    """The page as a PDF: tagged, with the language and title that the HTML states; same HTML, same bytes.

    Errors: `PangoMissing`, and `OutputNotWritten` where drawing it takes more time or memory than it may.
    """
    # WeasyPrint unpacks its fonts for each PDF. The process ends without looking back, so they are taken away here.
    with TemporaryDirectory(prefix="policyaudit-") as folder:
        environment = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder)
        with Apart(command, seconds=seconds, most=_MOST_DRAWN, environment=environment) as process:
            answer = process.ask(html.encode())
    if answer is Silence.LATE:
        raise DrawingTookTooLong(minutes=round(seconds / 60))
    if answer is Silence.ENDED:
        raise TooLargeToDraw
    return _drawn(answer)


def _drawn(answer: bytes) -> bytes:
    outcome, content = unpack(answer)
    if outcome is Outcome.NO_PANGO:
        raise PangoMissing
    if outcome is Outcome.NO_MEMORY:
        raise TooLargeToDraw
    if outcome is Outcome.FAULT:
        raise DrawingFault(content.decode())
    return content
