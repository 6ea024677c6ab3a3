from pathlib import Path

import pytest
from PIL import Image

from policyaudit.reports.drawing import draw
from tests.reports.gallery import Gallery, SampleDiffers, share_apart


def a_page(text: str = "Attendance", style: str = "") -> bytes:
    return draw(f'<html lang="en-GB"><title>A page</title><body style="{style}"><h1>{text}</h1></body></html>')


@pytest.fixture
def samples(tmp_path: Path) -> Gallery:
    """A gallery with one sample in it."""
    updating = Gallery(tmp_path / "reports", tmp_path / "failures", update=True)
    updating.check("pack", a_page())
    return Gallery(updating.folder, updating.failures)


def test_a_report_that_has_not_changed_agrees_with_its_sample(samples: Gallery) -> None:
    samples.check("pack", a_page())

    assert not samples.failures.exists()


def test_a_sample_is_a_pdf_with_text_and_picture_of_each_page(samples: Gallery) -> None:
    names = sorted(path.name for path in (samples.folder / "pack").iterdir())

    assert names == ["pack.pdf", "page-01.png", "page-01.txt"]
    assert (samples.folder / "pack" / "page-01.txt").read_text() == "Attendance\n"


def test_a_changed_word_is_found_and_both_pictures_are_kept(samples: Gallery) -> None:
    with pytest.raises(AssertionError, match="page 1 of pack differs"):
        samples.check("pack", a_page("Behaviour"))

    assert sorted(path.name for path in samples.failures.iterdir()) == ["pack-01-now.png", "pack-01-sample.png"]


def test_a_changed_look_is_found_though_the_words_are_the_same(samples: Gallery) -> None:
    with pytest.raises(SampleDiffers, match=r"look at .*pack-01-sample\.png and .*pack-01-now\.png"):
        samples.check("pack", a_page(style="padding-top: 20mm"))


def test_a_report_without_a_sample_asks_for_one(samples: Gallery) -> None:
    with pytest.raises(SampleDiffers, match=r"sheet has 1 pages, its sample 0: .* --update-samples"):
        samples.check("sheet", a_page())


def test_cleaning_removes_what_nobody_asked_for(samples: Gallery) -> None:
    (samples.folder / "README.md").touch()
    (samples.folder / "old").mkdir()
    samples.check("pack", a_page())

    samples.clean()

    assert sorted(path.name for path in samples.folder.iterdir()) == ["README.md", "pack"]


def test_pictures_of_two_sizes_are_wholly_apart() -> None:
    assert share_apart(Image.new("RGB", (10, 10)), Image.new("RGB", (10, 11))) == 1.0
