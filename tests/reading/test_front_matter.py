"""The named values at the start of a Markdown file are pairs of a name and a value."""

import pytest

from policyaudit.reading.front_matter import front_matter
from policyaudit.reading.lines import Part


def pairs(text: str) -> list[tuple[str, ...]]:
    return [line.cells for line in front_matter(text)[0]]


def test_values_keep_the_number_of_their_line() -> None:
    lines, taken = front_matter("---\ntitle: Smoking\n\n# by hand\nreview_date: 2015-04-20\n---\n# Smoking\n")

    assert [(line.number, line.part, line.cells) for line in lines] == [
        (2, Part.FRONT_MATTER, ("title", "Smoking")),
        (5, Part.FRONT_MATTER, ("review_date", "2015-04-20")),
    ]
    assert taken == 6


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param("title: 'Smoking'", [("title", "Smoking")], id="quoted"),
        pytest.param(
            'title: "Smoking: a policy" # ours', [("title", "Smoking: a policy")], id="quoted, with a comment"
        ),
        pytest.param("title: Smoking # ours", [("title", "Smoking")], id="comment"),
        pytest.param("title: C# policy", [("title", "C# policy")], id="a sign that is no comment"),
        pytest.param("Review date: June 2017", [("Review date", "June 2017")], id="name of two words"),
        pytest.param('"review date": June 2017', [("review date", "June 2017")], id="name in quotation marks"),
        pytest.param("link: https://example.org/a", [("link", "https://example.org/a")], id="address"),
        pytest.param("owner: ~", [("owner", "")], id="nothing"),
        pytest.param("owner:", [("owner", "")], id="left empty"),
        pytest.param("tags: [staff, 'pupils', ]", [("tags", "staff, pupils")], id="list on one line"),
        pytest.param("signed:\n  - A. Example\n  - B", [("signed", "A. Example"), ("signed", "B")], id="list"),
        pytest.param("signed:\n- A. Example", [("signed", "A. Example")], id="list that is not set in"),
        pytest.param(
            "approval:\n  by: Governors\n  date: 2017-06-16",
            [("approval by", "Governors"), ("approval date", "2017-06-16")],
            id="names below a name",
        ),
        pytest.param(
            "note: >\n  Read at 09:15\n  in hall", [("note", "Read at 09:15"), ("note", "in hall")], id="text"
        ),
        pytest.param("a: 1\n\n# x\n  # y", [("a", "1")], id="comments and empty lines"),
        pytest.param("a: " + "[" * 5_000 + "]" * 5_000, [("a", "[" * 4_999 + "]" * 4_999)], id="brackets without end"),
        pytest.param("  - one\ntitle: A", [("one",), ("title", "A")], id="an entry of no list"),
    ],
)
@pytest.mark.parametrize("end", ["---", "..."])
def test_pairs_and_lists_are_read(rows: str, expected: list[tuple[str, ...]], end: str) -> None:
    assert pairs(f"---\n{rows}\n{end}\n") == expected


def test_toml_is_read_too() -> None:
    read = pairs('+++\ntitle = "Online Safety"\n[review]\nnext = 2024-09-01 # soon\ntags = [\n  "staff",\n]\n+++\nText')

    assert read == [("title", "Online Safety"), ("next", "2024-09-01"), ("tags", "staff")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\nThis policy has a rule above it\n---\n", id="a rule above text"),
        pytest.param("---\ntitle: Smoking\n", id="never closed"),
        pytest.param("Title\n---\ntitle: x\n---\n", id="not at the start"),
        pytest.param("+++\ntitle: x\n+++\n", id="signs of the other kind"),
        pytest.param("---\n" + "  deep: er\n" * 2_000, id="long and never closed"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_text_has_none(text: str) -> None:
    assert front_matter(text) == ((), 0)
