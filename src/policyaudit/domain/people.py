"""Whom a document means by its responsible officer: a post, a person, or a person in a post."""

from dataclasses import dataclass
from typing import Final

from policyaudit.domain.naming import folded

_HONORIFICS: Final = frozenset("mr mrs ms miss mx dr prof professor rev revd fr sir dame".split())
_NAME_LENGTHS: Final = range(2, 5)
# A word that says what somebody does; no surname list could say as much with so few.
_OFFICES: Final = frozenset(
    """head headteacher headmaster headmistress headship principal deputy assistant teacher lead leader manager
    coordinator ordinator director officer bursar business senco sendco sen inclusion safeguarding dsl ddsl governor
    governors chair clerk secretary administrator admin trustee trustees board committee executive ceo cfo coo
    caretaker site premises finance hr team slt smt staff pastoral curriculum phase subject ict computing nurse
    counsellor school trust body pennaeth dirprwy cydlynydd cadeirydd clerc swyddog rheolwr""".split()
)


@dataclass(frozen=True, slots=True)
class OfficerName:
    """The responsible officer as a document names them; at least one of the two is there."""

    person: str | None
    post: str | None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.person, self.post) if part)


def officer_name(text: str) -> OfficerName:
    """Tells person from post: "Headteacher", "Alex Example", "Alex Example, Assistant Headteacher"."""
    whole = " ".join(text.split())
    first, _, second = (part.strip(" )") for part in whole.replace(" (", ",").replace(" - ", ",").partition(","))
    if first and second and _is_post(first) != _is_post(second):
        return OfficerName(person=second, post=first) if _is_post(first) else OfficerName(person=first, post=second)
    return OfficerName(person=None, post=whole) if _is_post(whole) else OfficerName(person=whole, post=None)


def _is_post(text: str) -> bool:
    words = folded(text).split()
    if words and words[0] in _HONORIFICS:
        return False
    return any(word in _OFFICES for word in words) or not _reads_as_name(text)


def _reads_as_name(text: str) -> bool:
    """Two to four capitalised words, or initials and a surname."""
    words = text.split()
    return len(words) in _NAME_LENGTHS and all(word[0].isupper() for word in words)
