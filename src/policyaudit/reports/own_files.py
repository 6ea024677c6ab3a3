"""Which files are our own and may be written anew: an earlier PDF, listing or sheet of the kind that is written now."""

from typing import Final

PDF_MARK: Final = b"policyaudit "  # an identifier of a PDF of ours begins so
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_LINES_OF_FORMAT: Final = 3  # of JSON: the brace, "format", and the name of the form


def may_stand_for(present: bytes, new: bytes) -> bool:
    """Whether the file that is there is an earlier one of the same kind. One with nothing in it may always go.

    A PDF shows by its identifier that it is ours, JSON by the name of its form, a sheet by its line of headings.
    """
    if new.startswith(b"%PDF-"):
        return not present or (present.startswith(b"%PDF-") and b"/ID [(" + PDF_MARK in present)
    return not present or _beginning(present) == _beginning(new)


def _beginning(content: bytes) -> list[bytes]:
    """The lines that say what kind of file it is."""
    lines = content.removeprefix(_BYTE_ORDER_MARK).splitlines()
    return lines[: _LINES_OF_FORMAT if lines[:1] == [b"{"] else 1]
