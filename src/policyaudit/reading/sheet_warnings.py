"""What a spreadsheet holds and a reader of it does not see: counted while it is read, and said in sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policyaudit.reading.warnings import comments_unread

_MOST_NAMED = 5
_NOT_READ = " not read"


@dataclass(slots=True)
class Unread:
    """What was left out of a workbook; cells are named as "Policies H17"."""

    rows: int = 0
    columns: int = 0
    sheets: int = 0
    comments: int = 0
    formulas: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def warnings(self) -> Iterator[str]:
        """What a reader should know, said of the workbook."""
        if hidden := self._hidden():
            verb = "is" if self.rows + self.columns + self.sheets == 1 else "are"
            yield f"has {_listed(hidden)}, which {verb}{_NOT_READ}"
        if self.formulas:
            count = _counted(len(self.formulas), "formula")
            yield f"has {count} saved without a value, read as empty: {_named(self.formulas)}"
        if self.errors:
            count = _counted(len(self.errors), "cell")
            yield f"has {count} with an error in place of a value, read as empty: {_named(self.errors)}"
        if self.comments:
            yield comments_unread(self.comments)

    def _hidden(self) -> list[str]:
        kinds = (("row", self.rows), ("column", self.columns), ("sheet", self.sheets))
        return [_counted(count, f"hidden {kind}") for kind, count in kinds if count]


def says_hidden(warning: str, what: str = "") -> bool:
    """Whether a warning tells of rows, columns or sheets that are hidden, or of those that are named."""
    return warning.endswith(_NOT_READ) and f" hidden {what}" in warning


def _counted(count: int, thing: str) -> str:
    return f"1 {thing}" if count == 1 else f"{count:,} {thing}s"


def _named(places: Sequence[str]) -> str:
    """The first few places by name, and how many more there are."""
    more = len(places) - _MOST_NAMED
    return _listed([*places[:_MOST_NAMED], *([f"{more:,} more"] if more > 0 else [])])


def _listed(things: Sequence[str]) -> str:
    *most, last = things
    return f"{', '.join(most)} and {last}" if most else last
