"""Writing what was asked for to a file: whole or not at all, never through a link, never over a register."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from policyaudit.errors import OutputNotWritten

_SQLITE_BEGINS: Final = b"SQLite format 3\0"
_REASONS: Final = {
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "that disk can only be read",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EISDIR: "it is a folder",
    errno.EEXIST: "a part of the way there is a file, not a folder",
    errno.ENOTDIR: "a part of the way there is a file, not a folder",
    errno.ENAMETOOLONG: "the name is too long",
}
_NEXT_STEP: Final = "name another place with --out FILE"


def write_file(path: Path, content: bytes) -> None:
    """Write the file, making its folder if that is missing; a link in its place is replaced, not followed.

    A reader sees the old file or the new one, never a part. Errors: `OutputNotWritten`.
    """
    with _in_plain_words(path):
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        path.parent.mkdir(parents=True, exist_ok=True)
        _refuse_register(path)
        _write_beside_and_rename(path, content)


@contextlib.contextmanager
def _in_plain_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror)
        sentence = f"{path} could not be written: {reason}"
        raise OutputNotWritten(sentence, next_step=_NEXT_STEP) from error


def _refuse_register(path: Path) -> None:
    if path.is_file():
        with path.open("rb") as present:
            is_database = present.read(len(_SQLITE_BEGINS)) == _SQLITE_BEGINS
        if is_database:
            sentence = f"{path} could not be written: it is a register or another database"
            raise OutputNotWritten(sentence, next_step=_NEXT_STEP)


def _write_beside_and_rename(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        # "x" makes a new file or fails: nobody can have put a link where the temporary file goes.
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    _make_durable(path.parent)


def _make_durable(folder: Path) -> None:
    # Some systems cannot open a folder or sync it; the file itself is safely written by then.
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
