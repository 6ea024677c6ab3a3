"""A web page is read as somebody who looks at it sees it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyaudit.errors import AuditError
from policyaudit.reading.lines import DocumentText, Part
from policyaudit.reading.refusals import Hostile, NoText, WrongKind
from policyaudit.reading.web_page import read_html


def read(body: str) -> DocumentText:
    return read_html(f"<!DOCTYPE html><html><body>{body}</body></html>".encode())


def cells(body: str) -> list[tuple[str, ...]]:
    return [line.cells for line in read(body).lines]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p>One<p>Two", [("One",), ("Two",)], id="paragraphs that do not end"),
        pytest.param("One<br>Two<br/>Three", [("One",), ("Two",), ("Three",)], id="line breaks"),
        pytest.param("<p>One\n  line\n</p>", [("One line",)], id="line ends of the mark-up"),
        pytest.param("<pre>One\nTwo</pre>Three\nFour", [("One",), ("Two",), ("Three Four",)], id="lines as typed"),
        pytest.param("<ul><li>A<ul><li>B</ul><li>C</ul>", [("A",), ("B",), ("C",)], id="list in a list"),
        pytest.param("<ul><li><a href='x'>A</a></li><li><a>B</a> (PDF)</li></ul>", [("A",), ("B (PDF)",)], id="links"),
        pytest.param("<dl><dt>Owner<dd>Head</dl>", [("Owner",), ("Head",)], id="terms"),
        pytest.param("Tom &amp; Si&acirc;n&#8217;s", [("Tom & Siân’s",)], id="entities"),
        pytest.param("Re<b>view</b>ed <i>in</i> May", [("Reviewed in May",)], id="marks inside a word"),
        pytest.param("<a>Home</a><a>Policies</a>", [("Home Policies",)], id="links side by side"),
        pytest.param("<div>Next review<span>:</span><div>2017</div></div>", [("Next review:",), ("2017",)], id="boxes"),
        pytest.param("Officer:&nbsp;&nbsp;&nbsp;&nbsp;Head", [("Officer:", "Head")], id="wide gap"),
        pytest.param("a </td></tr></table></nav></main></pre></h2> b", [("a",), ("b",)], id="ends without beginnings"),
        pytest.param("<td>a</td><tr>b", [("a",), ("b",)], id="cells outside of tables"),
        pytest.param("<![if !supportLists]>A<![endif]><![x y]>", [("A",)], id="what an office program leaves"),
        pytest.param("{% include head.html %}{{ page.title }}A<?php echo 1 ?><% b %>", [("A",)], id="programs"),
    ],
)
def test_what_is_seen_becomes_lines(body: str, expected: list[tuple[str, ...]]) -> None:
    assert cells(body) == expected


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>var a = '<p>no</p>';</script>",
        "<style>p { color: red }</style>",
        "<template><p>no</p></template>",
        "<noscript>Please turn on scripts</noscript>",
        "<svg><title>no</title><text>no</text></svg>",
        "<select><option>no<option>no</select>",
        "<iframe src='x'>no</iframe>",
        "<!-- no -->",
        "<input type='hidden' value='no'>",
    ],
)
def test_what_is_never_shown_is_left_out(unseen: str) -> None:
    text = read(f"<p>Before</p>{unseen}<p>After</p>")

    assert [line.text for line in text.lines] == ["Before", "After"]
    assert text.warnings == ()


@pytest.mark.parametrize(
    ("hidden", "warning"),
    [
        pytest.param("<p hidden>no", "has 1 hidden passage, which is not read", id="attribute"),
        pytest.param(
            "<div style='Display : none'>no<div>no</div><br>no</div>",
            "has 1 hidden passage, which is not read",
            id="style with boxes inside",
        ),
        pytest.param(
            "<p style='visibility:hidden'>no</p><ul><li hidden>no<li hidden>no<li>yes</ul>",
            "has 3 hidden passages, which are not read",
            id="entries of a list",
        ),
        pytest.param(
            "<ul><li>yes<li hidden>no<i>no</b></ul>", "has 1 hidden passage, which is not read", id="last entry"
        ),
    ],
)
def test_hidden_passages_are_left_out_and_counted(hidden: str, warning: str) -> None:
    text = read(f"<h2>Before</h2>{hidden}<p>After</p>")

    assert "no" not in text.text.split()
    assert text.text.split("\n")[-1] == "After"
    assert text.warnings == (warning,)


@pytest.mark.parametrize(
    "struck",
    ["<del>2016</del>", "<s>2016</s>", "<strike>2016</strike>", "<b style='text-decoration: line-through'>2016</b>"],
)
def test_struck_out_words_are_left_out_and_told(struck: str) -> None:
    text = read(f"<p>Review {struck} 2017</p><hr style='text-decoration:line-through'>")

    assert text.text == "Review 2017"
    assert text.warnings == ("has struck-out words, which are not read; it may be a draft",)


def test_an_empty_hidden_box_is_not_told_of() -> None:
    assert read("<img hidden><div hidden> </div>A").warnings == ()


def test_headings_keep_their_level_and_the_page_its_title() -> None:
    text = read_html(
        b"<html><head><title>Policies &amp; forms</title></head><h1>Policies</h1><h3><div><button>Safety</button></div>"
        b"</h3><h2>Open <p>Text<title>Other</title></html>"
    )

    assert text.media_type == "text/html"
    assert text.title_property == "Policies & forms"
    assert [(line.heading, line.text) for line in text.lines] == [
        (1, "Policies"),
        (3, "Safety"),
        (2, "Open"),
        (None, "Text"),
    ]


def test_menus_and_feet_of_the_page_are_told_from_its_text() -> None:
    text = read(
        "<nav>Home</nav>One<main>Two<footer>Three</footer></main><footer>Four<table><nav>Five</nav></table></footer>Six"
    )

    assert [(line.part, line.text) for line in text.lines] == [
        (Part.HEADER, "Home"),
        (Part.BODY, "One"),
        (Part.BODY, "Two"),
        (Part.BODY, "Three"),
        (Part.FOOTER, "Four"),
        (Part.FOOTER, "Five"),
        (Part.BODY, "Six"),
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            "<caption>Ours</caption><thead><tr><th>Policy<th>Next</thead><tr><td>A</td><td></td></tr><tr><td>B<td>2017",
            [("Ours",), ("Policy", "Next"), ("A",), ("B", "2017")],
            id="plain, ends left out",
        ),
        pytest.param(
            "<tr><th rowspan=2>Policy<th colspan=2>Dates<tr><th>Last<th>Next<tr><td>A<td>2016<td>2017",
            [("Policy", "Dates", ""), ("Policy", "Last", "Next"), ("A", "2016", "2017")],
            id="head of two rows",
        ),
        pytest.param(
            "<tr><td rowspan=3>Finance<td>A<td>x<tr><td>B<td rowspan=2>2017<tr><td>C",
            [("Finance", "A", "x"), ("Finance", "B", "2017"), ("Finance", "C", "2017")],
            id="cells that reach down",
        ),
        pytest.param(
            "<tr><td>A<td>B<td>C<td rowspan=2>D<tr><td>E",
            [("A", "B", "C", "D"), ("E", "", "", "D")],
            id="cell that reaches down behind a short row",
        ),
        pytest.param(
            f"<tr><td rowspan=2>{'word ' * 200}<td>A<tr><td>B",
            [("word " * 199 + "word", "A"), ("B",)],
            id="a long text is not said again",
        ),
        pytest.param(
            "<tr><td>A<td><ul><li>one<li>two</ul><p>three</table>",
            [("A", "one two three")],
            id="paragraphs in a cell",
        ),
        pytest.param("<td>A<td rowspan=x colspan=0>B", [("A", "B")], id="no row begun, numbers that are none"),
        pytest.param(
            "<tr><td><h2>Left</h2><p>one<p>two<p>three<td>right",
            [("Left",), ("one",), ("two",), ("three",), ("right",)],
            id="columns of a page",
        ),
        pytest.param(
            "<tr><td>menu<td><table><tr><td>A<td>2017</table>",
            [("menu",), ("A", "2017")],
            id="table in a table",
        ),
    ],
)
def test_tables_are_rows_of_cells(table: str, expected: list[tuple[str, ...]]) -> None:
    assert cells(f"<table>{table}</table>") == expected


def test_tables_are_numbered_and_those_for_layout_are_none() -> None:
    text = read("<table role='presentation'><tr><td>a<td>b</table><table><tr><td>c<td>d</table><table><tr><td>e<td>f")

    assert [(line.table, line.cells) for line in text.lines] == [
        (None, ("a",)),
        (None, ("b",)),
        (1, ("c", "d")),
        (2, ("e", "f")),
    ]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("<html>Tŷ €5".encode(), id="UTF-8"),
        pytest.param("<html>Tŷ €5".encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param("<html>Tŷ €5".encode("utf-16"), id="UTF-16"),
        pytest.param("<meta charset='windows-1258'><html>Tŷ €5".replace("ŷ", "â").encode("cp1258"), id="declared"),
        pytest.param("<html><meta http-equiv=x content='text/html; charset=utf-8'>Tŷ €5".encode(), id="declared late"),
    ],
)
def test_characters_are_read_in_the_encoding_of_the_page(content: bytes) -> None:
    assert read_html(content).text.replace("â", "ŷ") == "Tŷ €5"


@pytest.mark.parametrize(
    "declared",
    ["", "<meta charset=iso-8859-1>", "<meta charset=no-such-one>", "<meta charset=shift_jis>", "<meta charset=hex>"],
)
def test_other_pages_are_read_as_windows_text(declared: str) -> None:
    text = read_html(f"<html>{declared}café €5".encode("cp1252"))

    assert text.text == "café €5"


def test_xml_may_declare_its_encoding() -> None:
    text = read_html("<?xml version='1.0' encoding='iso-8859-15'?><html>5 €".encode("iso-8859-15"))

    assert text.text == "5 €"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (
            "<p>Your session has expired. Please sign in to download.",
            "Your session has expired. Please sign in to download.",
        ),
        ("<h1>Welcome</h1><form>Log in <input type=password></form>" + "<p>Some words. " * 40, "Log in"),
        ("<nav>Policies Home News</nav><h1>Page not found", "Page not found"),
    ],
    ids=["session", "password", "not found"],
)
def test_a_page_in_place_of_the_document_is_refused(body: str, says: str) -> None:
    with pytest.raises(WrongKind) as refusal:
        read(body)

    assert str(refusal.value.named("x")) == f"x is a web page that stands in place of the document: “{says}”"
    assert refusal.value.next_step == "open the site in a browser, download the document itself and import that"


def test_a_policy_that_speaks_of_signing_in_is_read() -> None:
    text = read("<h1>Visitors Policy</h1><p>Visitors sign in at reception." + " They wear a badge at all times." * 10)

    assert len(text.lines) == 2


def test_a_short_table_with_a_date_that_was_not_found_is_read() -> None:
    text = read("<table><tr><th>Policy<th>Next review<tr><td>Pay<td>not found</table>")

    assert [line.cells for line in text.lines] == [("Policy", "Next review"), ("Pay", "not found")]


def test_a_page_without_words_has_no_text() -> None:
    with pytest.raises(NoText, match="is a web page without any text"):
        read("<img src='x'><script>1</script>")


def test_tables_without_end_in_each_other_are_refused() -> None:
    with pytest.raises(Hostile, match="its tables lie more than 100 deep"):
        read("<table><tr><td>" * 101)


def test_cells_that_all_reach_down_make_no_endless_rows() -> None:
    text = read("<table>" + "<tr><td rowspan=999>x" * 400 + "</table>")

    assert max(len(line.cells) for line in text.lines) == 257


@settings(derandomize=True, deadline=None, max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            "<table>|</table>|<tr>|<td>|<td rowspan=3>|<th colspan=2>|</td>|</tr>|<p>|<li>|<ul>|</ul>|<li hidden>"
            "|<nav>|</nav>|<main>|</main>|<h2>|</h2>|<pre>|</pre>|<br>|<script>|</script>|<div style='display:none'>"
            "|</div>|<title>|</title>|<!--|-->|<![x|]>|<?php|?>|&amp;|&#0;|&#xD800;|<a href='|'>|text|\n|2017|<".split(
                "|"
            )
        ),
        max_size=40,
    )
)
def test_any_page_gives_lines_or_its_sentence(pieces: list[str]) -> None:
    try:
        said = read("".join(pieces)).text
    except AuditError as refusal:
        said = str(refusal)

    assert said
