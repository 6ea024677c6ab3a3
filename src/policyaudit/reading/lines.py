"""The text of one document, line by line, each line with the place it stands in."""

from dataclasses import dataclass, field
from enum import StrEnum


class Part(StrEnum):
    """Which part of a document a line stands in."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    TEXT_BOX = "text box"
    FORM = "form"
    FRONT_MATTER = "front matter"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document's text, or one row of a table in it.

    `number` counts from 1 through the whole document as we read it. `page` counts from 1 where the format knows
    pages. `cells` holds a table row's cells, or the columns that wide gaps or tabs make; a plain line has one cell.
    `text` is the cells joined by tabs. `table` numbers the table a row belongs to, from 1. A row of a spreadsheet has
    the name of its `sheet` and the number that the sheet itself gives it.
    """

    number: int
    cells: tuple[str, ...]
    page: int | None = None
    part: Part = Part.BODY
    table: int | None = None
    heading: int | None = None  # level of a heading, 1 the highest, where the format says so
    sheet: str | None = None
    sheet_row: int | None = None

    @property
    def text(self) -> str:
        """The whole line, cells joined by tabs."""
        return "\t".join(self.cells)


@dataclass(frozen=True, slots=True)
class DocumentText:
    """What a document says, ready to be read: its lines, its own title property, what to warn of."""

    media_type: str
    lines: tuple[Line, ...]
    title_property: str | None = None
    warnings: tuple[str, ...] = field(default=())
    pages_without_text: tuple[int, ...] = ()
    pages_by_ocr: tuple[int, ...] = ()  # their text was recognised in pictures, and may be wrong anywhere

    @property
    def text(self) -> str:
        """All lines, as they are stored and compared."""
        return "\n".join(line.text for line in self.lines)
