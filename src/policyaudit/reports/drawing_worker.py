"""The process that draws: takes one page as HTML and answers with its PDF, within a limit of memory and of time."""

import gc
import os
import sys
import traceback
from typing import IO, Final

from policyaudit.apart.limits import came_near_its_memory, limit, while_awaited
from policyaudit.apart.messages import receive, send
from policyaudit.reports.drawing_answers import Outcome, pack
from policyaudit.reports.drawing_problems import PangoMissing

MEMORY: Final = 4 * 2**30  # some 15,000 lines of a report: see docs/performance.md
SECONDS: Final = 600
_LARGEST: Final = 2**30


def answer_to(page: bytes) -> bytes:
    """The page drawn, or why it could not be."""
    try:
        from policyaudit.reports.drawing import draw  # noqa: PLC0415 - what it needs may be missing: that is an answer

        return pack(Outcome.DRAWN, draw(page.decode()))
    except PangoMissing:
        return pack(Outcome.NO_PANGO)
    except MemoryError:
        return pack(Outcome.NO_MEMORY)
    except Exception:  # noqa: BLE001 - the command tells it, as it tells whatever it did not foresee
        return pack(Outcome.FAULT, traceback.format_exc().encode())


def serve(pages: IO[bytes], answers: IO[bytes]) -> None:
    """Answer one page. What was drawn with hardly any memory left is not given out: something may be missing in it."""
    page = receive(pages, most=_LARGEST)
    if page is not None:
        with while_awaited(pages):
            answer = answer_to(page)
        send(answers, pack(Outcome.NO_MEMORY) if came_near_its_memory() else answer)


if __name__ == "__main__":
    # Looking for garbage takes a third of the time here: the page tree is one large living object, and then all ends.
    gc.disable()
    limit(memory=MEMORY, seconds=SECONDS)
    serve(sys.stdin.buffer, sys.stdout.buffer)
    os._exit(0)  # taking the page tree apart would take time as well
