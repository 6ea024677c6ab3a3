"""The people a policy applies to, as a label or its own sentences name them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from policyaudit.reading.evidence import Reading
from policyaudit.reading.finds import Found, found
from policyaudit.reading.labels import label_at, labels_in
from policyaudit.reading.rows import Row, rows_labelled
from policyaudit.reading.sentences import Sentence
from policyaudit.reading.wordings import may_hold, pattern

_MOST_ROWS = 8
_LONGEST_LINE = 80
_LONGEST_NAME, _LONGEST_ANYBODY = 6, 10
_BETWEEN = re.compile(r"[,;]|\s+and\s+(?=(?:any|every)(?:one|body)\b)")
_ANYBODY = re.compile(r"(?:and\s+)?(?:any|every)(?:one|body)\b", re.IGNORECASE)
_PLURAL = re.compile(r"[a-z]{4,}s")
_AND = re.compile(r"\s+and\s+")
_BRACKETS = re.compile(r"\([^)]*\)?|\)")
_BEFORE_A_NAME = re.compile(r"^(?:and|or|our|the|any)\s+", re.IGNORECASE)


def found_audience(rows: Sequence[Row], sentences: Sequence[Sentence]) -> Iterator[Found]:
    """Each group of people that the policy says it applies to, in its order."""
    for place in rows_labelled(rows, "audience"):
        listed = list(_listed(rows, place))
        if listed:
            yield from listed
            return
    yield from [*_in_cells(rows)] or _in_sentences(sentences)


def people_in(text: str) -> Iterator[str]:
    """The groups of people that a list names; a single word among them ("neighbours") is one of them too."""
    text = _BRACKETS.sub("", text)
    if not pattern("people").search(text):
        return
    for piece in map(str.strip, _BETWEEN.split(text)):
        # "Volunteers who drive" are volunteers; "anyone who drives" is not everybody.
        plain = piece if _ANYBODY.match(piece) else pattern("after_people").sub("", piece)
        for part in _parted(plain):
            name = _BEFORE_A_NAME.sub("", part).strip(" .")
            if _is_group(name):
                yield name


def _is_group(name: str) -> bool:
    """Whether a name stands for people: "those exceptional pupils" are none of the groups a school has."""
    is_people = pattern("people").search(name) or _PLURAL.fullmatch(name)
    longest = _LONGEST_ANYBODY if _ANYBODY.match(name) else _LONGEST_NAME
    return bool(is_people) and len(name.split()) <= longest and not name.startswith("those ")


def _parted(text: str) -> Iterator[str]:
    """Parted at an "and" that has people on both sides: not "part-time and fixed-term employees"."""
    for joint in _AND.finditer(text):
        left, right = text[: joint.start()], text[joint.end() :]
        if pattern("people").search(left) and (pattern("people").search(right) or _PLURAL.fullmatch(right)):
            yield left
            yield from _parted(right)
            return
    yield text


def _listed(rows: Sequence[Row], place: int) -> Iterator[Found]:
    """The people beside the label, else one line each below it."""
    first, *others = rows[place].cells
    label = label_at(first)
    beside = " ".join([first[label.end :] if label else "", *others])
    if beside.strip():
        for name in people_in(beside):
            yield found("applies_to", name, rows[place], layout="label on the same line")
    below = rows[place + 1 : place + 1 + _MOST_ROWS]
    if beside.strip():
        is_column = len(others) == 1 and label is not None and label.end == len(first)
        below = tuple(takewhile(_may_stand_in_a_column, below)) if is_column else ()
    items = tuple(takewhile(_is_item, below))
    for row in items if items and _names_people(items[0]) else takewhile(_names_people, below):
        for name in people_in(row.text) if "," in row.text else [row.text]:
            yield found("applies_to", name, row, layout="list below the label")


def _is_item(row: Row) -> bool:
    """Whether a line is marked as an item, and no more than a name."""
    return row.is_bulleted and len(row.text) <= _LONGEST_LINE and not row.text.endswith(".")


def _may_stand_in_a_column(row: Row) -> bool:
    """Whether a line may be the next item in the cell right of the label: a word or a few, with a capital."""
    return len(row.cells) == 1 and row.text[:1].isupper() and len(row.text.split()) <= _LONGEST_NAME


def _in_cells(rows: Sequence[Row]) -> Iterator[Found]:
    """The people in the cell right of a label that other cells stand before: "Owner:", "Bursar", "Audience:"."""
    for row in rows:
        for cell, right in pairwise(row.cells[1:]):
            label = label_at(cell)
            if label and label.topic.name == "audience" and label.is_set_off and label.end == len(cell):
                for name in people_in(right):
                    yield found("applies_to", name, row, layout="cell to the right")


def _names_people(row: Row) -> bool:
    """Whether a line below the label still belongs to its list."""
    is_label = any(label.is_set_off for label in labels_in(row.text))
    return not is_label and bool(pattern("people").search(row.text)) and len(row.text) <= _LONGEST_LINE


def _in_sentences(sentences: Sequence[Sentence]) -> list[Found]:
    """The people of the first sentence that names some, with a second one that says "also".

    A sentence that gives the list itself ("all who work here, including ...") counts before the others.
    """
    listed: list[Found] = []
    for sentence in sentences:
        if not may_hold(sentence.text, "applies_to"):
            continue
        for match in pattern("applies_to").finditer(sentence.text):
            before, _, included = (match["list"] or match["it"]).partition("including")
            names = list(people_in(included.lstrip(": ")))
            items = [
                found("applies_to", name, sentence.row, layout="names joined in a sentence")
                for name in names or people_in(before)
            ]
            if names:
                return items
            if not listed:
                listed = items
            elif match["also"]:
                listed = [*listed, *map(_without_all, items)]
    return listed


def _without_all(item: Found) -> Found:
    """In a second sentence "all" belongs to the list, not to its first name."""
    name = re.sub(r"^all\s+", "", str(item.reading.value))
    return Found(item.field, Reading(name, item.reading.confidence, item.reading.evidence))
