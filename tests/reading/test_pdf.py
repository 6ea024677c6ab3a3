import pytest

from policyaudit.reading.lines import Part
from policyaudit.reading.pdf import read_pdf
from policyaudit.reading.refusals import Damaged, Hostile, Locked, NoText, Scan
from tests.reading.making_pdfs import HEIGHT, WIDTH, Page, line, locked, pdf, rectangle, text, text_field

SCOPE = text(60, 200, "Scope")


def test_lines_and_cells_are_read_with_their_page() -> None:
    first = text(60, 200, "Responsible officer: ") + text(300, 200, "Headteacher")

    read = read_pdf(pdf(first, text(60, 300, "Aim"), title="Social  Media"))

    assert [(row.number, row.page, row.cells) for row in read.lines] == [
        (1, 1, ("Responsible officer:", "Headteacher")),
        (2, 2, ("Aim",)),
    ]
    assert (read.media_type, read.title_property, read.warnings) == ("application/pdf", "Social Media", ())


def test_a_title_that_cannot_be_made_out_is_none() -> None:
    half_a_character = pdf(SCOPE, title="TITLE").replace(b"(TITLE)", b"<FEFFD83D>")

    read = read_pdf(half_a_character)

    assert read.title_property is None


def test_headers_come_first_and_footers_last() -> None:
    words = enumerate(("Aim", "Scope", "End"), start=1)
    pages = [text(60, 40, "Example School") + text(60, 300, word) + text(60, 800, f"Page {n}") for n, word in words]

    read = read_pdf(pdf(*pages))

    assert [(row.part, row.text) for row in read.lines] == [
        (Part.HEADER, "Example School"),
        (Part.BODY, "Aim"),
        (Part.BODY, "Scope"),
        (Part.BODY, "End"),
    ]


def grid() -> str:
    rules = [line(50, down, 300, down) for down in (180, 220, 260)]
    return "".join(rules) + "".join(line(left, 180, left, 260) for left in (50, 150, 300))


def test_ruled_tables_are_rows_numbered_through_the_document() -> None:
    words = text(60, 195, "Next") + text(60, 210, "review") + text(160, 200, "June 2017") + text(60, 240, "Owner")

    read = read_pdf(pdf(grid() + words, grid() + words))

    assert [(row.table, row.cells) for row in read.lines] == [
        (1, ("Next review", "June 2017")),
        (1, ("Owner",)),
        (2, ("Next review", "June 2017")),
        (2, ("Owner",)),
    ]


def test_rectangles_rule_a_table_and_the_page_s_background_does_not() -> None:
    boxes = rectangle(50, 180, 150, 220) + rectangle(150, 180, 300, 220) + rectangle(0, 0, WIDTH, HEIGHT)
    words = text(60, 200, "Owner") + text(160, 200, "Head")

    read = read_pdf(pdf(boxes + words + line(10, 10, 12, 10) + "0 0 m 5 5 l 9 1 l 3 3 l 7 7 l 8 8 l 2 2 l S\n"))

    assert [(row.table, row.cells) for row in read.lines] == [(1, ("Owner", "Head"))]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turned: int) -> None:
    matrix = {0: "1 0 0 1 60 700", 90: "0 1 -1 0 100 60", 180: "-1 0 0 -1 500 100", 270: "0 -1 1 0 500 700"}[turned]
    drawn = f"BT /F1 11 Tf {matrix} Tm 20 TL (Title) Tj T* (Scope) Tj ET"

    read = read_pdf(pdf(Page(drawn, turned=turned)))

    assert [row.text for row in read.lines] == ["Title", "Scope"]


def test_form_values_stand_beside_what_is_printed() -> None:
    fields = [text_field("next", "June 2017", down=200), text_field("empty", " ", down=300)]

    read = read_pdf(pdf(Page(text(60, 200, "Next review:"), fields=fields)))

    assert [(row.part, row.cells) for row in read.lines] == [(Part.FORM, ("Next review:", "June 2017"))]


def test_form_values_without_print_go_by_the_field_s_name() -> None:
    fields = [
        text_field("next_review", "June 2017", down=200),
        text_field("x1", "Headteacher", down=300, tip="Responsible officer"),
        text_field("push", "Yes", down=400, kind="Btn"),
    ]

    read = read_pdf(pdf(Page(SCOPE.replace("Scope", "").strip(), fields=fields)))

    assert [row.cells for row in read.lines] == [("next review", "June 2017"), ("Responsible officer", "Headteacher")]


def test_pages_without_text_are_told() -> None:
    one, two = read_pdf(pdf(SCOPE, Page(has_picture=True))), read_pdf(pdf(Page(), SCOPE, Page()))

    assert (one.pages_without_text, two.pages_without_text) == ((2,), (1, 3))
    assert one.warnings == ("has no text on page 2, perhaps a picture",)
    assert two.warnings == ("has no text on pages 1 and 3, perhaps pictures",)


def test_pages_that_are_pictures_are_a_scan() -> None:
    with pytest.raises(Scan, match="has 3 pages and no text: it is a scan"):
        read_pdf(pdf(*[Page(has_picture=True)] * 3))


def test_empty_pages_are_no_scan() -> None:
    with pytest.raises(NoText, match="is a PDF of 1 page without any text"):
        read_pdf(pdf(Page()))


def test_a_pdf_with_a_password_is_locked() -> None:
    with pytest.raises(Locked):
        read_pdf(locked(pdf(SCOPE), passwords={"user": "governor", "owner": "clerk"}))


def test_a_pdf_that_opens_without_a_password_is_read() -> None:
    read = read_pdf(locked(pdf(SCOPE), passwords={"owner": "clerk"}))

    assert read.text == "Scope"


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.7\n" + bytes(500), pdf(SCOPE)[:200]])
def test_what_is_not_whole_is_damaged(content: bytes) -> None:
    with pytest.raises(Damaged, match="is a damaged PDF: it was not saved or copied whole"):
        read_pdf(content)


def broken(content: bytes) -> bytes:
    start = content.rindex(b"stream\n", 0, content.rindex(b"endstream")) + 20
    return content[:start] + b"\xff\xff\xff" + content[start + 3 :]


def test_a_page_lost_to_damage_is_not_passed_over() -> None:
    with pytest.raises(Damaged, match="some of its pages cannot be read"):
        read_pdf(broken(pdf(SCOPE, text(60, 300, "Date of next review: June 2017"), packed=True)))


def test_damage_elsewhere_is_told() -> None:
    long = SCOPE + "".join(text(60, 220 + 12 * n, f"Line {n} of {n * 7919}") for n in range(40))

    read = read_pdf(broken_late(pdf(long, packed=True)))

    assert "is damaged in places; some of its text may be missing" in read.warnings
    assert "Scope" in read.text


def broken_late(content: bytes) -> bytes:
    end = content.rindex(b"\nendstream")
    return content[: end - 4] + b"\xff\xff\xff\xff" + content[end:]


def test_a_believable_number_of_pages_is_read_and_no_other() -> None:
    claims = pdf(SCOPE).replace(b"/Count 1 /Kids [", b"/Count 1000000 /Kids [2 0 R ")

    with pytest.raises(Hostile, match="it says that it has more than 5000 pages"):
        read_pdf(claims)


def test_a_page_that_does_not_load_has_no_text() -> None:
    content = pdf(SCOPE, SCOPE)
    kids = content.index(b"/Kids [") + 7
    second = content.index(b" ", content.index(b"R ", kids) + 2)

    read = read_pdf(content[: second - 1] + b"3" + content[second:])

    assert read.pages_without_text == (2,)
