import logging
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from policyaudit import assets
from policyaudit.reports.drawing import PackagedFiles, draw
from tests.reports.reading_pdfs import dictionaries_of, opened, tags_of, text_of

PAGE = """<!doctype html><html lang="en-GB"><head><title>A page</title>
<link rel="stylesheet" href="base/print.css"></head><body><h1>{}</h1></body></html>"""

RENDER = "import sys; from policyaudit.reports.drawing import draw; sys.stdout.buffer.write(draw(sys.argv[1]))"


def test_a_pdf_says_its_title_its_language_and_that_it_is_tagged() -> None:
    pdf = opened(draw(PAGE.format("Larkmead")))

    assert str(pdf.docinfo.Title) == "A page"
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert b'pdfuaid:part="1"' in pdf.Root.Metadata.read_bytes()
    assert [tag.kind for tag in tags_of(pdf)] == ["Document", "H1", "Span"]


def test_a_pdf_says_nothing_of_who_made_it_when_or_where() -> None:
    pdf = opened(draw(PAGE.format("Larkmead")))

    assert set(pdf.docinfo.keys()) == {"/Title", "/Producer"}
    assert str(assets.folder("templates")).encode() not in pdf.Root.Metadata.read_bytes()


def test_a_pdf_holds_nothing_that_acts() -> None:
    pdf = opened(draw(PAGE.format("Larkmead")))

    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
    assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})
    assert not [each for each in dictionaries_of(pdf) if each.get("/S") == "/JavaScript"]


def test_the_same_page_gives_the_same_bytes() -> None:
    assert draw(PAGE.format("Larkmead")) == draw(PAGE.format("Larkmead"))


def test_another_page_gets_another_identifier() -> None:
    one, other = (opened(draw(PAGE.format(name))) for name in ("Larkmead", "Heather Heights"))

    assert bytes(one.trailer.ID[0]) != bytes(other.trailer.ID[0])


def test_the_same_page_gives_the_same_bytes_in_another_process() -> None:
    page = PAGE.format("Larkmead")

    others = subprocess.run(
        [sys.executable, "-c", RENDER, page], check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": "7"}
    ).stdout

    assert others == draw(page)


def test_a_machine_without_fonts_prints_the_same_words_without_a_complaint(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>")

    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", RENDER, PAGE.format("Ysgol Tŷ Gŵyn")],
        check=True,
        capture_output=True,
        env=os.environ | {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf")},
    )

    assert text_of(ended.stdout) == "Ysgol Tŷ Gŵyn Page 1 of 1"
    assert ended.stderr == b""


WELSH_AND_OTHERS = "âêîôûŵŷ ÂÊÎÔÛŴŶ áéíóúẃý àèìòùẁỳ äëïöüẅÿ Łukasz Şerife Đorđe Ñ ß – ‘’ “” … • £ € ½"


@pytest.mark.parametrize("style", ["normal", "italic"])
@pytest.mark.parametrize("weight", ["400", "700"])
def test_every_letter_comes_from_the_font_that_is_shipped(weight: str, style: str) -> None:
    body = f'<p style="font-weight: {weight}; font-style: {style}">{WELSH_AND_OTHERS}</p>'
    document = draw(PAGE.replace("<h1>{}</h1>", body))

    pdf = opened(document)
    fonts = {str(each.BaseFont) for each in dictionaries_of(pdf) if "/BaseFont" in each}
    assert all("Atkinson" in font for font in fonts), fonts
    assert WELSH_AND_OTHERS in text_of(document)


def test_no_printed_letter_is_smaller_than_eleven_points() -> None:
    style = (assets.folder("templates") / "base/print.css").read_text(encoding="utf-8")

    sizes = [float(size) for size in re.findall(r"font(?:-size)?: (?:\w+ )?([\d.]+)pt", style)]

    assert len(sizes) > 10
    assert min(sizes) == 11


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine, and the list of what it was asked for."""
    asked: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(302)
            self.send_header("Location", (assets.folder("templates") / "base/print.css").as_uri())
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            """Say nothing on the error stream."""

    listening = HTTPServer(("127.0.0.1", 0), Listening)
    thread = threading.Thread(target=listening.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}", asked
    listening.shutdown()
    thread.join()
    listening.server_close()


def test_no_page_reaches_the_network(server: tuple[str, list[str]], caplog: pytest.LogCaptureFixture) -> None:
    address, asked = server
    hostile = f"""<link rel="stylesheet" href="{address}/a.css"><img alt="x" src="{address}/b.png">
      <style>@import url("{address}/c.css"); @font-face {{ font-family: "F"; src: url("{address}/d.woff2") }}
      p {{ background: url("{address}/e.svg"); font-family: F }}</style>
      <p>text</p><object data="{address}/f.svg"></object><embed src="{address}/g.svg">
      <svg xmlns="http://www.w3.org/2000/svg"><title>x</title><image href="{address}/h.png"/></svg>
      <link rel="attachment" href="{address}/i.txt">"""

    document = draw(PAGE.format(hostile))

    assert asked == []
    assert "text" in text_of(document)
    assert caplog.records  # refused aloud: a page of ours that asks for such a thing fails its own test


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("http://127.0.0.1/print.css", id="a web address"),
        pytest.param("https://example.org/print.css", id="a secure web address"),
        pytest.param("ftp://example.org/print.css", id="a file server"),
        pytest.param("data:text/css,p", id="data in the address"),
        pytest.param("file:///etc/passwd", id="a system file"),
        pytest.param("{templates}/../pyproject.toml", id="a file outside"),
        pytest.param("{templates}/%2e%2e/src/policyaudit/errors.css", id="a file outside in disguise"),
        pytest.param("{templates}/base/print.html", id="a template"),
        pytest.param("{templates}/base/fonts/OFL.txt", id="a kind of file that no page needs"),
        pytest.param("file://server/share/print.css", id="a file on another machine"),
    ],
)
def test_only_packaged_style_sheets_shapes_and_fonts_are_served(address: str) -> None:
    templates = assets.folder("templates").resolve().as_uri()

    with pytest.raises(ValueError, match="not a packaged file"):
        PackagedFiles().fetch(address.format(templates=templates))


def test_a_link_that_leads_out_of_the_templates_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.css"
    outside.write_text("p {}")
    link = tmp_path / "link.css"
    link.symlink_to(assets.folder("templates") / "base/print.css")

    with pytest.raises(ValueError, match="not a packaged file"):
        PackagedFiles().fetch(outside.as_uri())
    assert PackagedFiles().fetch(link.as_uri()).content_type == "text/css"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("base/print.css", "text/css"),
        ("base/shapes/overdue.svg", "image/svg+xml"),
        ("base/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2", "font/woff2"),
    ],
)
def test_a_packaged_file_is_served_with_its_kind(path: str, kind: str) -> None:
    packaged = assets.folder("templates") / path

    served = PackagedFiles().fetch(packaged.as_uri())

    assert (served.content_type, served.read()) == (kind, packaged.read_bytes())


def test_a_plain_page_is_rendered_without_a_word_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)

    draw(PAGE.format("Larkmead"))

    assert caplog.messages == []


def test_without_pango_the_exact_line_that_installs_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "libpango-1.0.so.0").touch()  # found before the real one, and not a library
    program = (
        "from policyaudit.errors import PieceMissing\n"
        "try:\n    import policyaudit.reports.drawing\n"
        "except PieceMissing as missing:\n    print(missing, missing.next_step, int(missing.exit_code), sep='\\n')\n"
    )

    ended = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"LD_LIBRARY_PATH": str(tmp_path)},
    )

    assert ended.stdout.splitlines() == [
        "Pango, which lays out the pages of a PDF, is not installed on this machine",
        "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        "7",
    ]
    assert ended.stderr == ""
