"""Who approves, where a list says it by a mark behind each title: "Homework (SLT)", "Admission Arrangements* (T)"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from policyaudit.reading.lines import Line
from policyaudit.reading.register_grid import Cell
from policyaudit.reading.register_kinds import Kind, kind_of
from policyaudit.reading.register_stacks import Stack
from policyaudit.reading.register_titles import without_marks
from policyaudit.reading.register_words import flag_of, topic_called

_BEHIND = re.compile(
    r"(?P<title>.*?\w)\s*(?P<star>\*+)?\s*(?:[(\[](?P<mark>[^()\[\]]{1,40})[)\]])?\s*(?P<after>\*+)?\s*$"
)
_MEANS = r"[A-Z][^,;.()\[\]=]{2,40}?(?=[,;.(\[]|\s{2,}|$)"
_DEFINED = re.compile(
    rf"[(\[](?P<one>[A-Z&/]{{1,5}})[)\]]\s*[=:–-]?\s+(?P<means>{_MEANS})"
    rf"|(?<!\w)(?P<two>[A-Z&/]{{1,5}})\s*[=:–-]\s*(?P<stands>{_MEANS})"
)
_STARRED = re.compile(
    r"(?:\*|asterisk|starred).{0,60}\b(?:statutory|law|legally|required by|mandatory)\b", re.IGNORECASE
)
_MOST = 0.5  # of the titles
_FEWEST = 2
_LONGEST = 500  # characters of a line that explains marks


def with_marks(stacks: Sequence[Stack], beside: Sequence[Line]) -> list[Stack]:
    """The policies, who approves taken from the marks behind the titles if they are marks of bodies."""
    legend = _legend(beside)
    marks = [_mark(stack) for stack in stacks]
    known = [mark for mark in marks if mark]
    are_bodies = any(mark in legend or kind_of(mark) in {Kind.BODY, Kind.POST} for mark in known)
    come_again = len(set(known)) < len(known)
    is_list = len(known) >= max(_FEWEST, _MOST * len(stacks)) and are_bodies and come_again
    is_starred = any(_STARRED.search(line.text[:_LONGEST]) for line in beside)
    return [_marked(stack, legend if is_list else None, is_starred=is_starred) for stack in stacks]


def _legend(lines: Sequence[Line]) -> Mapping[str, str]:
    """What the marks stand for, where a line says so: "(T) Trust Board, (LGB) Local Governing Body"."""
    found = [match for line in lines for match in _DEFINED.finditer(line.text[:_LONGEST])]
    return {
        match["one"] or match["two"]: (match["means"] or match["stands"]).strip()
        for match in found
        if flag_of((match["means"] or match["stands"]).strip()) is None
    }


def _mark(stack: Stack) -> str | None:
    behind = _BEHIND.match(stack.title.text)
    mark = behind["mark"] if behind else None
    return (
        mark.strip()
        if mark and flag_of(mark.strip()) is None and kind_of(mark) not in {Kind.DATE, Kind.CYCLE}
        else None
    )


def _marked(stack: Stack, legend: Mapping[str, str] | None, *, is_starred: bool) -> Stack:
    behind = _BEHIND.match(stack.title.text)
    mark = _mark(stack)
    if behind is None:
        return stack
    said = list(stack.said)
    if is_starred and (behind["star"] or behind["after"]):
        said.append((topic_called("statutory"), "Statutory", Cell("statutory", stack.title.line)))
    if legend is None or mark is None:
        return Stack(stack.title, said, stack.lines)
    said.append((topic_called("approval"), "", Cell(legend.get(mark, mark), stack.title.line)))
    return Stack(replace(stack.title, text=without_marks(behind["title"])), said, stack.lines)
