"""What somebody can do with a register who may not read or write everything."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from policyaudit.store.opening import create_register, open_register
from policyaudit.store.refusals import RegisterReadOnly, RegisterUnreadable
from tests.store.writing import MORNING, a_school

NOBODY = 65534


@contextmanager
def ordinary_rights() -> Iterator[Path]:
    """A folder with a register in it, seen with the rights of somebody who is not allowed everything."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        create_register(str(folder / "register.db"))
        is_root = os.geteuid() == 0
        if is_root:
            os.chown(folder, NOBODY, -1)
            os.chown(folder / "register.db", NOBODY, -1)
            (folder / "register.db-journal").unlink(missing_ok=True)
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            folder.chmod(0o755)
            if is_root:
                os.seteuid(0)


def test_a_file_that_may_only_be_read_can_be_read() -> None:
    with ordinary_rights() as folder:
        (folder / "register.db").chmod(0o444)

        with open_register(str(folder / "register.db")) as store:
            assert store.rows("SELECT * FROM school") == []
            with (
                pytest.raises(RegisterReadOnly, match="may only be read, so nothing was recorded"),
                store.transaction(by="School office", at=MORNING) as writer,
            ):
                writer.apply([a_school()])


def test_a_folder_that_may_only_be_read_records_nothing() -> None:
    with ordinary_rights() as folder:
        folder.chmod(0o555)

        with (
            open_register(str(folder / "register.db")) as store,
            pytest.raises(RegisterReadOnly),
            store.transaction(by="School office", at=MORNING) as writer,
        ):
            writer.apply([a_school()])


def test_a_file_that_may_not_be_opened_is_said_so() -> None:
    with ordinary_rights() as folder:
        (folder / "register.db").chmod(0)

        with pytest.raises(RegisterUnreadable, match="cannot be opened"):
            open_register(str(folder / "register.db"))


def test_a_folder_that_may_not_be_entered_is_said_so() -> None:
    with ordinary_rights() as folder:
        folder.chmod(0)

        with pytest.raises(RegisterUnreadable, match="cannot be opened"):
            open_register(str(folder / "register.db"))
