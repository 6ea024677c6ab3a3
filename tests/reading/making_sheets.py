"""Small workbooks made for tests: by openpyxl, and by hand where openpyxl does not write what a test needs."""

from collections.abc import Callable, Mapping
from io import BytesIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.reading.making_documents import relations, zipped

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def saved(make: Callable[[Worksheet], object], *, workbook: Callable[[Workbook], object] | None = None) -> bytes:
    """What openpyxl saves of a workbook whose first sheet, "Policies", is filled by `make`."""
    book, target = Workbook(), BytesIO()
    sheet = book.worksheets[0]
    sheet.title = "Policies"
    make(sheet)
    if workbook:
        workbook(book)
    book.save(target)
    return target.getvalue()


def xlsx(*sheets: str, book: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A workbook of these sheets' XML; `book` stands before the list of sheets."""
    tabs = "".join(f'<sheet name="Sheet {n}" sheetId="{n}" r:id="s{n}"/>' for n, _ in enumerate(sheets, start=1))
    files = {f"xl/worksheets/sheet{n}.xml": f"<worksheet {_MAIN}>{xml}</worksheet>" for n, xml in enumerate(sheets, 1)}
    roles = {f"s{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n, _ in enumerate(sheets, start=1)}
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations({"d": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f"<workbook {_MAIN} {_OFFICE}>{book}<sheets>{tabs}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": relations(
                {**roles, "t": ("sharedStrings", "sharedStrings.xml"), "f": ("styles", "styles.xml")}
            ),
            **files,
            **(parts or {}),
        }
    )


def rows(xml: str) -> str:
    """The XML of a sheet with these rows."""
    return f"<sheetData>{xml}</sheetData>"


def inline(text: str, at: str = "") -> str:
    """A cell that holds a text of its own."""
    return f'<c {at and f"r={chr(34)}{at}{chr(34)}"} t="inlineStr"><is><t>{text}</t></is></c>'
