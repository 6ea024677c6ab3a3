"""Documents that are read well and may be no policy: texts that do not call themselves one."""

from dataclasses import dataclass
from typing import Final

from policyaudit.reading.organisations import has_noun
from policyaudit.reading.wordings import pattern
from policyaudit.usecases.field_values import FIELDS
from policyaudit.usecases.read_folder import ReadDocument

# What policies state and other papers do not; a letter, too, bears a title, a school's name and a date.
_TELLING: Final = (*(field for field in FIELDS if field not in {"title", "organisation"}), "statutory")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a document is not filed as a policy, and what to do about it."""

    question: str
    next_step: str


def doubt_of(document: ReadDocument) -> Doubt | None:
    """Why somebody has to say whether the document is a policy; None where it says so itself."""
    if not _calls_itself_a_policy(document):
        next_step = "audit policy add and audit version add --file record it all the same"
        return Doubt("nothing in it says that it is a policy", next_step)
    return None


def _calls_itself_a_policy(document: ReadDocument) -> bool:
    header = document.header
    if header.title is not None and has_noun(header.title.value):
        return True
    if any(getattr(header, field) is not None for field in _TELLING) or header.version_history:
        return True
    return pattern("calls_itself_a_policy").search(document.text.text) is not None
