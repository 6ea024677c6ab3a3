"""How one document of an import looks in full: what it becomes, what to beware of, and every value with its place."""

from collections.abc import Iterator

from policyaudit.cli.colours import YELLOW
from policyaudit.cli.field_words import field_words, place_words
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import points
from policyaudit.domain.clean_text import clean
from policyaudit.usecases.import_likeness import resembles_words
from policyaudit.usecases.import_proposal import ProposedDocument
from policyaudit.usecases.import_values import ProposedValue


def in_full(document: ProposedDocument, terminal: Terminal, *, several: bool) -> str:
    """The document under its name; with its school where there are several."""
    said = [*_filed(document, several=several), *document.warnings]
    head = points(f"{clean(document.file_name)}: {document.outcome}", said, terminal.width)
    return f"{head}\n{table(_VALUES, document.values, terminal)}"


def _filed(document: ProposedDocument, *, several: bool) -> Iterator[str]:
    """The policy, its school where there are several, and what is strange about it."""
    yield f"{document.title}, version {document.version}" if document.version else document.title or ""
    if several:
        yield document.school or ""
    if document.question:
        yield document.question
    if document.resembles:
        yield f"resembles {resembles_words(document.resembles)}: it may be a version of that"


def _read_as(value: ProposedValue) -> str:
    """What counts, and below it what was read where that is another."""
    return f"{value.corrected_to}\nread as {value.value}" if value.corrected_to else value.value


_VALUES = (
    Column[ProposedValue]("Value", lambda value: field_words(value.field), once=True),
    Column[ProposedValue]("Read as", _read_as, Giving.WRAP, least=20),
    Column[ProposedValue]("Where", lambda value: place_words(value.line, value.page, value.part), Giving.WRAP),
    Column[ProposedValue](
        "", lambda value: None if value.counts else "to confirm", colour=lambda value: "" if value.counts else YELLOW
    ),
)
