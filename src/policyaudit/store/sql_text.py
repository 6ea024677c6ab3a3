"""One text of SQL for both engines: `:name` parameters, written the way psycopg wants them."""

import re
from functools import lru_cache

_PIECES = re.compile(
    r"'(?:[^']|'')*'"  # a literal
    r'|"(?:[^"]|"")*"'  # a quoted name
    r"|--[^\n]*|/\*.*?\*/"  # a comment
    r"|::"  # a cast
    r"|:([A-Za-z_]\w*)"  # a parameter
    r"|%",
    re.DOTALL,
)


@lru_cache(maxsize=256)
def for_psycopg(sql: str) -> str:
    """The same statement with `%(name)s` for `:name`; what stands in quotes or comments stays what it was."""
    return _PIECES.sub(_piece, sql)


def _piece(match: re.Match[str]) -> str:
    return f"%({match[1]})s" if match[1] else match[0].replace("%", "%%")
