import pytest

from policyaudit.reading.lines import Part
from policyaudit.reading.pdf import read_pdf
from policyaudit.reading.refusals import Damaged, Drawn, Hostile, Locked, NoText, Scan, WrongKind
from tests.reading.making_pdfs import (
    HEIGHT,
    WIDTH,
    Page,
    bar,
    choice_field,
    line,
    locked,
    note,
    pdf,
    rectangle,
    text,
    text_field,
    tick_box,
    unseen,
)

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


def test_what_is_chosen_in_a_list_is_read_as_it_is_shown() -> None:
    field = choice_field("audience", ["Teachers", "Support", "Governors"], ["Teachers", "Governors"], down=200)

    read = read_pdf(pdf(Page(text(60, 200, "For:"), fields=[field])))

    assert [row.cells for row in read.lines] == [("For:", "Teachers, Governors")]


def test_a_place_for_a_signature_is_no_value() -> None:
    field = text_field("sign", "Headteacher", down=200, kind="Sig")

    read = read_pdf(pdf(Page(text(60, 200, "Signed:"), fields=[field])))

    assert [row.cells for row in read.lines] == [("Signed:",)]


def test_of_very_many_pages_only_the_first_is_named() -> None:
    read = read_pdf(pdf(SCOPE, *[Page(has_picture=True)] * 13))

    assert read.warnings == ("has no text on 13 pages from page 2 on, perhaps pictures (--ocr reads those)",)


def test_tick_boxes_stand_with_the_words_beside_them() -> None:
    words = text(60, 200, "Statutory:") + text(215, 200, "Yes") + text(315, 200, "No")
    boxes = [
        tick_box("yes", down=200, left=200, is_ticked=True),
        tick_box("no", down=200, left=300, is_ticked=False),
        tick_box("alone", down=400, left=300, is_ticked=True),
    ]

    read = read_pdf(pdf(Page(words, fields=boxes)))

    assert [row.cells for row in read.lines] == [("Statutory:", "☒ Yes", "☐ No")]


def test_words_typed_on_a_page_are_read_and_comments_are_counted() -> None:
    notes = [
        note("FreeText", "June 2017\\ror sooner", down=200),
        note("Text", "June 2099?"),
        note("StrikeOut", ""),
        note("Text", "a hidden one", flags=2),
        note("Link", ""),
    ]

    read = read_pdf(pdf(Page(text(60, 192, "Next review:"), fields=notes)))

    assert [row.cells for row in read.lines] == [("Next review:", "June 2017"), ("or sooner",)]
    assert read.warnings == ("has 2 comments, which are not read",)


def test_a_form_that_only_its_maker_s_program_shows_is_refused() -> None:
    form = "/NeedsRendering true /AcroForm << /Fields [] /XFA [] >>"

    with pytest.raises(WrongKind, match=r"is a form \(XFA\) that only Adobe Acrobat can show"):
        read_pdf(pdf(text(60, 200, "Please wait..."), catalog=form))


def test_a_form_of_which_more_may_be_shown_elsewhere_is_read_with_a_warning() -> None:
    read = read_pdf(pdf(SCOPE, catalog="/AcroForm << /Fields [] /XFA [] >>"))

    assert read.text == "Scope"
    assert read.warnings == ("is a form (XFA) of which Adobe Acrobat may show more than is read here",)


OLD_AND_NEW = text(60, 200, "Next review: June 2017July 2018")
WHOLE = ("Next review: June 2017July 2018",)


@pytest.mark.parametrize(
    ("drawn", "cells"),
    [
        pytest.param(line(123, 196, 176, 196), ("Next review:", "July 2018"), id="a line through the old words"),
        pytest.param(bar(123, 195.5, 176, 196.5), ("Next review:", "July 2018"), id="a thin rectangle"),
        pytest.param(line(60, 196, 225, 196) + text(60, 300, "Aim"), ("Aim",), id="all of a line"),
        pytest.param(line(123, 202, 175, 202), WHOLE, id="underlined"),
        pytest.param(line(123, 185, 175, 185), WHOLE, id="a line above"),
        pytest.param(line(123, 191, 175, 191), WHOLE, id="a line along the letters' heads"),
        pytest.param(line(20, 196, 560, 196), WHOLE, id="a rule across the page"),
        pytest.param(line(20, 196, 175, 196), WHOLE, id="a rule from the margin on"),
        pytest.param(line(178, 196, 224, 196), ("Next review: June 2017",), id="a line through the new words"),
        pytest.param(bar(123, 194.5, 176, 197), WHOLE, id="a bar"),
        pytest.param(line(150, 100, 150, 300), WHOLE, id="a line down"),
    ],
)
def test_words_that_are_struck_out_are_left_out_and_told(drawn: str, cells: tuple[str, ...]) -> None:
    read = read_pdf(pdf(OLD_AND_NEW + drawn))

    assert [row.cells for row in read.lines] == [cells]
    told = () if "2017July" in read.text else ("has struck-out words on page 1, which are not read; it may be a draft",)
    assert read.warnings == told


def test_text_that_was_laid_over_a_picture_is_known_to_be_recognised() -> None:
    pages = [
        Page(unseen(60, 200, "Next review: June 2017"), has_picture=True),
        Page(text(60, 200, "Scope"), has_picture=True),
        Page(unseen(60, 200, "hidden")),
    ]

    read = read_pdf(pdf(*pages))

    assert read.pages_by_ocr == (1,)


def test_recognised_words_stand_less_exactly() -> None:
    wide = unseen(60, 200, "Next") + unseen(96, 200, "review:") + unseen(160, 200, "June 2017")

    read = read_pdf(pdf(Page(wide, has_picture=True), wide))

    assert [row.cells for row in read.lines] == [("Next review:", "June 2017"), ("Next", "review:", "June 2017")]


def test_a_picture_within_a_piece_is_a_scan() -> None:
    with pytest.raises(Scan, match="has 1 page and no text: it is a scan"):
        read_pdf(pdf(Page(has_picture=True, is_grouped=True)))


def test_letters_drawn_as_shapes_are_no_scan_but_can_be_recognised() -> None:
    with pytest.raises(Drawn, match="is a PDF of 1 page without any text"):
        read_pdf(pdf(line(60, 200, 90, 230)))


def test_pages_without_text_are_told() -> None:
    picture = Page(has_picture=True)

    one, two = read_pdf(pdf(SCOPE, picture)), read_pdf(pdf(picture, SCOPE, Page(line(9, 9, 99, 9))))

    assert (one.pages_without_text, two.pages_without_text) == ((2,), (1, 3))
    assert one.warnings == ("has no text on page 2, perhaps a picture (--ocr reads those)",)
    assert two.warnings == ("has no text on pages 1 and 3, perhaps pictures (--ocr reads those)",)


def test_a_page_on_which_there_is_nothing_at_all_is_not_worth_a_word() -> None:
    read = read_pdf(pdf(SCOPE, Page()))

    assert (read.pages_without_text, read.warnings) == ((), ())


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
