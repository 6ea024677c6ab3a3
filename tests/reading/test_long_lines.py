"""Lines that no page could hold, and documents that nobody writes."""

import pytest

from policyaudit.reading.lines import Line
from policyaudit.reading.long_lines import within_reason


@pytest.mark.parametrize(
    ("cells", "pieces"),
    [
        pytest.param(("Pay Policy",), [("Pay Policy",)], id="a line as any other"),
        pytest.param(
            (("We pay. " * 250).strip(),), [(("We pay. " * 187).strip(),), (("We pay. " * 63).strip(),)], id="text"
        ),
        pytest.param(("pay " * 400,), [(("pay " * 375).strip(),), (("pay " * 25).strip(),)], id="between two words"),
        pytest.param(("\u2003pay" * 400,), None, id="blanks of another kind"),
        pytest.param(("x" * 2000,), [("x" * 80,)], id="an endless word"),
        pytest.param(("a " * 800, "b"), [(("a " * 800)[:1500], "b")], id="a cell of a table"),
        pytest.param(("a",) * 50, [("a",) * 40], id="endless cells"),
    ],
)
def test_a_line_is_no_longer_than_a_paragraph(cells: tuple[str, ...], pieces: list[tuple[str, ...]] | None) -> None:
    line = Line(7, cells, page=2)

    within = within_reason([line])

    assert all(len(cell) <= 1500 for piece in within for cell in piece.cells)
    assert {(piece.number, piece.page) for piece in within} == {(7, 2)}
    assert pieces is None or [piece.cells for piece in within] == pieces


def test_of_an_endless_document_the_beginning_and_the_end_are_read() -> None:
    lines = [Line(number, ("We pay.",)) for number in range(1, 7001)]

    within = within_reason(lines)

    assert len(within) == 4000
    assert (within[0].number, within[-1].number) == (1, 7000)
