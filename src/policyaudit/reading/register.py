"""A list of many policies as a school keeps it: what each column was taken for, and what each row says."""

from dataclasses import dataclass
from enum import StrEnum

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.review_cycle import ReviewCycle
from policyaudit.reading.evidence import Reading


class Meaning(StrEnum):
    """What a column of a register holds."""

    TITLE = "title"
    NUMBER = "number"
    VERSION = "version"
    APPROVAL = "approval"  # the body that approves, or to which approval is delegated
    OWNER = "owner"  # the post or person who owes the review
    COMMITTEE = "committee"  # the body that reviews, where the list also names one that approves
    LAST_APPROVED = "last approved"
    LAST_REVIEWED = "last reviewed"
    NEXT_REVIEW = "next review"
    FREQUENCY = "frequency"
    STATUTORY = "statutory"
    SCHOOL = "school"

    @property
    def field(self) -> str:
        """The field of a row that holds it."""
        return self.value.replace(" ", "_")


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """One column of a register: its heading, and what it was taken for; `meaning` is None where it is passed over.

    What a column says of which that is not certain waits until somebody confirms it.
    """

    heading: str
    meaning: Meaning | None
    reason: str
    is_certain: bool = True


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """What a register says of one policy; None where it does not say ("N/A", "TBC" and an empty cell say nothing).

    `unreadable` holds the cells that say something which is not understood ("bi-annual"), with what each is about.
    """

    title: Reading[str]
    number: Reading[str] | None = None
    version: Reading[str] | None = None
    approval: Reading[str] | None = None
    owner: Reading[str] | None = None
    committee: Reading[str] | None = None
    last_approved: Reading[PartialDate] | None = None
    last_reviewed: Reading[PartialDate] | None = None
    next_review: Reading[PartialDate] | None = None
    frequency: Reading[ReviewCycle] | None = None
    statutory: Reading[bool] | None = None
    school: Reading[str] | None = None
    unreadable: tuple[tuple[Meaning, Reading[str]], ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """A list of policies: its columns as they were understood, and its rows in the order they stand."""

    columns: tuple[ReadColumn, ...]
    rows: tuple[RegisterRow, ...]
    warnings: tuple[str, ...] = ()
