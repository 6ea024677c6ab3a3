"""Small PDF files made for tests, written by hand so that each word stands where the test says."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

WIDTH, HEIGHT = 595, 842
_NOTHING_DRAWN = b"<< /Type /XObject /Subtype /Form /BBox [0 0 10 10] /Length 1 >>\nstream\n\n\nendstream"


@dataclass(frozen=True)
class Page:
    """What is drawn on a page, its turn, and the objects of its form fields and notes."""

    drawn: str = ""
    turned: int = 0
    fields: Sequence[str] = ()
    has_picture: bool = False
    is_grouped: bool = False  # the picture, with the whole page in one piece as some producers make it


def text(left: float, down: float, words: str) -> str:
    """Words at a place counted from the top left corner."""
    return f"BT /F1 11 Tf 1 0 0 1 {left} {HEIGHT - down} Tm ({words}) Tj ET\n"


def unseen(left: float, down: float, words: str) -> str:
    """Words that are not shown, as text recognition lays them over a picture."""
    return f"3 Tr {text(left, down, words)} 0 Tr\n"


def line(left: float, down: float, right: float, low: float) -> str:
    """A straight line."""
    return f"{left} {HEIGHT - down} m {right} {HEIGHT - low} l S\n"


def rectangle(left: float, down: float, right: float, low: float) -> str:
    """A rectangle."""
    return f"{left} {HEIGHT - low} {right - left} {low - down} re S\n"


def bar(left: float, down: float, right: float, low: float) -> str:
    """A filled rectangle."""
    return rectangle(left, down, right, low).replace("re S", "re f")


def text_field(name: str, value: str, *, down: float, left: float = 200, tip: str = "", kind: str = "Tx") -> str:
    """A form field, 20 points high, with what is filled in."""
    place = f"[{left} {HEIGHT - down - 5} {left + 200} {HEIGHT - down + 15}]"
    tooltip = f"/TU ({tip})" if tip else ""
    return f"<< /Type /Annot /Subtype /Widget /FT /{kind} /T ({name}) {tooltip} /V ({value}) /Rect {place} >>"


def choice_field(name: str, options: Sequence[str], chosen: Sequence[str], *, down: float) -> str:
    """A list of which several may be chosen."""
    place = f"[200 {HEIGHT - down - 5} 400 {HEIGHT - down + 15}]"
    shown = " ".join(f"[(code {option}) ({option})]" for option in options)
    values = " ".join(f"(code {option})" for option in chosen)
    said = f"/FT /Ch /Ff 2097152 /T ({name}) /Opt [{shown}] /V [{values}]"
    return f"<< /Type /Annot /Subtype /Widget {said} /Rect {place} >>"


def tick_box(name: str, *, down: float, left: float, is_ticked: bool) -> str:
    """A box to be ticked, 10 points wide."""
    place = f"[{left} {HEIGHT - down - 2} {left + 10} {HEIGHT - down + 8}]"
    state = "/Yes" if is_ticked else "/Off"
    return (
        f"<< /Type /Annot /Subtype /Widget /FT /Btn /T ({name}) /V {state} /AS {state} /Rect {place} "
        "/AP << /N << /Yes 4 0 R /Off 4 0 R >> >> >>"
    )


def note(kind: str, contents: str, *, down: float = 100, flags: int = 0) -> str:
    """Something put on a page afterwards: a comment, or words typed on it."""
    place = f"[200 {HEIGHT - down - 5} 400 {HEIGHT - down + 15}]"
    return f"<< /Type /Annot /Subtype /{kind} /Contents ({contents}) /F {flags} /Rect {place} >>"


@dataclass
class _File:
    objects: list[bytes] = field(default_factory=list)

    def add(self, content: bytes | str) -> int:
        self.objects.append(content if isinstance(content, bytes) else content.encode("latin-1"))
        return len(self.objects)

    def written(self, info: int) -> bytes:
        target, places = BytesIO(), []
        target.write(b"%PDF-1.7\n")
        for number, content in enumerate(self.objects, start=1):
            places.append(target.tell())
            target.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
        start = target.tell()
        rows = b"".join(b"%010d 00000 n \n" % place for place in places)
        target.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, rows))
        trailer = f"<< /Size {len(places) + 1} /Root 1 0 R /Info {info} 0 R >>".encode()
        target.write(b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, start))
        return target.getvalue()


def pdf(*pages: Page | str, title: str = "", packed: bool = False, catalog: str = "") -> bytes:
    """A PDF of these pages; `catalog` is what else is said of the whole."""
    file = _File()
    file.objects = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", _NOTHING_DRAWN]
    whole = [page if isinstance(page, Page) else Page(page) for page in pages]
    fields, kids = [], []
    for page in whole:
        own = [file.add(entry) for entry in page.fields]
        fields += [number for number, entry in zip(own, page.fields, strict=True) if "/Widget" in entry]
        kids.append(_page(file, page, own, packed=packed))
    form = f"/AcroForm << /Fields {_references(fields)} >>" if fields else ""
    file.objects[0] = f"<< /Type /Catalog /Pages 2 0 R {form} {catalog} >>".encode()
    file.objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids {_references(kids)} >>".encode()
    return file.written(file.add(f"<< /Title ({title}) >>"))


def _page(file: _File, page: Page, fields: Sequence[int], *, packed: bool) -> int:
    drawn = page.drawn + ("q 100 0 0 100 50 50 cm /P1 Do Q\n" if page.has_picture else "")
    stream = drawn.encode("latin-1")
    stream = zlib.compress(stream) if packed else stream
    how = "/Filter /FlateDecode" if packed else ""
    content = file.add(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(stream), how.encode(), stream))
    picture = "<< /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>"
    shown = file.add(f"{picture}\nstream\n0\nendstream") if page.has_picture else 0
    if page.is_grouped:
        group = f"<< /Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /P1 {shown} 0 R >> >>"
        shown = file.add(f"{group} /Length 6 >>\nstream\n/P1 Do\nendstream")
    pictures = f"/XObject << /P1 {shown} 0 R >>" if page.has_picture else ""
    return file.add(
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {page.turned} /Contents {content} 0 R "
        f"/Resources << /Font << /F1 3 0 R >> {pictures} >> /Annots {_references(fields)} >>"
    )


def _references(numbers: Sequence[int]) -> str:
    return f"[{' '.join(f'{number} 0 R' for number in numbers)}]"


def locked(content: bytes, *, passwords: Mapping[str, str]) -> bytes:
    """The same PDF with passwords, by `user` and `owner`."""
    target = BytesIO()
    with pikepdf.open(BytesIO(content)) as document:
        document.save(
            target, encryption=pikepdf.Encryption(user=passwords.get("user", ""), owner=passwords.get("owner", ""))
        )
    return target.getvalue()
