import pytest

from policyaudit.reading.docx import read_docx
from policyaudit.reading.lines import Part
from policyaudit.reading.refusals import Damaged, NoText
from tests.reading.making_documents import docx, p, relations, tbl, zipped

FIELD = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
PAGE = (
    FIELD.format("begin")
    + "<w:r><w:instrText> PAGE </w:instrText></w:r>"
    + FIELD.format("separate")
    + "<w:r><w:t>7</w:t></w:r>"
    + FIELD.format("end")
)


def read(body: str) -> list[tuple[str, ...]]:
    return [line.cells for line in read_docx(docx(body)).lines]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(p("Scope") + p("") + p("Aim"), [("Scope",), ("Aim",)], id="paragraphs"),
        pytest.param(p("Version", "", "1.1"), [("Version", "1.1")], id="tabs part cells"),
        pytest.param(p("Owner:        Head"), [("Owner:", "Head")], id="wide gaps part cells"),
        pytest.param(
            f"<w:p>{run('Last: June')}<w:r><w:br/></w:r>{run('Next: July')}</w:p>",
            [("Last: June",), ("Next: July",)],
            id="line breaks part lines",
        ),
        pytest.param(
            f"<w:p>{run('re')}<w:r><w:noBreakHyphen/></w:r>{run('write')}</w:p>", [("re-write",)], id="hyphen"
        ),
        pytest.param(f"<w:p><w:hyperlink>{run('our site')}</w:hyperlink></w:p>", [("our site",)], id="link"),
        pytest.param(
            f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>{run('shown')}</w:p>",
            [("shown",)],
            id="hidden text",
        ),
        pytest.param(
            "<w:p><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>shown</w:t></w:r></w:p>",
            [("shown",)],
            id="hidden turned off",
        ),
    ],
)
def test_paragraphs_become_lines(body: str, expected: list[tuple[str, ...]]) -> None:
    lines = read(body)

    assert lines == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            f"<w:p>{run('Next: ')}<w:del><w:r><w:delText>2017</w:delText></w:r></w:del>"
            f"<w:ins>{run('2018')}</w:ins></w:p>",
            [("Next: 2018",)],
            id="deleted and inserted",
        ),
        pytest.param(
            f"<w:p>{run('A')}<w:moveFrom>{run('B')}</w:moveFrom></w:p><w:p><w:moveTo>{run('B')}</w:moveTo></w:p>",
            [("A",), ("B",)],
            id="moved",
        ),
        pytest.param(
            p("Approved by", properties="<w:rPr><w:del/></w:rPr>") + p(" governors"),
            [("Approved by governors",)],
            id="paragraph end deleted",
        ),
        pytest.param(
            p("Last words", properties="<w:rPr><w:del/></w:rPr>"), [("Last words",)], id="last paragraph end deleted"
        ),
        pytest.param(
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
            f"<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc>{p('kept')}</w:tc></w:tr></w:tbl>",
            [("kept",)],
            id="row deleted, row inserted",
        ),
        pytest.param(
            f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc><w:tcPr><w:cellDel/></w:tcPr>{p('b')}</w:tc><w:tc>{p('c')}</w:tc>"
            "</w:tr></w:tbl>",
            [("a", "c")],
            id="cell deleted",
        ),
    ],
)
def test_tracked_changes_read_as_accepted(body: str, expected: list[tuple[str, ...]]) -> None:
    text = read_docx(docx(body))

    assert [line.cells for line in text.lines] == expected
    assert text.warnings == ("has tracked changes that nobody has accepted yet; it is read as if they were",)


def test_changes_in_a_note_are_told() -> None:
    text = read_docx(
        docx(p("Scope"), parts={"footnotes": f"<w:footnote><w:p><w:ins>{run('x')}</w:ins></w:p></w:footnote>"})
    )

    assert text.warnings == ("has tracked changes that nobody has accepted yet; it is read as if they were",)


@pytest.mark.parametrize(
    ("stroke", "said", "warnings"),
    [
        pytest.param("<w:strike/>", "Next: 2018", 1, id="struck out"),
        pytest.param("<w:dstrike w:val='true'/>", "Next: 2018", 1, id="struck out twice"),
        pytest.param("<w:strike w:val='0'/>", "Next: 20172018", 0, id="the style's stroke taken away"),
    ],
)
def test_words_that_are_struck_out_are_left_out_and_told(stroke: str, said: str, warnings: int) -> None:
    old = f"<w:r><w:rPr>{stroke}</w:rPr><w:t>2017</w:t></w:r>"

    text = read_docx(docx(f"<w:p>{run('Next: ')}{old}{run('2018')}</w:p>"))

    assert text.text == said
    assert text.warnings == ("has struck-out words, which are not read; it may be a draft",) * warnings


def test_comments_are_counted_and_never_read() -> None:
    comments = "<w:comment><w:p><w:r><w:t>next review June 2099</w:t></w:r></w:p></w:comment>"

    one = read_docx(docx(p("Scope"), parts={"comments": comments}))
    two = read_docx(docx(p("Scope"), parts={"comments": comments * 2}))

    assert one.warnings == ("has 1 comment, which is not read",)
    assert two.warnings == ("has 2 comments, which are not read",)
    assert "2099" not in one.text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            f"<w:p>{run('Next: ')}<w:sdt><w:sdtContent>{run('May 2025')}</w:sdtContent></w:sdt></w:p>",
            [("Next: May 2025",)],
            id="in a line",
        ),
        pytest.param(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Whole paragraph')}</w:sdtContent></w:sdt>",
            [("Whole paragraph",)],
            id="around paragraphs",
        ),
        pytest.param(
            f"<w:p>{run('Next:')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Pick a date')}"
            "</w:sdtContent></w:sdt></w:p>",
            [("Next:",)],
            id="prompt in a line",
        ),
        pytest.param(
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Click here')}</w:sdtContent></w:sdt>"
            + p("x"),
            [("x",)],
            id="prompt around a paragraph",
        ),
    ],
)
def test_content_controls_are_read_and_prompts_are_not(body: str, expected: list[tuple[str, ...]]) -> None:
    lines = read(body)

    assert lines == expected


def test_a_table_row_is_one_line_with_its_empty_cells() -> None:
    text = read_docx(docx(tbl(("Version", "Note", "Date"), ("2", "Spelling", ""), ("", "", "")) + tbl(("a", "b"))))

    assert [(line.table, line.cells) for line in text.lines] == [
        (1, ("Version", "Note", "Date")),
        (1, ("2", "Spelling", "")),
        (2, ("a", "b")),
    ]


def test_a_merged_cell_keeps_the_columns_in_step() -> None:
    wide = f"<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{p('Approved')}"
    odd = f"<w:tcPr><w:gridSpan w:val='x'/></w:tcPr>{p('FGB')}"

    lines = read(f"<w:tbl><w:tr><w:tc>{wide}</w:tc><w:tc>{odd}</w:tc></w:tr></w:tbl>")

    assert lines == [("Approved", "", "FGB")]


def test_paragraphs_in_a_cell_are_joined_where_the_row_has_other_cells() -> None:
    lines = read(tbl(("Chair", p("Name: B. Example") + p("Date: May 2016"))))

    assert lines == [("Chair", "Name: B. Example Date: May 2016")]


def test_a_table_that_frames_text_is_read_line_by_line() -> None:
    lines = read(tbl((p("Policy") + p("Owner:", "Head"), "")))

    assert lines == [("Policy",), ("Owner:", "Head")]


def test_a_table_in_a_cell_follows_its_row() -> None:
    text = read_docx(docx(tbl(("History", tbl(("v1", "2019"), ("v2", "2021")) + p("")), ("Status", "live"))))

    assert [(line.table, line.cells) for line in text.lines] == [
        (1, ("History", "")),
        (2, ("v1", "2019")),
        (2, ("v2", "2021")),
        (1, ("Status", "live")),
    ]


def test_a_text_box_is_read_once_where_it_hangs() -> None:
    box = f"<w:txbxContent>{p('Policy No. 101')}</w:txbxContent>"
    drawn = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"

    text = read_docx(docx(f"<w:p>{run('Title')}<w:r>{drawn}</w:r></w:p>" + tbl(("a", f"<w:p><w:r>{box}</w:r></w:p>"))))

    assert [(line.part, line.text) for line in text.lines] == [
        (Part.BODY, "Title"),
        (Part.TEXT_BOX, "Policy No. 101"),
        (Part.BODY, "a\t"),
        (Part.TEXT_BOX, "Policy No. 101"),
    ]


def test_alternative_forms_of_a_paragraph_are_read_once() -> None:
    forms = f"<mc:Choice>{p('new')}</mc:Choice><mc:Fallback>{p('old')}</mc:Fallback>"

    lines = read(f"<mc:AlternateContent>{forms}</mc:AlternateContent><mc:AlternateContent/>")

    assert lines == [("new",)]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        pytest.param(f"{run('PSW23')}<w:r><w:tab/></w:r>{run('Page ')}{PAGE}{run(' of 9')}", [("PSW23",)], id="field"),
        pytest.param(
            f"{run('V5 ')}<w:fldSimple w:instr='NUMPAGES'>{run('9')}</w:fldSimple>", [("V5",)], id="short field"
        ),
        pytest.param(f"<w:fldSimple w:instr='TITLE'>{run('Aims')}</w:fldSimple>", [("Aims",)], id="other short field"),
        pytest.param(PAGE.replace("PAGE", "DATE"), [("7",)], id="other field"),
        pytest.param(FIELD.format("end") + FIELD.format("separate") + run("odd"), [("odd",)], id="ends without start"),
        pytest.param(FIELD.format("begin") + run("lost") + "</w:p><w:p>" + run("found"), [("found",)], id="never ends"),
        pytest.param("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("x"), [("x",)], id="instruction without start"),
    ],
)
def test_page_numbers_are_left_out_and_other_fields_are_read(inside: str, expected: list[tuple[str, ...]]) -> None:
    lines = read(f"<w:p>{inside}</w:p>")

    assert lines == expected


STYLES = """
<w:style w:styleId="One"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="Like"><w:basedOn w:val="One"/></w:style>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Round"><w:basedOn w:val="Round"/></w:style>
<w:style w:styleId="Lost"><w:basedOn w:val="Gone"/></w:style>
<w:style w:styleId="Body"><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
"""


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        pytest.param("<w:pStyle w:val='One'/>", 1, id="style with a level"),
        pytest.param("<w:pStyle w:val='Like'/>", 1, id="style based on one"),
        pytest.param("<w:pStyle w:val='T'/>", 1, id="title"),
        pytest.param("<w:pStyle w:val='Round'/>", None, id="style based on itself"),
        pytest.param("<w:pStyle w:val='Lost'/>", None, id="style based on none"),
        pytest.param("<w:pStyle w:val='Body'/>", None, id="body text"),
        pytest.param("<w:pStyle w:val='One'/><w:outlineLvl w:val='2'/>", 3, id="level of its own"),
        pytest.param("", None, id="no style"),
    ],
)
def test_headings_have_the_level_that_word_gives_them(properties: str, level: int | None) -> None:
    text = read_docx(docx(p("Scope", properties=properties), parts={"styles": STYLES}))

    assert text.lines[0].heading == level


def section(inside: str) -> str:
    return f"<w:sectPr>{inside}</w:sectPr>"


def reference(part: str, *, kind: str = "default") -> str:
    return f"<w:{part.rstrip('0123456789')}Reference w:type='{kind}' r:id='{part}'/>"


def test_headers_come_first_and_footers_last_each_once() -> None:
    sections = section(reference("header1") + reference("footer1") + reference("header2"))
    parts = {"header1": p("Example School"), "header2": p("Example School"), "footer1": p("PSW23", "Page 1")}

    text = read_docx(docx(p("Scope", properties=sections) + sections, parts=parts))

    assert [(line.number, line.part, line.cells) for line in text.lines] == [
        (1, Part.HEADER, ("Example School",)),
        (2, Part.BODY, ("Scope",)),
        (3, Part.FOOTER, ("PSW23", "Page 1")),
    ]


def test_a_box_in_a_header_belongs_to_the_header() -> None:
    box = f"<w:p><w:r><w:txbxContent>{p('V5')}</w:txbxContent></w:r></w:p>"

    text = read_docx(docx(section(reference("header1")), parts={"header1": box}))

    assert [(line.part, line.text) for line in text.lines] == [(Part.HEADER, "V5")]


@pytest.mark.parametrize(
    ("kind", "switch", "settings", "shown"),
    [
        pytest.param("first", "", "", False, id="first page is like the others"),
        pytest.param("first", "<w:titlePg/>", "", True, id="first page has its own"),
        pytest.param("first", "<w:titlePg w:val='false'/>", "", False, id="first page turned off"),
        pytest.param("even", "", "", False, id="even pages are like the others"),
        pytest.param("even", "", "<w:evenAndOddHeaders/>", True, id="even pages have their own"),
    ],
)
def test_a_header_that_is_never_shown_is_not_read(kind: str, switch: str, settings: str, *, shown: bool) -> None:
    body = p("Scope") + section(reference("header1", kind=kind) + switch)

    text = read_docx(docx(body, parts={"header1": p("Old header"), "settings": settings}))

    assert ("Old header" in text.text) is shown


def test_a_header_that_is_missing_is_no_obstacle() -> None:
    lines = read(p("Scope") + section(reference("header1")))

    assert lines == [("Scope",)]


def test_notes_are_read_after_the_text() -> None:
    text = read_docx(docx(p("Scope"), parts={"footnotes": f"<w:footnote>{p('See the Act')}</w:footnote>"}))

    assert [line.text for line in text.lines] == ["Scope", "See the Act"]


def test_the_title_is_taken_from_the_properties() -> None:
    named, unnamed = read_docx(docx(p("x"), title=" Social\nMedia ")), read_docx(docx(p("x")))

    assert named.title_property == "Social Media"
    assert unnamed.title_property is None


def test_the_text_is_found_under_the_name_that_the_package_gives() -> None:
    content = zipped(
        {
            "_rels/.rels": relations({"d": ("officeDocument", "/word/document2.xml")}),
            "word/document2.xml": "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'>"
            f"<w:body>{p('Scope')}</w:body></w:document>",
        }
    )

    text = read_docx(content)

    assert text.text == "Scope"
    assert text.title_property is None


def test_a_document_without_words_says_so() -> None:
    with pytest.raises(NoText, match="is a Word document without any text"):
        read_docx(docx(p("")))


def test_a_document_without_its_text_part_is_damaged() -> None:
    with pytest.raises(Damaged, match="the part with its text is missing"):
        read_docx(zipped({"word/styles.xml": "<x/>"}))
