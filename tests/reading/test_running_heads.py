import pytest

from policyaudit.reading.geometry import Row
from policyaudit.reading.lines import Part
from policyaudit.reading.running_heads import Leaf, RunningHead, running_heads

HEIGHT = 842.0


def leaf(page: int, *rows: tuple[float, str], table: int | None = None) -> Leaf:
    made = [Row(cells=tuple(text.split("|")), base=base, table=table) for base, text in rows]
    return Leaf(page=page, height=HEIGHT, rows=(*made, Row(cells=(f"Body of {page}",), base=400)))


def read(*leaves: Leaf) -> tuple[list[RunningHead], list[str]]:
    heads, rest = running_heads(leaves)
    return heads, [" ".join(row.cells) for leaf in rest for row in leaf.rows]


def test_what_stands_on_each_page_is_kept_once_without_its_page_number() -> None:
    pages = [leaf(n, (40, "Example School"), (800, f"PSW23 16/06/2016|Page {n} of 3")) for n in (1, 2, 3)]

    heads, rest = read(*pages)

    assert heads == [
        RunningHead(Part.HEADER, 1, ("Example School",)),
        RunningHead(Part.FOOTER, 1, ("PSW23 16/06/2016",)),
    ]
    assert rest == ["Body of 1", "Body of 2", "Body of 3"]


def test_a_bare_page_number_is_left_out_altogether() -> None:
    heads, rest = read(*(leaf(n, (800, str(n + 4))) for n in (1, 2, 3)))

    assert heads == []
    assert rest == ["Body of 1", "Body of 2", "Body of 3"]


def test_page_numbers_that_start_again_are_left_out_where_they_are_said_to_be() -> None:
    heads, _ = read(*(leaf(n, (800, f"Handbook Page {number}")) for n, number in enumerate((1, 2, 1, 2), start=1)))

    assert heads == [RunningHead(Part.FOOTER, 1, ("Handbook",))]


def test_footers_that_differ_in_a_date_are_all_kept() -> None:
    heads, _ = read(*(leaf(n, (800, f"Issued {year}")) for n, year in enumerate((2021, 2021, 2024, 2024), start=1)))

    assert [head.cells for head in heads] == [("Issued 2021",), ("Issued 2024",)]
    assert [head.page for head in heads] == [1, 3]


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        pytest.param((1,), False, id="one page of one"),
        pytest.param((1, 2), True, id="both pages"),
        pytest.param((2, 3), True, id="all but the first of three"),
        pytest.param((1, 3, 5), True, id="every other page of six"),
        pytest.param((1, 6), False, id="two pages of six"),
        pytest.param((4, 5, 6), True, id="three pages in a row of nine"),
        pytest.param((2, 5, 8), False, id="three pages apart of nine"),
    ],
)
def test_a_footer_stands_on_half_of_the_pages_or_on_three_in_a_row(pages: tuple[int, ...], *, found: bool) -> None:
    last = {1: 1, 2: 2, 3: 3, 5: 6, 6: 6 if len(pages) == 2 else 9, 8: 9}[pages[-1]]

    heads, _ = read(*(leaf(n, (800, "Footer")) if n in pages else leaf(n) for n in range(1, last + 1)))

    assert bool(heads) is found


def test_a_sign_that_stands_for_numbers_elsewhere_is_no_obstacle() -> None:
    heads, _ = read(*(leaf(n, (800, f"Room {text}")) for n, text in enumerate("#99", start=1)))

    assert [head.cells for head in heads] == [("Room #",), ("Room 9",)]


def test_what_stands_in_the_middle_of_pages_is_body() -> None:
    heads, rest = read(*(leaf(n, (300, "Same words")) for n in (1, 2, 3)))

    assert heads == []
    assert rest.count("Same words") == 3


def test_a_table_that_is_the_same_on_each_page_is_a_header() -> None:
    heads, _ = read(*(leaf(n, (40, "Policy|V5"), (60, "Owner|Head"), table=1) for n in (1, 2, 3)))

    assert [head.cells for head in heads] == [("Policy", "V5"), ("Owner", "Head")]


def test_the_head_of_a_table_that_runs_over_pages_stays_with_its_table() -> None:
    pages = [leaf(n, (60, "Policy|Next review"), (80, f"{word}|2024"), table=1) for n, word in enumerate("abc", 1)]

    heads, rest = read(*pages)

    assert heads == []
    assert rest.count("Policy Next review") == 3
