"""How `audit inspect` looks on a terminal."""

from collections.abc import Iterator, Sequence

from policyaudit.cli.colours import PLAIN, YELLOW
from policyaudit.cli.field_words import field_words, place_words
from policyaudit.cli.table import Column, Giving, table
from policyaudit.cli.terminal import Terminal
from policyaudit.cli.wording import counted, paragraphs, points, sentences
from policyaudit.domain.clean_text import clean
from policyaudit.usecases.import_values import ProposedValue, proposed_values
from policyaudit.usecases.read_folder import ReadDocument

_LONGEST = 120  # characters of a line that are shown: a paragraph may be one line


def inspect_page(document: ReadDocument, terminal: Terminal) -> str:
    """Each value with the line it stands on and how sure it is, then what to beware of."""
    values = proposed_values(document, is_filed_as_named=True)
    warnings = points("Beware:", document.text.warnings, terminal.width)
    told = sentences(_summary(document, values), terminal.width)
    return paragraphs([table(_COLUMNS, values, terminal), warnings, told])


def _with_line(value: ProposedValue) -> str:
    """The value, and below it the line that it was read from where that says more."""
    line = clean(value.evidence, limit=_LONGEST)
    more = [f"“{line}”"] if line != value.value else []
    others = [f"or {other}" for other in value.others]
    return "\n".join([value.value, *others, *more])


_COLUMNS = (
    Column[ProposedValue]("Value", lambda value: field_words(value.field), once=True),
    Column[ProposedValue]("Read as", _with_line, Giving.WRAP, least=24),
    Column[ProposedValue]("Where", lambda value: place_words(value.line, value.page, value.part)),
    Column[ProposedValue](
        "Sure",
        lambda value: f"{value.confidence} %",
        right=True,
        colour=lambda value: PLAIN if value.counts else YELLOW,
    ),
)


def _summary(document: ReadDocument, values: Sequence[ProposedValue]) -> Iterator[str]:
    yield f"{counted(len(values), 'value')} in {counted(len(document.text.lines), 'line')} of {document.file_name}."
    doubtful = sum(not value.counts for value in values)
    if doubtful:
        yield f"To be confirmed before it counts: {counted(doubtful, 'value')}."
