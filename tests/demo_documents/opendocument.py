"""Makes an OpenDocument text: content, styles with header and footer, and metadata."""

from xml.sax.saxutils import escape

from tests.demo_documents.source import Block, Source

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("meta", "meta"),
        ("manifest", "manifest"),
        ("fo", "xsl-fo-compatible"),
    )
)
STYLES = {"title": "Title", "point": "Point", "head": "Head"}
POINTS = {"Standard": 11, "Title": 18, "Heading": 13, "Point": 11, "Head": 11, "Margin": 9}
CELL = '<style:style style:name="Cell" style:family="table-cell">\
<style:table-cell-properties fo:border="0.5pt solid #666666" fo:padding="1mm"/></style:style>'
LIST = '<text:list-style style:name="Points"><text:list-level-style-bullet text:level="1" text:bullet-char="&#8226;">\
<style:list-level-properties text:space-before="5mm" text:min-label-width="5mm"/></text:list-level-style-bullet>\
</text:list-style>'
PAGE = '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" \
fo:margin="20mm"/><style:header-style/><style:footer-style/></style:page-layout>'
PARTS = {"content.xml": "text/xml", "styles.xml": "text/xml", "meta.xml": "text/xml"}


def as_odt(source: Source) -> dict[str, str]:
    """The parts of the package, by name; `mimetype` has to stand first and uncompressed."""
    return {
        "mimetype": MEDIA_TYPE,
        "META-INF/manifest.xml": _manifest(),
        "content.xml": _content(source),
        "styles.xml": _styles(source),
        "meta.xml": _metadata(source),
    }


def _manifest() -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in {"/": MEDIA_TYPE, **PARTS}.items()
    )
    return f'<manifest:manifest {NAMESPACES} manifest:version="1.3">{entries}</manifest:manifest>'


def _content(source: Source) -> str:
    body = "".join(_block(block, number) for number, block in enumerate(source.blocks))
    return (
        f'<office:document-content {NAMESPACES} office:version="1.3">'
        f"<office:automatic-styles>{CELL}{LIST}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def _block(block: Block, number: int) -> str:
    if block.rows:
        return _table(block, number)
    if block.kind == "heading":
        return f'<text:h text:style-name="Heading" text:outline-level="1">{escape(block.text)}</text:h>'
    paragraph = _paragraph(block.text, block.kind)
    if block.kind == "point":
        return f'<text:list text:style-name="Points"><text:list-item>{paragraph}</text:list-item></text:list>'
    return paragraph


def _paragraph(text: str, kind: str) -> str:
    return f'<text:p text:style-name="{STYLES.get(kind, "Standard")}">{escape(text)}</text:p>'


def _table(block: Block, number: int) -> str:
    rows = [_row(row, "head" if block.kind == "table" and row is block.rows[0] else "cell") for row in block.rows]
    head = f"<table:table-header-rows>{rows.pop(0)}</table:table-header-rows>" if block.kind == "table" else ""
    columns = f'<table:table-column table:number-columns-repeated="{len(block.rows[0])}"/>'
    return f'<table:table table:name="Table{number}">{columns}{head}{"".join(rows)}</table:table>'


def _row(row: tuple[str, ...], kind: str) -> str:
    cells = "".join(
        f'<table:table-cell table:style-name="Cell">{_paragraph(cell, kind)}</table:table-cell>' for cell in row
    )
    return f"<table:table-row>{cells}</table:table-row>"


def _styles(source: Source) -> str:
    margins = "".join(
        f'<style:{side}><text:p text:style-name="Margin">{escape(text)}</text:p></style:{side}>'
        for side, text in source.margins.items()
    )
    return (
        f'<office:document-styles {NAMESPACES} office:version="1.3">'
        f"<office:styles>{''.join(_style(name) for name in POINTS)}</office:styles>"
        f"<office:automatic-styles>{PAGE}</office:automatic-styles><office:master-styles>"
        f'<style:master-page style:name="Standard" style:page-layout-name="A4">{margins}</style:master-page>'
        "</office:master-styles></office:document-styles>"
    )


def _style(name: str) -> str:
    weight = ' fo:font-weight="bold"' if name in ("Title", "Heading", "Head") else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        '<style:paragraph-properties fo:margin-top="1mm" fo:margin-bottom="2mm"/>'
        f'<style:text-properties fo:font-family="Arial" fo:font-size="{POINTS[name]}pt"{weight} fo:language="en" '
        'fo:country="GB"/></style:style>'
    )


def _metadata(source: Source) -> str:
    return (
        f'<office:document-meta {NAMESPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">'
        f"<office:meta><dc:title>{escape(source.title)}</dc:title><dc:language>en-GB</dc:language>"
        f"<meta:creation-date>{source.dated}T09:00:00</meta:creation-date><dc:date>{source.dated}T09:00:00</dc:date>"
        "</office:meta></office:document-meta>"
    )
