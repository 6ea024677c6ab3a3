import pytest

from policyaudit.reports.drawing import draw
from tests.reports.accessible import problems_of
from tests.reports.reading_pdfs import opened

TABLE = "<table><thead><tr><th scope='col'>Policy</th><th scope='col'>Due</th></tr></thead><tbody>{}</tbody></table>"


def a_page(body: str, *, head: str = "<title>A page</title>", language: str = "en-GB") -> list[str]:
    return problems_of(opened(draw(f"<html lang='{language}'><head>{head}</head><body>{body}</body></html>")))


def test_a_page_with_headings_and_a_table_is_well() -> None:
    row = "<tr><th scope='row'>Behaviour</th><td>June</td></tr>"

    assert a_page(f"<h1>One</h1><h2>Two</h2>{TABLE.format(row)}<ul><li>three</li></ul>") == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        pytest.param("<p>text</p>", "there is not one heading of the first level, at the top", id="no heading"),
        pytest.param("<h1>One</h1><h1>Two</h1>", "there is not one heading of the first level, at the top", id="two"),
        pytest.param("<h1>One</h1><h3>Three</h3>", "heading 3 follows heading 1", id="a level left out"),
        pytest.param(
            f"<h1>One</h1>{TABLE.format('<tr><td>Behaviour</td><td>June</td></tr>')}",
            "a cell does not know the heads of its row and column",
            id="a row without a head",
        ),
        pytest.param(
            "<h1>One</h1><svg width='9' height='9'><rect width='9' height='9'/></svg>",
            "a picture has no words",
            id="a picture without words",
        ),
    ],
)
def test_what_would_stop_a_screen_reader_is_found(body: str, problem: str) -> None:
    assert problem in a_page(body)


def test_a_page_without_a_title_or_in_no_language_is_found() -> None:
    problems = a_page("<h1>One</h1>", head="", language="")

    assert problems == ["the language is not said", "the title is not shown"]
