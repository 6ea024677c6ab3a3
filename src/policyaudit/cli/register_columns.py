"""How the columns of a list of policies are shown: what each was taken for, and why."""

from typing import Final

from policyaudit.cli.table import Column, Giving
from policyaudit.reading.register import ReadColumn

COLUMNS: Final = (
    Column[ReadColumn]("Column", lambda column: column.heading.strip() or "(no heading)", Giving.WRAP),
    Column[ReadColumn]("Taken for", lambda column: column.meaning.value if column.meaning else "passed over"),
    Column[ReadColumn]("Because", lambda column: column.reason, Giving.WRAP),
)
