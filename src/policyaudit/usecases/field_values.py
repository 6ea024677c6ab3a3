"""What a value of each field may be: the words that somebody says for it become a date, a cycle or a name, or are
refused by the same closed grammar by which documents are read.
"""

from typing import Final

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.errors import UsageProblem
from policyaudit.reading.cycles import read_cycle, why_ambiguous
from policyaudit.reading.dates import read_date, why_unreadable
from policyaudit.usecases.typed import LABEL, TITLE, NotACycle, NotADate, kept_name

Value = PartialDate | ReviewCycle | str

DATES: Final = frozenset({"approved_on", "last_reviewed", "next_review", "effective_from", "document_date"})
# What a field is called by somebody who types it, where that is not its own name.
CALLED: Final = {
    "number": "policy_number",
    "officer": "responsible_officer",
    "committee": "responsible_committee",
    "cycle": "review_frequency",
    "school": "organisation",
    "in-force-from": "effective_from",
}
_NAMES: Final = {
    "title": ("a policy", TITLE),
    "policy_number": ("a number", LABEL),
    "version": ("a version", LABEL),
    "organisation": ("a school", TITLE),
}
# The values that the register acts upon: a doubtful one waits until it is accepted, corrected or dropped.
FIELDS: Final = (
    "title",
    "organisation",
    "policy_number",
    "version",
    "responsible_officer",
    "responsible_committee",
    "approved_by",
    "approved_on",
    "last_reviewed",
    "next_review",
    "review_frequency",
    "effective_from",
)


class NoSuchField(UsageProblem):
    """A word that is no field of a policy."""

    def __init__(self, typed: str) -> None:
        super().__init__(f"there is no field {typed!r}", next_step=f"one of {', '.join(map(typed_name, FIELDS))}")


def typed_name(field: str) -> str:
    """What somebody types for a field: next-review, officer."""
    return next((name for name, of in CALLED.items() if of == field), field.replace("_", "-"))


def field_called(typed: str) -> str:
    """The field that somebody typed. Raises `NoSuchField`."""
    word = "-".join(typed.strip().casefold().replace("_", "-").split())
    field = CALLED.get(word, word.replace("-", "_"))
    if field not in FIELDS:
        raise NoSuchField(typed)
    return field


def value_of(field: str, text: str, *, calendar: TermCalendar) -> Value:
    """What the words mean in that field. Raises `NotADate`, `NotACycle` or `NotKept` with the reason."""
    if field in DATES:
        dated = read_date(text, calendar=calendar)
        if dated is None:
            raise NotADate(text, why_unreadable(text))
        return dated
    if field == "review_frequency":
        cycle = read_cycle(text)
        if cycle is None:
            raise NotACycle(text, why_ambiguous(text))
        return cycle
    what, limit = _NAMES.get(field, ("whoever is named", TITLE))
    return kept_name(what, text, limit=limit)


def refuse_two_meanings(field: str, text: str) -> None:
    """Raises `NotACycle` for words that nobody can accept as they stand: bi-annually, twice a year or every two."""
    why = why_ambiguous(text) if field == "review_frequency" else None
    if why is not None:
        raise NotACycle(text, why)


def has_two_meanings(field: str, text: str) -> bool:
    """Whether the words mean two things, so that somebody has to say which."""
    return field == "review_frequency" and why_ambiguous(text) is not None


def in_words(value: Value) -> str:
    """The value as it is kept in words."""
    return value.as_written if isinstance(value, ReviewCycle) else str(value)
