"""Patterns of our grammars, compiled when they are first needed: all of them at once would cost a command 80 ms."""

import re
from functools import cache


@cache
def pattern(written: str) -> re.Pattern[str]:
    """A pattern for which capital and small letters are the same."""
    return re.compile(written, re.IGNORECASE)
