"""Makes a Word document: the few parts that Word, LibreOffice and our own reader need."""

from xml.sax.saxutils import escape

from tests.demo_documents.source import Block, Source

MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
STYLES = {"title": "Title", "heading": "Heading1", "point": "ListBullet", "header": "Header", "footer": "Footer"}
NAMES = {"Heading1": "heading 1", "ListBullet": "List Bullet", "Header": "header", "Footer": "footer"}
HALF_POINTS = {"Normal": 22, "Title": 36, "Heading1": 26, "ListBullet": 22, "Header": 18, "Footer": 18}
NUMBERING = f"""<w:numbering {MAIN}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>\
<w:lvlText w:val="&#8226;"/><w:pPr><w:ind w:left="567" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum>\
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
PAGE = """<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1134" w:bottom="1247" w:left="1134" \
w:header="624" w:footer="624" w:gutter="0"/>"""
EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="666666"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
TEXT_WIDTH = 9638  # twentieths of a point between the margins of A4
CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:language>en-GB</dc:language>\
<dcterms:created xsi:type="dcterms:W3CDTF">{dated}T09:00:00Z</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{dated}T09:00:00Z</dcterms:modified></cp:coreProperties>"""


def as_docx(source: Source) -> dict[str, str]:
    """The parts of the package, by name."""
    return {
        "[Content_Types].xml": _content_types(source),
        "_rels/.rels": _relationships(
            ("officeDocument", f"{OFFICE}/officeDocument", "word/document.xml"),
            ("core", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": CORE.format(title=escape(source.title), dated=source.dated),
        "word/_rels/document.xml.rels": _relationships(
            *((part, f"{OFFICE}/{part}", f"{part}.xml") for part in ("styles", "numbering", *source.margins))
        ),
        "word/document.xml": _document(source),
        "word/styles.xml": f"<w:styles {MAIN}>{''.join(_style(style) for style in HALF_POINTS)}</w:styles>",
        "word/numbering.xml": NUMBERING,
        **{f"word/{side}.xml": _margin(side, text) for side, text in source.margins.items()},
    }


def _content_types(source: Source) -> str:
    kinds = {"document": "document.main+xml"} | {
        part: f"{part}+xml" for part in ("styles", "numbering", *source.margins)
    }
    parts = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{TYPE}{kind}"/>' for part, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{parts}"
        f'<Override PartName="/docProps/core.xml" ContentType="{CORE_TYPE}"/>'
        "</Types>"
    )


def _relationships(*targets: tuple[str, str, str]) -> str:
    each = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in targets)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def _document(source: Source) -> str:
    body = "".join(_table(block) if block.rows else _paragraph(block.text, block.kind) for block in source.blocks)
    margins = "".join(f'<w:{side}Reference w:type="default" r:id="{side}"/>' for side in source.margins)
    section = f"<w:sectPr>{margins}{PAGE}</w:sectPr>"
    return f'<w:document {MAIN} xmlns:r="{OFFICE}"><w:body>{body}{section}</w:body></w:document>'


def _margin(side: str, text: str) -> str:
    tag = {"header": "hdr", "footer": "ftr"}[side]
    return f"<w:{tag} {MAIN}>{_paragraph(text, side)}</w:{tag}>"


def _paragraph(text: str, kind: str, *, bold: bool = False) -> str:
    style = STYLES.get(kind, "Normal")
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r>{weight}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _table(block: Block) -> str:
    width = TEXT_WIDTH // len(block.rows[0])
    columns = f'<w:gridCol w:w="{width}"/>' * len(block.rows[0])
    rows = "".join(_row(block, index, width) for index in range(len(block.rows)))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>{EDGES}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>{_paragraph('', 'paragraph')}"
    )


def _row(block: Block, index: int, width: int) -> str:
    is_head = block.kind == "table" and index == 0
    bold = [is_head or (block.kind == "labels" and column % 2 == 0) for column in range(len(block.rows[index]))]
    sized = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    cells = "".join(
        f"<w:tc>{sized}{_paragraph(cell, 'cell', bold=bold[column])}</w:tc>"
        for column, cell in enumerate(block.rows[index])
    )
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if is_head else ''}{cells}</w:tr>"


def _style(style: str) -> str:
    default = ' w:default="1"' if style == "Normal" else ""
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if style == "ListBullet" else ""
    outline = '<w:outlineLvl w:val="0"/>' if style == "Heading1" else ""
    weight = "<w:b/>" if style in ("Title", "Heading1") else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style}"><w:name w:val="{NAMES.get(style, style)}"/>'
        f'<w:pPr>{listed}<w:spacing w:before="60" w:after="100"/>{outline}</w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>{weight}'
        f'<w:sz w:val="{HALF_POINTS[style]}"/><w:lang w:val="en-GB"/></w:rPr></w:style>'
    )
