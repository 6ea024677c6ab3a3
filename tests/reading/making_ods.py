"""Small OpenDocument spreadsheets made for tests."""

from tests.reading.making_documents import zipped

_OASIS = " ".join(
    [
        *(
            f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
            for name in ("office", "text", "table", "style", "meta", "manifest")
        ),
        'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
    ]
)


def ods(*sheets: str, styles: str = "", manifest: str = "") -> bytes:
    """A spreadsheet of these sheets' XML; one without a table around it becomes "Policies"."""
    tables = "".join(xml if xml.startswith("<table:table ") else sheet("Policies", xml) for xml in sheets)
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {_OASIS}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
            "</office:document-content>",
            "meta.xml": f"<office:document-meta {_OASIS}><dc:title>Register</dc:title></office:document-meta>",
            "META-INF/manifest.xml": f"<manifest:manifest {_OASIS}>{manifest}</manifest:manifest>",
        }
    )


def sheet(name: str, rows: str, *, style: str = "") -> str:
    return f"<table:table table:name='{name}' table:style-name='{style}'>{rows}</table:table>"


def row(*cells: str, marks: str = "") -> str:
    return f"<table:table-row {marks}>{''.join(map(cell, cells))}</table:table-row>"


def cell(text: str, marks: str = "") -> str:
    """A cell with this text; what is XML already stays as it is."""
    if text.startswith("<"):
        return text
    return f"<table:table-cell office:value-type='string' {marks}><text:p>{text}</text:p></table:table-cell>"
