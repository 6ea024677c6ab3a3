"""Excel workbooks (.xlsx): the rows of their sheets, each cell as Excel shows it.

Source: ECMA-376 part 1, sections 12.3 (parts of a workbook) and 18.2 (sheets, calendar), 18.8 (formats).
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from policyaudit.reading.format_codes import BUILT_IN
from policyaudit.reading.formats import NAMES, Kind
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.number_formats import NumberFormat
from policyaudit.reading.package import Package
from policyaudit.reading.refusals import NoText
from policyaudit.reading.relations import Relation, relations, target, title_of
from policyaudit.reading.sheet_lines import Grid, lines_of
from policyaudit.reading.sheet_warnings import Unread
from policyaudit.reading.xlsx_sheet import SheetReader, text_of

_HIDDEN = {"hidden", "veryHidden"}
_ON = {"1", "true", "on"}


def read_xlsx(content: bytes) -> DocumentText:
    """Read the lines of an Excel workbook."""
    package, unread = Package(content, kind=NAMES[Kind.EXCEL]), Unread()
    workbook = _Workbook(package)
    lines = tuple(lines_of(workbook.grids(unread), unread))
    if not lines:
        raise NoText(kind=f"an {NAMES[Kind.EXCEL]}")
    return DocumentText(
        media_type=Kind.EXCEL, lines=lines, title_property=title_of(package), warnings=tuple(unread.warnings())
    )


class _Workbook:
    """The parts of an Excel workbook, found by what they are to it."""

    def __init__(self, package: Package) -> None:
        self._package = package
        name = target(relations(package, ""), "officeDocument") or "xl/workbook.xml"
        self._tree, self._relations = package.required(name), relations(package, name)
        self._texts = self._shared_texts()
        self._formats = self._number_formats()

    def grids(self, unread: Unread) -> Iterator[Grid]:
        """The sheets of cells that are not hidden, in the order of their tabs."""
        sheets = {relation.key: relation.target for relation in self._relations if relation.role == "worksheet"}
        for node in self._tree.iterfind("x.sheets/x.sheet"):
            part = sheets.get(node.get("r.id", ""))
            if part and node.get("state") in _HIDDEN:
                unread.sheets += 1
            elif part:
                grid = Grid(node.get("name", ""))
                reader = SheetReader(grid, unread, texts=self._texts, formats=self._formats)
                self._package.tree(part, each=reader.handlers)
                unread.comments += self._comments(relations(self._package, part))
                yield grid

    def _comments(self, related: list[Relation]) -> int:
        tree = self._package.tree(target(related, "comments") or "")
        return 0 if tree is None else sum(1 for _ in tree.iter("x.comment"))

    def _shared_texts(self) -> list[str]:
        """The texts that cells share, by their numbers."""
        texts: list[str] = []
        self._package.tree(
            target(self._relations, "sharedStrings") or "", each={"x.si": lambda node: texts.append(text_of(node))}
        )
        return texts

    def _number_formats(self) -> list[NumberFormat]:
        """The formats that cells have, by their numbers."""
        styles = self._package.tree(target(self._relations, "styles") or "")
        styles = Element("none") if styles is None else styles
        own = {node.get("numFmtId", ""): node.get("formatCode", "") for node in styles.iterfind("x.numFmts/x.numFmt")}
        codes = {**{str(key): code for key, code in BUILT_IN.items()}, **own}
        return [
            NumberFormat(codes.get(node.get("numFmtId", ""), "General"), is_1904=self._is_1904())
            for node in styles.iterfind("x.cellXfs/x.xf")
        ]

    def _is_1904(self) -> bool:
        properties = self._tree.find("x.workbookPr")
        return properties is not None and properties.get("date1904") in _ON
