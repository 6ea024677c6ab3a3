"""Small documents made for tests: just enough of each format, with nothing that the test does not name."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:r="{_OFFICE}"'
)
_OASIS = " ".join(
    [
        *(
            f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
            for name in ("office", "text", "table", "style", "meta", "manifest")
        ),
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    ]
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file with these parts."""
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return target.getvalue()


def docx(body: str, *, parts: Mapping[str, str] | None = None, title: str = "") -> bytes:
    """A Word document with this XML in its body; `parts` are header1, footer1, styles ... by their file's stem."""
    parts = parts or {}
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations({"d": ("officeDocument", "word/document.xml")}),
            "docProps/core.xml": f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c>',
            "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations(
                {stem: (stem.rstrip("0123456789"), f"{stem}.xml") for stem in parts}
            ),
            **{f"word/{stem}.xml": f"<w:part {_WORD}>{xml}</w:part>" for stem, xml in parts.items()},
        }
    )


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """The file that says what belongs to a part: key, role and target of each."""
    rows = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{role}" Target="{target}"/>'
        for key, (role, target) in targets.items()
    )
    address = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{address}">{rows}</Relationships>'


def p(*texts: str, properties: str = "") -> str:
    """A Word paragraph of these texts, a tab between them."""
    runs = "<w:r><w:tab/></w:r>".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def tbl(*rows: tuple[str, ...]) -> str:
    """A Word table; a cell that is no XML yet becomes a paragraph."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(_tc, row))}</w:tr>" for row in rows) + "</w:tbl>"


def _tc(cell: str) -> str:
    return f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>"


def odt(body: str, *, running: str = "", styles: str = "", title: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text with this XML in its body, and headers and footers in `running`."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_OASIS}>{styles}<office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {_OASIS}><office:master-styles><style:master-page>{running}"
            "</style:master-page></office:master-styles></office:document-styles>",
            "meta.xml": f"<office:document-meta {_OASIS}><dc:title>{title}</dc:title></office:document-meta>",
            "META-INF/manifest.xml": f"<manifest:manifest {_OASIS}>{manifest}</manifest:manifest>",
        }
    )
