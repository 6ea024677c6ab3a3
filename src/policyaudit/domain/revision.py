"""Whether a new text asks people to sign again: any change of an obligation, number, date, role or law does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

_WORDS: Final = re.compile(r"\w+(?:['’]\w+)*")
_OBLIGATIONS: Final = frozenset(
    """must shall should may not never no cannot can will would required require requires expected prohibited
    allowed permitted forbidden unless except only always immediately rhaid dylai""".split()
)
_NUMBERS: Final = frozenset(
    """one two three four five six seven eight nine ten eleven twelve first second third once twice daily weekly
    monthly termly annually yearly january february march april june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday day days week weeks month months year years
    hour hours term terms""".split()
)
_LAW_AND_ROLES: Final = frozenset(
    """act regulations regulation order code law gdpr head headteacher deputy principal governor governors governing
    chair trustee trustees lead officer manager senco dsl coordinator committee board clerk dpo bursar""".split()
)
# A word that changed by a letter or two is a spelling: organise, organize.
_SAME_WORD: Final = 0.75


@dataclass(frozen=True, slots=True)
class Proposal:
    """What two texts speak for, and why."""

    kind: Literal["minor", "material"]
    why: str


def propose(old: str, new: str) -> Proposal:
    """Minor only where nothing but spelling, punctuation and layout changed; the first other change is the reason."""
    for gone, come in _changed_words(old, new):
        reason = _reason(gone, come)
        if reason:
            return Proposal("material", reason)
    return Proposal("minor", "only spelling, punctuation or layout changed")


def _changed_words(old: str, new: str) -> Iterator[tuple[list[str], list[str]]]:
    """The words that went and came, change by change: lines are compared first, then the words of those that differ."""
    for before, after in _changes(_lines(old), _lines(new)):
        words_before, words_after = (_WORDS.findall("\n".join(lines)) for lines in (before, after))
        yield from _changes([w.casefold() for w in words_before], [w.casefold() for w in words_after])


def _changes(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield old[i1:i2], new[j1:j2]


def _lines(text: str) -> list[str]:
    """The lines that hold a word, without what does not matter in them."""
    words = (" ".join(_WORDS.findall(line)).casefold() for line in text.splitlines())
    return [line for line in words if line]


def _reason(gone: list[str], come: list[str]) -> str | None:
    """Why this change is more than spelling; None if it is not."""
    for word in (*come, *gone):
        if any(c.isdigit() for c in word) or word in _NUMBERS:
            return f"a number or a date changed: {word}"
        if word in _OBLIGATIONS:
            return f"an obligation changed: {word}"
        if word in _LAW_AND_ROLES:
            return f"a role or a law changed: {word}"
    if _is_spelling(gone, come):
        return None
    return f"the wording changed: {' '.join((come or gone)[:6])}"


def _is_spelling(gone: list[str], come: list[str]) -> bool:
    """Each word became one nearly like it, or words were only joined or split (on line, online)."""
    if "".join(gone) == "".join(come):
        return True
    return len(gone) == len(come) and all(
        SequenceMatcher(None, a.casefold(), b.casefold()).ratio() >= _SAME_WORD for a, b in zip(gone, come, strict=True)
    )
