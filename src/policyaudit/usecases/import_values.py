"""The values that a document states, as the register keeps them: each with where it stood, counting or waiting."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.reading.evidence import LoggedVersion, Reading
from policyaudit.usecases.field_values import FIELDS
from policyaudit.usecases.import_plan import title_of
from policyaudit.usecases.read_folder import ReadDocument

# Kept as read where they are certain; nothing waits for them.
ALSO_KEPT: Final = ("document_date", "statutory")
LISTS: Final = ("version_history", "signed_by", "applies_to", "related_policies")


@dataclass(frozen=True, slots=True)
class ProposedValue:
    """One value and the line it stands on. `counts` is False while it waits for somebody's word.

    `settled` says that somebody accepted or corrected it already, when it was proposed. `held` is what counts now where
    the value says otherwise.
    """

    field: str
    value: str
    confidence: int  # per cent
    line: int | None
    page: int | None
    part: str
    evidence: str
    reason: str
    counts: bool
    others: tuple[str, ...] = ()
    settled: Literal["confirmed", "corrected"] | None = None
    corrected_to: str | None = None
    held: str | None = None

    @property
    def counted_as(self) -> str:
        """What counts: the value that was read, or the one in its place."""
        return self.corrected_to or self.value


def next_review_in(values: Iterable[ProposedValue]) -> str | None:
    """The next review that counts among the values."""
    return next((value.counted_as for value in values if value.field == "next_review" and value.counts), None)


def proposed_values(document: ReadDocument, *, is_filed_as_named: bool) -> list[ProposedValue]:
    """Everything that is kept of what the document states, in the order of the fields.

    The school's name waits for nobody where the document is filed under that very school.
    """
    values = [*_title(document), *_singles(document), *_listed(document)]
    return [
        replace(value, counts=True) if value.field == "organisation" and is_filed_as_named else value
        for value in values
    ]


def _title(document: ReadDocument) -> Iterator[ProposedValue]:
    if document.header.title is None:
        reason = "no title in the text: the file's name"
        yield ProposedValue(
            "title", title_of(document), 0, None, None, "file name", document.file_name, reason, counts=False
        )


def _singles(document: ReadDocument) -> Iterator[ProposedValue]:
    for field in (*FIELDS, *ALSO_KEPT):
        reading = getattr(document.header, field)
        if reading is not None and (reading.is_certain or field in FIELDS):
            yield _proposed(field, reading)


def _listed(document: ReadDocument) -> Iterator[ProposedValue]:
    for field in LISTS:
        for reading in getattr(document.header, field):
            if reading.is_certain:
                yield _proposed(field, reading)


def _proposed(field: str, reading: Reading[object]) -> ProposedValue:
    at = reading.evidence
    return ProposedValue(
        field,
        in_words(reading.value),
        round(reading.confidence * 100),
        at.line,
        at.page,
        at.part.value,
        at.text,
        at.reason,
        counts=reading.is_certain,
        others=tuple(in_words(other.value) for other in reading.others),
    )


def in_words(value: object) -> str:
    """A value that was read, as it is shown and kept."""
    match value:
        case PartialDate():
            return str(value)
        case ReviewCycle():
            return value.as_written
        case LoggedVersion():
            parts = (value.label, str(value.dated) if value.dated else None, value.description)
            return " – ".join(part for part in parts if part)
        case bool():
            return "yes" if value else "no"
        case _:
            return str(value)
