"""Copies of a register in a file: taken through SQLite itself, verified, with a checksum, never over another file."""

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from policyaudit.store import sqlite
from policyaudit.store.refusals import RegisterDamaged, RegisterNotWritten


def keep_copy(place: str, *, revision: int) -> Path:
    """Copy the register at `place` beside itself, named after the revision of its tables, and verify the copy."""
    copy = _new_file(Path(place), revision)
    try:
        _copy(place, copy)
    except BaseException:
        copy.unlink()
        raise
    _write_checksum(copy)
    return copy


def _new_file(register: Path, revision: int) -> Path:
    """A name that nothing has yet: register-revision-3.db, else register-revision-3-2.db and so on."""
    stem = f"{register.stem}-revision-{revision}"
    number = 1
    while True:
        path = register.with_name(f"{stem}{'' if number == 1 else f'-{number}'}{register.suffix}")
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            number += 1
        else:
            return path


def _copy(place: str, copy: Path) -> None:
    try:
        with closing(sqlite.connect(place, patience=0)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            is_whole = target.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.Error as error:
        raise (sqlite.refusal(error, place) or RegisterNotWritten(place)) from error
    if not is_whole:
        raise RegisterDamaged(place)


def _write_checksum(copy: Path) -> None:
    """Beside the copy, in the form that `sha256sum --check` reads."""
    with copy.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    copy.with_name(f"{copy.name}.sha256").write_text(f"{digest}  {copy.name}\n", encoding="utf-8")
