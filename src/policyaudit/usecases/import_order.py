"""In which order an import files its documents, so that it matters little in which order they come."""

from collections.abc import Sequence
from datetime import date

from policyaudit.usecases.import_plan import dated, has_certain_title, label_of, numbers_in
from policyaudit.usecases.read_folder import FoundFile, ReadDocument


def in_filing_order(documents: Sequence[FoundFile]) -> list[tuple[int, ReadDocument]]:
    """The documents that were read, each with its place in the list: what says most of itself first, oldest first."""
    read = [(number, one) for number, one in enumerate(documents) if isinstance(one, ReadDocument)]
    return sorted(read, key=lambda each: _key(each[1]))


def _key(document: ReadDocument) -> tuple[bool, bool, bool, date, bool, tuple[int, ...]]:
    named, made, label = document.header.organisation, dated(document), label_of(document)
    return (
        named is None or not named.is_certain,
        not has_certain_title(document),
        made is None,
        made.earliest if made else date.min,
        label is None,
        numbers_in(label),
    )
