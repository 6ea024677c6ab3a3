"""The one place that prints what went wrong: a sentence, the next step, and the exit code to end with."""

import os
import shutil
import sys
import traceback
from collections.abc import Sequence

import typer
from typer._click.exceptions import UsageError  # Typer carries a click of its own; its version is pinned

from policyaudit.cli.table import wrapped
from policyaudit.cli.terminal import put_aside, write_no_more
from policyaudit.cli.usage_problems import usage_problem
from policyaudit.domain.clean_text import clean
from policyaudit.errors import AuditError, ExitCode, OutputNotWritten

_NARROWEST = 20


class Interrupted(AuditError):
    """Stopped from the keyboard before it was finished."""

    exit_code = ExitCode.INTERRUPTED

    def __init__(self, sentence: str = "stopped before it was finished", *, next_step: str | None = None) -> None:
        super().__init__(sentence, next_step=next_step)


class OutputStopped(OutputNotWritten):
    """What was to be shown could not be written, because a disk is full for example."""

    def __init__(self, error: OSError) -> None:
        super().__init__(
            f"what was to be shown could not be written: {error.strerror or error}",
            next_step="send it to a file or folder with room, then run the command again",
        )


class OurFault(AuditError):
    """Something that policyaudit did not foresee. It says where in the program, never what is in the register."""

    exit_code = ExitCode.OUR_FAULT

    def __init__(self, fault: BaseException) -> None:
        super().__init__(
            f"a fault in policyaudit stopped it, not what you typed ({type(fault).__name__} {_place(fault)})",
            next_step="report this line to whoever looks after policyaudit; POLICYAUDIT_DEBUG=1 shows more",
        )


def tell(error: BaseException) -> ExitCode:
    """Print what went wrong on standard error; gives the exit code to end with."""
    problem = _as_problem(error)
    if isinstance(problem, OurFault) and os.environ.get("POLICYAUDIT_DEBUG"):
        put_aside("".join(traceback.format_exception(error)))
    _put("audit: ", str(problem))
    lines: Sequence[str] = getattr(problem, "lines", ())
    for line in lines:  # what the sentence has no room for: each bad row of a sheet
        _put("    - ", line)
    if problem.next_step:
        _put("  next: ", problem.next_step)
    return problem.exit_code


def _put(begins: str, text: str) -> None:
    """Write it behind its beginning, broken at words where somebody reads it at a terminal; else in one line."""
    width = shutil.get_terminal_size().columns - len(begins) if sys.stderr.isatty() else sys.maxsize
    first, *rest = wrapped(clean(text), max(width, _NARROWEST))
    put_aside("\n".join([f"{begins}{first}", *(f"{'':<{len(begins)}}{line}" for line in rest)]))


def _as_problem(error: BaseException) -> AuditError:
    if isinstance(error, AuditError):
        return error
    if isinstance(error, UsageError):
        return usage_problem(error)
    if isinstance(error, typer.Abort | KeyboardInterrupt):
        return Interrupted()
    if isinstance(error, OSError) and error.filename is None:  # a stream has no name of its own
        write_no_more()  # what is left would fail once more when the process ends, and change its exit code
        return OutputStopped(error)
    return OurFault(error)


def _place(fault: BaseException) -> str:
    frames = traceback.extract_tb(fault.__traceback__)
    return f"at {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else "at an unknown place"  # noqa: PTH119 - no need for pathlib
