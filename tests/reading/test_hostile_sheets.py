"""Sheets and pages made to harm their reader cost one sentence, within its time and its memory."""

from collections.abc import Callable

import pytest

from policyaudit.reading.lines import DocumentText
from policyaudit.reading.reader import Reader
from tests.reading.making_ods import cell, ods, row
from tests.reading.making_sheets import inline, rows, xlsx
from tests.reading.making_xls import xls

_MANY_ROWS = "is a spreadsheet of more than 20,000 rows or 1,000,000 cells"


def _repeated_cell() -> bytes:
    return ods(
        row(cell("x", "table:number-columns-repeated='16384'"), marks="table:number-rows-repeated='1048576'"),
    )


def _far_apart() -> bytes:
    return xls([], more=lambda _, sheet: [sheet.write(place, 255, "z") for place in (0, 65_535)])


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        pytest.param(lambda: xlsx(rows(" " * 80_000_000)), "it unpacks to more than 32 MB", id="a sheet of 80 MB"),
        pytest.param(lambda: xlsx(rows("<row><c><v>1</v></c></row>" * 1_000_000)), _MANY_ROWS, id="a million rows"),
        pytest.param(_repeated_cell, _MANY_ROWS, id="one cell for a whole sheet"),
        pytest.param(_far_apart, _MANY_ROWS, id="two cells far apart"),
        pytest.param(lambda: b"a,b\n" * 600_000, _MANY_ROWS, id="separated values without end"),
        pytest.param(lambda: b"<table><tr><td>" * 1_000, "its tables lie more than 100 deep", id="tables in tables"),
    ],
)
def test_a_hostile_sheet_costs_one_sentence(make: Callable[[], bytes], sentence: str) -> None:
    with Reader() as reader:
        outcome = reader.read(make())
        after = reader.read(b"Scope")

    assert sentence in str(outcome)
    assert isinstance(after, DocumentText)


def test_a_sheet_that_says_it_is_huge_and_is_not_is_read() -> None:
    content = xlsx("<dimension ref='A1:XFD1048576'/>" + rows(f"<row r='9'>{inline('Scope', 'XFD9')}</row>"))

    with Reader() as reader:
        outcome = reader.read(content)

    assert isinstance(outcome, DocumentText)
    assert outcome.text == "Scope"
