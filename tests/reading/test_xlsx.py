"""An Excel workbook is read as Excel shows it."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from policyaudit.reading.lines import Line
from policyaudit.reading.refusals import Damaged, Hostile, NoText, Unreadable, WrongKind
from policyaudit.reading.xlsx import read_xlsx
from tests.reading.making_documents import zipped
from tests.reading.making_sheets import inline, rows, saved, xlsx

SEEDS = Path(__file__).parents[3] / "shared" / "seed-documents"


def cells(content: bytes) -> list[tuple[str, ...]]:
    return [line.cells for line in read_xlsx(content).lines]


def row(sheet: Worksheet, *values: object) -> None:
    sheet.append(list(values))


def test_rows_are_lines_with_the_sheet_and_the_number_that_excel_shows() -> None:
    def make(sheet: Worksheet) -> None:
        sheet["B2"], sheet["C2"] = "Policy", "Next review"
        sheet["B4"], sheet["C4"] = "Behaviour", "June 2017"

    def more(book: Workbook) -> None:
        row(book.create_sheet("Old ones"), "Uniform", "2012")

    text = read_xlsx(saved(make, workbook=more))

    assert text.media_type == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert text.lines == (
        Line(1, ("Policy", "Next review"), table=1, sheet="Policies", sheet_row=2),
        Line(2, ("Behaviour", "June 2017"), table=1, sheet="Policies", sheet_row=4),
        Line(3, ("Uniform", "2012"), table=2, sheet="Old ones", sheet_row=1),
    )
    assert text.warnings == ()


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        pytest.param(date(2017, 6, 30), "mmm yyyy", "June 2017", id="month"),
        pytest.param(date(2017, 6, 30), "dd/mm/yyyy", "30/06/2017", id="day"),
        pytest.param(date(2017, 6, 30), "mm-dd-yy", "30/06/2017", id="the computer's short date"),
        pytest.param(date(2023, 6, 7), "m/d/yyyy", "7 June 2023", id="American order"),
        pytest.param(date(2017, 6, 30), "yyyy", "2017", id="year"),
        pytest.param(datetime(2017, 6, 30, 9, 15), "yyyy-mm-dd h:mm", "2017-06-30 09:15", id="time"),  # noqa: DTZ001
        pytest.param(3, "General", "3", id="number"),
        pytest.param(3.0, "General", "3", id="number with a point"),
        pytest.param(1.1, "0.00", "1.10", id="version"),
        pytest.param("Sept 23", "General", "Sept 23", id="text"),
        pytest.param(" Two \n lines ", "General", "Two lines", id="text of two lines"),
        pytest.param(True, "General", "TRUE", id="truth"),
        pytest.param("A_x000D_B", "General", "A B", id="character that XML cannot hold"),
    ],
)
@pytest.mark.parametrize("is_1904", [False, True], ids=["days from 1900", "days from 1904"])
def test_a_cell_says_what_excel_shows(value: object, number_format: str, shown: str, *, is_1904: bool) -> None:
    def make(sheet: Worksheet) -> None:
        row(sheet, value)
        sheet["A1"].number_format = number_format

    def count(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904 if is_1904 else book.epoch

    read = cells(saved(make, workbook=count))

    assert read == [(shown,)]


def test_merged_cells_speak_for_every_row_beside_them() -> None:
    def make(sheet: Worksheet) -> None:
        row(sheet, "Policies of the school")
        row(sheet, "Committee", "Policy")
        row(sheet, "Finance", "Charging")
        row(sheet, None, "Lettings")
        row(sheet, "Curriculum", "Homework")
        for area in ("A1:B1", "A3:A4", "A6:B9"):
            sheet.merge_cells(area)

    read = cells(saved(make))

    assert read == [
        ("Policies of the school",),
        ("Committee", "Policy"),
        ("Finance", "Charging"),
        ("Finance", "Lettings"),
        ("Curriculum", "Homework"),
    ]


def test_what_is_hidden_is_left_out_and_counted() -> None:
    def make(sheet: Worksheet) -> None:
        row(sheet, "Policy", "Cost", "Review")
        row(sheet, "Behaviour", "5", "2017")
        row(sheet, "Withdrawn", "6", "2012")
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet.column_dimensions["F"].hidden = True

    def more(book: Workbook) -> None:
        book.create_sheet("Secret").sheet_state = "hidden"
        book.create_sheet("Lists").sheet_state = "veryHidden"

    text = read_xlsx(saved(make, workbook=more))

    assert [line.cells for line in text.lines] == [("Policy", "Review"), ("Behaviour", "2017")]
    assert text.warnings == ("has 1 hidden row, 1 hidden column and 2 hidden sheets, which are not read",)


def test_rows_and_columns_of_no_height_or_width_are_hidden() -> None:
    sheet = '<cols><col min="1" max="1" width="9"/><col min="2" max="2" width="0"/></cols>' + rows(
        f'<row r="1">{inline("A", "A1")}{inline("B", "B1")}</row><row r="2" ht="0">{inline("C", "A2")}</row>'
    )

    text = read_xlsx(xlsx(sheet))

    assert [line.cells for line in text.lines] == [("A",)]
    assert text.warnings == ("has 1 hidden row and 1 hidden column, which are not read",)


def test_formulas_without_a_value_and_errors_are_empty_and_named() -> None:
    sheet = rows(
        f"<row>{inline('Behaviour')}<c r='C1'><f>DATE(2024,9,1)</f><v></v></c></row>"
        f"<row>{inline('Uniform')}<c r='C2' t='e'><f>1/0</f><v>#DIV/0!</v></c></row>"
        f"<row>{inline('Lettings')}<c r='C3' t='str'><f>A1&amp;A2</f><v></v></c><c><f>2+2</f><v>4</v></c></row>"
    )

    text = read_xlsx(xlsx(sheet))

    assert [line.cells for line in text.lines] == [("Behaviour",), ("Uniform",), ("Lettings", "4")]
    assert text.warnings == (
        "has 1 formula saved without a value, read as empty: Sheet 1 C1",
        "has 1 cell with an error in place of a value, read as empty: Sheet 1 C2",
    )


def test_comments_are_counted_and_not_read() -> None:
    def make(sheet: Worksheet) -> None:
        row(sheet, "Behaviour")
        sheet["A1"].comment = Comment("due in 2012?", "A. Example")

    text = read_xlsx(saved(make))

    assert text.text == "Behaviour"
    assert text.warnings == ("has 1 comment, which is not read",)


def test_a_workbook_without_optional_parts_is_read() -> None:
    sheet = rows(
        "<row><c t='s'><v>7</v></c><c s='9'><v>2.5</v></c><c><v>many</v></c><c><v>1e999</v></c>"
        "<c t='b'><v>2</v></c><c t='inlineStr'/><c t='d'><v>2017-06-30</v></c></row>"
    ) + ("<mergeCells><mergeCell ref='A1'/></mergeCells>")

    read = cells(xlsx(sheet))

    assert read == [("2.5", "many", "1e999", "2017-06-30")]


def test_shared_texts_are_read_without_how_they_are_read_aloud() -> None:
    texts = (
        "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>Anti</t></si>"
        "<si><r><t>Anti</t></r><r><t>-bullying</t></r><rPh><t>aloud</t></rPh></si></sst>"
    )

    read = cells(xlsx(rows("<row><c t='s'><v>1</v></c></row>"), parts={"xl/sharedStrings.xml": texts}))

    assert read == [("Anti-bullying",)]


def test_the_title_is_that_of_its_properties() -> None:
    def entitle(book: Workbook) -> None:
        book.properties.title = "Policy register"

    text = read_xlsx(saved(lambda sheet: row(sheet, "Behaviour"), workbook=entitle))

    assert text.title_property == "Policy register"


def test_sheets_of_charts_are_passed_over() -> None:
    def more(book: Workbook) -> None:
        book.create_chartsheet("Chart")

    read = cells(saved(lambda sheet: row(sheet, "Behaviour"), workbook=more))

    assert read == [("Behaviour",)]


def test_a_workbook_without_words_has_no_text() -> None:
    with pytest.raises(NoText, match="is an Excel workbook without any text"):
        read_xlsx(xlsx(rows("<row/>")))


@pytest.mark.parametrize(
    ("content", "reason", "what"),
    [
        pytest.param(zipped({"xl/other.xml": "<a/>"}), Damaged, "the part with its text is missing", id="no workbook"),
        pytest.param(xlsx("<sheetData><row>"), Damaged, "its text cannot be made out", id="broken sheet"),
        pytest.param(
            xlsx(rows(""), parts={"xl/sharedStrings.xml": "<!DOCTYPE a [<!ENTITY b 'b'>]><sst/>"}),
            Hostile,
            "it declares entities of its own",
            id="entities",
        ),
        pytest.param(
            xlsx(rows(f"<row>{inline('a')}</row>" * 20_001)),
            WrongKind,
            "a spreadsheet of more than 20,000 rows",
            id="many rows",
        ),
        pytest.param(
            xlsx(
                rows("<row>" + "<c t='s'><v>0</v></c>" * 1_000 + "</row>"),
                parts={
                    "xl/sharedStrings.xml": "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
                    f"<si><t>{'word ' * 6_000}</t></si></sst>"
                },
            ),
            WrongKind,
            "a spreadsheet of more than",
            id="one long text again and again",
        ),
    ],
)
def test_what_no_school_keeps_is_refused(content: bytes, reason: type[Unreadable], what: str) -> None:
    with pytest.raises(reason, match=what):
        read_xlsx(content)


def test_a_cell_at_the_far_end_costs_nothing() -> None:
    read = cells(xlsx(rows(f"<row r='1048576'>{inline('a', 'A1048576')}{inline('z', 'XFD1048576')}</row>")))

    assert read == [("a", "z")]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not beside this checkout")
@pytest.mark.parametrize(
    ("name", "derived"),
    [
        ("register.openpyxl.xlsx", ""),
        ("register.1904-epoch.xlsx", ""),
        ("register.libreoffice.xlsx", "September 2024"),
    ],
)
def test_a_register_says_what_it_shows(name: str, derived: str) -> None:
    text = read_xlsx((SEEDS / name).read_bytes())

    by_row = {line.sheet_row: line.cells for line in text.lines if line.sheet == "Policy register"}
    assert len(by_row) == 16
    assert 8 not in by_row
    assert by_row[5][5:8] == ("04/09/2023", "Annually", "01/09/2024")
    assert by_row[17][5:8] == ("September 2022", "2 years", derived)
    assert by_row[18][5:8] == ("7 June 2023", "Annual", "07/06/2024")
    assert text.warnings[0] == "has 1 hidden row, which is not read"
