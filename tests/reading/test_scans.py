import struct
from pathlib import Path

import pytest

from policyaudit.reading.refusals import NotRecognised, RecogniserMissing, TookTooLong, TooManyScanned
from policyaudit.reading.scans import recognised_pages, recognised_picture
from tests.reading.making_programs import SHELL, only_these

pytestmark = pytest.mark.skipif(not SHELL.exists(), reason="this system has no /bin/sh to write programs for")

TELLS = "echo $* > made.pdf"  # in place of what it read, the program says what it was asked
ENGLISH = "echo 'List of available languages (1):'; echo eng"
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 1654, 2339)


def jpeg(width: int, height: int, *, thumbnail: bytes = b"") -> bytes:
    """The beginning of a JPEG: its first part, which may hold another, then the one that says how large it is."""
    first = b"\xff\xe1" + struct.pack(">H", len(thumbnail) + 2) + thumbnail
    return b"\xff\xd8" + first + b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, height, width, 3) + bytes(9)


@pytest.fixture
def recogniser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only_these(tmp_path / "bin", {"ocrmypdf": TELLS, "tesseract": ENGLISH}, monkeypatch)


@pytest.mark.usefixtures("recogniser")
def test_only_the_pages_without_text_are_recognised_and_turned_ones_turned_back() -> None:
    asked = recognised_pages(b"%PDF-1.7", [1, 3]).decode()

    assert "--skip-text --rotate-pages" in asked
    assert "--language eng --deskew --pages 1,3 scan.pdf made.pdf" in asked


@pytest.mark.usefixtures("recogniser")
def test_letters_drawn_as_shapes_are_not_put_straight_for_that_takes_a_picture() -> None:
    asked = recognised_pages(b"%PDF-1.7", [1], are_pictures=False).decode()

    assert "--deskew" not in asked


@pytest.mark.parametrize(
    ("picture", "dpi"),
    [
        pytest.param(jpeg(1240, 1754), 150, id="a page"),
        pytest.param(jpeg(3508, 2480), 300, id="a page on its side"),
        pytest.param(jpeg(2480, 3508, thumbnail=jpeg(60, 80)), 300, id="with a small picture of itself"),
        pytest.param(PNG, 200, id="PNG"),
        pytest.param(jpeg(40, 40), 70, id="too small to be a page"),
        pytest.param(jpeg(9000, 12000), 600, id="larger than any page"),
        pytest.param(b"\xff\xd8\xff", 70, id="cut short"),
        pytest.param(b"\x89PNG\r\n\x1a\n", 600, id="PNG cut short"),
    ],
)
@pytest.mark.usefixtures("recogniser")
def test_a_picture_is_taken_to_be_of_a_page_of_a4(picture: bytes, dpi: int) -> None:
    asked = recognised_picture(picture).decode()

    assert f"--image-dpi {dpi} picture made.pdf" in asked


def test_welsh_is_read_where_it_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only_these(tmp_path / "bin", {"ocrmypdf": TELLS, "tesseract": f"{ENGLISH}; echo cym; echo fra"}, monkeypatch)

    assert b"--language eng+cym" in recognised_pages(b"%PDF-1.7", [1])


@pytest.mark.parametrize(
    "programs",
    [
        pytest.param({}, id="neither program"),
        pytest.param({"ocrmypdf": TELLS}, id="no Tesseract"),
        pytest.param({"tesseract": ENGLISH}, id="no ocrmypdf"),
    ],
)
def test_where_no_recogniser_is_installed_the_command_that_installs_it_is_named(
    programs: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_these(tmp_path / "bin", programs, monkeypatch)

    with pytest.raises(RecogniserMissing) as refusal:
        recognised_pages(b"%PDF-1.7", [1])

    assert "sudo apt-get install -y ocrmypdf" in (refusal.value.next_step or "")


def test_pages_that_cannot_be_recognised_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only_these(tmp_path / "bin", {"ocrmypdf": "exit 8", "tesseract": "exit 1"}, monkeypatch)

    with pytest.raises(NotRecognised):
        recognised_pages(b"%PDF-1.7", [1])


def test_a_scan_on_which_the_recogniser_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only_these(tmp_path / "bin", {"ocrmypdf": "/bin/sleep 60", "tesseract": ENGLISH}, monkeypatch)

    with pytest.raises(TookTooLong):
        recognised_pages(b"%PDF-1.7", [1], seconds=0.2)


def test_a_scan_of_very_many_pages_is_not_begun() -> None:
    with pytest.raises(TooManyScanned, match="more than 200 pages"):
        recognised_pages(b"%PDF-1.7", range(1, 202))
