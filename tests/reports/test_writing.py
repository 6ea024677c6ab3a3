import os
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from policyaudit.errors import ExitCode, OutputNotWritten
from policyaudit.reports.writing import write_file

NOBODY = 65534


@pytest.fixture
def closed_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder where we may not write. Root may write anywhere, so it becomes somebody who may not."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    yield closed
    os.seteuid(was)


def test_the_file_holds_what_was_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"

    write_file(path, b"pages")

    assert path.read_bytes() == b"pages"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    path = tmp_path / "reports" / "autumn" / "pack.pdf"

    write_file(path, b"pages")

    assert path.read_bytes() == b"pages"


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"a much longer older file")

    write_file(path, b"pages")

    assert path.read_bytes() == b"pages"


def test_a_link_is_replaced_and_what_it_leads_to_is_left_alone(tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("minutes")
    path = tmp_path / "pack.pdf"
    path.symlink_to(precious)

    write_file(path, b"pages")

    assert precious.read_text() == "minutes"
    assert (path.is_symlink(), path.read_bytes()) == (False, b"pages")


def test_a_file_can_be_read_by_those_whom_the_users_settings_allow(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    before = os.umask(0o027)

    write_file(path, b"pages")
    os.umask(before)

    assert path.stat().st_mode & 0o777 == 0o640


def refusal_of(path: Path) -> str:
    with pytest.raises(OutputNotWritten) as refusal:
        write_file(path, b"pages")
    assert refusal.value.exit_code is ExitCode.OUTPUT_NOT_WRITTEN
    assert refusal.value.next_step == "name another place with --out FILE"
    return str(refusal.value)


def test_a_folder_in_its_place_is_named(tmp_path: Path) -> None:
    assert refusal_of(tmp_path) == f"{tmp_path} could not be written: it is a folder"


@pytest.mark.parametrize("below", ["pack.pdf", "autumn/pack.pdf"])
def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path, below: str) -> None:
    (tmp_path / "reports").write_text("a file")
    path = tmp_path / "reports" / below

    assert refusal_of(path) == f"{path} could not be written: a part of the way there is a file, not a folder"


def test_a_register_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    path.write_bytes(b"SQLite format 3\0 and all the rest")

    sentence = refusal_of(path)

    assert sentence == f"{path} could not be written: it is a register or another database"
    assert path.read_bytes().endswith(b"all the rest")


def test_a_name_that_is_too_long_is_said_to_be(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / f"{'x' * 300}.pdf").endswith("could not be written: the name is too long")


def test_a_place_where_one_may_not_write_is_named(closed_folder: Path) -> None:
    path = closed_folder / "pack.pdf"

    assert refusal_of(path) == f"{path} could not be written: you may not write there"


def test_a_write_that_fails_half_way_leaves_the_older_file_and_no_part(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"older")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
        with pytest.raises(OutputNotWritten, match="File too large"):
            write_file(path, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)

    assert [each.name for each in tmp_path.iterdir()] == ["pack.pdf"]
    assert path.read_bytes() == b"older"
