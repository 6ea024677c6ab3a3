"""Writing what was asked for to a file: whole or not at all, never through a link, never over what is not ours."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator, Mapping
from itertools import chain, count
from pathlib import Path
from typing import Final

from policyaudit.errors import OutputNotWritten
from policyaudit.reports.own_files import may_stand_for

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
_SHOWN: Final = 3  # of the files that stand in the way, so many are named


class NotOurFile(OutputNotWritten):
    """A file that is no earlier copy stands where one is to be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} could not be written: a file of that name is there, and it is no earlier copy of this one",
            next_step="--out with another name, or remove it first",
        )


class NotOurFolder(OutputNotWritten):
    """A folder that holds other files than those that are to be written."""

    def __init__(self, folder: Path, others: list[str]) -> None:
        named = "; ".join(others[:_SHOWN]) + ("; ..." if len(others) > _SHOWN else "")
        super().__init__(
            f"{folder} could not be written: the folder holds other files ({named})",
            next_step="--out with another folder, or one that is not there yet",
        )


def write_file(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write the file, making its folder if that is missing; a link in its place is replaced, not followed.

    A reader sees the old file or the new one, never a part. A file that is there must be an earlier one of ours, unless
    `replace` is said; a register never goes. Errors: `OutputNotWritten`.
    """
    with _in_plain_words(path):
        _refuse(path, content, replace=replace)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_beside_and_rename(path, content)


def write_beside(path: Path, content: bytes) -> Path:
    """Write the file under that name or, where there is one already, under NAME-2, NAME-3; gives the name it has."""
    with _in_plain_words(path):
        numbered = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
        free = next(name for name in chain([path], numbered) if not os.path.lexists(name))
    write_file(free, content)
    return free


def write_folder(folder: Path, contents: Mapping[str, bytes], *, replace: bool = False) -> None:
    """Write files into a folder that holds nothing else; nothing is written where one of them is refused."""
    with _in_plain_words(folder):
        others = sorted({path.name for path in folder.iterdir()} - contents.keys()) if folder.is_dir() else []
        if others and not replace:
            raise NotOurFolder(folder, others)
        for name, content in contents.items():
            _refuse(folder / name, content, replace=replace)
    for name, content in contents.items():
        write_file(folder / name, content, replace=replace)


@contextlib.contextmanager
def _in_plain_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror)
        sentence = f"{path} could not be written: {reason}"
        raise OutputNotWritten(sentence, next_step=_NEXT_STEP) from error


def _refuse(path: Path, content: bytes, *, replace: bool) -> None:
    """Refuse what may not be written over: a folder, a device, a register, and what others wrote."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not path.exists():
        return
    if not path.is_file():
        sentence = f"{path} could not be written: it is no ordinary file"
        raise OutputNotWritten(sentence, next_step=_NEXT_STEP)
    present = path.read_bytes()
    if present.startswith(_SQLITE_BEGINS):
        sentence = f"{path} could not be written: it is a register or another database"
        raise OutputNotWritten(sentence, next_step=_NEXT_STEP)
    if not replace and not may_stand_for(present, content):
        raise NotOurFile(path)


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
