import pytest

from policyaudit.reading.lines import Part
from policyaudit.reading.odt import read_odt
from policyaudit.reading.refusals import Damaged, Locked, NoText
from tests.reading.making_documents import odt, zipped


def read(body: str) -> list[tuple[str, ...]]:
    return [line.cells for line in read_odt(odt(body)).lines]


def p(inside: str) -> str:
    return f"<text:p>{inside}</text:p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(p("Scope") + p("") + p("Aim"), [("Scope",), ("Aim",)], id="paragraphs"),
        pytest.param(p("<text:span>SOCIAL</text:span> MEDIA<text:tab/>1.1"), [("SOCIAL MEDIA", "1.1")], id="tab"),
        pytest.param(p("Owner:<text:s text:c='9'/>Head"), [("Owner:", "Head")], id="counted spaces"),
        pytest.param(p("Owner:<text:s/>Head"), [("Owner: Head",)], id="one space"),
        pytest.param(p("a<text:s text:c='99999999999'/>b"), [("a", "b")], id="absurd count of spaces"),
        pytest.param(p("one\n     two"), [("one two",)], id="line ends in the file mean nothing"),
        pytest.param(p("Last<text:line-break/>Next"), [("Last",), ("Next",)], id="line break"),
        pytest.param(
            f"<text:list><text:list-item>{p('one')}<text:list><text:list-item>{p('two')}</text:list-item></text:list>"
            "</text:list-item></text:list>",
            [("one",), ("two",)],
            id="lists in lists",
        ),
        pytest.param(f"<text:section>{p('inside')}</text:section>", [("inside",)], id="section"),
        pytest.param(
            "<text:table-of-content><text:table-of-content-source><text:index-title-template>Model"
            "</text:index-title-template></text:table-of-content-source>"
            f"<text:index-body>{p('Aim 3')}</text:index-body></text:table-of-content>",
            [("Aim 3",)],
            id="contents without their model",
        ),
        pytest.param(p("Next: <text:placeholder>date</text:placeholder>"), [("Next:",)], id="prompt"),
        pytest.param(
            p("Next: <loext:content-control loext:showing-place-holder='true'>Pick</loext:content-control>"),
            [("Next:",)],
            id="prompt in a control",
        ),
        pytest.param(
            p("Next: <loext:content-control>May 2025</loext:content-control>"), [("Next: May 2025",)], id="control"
        ),
        pytest.param(
            p("PSW23<text:tab/>Page <text:page-number>3</text:page-number> of <text:page-count>9</text:page-count>"),
            [("PSW23",)],
            id="page numbers",
        ),
        pytest.param(
            p(
                "Aim<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See the Act</text:p>"
                "</text:note-body></text:note> of it"
            )
            + p("Scope"),
            [("Aim of it",), ("Scope",), ("See the Act",)],
            id="notes after the text",
        ),
    ],
)
def test_paragraphs_become_lines(body: str, expected: list[tuple[str, ...]]) -> None:
    lines = read(body)

    assert lines == expected


def test_tracked_changes_read_as_accepted() -> None:
    deleted = "<text:tracked-changes><text:changed-region><text:deletion><text:p>2017</text:p></text:deletion>"
    body = f"{deleted}</text:changed-region></text:tracked-changes>" + p("Next: <text:change/>2018")

    text = read_odt(odt(body))

    assert text.text == "Next: 2018"
    assert text.warnings == ("has tracked changes that nobody has accepted yet; it is read as if they were",)


def test_changes_and_comments_in_a_header_are_told() -> None:
    change = "<text:tracked-changes><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
    running = f"<style:header>{change}{p('<office:annotation/>Aims')}</style:header>"

    text = read_odt(odt(p("Scope"), running=running))

    assert text.warnings == (
        "has tracked changes that nobody has accepted yet; it is read as if they were",
        "has 1 comment, which is not read",
    )


@pytest.mark.parametrize(
    ("stroke", "said", "warnings"),
    [("solid", "Next: 2018", 1), ("none", "Next: 20172018", 0)],
    ids=["struck out", "the style's stroke taken away"],
)
def test_words_that_are_struck_out_are_left_out_and_told(stroke: str, said: str, warnings: int) -> None:
    look = f'<style:text-properties style:text-line-through-style="{stroke}"/>'
    styles = f'<office:automatic-styles><style:style style:name="T1">{look}</style:style></office:automatic-styles>'

    text = read_odt(odt(p('Next: <text:span text:style-name="T1">2017</text:span>2018'), styles=styles))

    assert text.text == said
    assert text.warnings == ("has struck-out words, which are not read; it may be a draft",) * warnings


def test_comments_are_counted_and_never_read() -> None:
    text = read_odt(odt(p("<office:annotation><text:p>June 2099</text:p></office:annotation>Next: 2018")))

    assert text.text == "Next: 2018"
    assert text.warnings == ("has 1 comment, which is not read",)


def test_a_table_row_is_one_line_with_its_empty_cells() -> None:
    head = f"<table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned='2'>{p('Log')}"
    body = (
        f"<table:table><table:table-column/>{head}</table:table-cell><table:covered-table-cell/>"
        f"<table:table-cell>{p('Date')}</table:table-cell></table:table-row></table:table-header-rows>"
        f"<table:table-row><table:table-cell>{p('2')}</table:table-cell><table:table-cell "
        f"table:number-columns-repeated='2'/><x/></table:table-row>"
        f"<table:table-row><table:table-cell>{p('3')}</table:table-cell><table:table-cell>{p('a')}{p('b')}"
        "</table:table-cell><table:table-cell/></table:table-row></table:table>"
    )

    text = read_odt(odt(body))

    assert [(line.table, line.cells) for line in text.lines] == [
        (1, ("Log", "", "Date")),
        (1, ("2",)),
        (1, ("3", "a b", "")),
    ]


@pytest.mark.parametrize(
    ("times", "most"),
    [
        pytest.param("1000000", 66, id="a million"),
        pytest.param("²", 3, id="no number"),
        pytest.param("-3", 3, id="less than none"),
    ],
)
def test_absurdly_repeated_cells_are_kept_within_reason(times: str, most: int) -> None:
    cells = f"<table:table-cell>{p('a')}</table:table-cell><table:table-cell>{p('b')}</table:table-cell>"
    body = f"<table:table-cell table:number-columns-repeated='{times}'/>"

    lines = read(f"<table:table><table:table-row>{cells}{body}</table:table-row></table:table>")

    assert [row[:3] for row in lines] == [("a", "b", "")]
    assert len(lines[0]) == most


def test_boxes_are_text_boxes_and_their_descriptions_are_not_read() -> None:
    box = f"<draw:frame><draw:text-box>{p('Policy No. 101')}</draw:text-box><svg:desc>A logo</svg:desc></draw:frame>"

    text = read_odt(odt(p(f"{box}Title")))

    assert [(line.part, line.text) for line in text.lines] == [(Part.BODY, "Title"), (Part.TEXT_BOX, "Policy No. 101")]


STYLES = "<office:styles><style:style style:name='P1' style:parent-style-name='Title'/></office:styles>"


@pytest.mark.parametrize(
    ("paragraph", "level"),
    [
        pytest.param("<text:h text:outline-level='2'>x</text:h>", 2, id="heading"),
        pytest.param("<text:h>x</text:h>", 1, id="heading without a level"),
        pytest.param("<text:h text:outline-level='x'>x</text:h>", None, id="heading with no number"),
        pytest.param("<text:p text:style-name='Title'>x</text:p>", 1, id="title"),
        pytest.param("<text:p text:style-name='P1'>x</text:p>", 1, id="title changed by hand"),
        pytest.param("<text:p text:style-name='P2'>x</text:p>", None, id="paragraph"),
    ],
)
def test_headings_have_their_level(paragraph: str, level: int | None) -> None:
    text = read_odt(odt(paragraph, styles=STYLES))

    assert text.lines[0].heading == level


def test_headers_come_first_and_footers_last_each_once() -> None:
    running = (
        f"<style:footer>{p('PSW23')}</style:footer><style:header>{p('School')}</style:header>"
        f"<style:header-first>{p('School')}</style:header-first>"
        f"<style:header-left style:display='false'>{p('Never shown')}</style:header-left>"
    )

    text = read_odt(odt(p("Scope"), running=running))

    assert [(line.part, line.text) for line in text.lines] == [
        (Part.HEADER, "School"),
        (Part.BODY, "Scope"),
        (Part.FOOTER, "PSW23"),
    ]


def test_the_title_is_taken_from_the_properties() -> None:
    named, unnamed = read_odt(odt(p("x"), title="Social Media")), read_odt(odt(p("x")))

    assert named.title_property == "Social Media"
    assert unnamed.title_property is None


def test_text_alone_is_enough() -> None:
    whole = "<office:x xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='{}'>{}</office:x>"
    text = whole.format("urn:oasis:names:tc:opendocument:xmlns:text:1.0", f"<office:text>{p('Scope')}</office:text>")

    read = read_odt(zipped({"content.xml": text}))

    assert read.text == "Scope"


def test_an_encrypted_text_is_locked() -> None:
    with pytest.raises(Locked):
        read_odt(odt(p("x"), manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"))


def test_a_text_without_words_says_so() -> None:
    with pytest.raises(NoText, match="is an OpenDocument text without any text"):
        read_odt(odt(p("")))


def test_a_text_without_its_content_is_damaged() -> None:
    with pytest.raises(Damaged, match="the part with its text is missing"):
        read_odt(zipped({"meta.xml": "<x/>"}))
