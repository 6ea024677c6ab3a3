"""From HTML to a tagged PDF (PDF/UA-1). The only file that knows WeasyPrint; it reads packaged files only.

Commands do not load it: they ask `pdf.py`, which lets a process of its own draw, within a time and a memory.
"""

import contextlib
import hashlib
import io
import warnings
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

from policyaudit import assets
from policyaudit.reports.drawing_problems import PangoMissing
from policyaudit.reports.own_files import PDF_MARK

try:
    # While it is loaded WeasyPrint prints advice of its own, and warns where a machine has no fonts: ours are packaged.
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings(action="ignore"):
        import weasyprint
        from weasyprint.urls import URLFetcher, URLFetcherResponse
except OSError as missing:
    raise PangoMissing from missing

_CONTENT_TYPES: Final = {".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2"}


class PackagedFiles(URLFetcher):  # type: ignore[misc]  # WeasyPrint carries no types
    """Serves style sheets, shapes and fonts of the templates folder and refuses every other address."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The packaged file at that address; `ValueError` for any other, which no page of ours asks for."""
        del headers  # nothing is asked of a server
        path = _packaged(url)
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": _CONTENT_TYPES[path.suffix]})


def _packaged(url: str) -> Path:
    parts = urlsplit(url)
    path = Path(url2pathname(parts.path)).resolve()
    is_ours = path.is_relative_to(assets.folder("templates").resolve()) and path.suffix in _CONTENT_TYPES
    if (parts.scheme, parts.netloc, is_ours) != ("file", "", True):
        message = f"not a packaged file: {url[:80]}"
        raise ValueError(message)
    return path


def draw(html: str) -> bytes:
    """The page as a PDF: tagged, with the language and title that the HTML states; same HTML, same bytes."""
    options: dict[str, Any] = {
        "pdf_variant": "pdf/ua-1",
        "pdf_identifier": PDF_MARK + hashlib.sha256(html.encode()).hexdigest()[:32].encode(),
    }
    base = f"{assets.folder('templates').resolve().as_uri()}/"
    page = weasyprint.HTML(string=html, base_url=base, url_fetcher=PackagedFiles())
    document: bytes = page.write_pdf(**options)
    return document
