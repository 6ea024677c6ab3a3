"""What `audit report` and `audit demo` say of a PDF that they have written."""

from pathlib import Path

from policyaudit.domain.clean_text import clean
from policyaudit.reports.governors_pack import verdict
from policyaudit.usecases.governors_pack import GovernorsPack


def written(file: Path, pack: GovernorsPack) -> str:
    """Where the pack is, and its verdict."""
    return f"Wrote the governors' pack of {clean(pack.name)}: {file}\n{verdict(pack.standings)}"
