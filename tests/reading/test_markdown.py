"""Markdown is read without its marks; text that has none stays as it is."""

import pytest

from policyaudit.reading.markdown import Row, has_struck_out, rows_of, without_marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[Behaviour](/files/behaviour.pdf)", "Behaviour", id="link"),
        pytest.param(
            "- [Behaviour](behaviour.pdf 'PDF'){:target=\"_blank\"} (May 2017)",
            "- Behaviour (May 2017)",
            id="link with more",
        ),
        pytest.param("[Outings]({% link policies/outings.md %})", "Outings", id="link that a program makes"),
        pytest.param("[A](https://example.org/a_(b)) and [B](<c d.pdf>)", "A and B", id="odd addresses"),
        pytest.param("[Uniform][1] and [Drugs][]", "Uniform and Drugs", id="links whose address stands elsewhere"),
        pytest.param("[1]: https://example.org 'x'", "", id="address of a link"),
        pytest.param("![Logo](/logo.svg) School", "School", id="picture"),
        pytest.param("See <https://example.org/a> or <mailto:a@example.org>", "See or", id="bare addresses"),
        pytest.param("{{ page.title }}{% include x %}Aim{: .lead }", "Aim", id="programs"),
        pytest.param("Health &amp; Safety&nbsp;&#8211; Tŷ", "Health & Safety – Tŷ", id="entities"),
        pytest.param("__Next review:__ *June* _2017_", "Next review: June 2017", id="emphasis"),
        pytest.param("Reviewed \\*annually\\* \\- yes", "Reviewed *annually* - yes", id="escaped signs"),
        pytest.param("Review ~~June 2016~~ June 2017", "Review June 2017", id="struck out"),
        pytest.param(
            "[School name](hereafter the School)", "[School name](hereafter the School)", id="brackets that are no link"
        ),
        pytest.param("Signed: ________ snake_case_name", "Signed: ________ snake_case_name", id="lines to write on"),
        pytest.param("5 * 3 * 2, A&B; AT&T", "5 * 3 * 2, A&B; AT&T", id="signs that are no marks"),
        pytest.param("[ ] Yes [x] No", "[ ] Yes [x] No", id="boxes to tick"),
    ],
)
def test_marks_are_left_out(text: str, expected: str) -> None:
    assert without_marks(text) == expected


def rows(text: str) -> list[Row]:
    return list(rows_of(text.split("\n")))


def test_tables_may_have_bars_between_their_cells_only() -> None:
    read = rows("Our policies\nPolicy | Next\n--- | :---:\n[A](a.pdf) | June 2017\nB |\n\nText | with a bar")

    assert read == [
        Row(1, ("Our policies",)),
        Row(2, ("Policy", "Next"), table=1),
        Row(4, ("A", "June 2017"), table=1),
        Row(5, ("B", ""), table=1),
        Row(7, ("Text | with a bar",)),
    ]


def test_tables_with_bars_around_them_need_no_rule() -> None:
    read = rows("| A | x \\| y |\n|---|---|\n| B | |\n\n| C | D |\n| | |")

    assert read == [
        Row(1, ("A", "x | y"), table=1),
        Row(3, ("B", ""), table=1),
        Row(5, ("C", "D"), table=2),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("--- | ---\nA | B", id="no head"),
        pytest.param("Head\n--- | ---\nA | B", id="a head without bars"),
    ],
)
def test_a_rule_without_a_head_makes_no_table(text: str) -> None:
    assert all(row.table is None for row in rows(text))


def test_headings_have_signs_before_or_a_line_below() -> None:
    read = rows("Complaints Policy\n=====\n## Scope ##\n#hashtag\na\tb\n=====\n")

    assert read == [
        Row(1, ("Complaints Policy",), heading=1),
        Row(3, ("Scope",), heading=2),
        Row(4, ("#hashtag",)),
        Row(5, ("a", "b")),
    ]


def test_two_lines_of_equals_signs_are_no_text() -> None:
    assert rows("Aim\n=====\n=====") == [Row(1, ("Aim",), heading=1)]


def test_a_line_of_equals_signs_above_everything_is_text() -> None:
    assert rows("=====\nAim") == [Row(1, ("=====",)), Row(2, ("Aim",))]


def test_struck_out_words_are_noticed() -> None:
    assert has_struck_out("Review ~~June~~ July")
    assert not has_struck_out("about ~~ so many")
