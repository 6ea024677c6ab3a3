"""Short policies as text for the tests of reading, and what is read from them."""

from typing import Any

from policyaudit.reading.header import Header, read_header
from policyaudit.reading.inspection import as_json
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.plain import read_plain
from policyaudit.reading.rows import Row, rows_of

BODY = """
Aims
We want every child to be safe and happy at school and to learn as well as they can. Staff, parents and
governors work together so that this happens. Risk assessments are reviewed annually by the site manager.
The Education Act 2002 and the Children Act 1989 apply. Training is renewed every two years.
"""
"""Running text that says nothing of the policy itself, with the usual distractors."""


def document_of(text: str) -> DocumentText:
    """The lines of a text as they would be read from a file."""
    return read_plain(text.lstrip("\n").encode())


def rows_in(text: str) -> tuple[Row, ...]:
    """The rows of a text."""
    return rows_of(document_of(text))


def header_of(text: str) -> Header:
    """What a text says of itself."""
    return read_header(document_of(text))


def inspected(text: str) -> dict[str, Any]:
    """What `audit inspect --json` says of a text."""
    document = document_of(text)
    return dict(as_json(read_header(document), file_name="policy.txt", document=document))
