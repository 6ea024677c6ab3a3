import pytest

from policyaudit.reading.lines import Part
from policyaudit.reading.plain import read_plain
from policyaudit.reading.refusals import NoText


def cells(text: str | bytes) -> list[tuple[str, ...]]:
    content = text.encode() if isinstance(text, str) else text
    return [line.cells for line in read_plain(content).lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Officer -\tA. Example\n", [("Officer -", "A. Example")], id="tab"),
        pytest.param("Officer:\t\t\tA. Example", [("Officer:", "A. Example")], id="several tabs"),
        pytest.param("    Officer     Head", [("Officer", "Head")], id="indented, wide gap"),
        pytest.param("Officer  Head", [("Officer Head",)], id="two spaces are no gap"),
        pytest.param("Trailing   \n\n\nNext", [("Trailing",), ("Next",)], id="blank lines"),
        pytest.param("one\rtwo\r\nthree", [("one",), ("two",), ("three",)], id="line ends of all kinds"),
        pytest.param("[bookmark: _Toc12]Scope", [("Scope",)], id="bookmark left by a converter"),
        pytest.param("<p>Name: X</p> <p>Date:</p>\t<P>y<br/></P>", [("Name: X Date:", "y")], id="tags"),
        pytest.param('<input checked="" type="checkbox"/> Pupils', [("Pupils",)], id="tick box tag"),
        pytest.param("a < b and c > d", [("a < b and c > d",)], id="signs that are no tags"),
        pytest.param("**Next review:** June 2017", [("Next review: June 2017",)], id="bold marks"),
        pytest.param("Signed ** ......", [("Signed ** ......",)], id="stars that stand alone"),
        pytest.param("- To minimise", [("- To minimise",)], id="bullet stays"),
    ],
)
def test_lines_are_read_as_they_are(text: str, expected: list[tuple[str, ...]]) -> None:
    read = cells(text)

    assert read == expected


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("Tŷ Ysgol £5".encode(), id="UTF-8"),
        pytest.param("Tŷ Ysgol £5".encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param("Tŷ Ysgol £5".encode("utf-16"), id="UTF-16 with a mark"),
    ],
)
def test_unicode_is_read(content: bytes) -> None:
    read = cells(content)

    assert read == [("Tŷ Ysgol £5",)]


def test_what_is_not_unicode_is_read_as_windows_text() -> None:
    read = cells("café for €5".encode("cp1252"))

    assert read == [("café for €5",)]


def test_a_line_keeps_its_number_in_the_file() -> None:
    text = read_plain(b"\n\nTitle\n\nReview: 2017\n")

    assert [line.number for line in text.lines] == [3, 5]
    assert text.media_type == "text/plain"


def test_form_feeds_part_pages() -> None:
    text = read_plain(b"Cover\n\fBody\nMore\n\fEnd")

    assert [(line.page, line.text) for line in text.lines] == [(1, "Cover"), (2, "Body"), (2, "More"), (3, "End")]


def test_markdown_headings_keep_their_level() -> None:
    text = read_plain(b"# Complaints Policy #\n## Scope\n#hashtag\n# one\ttwo\n")

    assert [(line.heading, line.text) for line in text.lines] == [
        (1, "Complaints Policy"),
        (2, "Scope"),
        (None, "#hashtag"),
        (None, "# one\ttwo"),
    ]


def test_markdown_tables_are_rows_with_their_empty_cells() -> None:
    text = read_plain(b"| Version | Note | Date |\n|---|:--|---|\n| 1 | | |\n\ntext\n| a | b |\n")

    assert [(line.table, line.cells) for line in text.lines] == [
        (1, ("Version", "Note", "Date")),
        (1, ("1", "", "")),
        (None, ("text",)),
        (2, ("a", "b")),
    ]


def test_front_matter_is_read_as_labels_and_values() -> None:
    text = read_plain(b"---\ntitle: 'Smoking'\nreview_date: 2015-04-20\nsigned:\n  - A. Example\n---\n# Smoking\n")

    assert [(line.number, line.part, line.cells) for line in text.lines] == [
        (2, Part.FRONT_MATTER, ("title", "Smoking")),
        (3, Part.FRONT_MATTER, ("review_date", "2015-04-20")),
        (5, Part.FRONT_MATTER, ("signed", "A. Example")),
        (7, Part.BODY, ("Smoking",)),
    ]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    text = read_plain(b"---\nThis policy has a rule above it\n---\n")

    assert [line.part for line in text.lines] == [Part.BODY] * 3


def test_parts_of_a_web_page_in_markdown_are_read_as_such() -> None:
    text = read_plain(
        b"---\ntitle: Policies\n---\nBelow are\nour *policies*:\n\n<ul>\n\t<li><a href='/a.html'>A &amp; B</a></li>\n"
        b"</ul>\n<h2>More</h2>\n| Policy | Next<br>review |\n|---|---|\n| [C](c.pdf) | 2017 |\n<table><td>D<td>2018\n"
    )

    assert [(line.number, line.table, line.heading, line.cells) for line in text.lines] == [
        (2, None, None, ("title", "Policies")),
        (4, None, None, ("Below are",)),
        (5, None, None, ("our policies:",)),
        (6, None, None, ("A & B",)),
        (7, None, 2, ("More",)),
        (8, 1, None, ("Policy", "Next review")),
        (9, 1, None, ("C", "2017")),
        (10, 2, None, ("D", "2018")),
    ]
    assert text.media_type == "text/plain"


def test_one_tag_makes_no_web_page() -> None:
    text = read_plain(b"Line one\n<div>\nline two")

    assert [line.number for line in text.lines] == [1, 3]


def test_struck_out_words_are_left_out_and_told() -> None:
    text = read_plain(b"Next review: ~~June 2016~~ June 2017")

    assert text.text == "Next review: June 2017"
    assert text.warnings == ("has struck-out words, which are not read; it may be a draft",)


def test_a_file_of_white_space_has_no_text() -> None:
    with pytest.raises(NoText) as refusal:
        read_plain(b" \n\t\n\f")

    assert str(refusal.value.named("notes.txt")) == "notes.txt is a text file without any text"
