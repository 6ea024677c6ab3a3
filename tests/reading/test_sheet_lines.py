"""Rows of sheets become lines, within limits."""

import pytest

from policyaudit.reading.refusals import WrongKind
from policyaudit.reading.sheet_lines import Grid, Merged, letters_of, lines_of
from policyaudit.reading.sheet_warnings import Unread


def grid(*rows: tuple[str, ...]) -> Grid:
    made = Grid("Policies")
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            made.put(number, column, text)
    return made


def cells(*grids: Grid) -> list[tuple[str, ...]]:
    return [line.cells for line in lines_of(grids, Unread())]


def test_empty_columns_are_left_out_and_empty_cells_stay() -> None:
    read = cells(
        grid(("Policy", "", "Review"), ("Uniform", "", "2017"), ("", "", ""), ("Drugs", "", ""), ("", "", "x"))
    )

    assert read == [("Policy", "Review"), ("Uniform", "2017"), ("Drugs",), ("", "x")]


def test_a_merged_cell_that_holds_nothing_spreads_nothing() -> None:
    sheet = grid(("", "Charging"), ("", "Lettings"))
    sheet.merged.append(Merged(top=1, left=1, bottom=2, right=1))

    assert cells(sheet) == [("Charging",), ("Lettings",)]


def test_a_merged_cell_leaves_what_stands_below_it() -> None:
    sheet = grid(("Finance", "Charging"), ("Premises", "Lettings"), ("", "Fire"))
    sheet.merged.append(Merged(top=1, left=1, bottom=3, right=1))

    assert cells(sheet) == [("Finance", "Charging"), ("Premises", "Lettings"), ("Finance", "Fire")]


def test_a_table_of_very_many_empty_cells_is_refused() -> None:
    sheet = Grid("Policies")
    for number in range(1, 1_002):
        sheet.put(number, number, "x")

    with pytest.raises(WrongKind, match="a spreadsheet of more than 20,000 rows or 1,000,000 cells") as refusal:
        cells(sheet)

    assert refusal.value.next_step == "save the list of policies as a workbook of its own and import that"


@pytest.mark.parametrize(
    ("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")]
)
def test_columns_are_called_by_letters(column: int, letters: str) -> None:
    assert letters_of(column) == letters


def test_a_hidden_column_without_words_is_not_told_of() -> None:
    sheet, unread = grid(("Policy", "", "Review")), Unread()
    sheet.hidden_columns.append(range(2, 3))

    list(lines_of([sheet], unread))

    assert list(unread.warnings()) == []


def test_a_row_with_words_in_hidden_columns_only_is_no_line() -> None:
    sheet = grid(("Policy", ""), ("", "note to self"))
    sheet.hidden_columns.append(range(2, 3))

    assert cells(sheet) == [("Policy",)]


def test_many_places_are_named_by_the_first_five() -> None:
    formulas = [f"Policies H{n}" for n in range(1, 8)]
    first_five = ", ".join(formulas[:5])
    unread = Unread(rows=1_200, formulas=formulas, errors=["Policies A1", "Policies A2"])

    warnings = list(unread.warnings())

    assert warnings == [
        "has 1,200 hidden rows, which are not read",
        f"has 7 formulas saved without a value, read as empty: {first_five} and 2 more",
        "has 2 cells with an error in place of a value, read as empty: Policies A1 and Policies A2",
    ]
