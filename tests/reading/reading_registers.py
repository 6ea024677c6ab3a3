"""Lists of policies as text for the tests of reading registers, and what is read from them in plain words."""

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.reading.register import Meaning, Register, RegisterRow
from policyaudit.reading.register_reading import read_register
from tests.reading.reading_texts import document_of

_FIELDS = {meaning: meaning.value.replace(" ", "_") for meaning in Meaning}


def register_of(text: str) -> Register:
    """The register that a text is."""
    register = read_register(document_of(text))
    assert register is not None
    return register


def rows_in_words(text: str) -> list[dict[str, str]]:
    """What each row of a text says, by field; what it does not say is left out."""
    return [row_in_words(row) for row in register_of(text).rows]


def row_in_words(row: RegisterRow) -> dict[str, str]:
    """What one row says, by field."""
    read = {field: getattr(row, field) for field in _FIELDS.values()}
    return {field: in_words(reading.value) for field, reading in read.items() if reading is not None}


def in_words(value: object) -> str:
    """A value as a reader would say it."""
    match value:
        case PartialDate():
            return str(value)
        case ReviewCycle():
            return value.as_written
        case bool():
            return "yes" if value else "no"
        case _:
            return str(value)
