"""The reader process: takes documents one after the other and answers with their text, within a limit of memory.

Documents come from anywhere, so they are taken apart here and not in the command. An answer is the text, or one of
the reasons of `refusals`; anything else ends this process, which costs that one document and no other.
"""

import sys
from collections.abc import Callable
from typing import IO

from policyaudit.apart.limits import limit
from policyaudit.apart.messages import receive, send
from policyaudit.reading.docx import read_docx
from policyaudit.reading.exchange import pack
from policyaudit.reading.formats import HELP_NEEDED, Kind, kind_of
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.odt import read_odt
from policyaudit.reading.plain import read_plain
from policyaudit.reading.refusals import Unreadable
from policyaudit.reading.separated_sheet import read_separated
from policyaudit.reading.web_page import read_html

MEMORY = 512 * 2**20
_LARGEST = 2**30


def read(content: bytes) -> DocumentText | Unreadable:
    """Read one document of any kind."""
    try:
        kind = kind_of(content)
        return HELP_NEEDED.get(kind) or _READERS[kind](content)
    except Unreadable as refusal:
        return refusal


def serve(documents: IO[bytes], answers: IO[bytes]) -> None:
    """Answer each document until there are no more."""
    while (content := receive(documents, most=_LARGEST)) is not None:
        send(answers, pack(read(content)))


def _read_pdf(content: bytes) -> DocumentText:
    from policyaudit.reading.pdf import read_pdf  # noqa: PLC0415 - loads pdfium, which only PDF files need

    return read_pdf(content)


def _read_xlsx(content: bytes) -> DocumentText:
    from policyaudit.reading.xlsx import read_xlsx  # noqa: PLC0415 - only workbooks need it

    return read_xlsx(content)


def _read_ods(content: bytes) -> DocumentText:
    from policyaudit.reading.ods import read_ods  # noqa: PLC0415 - only spreadsheets need it

    return read_ods(content)


def _read_xls(content: bytes) -> DocumentText:
    from policyaudit.reading.xls import read_xls  # noqa: PLC0415 - loads calamine, which only these files need

    return read_xls(content)


_READERS: dict[Kind, Callable[[bytes], DocumentText]] = {
    Kind.PLAIN: read_plain,
    Kind.HTML: read_html,
    Kind.SEPARATED: read_separated,
    Kind.WORD: read_docx,
    Kind.OPEN_DOCUMENT: read_odt,
    Kind.PDF: _read_pdf,
    Kind.EXCEL: _read_xlsx,
    Kind.OPEN_SPREADSHEET: _read_ods,
    Kind.OLD_EXCEL: _read_xls,
}

if __name__ == "__main__":
    limit(memory=MEMORY)
    serve(sys.stdin.buffer, sys.stdout.buffer)
