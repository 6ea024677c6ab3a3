"""Makes the documents of the sample school anew: `PYTHONPATH=src python -m tests.demo_documents`."""

import zipfile
from pathlib import Path

from policyaudit.reports.pdf import render_pdf
from tests.demo_documents.opendocument import as_odt
from tests.demo_documents.paper import as_html
from tests.demo_documents.source import MADE, Source, sources
from tests.demo_documents.word import as_docx

PACKAGES = {".docx": as_docx, ".odt": as_odt}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def make(source: Source, folder: Path) -> Path:
    """One document, written into the folder."""
    path = folder / source.file
    if path.suffix in PACKAGES:
        write_package(path, PACKAGES[path.suffix](source))
    else:
        path.write_bytes(render_pdf(as_html(source)))
    return path


def write_package(path: Path, parts: dict[str, str]) -> None:
    """A zip whose bytes depend on nothing but the parts; their order is kept, the media type is not compressed."""
    with zipfile.ZipFile(path, "w") as package:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(entry, part if name == "mimetype" else DECLARATION + part)


if __name__ == "__main__":
    MADE.mkdir(exist_ok=True)
    for each in sources():
        make(each, MADE)
