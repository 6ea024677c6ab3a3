"""How the columns of a list of policies are shown: what each was taken for, and why."""

from collections.abc import Sequence
from typing import Final

from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import sentences
from policyaudit.domain.naming import folded
from policyaudit.reading.register import ReadColumn


def _heading(column: ReadColumn) -> str:
    return column.heading.strip() or "(no heading)"


COLUMNS: Final = (
    Column[ReadColumn]("Column", _heading, Giving.WRAP),
    Column[ReadColumn]("Taken for", lambda column: column.meaning.value if column.meaning else "passed over"),
    Column[ReadColumn]("Because", lambda column: column.reason, Giving.WRAP),
)


def columns_told(columns: Sequence[ReadColumn], terminal: Terminal, *, full: bool) -> str:
    """What each column was taken for; and why, where one of them is in doubt or passed over."""
    if full or any(column.meaning is None or not column.is_certain for column in columns):
        return f"Its columns:\n{table(COLUMNS, columns, terminal)}"
    return sentences([f"Its columns: {', '.join(dict.fromkeys(map(_in_short, columns)))}."], terminal.width)


def _in_short(column: ReadColumn) -> str:
    """The heading, and behind it what it was taken for where it does not say that itself."""
    heading = _heading(column)
    return heading if folded(heading) == column.meaning else f"{heading} ({column.meaning})"
