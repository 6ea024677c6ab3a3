"""Documents opened: the bytes of a file, and the text in them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from policyaudit.domain.clean_text import clean
from policyaudit.errors import AuditError
from policyaudit.reading.docx import read_docx
from policyaudit.reading.formats import Kind, kind_of
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.odt import read_odt
from policyaudit.reading.plain import read_plain
from policyaudit.reading.refusals import Missing, NotAFile, NotAllowed, TooLarge, Unreadable

_MEGABYTE = 1_000_000
_LARGEST = 50
_READERS = {Kind.PLAIN: read_plain, Kind.WORD: read_docx, Kind.OPEN_DOCUMENT: read_odt}


def read_document(path: Path) -> DocumentText:
    """Read the text of one document, or raise why it cannot be read."""
    [(_, _, outcome)] = read_documents([path])
    if isinstance(outcome, AuditError):
        raise outcome
    return outcome


def read_documents(paths: Iterable[Path]) -> Iterator[tuple[Path, bytes, DocumentText | AuditError]]:
    """Read documents one after the other: each with its bytes, and its text or why there is none."""
    for path in paths:
        content = b""
        try:
            content = _bytes_of(path)
            yield path, content, _READERS[kind_of(content)](content)
        except Unreadable as refusal:
            yield path, content, refusal.named(clean(path.name, limit=200))


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file that is there, may be read, and is no larger than a document can be."""
    try:
        if path.stat().st_size > _LARGEST * _MEGABYTE:
            raise TooLarge(limit=_LARGEST)
        return path.read_bytes()
    except FileNotFoundError:
        raise Missing from None
    except IsADirectoryError:
        raise NotAFile from None
    except OSError:
        raise NotAllowed from None
