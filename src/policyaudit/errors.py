"""The errors that we raise on purpose, each with its sentence, its next step and its exit code.

    AuditError
    ├── UsageProblem            2   a name, a date or an option that cannot be used
    ├── NoRegister              3   there is none, or it cannot be used
    ├── NothingRecorded         4   bad input: nothing was recorded
    ├── SomeFilesUnread         5   the rest was done
    ├── OutputNotWritten        6
    ├── PieceMissing            7   something of the system is not installed
    ├── VerificationFailed      8
    ├── OurFault               70   (cli/problems.py) anything that was not foreseen
    └── Interrupted           130   (cli/problems.py) stopped from the keyboard

The class writes the sentence, whoever raises it passes the facts. A sentence names the thing, where it is and,
in `next_step`, what to do; it has no full stop.
"""

from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What `audit` tells the shell when it ends."""

    WELL = 0
    FOUND = 1
    USAGE = 2
    NO_REGISTER = 3
    NOTHING_RECORDED = 4
    SOME_FILES_UNREAD = 5
    OUTPUT_NOT_WRITTEN = 6
    PIECE_MISSING = 7
    VERIFICATION_FAILED = 8
    OUR_FAULT = 70
    INTERRUPTED = 130


class AuditError(Exception):
    """Base of all errors that we raise on purpose: a sentence, and the next step if there is one."""

    exit_code: ClassVar[ExitCode] = ExitCode.USAGE

    def __init__(self, sentence: str, *, next_step: str | None = None) -> None:
        super().__init__(sentence)
        self.next_step = next_step


class UsageProblem(AuditError):
    """A name, a date or an option that cannot be used."""

    exit_code = ExitCode.USAGE


class NoRegister(AuditError):
    """There is no register, or the one there cannot be used."""

    exit_code = ExitCode.NO_REGISTER


class NothingRecorded(AuditError):
    """Bad input: nothing was recorded."""

    exit_code = ExitCode.NOTHING_RECORDED


class SomeFilesUnread(AuditError):
    """Some files could not be read; the rest was done."""

    exit_code = ExitCode.SOME_FILES_UNREAD


class OutputNotWritten(AuditError):
    """What was asked for could not be written."""

    exit_code = ExitCode.OUTPUT_NOT_WRITTEN


class PieceMissing(AuditError):
    """Something of the system that this command needs is not installed."""

    exit_code = ExitCode.PIECE_MISSING


class VerificationFailed(AuditError):
    """The register does not agree with its own entries."""

    exit_code = ExitCode.VERIFICATION_FAILED
