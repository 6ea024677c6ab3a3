"""A list of policies as columns and cells, before anything is understood of it."""

from dataclasses import dataclass, replace

from policyaudit.reading.lines import Line


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of one cell, and the line they stand on."""

    text: str
    line: Line
    is_moved: bool = False  # its own place was lost, and it stands where it fits best


Record = tuple[Cell | None, ...]
"""The cells of one policy, column by column; None where the list has no cell."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Records under their headings ("" where a column has none); `lines` are all that the list takes up."""

    headings: tuple[str, ...]
    records: tuple[Record, ...]
    lines: frozenset[int]
    found_by: str = "heading"
    is_table: bool = False  # its rows and cells are the document's own
    titles_at: int | None = None  # where the titles stand, if their place alone says so

    def column(self, place: int) -> list[str]:
        """What stands in a column, record by record."""
        return [cell.text if cell else "" for cell in (record[place] for record in self.records)]


def joined(above: Cell | None, below: Cell | None) -> Cell | None:
    """One cell that runs on in the line below."""
    if above is None or below is None:
        return above or below
    return replace(above, text=f"{above.text} {below.text}".strip())
