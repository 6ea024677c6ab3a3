"""The gallery of samples: what each report last looked like, kept as text and picture of every page.

A sample is a folder `reports/NAME` with the PDF itself and, for each page, its text and a picture of half the size
that a screen shows it in. Texts must be the same; pictures may differ by what another version of a library draws.
"""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

GREY_LEVELS_APART = 64  # a pixel that differs by less is another smoothing of the same edge
PIXELS_APART = 0.002  # of all pixels of a page


class SampleDiffers(AssertionError):
    """A report no longer looks or reads as its sample does."""


@dataclass(frozen=True)
class Page:
    """One page: its text, a line for each line, and its picture."""

    text: str
    picture: Image.Image


@dataclass
class Gallery:
    """The samples in one folder, and those that this run has asked for."""

    folder: Path
    failures: Path
    update: bool = False
    asked: set[str] = field(default_factory=set)

    def check(self, name: str, pdf: bytes) -> None:
        """The report reads and looks as its sample does; with `update` it becomes the sample."""
        self.asked.add(name)
        if self.update:
            self._keep(name, pdf)
        self._compare(name, pages_in(pdf))

    def clean(self) -> None:
        """Remove the samples that nobody asked for."""
        for sample in self.folder.iterdir():
            if sample.is_dir() and sample.name not in self.asked:
                shutil.rmtree(sample)

    def _keep(self, name: str, pdf: bytes) -> None:
        sample = self.folder / name
        shutil.rmtree(sample, ignore_errors=True)
        sample.mkdir(parents=True)
        (sample / f"{name}.pdf").write_bytes(pdf)
        for number, page in enumerate(pages_in(pdf), start=1):
            _text_file(sample, number).write_text(page.text, encoding="utf-8")
            # Sixty-four colours are plenty for a page of text, and a third of the bytes.
            page.picture.quantize(64).save(_picture_file(sample, number), optimize=True)

    def _compare(self, name: str, pages: list[Page]) -> None:
        sample = self.folder / name
        kept = len(list(sample.glob("*.png")))
        if kept != len(pages):
            message = f"{name} has {len(pages)} pages, its sample {kept}: look at it, then run --update-samples"
            raise SampleDiffers(message)
        for number, page in enumerate(pages, start=1):
            self._compare_page(sample, number, page)

    def _compare_page(self, sample: Path, number: int, page: Page) -> None:
        kept_text = _text_file(sample, number).read_text(encoding="utf-8")
        with Image.open(_picture_file(sample, number)) as opened:
            kept_picture = opened.convert("RGB")
        # Words, not lines: the same words may break elsewhere on a machine with another Pango.
        same_words = page.text.split() == kept_text.split()
        if same_words and share_apart(page.picture, kept_picture) <= PIXELS_APART:
            return
        pictures = self._keep_both(sample.name, number, (kept_picture, page.picture))
        message = f"page {number} of {sample.name} differs from its sample: look at {pictures}, then --update-samples"
        if not same_words:
            assert page.text.splitlines() == kept_text.splitlines(), message
        raise SampleDiffers(message)

    def _keep_both(self, name: str, number: int, pictures: tuple[Image.Image, Image.Image]) -> str:
        self.failures.mkdir(parents=True, exist_ok=True)
        paths = [self.failures / f"{name}-{number:02}-{which}.png" for which in ("sample", "now")]
        for path, picture in zip(paths, pictures, strict=True):
            picture.save(path)
        return " and ".join(str(path) for path in paths)


def pages_in(pdf: bytes) -> list[Page]:
    """The pages of a PDF, each as text and picture."""
    document = pypdfium2.PdfDocument(pdf)
    return [Page(_lines_of(page), page.render(scale=1).to_pil().convert("RGB")) for page in document]


def share_apart(one: Image.Image, other: Image.Image) -> float:
    """Which share of the pixels of two pictures is plainly not the same; pictures of two sizes are wholly apart."""
    if one.size != other.size:
        return 1.0
    counts = ImageChops.difference(one.convert("L"), other.convert("L")).histogram()
    return sum(counts[GREY_LEVELS_APART:]) / sum(counts)


def _lines_of(page: pypdfium2.PdfPage) -> str:
    lines = page.get_textpage().get_text_bounded().splitlines()
    return "".join(f"{' '.join(line.split())}\n" for line in lines if line.strip())


def _text_file(sample: Path, number: int) -> Path:
    return sample / f"page-{number:02}.txt"


def _picture_file(sample: Path, number: int) -> Path:
    return sample / f"page-{number:02}.png"
