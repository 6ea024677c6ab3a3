"""Documents opened: the bytes of a file, and the text in them."""

import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from policyaudit.domain.clean_text import clean
from policyaudit.errors import AuditError
from policyaudit.reading.formats import NAMES, Kind
from policyaudit.reading.lines import DocumentText
from policyaudit.reading.outside import Asked, OutsideReader
from policyaudit.reading.reader import Reader
from policyaudit.reading.refusals import Empty, Missing, NotAFile, NotAllowed, TooLarge, Unreadable
from policyaudit.reading.warnings import by_ocr, misnamed

ReadFile = tuple[Path, bytes, DocumentText | AuditError]

_MEGABYTE = 1_000_000
_LARGEST = 50
_LONGEST_NAME = 200
_TURN = 0.0005  # seconds
_AHEAD = 16  # documents that are taken apart while one is thought about: one may take as long as many
_NOTHING = Asked()
# A sheet of one column is text like any other, and a part of a web page may begin with words.
_TEXTS, _PAGES = (Kind.PLAIN, Kind.SEPARATED), (Kind.HTML, Kind.PLAIN)
_ENDINGS: dict[str, tuple[Kind, ...]] = {
    ".docx": (Kind.WORD,),
    ".docm": (Kind.WORD,),
    ".doc": (Kind.OLD_WORD,),
    ".odt": (Kind.OPEN_DOCUMENT,),
    ".rtf": (Kind.RICH_TEXT,),
    ".pdf": (Kind.PDF,),
    ".xlsx": (Kind.EXCEL,),
    ".xlsm": (Kind.EXCEL,),
    ".ods": (Kind.OPEN_SPREADSHEET,),
    ".xls": (Kind.OLD_EXCEL,),
    **dict.fromkeys((".csv", ".tsv", ".txt"), _TEXTS),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".php", ".md"), _PAGES),
    ".jpg": (Kind.JPEG,),
    ".jpeg": (Kind.JPEG,),
    ".png": (Kind.PNG,),
}


def read_document(path: Path, *, asked: Asked = _NOTHING) -> DocumentText:
    """Read the text of one document, or raise why it cannot be read."""
    [(_, _, outcome)] = read_documents([path], asked=asked)
    if isinstance(outcome, AuditError):
        raise outcome
    return outcome


def read_documents(
    paths: Iterable[Path], *, asked: Asked = _NOTHING, meanwhile: Callable[[], object] = lambda: None
) -> Generator[ReadFile, None, None]:
    """Read documents one after the other: each with its bytes, and its text or why there is none.

    While one is thought about, the reader process takes the next few apart; while it starts and takes the first of
    many apart, `meanwhile` is done. A program that helps runs in its turn, so that Ctrl-C reaches it.
    """
    # The reader ends first: then nobody waits long for an answer that is still to come.
    with _short_turns(), ThreadPoolExecutor(1) as other_hand, Reader() as reader:
        read = partial(_read, reader=OutsideReader(reader, asked))
        begun = partial(other_hand.submit, read)
        yield from map(read, paths) if asked != _NOTHING else _some_ahead(begun, paths, meanwhile)


@contextmanager
def _short_turns() -> Iterator[None]:
    """Let the two hands take turns every half millisecond.

    Asking the reader process and hearing it takes several turns a document. By the usual turns of ten times that, the
    process would lie idle for as long as it reads.
    """
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def _some_ahead(
    begin: Callable[[Path], Future[ReadFile]], paths: Iterable[Path], meanwhile: Callable[[], object]
) -> Iterator[ReadFile]:
    """What is read in each; by the time it is given, the next few are begun, for one may take as long as several."""
    waiting = iter(paths)
    begun = deque(map(begin, islice(waiting, _AHEAD)))
    try:
        for place, path in enumerate(waiting):
            begun.append(begin(path))
            if place == 0:
                meanwhile()
            yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()
    finally:  # whoever stops listening waits for none of them
        for each in begun:
            each.cancel()


def _read(path: Path, reader: OutsideReader) -> ReadFile:
    """A file's bytes and what they say."""
    try:
        content = _bytes_of(path)
    except Unreadable as refusal:
        return path, b"", _named(refusal, path)
    return path, content, _named(reader.read(content) if content else Empty(), path)


def _named(outcome: DocumentText | Unreadable, path: Path) -> DocumentText | Unreadable:
    """The outcome with the file's name, or with a warning if that name promises another kind of document."""
    if isinstance(outcome, Unreadable):
        return outcome.named(clean(path.name, limit=_LONGEST_NAME))
    recognised = [by_ocr(outcome.pages_by_ocr)] if outcome.pages_by_ocr else []
    warnings = (*_of_the_name(outcome.media_type, path.suffix.lower()), *recognised, *outcome.warnings)
    return replace(outcome, warnings=warnings)


def _of_the_name(media_type: str, ending: str) -> Iterator[str]:
    """What to warn of where a name promises another kind of document."""
    if media_type not in _ENDINGS.get(ending, (media_type,)):
        yield misnamed(NAMES[Kind(media_type)], ending)


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
