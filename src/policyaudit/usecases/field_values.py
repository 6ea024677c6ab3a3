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
from policyaudit.reading.register_words import flag_of
from policyaudit.usecases.typed import LABEL, TITLE, NotACycle, NotADate, NotKept, kept_name

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
# All that may wait: the last two are kept as they were read, and nothing follows from them.
SETTLED: Final = (*FIELDS, "document_date", "statutory")


class NotAFlag(NotKept):
    """Words that were to say whether the law asks for a policy and do not."""

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} does not say whether the policy is statutory", next_step="write yes or no")


class NoSuchField(UsageProblem):
    """A word that is no field of a policy."""

    def __init__(self, typed: str) -> None:
        super().__init__(f"there is no field {typed!r}", next_step=f"one of {', '.join(map(typed_name, SETTLED))}")


def typed_name(field: str) -> str:
    """What somebody types for a field: next-review, officer."""
    return next((name for name, of in CALLED.items() if of == field), field.replace("_", "-"))


def field_called(typed: str) -> str:
    """The field that somebody typed. Raises `NoSuchField`."""
    word = "-".join(typed.strip().casefold().replace("_", "-").split())
    field = CALLED.get(word, word.replace("-", "_"))
    if field not in SETTLED:
        raise NoSuchField(typed)
    return field


def value_of(field: str, text: str, *, calendar: TermCalendar) -> Value:
    """What the words mean in that field. Raises `NotADate`, `NotACycle`, `NotAFlag` or `NotKept` with the reason."""
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
    if field == "statutory":
        flag = flag_of(text)
        if flag is None:
            raise NotAFlag(text)
        return "yes" if flag else "no"
    what, limit = _NAMES.get(field, ("whoever is named", TITLE))
    return kept_name(what, text, limit=limit)


def refuse_as_it_stands(field: str, text: str, *, calendar: TermCalendar) -> None:
    """Raises what refuses words that nobody can accept as they stand: bi-annually is twice a year or every two, and
    Easter 2022 names no term. What is only kept as it was read is never refused.
    """
    if field in SETTLED:
        value_of(field, text, calendar=calendar)


def can_stand(field: str, text: str) -> bool:
    """Whether the words can be accepted as they stand; else somebody has to say what is meant."""
    try:
        refuse_as_it_stands(field, text, calendar=TermCalendar())
    except UsageProblem:
        return False
    return True


def in_words(value: Value) -> str:
    """The value as it is kept in words."""
    return value.as_written if isinstance(value, ReviewCycle) else str(value)
