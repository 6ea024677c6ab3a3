import os
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from policyaudit.errors import ExitCode, OutputNotWritten
from policyaudit.reports.drawing import draw
from policyaudit.reports.writing import write_beside, write_file, write_folder

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


def a_pdf(words: str) -> bytes:
    return draw(f'<html lang="en-GB"><title>{words}</title><body><h1>{words}</h1></body></html>')


EXPORT = b'{\n  "format": {\n    "name": "policyaudit.export",\n    "version": 1\n  },\n  "as_of": "%b"\n}\n'


@pytest.mark.parametrize(
    ("present", "new"),
    [
        pytest.param(b"", b"pages", id="nothing is in it"),
        pytest.param(b"", b"%PDF-1.7 pages", id="nothing is in the PDF"),
        pytest.param(a_pdf("October"), a_pdf("November"), id="a PDF of ours"),
        pytest.param(EXPORT % b"2026-10-01", EXPORT % b"2026-11-01", id="an export of ours"),
        pytest.param(b"\xef\xbb\xbftitle,school\nComplaints,Larkmead\n", b"title,school\n", id="a sheet of ours"),
    ],
)
def test_an_older_file_of_ours_is_replaced(tmp_path: Path, present: bytes, new: bytes) -> None:
    path = tmp_path / "pack"
    path.write_bytes(present)

    write_file(path, new)

    assert path.read_bytes() == new


@pytest.mark.parametrize(
    ("present", "new"),
    [
        pytest.param(b"Uniform Policy\n", a_pdf("November"), id="a policy"),
        pytest.param(b"%PDF-1.4 /ID [<aa> <bb>]", a_pdf("November"), id="a PDF of somebody else"),
        pytest.param(a_pdf("October"), EXPORT % b"2026-11-01", id="a pack where an export is to go"),
        pytest.param(b'{\n  "format": {\n    "name": "budget"\n', EXPORT % b"2026-11-01", id="other JSON"),
        pytest.param(b"title,price\n", b"title,school\n", id="a sheet with another heading"),
    ],
)
def test_what_others_wrote_stays_unless_one_says_replace(tmp_path: Path, present: bytes, new: bytes) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(present)

    with pytest.raises(OutputNotWritten) as refusal:
        write_file(path, new)
    kept = path.read_bytes()
    write_file(path, new, replace=True)

    assert str(refusal.value) == (
        f"{path} could not be written: a file of that name is there, and it is no earlier copy of this one"
    )
    assert refusal.value.next_step == "--out with another name, or remove it first"
    assert (kept, path.read_bytes()) == (present, new)


def test_a_link_is_replaced_and_what_it_leads_to_is_left_alone(tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("minutes")
    path = tmp_path / "pack.pdf"
    path.symlink_to(precious)

    write_file(path, b"pages", replace=True)

    assert precious.read_text() == "minutes"
    assert (path.is_symlink(), path.read_bytes()) == (False, b"pages")


def test_a_device_is_not_taken_for_a_file() -> None:
    assert refusal_of(Path("/dev/null")) == "/dev/null could not be written: it is no ordinary file"


def test_a_file_that_is_never_to_be_lost_gets_a_number_of_its_own(tmp_path: Path) -> None:
    names = [write_beside(tmp_path / "left-out.csv", b"rows").name for _ in range(3)]

    assert names == ["left-out.csv", "left-out-2.csv", "left-out-3.csv"]


def test_a_folder_of_ours_is_written_anew(tmp_path: Path) -> None:
    write_folder(tmp_path / "all", {"policies.csv": b"title\nUniform\n", "staff.csv": b"name\n"})

    write_folder(tmp_path / "all", {"policies.csv": b"title\n", "staff.csv": b"name\n"})

    assert {path.name: path.read_bytes() for path in (tmp_path / "all").iterdir()} == {
        "policies.csv": b"title\n",
        "staff.csv": b"name\n",
    }


@pytest.mark.parametrize(
    ("others", "named"),
    [
        pytest.param(("minutes.doc",), "minutes.doc", id="one"),
        pytest.param(tuple("abcd"), "a; b; c; ...", id="many"),
    ],
)
def test_a_folder_that_holds_other_files_is_not_written_into(
    tmp_path: Path, others: tuple[str, ...], named: str
) -> None:
    for name in others:
        (tmp_path / name).write_text("ours")

    with pytest.raises(OutputNotWritten, match="the folder holds other files") as refusal:
        write_folder(tmp_path, {"policies.csv": b"title\n"})
    before = {path.name for path in tmp_path.iterdir()}
    write_folder(tmp_path, {"policies.csv": b"title\n"}, replace=True)

    assert f"({named})" in str(refusal.value)
    assert before == set(others)
    assert {path.name for path in tmp_path.iterdir()} == {*others, "policies.csv"}


def test_nothing_is_written_into_a_folder_where_one_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "staff.csv").write_text("our own list")

    with pytest.raises(OutputNotWritten, match="no earlier copy"):
        write_folder(tmp_path, {"policies.csv": b"title\n", "staff.csv": b"name\n"})

    assert [path.name for path in tmp_path.iterdir()] == ["staff.csv"]


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
            write_file(path, b"x" * 5000, replace=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)

    assert [each.name for each in tmp_path.iterdir()] == ["pack.pdf"]
    assert path.read_bytes() == b"older"
