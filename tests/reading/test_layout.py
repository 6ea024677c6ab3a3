import pytest

from policyaudit.reading.geometry import Box, Row, Sheet, Word
from policyaudit.reading.layout import rows_of

LETTER, LEADING, SIZE = 6.0, 12.0, 10.0
PROSE = [
    "this is a line of running",
    "text that goes on for as",
    "long as it takes to fill",
    "the column to its edge,",
    "line after line of it",
]


def typed(picture: str) -> tuple[Word, ...]:
    """The words of a page as they would stand on a typewriter's."""
    words = []
    for down, line in enumerate(picture.split("\n"), start=1):
        at = 0
        for word in line.split(" "):
            if word:
                left = at * LETTER
                words.append(Word(word, left, left + len(word) * LETTER, down * LEADING, SIZE))
            at += len(word) + 1
    return tuple(words)


def read(picture: str, *rulings: Box) -> list[tuple[str, ...]]:
    return [row.cells for row in rows_of(Sheet(height=842, words=typed(picture), rulings=rulings))]


def box(left: float, top: float, right: float, bottom: float) -> Box:
    """A ruled line between two places of the typewriter, half a line above the letters' feet."""
    return Box(left * LETTER - 3, top * LEADING + 3, right * LETTER - 3, bottom * LEADING + 3)


def table(columns: list[int], rows: list[int]) -> list[Box]:
    across = [box(columns[0], row, columns[-1], row) for row in rows]
    return across + [box(column, rows[0], column, rows[-1]) for column in columns]


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("one two\nthree", [("one two",), ("three",)], id="lines"),
        pytest.param("Owner:     Headteacher", [("Owner:", "Headteacher")], id="wide gap"),
        pytest.param("•  To minimise", [("To minimise",)], id="bullet"),
        pytest.param("•", [("•",)], id="bullet alone"),
        pytest.param("1.   Aim      3", [("1.", "Aim", "3")], id="number, text, page"),
    ],
)
def test_words_make_lines_and_wide_gaps_make_cells(picture: str, expected: list[tuple[str, ...]]) -> None:
    rows = read(picture)

    assert rows == expected


def test_a_raised_ending_stays_on_its_line() -> None:
    words = (Word("2nd", 60, 78, 12, 10), Word("th", 12, 20, 9, 6), Word("5", 6, 12, 12, 10))

    rows = rows_of(Sheet(height=842, words=words))

    assert [row.cells for row in rows] == [("5 th", "2nd")]


def test_a_form_field_is_a_cell_of_its_own() -> None:
    words = (Word("Owner:", 0, 36, 12, 10), Word("Mrs A. Example", 38, 120, 12, 10, is_field=True))

    rows = rows_of(Sheet(height=842, words=words))

    assert rows == [Row(cells=("Owner:", "Mrs A. Example"), base=12, is_form=True)]


def test_lines_of_a_cell_belong_to_one_row() -> None:
    picture = " 68  Prevention   Autumn\n     of bullying  Term\n 77  Safety       Jan-24"

    rows = read(picture, *table([0, 4, 17, 26], [0, 2, 3]))

    assert rows == [("68", "Prevention of bullying", "Autumn Term"), ("77", "Safety", "Jan-24")]


def test_text_above_and_below_a_table_stays_there() -> None:
    picture = "Title\n a  b\n c  d\nEnd"

    rows = rows_of(Sheet(height=842, words=typed(picture), rulings=tuple(table([0, 3, 6], [1, 2, 3]))))

    assert [(row.table, row.cells) for row in rows] == [
        (None, ("Title",)),
        (1, ("a", "b")),
        (1, ("c", "d")),
        (None, ("End",)),
    ]


def test_a_cell_merged_across_keeps_the_columns_in_step() -> None:
    picture = " Document control\n a     b     c"
    whole = [box(0, 0, 18, 0), box(0, 1, 18, 1), box(0, 2, 18, 2), box(0, 0, 0, 2), box(18, 0, 18, 2)]

    rows = read(picture, *whole, box(6, 1, 6, 2), box(12, 1, 12, 2))

    assert rows == [("Document control",), ("a", "b", "c")]


def test_a_cell_merged_downwards_is_read_in_its_first_row() -> None:
    picture = " Log   v1   2019\n       v2   2021"
    sides = [box(0, 0, 0, 2), box(6, 0, 6, 2), box(11, 0, 11, 2), box(17, 0, 17, 2)]

    rows = read(picture, *sides, box(0, 0, 17, 0), box(6, 1, 17, 1), box(0, 2, 17, 2))

    assert rows == [("Log", "v1", "2019"), ("", "v2", "2021")]


def test_a_frame_around_text_is_no_table() -> None:
    words = typed(" Owner:   Head\n Next:   June")

    rows = rows_of(Sheet(height=842, words=words, rulings=tuple(table([0, 20], [0, 3]))))

    assert [(row.table, row.cells) for row in rows] == [(None, ("Owner:", "Head")), (None, ("Next:", "June"))]


def test_a_row_with_one_filled_cell_is_read_line_by_line() -> None:
    rows = read(" Owner:  Head\n Next:  June\n a               b", *table([0, 15, 20], [0, 2, 3]))

    assert rows == [("Owner:", "Head"), ("Next:", "June"), ("a", "b")]


def test_a_table_without_lines_inside_a_cell_follows_its_row() -> None:
    rows = read(" History   v1   2019\n           v2   2021\n Status    live", *table([0, 9, 22], [0, 2, 3]))

    assert rows == [("History", ""), ("v1", "2019"), ("v2", "2021"), ("Status", "live")]


def test_a_table_inside_a_cell_is_read_by_itself() -> None:
    picture = " Log\n      a  b\n      c  d\n\n end     z"
    outer = table([0, 4, 16], [0, 4, 6])
    inner = table([5, 8, 11], [1, 2, 3])

    rows = read(picture, *outer, *inner)

    assert rows == [("Log",), ("a", "b"), ("c", "d"), ("end", "z")]


def test_an_empty_table_says_nothing() -> None:
    rows = read("\n\n\n\n\nText", *table([0, 3, 6], [0, 1, 2]))

    assert rows == [("Text",)]


@pytest.mark.parametrize(
    "rulings",
    [
        pytest.param([box(0, row / 400, 20, row / 400) for row in range(601)], id="very many lines"),
        pytest.param(table(list(range(70)), list(range(60))), id="very many cells"),
    ],
)
def test_a_drawing_is_no_table(rulings: list[Box]) -> None:
    rows = rows_of(Sheet(height=842, words=typed("Title     Page"), rulings=tuple(rulings)))

    assert [(row.table, row.cells) for row in rows] == [(None, ("Title", "Page"))]


def columns(left: list[str], right: list[str], *, at: int = 32) -> str:
    return "\n".join(f"{a:<{at}}{b}" for a, b in zip(left, right, strict=True))


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    title, end = (
        "A title over both of the columns that stand below here",
        "and a last line again over both of the columns",
    )
    picture = f"{title}\n{columns(PROSE, PROSE)}\n{end}"

    rows = read(picture)

    assert rows == [(line,) for line in (title, *PROSE, *PROSE, end)]


def test_a_table_in_a_column_stays_in_it() -> None:
    lines = [*PROSE, "", "", *PROSE]
    picture = columns(lines, lines[::-1])
    rulings = table([0, 3, 6], [5, 6, 7])
    words = (*typed(picture), Word("a", 3, 9, 72, 10), Word("b", 21, 27, 72, 10))

    rows = rows_of(Sheet(height=842, words=words, rulings=tuple(rulings)))

    assert [row.cells for row in rows][5] == ("a", "b")
    assert len(rows) == 21


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param([f"Label {n}:" for n in range(6)], [f"value {n}" for n in range(6)], id="labels and values"),
        pytest.param(PROSE[:4], PROSE[:4], id="few lines"),
        pytest.param(PROSE, ["a b c d", "e", "f g h", "i", "a b c d e f g h i j k"], id="short lines on the right"),
    ],
)
def test_what_is_no_prose_in_columns_is_read_across(left: list[str], right: list[str]) -> None:
    rows = read(columns(left, right))

    assert rows == [(a, b) for a, b in zip(left, right, strict=True)]
