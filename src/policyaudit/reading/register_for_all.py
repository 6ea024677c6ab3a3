"""What a sentence above a list says of all its policies: "All policies were last reviewed in September 2023"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from policyaudit.domain.term_calendar import TermCalendar
from policyaudit.reading.evidence import Evidence, Reading
from policyaudit.reading.lines import Line
from policyaudit.reading.register import Meaning, RegisterRow
from policyaudit.reading.register_kinds import Kind, kind_of
from policyaudit.reading.register_parts import parts_of
from policyaudit.reading.register_titles import without_marks
from policyaudit.reading.register_values import Value, values_in
from policyaudit.reading.register_words import confidence

_ALL = re.compile(
    r"^\W*(?:(?:unless|except where|where not) (?:otherwise )?(?:stated|shown|noted|indicated|given),? )?"
    r"(?:all(?: of)?(?: the| our| these| school)*(?: school['’]?s?)? (?:polic(?:y|ies)|documents)"
    r"|(?:these|the following|the above|the below|our|the) (?:school )?policies"
    r"|every policy|each policy|mae(?:'r)? holl bolis[iï]au)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:every|each|by|in|at)\b", re.IGNORECASE)
_LAST = frozenset({"last_approved", "last_reviewed"})
_THEY = re.compile(r"(?:they|these|the next review|next review|maent)\b", re.IGNORECASE)
_SAID = (Meaning.LAST_APPROVED, Meaning.LAST_REVIEWED, Meaning.NEXT_REVIEW, Meaning.FREQUENCY, Meaning.APPROVAL)


def with_what_is_said_of_all(
    rows: Sequence[RegisterRow], lines: Sequence[Line], *, calendar: TermCalendar
) -> tuple[RegisterRow, ...]:
    """The rows, with what a sentence says of all of them where a row itself says nothing."""
    said = {field: reading for line in lines for field, reading in _said(line, calendar)}
    return tuple(replace(row, **_missing(row, said)) for row in rows)


def _missing(row: RegisterRow, said: Mapping[str, Reading[Any]]) -> dict[str, Any]:
    """What is said of all and not of this one; a policy that says when it was approved needs no other last date."""
    held = {meaning.field for meaning in _SAID if getattr(row, meaning.field) is not None}
    held |= _LAST if held & _LAST else set()
    return {field: reading for field, reading in said.items() if field not in held}


def _said(line: Line, calendar: TermCalendar) -> Iterator[tuple[str, Reading[Any]]]:
    text = without_marks(" ".join(line.cells))
    if len(text) > 300 or not _ALL.match(text):  # noqa: PLR2004 - a paragraph is no such sentence
        return
    for sentence in re.split(r"(?<=[a-z0-9)])[.;]\s+", text):
        for value in _values(sentence, calendar) if _ALL.match(sentence) or _THEY.match(sentence) else ():
            evidence = Evidence(line.number, line.text, "a sentence that speaks of all policies", line.page, line.part)
            yield value.meaning.field, Reading(value.value, confidence("sentence for all"), evidence)


def _values(sentence: str, calendar: TermCalendar) -> Iterator[Value]:
    for part in parts_of(sentence):
        if part.topic is None or part.topic.says not in _SAID:
            continue
        for value in values_in(part.text, part.topic.says, calendar=calendar):
            if value.value is not None and value.meaning in _SAID and _is_one(value):
                yield value


def _is_one(value: Value) -> bool:
    """Whether who approves is a body or a post by its name: "every January by the committee" is none."""
    if value.meaning is not Meaning.APPROVAL:
        return True
    who = str(value.value)
    return kind_of(who) in {Kind.BODY, Kind.POST} and _WHEN.search(who) is None
