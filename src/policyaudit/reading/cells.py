"""Where the cells of a line part: at tabs and at wide gaps."""

import re

from policyaudit.domain.clean_text import clean

_GAP = re.compile(r"\t+| {3,}|\u00a0{3,}")


def split_cells(text: str) -> tuple[str, ...]:
    """The words of a line, clean, in the cells that tabs and wide gaps make; empty ones are left out."""
    return tuple(filter(None, map(clean, _GAP.split(text.strip(" \u00a0")))))
