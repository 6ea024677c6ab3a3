"""Whether what was read of a seed document is what its `expected.json` says: checks of its text, and facts.

What can be read is compared with `audit inspect --json`; a date counts if it covers the same days.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

Answer = Mapping[str, Any]


def failed_checks(checks: Sequence[Mapping[str, Any]], lines: Sequence[str]) -> list[Mapping[str, Any]]:
    """The checks that the text of a document does not pass."""
    return [check for check in checks if not _passes(check["kind"], check["args"], lines)]


def wrong_facts(facts: Mapping[str, Any], answer: Answer) -> list[str]:
    """The facts that were read otherwise, or not at all: name, what is expected, what was read."""
    return [
        f"{fact}: {expected!r}, read {_READ[fact](answer)!r}"
        for fact, expected in told_facts(facts).items()
        if not _SAME.get(fact, _is_same)(expected, _READ[fact](answer))
    ]


def told_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that reading a document can give; the rest are remarks for people."""
    return {fact: expected for fact, expected in {**facts, **facts.get("accepted", {})}.items() if fact in _READ}


def _passes(kind: str, words: Sequence[str], lines: Sequence[str]) -> bool:
    wanted, squeezed = [_squeezed(text) for text in words], [_squeezed(line) for line in lines]
    whole = " ".join(squeezed)
    unbroken = re.sub(r"(\w)- (\w)", r"\1\2", whole)
    passed: dict[str, Callable[[], bool]] = {
        "has": lambda: wanted[0] in whole,
        "not": lambda: wanted[0] not in whole,
        "phrase": lambda: wanted[0] in whole or wanted[0] in unbroken,
        "order": lambda: -1 < whole.find(wanted[0]) < whole.rfind(wanted[-1]),
        "row": lambda: any(all(text in line for text in wanted) for line in squeezed),
    }
    return passed[kind]()


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _plain(field: str) -> Callable[[Answer], Any]:
    return lambda answer: answer.get(field)


def _as_written(field: str) -> Callable[[Answer], Any]:
    """The line that a value was read from: it holds the words that the document has."""
    return lambda answer: answer["evidence"].get(field, {}).get("text")


def _days(field: str) -> Callable[[Answer], Any]:
    return lambda answer: _span(answer.get(field))


def _span(notation: Any) -> list[str] | None:  # noqa: ANN401 - JSON
    """The first and last day of a year, month or day in the notation of the labels."""
    if not isinstance(notation, str):
        return None
    year, month, day = (int(part) for part in [*notation.split("-"), "0", "0"][:3])
    first = date(year, month or 1, day or 1)
    last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    return [first.isoformat(), last.isoformat()]


def _history(answer: Answer) -> list[list[Any]]:
    rows = answer.get("version_history") or []
    return [[row["version"], row["description"], row["date"]] for row in rows]


def _contradictions(field: str) -> Callable[[Answer], Any]:
    return lambda answer: bool(answer["evidence"].get(field, {}).get("others"))


def _is_same(expected: object, read: object) -> bool:
    return expected == read


def _is_same_title(expected: str, read: str | None) -> bool:
    """Case does not matter, nor whether the word Policy is there."""
    return _bare(expected) == _bare(read or "")


def _bare(title: str) -> str:
    return re.sub(r"\W+", " ", title.casefold().replace("policy", "")).strip()


def _is_in(expected: str, read: str | None) -> bool:
    return expected in _squeezed(read or "")


def _is_day(expected: str | Sequence[str], read: Sequence[str] | None) -> bool:
    days = [expected, expected] if isinstance(expected, str) else list(expected)
    return read is not None and days == list(read)


def _is_same_history(expected: Sequence[Sequence[Any]], read: Sequence[Sequence[Any]]) -> bool:
    """Descriptions that are cut short by dots in the expectation only begin so."""
    return len(expected) == len(read) and all(map(_is_same_row, expected, read))


def _is_same_row(expected: Sequence[Any], read: Sequence[Any]) -> bool:
    begins = str(expected[1]).removesuffix("...").rstrip(" ,").casefold()
    return expected[0] == read[0] and expected[2] == read[2] and str(read[1]).casefold().startswith(begins)


def _has_these(expected: Sequence[str], read: Sequence[str] | None) -> bool:
    return {_bare(title) for title in expected} == {_bare(title) for title in read or ()}


_READ: Final[dict[str, Callable[[Answer], Any]]] = {
    "title": _plain("title"),
    "school": _plain("organisation"),
    "version": _plain("version"),
    "number": _plain("policy_number"),
    "footer_code": _plain("policy_number"),
    "responsible_officer": _plain("responsible_officer"),
    "owner": lambda answer: answer.get("responsible_officer") or f"The {answer.get('responsible_committee')}",
    "committee": _plain("responsible_committee"),
    "approved_by": _plain("approved_by"),
    "footer_date": _days("document_date"),
    "approved_on": _days("approved_on"),
    "adopted": _days("approved_on"),
    "ratified": _days("approved_on"),
    "last_review": _days("last_reviewed"),
    "next_review": _days("next_review"),
    "last_review_text": _as_written("last_reviewed"),
    "next_review_text": _as_written("next_review"),
    "history": _history,
    "related_policies": _plain("related_policies"),
    "conflict": _contradictions("next_review"),
    "must_warn": _plain("warnings"),
}
_SAME: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "title": _is_same_title,
    **dict.fromkeys(("footer_date", "approved_on", "adopted", "ratified"), _is_day),
    "last_review_text": _is_in,
    "next_review_text": _is_in,
    "history": _is_same_history,
    "related_policies": _has_these,
    "conflict": lambda _, is_contradicted: bool(is_contradicted),
    "must_warn": lambda _, warnings: bool(warnings),
}
