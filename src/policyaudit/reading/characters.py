"""The characters of a text file or web page, out of its bytes."""

import re
from typing import Final

UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
"""How a file in UTF-16 begins."""

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,30})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w-]{1,30})",
    re.IGNORECASE,
)
_HEAD = 4096
_READ_OTHERWISE = re.compile(r"utf-?8|utf-?16.*|iso-?8859-?1|latin-?1|(?:us-)?ascii|windows-1252", re.IGNORECASE)


def decode(content: bytes) -> str:
    """The characters of a text file: UTF-16 if it says so, else UTF-8 with or without a mark, else cp1252."""
    if content.startswith(UTF_16):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def decode_page(content: bytes) -> str:
    """The characters of a web page, which may say in which encoding it is.

    Where it says none of the rarer ones it is read as any text: many a page that calls itself ISO-8859-1 is not.
    """
    declared = _DECLARED.search(content[:_HEAD])
    name = (declared[1] or declared[2]).decode("ascii", "replace") if declared else ""
    if not name or _READ_OTHERWISE.fullmatch(name) or content.startswith(UTF_16):
        return decode(content)
    try:
        return content.decode(name)
    except (LookupError, ValueError):
        return decode(content)
